"""Gives every unit of one attribution its role."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lawcheck.structure.attribution_lexer import Piece, lex
from lawcheck.structure.model import Attribution, Field, Role

if TYPE_CHECKING:
    from lawcheck.structure.responsibility_grammar import Clause, Part


def parse_attribution(
    text: str, start: int, end: int, inner: tuple[int, int], bare: bool = False
) -> Attribution | None:
    """The attribution text[start:end], whose words fill `inner`; None when it gives nobody a role.

    A `bare` list, without label or verb, makes its units responsible.
    """
    from lawcheck.structure.responsibility_grammar import parse_pieces

    pieces = [piece for piece in lex(text, *inner) if piece.start < piece.end]
    fields = tuple(_fields(text, parse_pieces(pieces), Role.RESPONSIBLE if bare else None))
    if not fields:
        return None
    return Attribution(start, end, fields, tuple(p.deadline for p in pieces if p.deadline))


def _fields(text: str, parts: "Sequence[Part]", default: Role | None) -> Iterator[Field]:
    led = False
    for part in parts:
        label = part.label
        if label is not None and label.role is None:
            continue
        if label is not None and part.blank:
            yield _labelled(text, label, ())
            continue
        roles = _roles(part.clauses, label.role if label else default, led)
        led = led or Role.LEAD in roles
        yield from _part_fields(text, label, part.clauses, roles)


def _roles(clauses: "Sequence[Clause]", label: Role | None, led: bool) -> list[Role | None]:
    """The role of each clause: by its verb, by the label, or by the next verb that follows."""
    roles: list[Role | None] = []
    for index, clause in enumerate(clauses):
        role = clause.verb
        if label is not None and role in (None, Role.RESPONSIBLE):
            role = label
        if role is None:
            role = next((c.verb for c in clauses[index:] if c.verb), Role.PARTICIPANTS if led else None)
        if clause.joins and led:
            role = Role.PARTICIPANTS
        led = led or role is Role.LEAD
        roles.append(role)
    return roles


def _part_fields(
    text: str, label: Piece | None, clauses: "Sequence[Clause]", roles: Sequence[Role | None]
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


def _labelled(text: str, label: Piece, clauses: "Sequence[Clause]") -> Field:
    words = "".join(text[label.start : label.end].rstrip("：: \u3000").split())
    end = clauses[-1].end if clauses else label.end
    return Field(label.role or Role.RESPONSIBLE, words, label.start, end, tuple(u for c in clauses for u in c.units))
