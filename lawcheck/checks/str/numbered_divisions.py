"""Signs behind the numbers of chapters and articles: 第一章、总则, 第五条：本会…, where a blank belongs (STR007)."""

import re
from collections.abc import Iterator, Sequence

from lawcheck.checks.str.node_lines import at_line_start
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_SIGNS = "，、：:.．"
_SIGN = Pattern(
    f"[ \u3000]{{0,8}}(?P<marker>第[一二三四五六七八九十百零0-9]{{1,6}}(?P<kind>[章节编条]))"
    f"(?P<sign>[{_SIGNS}])[ \u3000]?(?![第至到])(?=[{HAN}“《])",
    needs=tuple(kind + sign for kind in "章节编条" for sign in _SIGNS),
)
# One line like this may be a caption of another text: 第一章：…, the title of a lecture.
_FEWEST = 2


def signs_behind_numbers(document: Document) -> Iterator[Finding]:
    """A sign behind the number of an article or chapter: each place where most have none, or all as one custom."""
    text = document.text
    if not _SIGN.may_match(text):
        return
    lines = (_SIGN.match(text, line.start, line.end) for line in document.paragraphs)
    found = [match for match in lines if match and not document.is_in_cell(match.start())]
    articles = [match for match in found if match["kind"] == "条"]
    yield from _told(document, articles, "article", "article")
    yield from _told(document, [match for match in found if match["kind"] != "条"], "chapter", "division")


def _told(document: Document, found: Sequence[re.Match[str]], *levels: str) -> Iterator[Finding]:
    if not found:
        return
    signs = {match.start("marker") for match in found}
    nodes = [node for node in document.walk() if node.level in levels and at_line_start(document, node)]
    if len(found) <= sum(node.start not in signs for node in nodes):
        for match in found:
            yield _finding([match], "article")
    elif len(found) == 1 and found[0]["kind"] != "条" and found[0]["sign"] == "、":
        yield _finding(found, "article")
    elif len(found) >= _FEWEST:
        yield _finding(found, "customary")


def _finding(found: Sequence[re.Match[str]], variant: str) -> Finding:
    places = [(match.start("marker"), match.end("sign")) for match in found]
    edits = tuple(Edit(match.start("sign"), match.end(), "\u3000") for match in found)
    values = {"sign": found[0]["sign"]}
    return Finding(*places[0], values, variant, edits, also=tuple(places[1:]), unsafe=True)
