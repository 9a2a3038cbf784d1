"""What was done to a document, for those who are given it: what, where, why, and by which standard."""

from collections.abc import Iterable, Sequence

from lawcheck.checks.checked import Checked
from lawcheck.errors import SEMICOLON
from lawcheck.reporting.display.cards import CardMaker
from lawcheck.reporting.display.gathering import Named
from lawcheck.reporting.display.shown import Card
from lawcheck.reporting.words import word
from lawcheck.surfaces.web.drafts import ChangeNote
from lawcheck.text.source import LineIndex

COLUMNS = {"number": 6, "done": 9, "place": 26, "what": 30, "change": 40, "why": 34, "sources": 30}


def noted(done: str, checked: Checked, findings: Iterable[Named], language: str, reason: str = "") -> list[ChangeNote]:
    """A note on each of these findings; `reason` is the reader's own."""
    maker = CardMaker(checked.document, LineIndex(checked.source.text), checked.own_rules, language)
    return [_note(done, maker.card(number, found), language, reason) for number, found in enumerate(findings, 1)]


def _note(done: str, card: Card, language: str, reason: str) -> ChangeNote:
    changes = [f"{c.before}{c.old}{c.behind}\n{c.before}{c.new}{c.behind}" for c in card.changes]
    if card.more_changes:
        changes.append(word("show-more-changes", language, count=card.more_changes))
    sources = SEMICOLON.in_language(language).join(f"{s.force} {s.title}" for s in card.sources)
    place = f"{card.path} {word('show-quoted', language, text=card.first.quotation)}".strip()
    shown = "\n".join(changes) if done == "fix" else ""
    return ChangeNote(done, place, f"{card.code} {card.message}", shown, reason or card.reason, sources)


def rows(notes: Sequence[ChangeNote], language: str) -> list[list[str]]:
    """A table of notes, the first row being its header."""
    header = [word(f"notes-{column}", language) for column in COLUMNS]
    shown = [
        [str(number), word(f"note-{n.done}", language), n.place, n.what, n.change, n.why, n.sources]
        for number, n in enumerate(notes, 1)
    ]
    return [header, *shown]
