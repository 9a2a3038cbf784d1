"""A measure that stands on both sides of its number: 每亩500元/亩, 时速60公里/小时, 零下-5℃ (NUM030)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.text.patterns import Pattern

_NUMBER = "[0-9０-９]{1,9}(?:[.．][0-9０-９]{1,3})?"
_KINDS = (
    Pattern(
        f"每(?P<each>人|亩|户|月|年|天|日|吨|次|台|套|辆|名|村|校|平方米|公里|公斤|千克|立方米)[^，。；：\n0-9]{{0,12}}{_NUMBER}[万亿]?元"
        "(?P<place>[/／](?P=each))",
        needs=("元/", "元／"),
    ),
    Pattern(
        f"(?:时速|每小时)[^，。；：\n0-9]{{0,8}}{_NUMBER}(?:公里|千米|km)(?P<place>[/／](?:小时|时|h))",
        needs=("时速", "每小时"),
    ),
    Pattern(f"零下(?P<place>[-－—])(?={_NUMBER} ?(?:℃|度|摄氏度))", needs=("零下",)),
    # 二级（含）及以上, 9:30时
    Pattern("[（(]含[）)](?P<place>及)以[上下]", needs=("含）及", "含)及")),
    Pattern(
        "(?<![0-9:：])(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9](?P<place>[时点])(?![间段分刻钟效限代期位球])",
        needs=("时", "点"),
    ),
    Pattern(f"{_NUMBER}[%％](?P<place>个百分点)", needs=("%个", "％个")),
    Pattern(f"{_NUMBER}个百分点(?P<place>[%％])|{_NUMBER}(?P<other>个)(?=[%％])", needs=("%", "％")),
)


def doubled_measures(text: str) -> Iterator[Finding]:
    """What stands behind a number and says what stands before it."""
    for pattern in _KINDS:
        for match in pattern.finditer(text):
            start, end = match.span("place" if match["place"] else "other")
            yield Finding(start, end, {"found": text[start:end]}, "measure")
