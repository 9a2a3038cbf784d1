"""Titles and addressees: DOC001, DOC002, DOC004, DOC012."""

from collections.abc import Iterator
from itertools import islice

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Paragraph
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE
from lawcheck.text.vocabulary.document_numbers import document_number_at
from lawcheck.text.vocabulary.genres import EVERY_GENRE, PUBLIC_GENRE, Meaning, meaning_of
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import ends_as_office

_BRACKETS = Pattern("[（(〔][^（）()〔〕]{1,30}[）)〕]")
_ENDS_IN_GENRE = Pattern(f"(?:{EVERY_GENRE})$")
_STACKED = Pattern("(?:请示报告|报告请示|请示函|函的请示|通知通报|通报通知|意见通知|决定通知|意见报告)$")
_ABOUT = Pattern(f"[{HAN}]{{0,40}}关于[{HAN}、“”（）《》0-9—]{{2,50}}")
_BODY = 40


def missing_genre(document: Document) -> Iterator[Finding]:
    """DOC001: a title 关于… that does not say what the document is, or says it twice."""
    title = document.title
    if title is not None:
        name = _BRACKETS.compiled.sub("", title.text)
        if _STACKED.search(name):
            yield Finding(title.start, title.end, {}, "stacked")
        return
    if len(document.paragraphs) < 2:
        return
    first, second = document.paragraphs[:2]
    match = _ABOUT.match(document.text, first.start, first.end)
    if match is None or match.end() != first.end or not _follows_title(document.text[second.start : second.end]):
        return
    if not _ENDS_IN_GENRE.search(_BRACKETS.compiled.sub("", match[0])):
        yield Finding(first.start, first.end)


def _follows_title(line: str) -> bool:
    """Whether a line is body text, the number of the document or its addressees: what stands behind a whole title."""
    return len(line) >= _BODY or line.endswith("：") or document_number_at(line, 0) is not None


_SIGNS = Pattern("《[^《》]{1,80}》|“[^“”]{1,40}”|[（(][^（）()]{1,40}[）)]|(?P<sign>[，；。：！])")
_POINTED = Pattern("[^。；，：！\n]{0,30}关于[^。；：！\n]{2,60}(?:" + EVERY_GENRE + ")[。；]")


def title_punctuation(document: Document) -> Iterator[Finding]:
    """DOC002: a comma or another point in a title, or at its end."""
    title = document.title
    if title is not None:
        start, end = title.start, title.end
    else:
        first = document.paragraphs[0] if document.paragraphs else Paragraph(0, 0)
        match = _POINTED.match(document.text, first.start, first.end)
        if match is None or match.end() != first.end:
            return
        start, end = match.span()
    for sign in _SIGNS.finditer(document.text, start, end):
        if sign["sign"]:
            yield Finding(*sign.span("sign"), {"sign": sign["sign"]})


_ISSUED = Pattern("(?:印发|发布)(?:《(?P<marked>[^《》]{4,80})》|(?P<plain>[^《》]{4,80}?))的(?:通知|函)$")
_ATTACHED = Pattern(r"附件[:：][ \u3000]{0,4}(?P<name>[^\n0-9。；，：]{4,60})$")
_ATTACHMENT_LABEL = Pattern(r"^附件[0-9]{0,2}[:：.]?")
_SPACE = Pattern(r"\s+")
_NAME_SIGNS = Pattern('[《》〈〉“”"]')
# A notice may leave these out of the name.
_FILLERS = Pattern("^关于|的")
_LONGEST_NAME = 60
_SHORTEST_STEM = 5
_MOST_LINES = 400
_MOST_NAMES = 20


def title_mismatch(document: Document, *, min_similarity: int) -> Iterator[Finding]:
    """DOC004: the document that a notice issues, or that its note names, bears another title where it stands."""
    names = list(islice(_announced(document), _MOST_NAMES))
    if not names:
        return
    from rapidfuzz import fuzz  # its libraries take long to load, and most documents do without

    lines = list(_title_lines(document))
    bare = {line for line, _, _ in lines}
    for name in names:
        if any(name in line or line in name for line in bare):
            continue
        for line, start, end in lines:
            if fuzz.ratio(name, line, score_cutoff=min_similarity) or _differ_in_genre(name, line):
                yield Finding(start, end, {"name": name})
                break


def _differ_in_genre(name: str, line: str) -> bool:
    """Whether two titles are the same but for their last word: 绿化工作方案, 绿化工作办法."""
    stem = _ENDS_IN_GENRE.compiled.sub("", name)
    return len(stem) >= _SHORTEST_STEM and stem == _ENDS_IN_GENRE.compiled.sub("", line)


def _announced(document: Document) -> Iterator[str]:
    """The names of what is attached, by the title and by the note on attachments."""
    issued = _ISSUED.search(document.title.text) if document.title else None
    if issued:
        yield _bare(issued["marked"] or issued["plain"])
    for paragraph in document.paragraphs:
        match = _ATTACHED.match(document.text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_NAME)])
        if match and paragraph.end - paragraph.start < _LONGEST_NAME:
            yield _bare(match["name"])


def _title_lines(document: Document) -> Iterator[tuple[str, int, int]]:
    """Lines that may be a title: behind the first one, short, ending in the name of a genre; also two that are one."""
    begin = document.title.end if document.title else 0
    starts = {node.start for node in document.walk()}
    previous: Paragraph | None = None
    for paragraph in document.paragraphs[:_MOST_LINES]:
        text = document.text[paragraph.start : paragraph.end]
        if paragraph.start < begin or len(text) > _LONGEST_NAME or paragraph.start in starts:
            previous = None
            continue
        if _ATTACHED.match(text):
            previous = None
            continue
        for start in {paragraph.start, previous.start if previous else paragraph.start}:
            line = _bare(document.text[start : paragraph.end])
            if _ENDS_IN_GENRE.search(line):
                yield line, start, paragraph.end
        previous = paragraph


def _bare(name: str) -> str:
    """A name without space, brackets, marks and the label of an attachment."""
    name = _BRACKETS.compiled.sub("", _SPACE.compiled.sub("", name))
    return _ATTACHMENT_LABEL.compiled.sub("", _FILLERS.compiled.sub("", _NAME_SIGNS.compiled.sub("", name)))


_NUMBER_GAP = Pattern("[ \u3000]{0,4}")
_DATE_LINE = Pattern(f"[（(]?{DATE}[^\n]{{0,20}}$")
_ADDRESSED = Pattern("各|政府|委员会|厅|局")
_PUBLIC = Pattern(f"(?:{PUBLIC_GENRE})$")
_DIVIDERS = Pattern("[，；,;]")
# No list of units holds these.
_SENTENCE = Pattern("[的为是将已应了要对由。：:0-9]|根据|印发|同意|包括|组成|负责")
_LONGEST_ADDRESS = 200
_LINES_BEFORE = 3


def recipient_colon(document: Document) -> Iterator[Finding]:
    """DOC012: the line that names the addressees of an official document ends in another sign than a colon."""
    title = document.title
    if title is not None and (_PUBLIC.search(title.text) or meaning_of(title.text) is Meaning.STATUTE):
        return
    text = document.text
    # Without its colon the line may have been taken for a broken one and joined with the next.
    breaks = [removed.at for removed in document.view.removed_as("line-break")]
    begin = title.end if title else 0
    following = islice((p for p in document.paragraphs if p.start >= begin), _LINES_BEFORE if title else 1)
    for paragraph in following:
        start = _behind_number(text, paragraph)
        if start == paragraph.end or _DATE_LINE.match(text, start, paragraph.end):
            continue
        end = min((at for at in breaks if start < at < paragraph.end), default=paragraph.end)
        if _names_units(text[start:end]) and (title or text[start] == "各"):
            sign = text[end - 1] if text[end - 1] in "，。；,;" else ""
            yield Finding(end - 1, end, edits=(Edit(end - len(sign), end, "："),))
        return


def _behind_number(text: str, paragraph: Paragraph) -> int:
    """Where a line goes on behind the number of the document that it begins with; its start where it has none."""
    number = document_number_at(text, paragraph.start)
    gap = _NUMBER_GAP.match(text, number.end, paragraph.end) if number and number.has_hao else None
    return gap.end() if gap else paragraph.start


def _names_units(line: str) -> bool:
    """Whether a line is nothing but a list of units without the colon that belongs behind it."""
    if len(line) > _LONGEST_ADDRESS or line[-1] in "：:" or not _ADDRESSED.search(line):
        return False
    groups = _DIVIDERS.compiled.split(_BRACKETS.compiled.sub("", line.rstrip("，。；,;")))
    whole = all(ends_as_office(group) and not _SENTENCE.search(group) for group in groups)
    return whole and (len(groups) > 1 or "、" in line or line.startswith("各"))
