"""References inside a document to its own parts, and what they lead to."""

import re
from collections import defaultdict
from collections.abc import Iterator

from lawcheck.comparing.changes import Span
from lawcheck.comparing.passages import Passage
from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import NAMED_GENRE
from lawcheck.text.vocabulary.numerals import parse_numeral

_N = "[一二三四五六七八九十百零〇0-9]{1,7}"
# In brackets the number is that of an item: 第（三）项.
REFERENCE = Pattern(
    rf"第(?P<article>{_N})条(?!例)(?P<inserted>之[一二三四五六七八九十]{{1,3}})?(?:第(?P<paragraph>{_N})款)?(?:第[（(]?(?P<of>{_N})[）)]?项)?"
    rf"|第[（(]?(?P<item>{_N})[）)]?项|第(?P<chapter>{_N})章|第(?P<part>{_N})部分|(?:任务|措施)(?P<task>\d{{1,3}})(?![\d年个项%])"
    rf"|第(?P<numbered>{_N})(?:号|条)?(?:任务|措施)"
)
# After a title or the name of another law a reference leads out of the document.
_OTHER = Pattern(rf"(?:》(?:[（(][^（）()\n]{{1,30}}[）)])?|(?:{NAMED_GENRE}))的?$")
_OWN = Pattern(rf"本(?:{NAMED_GENRE})的?$")
_BEFORE = 40
_JOINT = Pattern("(?:规定)?(?:、|，|和|或者?|以及|及|至|到)?")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference with its place, and the passage that it leads to."""

    text: str
    start: int
    end: int
    target: Passage
    # Whether it names the article as well, and not only the number of an item.
    is_full: bool


def references(text: str, start: int, end: int) -> list[Span]:
    """Where a span of a text refers to articles, items or tasks, its own or those of others."""
    return [match.span() for match in REFERENCE.finditer(text, start, end)]


class Targets:
    """Leads from the references of a document to its passages."""

    def __init__(self, text: str, passages: tuple[Passage, ...]) -> None:
        self._text = text
        self._by_number: defaultdict[tuple[str, int], list[Passage]] = defaultdict(list)
        self._inserted: dict[str, Passage] = {}
        self._children: defaultdict[int, list[Passage]] = defaultdict(list)
        for passage in passages:
            if passage.number is not None:
                self._by_number[passage.level, passage.number].append(passage)
            elif passage.level == "article":
                self._inserted[passage.marker] = passage
            if passage.parent:
                self._children[passage.parent.index].append(passage)

    def of(self, passage: Passage) -> Iterator[Reference]:
        """The references of a passage to parts of its own document, as far as they are certain."""
        for match, article in self._own(passage):
            target = self._target(match.groupdict(), article, passage)
            if target is not None and target is not passage:
                yield Reference(match[0], *match.span(), target, match["of"] is not None)

    def places(self, passage: Passage) -> Iterator[Span]:
        """Where a passage refers to parts of its own document, be they there or not."""
        return (match.span() for match, _ in self._own(passage))

    def _own(self, passage: Passage) -> Iterator[tuple[re.Match[str], str | None]]:
        """The references of a passage that lead to no other document, and the articles that they name.

        Of a row (第三条第一项、第二项) each leads into the same document and article as the one before it.
        """
        last: tuple[int, bool, str | None] | None = None
        for match in REFERENCE.finditer(self._text, passage.body, passage.end):
            article = match["article"]
            if last and _JOINT.fullmatch(self._text, last[0], match.start()):
                own, article = last[1], article or last[2]
            else:
                before = self._text[max(passage.body, match.start() - _BEFORE) : match.start()]
                own = _OTHER.search(before) is None or _OWN.search(before) is not None
            last = (match.end(), own, article)
            if own:
                yield match, article

    def _target(self, parts: dict[str, str | None], article: str | None, passage: Passage) -> Passage | None:
        item = parts["of"] or parts["item"]
        if article and parts["inserted"]:
            home = self._inserted.get(f"第{article}条{parts['inserted']}")
        else:
            home = self._only("article", article) if article else _article(passage)
        if parts["article"] or (item and home):
            return self._item(home, item) if home and item else home
        if parts["chapter"]:
            return self._only("chapter", parts["chapter"])
        if parts["part"]:
            return self._only("section", parts["part"])
        number = item or parts["task"] or parts["numbered"]
        return self._only("item", number) or self._only("subsection", number) if number else None

    def _only(self, level: str, numeral: str) -> Passage | None:
        """The one passage of a level with this number."""
        found = self._by_number.get((level, parse_numeral(numeral) or 0), [])
        return found[0] if len(found) == 1 else None

    def _item(self, article: Passage, numeral: str) -> Passage | None:
        value = parse_numeral(numeral)
        found = [p for p in self._children[article.index] if p.number == value]
        return found[0] if len(found) == 1 else None


def _article(passage: Passage) -> Passage | None:
    """The article that a passage is, or lies in."""
    found: Passage | None = passage
    while found and found.level != "article":
        found = found.parent
    return found
