"""The names in a frame: those to whom a document goes, and those who sign it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lawcheck.structure.frame import FrameName
from lawcheck.structure.units import BRACKETED, bare, is_name
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import YEAR
from lawcheck.text.vocabulary.genres import OFFICIAL_GENRE, TITLE_GENRE
from lawcheck.text.vocabulary.han import HAN, is_han
from lawcheck.text.vocabulary.offices import (
    DEPARTMENTS,
    HOLDERS,
    NATIONAL,
    PARENTS,
    PLACE_END,
    SIGNING_END,
    SPACED_HOLDERS,
    SURNAMES,
)

_SPACE = " \t\u3000\xa0"
_COLONS = Pattern("[：:]")
_WITHOUT_COLONS = str.maketrans("", "", "：:")
_LONGEST_ADDRESS = 400
_LONGEST_SIGNERS = 400
_MOST_ON_A_LINE = 200
_BRACKETS = Pattern(BRACKETED)
_NO_ADDRESS = Pattern(
    f"[。！？“”《》\n]|下设|[两二三四五六七八九十0-9][个类种项]|关于|[下如]列|如下|以下|决定|经研究|的(?:{OFFICIAL_GENRE})"
)
# 各位考生, 尊敬的用户: whoever they are, they are spoken to.
_TO_PEOPLE = Pattern(f"(?:各位|尊敬的|亲爱的)[{HAN}]{{2,12}}(?<!须知|注意|您好|提示|说明|请看)$")
# 各学院、处（室）.
_PARTS_OF_A_HOUSE = frozenset("处室科所院系部")
_GROUPS = Pattern("[，,、；;]|以及|和(?=各|有关|相关)|及(?=各|有关|相关)")
# How people are addressed: 各位代表, 王某某委员, 全校师生.
_PEOPLE = Pattern(
    "(?:代表|委员|同志|同志们|老师|师生|家长|朋友|朋友们|校友|职工|员工|教工|教师|党员|干部|同学|同学们|居民|市民|群众|用户|会员|先生|女士"
    "|主席|主任|书记|秘书长|[省市州县区]长|班|支部|组织|学部|人员|学生|院校|高校|中学|小学|幼儿园|分院|分校|院系|院落|公民|团体|人士|专家|读者|业主|商户)$"
)
# 各供应商: who is called so is spoken to by that word alone.
_EVERYBODY = Pattern(
    rf"(?:各|全体|广大|有关|相关)[{HAN}]{{0,6}}(?:供应商|投标人|考生|纳税人|缴费人|村民|住户|股东|客户|班级|年级组?|厂家|经销商"
    "|农户|车主|网点|门店)$"
)
# What ends like an office and is the label of something else: 责任单位：, 填报部门：.
_LABEL = Pattern(
    "^(?:主办|承办|协办|指导|责任|牵头|参加|参与|参会|与会|出席|列席|参训|值班|配合|联系|填报|申报|推荐|发布|印发|报送|制定|编制|成员|组成|支持|实施|落实|主管|抄送|招标|采购"
    "|发文|制发|收件|来源|评审|考核|检查|组织|分管|经办|公开|开课|获奖|培训|参赛|使用|建设|施工|监理|设计|委托|受托|保存|归档|主送|主要)"
    "(?:单位|部门|机构|机关|企业|公司|处室|科室|人员|班|组织|主任)$|附件|主任$(?<=^..)|^副?主任$|^书记$|^秘书长$|组长$|^委员$|^代表$|^老师$"
)
# 部门：, 单位：: the label of a form.
_BARE_LABELS = frozenset(("", "部门", "单位", "机构", "机关", "企业", "公司", "学校", "班级", "支部", "组织", "人员"))
# The fields of a form, which sign nothing.
_FIELDS = _BARE_LABELS - {"学校", "公司"} | {"学院", "院系", "科室", "处室", "街道", "乡镇", "村居"}
# No names of signers hold these; 应急管理局, 将军路街道办事处 and 联席会议办公室 do.
_SENTENCE = Pattern(
    "[的了把被须请是]|应(?![急用城县])|将(?![军乐])|为(?!民)|在(?![线外])|于(?![都田洪])|对(?![外口台])"
    "|按照|根据|负责|要求|通知如下|情况|报送|开展|加强|召开|联系|(?<!联席)会议(?!中心)|活动(?!中心)|截止|时间|地点"
)
# 闵行|区教育局, 四会|市教育局: what ends as an office and is part of a place's name.
_OF_A_PLACE = Pattern("(?<![银分支])行$|[新四]会$")
_LAST_GENRE = Pattern(rf"(?:{TITLE_GENRE}|表|图|书|名册)(?:[（(][^（）()\n]{{1,12}}[）)])?(?=[{HAN}]{{3,40}}$)")
_ANNOUNCES = Pattern(
    rf"附件[：:](?:[\d.．、 \u3000]{{0,6}}|{YEAR}年)$|附件[\d.．、 \u3000]{{0,6}}$|》$"
    rf"|(?<![0-9.．])[0-9]{{1,2}}[.．、][ \u3000]?(?:{YEAR}年?)?$"
)
_ANNEX = "附件"
# 按月报送。科 技 部: letters that are set apart.
_SPACED = Pattern(rf"(?<=[。；！？）”\s])(?:[{HAN}][ \u3000]{{1,4}}){{2,9}}[{HAN}]$")
# “3·5”事故调查组
_QUOTED = Pattern("“[^“”]{1,12}”")
_PLACE = Pattern(rf"(?:中共|共青团|中国人民银行|国家税务总局)?(?P<place>[{HAN}]{{1,7}}?{PLACE_END})")
# 示例县示例镇, where the name goes on below: 调查专家组.
PLACE_ALONE = Pattern("[省市州盟县区旗乡镇村]$")
# Where the names of two offices meet with nothing between them: 示例市发展改革委|市财政局.
_MEETING = Pattern(
    rf"(?<={SIGNING_END})(?:(?P<place>[省市区县州])(?={DEPARTMENTS}|委|政府|人民政府)|(?P<national>{NATIONAL})"
    rf"|(?P<department>{DEPARTMENTS}))|(?<=中央)国务院"
)
# 发文单位：示例区教育局.
_SIGNED_BY = Pattern(r"(?:发文|制发|印发|签发|发布|公布|落款|署名)(?:单位|机关|部门)[:：][ \u3000]{0,4}")
# Who seals for an office that has no seal of its own: 示例区指挥部（代章）.
_SEALED = Pattern("[（(](?:代章|代|盖章|公章|印章|章|签章)[）)]$")
_LONGEST_SEAL = 8
_ENTITY = Pattern("[ \u3000\xa0]{0,4}&[a-z]{2,6};$")
# 区应急局：负责统筹协调: whose duty it is, in a list of them.
_DUTY = Pattern(
    "[ \u3000]{0,4}(?:(?:全面|主要|具体|统一|重点)?(?:负责|承担|牵头|协助|配合|统筹|主持|协调|指导|参与|参加|组织|做好"
    "|制定|编制|履行|督促)|(?:按照?|依照?|依据)(?:各自)?(?:职责|分工)|为[^，。；\n]{2,20}责任(?:人|单位|部门))"
)
_LONGEST_HOLDER = 40
_ENDS_A_SIGNER = Pattern(f"(?:{SIGNING_END}|公司|集团|大学|学院|银行|[分支]行)$")
# Who signs for an office: 市长　王某某.
_HOLDER = Pattern(
    rf"[{HAN}]{{0,16}}?(?:{HOLDERS}|{SPACED_HOLDERS})[ \u3000]{{0,6}}"
    rf"[{SURNAMES}][ \u3000]{{0,4}}[{HAN}×](?:[ \u3000]{{0,4}}[{HAN}×])?$"
)


def addressee_end(text: str, start: int, end: int) -> int | None:
    """Where the addressee ends, its colon included, that begins at a place."""
    colon = _COLONS.search(text, start, min(end, start + _LONGEST_ADDRESS))
    if colon is None or _DUTY.match(text, colon.end(), end):
        return None
    return colon.end() if _addresses(text[start : colon.start()]) else None


def _addresses(line: str) -> bool:
    """Whether these words name offices or people, and nothing else."""
    if line.strip() in _BARE_LABELS or _NO_ADDRESS.search(line):
        return False
    if _TO_PEOPLE.match(line) or _EVERYBODY.match(line):
        return True
    groups = [group.strip() for group in _GROUPS.compiled.split(_BRACKETS.compiled.sub("", line))]
    named = [group for group in groups if is_name(group) or _PEOPLE.search(group) or len(group) <= 1]
    of_a_house = line[0] == "各" and groups[-1] in _PARTS_OF_A_HOUSE and len(groups[0]) > 1 and groups[0] in named
    whole = (len(groups[-1]) > 1 or of_a_house) and groups[-1] in named and not _LABEL.search(groups[-1])
    # 各市、县政府 names no office by its first part.
    return whole and (2 * len(named) >= len(groups) or line.startswith("各"))


def addressees(text: str, start: int, end: int) -> tuple[FrameName, ...]:
    """Those whom an addressee names, as written between its commas."""
    return tuple(_named(text, start, end, Pattern(f"(?:{BRACKETED}|[^，,；;：:（(])+")))


def is_signature(text: str, start: int, end: int) -> bool:
    """Whether a line is nothing but names of offices, or of one who signs for an office."""
    if end - start > _MOST_ON_A_LINE:
        return False
    end = _without_entity(text, start, end)
    if end - start <= _LONGEST_HOLDER and _HOLDER.match(text, start, end):
        return True
    if label := _SIGNED_BY.match(text, start, end):
        start = label.end()
    words = _words(text[start:end])
    # Sentences are known by their last word.
    return bool(words) and words[0] not in _FIELDS and all(_is_signer(word) for word in reversed(words))


def holder_behind_colon(text: str, start: int, end: int) -> bool:
    """Whether a line is who signs an order: 县长：王某某."""
    colon = _COLONS.search(text, start, end) if end - start <= _LONGEST_HOLDER else None
    words = text[start : colon.start()] + text[colon.end() : end] if colon else ""
    return bool(words) and _HOLDER.match(words) is not None


def _without_entity(text: str, start: int, end: int) -> int:
    """Where a line ends before what a web page leaves behind a name: 示例区教育局&nbsp;."""
    entity = _ENTITY.search(text, max(start, end - _LONGEST_SEAL), end) if text[end - 1 : end] == ";" else None
    return entity.start() if entity else end


def _words(line: str) -> list[str]:
    """The names in a line; letters set apart (科 技 部) are one."""
    words = line.replace("、", " ").split()
    return ["".join(words)] if words and all(len(word) == 1 for word in words) else words


def signers_before(text: str, low: int, end: int) -> int | None:
    """Where the names of offices begin that end a sentence's line at a place: 按月报送。示例区教育局 2024年3月5日.

    The place itself where a sentence ends there; None where neither is.
    """
    while end > low and text[end - 1] in _SPACE + "|｜":
        end -= 1
    if sealed := _SEALED.search(text, max(low, end - _LONGEST_SEAL), end):
        end = sealed.start()
    at = end
    if spaced := _SPACED.search(text, max(low, end - _LONGEST_HOLDER), end):
        return spaced.start() if _is_signer("".join(spaced[0].split())) else None
    if hereby := _HEREBY.search(text, max(low, end - _LONGEST_SIGNERS), end):
        low = hereby.end()
    while at > max(low, end - _LONGEST_SIGNERS) and (is_han(text[at - 1]) or text[at - 1] in _SPACE + "、·×"):
        at -= 1
    if at == end:
        return end if at == low or text[at - 1] in "。！？；）)”" else None
    announced = text.startswith(_ANNEX, at) or _ANNOUNCES.search(text, max(0, at - 12), at)
    ends = (genre.end() for genre in _LAST_GENRE.finditer(text, at, end)) if announced else ()
    # The last word for a document or a form that names of offices follow: …统计表示例区教育局.
    if named := [stop for stop in ends if all(map(_is_signer, text[stop:end].split()))]:
        at = named[-1]
    elif at > low and text[at - 1] in "，,（(《“—-.．/":
        return None
    if end - at <= _LONGEST_HOLDER and _HOLDER.match(text, at, end):
        return at
    start = end
    for word in reversed(list(re.finditer(r"[^\s、]+", text[at:end]))):
        if not _is_signer(word[0]):
            break
        start = at + word.start()
    return start if start < end else None


def signers(text: str, start: int, end: int) -> Iterator[FrameName]:
    """Those who sign in a span: names of offices that stand beside each other, or who signs for an office."""
    end = _without_entity(text, start, end)
    if _HOLDER.match(text, start, end) or holder_behind_colon(text, start, end):
        yield FrameName("".join(text[start:end].split()).translate(_WITHOUT_COLONS), start, end)
        return
    if label := _SIGNED_BY.match(text, start, end):
        start = label.end()
    spaced = all(len(word) == 1 for word in text[start:end].split())
    for name in _named(text, start, end, Pattern(r"[^、]+" if spaced else r"[^\s、]+")):
        if name.end - name.start > len(name.name):
            # Letters that are set apart have space between them.
            yield name
            continue
        cuts = meetings(name.name)
        for first, last in pairwise([0, *cuts, len(name.name)]):
            yield FrameName(name.name[first:last], name.start + first, name.start + last)


# The last words of a text, with no point after them: 特此通知示例区教育局.
_HEREBY = Pattern(f"(?:特此|专此)(?:{OFFICIAL_GENRE}|函[告达]|证明|声明|公示|[奉回]复)(?![^。\\n]*[。，])")


def last_signer(text: str, start: int, end: int) -> int:
    """Where the last of the names in a span begins, which have nothing between them."""
    return [start, *(name.start for name in signers(text, start, end))][-1]


def meetings(names: str) -> Iterator[int]:
    """Where another name begins in names that nothing stands between: at the place's name, or at a department's."""
    place = _PLACE.match(names)
    recurs = re.compile(f"(?:中共|共青团)?{place['place']}").finditer(names, place.end()) if place else ()
    again = {match.start() for match in recurs}
    meetings = {m.start(): m for m in _MEETING.finditer(names)}
    first = 0
    for at in sorted(again | meetings.keys()):
        before = names[first:at]
        if (is_name(before) and not _OF_A_PLACE.search(before)) or before == "中共中央":
            meeting = meetings.get(at)
            if at in again or (meeting and _parts(before, meeting) and _ENDS_A_SIGNER.search(names)):
                yield at
                first = at


def _parts(before: str, meeting: re.Match[str]) -> bool:
    """Whether a department's name begins another office, not what is a part of the one before: 国务院|扶贫办."""
    department = meeting["department"]
    return department is None or not (before.endswith(PARENTS) or department in before)


def _is_signer(word: str) -> bool:
    word = _QUOTED.compiled.sub("", word) if "“" in word else word
    return is_name(word[-40:]) and len(word) >= 2 and _SENTENCE.search(word) is None and all(map(_in_name, word))


def _in_name(character: str) -> bool:
    return is_han(character) or character in "（）()·×X"


def _named(text: str, start: int, end: int, pattern: Pattern) -> Iterator[FrameName]:
    for match in pattern.finditer(text, start, end):
        written = bare(match[0].strip())
        if written:
            at = match.start() + len(match[0]) - len(match[0].lstrip())
            yield FrameName("".join(written.split()), at, at + len(written))
