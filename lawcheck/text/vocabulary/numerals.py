"""Ordinals in Chinese and Arabic numerals, and what is counted."""

from functools import lru_cache

# The last ones are of the radical blocks and look the same; a text that has them is numbered all the same.
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "⼀": 1, "⼆": 2, "⼋": 8}
# What stands between a figure and what is counted, or is counted itself.
MEASURES = (
    "个项家户人件次处所座亿万千百十亩吨元角分克斤两里米尺寸丈升度年月日天周时秒刻季届期批章节条款号位名级类种岁倍间块张"
    "台套辆栋幢根支只头匹棵株粒颗片幅副顶双对排列层楼门班组轮场遍趟步口圈道课篇本册页行句字卷集部份封笔桩起宗例成折股手员"
    "科点线段路环格堂餐顿杯瓶箱包袋盒桶罐筐盘碗把架艘枚面扇盏批届派方市县区镇村校厂店队代世伏束寸厘毫公"
)
_UNITS = {"十": 10, "百": 100, "千": 1000, "⼗": 10}
_NUMERALS = "零一二三四五六七八九"


@lru_cache(maxsize=4096)
def parse_numeral(word: str) -> int | None:
    """The value of a numeral such as 十二, 一百零三, 二〇, 12 or １２ (0 ≤ value < 100,000); None when it is none."""
    if word.isdecimal():
        return int(word) if len(word) <= 5 else None
    if len(word) > 1 and all(c in _DIGITS for c in word):
        return int("".join(str(_DIGITS[c]) for c in word)) if len(word) <= 5 else None
    total = digit = 0
    seen = False
    for character in word:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _UNITS:
            total += (digit or (0 if seen and total % 10 else 1)) * _UNITS[character]
            digit = 0
        else:
            return None
        seen = True
    return total + digit if seen else None


def chinese_numeral(value: int) -> str:
    """The Chinese numeral of an ordinal, 0 ≤ value < 10,000: 12 gives 十二, 103 一百零三."""
    if value < 10:
        return _NUMERALS[value]
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            text += _NUMERALS[digit] + name
        elif text and value and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if text.startswith("一十") else text
