"""Fields for what no rule can know: the unit, the number, the date or the name that only the reader can write."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from lawcheck.records import dataclass
from lawcheck.reporting.display.gathering import Named
from lawcheck.rulebook.findings import CRASH_CODE, Issue, IssuePlace
from lawcheck.structure.document import Document
from lawcheck.structure.settings import Settings
from lawcheck.structure.units import is_name
from lawcheck.text.patterns import Pattern
from lawcheck.text.source import Cell, Table

# What is longer is rather edited where it stands.
_LONGEST = 60
_MOST_FIELDS = 300
_MOST_PROPOSALS = 200
# The values of a message that say what stands there, and what should.
_PAIRS = (
    ("found", "right"),
    ("found", "usual"),
    ("found", "known"),
    ("label", "usual"),
    ("name", "law"),
    ("name", "successor"),
    ("title", "known"),
    ("old", "new"),
)
_ABOUT_UNITS, _ABOUT_LIMITS = "RSP", ("TGT002", "TGT005", "TGT009")
_ABOUT_LAYOUT = "FMT"
_WITHOUT_UNIT = ("RSP001",)
_USUAL_LABEL = "责任单位"
_FULL_STOP = "。"
_OPENING, _CLOSING = "《", "》"
# 牵头单位： with nothing behind it: what is missing comes after the colon.
_EMPTY = Pattern(r"[ \t\u3000]{0,20}[：:][ \t\u3000]{0,20}(?=[；;。，,）)\]】|]|\r|\n|$)")


@dataclass(frozen=True, slots=True)
class WordField:
    """What can be written anew in one go: where it begins, what stands there, and what of it the reader sees.

    `kept` and `after` are what stands around the reader's words. `choices` are right according to the rule; `list`
    names those that can be proposed: "units" or "limits".
    """

    start: int
    was: str
    kept: str
    shown: str
    choices: tuple[str, ...]
    list: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Proposals:
    """Words that fit into fields: the units and the time limits of a document, and the units that are configured."""

    units: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()


def proposals(document: Document, settings: Settings) -> Proposals:
    """Those of a document, each once."""
    units = dict.fromkeys((*(unit.name for unit in document.units), *settings.units))
    limits = dict.fromkeys(limit.text for task in document.tasks for limit in task.deadlines)
    return Proposals(tuple(islice(units, _MOST_PROPOSALS)), tuple(islice(limits, _MOST_PROPOSALS)))


def word_fields(document: Document, findings: Sequence[Named]) -> Mapping[str, WordField]:
    """The fields of the findings that no fix mends, by the names of their places."""
    return dict(islice(_fields(document, findings), _MOST_FIELDS))


def _fields(document: Document, findings: Sequence[Named]) -> Iterator[tuple[str, WordField]]:
    text = document.view.source_text
    for found in findings:
        issue = found.issue
        if issue.safety or issue.code == CRASH_CODE or issue.code.startswith(_ABOUT_LAYOUT):
            continue
        for place, name in zip(issue.places, found.names, strict=True):
            is_missing = issue.code in _WITHOUT_UNIT
            made = _unit_field(document, place) if is_missing else _field(text, issue, place)
            if made and not place.is_label:
                yield name, made


def _unit_field(document: Document, place: IssuePlace) -> WordField | None:
    """Where the unit of a task is to be written: the empty cell of its row, else the end of its paragraph."""
    text = document.view.source_text
    for table in document.view.tables:
        for row in table.rows:
            if any(cell.start <= place.start < cell.end for cell in row):
                return _cell_field(text, table, row)
    end = min((at for sign in "\r\n" if (at := text.find(sign, place.start)) >= 0), default=len(text))
    said = text[place.start : end].rstrip()
    if not said.endswith(_FULL_STOP):
        return None
    labels = Counter(part.label for _, part in document.fields() if part.label)
    label = labels.most_common(1)[0][0] if labels else _USUAL_LABEL
    return WordField(place.start + len(said), "", f"（{label}：", "", (), "units", "）")


def _cell_field(text: str, table: Table, row: Sequence[Cell]) -> WordField | None:
    """The empty cell of a row in the column where other rows have units."""
    said = {cell: text[cell.start : cell.end] for other in table.rows for cell in other if not cell.continued}
    columns = {cell.column for cell, words in said.items() if is_name(words.strip())}
    empty = [cell for cell in row if cell.column in columns and cell in said and not said[cell].strip()]
    return WordField(empty[0].start, said[empty[0]], "", "", (), "units") if len(empty) == 1 else None


def _field(text: str, issue: Issue, place: IssuePlace) -> WordField | None:
    own = text[place.start : place.end]
    if not own.strip() or len(own) > _LONGEST or "\n" in own or "\r" in own:
        return None
    if empty := _EMPTY.match(text, place.start + len(own.rstrip("：: \t\u3000"))):
        was = text[place.start : empty.end()]
        return WordField(place.start, was, was.rstrip(), "", (), _list(issue, ""))
    return WordField(place.start, own, "", own, _choices(issue, own), _list(issue, own))


def _list(issue: Issue, own: str) -> str:
    if issue.code in _ABOUT_LIMITS:
        return "limits"
    return "units" if issue.code.startswith(_ABOUT_UNITS) or (own and is_name(own)) else ""


def _choices(issue: Issue, own: str) -> tuple[str, ...]:
    """What the message says should be written in the place of these words, in the marks that they stand in."""
    is_marked = own.startswith(_OPENING) and own.endswith(_CLOSING)
    bare = own[1:-1] if is_marked else own
    values = issue.values
    words = (str(values[right]) for found, right in _PAIRS if values.get(found) == bare and right in values)
    fits = (word for word in words if word.strip() and "\n" not in word and len(word) <= _LONGEST)
    return tuple(f"{_OPENING}{word}{_CLOSING}" if is_marked else word for word in dict.fromkeys(fits))
