"""What stands above a body when its lines are run together: where a letterhead, number or title ends."""

from dataclasses import replace

from lawcheck.structure.frame_names import addressee_end, is_signature
from lawcheck.structure.units import is_name
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, PERIOD, YEAR
from lawcheck.text.vocabulary.document_numbers import (
    DocumentNumber,
    SerialNumber,
    document_numbers_in,
    number_alone,
    serial_numbers_read,
)
from lawcheck.text.vocabulary.genres import (
    ENACTED_GENRE,
    GENRES,
    LABELS,
    OFFICIAL_GENRE,
    OUTLINE_GENRE,
    PERIODICALS,
    PLANNED_GENRE,
    STAGE,
    TITLE_GENRE,
    Meaning,
    genre_of,
)
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.sentences import SENTENCE_ENDS

_SPACE = " \t\u3000\xa0"
_LONGEST_MARK = 50
_LOOK_BACK = 40
_NO_MARK = Pattern("[。；！？，：的《（(]|关于|根据|按照")
_REACH = 120
LONGEST_TITLE = 80
_SHORTEST_TITLE = 6
_LONGEST_AGENCY = 12
_SENTENCE = frozenset(SENTENCE_ENDS)
# 示政发〔2024〕5号文件要求…: the number that a text begins with is that of another document.
_CITES = Pattern("[ ]?(?:[文》）)、，。；和及]|精神|要求|规定|收悉)")
# 示例市人民政府令第5号公布的…: so does an order.
_CITES_ORDER = Pattern(
    "[ ]?(?:[文》，、。；和及与的（(]|精神|要求|规定|公布|发布|颁布|施行|《[^《》]{1,80}》(?:第|的|规定|（))"
)
_NAMED = Pattern(r"\s*《")
_GENRE = Pattern(rf"(?:{TITLE_GENRE})(?P<stages>(?:(?![（(]{DATE}){STAGE}|[（(]{PERIOD}[）)]){{0,3}})")
# How a text begins that follows its title in the same line: a sentence of purpose, or the first division.
_OPENING = Pattern(
    f"{DATE}[，,]|"
    "为|根据|按照|依据|现将|近年来|近日|经[^济营]|当前|第[一1][章条]|第一部分|一、|目[ \u3000]{0,4}[录次]|各位"
    "|[（(]一[）)]|本公司(?:及|董事会|监事会)"
)
# The day of a document, perhaps with who issued it.
_DAY = Pattern(rf"[（(](?:[{HAN} \u3000]{{3,40}})?{DATE}[）)]|{DATE}(?![，,])")
FIRST_DIVISION = Pattern("第[一1][章条]|第一部分|一、")
# 实施方案（试行）已经印发: what is said of a document that is named without marks.
_SAID = Pattern(
    "[已自经是将和及与等现]|中(?![央国共华])|印发|发布|公布|出台|下发|实施|施行|执行|规定|要求|明确|提出|精神|同时"
)
# What a title says the document does, behind who issues it, and what it is: …关于绿道管护的若干意见.
_VERB = Pattern(
    "关于|印发|转发|批转|对(?=[^，。；]{2,60}的(?:答复|批复|复函))", needs=("关于", "印发", "转发", "批转", "对")
)
_OWN_GENRE = Pattern(
    rf"的(?:若干|指导|实施|补充|暂行|紧急|重要|具体|有关){{0,2}}"
    rf"(?:{OFFICIAL_GENRE}|{ENACTED_GENRE}|{PLANNED_GENRE}|措施|解释)(?:{STAGE}|[（(][一二三四五六七八九十]{{1,2}}[）)])?",
    needs=("的",),
)
_NO_OWN_TITLE = Pattern("[各为本该此请经你我贵现近当按根依]")
# 示例区委办公室印发《绿道管护意见》近日，…, as news are headed.
_PASSED = Pattern("(?P<name>(?:印发|转发|批转)《[^《》\n]{4,80}》)[ \u3000]{0,4}(?:近日|日前|新华社|[^，。；]{2,10}〔)")
# A word that goes on behind the word of a genre: 通知书, 意见征集, 报告会.
_COMPOUND = Pattern(
    "[书单稿会件箱类告栏表册里内上下后前以之应须可要并的，、）》”]"
    "|征[集求]|反馈|建议|收悉|作出|颁布|下达|公示|通过|审议|起草|提交|报送|如下|草案|试行|[所对给到由]|就是|情况"
)
_IS_CARRIED_OUT = Pattern("以来|[后中前，。]|情况|过程|效果|期间|期限|范围")
# How a text begins behind a title that says not who issues it.
_FIRST_WORDS = Pattern(
    f"《|你[们省市县区镇局校]|贵|随着|由于|鉴于|因[为此]|在|近[日年期来]|目前|为|遵照|{YEAR}年|今年|去年|[春夏秋冬]季"
    "|全[国省市县区]|我[国省市县区镇局校]|党"
)
_STOP = Pattern("[。：；，]")
_LONGEST_ISSUER = 40
_SHORTEST_TEXT = 15
_NO_TITLE = Pattern("各|为|根据|按照|依据|现将|近年来|近日|本|该|此|请|经")
# 示例区绿化方案示政发: a title that stands before a number.
_TITLED_AGENCY = Pattern(rf".{{4,8}}(?:{TITLE_GENRE}).{{2}}")
_STOPS = frozenset("。；！？;:：")
# A page's own title of what it passes on, and whose speech it is: 王某某：在示例大会上的讲话.
FORWARDS = Pattern(f"^(?:(?:转发|关于转发)[:：]|(?!{LABELS})[{HAN}×]{{2,3}}[:：](?=在|关于))")
# The last line of a title whose first line ends in the name of a genre as well: 关于印发示例区绿化方案 / 的通知.
_RESTS = Pattern(f"[^关]{{0,40}}的?(?:若干|实施|指导)?(?:{OFFICIAL_GENRE})$")
# What of a document an annex is, on a line of its own: …实施方案 / 编写提纲.
_FURTHER = Pattern(f"(?:{OUTLINE_GENRE})$")
# How a line ends that says when and by whom a statute was adopted.
_ADOPTED = ("通过", "公布", "发布", "批准", "修订", "修正", "施行", "印发", "会议")
_FEWEST_LETTERS = 2
_LONGEST_HEADING = 45
_HEADING_STOPS = frozenset("。；;！？：:，,")
_PAIRS = ("《》", "“”", "（）")
_QUOTED = Pattern("《[^《》]{0,80}》|“[^“”]{0,60}”|[（(][^（）()]{0,40}[）)]")


def number_at(text: str, start: int, end: int) -> tuple[DocumentNumber | SerialNumber, int] | None:
    """The document's own number that begins at a place, perhaps in brackets, and where it ends with them."""
    first = start + (text[start : start + 1] in ("（", "("))
    number = _first_number(text, first, end)
    if number is None or number.opening - first > _LONGEST_AGENCY:
        return _serial_at(text, start, end)
    agency = "".join(text[first : number.opening].split())
    if not agency or "文件" in agency or "的" in agency or _TITLED_AGENCY.match(agency):
        return None
    stop = number.end + (first > start and text[number.end : number.end + 1] in ("）", ")"))
    if _CITES.match(text, stop) or not (number.has_hao or number.is_coded):
        return None
    return replace(number, start=first, agency=agency), stop


def _serial_at(text: str, start: int, end: int) -> tuple[SerialNumber, int] | None:
    """The number of an order that a line begins with, or a number that is the whole line: 第5号, 第12期 of minutes."""
    issue = text[max(0, start - _LOOK_BACK) : start].rstrip().endswith(PERIODICALS)
    if alone := number_alone(text, start, end, issue):
        return alone, end
    first = start + (text[start : start + 1] in ("（", "("))
    number = next(serial_numbers_read(text, start, min(end, start + _LONGEST_MARK)), None)
    if number is None or number.start not in (start, first):
        return None
    stop = number.end + (number.start > start and text[number.end : number.end + 1] in ("）", ")"))
    if text[stop:end].strip():
        # 第5号议案办理情况的报告: such a number is followed by the name of what is ordered.
        ordered = text[number.end - 1] in "号）)" or _NAMED.match(text, stop)
        if not number.is_of_order or not ordered or _CITES_ORDER.match(text, stop):
            return None
    return number, stop


def _first_number(text: str, start: int, end: int) -> DocumentNumber | None:
    """The first number whose brackets stand after a place; what is read as its agency may begin before it."""
    reach = document_numbers_in(text, max(0, start - _LOOK_BACK), min(end, start + 2 * _LONGEST_MARK))
    return next((number for number in reach if number.opening > start), None)


def mark_end(text: str, start: int, end: int) -> int | None:
    """Where the issuer's mark ends that stands in one line with the number: 示例区人民政府文件示政发〔2024〕5号."""
    number = _first_number(text, start, end)
    if number is None or number.opening - start > _LONGEST_MARK or _NO_MARK.search(text, start, number.opening):
        return None
    said = text.find("文件", start, number.opening)
    if said > start:
        return said + 2
    for at in range(number.opening - 2, max(start + 3, number.opening - 9), -1):
        if is_name(text[start:at].strip()) and not is_name(text[start : at + 1].strip()):
            return at
    return None


def issuers_end(text: str, start: int, end: int) -> int | None:
    """Where the names of offices end that stand between a title and the first division of what they issue."""
    division = FIRST_DIVISION.search(text, start + _SHORTEST_TITLE - 2, min(end, start + _LONGEST_MARK))
    return division.start() if division and is_signature(text, start, division.start()) else None


def title_end(text: str, start: int, end: int) -> int | None:
    """Where a title ends that begins at a place and is followed, in its line, by a number, addressee or sentence."""
    if _NO_TITLE.match(text, start):
        return None
    limit = min(end, start + _REACH)
    for genre in _GENRE.finditer(text, start + _SHORTEST_TITLE - 2, limit):
        stop = genre.end()
        name = text[start:stop]
        if _SENTENCE & set(name) or "：" in name or "，" in _QUOTED.compiled.sub("", name):
            return None
        if all(name.count(pair[0]) == name.count(pair[1]) for pair in _PAIRS) and _goes_on(
            text, stop, end, bool(genre["stages"])
        ):
            return stop
    return None


def own_title_end(text: str, start: int, end: int) -> int | None:
    """Where the title of the document ends that its first sentence follows in the same line.

    It says what it is about and what it is, 示例区教育局关于绿道管护的通知, and nothing is said of it behind that.
    """
    verb = _VERB.search(text, start, min(end, start + _LONGEST_ISSUER))
    if verb is None or _NO_OWN_TITLE.match(text, start):
        return None
    named = verb.start() > start
    if named and not is_name("".join(text[start : verb.start()].split())):
        return None
    passed = _PASSED.match(text, verb.start(), end)
    if named and passed:
        return passed.end("name")
    for genre in _OWN_GENRE.finditer(text, verb.end(), min(end, start + _REACH)):
        name = text[start : genre.end()]
        if _SENTENCE & set(name) or "：" in name or "，" in _QUOTED.compiled.sub("", name):
            return None
        passed_on = text.startswith("的", genre.end())
        if not passed_on and all(name.count(pair[0]) == name.count(pair[1]) for pair in _PAIRS):
            return genre.end() if begins_a_text(text, genre.end(), end, named) else None
    return None


def begins_a_text(text: str, at: int, end: int, named: bool) -> bool:
    """Whether what follows a genre is a sentence that says nothing of what is called so."""
    while at < end and text[at] in _SPACE:
        at += 1
    said = _SAID.match(text, at, end)
    if end - at < _SHORTEST_TEXT or _COMPOUND.match(text, at, end):
        return False
    # 意见实施以来 speaks of it, 意见实施乡村振兴战略 begins a text.
    if said and (said[0] != "实施" or _IS_CARRIED_OUT.match(text, said.end(), end)):
        return False
    stop = _STOP.search(text, at, end)
    return stop is not None and (named or _FIRST_WORDS.match(text, at, end) is not None)


def _goes_on(text: str, at: int, end: int, staged: bool) -> bool:
    """Whether what follows a genre says that the title ended with it."""
    while at < end and text[at] in _SPACE:
        at += 1
    if at == end:
        return True
    if _OPENING.match(text, at) or addressee_end(text, at, end) or day_of_head(text, at, end):
        return True
    if number := number_at(text, at, end):
        return text[at] not in "（(" or not _SAID.match(text, number[1], end)
    return staged and text[at] not in "的，、）》”" and not _SAID.match(text, at, end)


def day_of_head(text: str, start: int, end: int) -> int | None:
    """Where the day ends that stands between a title, its number and the text: …的决定（2024年3月5日）为了…."""
    day = _DAY.match(text, start, end)
    if day is None:
        return None
    at = day.end()
    bracketed = text[start] in "（("
    follows = number_at(text, at, end) or addressee_end(text, at, end) or _OPENING.match(text, at)
    return at if follows or (bracketed and at == end) else None


def may_be_title(line: str) -> bool:
    """Whether a line is short and has no point outside marks and brackets."""
    return len(line) <= LONGEST_TITLE and not _STOPS & set(_QUOTED.compiled.sub("", FORWARDS.compiled.sub("", line)))


def is_titled(line: str) -> bool:
    """Whether a line ends in the name of a genre, one of those that end sentences as well only after 关于."""
    genre = genre_of(line)
    return genre is not None and (GENRES[genre] is not Meaning.LOOSE or "关于" in line)


def is_titled_below(line: str, below: str) -> bool:
    """Whether two lines are one title, the second of which ends in the name of a genre."""
    if len(line) < _FEWEST_LETTERS or line.endswith(_ADOPTED):
        return False
    return may_be_title(line) and is_titled(below) and may_be_title(below) and "，" not in line + below


def goes_on_below(line: str, below: str) -> bool:
    """Whether a title whose line ends in a genre is whole only with the line below: 关于印发示例区绿化方案 / 的通知."""
    if _FURTHER.match(below) and is_titled(below):
        return True
    if "关于" not in line or GENRES.get(genre_of(line) or "", Meaning.OTHER) is Meaning.OFFICIAL:
        return False
    return _RESTS.match(below) is not None and "的" in below[:-1]


def numbered_title_end(text: str, start: int, end: int) -> int | None:
    """Where a title ends that its number follows in brackets: 关于…的通知（示政发〔2024〕5号）."""
    if text[end - 1] not in "）)":
        return None
    at = max(text.rfind("（", start, end), text.rfind("(", start, end))
    number = number_at(text, at, end) if at > start else None
    return at if number and number[1] == end and is_titled(text[start:at]) else None


def is_heading(words: str) -> bool:
    """Whether what stands behind an ordinal is a heading that stands by itself, and no text."""
    return len(words) <= _LONGEST_HEADING and _HEADING_STOPS.isdisjoint(words)
