"""Findings as people read them: what, where, why, and what would fix it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat

from lawcheck.records import dataclass, field
from lawcheck.reporting.catalogue import force
from lawcheck.reporting.display.gathering import Named
from lawcheck.reporting.display.shown import Card, CardPlace, Link, ShownChange, ShownPicture, SourceLine
from lawcheck.reporting.excerpt import clipped, visible
from lawcheck.reporting.outline_tree import caption
from lawcheck.reporting.places import on_page, position
from lawcheck.reporting.told import tell
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import CRASH_CODE, Safety
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
# A place is called by its own words from so many on, and by no more than these columns of them.
_TELLING = 3
_LONGEST_QUOTATION = 40
_MOST_EACH = 300
_LONGEST_EXAMPLE = 160
# What is about how a document looks stands apart from what is about its text.
LAYOUT = "layout"
_LAYOUT_CODES = "FMT"


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
    pictures: Mapping[str, ShownPicture] = field(default_factory=dict)

    def card(self, number: int, found: Named) -> Card:
        """One card."""
        diagnostic = tell(found.issue, self.own_rules, self.language)
        rule = rule_with(diagnostic.code, self.own_rules)
        path = [caption(node, self.language) for node in self.document.path_at(diagnostic.start)]
        page = on_page(self.pages, diagnostic.start, self.language)
        links = [
            self._link(f"m-{name}", *span, message)
            for name, span, message in zip(found.names, diagnostic.spans, diagnostic.each or repeat(""), strict=False)
        ]
        fix = diagnostic.fix
        edits = fix.edits if fix else ()
        return Card(
            number=number,
            key=f"{self.prefix}f-{found.key}",
            severity=diagnostic.severity,
            code=diagnostic.code,
            name=diagnostic.name,
            title=rule.summary.in_language(self.language) if rule else diagnostic.name,
            page=rule_url(rule, self.language, self.docs_url) if rule and self.docs_url else "",
            group=LAYOUT if diagnostic.code.startswith(_LAYOUT_CODES) else diagnostic.severity,
            message=visible(diagnostic.message),
            first=links[0],
            others=tuple(links[0 if diagnostic.each else 1 : _MOST_PLACES]),
            places=len(links),
            each=tuple(self._places(found, links)) if len(links) > 1 else (),
            path=" › ".join([page, *path] if page else path),
            section=path[0] if path else word("show-top", self.language),
            related=tuple(
                self._link(f"r-{other.start}", other.start, other.end, other.message) for other in diagnostic.related
            ),
            reason=rule.reason.in_language(self.language) if rule else "",
            sources=tuple(self._sources(rule)) if rule else (),
            examples=tuple(_examples(rule)) if rule else (),
            safety=fix.safety if fix else "",
            safe=sum(1 for place in found.issue.places if place.edits) if fix and fix.safety is Safety.SAFE else 0,
            fix_title=visible(fix.title) if fix else "",
            changes=tuple(self._change(edit) for edit in edits[:_MOST_CHANGES]),
            more_changes=len(edits[_MOST_CHANGES:]),
            is_crash=diagnostic.code == CRASH_CODE,
            pictures=tuple(self.pictures[name] for name in found.names if name in self.pictures),
        )

    def _link(self, name: str, start: int, end: int, message: str) -> Link:
        """A way to a place, called by the words that stand there, with those around them where they are few."""
        text = self.lines.text
        own = text[start : min(end, start + _LONGEST_PIECE)]
        if len(own.strip()) < _TELLING:
            before = text[max(0, start - _AROUND) : start].splitlines()[-1:]
            own = "".join(before) + own + "".join(text[end : end + _AROUND].splitlines()[:1])
        quotation = clipped(visible(" ".join(own.split())), _LONGEST_QUOTATION)
        return Link(f"{self.prefix}{name}", position(self.lines, start), quotation, visible(message))

    def _places(self, found: Named, links: Sequence[Link]) -> Iterator[CardPlace]:
        """Each of several places, as far as anybody goes through them one by one."""
        for place, name, link in list(zip(found.issue.places, found.names, links, strict=True))[:_MOST_EACH]:
            yield CardPlace(name, link, self._change(place.edits[0]) if place.edits else None)

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


def _examples(rule: Rule) -> Iterator[tuple[str, str]]:
    """The first wrong text of a rule that is a text alone, what becomes of it, and the first right one."""
    plain = [example for example in rule.examples if example.layout is None]
    for key in ("bad", "good"):
        text = next((text for example in plain if (text := getattr(example, key))), None)
        if text:
            yield key, clipped(visible(" ".join(text.split())), _LONGEST_EXAMPLE)
