"""Runs the examples of a rule, as the tests do and as authors of rules can."""

from lawcheck.diagnostics import Diagnostic, Edit
from lawcheck.errors import LawcheckError
from lawcheck.fixer import apply_edits
from lawcheck.pipeline import check
from lawcheck.rule import Example, Rule
from lawcheck.source import Source
from lawcheck.specimen import specimen


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


def apply_fixes(text: str, diagnostics: list[Diagnostic]) -> str:
    """The text after every fix of these diagnostics; where two overlap, the later one is left out."""
    edits = sorted({e for d in diagnostics if d.fix for e in d.fix.edits}, key=lambda e: (e.start, e.end))
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return apply_edits(text, kept)


def source_of(example: Example, text: str) -> Source:
    """A text of an example as the document that is checked."""
    return Source(text) if example.layout is None else specimen(text, example.layout)


def run_examples(rule: Rule) -> None:
    """Raises LawcheckError for the first example that a rule does not bear out."""
    for example in rule.examples:
        text, expected = unmark(example.bad if example.bad is not None else example.good or "")
        found = check(source_of(example, text), (rule,), kind=example.kind, settings=example.settings).diagnostics
        spans = sorted(span for d in found for span in d.spans)
        if spans != expected:
            shown = [(a, b, text[a:b]) for a, b in spans]
            raise LawcheckError(f"{rule.code}: {text!r} gives {shown}, not {[(a, b, text[a:b]) for a, b in expected]}")
        if example.fixed is not None and (fixed := apply_fixes(text, found)) != example.fixed:
            raise LawcheckError(f"{rule.code}: {text!r} is fixed to {fixed!r}, not {example.fixed!r}")
