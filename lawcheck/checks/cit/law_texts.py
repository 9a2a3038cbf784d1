"""What the text of a law says of itself: its version, its articles, and what it repeals."""

from bisect import bisect_left
from collections.abc import Iterator

from lawcheck.checks.cit.law_table import Article
from lawcheck.checks.made_on import made_on
from lawcheck.records import dataclass
from lawcheck.structure.document import Document, Node
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, dates_in
from lawcheck.text.vocabulary.sentences import sentence_after

_CITED = Pattern("《(?P<title>(?:[^《》\n]|《[^《》\n]{1,60}》){3,120})》")
_REPEALS = Pattern("同时废止|即行废止|即行失效|停止执行|予以废止")
_EFFECTIVE = Pattern(rf"自(?P<date>{DATE})起(?:施行|实施|执行)")
_EFFECTIVE_AT_ONCE = Pattern("自(?:公布|发布)之日起(?:施行|实施|执行)")
CLOSING = Pattern("施行|实施|执行|生效")
# 关于废止部分规范性文件的决定; one that changes or keeps others names these as well.
_DECISION = Pattern("废止|宣布失效")
_OTHER_DECISION = Pattern("修改|修订|修正|保留|继续有效|清理结果")
# A title may be followed by many others before the verb.
_REACH = 2000
# What repeals stands at the end.
_LAST_ARTICLES = 3


@dataclass(frozen=True, slots=True)
class LawText:
    """What one text says: `day` is that of its version and `effective` that from which it holds ("" where not known).

    `last` is the number of the last article, 0 where one of them misses or stands twice, or the text may be cut off;
    `articles` are those of more than a single paragraph, by number (20-1 for 第二十条之一), and all that were inserted.
    """

    title: str
    day: str
    effective: str
    last: int
    articles: dict[str, Article]
    repealed: tuple[str, ...]


def law_text(document: Document) -> LawText | None:
    """The facts of a law; None when the document has no title or no article."""
    nodes = [node for node in document.walk() if node.level == "article" and node.parts]
    if document.title is None or not nodes:
        return None
    numbers = [node.parts[0] for node in nodes if len(node.parts) == 1]
    # A text that does not end with when it takes effect may be cut off.
    closes = CLOSING.search(document.text, nodes[-1].start, nodes[-1].end)
    whole = bool(closes) and numbers == list(range(1, len(numbers) + 1)) and not document.run_on
    contents = {"-".join(map(str, node.parts)): contents_of(document, node) for node in nodes} if whole else {}
    day = made_on(document) or ""
    closing = nodes[-_LAST_ARTICLES].start if len(nodes) > _LAST_ARTICLES else nodes[0].start
    return LawText(
        "".join(document.title.text.split()),
        day if len(day) == len("2024-05-06") else "",
        _effective(document.text, closing) or (day if _EFFECTIVE_AT_ONCE.search(document.text, closing) else ""),
        len(numbers) if whole else 0,
        {number: held for number, held in contents.items() if held != Article() or "-" in number},
        tuple(_repealed(document, closing)),
    )


def contents_of(document: Document, article: Node) -> Article:
    """The lines of an article that are none of its items, and the items behind each of them."""
    items = {node.start for node in article.walk()} - {article.start}
    counted = {node.start for node in article.children if node.level == "clause"}
    first = bisect_left(document.paragraphs, article.start, key=lambda paragraph: paragraph.start)
    paragraphs = 0
    behind: dict[int, int] = {}
    for paragraph in document.paragraphs[first:]:
        if paragraph.start >= article.end:
            break
        if paragraph.start not in items:
            paragraphs += 1
        elif paragraph.start in counted:
            behind[max(1, paragraphs)] = behind.get(max(1, paragraphs), 0) + 1
    return Article(max(1, paragraphs), tuple(sorted(behind.items())))


def _effective(text: str, closing: int) -> str:
    match = _EFFECTIVE.search(text, closing)
    return next((found.iso for found in dates_in(match["date"]) if found.iso and found.is_whole), "") if match else ""


def repealed_by(document: Document) -> tuple[str, ...]:
    """The titles that a document without articles says are repealed; a decision on that lists them."""
    text, title = document.text, document.title
    if title and _DECISION.search(title.text) and not _OTHER_DECISION.search(title.text):
        said = _DECISION.search(text, title.end)
        return tuple("".join(match["title"].split()) for match in _CITED.finditer(text, said.end())) if said else ()
    found = _CITED.finditer(text, title.end if title else 0)
    return tuple("".join(m["title"].split()) for m in found if "同时废止" in sentence_after(text, m.end(), _REACH))


def _repealed(document: Document, closing: int) -> Iterator[str]:
    """Titles of which the text from an offset on says that they are repealed."""
    text = document.text
    for match in _CITED.finditer(text, closing):
        if _REPEALS.search(sentence_after(text, match.end(), _REACH)):
            yield "".join(match["title"].split())
