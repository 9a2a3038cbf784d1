"""What a page lists below a document: other pages, who edited it, and its own first lines again."""

from collections.abc import Iterator, Sequence

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE
from lawcheck.text.vocabulary.han import HAN

_LINKS = Pattern(
    r"[【\[]?相关(?:(?:链接|阅读|新闻|报道|稿件|文章|解读|推荐)[】\]]?[ \u3000]?[:：]?[ \u3000]?[>＞»]{0,4}"
    r"|附件[ \u3000]?[>＞»]{1,4})$"
)
# These belong to the document, wherever they stand.
_OF_DOCUMENT = Pattern(f"附[ \u3000]?件(?!下载)|附[:：]|附表|抄[ \u3000]?[送报]|{DATE}")
_EDITOR = Pattern("(?:责任编辑|文字编辑|网站编辑|责编)[ \u3000]?[:：]$")
_NAME = Pattern(f"[{HAN}][ \u3000]?[{HAN}]{{1,3}}$")
# The first lines of a text that a page repeats below its buttons: its title, and how it begins.
_HEAD = 2000
_MOST_REPEATED = 3
_SHORTEST_REPEATED = 10

Line = tuple[int, int]


def below_links(text: str, foot: Sequence[Line]) -> Iterator[Line]:
    """The lines behind the last sentence that are links to other pages, or the name of an editor."""
    linked = edited = False
    for start, end in foot:
        if _OF_DOCUMENT.match(text, start, end):
            linked = False
        elif linked or (edited and _NAME.match(text, start, end)):
            yield start, end
        elif _LINKS.match(text, start, end):
            linked = True
            yield start, end
        edited = _EDITOR.match(text, start, end) is not None


def repeated_below(text: str, lines: Sequence[Line]) -> int:
    """How many of the last lines say only what the first ones say."""
    head = "".join(text[:_HEAD].split())
    count = 0
    for start, end in reversed(lines[-_MOST_REPEATED:]):
        words = "".join(text[start:end].split())
        if start < _HEAD or len(words) < _SHORTEST_REPEATED or words not in head:
            break
        count += 1
    return count
