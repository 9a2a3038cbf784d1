"""What sort of document it is, and its title."""

import re

from lawcheck.structure.document import Paragraph, Title
from lawcheck.structure.kinds import Kind
from lawcheck.structure.lexer import Candidate
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import BRACKETED_NUMBER, DOCUMENT_NUMBER
from lawcheck.text.vocabulary.genres import NOTES, STAGE, TITLE_GENRE, Meaning, meaning_of

_ENDS_AS_TITLE = Pattern(rf"(?:{TITLE_GENRE}){NOTES}$")
# How a text begins that follows its title in the same line: an addressee, a number, a sentence of purpose.
_BODY = (
    r"(?=为|根据|按照|依据|现将|近年来|经[^济营]|当前|各[市县区镇乡街省单部有]|第[一1][章条]"
    rf"|{DOCUMENT_NUMBER})"
)
_LEADING_TITLE = Pattern(
    rf"(?!为|根据|按照|依据|现将|近年来)[^\s。，；：,;:！？!?、（(]{{2,60}}?(?:{STAGE})?(?:{TITLE_GENRE})(?:{STAGE}){{0,3}}"
    rf"(?:(?<=[）)])|{_BODY})"
)
_LETTERHEAD = Pattern(rf"文件$|{BRACKETED_NUMBER}|^(?:签发人|特急|加急|平急|机密|秘密|内部)|^\d+$")
_LONGEST_TITLE = 80
_TITLE_LINES = 4
_STOPS = frozenset("。；：！？;:")
_FORWARDING = Pattern(r"印发|转发|的通知|各[市县区省有].{0,30}[：:]")
_FEWEST_ARTICLES = 3


def find_title(text: str, paragraphs: tuple[Paragraph, ...], first_ordinal: int) -> Title | None:
    """The title: the lines before the body that end in the name of a genre, or the beginning of a run-on text."""
    lines: list[Paragraph] = []
    for paragraph in paragraphs[:_TITLE_LINES]:
        line = text[paragraph.start : paragraph.end]
        if paragraph.start >= first_ordinal or len(line) > _LONGEST_TITLE or _STOPS & set(line):
            break
        if _LETTERHEAD.search(line):
            lines.clear()
            continue
        lines.append(paragraph)
        if _ENDS_AS_TITLE.search(line):
            return _title(text, lines[0].start, paragraph.end)
    if not paragraphs or lines:
        return None
    first = paragraphs[0]
    match = _LEADING_TITLE.match(text, first.start, min(first.end, first.start + _LONGEST_TITLE + 20))
    balanced = match and match[0].count("《") == match[0].count("》")
    return _title(text, *match.span()) if match and balanced and match.end() < first.end else None


def _title(text: str, start: int, end: int) -> Title:
    return Title(re.sub(r"\s+", "", text[start:end]), start, end)


def detect_kind(text: str, title: Title | None, ordinals: list[Candidate]) -> Kind:
    """The kind that the layout and the title speak for; a notice that carries measures is an official document."""
    articles = [o for o in ordinals if o.form == "ARTICLE"]
    sections = sum(o.form == "SECTION" for o in ordinals)
    if len(articles) >= _FEWEST_ARTICLES and len(articles) > sections:
        head = text[: min(articles[0].start, 400)]
        if not _FORWARDING.search(head):
            return Kind.STATUTE
    return Kind.OFFICIAL if title and meaning_of(title.text) is Meaning.OFFICIAL else Kind.PLAN
