"""References to articles: those that the document does not have (CIT006), their form (CIT008, CIT009)."""

import re
from collections.abc import Iterator

from lawcheck.checks.cit.article_places import NUMERAL, article_places, value
from lawcheck.checks.cit.law_texts import CLOSING, contents_of
from lawcheck.records import dataclass, field
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import NOTES, STATUTE_GENRE
from lawcheck.text.vocabulary.numerals import chinese_numeral

# 修改前的本办法第四十条 is of another version.
_SELF = Pattern(f"(?<![原前])(?<!前的)(?<!原来的)本(?:{STATUTE_GENRE})(?=第{NUMERAL}[章条])")
_ARABIC = Pattern(
    rf"(?:》{NOTES}|本(?:{STATUTE_GENRE}))(?P<place>第(?:\d{{1,4}}条(?:第\d{{1,2}}款)?(?:第\d{{1,2}}项)?))",
    first="》本",
)
_BRACKETED_ITEM = Pattern("第[（(](?P<number>[一二三四五六七八九十]{1,3})[）)](?P<level>[项款])")
# Courts cite with brackets.
_COURT = Pattern("最高人民(?:法院|检察院)")
_DIGITS = Pattern(r"\d+")
# Any sign of items, be they damaged or in the middle of a line.
_ITEM = Pattern("[（(][一二三四五六七八九十0-9]|[：:]")
_FEWEST_ARTICLES = 3
# Who explains a text may be said behind when it takes effect.
_EXPLAINED = Pattern("由[^。\n]{2,40}解释|解释权")
_LAST_BUT = 2
_AMENDS = Pattern("修改|修正案|的决定$")


@dataclass(frozen=True, slots=True)
class _Outline:
    """The articles by number, the highest of them and the highest chapter (0 when there is none).

    `paragraphs` keeps how many paragraphs an article has once they were counted.
    """

    articles: dict[int, Node]
    last: int
    last_chapter: int
    paragraphs: dict[int, int] = field(default_factory=dict)


def article_not_found(document: Document) -> Iterator[Finding]:
    """CIT006: “本办法第四十条” in a document that has no such article, chapter, paragraph or item."""
    outline = _whole_outline(document)
    if outline is None:
        return
    text = document.text
    for match in _SELF.finditer(text):
        for place in article_places(text, match.end()):
            yield from _missing(document, outline, place)


def _whole_outline(document: Document) -> _Outline | None:
    """The articles of a document that is surely complete: the last one says when it takes effect.

    Or it says who explains the text, and one of the two before it when it takes effect.
    """
    nodes = [node for node in document.walk() if node.number and node.level in ("article", "chapter")]
    articles = [node for node in nodes if node.level == "article"]
    if len(articles) < _FEWEST_ARTICLES or (document.title and _AMENDS.search(document.title.text)):
        return None
    numbers = {node.number or 0: node for node in articles}
    last = max(numbers)
    closing = numbers[last]
    explained = _EXPLAINED.search(document.text, closing.start, closing.end)
    first = numbers.get(last - _LAST_BUT, closing) if explained else closing
    if len(numbers) < len(articles) or not CLOSING.search(document.text, first.start, closing.end):
        return None
    return _Outline(numbers, last, max((n.number or 0 for n in nodes if n.level == "chapter"), default=0))


def _missing(document: Document, outline: _Outline, place: re.Match[str]) -> Iterator[Finding]:
    written = {"place": place[0]}
    if place["chapter"]:
        if outline.last_chapter and value(place["chapter"]) > outline.last_chapter:
            yield Finding(*place.span(), {**written, "last": outline.last_chapter}, "chapter")
        return
    number = value(place["article"])
    if number > outline.last:
        yield Finding(*place.span(), {**written, "last": outline.last})
        return
    article = outline.articles.get(number)
    if article is None or place["inserted"] or document.run_on:
        return
    if place["paragraph"]:
        if number not in outline.paragraphs:
            outline.paragraphs[number] = contents_of(document, article).paragraphs
        count = outline.paragraphs[number]
        if value(place["paragraph"]) > count and not _may_be_joined(document, article, count):
            yield Finding(*place.span(), {**written, "last": count}, "paragraph")
            return
    if place["item"]:
        count = _items(article)
        if count and value(place["item"]) > count:
            yield Finding(*place.span(), {**written, "last": count}, "item")
        elif not count and not _ITEM.search(document.text, article.start, article.end):
            yield Finding(*place.span(), written, "no-item")


def _may_be_joined(document: Document, article: Node, count: int) -> bool:
    """Whether an article of a single line has several sentences, which may have been paragraphs before a copy."""
    return count == 1 and document.text.count("。", article.start, article.text_end) > 1


def _items(article: Node) -> int:
    """The highest number of the items of an article; 0 when they cannot be counted."""
    numbers = [node.number or 0 for node in article.children if node.level == "clause"]
    return max(numbers, default=0)


def article_numeral(document: Document) -> Iterator[Finding]:
    """CIT008: an article of a law cited as 第23条."""
    for match in _ARABIC.finditer(document.text):
        right = _DIGITS.compiled.sub(lambda digits: chinese_numeral(int(digits[0])), match["place"])
        start, end = match.span("place")
        yield Finding(start, end, {"found": match["place"], "right": right}, edits=(Edit(start, end, right),))


def item_with_parens(document: Document) -> Iterator[Finding]:
    """CIT009: an item cited as 第（三）项 in a statute that no court made."""
    if document.title and _COURT.search(document.title.text):
        return
    for match in _BRACKETED_ITEM.finditer(document.text):
        right = f"第{match['number']}{match['level']}"
        yield Finding(*match.span(), {"right": right}, edits=(Edit(*match.span(), right),))
