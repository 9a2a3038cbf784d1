"""What stands twice because the language has it so: 一棵棵, 去年年底, 很远很远, 碧蓝碧蓝, 二十四军军部 (TRM021)."""

from lawcheck.text.patterns import Pattern

# 去年年底, 2024年年初
_OF_YEAR = frozenset("底初末中终关")
# 二十四军军部, 宣传股股长, 出版署署长; 金哨奖奖杯
_OWN = Pattern("[军师旅团营连排班队部股署司处科室站所台社局院](?=[部长员])|奖(?=[杯金牌项状品励章])")
_ADVERBS = frozenset("浓双独郁满深久频屡稳牢紧淡薄厚暗悠绵彬洋茫滔源声早青家")
_EACH = frozenset("一每")
# 很远很远, 最难最难; 想着想着, 走着走着
_DEGREES, _ASPECT = frozenset("很极最太老"), "着"
# 碧蓝碧蓝, 墨黑墨黑, 香甜香甜
_LOOKS = frozenset("红黄蓝绿白黑紫青灰亮甜烫凉直圆长")
# 研究研究, 提醒提醒大家, 请专家鉴定鉴定; 慢慢慢慢; 不知如何如何, 多少多少; 加油加油加油加油
_AGAIN = Pattern(
    "(?:研究|商量|讨论|学习|打扫|休息|考虑|了解|活动|锻炼|交流|体验|检查|收拾|整理|准备|介绍|商议|琢磨|合计|思考|议论|练习"
    "|参谋|见识|感受|尝试|比较|慢慢|渐渐|宝宝|妈妈|爸爸|叮当|哗啦|雪白|漆黑|通红|加油|鼓掌|谢谢|欢迎|好好"
    "|鉴定|提醒|鼓励|热闹|意思|走动|照顾|关心|指点|评论|放松|轻松|高兴|暖和|凉快|应付|打听|教训|帮衬|掂量|过奖|恭喜|请坐"
    "|久仰|幸会|哪里|抱歉|辛苦|如何|怎样|怎么|什么|多少|这样|那样|这么|那么|某某)+"
)
# 人人, 天天, 一步步
_REDUPLICATING = frozenset(
    "人天年月日时刻处事家户村镇县市区省国代层步条件项样种点面渐常往纷稍仅频刚偏"
    "恰悄默足深大小多少好慢快早高长远细轻重满圆红绿亮"
)
# 常问问题, 已发发票, 开开关: a verb, and an object that begins with it; 开发发票 is one 发 too many.
_OBJECT = Pattern(
    "问(?=题)|(?<!开发)发(?=票)|开(?=关)|报(?=[表告])|收(?=[据条])|交(?=通[费罚])|打(?=[包印]机)|画(?=[册作])|装(?=置)"
)
# 售票等等方式, but 甲、乙等等3家单位.
_AND_SO_ON = Pattern("等(?!有关|相关|各|[0-9一二三四五六七八九十两])", first="等")


def reduplicates(character: str) -> bool:
    """Whether a character makes a word of two of itself, so that it says nothing when it stands twice."""
    return character in _REDUPLICATING


def is_twofold(text: str, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end`, and before it once more, is said twice as it should be."""
    size = end - start
    again, before = text[start:end], text[max(0, start - size - 1) : start - size]
    if size == 1:
        if before == "一" or again in _ADVERBS or (again == "年" and text[end : end + 1] in _OF_YEAR):
            return True
        return any(pattern.match(text, start) for pattern in (_OWN, _OBJECT, _AND_SO_ON))
    # 一件一件, 一个单位一个单位地去找
    if again[0] in _EACH and again[1] != "一":
        return True
    if size == len("很远") and (again[0] in _DEGREES or again[1] == _ASPECT or again[1] in _LOOKS):
        return True
    return _AGAIN.fullmatch(again) is not None
