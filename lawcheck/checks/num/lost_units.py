"""Numbers that lost their unit or measure word: 不少于3月, 标的3万以上, 总得分80以上, 次数减少11 (part of NUM037)."""

from collections.abc import Iterator

from lawcheck.checks.set_apart import is_in_sentence
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# 不超过3月底 and 满6月1日 are points of time; 3月以内 is neither that nor a length of time.
_LENGTH = Pattern(
    "(?:不得?[少低]于|不得?[超少]过|不足|[不未已]满|工作满|届满|期满|至少|最[长短多]|延长|缩短|为期|历时|长达|累计|连续|不间断|推迟|提前|每隔"
    "|(?:试用|见习|实习|有效|保质|保修|质保|处分|聘|公示|借调|服务|学习|考察|过渡|观察|宽限)期(?:限|间)?(?:一般|不超过|应当?)?[为是]?)"
    "[ ]?(?P<place>[0-9]{1,2})(?=[ ]?月(?:[，。；）的者未没无不]|以[上下内]|后|或))"
    "|(?<![年0-9.．—－–~～至到-])(?P<each>[0-9]{1,2})(?=月(?:以[上下内]|之内))",
    needs=("月",),
)
# 雅思成绩6.5以上, 绩点3.0以上 have no unit.
_SCORE = Pattern(
    "(?:得分|总分|分值|成绩|评分|综合分|测评分|考核分|考评分|平均分)(?:均|都|应|须|必须)?(?:在|达到?|为|低于|高于|不低于|不足|超过)?"
    "(?P<place>[1-9][0-9]{1,2})(?=以[上下](?![ ]?[（(]分))",
    needs=("以上", "以下"),
)
_OTHER_SCORE = Pattern("雅思|托福|IELTS|TOEFL|GRE|GMAT|SAT|GPA|绩点|[四六八]级|指数|名次|排名|[（(]分")
# 投资2000万美元 has its unit, and so has 价值（万元）.
_MONEY = (
    "(?:标的额?|投资额?|造价|金额|总额|价款|借款|贷款|报销|开支|支出|费用|采购额|注册资本|预算|资金|收入|产值|营收"
    "|营业额|销售额|罚款|补助|奖励)"
)
_SUM = Pattern(
    f"{_MONEY}(?:总额|总计|合计|共计|达到?|约|为|在|超过?|近|不足|共)?(?P<place>[0-9]{{1,5}}(?:[.][0-9]{{1,3}})?[万亿])"
    "(?=以[上下内]|左右|[，。；])(?!以[上下内](?:人|亩|户|吨|美元))",
    needs=("万", "亿"),
)
# 人均5000/年
_RATE = Pattern(
    f"(?:人均|每[{HAN}]|标准|补助|补贴|工资|报酬|奖励|津贴|费用?|租金|价格)[{HAN}]{{0,3}}(?P<place>[0-9]{{2,6}})/(?=年|月|人|天|日|次|亩|户|学期|学年)"
    f"|每(?:人|户|亩|次|例|篇|项|名|天|月|年|件|只|头|吨)[^，。；：\n0-9]{{0,6}}(?:补助|补贴|奖励|罚款|扣款|发放)(?P<each>[1-9][0-9]{{1,5}})(?=[，。；])",
    needs=("/", "每"),
)
# 同比下降12，: what is counted, or its per cent sign. Indexes and ratios have none.
_CHANGE = Pattern(
    "(?:增长|增加|减少|下降|上升|降低|提高)了?(?P<place>[0-9]{1,5}(?:[.][0-9]{1,2})?)(?=[，。；])",
    needs=("增长", "增加", "减少", "下降", "上升", "降低", "提高"),
)
_PURE = Pattern("指数|系数|值|密度|强度|浓度|倍|比例|分|排名|位次|名次|等级|序号|编号|每次|依次|逐")
# 评比从10方面进行; 7大方面 and 三方面 are whole.
_MEASURE = Pattern(
    "(?<=[从等在共])(?P<place>[0-9]{1,2})(?=(?:方面|领域|环节|层面|维度)(?![A-Za-z0-9]))",
    needs=("方面", "领域", "环节", "层面", "维度"),
)
_KINDS = (
    ("measure", _MEASURE, None),
    ("months", _LENGTH, None),
    ("points", _SCORE, _OTHER_SCORE),
    ("sum", _SUM, None),
    ("rate", _RATE, None),
    ("change", _CHANGE, _PURE),
)
# So far before it a number says what it counts.
_REACH = 16


def lost_units(document: Document) -> Iterator[Finding]:
    """NUM037: a number in a sentence without its unit."""
    text = document.text
    for variant, pattern, other in _KINDS:
        for match in pattern.finditer(text):
            start, end = match.span("each" if match.groupdict().get("each") else "place")
            if document.is_in_cell(start) or not is_in_sentence(text, start, end):
                continue
            if other and other.search(text, max(0, match.start() - _REACH), start):
                continue
            edits = (Edit(end, end, "个"),) if variant in ("months", "measure") else ()
            yield Finding(start, end, {"number": text[start:end]}, variant, edits)
