"""Articles that a text takes from others: their numbers need not follow one another (LAW001)."""

from bisect import bisect_right
from collections.abc import Sequence

from lawcheck.records import dataclass
from lawcheck.structure.document import Document, Node
from lawcheck.text.patterns import Pattern

# A line that names another document, with an ordinal before it or none: 二、《示例市节水办法》（节选）.
_NAMING_LINE = Pattern(
    r"(?m)^[ \t\u3000#*]{0,8}(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]{1,2}[ \u3000]?)?《[^《》\n]{4,60}》"
    r"(?:[（(][^（()）\n]{0,30}[）)])?(?:有关|相关|部分)?(?:条款|条文|规定|内容)?(?:节选|摘录|摘编)?[：:]?[ \t\u3000]*$"
)
_EXTRACT = Pattern("节选|摘[录编要登]|选[编录]|条文(?:汇编|汇总|对照)?$|依据$|(?:有关|相关|主要)(?:条款|条文|规定)")
_LED_IN = Pattern(
    "(?:摘录|摘编|节选|节录|摘登)(?:如下|于后)|(?:条款|条文)(?:摘录)?如下|规定如下", needs=("如下", "于后")
)
_LEAD = 60
# A document that is given whole begins with its first article, unless that was lost.
_WHOLE = (1, 2)


@dataclass(frozen=True, slots=True)
class Extracts:
    """Where stretches of articles begin that are taken from other documents, and whether each leaves out some."""

    starts: Sequence[int]
    is_partial: Sequence[bool]

    def apart(self, before: Node, node: Node) -> bool:
        """Whether two articles are of different documents."""
        return self._index(before) != self._index(node)

    def leaves_out(self, node: Node) -> bool:
        """Whether some of the articles beside one are left out."""
        index = self._index(node)
        return index >= 0 and self.is_partial[index]

    def _index(self, node: Node) -> int:
        return bisect_right(self.starts, node.start) - 1


def extracts(document: Document) -> Extracts:
    """The stretches of a text that are extracts; a line with the name of a document begins each."""
    text = document.text
    articles = [node for node in document.walk() if node.level == "article"]
    if not articles:
        return Extracts((), ())
    starts: list[int] = []
    partial: list[bool] = []
    for begin, name in _stretches(document):
        first = next((node for node in articles if node.start >= begin), None)
        if first is None:
            continue
        lead = text[max(begin, first.start - _LEAD) : first.start]
        starts.append(begin)
        cited = name.startswith("《") or "、《" in name
        partial.append(bool(_EXTRACT.search(name) or _LED_IN.search(lead)) or (cited and first.number not in _WHOLE))
    return Extracts(starts, partial)


def first_named(document: Document, start: int) -> int:
    """Where the first line stands from a place on that names another document; the end of the text without one."""
    match = next(_NAMING_LINE.finditer(document.text, start), None)
    return match.start() if match else len(document.text)


def _stretches(document: Document) -> list[tuple[int, str]]:
    """Where each begins, and what it is called: the text with its title, annexes, and lines that name a document."""
    text, frame = document.text, document.frame
    found = [(0, document.title.text if document.title else "")]
    found += [(annex.start, annex.title.text if annex.title else "") for annex in frame.annexes]
    found += [(match.start(), match[0].strip()) for match in _NAMING_LINE.finditer(text)]
    return sorted(found)
