"""Read this first: how a document becomes findings.

Source ─ layers ─▶ View ─ structure ─▶ Document ─ engine ─▶ Diagnostics ─ fixer ─▶ text
"""

from collections.abc import Sequence
from dataclasses import replace

from lawcheck.checks import engine
from lawcheck.checks.checked import Checked, own_rules
from lawcheck.checks.suppress import Suppressions, requests
from lawcheck.fixing import fixer
from lawcheck.fixing.fixer import Mended
from lawcheck.rulebook.findings import Safety
from lawcheck.rulebook.rule import Rule
from lawcheck.structure.build import build_document
from lawcheck.structure.document import Document
from lawcheck.structure.settings import NO_SETTINGS, Settings
from lawcheck.text.edits import Editor
from lawcheck.text.layers import clean
from lawcheck.text.source import Source


def parse(source: Source, kind: str = "auto") -> Document:
    """The structure of a document: what is not its author's text is cut from the view, the rest is parsed."""
    return build_document(clean(source), source.format, kind, source.layout)


def check(
    source: Source,
    rules: Sequence[Rule],
    kind: str = "auto",
    language: str = "zh",
    settings: Settings = NO_SETTINGS,
) -> Checked:
    """Parses a document and runs the rules over it. Any text at all is checked without an exception."""
    return check_parsed(source, replace(parse(source, kind), settings=settings), rules, language)


def check_parsed(source: Source, document: Document, rules: Sequence[Rule], language: str = "zh") -> Checked:
    """Runs the rules over a document that is parsed already."""
    suppressions = Suppressions(requests(document))
    diagnostics = engine.run(document, rules, suppressions, language)
    return Checked(source, document.kind, diagnostics, suppressions.hidden, own_rules(rules, diagnostics))


def mend(
    source: Source,
    rules: Sequence[Rule],
    kind: str = "auto",
    settings: Settings = NO_SETTINGS,
    unsafe: bool = False,
    editor: Editor | None = None,
) -> Mended:
    """Applies the safe fixes of the rules, or all of them, until none is left."""
    mending = [rule for rule in rules if rule.fix and (unsafe or rule.fix.safety is Safety.SAFE)]
    return fixer.mend(source, lambda s: check(s, mending, kind, settings=settings).diagnostics, unsafe, editor)
