"""Titles and addressees: DOC001, DOC002, DOC004, DOC012."""

from collections.abc import Iterator
from itertools import islice
from re import Match

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document, Paragraph
from lawcheck.structure.frame_heads import FORWARDS
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE
from lawcheck.text.vocabulary.genres import (
    EVERY_GENRE,
    MATTER_GENRE,
    OFFICIAL_GENRE,
    PASSING_GENRE,
    PUBLIC_GENRE,
    STACKED_GENRES,
    TITLE_GENRE,
    Meaning,
)
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import PLACE_END, ends_as_office

_BRACKETS = Pattern("[（(〔][^（）()〔〕]{1,30}[）)〕]")
_ENDS_IN_GENRE = Pattern(f"(?:{EVERY_GENRE})$")
_ABOUT = Pattern(f"[{HAN}]{{0,40}}关于[{HAN}、“”（）《》0-9—]{{2,50}}")
# 关于开展检查通知; 关于开展检查的紧急通知 and 关于用地意见的复函 have their 的.
_WITHOUT_OF = Pattern(
    f"关于[{HAN}、“”《》0-9—]{{3,60}}(?<![的性急要充复])(?<!的.)(?<!的..)(?<!的...)(?<!的征求意见)"
    f"(?P<genre>{MATTER_GENRE})$"
)
# 关于……的通知的通知; 转发…的通知的通知 is written by offices, a third one is not.
_FORWARDED, _PASSED_ON = Pattern("转发|批转|印发|转印"), 2
_AGAIN = Pattern(f"的(?P<genre>{TITLE_GENRE})(?:的(?P=genre)){{1,4}}$")
_BODY = 40


def _passes_on(title: str, again: Match[str]) -> bool:
    """Whether a title that ends in its genre twice is that of a notice about another one."""
    return again[0].count(again["genre"]) == _PASSED_ON and _FORWARDED.search(title) is not None


def missing_genre(document: Document) -> Iterator[Finding]:
    """DOC001: a title 关于… that does not say what the document is, or says it twice."""
    title = document.title
    if title is None:
        return
    name = _BRACKETS.compiled.sub("", title.text)
    if STACKED_GENRES.search(name):
        yield Finding(title.start, title.end, {}, "stacked")
    elif (again := _AGAIN.search(title.text)) and not _passes_on(title.text, again):
        yield Finding(title.start + again.start(), title.end, {"genre": again["genre"]}, "again")
    elif (without := _WITHOUT_OF.search(name)) and name == title.text:
        at = title.start + without.start("genre")
        if document.text[at : title.end] == without["genre"]:
            yield Finding(at, title.end, {"genre": without["genre"]}, "of", (Edit(at, at, "的"),))
    elif _passes_on_alone(document, title.text) or _is_bare_matter(document, name):
        yield Finding(title.start, title.end)


# 关于印发示例区绿化管理办法, above an addressee: the notice lacks its own genre.
_HANDS_ON = Pattern(f"[{HAN}]{{0,30}}关于(?:印发|转发|批转)[{HAN}《》〈〉“”0-9、—（）]{{4,70}}")
_OWN_GENRE = Pattern(f"的[{HAN}]{{0,4}}(?:{PASSING_GENRE}|{OFFICIAL_GENRE})(?:（[^（）]{{1,20}}）)?$")


def _is_bare_matter(document: Document, name: str) -> bool:
    """Whether a whole title 关于… ends without a genre."""
    title = document.title
    return bool(title and title.genre is None and _ABOUT.fullmatch(name) and _is_whole(document, title.end))


def _passes_on_alone(document: Document, title: str) -> bool:
    """Whether a notice has nothing in its title but what it passes on."""
    if not document.frame.addressee or not _HANDS_ON.compiled.fullmatch(title):
        return False
    return not _OWN_GENRE.search(title)


def _is_whole(document: Document, end: int) -> bool:
    """Whether what stands after a whole title follows: the number of the document, its addressees or a text."""
    frame = document.frame
    line = next((p for p in document.paragraphs if p.start >= end), None)
    return bool(frame.letterhead.number or frame.addressee) or (line is not None and line.end - line.start >= _BODY)


_SIGNS = Pattern("《[^《》]{1,80}》|“[^“”]{1,40}”|[（(][^（）()]{1,40}[）)]|(?P<sign>[，；。：！])")
_POINTED = Pattern("[^。；，：！\n]{0,30}关于[^。；：！\n]{2,60}(?:" + EVERY_GENRE + ")[。；]")


def title_punctuation(document: Document) -> Iterator[Finding]:
    """DOC002: a comma or another point in a title, or at its end."""
    title = document.title
    if title is not None and title.genre:
        # 王某某：在示例大会上的讲话 says whose speech it is.
        speaker = FORWARDS.match(title.text)
        start, end = title.start + (speaker.end() if speaker else 0), title.end
        yield from _stray_blank(document, start, end)
    else:
        first = document.paragraphs[0] if document.paragraphs else Paragraph(0, 0)
        match = _POINTED.match(document.text, first.start, first.end)
        if match is None or match.end() != first.end:
            return
        start, end = match.span()
    for sign in _SIGNS.finditer(document.text, start, end):
        if sign["sign"]:
            yield Finding(*sign.span("sign"), {"sign": sign["sign"]})


# …专题教育 活动的通知; 示例区教育局 关于… parts who issues it.
_STRAY = Pattern(f"(?<=[{HAN}]{{2}})(?<!附[件表])(?P<blank> )(?=[{HAN}]{{2}})(?!关于)")


def _stray_blank(document: Document, start: int, end: int) -> Iterator[Finding]:
    """The only blank of a title, inside what it is about."""
    text = document.text
    found = [match.start() for match in _STRAY.finditer(text, start, end)]
    about = text.find("关于", start, end)
    if len(found) == 1 and 0 <= about < found[0] and text.count(" ", start, end) == 1 and "\n" not in text[start:end]:
        yield Finding(found[0], found[0] + 1, {}, "blank")


_ISSUED = Pattern("(?:印发|发布)(?:《(?P<marked>[^《》]{4,80})》|(?P<plain>[^《》]{4,80}?))的(?:通知|函)$")
_SPACE = Pattern(r"\s+")
_NAME_SIGNS = Pattern('[《》〈〉“”"]')
# A notice may leave these out of the name.
_FILLERS = Pattern("^关于|的")
_SHORTEST_STEM = 5
# What is issued, as the first sentences say it.
_IN_BODY = Pattern("《(?P<name>[^《》\n]{4,80})》(?=[^。\n《》]{0,60}(?:印发|转发|同意|通过|审定|发给))", first="《")
_OPENING = 300
_FEW = 2
_SHORTEST_NAME = 4
_MOST_NAMES = 20
# An annex stands where its number says, so that less of its name has to be the same.
_SIMILAR_AS_NUMBERED = 50
# One that also ends alike is the same form: 自查情况统计表, 安全自查汇总表.
_SIMILAR_FORM = 40


def title_mismatch(document: Document, *, min_similarity: int) -> Iterator[Finding]:
    """DOC004: the document that a notice issues, or that its note names, bears another title where it stands."""
    yield from _called_otherwise(document)
    annexes = [annex for annex in document.frame.annexes if annex.title]
    if not annexes:
        return
    from rapidfuzz import fuzz  # its libraries take long to load, and most documents do without

    titles = [(_bare(annex.title.text), annex) for annex in annexes if annex.title]
    bare = {title for title, _ in titles}
    for number, name in islice(_announced(document), _MOST_NAMES):
        if len(name) < _SHORTEST_NAME or any(name in title or title in name for title in bare):
            continue
        for title, annex in titles:
            least = min_similarity
            if number and number == (annex.number or (len(annexes) == 1 and annex.label is not None)):
                least = _SIMILAR_AS_NUMBERED if name[-1] != title[-1] else _SIMILAR_FORM
            if annex.title and (fuzz.ratio(name, title, score_cutoff=least) or _differ_in_genre(name, title)):
                yield Finding(annex.title.start, annex.title.end, {"name": name})
                break


# The place that a name begins with may be left out.
_PLACE_AHEAD = Pattern(f"^[{HAN}]{{2,4}}?{PLACE_END}(?![场民域政级])")


def _called_otherwise(document: Document) -> Iterator[Finding]:
    """Where the first sentence of a notice gives what it issues a name that differs from its title in a few characters.

    One that leaves out the place or the years is short for it.
    """
    title, body = document.title, document.frame.body
    issued = _ISSUED.search(title.text) if title else None
    named = _IN_BODY.search(document.text, body.start, min(body.end, body.start + _OPENING)) if issued else None
    if issued is None or named is None:
        return
    one, other = (_BRACKETS.compiled.sub("", name) for name in (issued["marked"] or issued["plain"], named["name"]))
    # Who issues it may stand before its name in one of them: 《示例区统计局2026年检查计划》.
    sender = title.text[: issued.start()].removesuffix("关于") if title else ""
    one, other = one.removeprefix(sender), other.removeprefix(sender)
    is_short = (one in other or other in one) and abs(len(one) - len(other)) > 1
    if not _PLACE_AHEAD.match(one):
        other = _PLACE_AHEAD.compiled.sub("", other)
    # Two 关于 are one too many: 关于印发绿化方案的通知 issues 《关于绿化的方案》.
    is_short = is_short or (other.startswith("关于") and _bare(one) == _bare(other))
    if one == other or is_short or min(len(one), len(other)) < _SHORTEST_STEM:
        return
    from rapidfuzz.distance import Levenshtein

    if Levenshtein.distance(one, other, score_cutoff=_FEW) <= _FEW:
        yield Finding(*named.span("name"), {"name": one}, "body")


def _differ_in_genre(name: str, line: str) -> bool:
    """Whether two titles are the same except for their last word: 绿化工作方案, 绿化工作办法."""
    stem = _ENDS_IN_GENRE.compiled.sub("", name)
    return len(stem) >= _SHORTEST_STEM and stem == _ENDS_IN_GENRE.compiled.sub("", line)


def _announced(document: Document) -> Iterator[tuple[int, str]]:
    """What is attached, by the title (0) and by the note on annexes (from 1)."""
    issued = _ISSUED.search(document.title.text) if document.title else None
    if issued:
        yield 0, _bare(issued["marked"] or issued["plain"])
    if document.frame.note:
        yield from enumerate((_bare(name.name) for name in document.frame.note.names), 1)


def _bare(name: str) -> str:
    """A name without space, brackets and marks."""
    name = _BRACKETS.compiled.sub("", _SPACE.compiled.sub("", name))
    return _FILLERS.compiled.sub("", _NAME_SIGNS.compiled.sub("", name))


_DATE_LINE = Pattern(f"[（(]?{DATE}[^\n]{{0,20}}$")
_ADDRESSED = Pattern("各|政府|委员会|厅|局")
_PUBLIC = Pattern(f"(?:{PUBLIC_GENRE})$")
_DIVIDERS = Pattern("[，；,;]")
# No list of units holds these.
_SENTENCE = Pattern(
    "[的为是将已了要对由。：:0-9]|应(?![急用])|根据|印发|同意|包括|组成|负责|参加|出席|列席|主办|承办|协办|牵头|会同|联合|配合|邀请|代表|听取"
)
_LONGEST_ADDRESS = 200
_LINES_BEFORE = 3


def recipient_colon(document: Document) -> Iterator[Finding]:
    """DOC012: the line that names the addressees of an official document ends in another sign than a colon."""
    title, number = document.title, document.frame.letterhead.number
    if title is not None and (_PUBLIC.search(title.text) or title.meaning is Meaning.STATUTE):
        return
    if document.frame.addressee:
        return
    text = document.text
    # Without its colon the line may have been taken for a broken one and joined with the next.
    breaks = [removed.at for removed in document.view.removed_as("line-break")]
    begin = max(title.end if title else 0, number.end if number else 0)
    following = islice((p for p in document.paragraphs if p.end > begin), _LINES_BEFORE if title else 1)
    for paragraph in following:
        start = max(paragraph.start, begin)
        start += len(text[start : paragraph.end]) - len(text[start : paragraph.end].lstrip())
        if start == paragraph.end or _DATE_LINE.match(text, start, paragraph.end):
            continue
        end = min((at for at in breaks if start < at < paragraph.end), default=paragraph.end)
        if _names_units(text[start:end]) and (title or text[start] == "各"):
            sign = text[end - 1] if text[end - 1] in "，。；,;" else ""
            # What ends in a full stop may be a sentence all the same.
            yield Finding(end - 1, end, edits=(Edit(end - len(sign), end, "："),), unsafe=sign == "。")
        return


def _is_addressed(name: str) -> bool:
    """Whether letters go to what is called so: an office, or the parts of a township."""
    return ends_as_office(name) or name.endswith(("村", "社区", "工作片", "片区", "网格"))


def _names_units(line: str) -> bool:
    """Whether a line is nothing but a list of units without the colon that belongs after it."""
    if len(line) > _LONGEST_ADDRESS or line[-1] in "：:" or not _ADDRESSED.search(line):
        return False
    groups = _DIVIDERS.compiled.split(_BRACKETS.compiled.sub("", line.rstrip("，。；,;")))
    whole = all(_is_addressed(group) and not _SENTENCE.search(group) for group in groups)
    return whole and (len(groups) > 1 or "、" in line or line.startswith("各"))
