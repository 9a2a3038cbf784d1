"""Which characters are Chinese: the ranges, each for the inside of a character class."""

from functools import lru_cache
from sys import maxsize

from lawcheck.text.character_places import characters_of
from lawcheck.text.patterns import Pattern

# Every ideograph that a text of today may hold, rare ones of names and places as well.
HAN = "\u3400-\u9fff"
# Those of the common block alone: where a rare one speaks for damage.
COMMON_HAN = "\u4e00-\u9fff"
# What takes the width of an ideograph: radicals, signs and full-width forms too.
WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"

# The characters that foreign and minority names are transcribed with: 列夫·托尔斯泰, 阿依古丽·买买提.
TRANSCRIBING = frozenset(
    "阿埃艾爱安奥巴班邦保贝本比毕彼别波伯勃博布查茨达戴丹当德登邓迪蒂丁东杜多俄厄恩尔耳法凡菲费芬弗夫福富盖甘戈格葛根古哈"
    "海汉合赫亨洪胡华怀霍基吉济加贾江杰金卡凯坎康考科克肯孔库夸拉来莱赖兰朗劳勒雷黎里理利莉历丽立列烈林琳龙娄卢鲁路伦罗洛"
    "马玛麦迈曼毛梅门蒙米密明摩莫默姆木穆拿哪那纳娜乃奈南内尼妮涅宁纽诺欧帕潘庞培佩彭皮平泼普奇齐契恰切钦乔琼丘曲热仁日荣"
    "茹儒瑞萨塞赛桑沙莎珊尚绍舍申圣什施史士世舒斯丝苏孙索塔台太泰坦汤唐特腾提汀图托陀瓦万旺威韦维卫魏温文翁沃乌吾伍西希席"
    "夏先香肖歇谢辛欣休许雪逊雅亚延扬耶叶依伊因殷英尤于约赞扎泽曾詹张珍芝朱祖佐孜兹买甫热克艳木再娣帖吐逊都提依木拜禾合"
)


def is_han(character: str) -> bool:
    """Whether a character is an ideograph; the empty string is none."""
    return "\u3400" <= character <= "\u9fff"


def han_run(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """Where the ideographs without a break before `start` begin, and those from `end` on end; at most `reach` each."""
    first, last = start, end
    while first and start - first < reach and is_han(text[first - 1]):
        first -= 1
    while last < len(text) and last - end < reach and is_han(text[last]):
        last += 1
    return first, last


_HAN = Pattern(f"[{HAN}]")


def has_han(text: str, start: int = 0, end: int = maxsize) -> bool:
    """Whether there is an ideograph in a span of a text."""
    return _HAN.search(text, start, end) is not None


_UNUSUAL = Pattern(f"[^{COMMON_HAN}0-9，。、；：（）“”《》\n]+")


@lru_cache(maxsize=2)
def unusual_characters(text: str) -> str:
    """Each character of a text that is no common ideograph, figure or sign, once and in order: most have few of them.

    What consists of such characters need not be looked for where they are not in here.
    """
    return "".join(_UNUSUAL.compiled.findall("".join(sorted(characters_of(text)))))
