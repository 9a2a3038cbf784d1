"""Findings as people read them: what, where, why, and what would fix it."""

from collections.abc import Iterator, Sequence
from itertools import repeat

from lawcheck.records import dataclass
from lawcheck.reporting.catalogue import force
from lawcheck.reporting.display.shown import Card, Link, ShownChange, SourceLine
from lawcheck.reporting.excerpt import clipped, visible
from lawcheck.reporting.outline_tree import caption
from lawcheck.reporting.places import on_page, position
from lawcheck.reporting.told import tell
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import CRASH_CODE, Issue
from lawcheck.rulebook.registry import rule_with
from lawcheck.rulebook.rule import Rule
from lawcheck.rulebook.rule_links import rule_url
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.pages import Pages
from lawcheck.text.source import LineIndex

_MOST_PLACES = 12
_MOST_CHANGES = 4
_AROUND = 10
_LONGEST_PIECE = 80


@dataclass(frozen=True, slots=True)
class Named:
    """A finding, and a name for each of its places (`lawcheck.running.fingerprint`)."""

    issue: Issue
    names: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name of the finding itself."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class CardMaker:
    """Makes the cards of one document; `prefix` keeps the names of several documents on a page apart."""

    document: Document
    lines: LineIndex
    own_rules: Sequence[Rule]
    language: str
    prefix: str = ""
    docs_url: str = ""
    pages: Pages | None = None

    def card(self, number: int, found: Named) -> Card:
        """One card."""
        diagnostic = tell(found.issue, self.own_rules, self.language)
        rule = rule_with(diagnostic.code, self.own_rules)
        path = [caption(node, self.language) for node in self.document.path_at(diagnostic.start)]
        page = on_page(self.pages, diagnostic.start, self.language)
        links = [
            Link(f"{self.prefix}m-{name}", position(self.lines, start), visible(message))
            for name, (start, _), message in zip(
                found.names, diagnostic.spans, diagnostic.each or repeat(""), strict=False
            )
        ]
        fix = diagnostic.fix
        edits = fix.edits if fix else ()
        return Card(
            number=number,
            key=f"{self.prefix}f-{found.key}",
            severity=diagnostic.severity,
            code=diagnostic.code,
            name=diagnostic.name,
            page=rule_url(rule, self.language, self.docs_url) if rule and self.docs_url else "",
            message=visible(diagnostic.message),
            first=links[0],
            others=tuple(links[0 if diagnostic.each else 1 : _MOST_PLACES]),
            places=len(links),
            path=" › ".join([page, *path] if page else path),
            section=path[0] if path else word("show-top", self.language),
            related=tuple(
                Link(f"{self.prefix}r-{other.start}", position(self.lines, other.start), visible(other.message))
                for other in diagnostic.related
            ),
            reason=rule.reason.in_language(self.language) if rule else "",
            sources=tuple(self._sources(rule)) if rule else (),
            safety=fix.safety if fix else "",
            fix_title=visible(fix.title) if fix else "",
            changes=tuple(self._change(edit) for edit in edits[:_MOST_CHANGES]),
            more_changes=len(edits[_MOST_CHANGES:]),
            is_crash=diagnostic.code == CRASH_CODE,
        )

    def _sources(self, rule: Rule) -> Iterator[SourceLine]:
        for source in rule.sources:
            yield SourceLine(
                word(force(source), self.language),
                word(f"level-of-{source.level}", self.language),
                f"{source.title} {source.clause}".rstrip(),
                source.verified,
            )

    def _change(self, edit: Edit) -> ShownChange:
        text = self.lines.text
        return ShownChange(
            self._shown(text[max(0, edit.start - _AROUND) : edit.start]),
            self._shown(text[edit.start : edit.end]),
            self._shown(edit.content),
            self._shown(text[edit.end : edit.end + _AROUND]),
        )

    def _shown(self, text: str) -> str:
        """On one line, with a sign for each line end."""
        return clipped(visible("↵".join(text.splitlines()) + ("↵" if text.endswith("\n") else "")), _LONGEST_PIECE)
