"""Function words typed as others that sound alike, told by the frame that they stand in (TRM040)."""

from collections.abc import Iterator

from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import MONTH, YEAR
from lawcheck.text.vocabulary.genres import CLOSED_AS
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import INNER_OFFICES


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands where one character belongs, in frames that leave no room for it."""

    right: str
    pattern: Pattern
    variant: str = "default"


def _frame(wrong: str, right: str, *places: str, variant: str = "default") -> _Frame:
    return _Frame(right, Pattern("|".join(places), first=wrong), variant)


def _behind(*words: str) -> str:
    """Any of these stands before the place; each of them has a length of its own."""
    return f"(?:{'|'.join(f'(?<={word})' for word in words)})"


_ASKED = "[个种位类项户级家方样]"
_DIGIT = "[0-9一二三四五六七八九十百]"
# Those that act in their own name, as against 有企业负担, which only says that there are some.
_ACTOR = f"[{HAN}]{{0,8}}?(?:[{INNER_OFFICES}委会组科府道镇心政业]|村集体|公司|理事会|监事会)"
_DOES = (
    "(?:负责(?![人任制的])|承担(?![责的])|牵头(?!的)|计分|组织实施|承办(?!的)|统一(?:负责|组织|管理)"
    "|负担(?![的过重])|出资(?![的额人])|审核(?:后|通过)|主持(?!人|的)|签发(?!的)|召集(?!人|的)|支付(?!的)|拨付(?!的)|审定(?!的)|解释[，。；])"
)
_OWNER = "村集体|[区县市镇乡街省]财政|财政局|理事会|村委会|居委会|镇政府|区政府|县政府"
# 应有的, 有关, 有权, 有一个 and the like say that there is something.
_NO_BY = "(?![关责权效序资能条一些两无意利力专期限特违多几的人其本数0-9])"
_FURTHERS = (
    "提[高升]|促进|推[动进行]|加[强快]|减[少轻]|增[强加]|保[护障证持]|维护|改善|发展|解决|防[止范]|开展|形成|发挥|优化|扩大|稳定|行洪"
    "|构建|打造|建设|培[育养]|服务|满足|实现|帮助|节约|缓解|降低|规范|完善|深化|营造|引导|了解|掌握|落实"
)
_HARM = (
    "发生|产生|出现|损|死亡|受伤|伤亡|中断|延误|下降|上升|增加|减少|无法|不能|不足|事故|后果|污染|破坏|流失|困难|火灾|火情|险情"
    "|堵塞|拥堵|淤塞|瘫痪|滞后|违法|违规|严重"
)
# 无论那些变量怎么变 speaks of those and has its question elsewhere.
_NO_QUESTION = r"(?![^，。；\n]{0,24}(?:[不怎谁么]|是否|还是|如何|多少|能否|有没有|与否))"
_FRAMES = (
    _frame(
        "有",
        "由",
        rf"(?<=[，。；（(、：应须均])有{_NO_BY}(?=[{HAN}]{{1,9}}?[{INNER_OFFICES}委会组科府道镇心政业]"
        r"(?:负责(?![人任制的])|承担(?![责的])|牵头(?!的)|计分|组织实施|承办|统一(?:负责|组织|管理)))",
        rf"{_behind('[应须均将]', '费用', '经费', '资金', '款项', '工作', '材料')}有{_NO_BY}(?!部分|所|[单企个])"
        rf"(?={_ACTOR}{_DOES})",
        rf"(?<![^，。；：\n\u3000])有{_NO_BY}(?=(?:(?!的)[{HAN}]){{0,4}}(?:{_OWNER}){_DOES})",
        variant="you",
    ),
    _frame(
        "那",
        "哪",
        rf"{_behind('无论', '不论', '无论是', '不论是')}那(?=[几些里儿年天]|一?{_ASKED}){_NO_QUESTION}",
        rf"{_behind('[弄查摸搞分]清', '[弄查摸搞]清楚', '弄明白')}那(?=[几些里儿]|一?{_ASKED})"
        rf"(?![^，。；？\n]{{0,30}}的[{HAN}]{{0,6}}[，。；\n])",
        "(?<![刹剎支])那(?=怕)",
    ),
    _frame(
        "付",
        "副",
        f"(?<![支交给应拨垫兑托偿缴代实已未{_DIGIT[1:-1]}])付(?=[处科厅局部]级(?:干部|领导|待遇|以上|职务|实职|非领导|[，。；、）)]|及))",
        "(?<=正)付(?=[处科厅局部]级)",
    ),
    _frame(
        "次",
        "此",
        "(?<=以)次(?=类推)",
        f"(?<=特)次(?={CLOSED_AS}|申请|告知)",
        "(?<=除)次(?=[之以]外|外[，还])",
        "(?<=[由因])次(?=造成|产生|引[发起]|导致|可[见以]|形成|带来|[，,])",
        "(?<=据)次(?=[，,]|可以|推算)",
        "(?<=就)次(?=问题|事项|[，,])",
        r"(?<![^\n（(\u3000])次(?=件(?:公开|主动公开|依申请|不予公开))",
        "(?<=与)次(?=同时|相[关应])",
    ),
    _frame("一", "以", "(?<![统唯])一(?=此类推|此为[据准鉴戒])"),
    _frame(
        "此",
        "次",
        f"(?<=[每首历])此(?=会议|检查|活动|培训|调研|考核|考试|比赛|大会|评选|普查|抽查|整治)(?![{HAN}]*[，,]也)",
    ),
    _frame(
        "再",
        "在",
        "再(?=此(?:基础|期间|过程|背景|情况|之前|之后|时))",
        "(?<=正)(?<![更改修公纠校补真端矫指反严转归摆扶方立订]正)再(?=进行|建设|办理|开展|推进|实施|申[报请]|审[核批]|施工|组织|筹[建备]|整[改治]|征[求集])",
    ),
    _frame("在", "再", r"(?:(?<=[今以]后)|(?<=从此)|(?<=[，。；\n]))在(?=也[没不无])"),
    _frame(
        "已",
        "以",
        "(?<=可)(?<![许认尚还]可)已(?=由|按照?|通过|根据|依[据法照]|采[取用]|申请|延[长期]|适当|选择|自行)",
        "(?<=予)(?<![准不未]予)已(?=支持|奖励|补[助贴偿]|处[罚理分]|适当|重视|减免|扶持|优先|纠正|清理|解决|保障|协助|配合|表彰)"
        "(?!.{2,4}的)",
        "(?<=难)(?<![困疑灾遇避苦]难)已(?=实施|落实|推[进行动]|开展|解决|完成|为继|估[量计]|满足|保[证障]|置信|承受|维持|适应|达到|形成|发挥)",
    ),
    _frame("以", "已", f"(?<![难可得足用加予])以(?=于(?:{YEAR}年|{MONTH}月|去年|今年|上[周月]|[前昨]日))"),
    _frame(
        "与",
        "于",
        rf"{_behind('成立', '[创修筹兴]建', '始建', '建成', '设立', '创办', '[开竣完]工', '出生', '开业', '生效')}"
        rf"与(?={YEAR}年)",
        rf"{_behind('不[少低高多早晚迟大小]', '不得[少低高多早晚迟大小]')}与(?={_DIGIT})",
        "(?<=[大小高低多少长短])(?<!最.)与(?=[0-9]{1,6}(?:\\.[0-9]{1,3})?[%％人个米元岁年天次名亩])",
        rf"(?<=[坐座]落)与(?=[{HAN}])",
        rf"(?<![^，。；：\n\u3000]位)(?<=位)与(?=[{HAN}]{{1,8}}[省市县区镇乡村路街])(?!我)",
        rf"(?<=[关鉴])(?<![{HAN}][关鉴])与(?=[{HAN}《])",
        rf"(?<=基)(?<![{HAN}]基)与(?=[此上以这对目当])",
        rf"(?<=毕业)与(?!就业)(?=[{HAN}]{{2,12}}(?:大学|学院|学校|中学))",
        rf"{_behind('有[利助]', '不利', '致力', '着眼')}与(?={_FURTHERS})",
        rf"(?<=适用)与(?=本[{HAN}]|下列|以下|各[{HAN}]|全[国省市区县镇])(?!.{{0,12}}(?:衔接|冲突|关系|不一致))",
    ),
    _frame("于", "与", "(?<![^，。；、：\n\u3000])于(?=会(?:人员|代表|领导|同志)|时俱进)"),
    _frame("至", "致", rf"(?<=导)(?<![引疏传误辅督指编教向领主制开先倡推自]导)至(?=[{HAN}]{{0,8}}(?:{_HARM}))"),
    _frame(
        "和",
        "合",
        f"{_behind('(?:互相|相互|密切|积极|主动|通力|全力|紧密)配')}和",
        "(?<=结)(?<![团总终完了连冻]结)和(?=实际|本[市区县镇村校院单地部]|工作实际|自身|当前|各自|我[市区县镇村校院单])",
    ),
)
_QUESTION = Pattern(rf"那(?=[里些几]|一?{_ASKED})[^，。；：！？?\n]{{0,24}}[？?]", first="那")
_CLAUSE_ENDS = "，。；：！？?\n"
# What makes a question without 哪, or makes of 那 what was spoken of.
_ASKS = Pattern("[不吗呢吧么谁何怎什哪多难岂否]|如果|能否|是否|有没有")
_REACH = 30


def confused_word(document: Document) -> Iterator[Finding]:
    """TRM040: 那 for 哪, 次 for 此, 与 for 于 and the like, where the words around it leave no choice."""
    text = document.text
    for frame in _FRAMES:
        for match in frame.pattern.finditer(text):
            yield _told(text, match.start(), frame.right, frame.variant)
    for match in _QUESTION.finditer(text):
        at = match.start()
        before = text[max(0, at - _REACH) : at]
        clause = before[max(map(before.rfind, _CLAUSE_ENDS)) + 1 :]
        # 那里可以办理？ may speak of a place.
        if clause and not _ASKS.search(clause) and not _ASKS.search(match[0]):
            yield _told(text, at, "哪", "default")


def _told(text: str, at: int, right: str, variant: str) -> Finding:
    values = {"found": text[at], "right": right}
    return Finding(at, at + 1, values, variant, (Edit(at, at + 1, right),))
