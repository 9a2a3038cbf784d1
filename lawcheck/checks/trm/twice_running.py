"""Dates, sums, titles, quotations and long stretches that stand twice running, verbs joined to themselves (TRM021)."""

from collections.abc import Iterator

from lawcheck.text.doubled import doubled, side_by_side
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DAY, MONTH, YEAR
from lawcheck.text.vocabulary.han import HAN

# In three and a half million characters of published text none of these stands twice running; of stretches of four
# characters and more only headings and signers do that have lost the line behind them.
_FIGURE = Pattern(
    f"(?<![0-9])(?P<once>{YEAR}年(?:{MONTH}月(?:{DAY}日)?|年?[底初末])?|{MONTH}月{DAY}日|[0-9]{{1,9}}(?:\\.[0-9]{{1,4}})?(?:[万亿]?元|[%％]))"
    "(?P<again>(?P=once))"
)
_MARKED = Pattern(
    "(?P<once>《[^《》\n]{2,60}》|“[^“”\n]{2,30}”)(?P<again>(?P=once))", needs=("》《", "”“"), first="《“"
)
# 收缴《示例证》、《示例证》副本: two things where the second one goes on.
_LISTED = Pattern(
    "(?P<once>《[^《》\n]{2,60}》)(?P<again>[、和](?P=once))(?=[，。；、：（）等的]|和|规定|要求|精神|$)",
    needs=("》、《", "》和《"),
    first="《",
)
# 各街道、各部门，各街道、各部门要: a row of names that begins the next clause again.
_ROW = Pattern(
    f"(?:^|(?<=[，。；：\n\u3000]))(?P<once>[{HAN}]{{1,10}}(?:、[{HAN}]{{1,10}}){{1,4}})(?P<again>，(?P=once))",
    needs=("、",),
)
_ORDINAL = Pattern("(?P<once>第)(?P<again>第)(?=[一二三四五六七八九十百0-9])", needs=("第第",))
_LONG = Pattern(
    f"(?<=[{HAN}，；、：“（])(?<![0-9一二三四五六七八九十]、)(?P<once>(?!一)[{HAN}]{{4,16}}|进一步)(?P<again>(?P=once))"
)
# 加强和加强监管: what begins with these is no name, so the second one belongs to no longer word, as in 企业和企业家.
_VERBS = "加强|推进|推动|完善|落实|深化|促进|提高|提升|强化|优化|开展|健全|规范|加快|做好|抓好|保障|支持|鼓励|引导"
_JOINED = Pattern(f"(?P<once>{_VERBS})(?P<again>(?:和|与|及|以及|并|、)(?P=once))", needs=tuple(_VERBS.split("|")))
# 甲、乙等等3家单位: before a number one is enough; in 平等等权利 the first one ends a word.
_AND_SO_ON = Pattern(
    f"(?<=[{HAN}”》）])(?<![平均高中初同相对优上下一二三四特头劣何甲乙丙此])(?P<once>等)(?P<again>等)"
    "(?=有关|相关|各|[0-9一二三四五六七八九十两])",
    needs=("等等",),
)
_AGAIN = ("再", "、再", "，再")
# What begins with ideographs that stand twice: for other patterns it is not told.
_TWICE = {_LONG: side_by_side(3, 16), _JOINED: ((2, 3), (2, 4))}


def twice_running(text: str) -> Iterator[tuple[int, int, int]]:
    """Where the first one begins, and the span of what is too many."""
    for pattern in (_FIGURE, _MARKED, _LISTED, _ROW, _ORDINAL, _LONG, _JOINED, _AND_SO_ON):
        runs = _TWICE.get(pattern)
        for match in doubled(pattern, text, runs) if runs else pattern.finditer(text):
            once = match["once"]
            # 落实、落实、再落实 and 加油加油加油加油 are said on purpose.
            if not text.startswith((once, *_AGAIN), match.end()) and len(set(once)) > len(once) / 2:
                yield match.start(), *match.span("again")
