"""Runs the examples of a rule, as the tests do and as authors of rules can.

`folder_rules` and `plugin_rules` are the rules of a folder and of an installed package:

    @pytest.mark.parametrize("rule", plugin_rules("example"), ids=lambda rule: rule.code)
    def test_examples(rule):
        run_examples(rule)
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NoReturn

from lawcheck.comparing.review import review
from lawcheck.errors import LawcheckError, Words
from lawcheck.pipeline import check
from lawcheck.reading.formats import HTML, MARKDOWN
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.example import Example
from lawcheck.rulebook.findings import CRASH_CODE, Issue
from lawcheck.rulebook.messages import crash_messages
from lawcheck.rulebook.own_rules import folder_rules, plugin_rules
from lawcheck.rulebook.rule import Rule
from lawcheck.rulebook.specimen import specimen
from lawcheck.rulebook.worded import LANGUAGES
from lawcheck.text.edits import Edit, apply_edits
from lawcheck.text.file_format import PLAIN
from lawcheck.text.source import Source

__all__ = ["apply_fixes", "folder_rules", "marked", "plugin_rules", "run_examples", "source_of", "unmark"]

_FORMATS = {row.name: row for row in (PLAIN, MARKDOWN, HTML)}


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its ⟦ ⟧ and the spans that they enclosed; ⟦⟧ is an empty place."""
    characters: list[str] = []
    spans: list[tuple[int, int]] = []
    start = 0
    for character in marked:
        if character == "⟦":
            start = len(characters)
        elif character == "⟧":
            spans.append((start, len(characters)))
        else:
            characters.append(character)
    return "".join(characters), spans


def apply_fixes(text: str, diagnostics: list[Issue]) -> str:
    """The text after every fix of these diagnostics; where two overlap, the later one is left out."""
    edits = sorted({e for d in diagnostics for e in d.edits}, key=lambda e: (e.start, e.end))
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return apply_edits(text, kept)


def source_of(example: Example, text: str) -> Source:
    """A text of an example as the document that is checked."""
    if example.layout is not None:
        return specimen(text, example.layout)
    return Source(text, format=_FORMATS[example.format])


def findings(rule: Rule, example: Example, text: str) -> list[Issue]:
    """What a rule finds in a text of an example; one that compares, in what has become of the text before."""
    settings = replace(example.settings, own_rules=(rule,) if rule.origin else ())
    options = Options((rule,), example.kind, settings)
    source = source_of(example, text)
    if example.old is not None:
        return review(Source(example.old), source, options).revision
    return check(source, options).diagnostics


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with ⟦ ⟧ around each span: what `unmark` takes apart."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        pieces += [text[at:start], "⟦", text[start:end], "⟧"]
        at = end
    return "".join([*pieces, text[at:]])


def run_examples(rule: Rule) -> None:
    """Runs the examples of a rule, each by itself with no other rule.

    Raises LawcheckError for the first one that does not hold, with what it should give and what it gives.
    """
    for example in rule.examples:
        text, expected = unmark(example.bad if example.bad is not None else example.good or "")
        found = findings(rule, example, text)
        if any(d.code == CRASH_CODE for d in found):
            raise LawcheckError(Words(*(crash_messages(found, language)[0] for language in LANGUAGES)))
        spans = sorted(span for d in found for span in d.spans)
        if spans != expected:
            _complain(rule, Words("报告处", "the places reported"), marked(text, expected), marked(text, spans))
        if example.fixed is not None and (fixed := apply_fixes(text, found)) != example.fixed:
            _complain(rule, Words("修改后", "the text after the fixes"), example.fixed, fixed)


def _complain(rule: Rule, what: Words, expected: str, actual: str) -> NoReturn:
    raise LawcheckError(
        Words(
            f"{rule.code} 的示例不符，{what.zh}应为 {expected!r}，实为 {actual!r}",
            f"an example of {rule.code} does not hold: {what.en} should be {expected!r}, but are {actual!r}",
        )
    )
