"""Cited titles that stand in quotation marks (CIT018), or go from their matter to their genre without 的 (CIT019)."""

from collections.abc import Iterator

from lawcheck.checks.cit.law_table import is_law_name
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import BRACKETED_NUMBER
from lawcheck.text.vocabulary.genres import (
    ABOUT_GENRE,
    CARRYING_OUT_GENRE,
    CITED_GENRE,
    FORMAL_GENRE,
    MATTER_GENRE,
    STAGE,
    SURELY_NAMING_GENRE,
)
from lawcheck.text.vocabulary.han import HAN

# “…关于…的通知”, and “…办法”（示政发〔2024〕5号）.
_QUOTED = Pattern(
    rf"(?P<open>[“\"])(?:[^“”\"《》，。；：！？\n]{{0,40}}关于[^“”\"《》。；：！？\n]{{4,60}}的(?:{ABOUT_GENRE}|{FORMAL_GENRE})(?:{STAGE})?(?P<close>[”\"])"
    rf"|[^“”\"《》，。；：！？\n]{{4,60}}(?:{CITED_GENRE})(?:{STAGE})?(?P<end>[”\"])(?=[（(][{HAN}]{{1,12}}{BRACKETED_NUMBER}))",
    first='“"',
)
# 根据“中华人民共和国示例法”
_LAW = Pattern(
    f'(?:(?:根据|依照|依据|按照|违反|遵守|执行|贯彻|[、和])[“"](?P<short>[{HAN}]{{2,20}}(?:法|条例))|[“"](?P<full>中华人民共和国[{HAN}]{{2,30}}))[”"]',
    first='根依按违遵执贯、和“"',
)
# 根据“示例区文明单位测评细则”
_NAMED = Pattern(
    f'[“"](?P<name>(?![一两二三四五六七八九十双])[{HAN}0-9]{{3,40}}(?:{SURELY_NAMING_GENRE}))[”"](?!的?(?:制度|培训|活动|专题|工作|体系|模式))',
    first='“"',
)
_REACH = 120
# 《示例区教育局关于做好报名工作通知》, 《关于示例省实施〈示例法〉办法》
_WITHOUT_DE = Pattern(
    "《[^《》\n]{0,40}关于(?:(?![的〈]|印发|转发)[^《》\n]){4,60}(?P<genre>" + MATTER_GENRE + ")》"
    "|《[^《》〈〉\n]{0,40}关于[^《》〈〉的\n]{2,12}实施〈[^《》〈〉\n]{2,40}〉(?P<rules>" + CARRYING_OUT_GENRE + ")》",
    first="《",
)
_BELONGS = Pattern("(?:补充|紧急|若干|处罚|处理|有关问题|通)$")


def title_in_quotation_marks(document: Document) -> Iterator[Finding]:
    """CIT018: “示例区教育局关于做好报名工作的通知”, cited in a sentence."""
    text = document.text
    for match in _QUOTED.finditer(text):
        start, end = match.span()
        if _is_part_of_title(document, start):
            continue
        edits = (Edit(start, start + 1, "《"), Edit(end - 1, end, "》"))
        yield Finding(start, end, {"name": text[start + 1 : end - 1]}, edits=edits)
    for match in _LAW.finditer(text):
        name = match["short"] or match["full"]
        start, end = match.end() - len(name) - 2, match.end()
        if is_law_name(name) and not text.endswith("称", 0, start) and not _is_inside_title(text, start):
            yield Finding(start, end, {"name": name}, edits=(Edit(start, start + 1, "《"), Edit(end - 1, end, "》")))
    for match in _NAMED.finditer(text):
        start, end = match.span()
        if not text.endswith(("称", "称为", "改为", "修改为"), 0, start) and not _is_part_of_title(document, start):
            edits = (Edit(start, start + 1, "《"), Edit(end - 1, end, "》"))
            yield Finding(start, end, {"name": match["name"]}, edits=edits)


def _is_part_of_title(document: Document, at: int) -> bool:
    title = document.title
    return bool(title and title.start <= at < title.end) or _is_inside_title(document.text, at)


def _is_inside_title(text: str, at: int) -> bool:
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    return before.count("《") > before.count("》")


def cited_title_without_de(document: Document) -> Iterator[Finding]:
    """CIT019: 《示例区教育局关于做好报名工作通知》."""
    text = document.text
    for match in _WITHOUT_DE.finditer(text):
        if match["rules"]:
            yield Finding(match.start() + 1, match.end() - 1, {"genre": match["rules"]}, "rules")
        elif not _BELONGS.search(text[match.start() : match.start("genre")]):
            at = match.start("genre")
            yield Finding(*match.span("genre"), {"genre": match["genre"]}, edits=(Edit(at, at, "的"),))
