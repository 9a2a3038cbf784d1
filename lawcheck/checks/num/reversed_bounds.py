"""NUM022: a range whose lower bound is the higher one."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.numerals import parse_numeral

_NUMBER = "(?:[0-9]{1,12}|[一二两三四五六七八九十百千]{1,8})"
_UNIT = "(?:元|万元|亿元|倍|日|天|个月|个工作日|年|小时|人|平方米|公里|米)"
# 处一千元以上二百元以下罚款
_BOUNDS = Pattern(
    rf"(?<![0-9.,一二两三四五六七八九十百千万])(?P<low>{_NUMBER})(?P<unit>{_UNIT})以上(?P<high>{_NUMBER})(?P=unit)以下",
    needs=("以上",),
)


def reversed_bounds(document: Document) -> Iterator[Finding]:
    """NUM022: 一千元以上二百元以下."""
    for match in _BOUNDS.finditer(document.text):
        low, high = (parse_numeral(match[name].replace("两", "二")) for name in ("low", "high"))
        if low is not None and high is not None and low > high:
            yield Finding(*match.span(), {"low": match["low"] + match["unit"], "high": match["high"] + match["unit"]})
