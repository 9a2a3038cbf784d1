"""References to what stands before: 前款, 前条 (CIT013)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Node
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import parse_numeral

# 提前, 会前款项, 贷前条件, 当前款式 are other words.
_PRECEDING = Pattern(
    "(?<![提以从之生会贷当目眼先事日月年天税售课赛婚产餐饭班用])前(?P<count>[两二三四五六])?(?P<level>[款条])(?![件例目式额物])",
    first="前",
)
_AMENDS = Pattern("修改|修正案|的决定$")


def nothing_before(document: Document) -> Iterator[Finding]:
    """CIT013: 前款 in the first paragraph of an article, 前三款 in the third, 前条 in the first article."""
    if document.run_on or (document.title and _AMENDS.search(document.title.text)):
        return
    for article in document.articles:
        # What is quoted belongs to another text, and paragraphs of a single line may have been joined.
        lines = _lines(document, article)
        for index, (start, end) in enumerate(lines):
            for match in _PRECEDING.finditer(document.text, start, end):
                asked = 2 if match["count"] == "两" else parse_numeral(match["count"] or "一") or 1
                there = index if match["level"] == "款" else (article.number or asked + 1) - 1
                if asked > there and not _is_inside(document.text, start, match.start()):
                    yield Finding(*match.span(), {"found": match[0], "last": there})


def _lines(document: Document, article: Node) -> list[tuple[int, int]]:
    """The paragraphs of an article, its items left out; none where a paragraph may hold several."""
    end = article.children[0].start if article.children else article.end
    body = document.text[article.start : end]
    lines: list[tuple[int, int]] = []
    at = article.start
    for line in body.splitlines(keepends=True):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line)
    return [] if any(document.text.count("。", *span) > 1 for span in lines) else lines


def _is_inside(text: str, start: int, at: int) -> bool:
    """Whether a place stands in quotation marks."""
    return text.rfind("“", start, at) > text.rfind("”", start, at)
