"""Read this first: how a document becomes findings.

Source ─ layers ─▶ View ─ structure ─▶ Document ─ engine ─▶ Issues ─ fixer ─▶ text
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from lawcheck.checks import engine
from lawcheck.checks.checked import Checked, Parsed, own_rules
from lawcheck.checks.scanned import why_scanned
from lawcheck.checks.suppress import Suppressions, requests
from lawcheck.fixing import fixer
from lawcheck.fixing.fixer import Fixed
from lawcheck.fixing.holdings import WATCHED, Holdings, holdings
from lawcheck.fixing.safeguard import doubted, guarded
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.findings import Issue, Safety
from lawcheck.structure.build import build_document
from lawcheck.structure.document import Document
from lawcheck.text.edits import Editor
from lawcheck.text.layers import clean
from lawcheck.text.source import Source


def parse(source: Source, kind: str = "auto") -> Document:
    """The structure of a document: what is not its author's text is cut from the view, the rest is parsed."""
    document = build_document(clean(source), source.format, kind, source.layout)
    return document if source.scanned is None else replace(document, scanned=source.scanned)


def check(source: Source, options: Options, document: Document | None = None) -> Checked:
    """Runs the rules over a document, which is parsed unless its structure is given with it.

    Any text at all is checked without an exception.
    """
    parsed = replace(document or parse(source, options.kind), settings=options.settings)
    suppressions = Suppressions(requests(parsed))
    issues = doubted(source, guarded(parsed, engine.run(parsed, options.rules, suppressions)))
    own = own_rules(options.rules, issues)
    docs_url = options.settings.docs_url
    scanned = why_scanned(parsed)
    return Checked(source, parsed.kind, issues, Parsed(lambda: parsed), suppressions.hidden, own, docs_url, scanned)


def fix(source: Source, options: Options, unsafe: bool = False, editor: Editor | None = None) -> Fixed:
    """Applies the safe fixes of the rules, or all of them, until none is left.

    A safe fix by which the document would have fewer headings, tasks, units or time limits, or by which a finding on
    one of them would be hidden, is not made.
    """
    wanted = (Safety.SAFE, Safety.UNSAFE) if unsafe else (Safety.SAFE,)
    fixing = replace(options, rules=tuple(rule for rule in options.rules if rule.fix and rule.fix.safety in wanted))
    last: Checked | None = None
    parsed = lru_cache(maxsize=2)(lambda now: parse(now, options.kind))

    def found(now: Source) -> list[Issue]:
        nonlocal last
        last = check(now, fixing, parsed(now))
        return last.diagnostics

    fixed = fixer.fix(source, found, unsafe, editor, None if unsafe else _losing(options, parsed))
    return replace(fixed, document=last.document) if last and last.source is fixed.source else fixed


def _losing(options: Options, parsed: Callable[[Source], Document]) -> Callable[[Source, str], bool]:
    """Whether a document loses something when this text takes the place of its own."""
    watching = replace(options, rules=tuple(rule for rule in options.rules if rule.code.startswith(WATCHED)))

    @lru_cache(maxsize=2)
    def held(text: str, like: Source) -> Holdings:
        # A file that is more than its text is compared as a text alone, before and after.
        source = replace(like, text=text) if like.format.has_lines else Source(text)
        document = parsed(source)
        return holdings(document, check(source, watching, document).diagnostics)

    return lambda source, after: held(source.text, source).lose_by(held(after, source))
