"""Read this first: how a document becomes findings.

Source ─ layers ─▶ View ─ structure ─▶ Document ─ engine ─▶ Diagnostics
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lawcheck import engine
from lawcheck.diagnostics import Diagnostic
from lawcheck.layers import clean
from lawcheck.rule import Rule
from lawcheck.source import Source
from lawcheck.structure.build import build_document
from lawcheck.structure.model import Document


@dataclass(frozen=True, slots=True)
class Checked:
    """A document and what was found in it."""

    source: Source
    document: Document
    diagnostics: list[Diagnostic]


def parse(source: Source, kind: str = "auto") -> Document:
    """The structure of a document: what is not its author's text is cut from the view, the rest is parsed."""
    return build_document(clean(source), source.format, kind)


def check(source: Source, rules: Sequence[Rule], kind: str = "auto", language: str = "zh") -> Checked:
    """Parses a document and runs the rules over it. Any text at all is checked without an exception."""
    document = parse(source, kind)
    return Checked(source, document, engine.run(document, rules, language))
