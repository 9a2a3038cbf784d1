"""Groups named by two words that sound alike, and a document that names itself otherwise than its title (CIT014)."""

from collections.abc import Iterator

from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import TITLE_GENRE
from lawcheck.text.vocabulary.han import HAN

Span = tuple[int, int]

# Two words that are taken for each other in the names of groups: 督查组, 督察组.
_PAIRS = (
    ("督查", "督察"),
    ("稽查", "稽察"),
    ("侦查", "侦察"),
    ("核查", "核察"),
    ("检查", "检察"),
    ("考察", "考查"),
    ("勘查", "勘察"),
)
_GROUP = Pattern(
    "(?P<word>[督稽侦核检勘][查察]|考[察查])(?:小组|组|办公室|室|专班|人员|队伍|队|工作)(?!织)",
    needs=("查", "察"),
)
# A group of another level has its own word: 中央环保督察组, 省督察组.
_OTHERS = Pattern("[央省部委国家保境态市警纪法院务专厅局]级?$")
_USUAL = 3
# 特制定示例镇公路养护方案
_MADE = Pattern(
    f"(?:特|现)?制[定订](?:本|我)?[镇乡县区市校院局村]?(?P<name>(?![本《])[{HAN}0-9]{{4,36}}(?:{TITLE_GENRE}))(?=[。，：\n])",
    needs=("制定", "制订"),
)
# 关于成立示例镇防汛抗旱领导小组的通知
_SET_UP = Pattern(
    f"(?:成立|组建|设立)了?(?P<name>[{HAN}]{{2,30}}?(?P<end>领导小组|指挥部|工作专班|委员会|工作组))(?=[，。：、（(\\n]|的|及|$)",
    needs=("成立", "组建", "设立"),
)
_AGREE, _AGREE_GROUP, _MOST_LOST = 4, 2, 4
_DROPPED = Pattern(f"[0-9年度月的第一二三四五六七八九十（）()省市县区镇乡村]|工作|实施|进一步|开展|做好|{TITLE_GENRE}")


def groups_in_two_words(text: str) -> Iterator[tuple[Span, Span]]:
    """The one place of a group whose word stands nowhere else, where the text has the other word again and again."""
    found = list(_GROUP.finditer(text))
    for pair in _PAIRS:
        usual, rare = sorted(pair, key=text.count, reverse=True)
        odd = [match for match in found if match["word"] == rare]
        if len(odd) != 1 or text.count(rare) > 1 or text.count(usual) < _USUAL:
            continue
        start = odd[0].start()
        if not _OTHERS.search(text[max(0, start - 2) : start]):
            at = text.find(usual)
            yield odd[0].span(), (at, at + len(usual))


def named_otherwise(document: Document) -> Iterator[tuple[Span, Span]]:
    """Where a document says that it is made or whom it sets up, and leaves out a word in the middle of its title."""
    title, text = document.title, document.text
    if title is None:
        return
    whole = text[title.start : title.end]
    for match in _MADE.finditer(text, title.end):
        at = whole.find(match["name"][:_AGREE])
        if at >= 0 and match["name"] not in whole and _lacks_a_word(match["name"], whole[at:], _AGREE, _AGREE):
            yield match.span("name"), (title.start + at, title.end)
    # 关于成立…领导小组的通知: the text sets up the same group, with or without the place before its name.
    for match in _SET_UP.finditer(text, title.end) if _SET_UP.search(whole) else ():
        name, end = match["name"], match["end"]
        at, closed = whole.find(name[:_AGREE_GROUP]), whole.rfind(end) + len(end)
        least_behind = max(_AGREE, len(end) + 1)
        if at >= 0 and name not in whole and _lacks_a_word(name, whole[at:closed], _AGREE_GROUP, least_behind):
            yield match.span("name"), (title.start + at, title.start + closed)


def _lacks_a_word(name: str, whole: str, least_before: int, least_behind: int) -> bool:
    """Whether a name is the whole one but for a word in its middle that is not left out at will."""
    before, behind = _common(whole, name), _common(whole[::-1], name[::-1])
    lost = len(whole) - len(name)
    is_shorter = 0 < lost <= _MOST_LOST and before + behind >= len(name)
    if not is_shorter or before < least_before or behind < least_behind:
        return False
    return not _DROPPED.search(whole[before : before + lost])


def _common(one: str, other: str) -> int:
    """How many characters two names begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
