"""Sentences and titles that stand twice, one near the other (STR019)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Paragraph
from lawcheck.structure.kinds import Kind
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import BRACKETED_NUMBER
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.line_markers import BRACKETED, ITEM, SECTION, SERIAL

_SENTENCE = Pattern("[^。；！？;\n]{12,600}[。；！？;]?")
_ORDINAL = Pattern(rf"[ \t\u3000]{{0,8}}(?:{SECTION}|{BRACKETED}|{ITEM}|{SERIAL})?[ \t\u3000]{{0,4}}")
_HAN = Pattern(f"[{HAN}]")
# Who does it, and what may be said of one thing after the other: a penalty, a procedure, a quotation.
_BOILERPLATE = Pattern(
    "^[（(]|(?:责任|牵头|参[加与]|配合|主管|组成|协办|完成)(?:单位|部门|时[间限])|负责[）)]?$|^[^，]{2,8}[：:]"
    "|[处给][^，。]{0,12}(?:罚款|罚金|处分|处罚|徒刑)|刑事责任|如下[：:]?|修改为|[“”]"
)
_REACH = 500
_ORDINAL_LENGTH = 8
_SHORTEST_TITLE = 8
_TITLE_LINES = 3
_NUMBER = Pattern(f"{BRACKETED_NUMBER}$")
_SPACE = Pattern(r"\s")


def copied_sentence(document: Document, *, min_length: int) -> Iterator[Finding]:
    """STR019: a sentence that stands a second time in its paragraph or the next one, and a title before the title."""
    yield from _titles(document)
    # A statute says the same of one case and of the other.
    if document.kind is Kind.STATUTE or document.run_on:
        return
    text = document.text
    seen: dict[str, tuple[int, int, int]] = {}
    marked = {node.start for node in document.walk() if not node.inferred}
    for number, paragraph in enumerate(document.paragraphs):
        if document.is_in_cell(paragraph.start):
            continue
        alone = paragraph.start not in marked
        for match in _SENTENCE.finditer(text, paragraph.start, paragraph.end):
            head = _ORDINAL.match(text, match.start(), match.end())
            start = head.end() if head else match.start()
            words = text[start : match.end()].rstrip("。；！？; \u3000")
            earlier = seen.get(words)
            seen[words] = (number, start, match.end())
            if earlier is None or start - earlier[2] > _REACH:
                continue
            if len(_HAN.compiled.findall(words)) < min_length or _BOILERPLATE.search(words):
                continue
            # A whole paragraph that stands twice is a matter of STR012; two items of a list may say the same.
            if number == earlier[0] or (
                number == earlier[0] + 1 and alone and not _is_whole(paragraph, start, match.end())
            ):
                related = ((earlier[1], earlier[2], "original"),)
                yield Finding(start, match.end(), related=related, edits=(Edit(start, match.end(), ""),))


def _is_whole(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether a sentence is all that its paragraph says."""
    return end - start >= paragraph.end - paragraph.start - _ORDINAL_LENGTH


def _titles(document: Document) -> Iterator[Finding]:
    """The title of a web page right over that of the document itself, or over its number."""
    if document.kind is Kind.STATUTE:
        return
    lines = document.paragraphs[: 1 + _TITLE_LINES]
    words = [_SPACE.compiled.sub("", document.text_of(line)) for line in lines]
    if (
        len(words) < 2
        or len(words[0]) < _SHORTEST_TITLE
        or words[0][-1] in "。：；:;"
        or document.is_in_cell(lines[0].start)
    ):
        return
    below = 1 + (len(words) > 2 and _NUMBER.search(words[1]) is not None)
    # The whole page may stand twice, which is another matter.
    if words[0] == words[below] and words.count(words[0]) == 2:
        related = ((lines[below].start, lines[below].end, "original"),)
        yield Finding(lines[0].start, lines[0].end, {}, "title", related=related)
