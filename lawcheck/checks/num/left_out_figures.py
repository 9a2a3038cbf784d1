"""Figures that were left out where nothing but a figure can stand (NUM039): 第条, 2024年月5日, 投资亿元, 不少于个."""

from collections.abc import Iterator

from lawcheck.checks.set_apart import is_in_sentence
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DAY, MONTH, YEAR
from lawcheck.text.vocabulary.han import HAN

# In three and a half million characters of published text none of these forms stands without its figure.
_ORDINAL = Pattern("第[条款项届号期批章](?![外目子])", needs=tuple(f"第{unit}" for unit in "条款项届号期批章"))
_MONTH = Pattern(f"(?:{YEAR}|[今去明当次同每本])年月(?={DAY}日|[底初末中，。；、至到—－开以])", needs=("年月",))
# 当年5月 has its year.
_YEAR = Pattern(
    "(?:(?<=[，。；：（(《—\n \u3000])|(?<=[^起直随自]自)|(?<=从)|(?<=截至)|(?<=[^以]至)|(?<=[^终由]于))"
    f"年(?={MONTH}月(?:{DAY}日|[底初末至到—－-]))",
    needs=("年",),
)
# 8月日均产量 and 8月日照 are something else.
_DAY = Pattern(f"{MONTH}月日(?![均照产常用报历程夜间期销耗供发处本寇军伪商元])", needs=("月日",))
# 投资亿元以上 and 亿元级 name a class, 超亿元 and 数万元 a size, 单位为万元 a unit, 万元地区生产总值 a measure;
# 突破亿元, 人均万元, 价值万元的电器 and 亿元资金 are round sums.
_NUMERALS = "一二三四五六七八九十百千万亿零〇两数几多点余半整壹贰叁肆伍陆柒捌玖拾佰仟"
_ROUND_BEFORE = (
    "(?<!突破)(?<!价值)(?<![人户亩年]均)(?<![跨迈][入进上])(?<![闯迈]过)(?<!冲破)(?<!冲刺)(?<![跨迈破达])(?<!达到)"
)
_ROUND_BEHIND = (
    "大关|关口|台阶|门槛|俱乐部|资金|资产|投资|项目|企业|产业|大[村镇乡县单奖案]|富翁|[村户乡镇县区街楼田]"
    "|集群|园区|合同|订单|贷款"
)
_AMOUNT = Pattern(
    f"(?<=[{HAN}])(?<![{_NUMERALS}超近上逾过和为位以按及或每]){_ROUND_BEFORE}"
    f"[万亿]元(?![级件旦素人卡]|以上|地区|工业|产值|生产|国内生产|增加值|GDP|能耗|{_ROUND_BEHIND})"
    rf"|不超过[万亿]元|(?<![\d{_NUMERALS}])(?<!\d\s)[万亿]元(?=人民币)|(?:处|处以|以上)万?元(?=以[上下])",
    needs=("元",),
)
# 增长%： the heading of a column ends its line.
_SHARE = Pattern(f"(?<=[{HAN}])(?<![数比])[%％](?!\n|$)", needs=("%", "％"))
_COUNT = Pattern(
    "(?:不得?[少低多高]于|不得?超过|达到|[共总合累]计|超过|新增|新建|建成|打造|培育|引进|至少)"
    "(?:[个名家台套吨元]|亩|人次|公里|平方米|(?<!超过)(?<!达到)万[亩人吨]|小时)(?=[，。；、）]|以[上下内]|左右)"
    "|(?:推出|新增|新建|建成|打造|培育|引进|创建|评选)[个家](?=[“《])|(?<=（共)[项个家条名人](?=）)"
)
# 生产总值.万元, 增长.%: of the figure the point is left.
_POINT_ALONE = Pattern(f"(?<=[{HAN}])[.．](?:[万亿]元|[%％])", needs=(".", "．"))
_FORMS = (_POINT_ALONE, _ORDINAL, _MONTH, _YEAR, _DAY, _AMOUNT, _SHARE, _COUNT)
# A line of a signature or of the history of a statute has no points.
_DATES = (_MONTH, _YEAR, _DAY)
# Where this many are open the text is a form, or has lost its fields on the way.
_MOST = 12


def left_out_figure(document: Document) -> Iterator[Finding]:
    """NUM039: an ordinal, a date, an amount, a share or a count in a sentence that has lost its figure."""
    text = document.text
    found = []
    for pattern in _FORMS:
        for match in pattern.finditer(text):
            start, end = match.span()
            is_told = pattern in _DATES or _is_in_sentence(text, start, end)
            if is_told and not document.is_in_cell(start):
                found.append((start, end))
    if len(found) <= _MOST:
        for start, end in sorted(found):
            yield Finding(start, end, {"found": text[start:end]})


def _is_in_sentence(text: str, start: int, end: int) -> bool:
    """Whether it stands in a sentence, and not as an example in quotation marks."""
    return is_in_sentence(text, start, end) and text[start - 1 : start] not in ("“", "‘")
