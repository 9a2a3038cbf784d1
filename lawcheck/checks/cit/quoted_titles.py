"""CIT018: the title of a document stands in quotation marks and not in title marks."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import BRACKETED_NUMBER
from lawcheck.text.vocabulary.genres import ABOUT_GENRE, CITED_GENRE, FORMAL_GENRE, STAGE
from lawcheck.text.vocabulary.han import HAN

# “…关于…的通知”, and “…办法”（示政发〔2024〕5号）.
_QUOTED = Pattern(
    rf"(?P<open>[“\"])(?:[^“”\"《》，。；：！？\n]{{0,40}}关于[^“”\"《》。；：！？\n]{{4,60}}的(?:{ABOUT_GENRE}|{FORMAL_GENRE})(?:{STAGE})?(?P<close>[”\"])"
    rf"|[^“”\"《》，。；：！？\n]{{4,60}}(?:{CITED_GENRE})(?:{STAGE})?(?P<end>[”\"])(?=[（(][{HAN}]{{1,12}}{BRACKETED_NUMBER}))",
    first='“"',
)
_REACH = 120


def title_in_quotation_marks(document: Document) -> Iterator[Finding]:
    """CIT018: “示例区教育局关于做好报名工作的通知”, cited in a sentence."""
    text = document.text
    title = document.title
    for match in _QUOTED.finditer(text):
        start, end = match.span()
        if (title and title.start <= start < title.end) or _is_inside_title(text, start):
            continue
        edits = (Edit(start, start + 1, "《"), Edit(end - 1, end, "》"))
        yield Finding(start, end, {"name": text[start + 1 : end - 1]}, edits=edits)


def _is_inside_title(text: str, at: int) -> bool:
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    return before.count("《") > before.count("》")
