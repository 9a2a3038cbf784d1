"""Sentences that begin in the middle of a line with no stop before them (PUN040): …按时完成但是，…."""

from collections.abc import Iterator

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# 我们历来提倡各地各部门要…: what is told begins so.
_TELL = (
    "提倡",
    "要求",
    "强调",
    "希望",
    "号召",
    "指出",
    "明确",
    "规定",
    "认为",
    "建议",
    "提出",
    "部署",
    "倡导",
    "主张",
    "提醒",
    "表示",
    "期望",
    "责成",
    "督促",
    "动员",
    "指示",
    "确保",
    "宣布",
)
# What stands before a comma here begins a sentence; 正因此 and 但此外 go on with one.
_BEGINS = Pattern(
    f"(?<=[{HAN}]{{4}})(?<![是并且也就正即故而由对若如将但以与和及或可能及在]) ?"
    "(?P<said>(?:但是|在此|此外|另外|因此|为此|总之|据此|(?<![委局市县省区院校部厅处司镇村厂站所会团队人民们国界业])近年来|与此同时|除此之外)(?=，)"
    f"|(?<!{')(?<!'.join(_TELL)})(?:各地各部门|各级各部门|各镇各部门|各县各部门|各部门各单位)要(?![求点素件]))",
    needs=("但是，", "此，", "外，", "总之，", "来，", "同时，", "部门要", "单位要"),
)
# 各镇应当按月报送区水利局应当按季公布: two bodies, and what each of them is to do.
_BODIES = (
    "部门|机关|法院|检察院|单位|企业|公司"
    "|机构|委员会|组织|学校|医院|银行|政府|办事处|申请人|当事人|经营者|中心|[局厅院站所]"
)
_TWICE = Pattern(
    f"(?:应当|不得|必须)(?:(?!应当|不得|必须|或者|知道|的)[{HAN}]){{4,40}}?"
    f"(?P<said>[{HAN}]{{2,6}}?(?:{_BODIES}))(?=(?:应当|不得|必须))",
    needs=("应当", "不得", "必须"),
)


_SHOWN = 20


def lost_sentences(text: str) -> Iterator[tuple[int, str]]:
    """Where such a sentence begins, and its first words."""
    for match in _BEGINS.finditer(text):
        yield match.start("said"), match["said"]


def glued_sentences(text: str) -> Iterator[tuple[int, int]]:
    """What stands between two orders to two bodies with no sign, as far as the second one's name: the stop is there."""
    for match in _TWICE.finditer(text):
        yield max(match.start() + len("应当"), match.end() - _SHOWN), match.end()
