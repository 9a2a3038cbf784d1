"""Sentences of two constructions, or that say the opposite of what is meant (TRM033); ill-matched words (TRM034).

Each pattern is closed: it names the words of both constructions, and what stands between them holds no point that would
divide them. What is quoted as an example stays silent.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, MONTH, PART_OF_DATE, YEAR
from lawcheck.text.vocabulary.genres import SAID_AS, TOLD_AS
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.usual_words import TOLD_THINGS


class _Kind(NamedTuple):
    """A kind of fault: the variant of the message, and its pattern."""

    variant: str
    pattern: Pattern


_END = "(?=[，。；、）\n]|$)"
_AMOUNT = "[0-9０-９一二两三四五六七八九十百千]{1,6}(?:[.．点][0-9０-９一二三四五六七八九]{1,3})?"
_CONTRARY = "(?:防止|避免|杜绝|严防|谨防|以免|以防|防范)"

_MIXED = (
    # 使 and 让 with a subject only in front of 通过; 使用, 使命 and the like are words of their own.
    _Kind(
        "subject",
        Pattern(
            "(?:(?<=[。；\n])|^)[ \u3000]{0,4}(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．])?"
            "(?P<place>(?:通过|经过)[^，。；：\n使]{2,40}，"
            "(?:从而|进一步|切实|真正)?[使让])(?![用命节者馆领得])",
            needs=("通过", "经过"),
        ),
    ),
    _Kind(
        "negated",
        Pattern(
            f"{_CONTRARY}(?:(?!而|则|或|和|又|并)[^，。；、：\n]){{0,20}}不(?:再次?)?(?:发生|出现|重演|反弹|回潮){_END}",
            needs=("不再", "不发生", "不出现", "不重演", "不反弹", "不回潮"),
        ),
    ),
    _Kind(
        "times",
        Pattern(
            "(?:减少|降低|下降|缩短|缩小|减轻|压缩|压减|缩减|回落)了?(?:近|约|将近|大约)?"
            f"{_AMOUNT}[多余]?倍(?![率数频镜体的])",
            needs=("倍",),
        ),
    ),
    _Kind(
        "cause",
        Pattern(
            "(?:原因|根源|起因)(?:主要|还|就|都|也|大多)?(?:是|在于)由?(?:(?!因为)[^，。；：\n]){1,30}"
            f"(?:造成|引起|导致|引发|所致)的?{_END}",
            needs=("原因", "根源", "起因"),
        ),
    ),
    _Kind(
        "purpose",
        Pattern("(?:目的|宗旨|用意|初衷)(?:都|就|主要)?(?:是|在于)为了|旨在为了?(?=[^，。；\n])", needs=("为",)),
    ),
    _Kind(
        "centre",
        Pattern(
            f"围绕着?[^，。；：以把将\n]{{1,20}}(?<![成作认造视称设定确列因])为(?:中心|主题|主线|重点|核心|目标){_END}",
            needs=("围绕",),
        ),
    ),
    _Kind("principle", Pattern(f"本着[^，。；：以\n]{{1,20}}为(?:原则|宗旨|目的|前提){_END}", needs=("本着",))),
    _Kind(
        "according",
        Pattern(
            "(?:根据|(?<![依数证占票根])据)[^，。；：\n]{0,20}(?:统计|调查|监测|数据|资料|研究|结果|测算)"
            "(?:显示|表明)(?=[，：])",
            needs=("显示", "表明"),
        ),
    ),
    _Kind(
        "standard",
        Pattern(f"(?<![以由])(?:按照|依照|依据|根据)[^，。；：以\n]{{1,25}}为准{_END}", needs=("为准",)),
    ),
    _Kind("depends", Pattern(f"取决于[^，。；\n]{{1,20}}(?:所|来)?决定的?{_END}", needs=("取决于",))),
    _Kind(
        "key",
        Pattern(
            f"关键(?:在于|是)[^，。；\n]{{1,20}}起着?(?:决定|关键|主导)性?的?作用{_END}"
            f"|靠的(?:就)?是[^，。；\n]{{1,25}}(?:取得|实现|完成|得来)的{_END}",
            needs=("关键", "靠的"),
        ),
    ),
    _Kind(
        "welcome", Pattern("(?:深受|受到|广受|备受)[^，。；\n所]{1,12}所(?:欢迎|喜爱|青睐|好评|称赞)", needs=("受",))
    ),
    _Kind("motive", Pattern(f"出于[^，。；以\n]{{1,20}}为(?:目的|由){_END}", needs=("出于",))),
    _Kind(
        "consists",
        Pattern(
            f"(?:小组|委员会|专班|指挥部|办公室|队伍|评审组|调查组|工作组)(?P<place>有[^，。；：\n由]{{2,40}}(?:组成|构成)){_END}"
            f"|(?P<other>主要有[^，。；：\n由]{{2,40}}(?:组成|构成)){_END}",
            needs=("组成", "构成"),
        ),
    ),
    _Kind("doubled", Pattern("(?:付诸|诉诸|公诸|见诸|放诸|加诸|求诸)于|堪称[为是](?!否)", needs=("诸于", "堪称"))),
    _Kind("until", Pattern("截[至止]到?[^，。；、：\n止]{1,14}为止", needs=("为止",))),
    _Kind(
        "forbidden",
        Pattern(
            "切[忌勿]不[要能可得准]|(?:禁止|严禁)(?:(?:任何|各|一切)[^，。；、：\n]{1,10})?不[得准许](?![不一])",
            needs=("切", "禁"),
        ),
    ),
    # 现督查情况通报如下: what is told wants a preposition before it.
    _Kind(
        "lead",
        Pattern(
            "(?<=[，。；：\n])(?P<place>现)(?![将就对把以予在已根经按依针为向从由与和于作])[^，。；：\n将就]{2,24}?"
            "(?:" + TOLD_THINGS + ")(?:" + TOLD_AS + ")如下",
            needs=("如下",),
        ),
    ),
    # 水利局就清淤情况的汇报，: the verb is missing; 听取水利局就清淤情况的汇报 has one.
    _Kind(
        "spoke",
        Pattern(
            f"(?<=[，。；\n])(?![^，。；\n]{{0,12}}[听审收阅看据照合对经以])[{HAN}、]{{2,12}}就(?:(?![作做][了出]|进行|发表)[^，。；\n]){{4,40}}"
            "的(?P<place>" + SAID_AS + ")(?=[，。；])",
            needs=tuple(SAID_AS.split("|")),
        ),
    ),
    # 每超出一人扣分: how much?
    _Kind(
        "amount", Pattern("每(?:超[出过]?|缺|少|差)[^，。；\n扣]{1,10}(?P<place>扣分)(?=[，。；\n])", needs=("扣分",))
    ),
    _Kind("always", Pattern("无时无刻(?:都|总|在)(?!不)", needs=("无时无刻",))),
)

_COLLOCATIONS = (
    _Kind(
        "force",
        Pattern(
            "(?P<place>加强|加快)(?:对(?:(?!加大|力度)[^，。；\n]){2,40}的)?[^，。；、：\n的大]{0,10}力度",
            needs=("力度",),
        ),
    ),
    _Kind("pace", Pattern(f"(?P<place>加大)[^，。；、：\n]{{0,12}}(?:步伐|进度|速度|进程){_END}", needs=("加大",))),
    _Kind("effect", Pattern(f"(?P<place>发扬)[^，。；、：\n]{{0,12}}作用{_END}", needs=("发扬",))),
    _Kind(
        "spirit",
        Pattern(
            f"(?P<place>发挥)(?:(?!首创|主人|主动|能动|尖兵|先锋)[^，。；、：\n作]){{0,10}}(?:精神|作风|优良传统){_END}",
            needs=("发挥",),
        ),
    ),
    _Kind(
        "hold",
        Pattern(
            "(?P<place>召开)(?:(?!会|部署|研究|推进|总结|安排|启动|听取|专题)[^，。；、：\n]){2,15}(?:工作|活动)(?=[，。；\n])",
            needs=("召开",),
        ),
    ),
    _Kind(
        "listed",
        Pattern(
            f"(?P<place>纳入)[^，。；\n为]{{1,30}}的重要(?:内容|依据|参考|抓手|手段|举措|组成部分){_END}",
            needs=("纳入",),
        ),
    ),
    _Kind(
        "since",
        Pattern(
            f"(?P<place>于)(?:{DATE}|{PART_OF_DATE}|(?:{YEAR}年|[今明去]年)?{MONTH}月|[今明去]年)起(?![草诉运飞])",
            needs=("起",),
        ),
    ),
)
# The kind that stands as the default message of its rule.
_NAMES = {"listed": "default"}
_OPEN, _CLOSED = "“‘《", "”’》"
_REACH = 40
# What the first word becomes; the others have no word that fits everywhere.
_BETTER = {
    "force": "加大",
    "pace": "加快",
    "effect": "发挥",
    "spirit": "发扬",
    "hold": "开展",
    "since": "自",
    "lead": "现将",
}


def mixed_sentence(document: Document) -> Iterator[Finding]:
    """TRM033: two constructions in one, a negation too many, what falls by so many times."""
    yield from _found(document.text, _MIXED)


def collocation(document: Document) -> Iterator[Finding]:
    """TRM034: a verb whose object wants another one."""
    yield from _found(document.text, _COLLOCATIONS)


def _found(text: str, kinds: tuple[_Kind, ...]) -> Iterator[Finding]:
    for variant, pattern in kinds:
        for match in pattern.finditer(text):
            place = next((name for name in ("place", "other") if match.groupdict().get(name)), 0)
            start, end = match.span(place)
            if _is_quoted(text, start):
                continue
            better = _BETTER.get(variant)
            edits = (Edit(start, end, better),) if better else ()
            yield Finding(start, end, {"found": text[start:end]}, _NAMES.get(variant, variant), edits)


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place stands in quotation or title marks, as an example of how not to write or in a name."""
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    opened = max(before.rfind(sign) for sign in _OPEN)
    return opened > max(before.rfind(sign) for sign in _CLOSED)
