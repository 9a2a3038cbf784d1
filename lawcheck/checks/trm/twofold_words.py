"""What stands twice because the language has it so: 一棵棵, 去年年底, 很远很远, 碧蓝碧蓝, 二十四军军部 (TRM021)."""

from lawcheck.text.patterns import Pattern

# 去年年底, 2024年年初
_OF_YEAR = frozenset("底初末中终关")
# 二十四军军部, 宣传股股长, 出版署署长; 金哨奖奖杯
_OWN = Pattern("[军师旅团营连排班队部股署司处科室站所台社局院](?=[部长员])|奖(?=[杯金牌项状品励章])")
_ADVERBS = frozenset("浓双独郁满深久频屡稳牢紧淡薄厚暗悠绵彬洋茫滔源声早青家")
# 很远很远, 最难最难; 想着想着, 走着走着
_DEGREES, _ASPECT = frozenset("很极最太老"), "着"
# 碧蓝碧蓝, 墨黑墨黑, 香甜香甜
_LOOKS = frozenset("红黄蓝绿白黑紫青灰亮甜烫凉直圆长")
# 提醒提醒大家, 请专家鉴定鉴定; 不知如何如何, 多少多少
_AGAIN = Pattern(
    "鉴定|提醒|鼓励|热闹|意思|走动|照顾|关心|指点|评论|放松|轻松|高兴|暖和|凉快|应付|打听|教训|帮衬|掂量|过奖|恭喜|请坐|久仰"
    "|幸会|哪里|抱歉|辛苦|如何|怎样|怎么|什么|多少|这样|那样|这么|那么|某某"
)
# 售票等等方式, but 甲、乙等等3家单位.
_AND_SO_ON = Pattern("等(?!有关|相关|各|[0-9一二三四五六七八九十两])", first="等")


def is_twofold(text: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end`, and before it once more, is said twice as it should be."""
    size = end - start
    again, before = text[start:end], text[max(0, start - size - 1) : start - size]
    if size == 1:
        if before == "一" or again in _ADVERBS or (again == "年" and text[end : end + 1] in _OF_YEAR):
            return True
        return any(pattern.match(text, start) for pattern in (_OWN, _AND_SO_ON))
    if size == len("意思"):
        return again[0] in _DEGREES or again[1] == _ASPECT or again[1] in _LOOKS or _AGAIN.fullmatch(again) is not None
    # 一个单位一个单位地去找
    return again[0] == "一"
