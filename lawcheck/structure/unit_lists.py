"""Where a list of units ends that no bracket closes: in text without line breaks the next task follows at once."""

from functools import lru_cache
from itertools import pairwise

from lawcheck.structure.attribution_lexer import ANY_LABEL, VERB
from lawcheck.structure.units import BRACKETED, PROSE, SHORT_DEPARTMENT, bare, behind_government, is_group, is_name
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.line_markers import ORDINAL
from lawcheck.text.vocabulary.offices import INNER_OFFICES, OFFICE_END

_COMMITTEE = Pattern("[国中央省市区县州旗][家]?(?:委|政府)")
_COMMITTEE_OFFICES = ("办", "办公室", "委", "委员会", "小组")
# 县（市）住房保障部门.
_PLACE = Pattern("各?[省市县区州旗乡镇]")
_LONGEST_PIECE = 60
_LONGEST_STEP = 9
_LONGEST_PART = 12
_LONGEST_OFFICE = 5
_MOST_SHORT = 20
_STOP = Pattern(rf"[、，,；;。：:\n！？（(〔\[<＜〈）)〕\]】《“\"]|[^\S\n]+|{ANY_LABEL.pattern}|会同")
_LIST = Pattern(r"[^\S\n]*[、，,；;][^\S\n]*\n?[^\S\n]*|[^\S\n]+|[^\S\n]*会同[^\S\n]*|以及")
_NOTE = Pattern(BRACKETED)
# An ordinal, also one with a damaged sign or none behind it.
MARKER = Pattern(
    rf"[^\S\n]*(?:{ORDINAL}|\d{{1,3}}[^\S\n]{{0,3}}[.．、,，)）]|\d{{1,3}}[^\S\n]|[一二三四五六七八九十]{{1,3}}[，,])"
)
_ELLIPTIC = Pattern(
    rf"[{HAN}]{{2,4}}$|[{HAN}]{{2,6}}(?:管理|监管|监督|执法|保障|建设|改革|规划|服务)$|各?[市县区州旗]$|[县市区]$"
)
_SPACE = Pattern(r"[^\S\n]{0,8}")
_MODAL = Pattern("[要应须将可在对按并]|必须|负责|根据")
_VERB_STOPS = frozenset("、，,；;。\n）)〕]】会") | {"end"}
_OPENINGS = (
    *("以", "从", "为", "是", "要", "须", "可", "按", "并", "应当", "将", "把", "由", "在", "本", "该", "此"),
    *("各地", "各市", "各县", "各区", "作为"),
)
_OFFICES = frozenset(INNER_OFFICES)
_SECOND_ENDS = frozenset({"会", "协", "政府", "人民政府", "部门", "员会", "委会", "民委员会", "总署"})
_BRANCHES = ("支行", "分行", "分公司", "办公室", "总支", "大队", "支队", "总队", "中队")
# No name ends within these: 适时组织, 人力资源社会保障部门.
_WORDS = frozenset(
    (
        *(
            "有关",
            "相关",
            "组织",
            "部署",
            "处理",
            "处置",
            "办理",
            "办法",
            "社会",
            "会议",
            "协调",
            "协助",
            "协同",
            "协作",
            "协商",
            "督办",
            "举办",
            "交办",
            "筹办",
            "查处",
            "惩处",
        ),
        *(
            "科学",
            "科技",
            "科研",
            "科普",
            "行政",
            "社区",
            "行业",
            "关于",
            "关键",
            "关系",
            "团队",
            "校园",
            "台账",
            "站点",
            "队伍",
        ),
    )
)
_DEPARTMENTS = ("主管部门", "管理部门", "行政部门", "监管部门", "有关部门", "相关部门", "机关")
# 地方科技主管部门.
_EVERYWHERE = ("地方", "各地", "当地", "各级")
# 民政部门指导学校: what the first of two does with the other.
_DIRECTS = Pattern("指导(?![中站办委组处科局员])|引导|督促(?!检查|落实|指导)|推动|帮助|动员|带动")
# No name goes on over these: 市教育局负责学校排查.
_ACTS = Pattern(
    "(?<!自)由|督促|负责|牵头|配合|承担(?![单机主部的项任])|应当|成立|组建|设立|要建立|分别|选派|派出(?!所|机构)|邀请"
)
_AND_SO_ON = Pattern(
    r"等(?:各|有关|相关|职能|成员|多个|[一二两三四五六七八九十\d]{1,3}个?){0,2}(?:行业)?(?:主管)?(?:部门|单位|机构|群团组织|(?:人民|社会|群众)(?:团体|组织))(?:(?:和|及)(?:单位|部门))?"
    # 甲局、乙局等按照职责做好登记.
    "|等(?=按照?|依照?|根据|依据|要|应|负责|牵头|配合|参与|参加|协助|具体|共同|分别|联合|做好)"
)
# 各有关部门和单位.
_MORE = Pattern("(?:和|及|与)(?:单位|部门|机构|企业|地方)")
_TOWARDS = Pattern("对(?![外台口])")
_AND = Pattern("[和及与暨](?:各|有关|相关|其他|国务院|[省市县区州镇乡])")
# 学生所在单位 is one name.
_NAME_END = Pattern(f"(?!(?:(?<=[员户人者工民业目品车籍])|(?<=[学师考]生))所[在属]){OFFICE_END}")
_BEFORE_DUTY = (
    "(?=(?:要|应当?|须|具体|分别|分工|分头|直接|全面|主要|共同|积极|予以|密切|协同){0,2}"
    "(?:负责|牵头|配合|落实|参与|参加|协助|协办|承办|实施|支持|开展|做好|抓好|定期))"
)
# All of a kind, before what they do: 各镇负责劝导.
_ALL_OF = Pattern(
    f"(?:各(?:镇街|街镇|市州|[镇乡村市县区州旗系]|社区|村居|村组|中小学校?|幼儿园|学校|部门|单位|村（社区）|镇（街道）|县（市、区）)|乡镇|镇街|街镇|街道|社区|县区|区县){_BEFORE_DUTY}"
    f"|各(?:(?:生产|基层)?(?:车间|班组|工段|工区)|年级(?:组)?|班级|系部|病区|网格|项目部)(?![^，、。；]{{0,5}}[部委会室])"
)

_DUTY_NEXT = Pattern(_BEFORE_DUTY)


def list_end(text: str, start: int, own_line: bool) -> int:
    """Where the list of units that begins at `start` ends, with 等部门; `start` when there is none.

    On a line of its own (`own_line`) any short word before a separator or the line's end counts as a name.
    """
    end = _last_end(text, start, own_line)
    more = _AND_SO_ON.match(text, end) if end > start else None
    return more.end() if more else end


def _last_end(text: str, start: int, own_line: bool) -> int:
    """Where the last of the units ends that are named from `start` on."""
    space = _SPACE.match(text, start)
    end, at = start, space.end() if space else start
    first, short = at, 0
    while True:
        limit, stop = _next_stop(text, at)
        piece = text[at:limit]
        # 甲局、乙局，对养老机构开展检查: what they do.
        if at > first and _TOWARDS.match(text, at):
            return end
        behind = _behind_note(text, piece, limit)
        if behind is not None:
            end, whole = behind
            if not whole:
                return end
            short = 0
        elif stop and _is_whole(_without_verb(piece, stop), own_line):
            end, short = limit, 0
        elif stop == "、" and short < _MOST_SHORT and _may_be_place(piece):
            at, short = limit + 1, short + 1
            continue
        else:
            length = _prefix(piece, text, at)
            return at + length if length and (at == first or _may_end(text, at, length)) else end
        following = _LIST.match(text, end)
        if following is None or MARKER.match(text, end) or ANY_LABEL.match(text, following.end()):
            return end
        at = following.end()


def _may_end(text: str, at: int, length: int) -> bool:
    """Whether a unit that prose follows still belongs to the list: not where a comma begins a new sentence with it."""
    return text[at - 1] == "、" or not _MODAL.match(text, at + length)


def _may_be_place(piece: str) -> bool:
    """Whether a short piece may share the word for a unit with those after it: 甲、乙市政府."""
    short = behind_government(piece)
    elliptic = _ELLIPTIC.match(short) or SHORT_DEPARTMENT.match(piece)
    # 人力资源社会保障, 省科技: no name ends there.
    ends = _NAME_END.search(short.replace("社会", "").replace("科技", "")[:-1], 1)
    return elliptic is not None and not PROSE.search(piece) and ends is None


def _next_stop(text: str, at: int) -> tuple[int, str]:
    """Where the piece at `at` ends, and what ends it: "" when it is too long for a name, "end" at the text's end."""
    stop = _STOP.search(text, at, at + _LONGEST_PIECE)
    if stop is not None:
        return stop.start(), stop[0][:1]
    limit = min(len(text), at + _LONGEST_PIECE)
    return limit, "end" if limit == len(text) else ""


def _without_verb(piece: str, stop: str) -> str:
    """甲局 for 甲局牵头，… but not for 甲局牵头“…, where the sentence goes on."""
    verb = VERB.search(piece) if stop in _VERB_STOPS else None
    return piece[: verb.start()] if verb and verb.end() == len(piece) else piece


@lru_cache(maxsize=4096)
def _is_whole(piece: str, own_line: bool) -> bool:
    """Whether the piece between two stops is a unit."""
    name = bare(piece)
    if is_name(name) and not _runs_on(name) and not _ACTS.search(name, 1):
        return True
    return own_line and 2 <= len(piece) <= 14 and not PROSE.search(piece) and not _NAME_END.search(piece, 1)


def _behind_note(text: str, piece: str, end: int) -> tuple[int, bool] | None:
    """The end of a unit with a note in brackets after its name or in it (各市（含甲市）政府), and if it is whole."""
    note = _NOTE.match(text, end)
    if note is None or not piece or MARKER.match(text, end):
        return None
    limit, stop = _next_stop(text, note.end())
    name = piece + text[note.end() : limit]
    if stop and limit > note.end() and is_name(name) and not _runs_on(name) and not PROSE.match(text, note.end()):
        return limit, True
    length = _prefix(name, text, note.end() - len(piece))
    further = name[len(piece) : length]
    if len(further) <= _LONGEST_PART and (
        further in _SECOND_ENDS
        or further[-1:] in _OFFICES
        or further.endswith(_DEPARTMENTS)
        or (_PLACE.fullmatch(piece) and is_name(further))
    ):
        return note.end() + len(further), False
    if _PLACE.fullmatch(piece) and _DUTY_NEXT.match(text, note.end()):
        return note.end(), False
    noted = is_name(bare(piece)) or is_name(text[end - len(piece) : note.end()])
    return (note.end(), limit == note.end()) if noted and not _runs_on(piece) else None


def _runs_on(name: str) -> bool:
    """Whether a name goes on in prose (区司法局完善法律援助中心); a committee's office may be called after a task."""
    ends = [m.end() for m in _NAME_END.finditer(name, 1) if m.end() < len(name)]
    if any(_opens(name, end) or _DIRECTS.match(name, end) or MARKER.match(name, end) for end in ends):
        return True
    if any(right - left > _LONGEST_PART for left, right in pairwise([*ends, len(name)])):
        return True
    prose = PROSE.search(name)
    if prose is None or (_COMMITTEE.fullmatch(name[: prose.start()]) and name.endswith(_COMMITTEE_OFFICES)):
        return False
    return any(end <= prose.start() for end in ends)


def _opens(name: str, at: int) -> bool:
    """Whether what follows a name begins to say what is done; 以及 goes on with another name."""
    return name.startswith(_OPENINGS, at) and not name.startswith("以及", at)


def _longest_step(step: str) -> int:
    """How many characters a name may go on over: 住房城乡建设主管部门 behind 人民政府 has more than most."""
    return _LONGEST_PART if step.endswith(_DEPARTMENTS) else _LONGEST_STEP


def _is_office(name: str, further: str) -> bool:
    """Whether a whole name goes on with an office of that unit: 区委 with 编办, 各镇 with 人民政府."""
    further = further.removeprefix("以")
    # 领导小组各成员单位.
    if further[0] == "各" and is_group(further):
        return True
    if further[0] in "和及与暨" and is_name(further[1:]) and not PROSE.search(further):
        return len(further) <= _LONGEST_PART
    if further.endswith(_BRANCHES) or further in _SECOND_ENDS or further == "机关":
        return len(further) <= _LONGEST_PART
    if name in _EVERYWHERE and further.endswith("部门"):
        return len(further) <= _LONGEST_PART
    if name.endswith(("政府", "国务院")) and further.endswith(("部门", "机关")):
        return len(further) <= _LONGEST_PART
    longest = _LONGEST_STEP if _COMMITTEE.fullmatch(name) else _LONGEST_OFFICE
    return len(further) <= longest and further[-1] in _OFFICES


def _prefix(piece: str, text: str, at: int) -> int:
    """The length of the unit that a piece begins with; 0 when it begins with none.

    A name may go on after its first whole part, to an office (区委编办), or up to an ordinal that follows it.
    """
    if every := _ALL_OF.match(piece):
        return every.end()
    best = last = 0
    for match in _NAME_END.finditer(piece, 1):
        length = match.end()
        step = piece[last:length]
        if piece.startswith("社团", length - 1):
            continue
        if {piece[length - 1 : length + 1], piece[length - 2 : length]} & _WORDS and not match[0].endswith(
            ("党组织", "团组织")
        ):
            continue
        if PROSE.search(step) and (last or not is_group(piece[:length])):
            break
        if last and (len(step) > _longest_step(step) or _opens(step, 0) or _ACTS.search(step) or _DIRECTS.match(step)):
            break
        if is_group(piece[:length]):
            more = _MORE.match(piece, length)
            # 各管理部门和各服务中心.
            further = _prefix(piece[length + 1 :], text, at + length + 1) if _AND.match(piece, length) else 0
            return more.end() if more else length + 1 + further if further else length
        if MARKER.match(text, at + length):
            return length
        if not best or _is_office(piece[:best], piece[best:length]):
            best = length
        last = length
    return best
