"""Parses one attribution and gives every unit its role."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawcheck.records import dataclass
from lawcheck.structure.attribution_lexer import ORGANISES, AttributionPiece, lex
from lawcheck.structure.document import Attribution, Field, Role, Unit
from lawcheck.structure.responsibility_grammar import parse_terminals


@dataclass(frozen=True, slots=True)
class _Clause:
    """Units that act together; `verb` is the role of what they do, `joins` that they come in with 会同."""

    start: int
    end: int
    units: tuple[Unit, ...]
    verb: Role | None
    joins: bool


def parse_attribution(
    text: str, start: int, end: int, inner: tuple[int, int], bare: bool = False
) -> Attribution | None:
    """The attribution text[start:end], whose words fill `inner`; None when it gives nobody a role.

    A `bare` list, without label or verb, makes its units responsible.
    """
    pieces = list(lex(text, *inner))
    fields = tuple(_fields(text, pieces, Role.RESPONSIBLE if bare else None))
    if not fields:
        return None
    return Attribution(start, end, fields, tuple(p.deadline for p in pieces if p.deadline))


def _fields(text: str, pieces: Sequence[AttributionPiece], default: Role | None) -> Iterator[Field]:
    led = False
    for part in parse_terminals(tuple(piece.terminal for piece in pieces)):
        label = None if part.label is None else pieces[part.label]
        if label is not None and label.role is None:
            continue
        if label is not None and part.blank:
            yield _labelled(text, label, ())
            continue
        clauses = [
            clause
            for shape in part.clauses
            for clause in _clauses(
                text, [pieces[i] for i in shape.actors], None if shape.verb is None else pieces[shape.verb]
            )
            if clause.units
        ]
        roles = _roles(clauses, label.role if label else default, led)
        led = led or Role.LEAD in roles
        yield from _part_fields(text, label, clauses, roles)


def _clauses(text: str, actors: Sequence[AttributionPiece], verb: AttributionPiece | None) -> Iterator[_Clause]:
    """One clause; two where the first units organise something with others: 甲局会同乙局组织实施."""
    joined = next((n for n, actor in enumerate(actors) if n and actor.terminal == "WITH"), 0)
    if not joined or verb is None or not ORGANISES.fullmatch(text, verb.start, verb.end):
        yield _clause(actors, verb)
        return
    yield replace(_clause(actors[:joined], None), verb=Role.LEAD)
    yield replace(_clause(actors[joined:], verb), verb=Role.PARTICIPANTS)


def _clause(actors: Sequence[AttributionPiece], verb: AttributionPiece | None) -> _Clause:
    return _Clause(
        start=actors[0].start,
        end=verb.end if verb else actors[-1].end,
        units=tuple(unit for piece in actors for unit in piece.units),
        verb=verb.role if verb else None,
        joins=actors[0].terminal == "WITH",
    )


def _roles(clauses: Sequence[_Clause], label: Role | None, led: bool) -> list[Role | None]:
    """The role of each clause: by its verb, by the label, or by the next verb that follows."""
    roles: list[Role | None] = []
    following: list[Role | None] = [None] * (len(clauses) + 1)
    for index in range(len(clauses) - 1, -1, -1):
        following[index] = clauses[index].verb or following[index + 1]
    for index, clause in enumerate(clauses):
        role = clause.verb
        if label is not None and role in (None, Role.RESPONSIBLE):
            role = label
        if role is None:
            role = following[index] or (Role.PARTICIPANTS if led else None)
        if clause.joins and led:
            role = Role.PARTICIPANTS
        led = led or role is Role.LEAD
        roles.append(role)
    return roles


def _part_fields(
    text: str, label: AttributionPiece | None, clauses: Sequence[_Clause], roles: Sequence[Role | None]
) -> Iterator[Field]:
    """One field for each run of clauses with the same role; the first one carries the label if it has its role."""
    at = 0
    while at < len(clauses):
        stop = at + 1
        while stop < len(clauses) and roles[stop] is roles[at]:
            stop += 1
        run, role = clauses[at:stop], roles[at]
        if label is not None and at == 0 and role is label.role:
            yield _labelled(text, label, run)
        elif role is not None:
            yield Field(role, "", run[0].start, run[-1].end, tuple(u for c in run for u in c.units))
        at = stop


def _labelled(text: str, label: AttributionPiece, clauses: Sequence[_Clause]) -> Field:
    words = "".join(text[label.start : label.end].strip("：: \u3000【】〔〕[]").split())
    end = clauses[-1].end if clauses else label.end
    return Field(label.role or Role.RESPONSIBLE, words, label.start, end, tuple(u for c in clauses for u in c.units))
