"""What sort of document it is, and its title."""

import re

from lawcheck.structure.document import Paragraph, Title
from lawcheck.structure.kinds import Kind
from lawcheck.structure.lexer import Candidate
from lawcheck.text.patterns import Pattern

# The word that a title ends in says what the document is (文种).
_PLAN_GENRE = "方案|计划|规划|要点|分工|纲要|措施|清单|台账|举措|安排|行动|任务分解表"
_STATUTE_GENRE = "条例|规定|办法|细则|规则|章程|准则|法|守则"
_OFFICIAL_GENRE = (
    "通知|意见|决定|决议|公告|通告|通报|报告|请示|批复|函|纪要|命令|令|议案|公报|答复|汇报|总结|建议|说明|指南|指引"
)
_GENRE = f"{_PLAN_GENRE}|{_STATUTE_GENRE}|{_OFFICIAL_GENRE}"
_SUFFIX = r"(?:[（(][^（）()\n]{1,20}[）)]){0,3}"
_ENDS_AS_TITLE = Pattern(rf"(?:{_GENRE}){_SUFFIX}$")
# What a title has in brackets behind it: the years it is for, and how final it is.
_STAGE = r"[（(](?:[^（）()\n]{0,8}(?:稿|草案)|试行|暂行|修订[^（）()\n]{0,4}|[^（）()\n]{0,12}年[^（）()\n]{0,6})[）)]"
# How a text begins that follows its title in the same line: an addressee, a number, a sentence of purpose.
_BODY = (
    r"(?=为|根据|按照|依据|现将|近年来|经[^济营]|当前|各[市县区镇乡街省单部有]|第[一1][章条]"
    r"|[^\s，。]{1,8}[〔\[﹝]\d{4})"
)
_LEADING_TITLE = Pattern(
    rf"(?!为|根据|按照|依据|现将|近年来)[^\s。，；：,;:！？!?、（(]{{2,60}}?(?:{_STAGE})?(?:{_GENRE})(?:{_STAGE}){{0,3}}"
    rf"(?:(?<=[）)])|{_BODY})"
)
_LETTERHEAD = Pattern(r"文件$|[〔\[﹝（(]\d{4}[〕\]﹞）)].{0,4}\d+号|^(?:签发人|特急|加急|平急|机密|秘密|内部)|^\d+$")
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
    name = re.sub(rf"{_SUFFIX}$", "", title.text) if title else ""
    return Kind.OFFICIAL if re.search(rf"(?:{_OFFICIAL_GENRE})$", name) else Kind.PLAN
