"""The particles 的, 地 and 得, which sound the same (TRM051)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.usual_words import QUALIFIED_NOUNS

# What stands before a verb and, in this form, before no noun: 有效的措施 and 积极的作用 are right.
_ADVERBS = (
    *("更好", "更快", "更有效", "更充分", "更主动", "更自觉", "更积极", "更加有效", "更加充分", "更加主动", "更加自觉"),
    *("更加积极", "更加深入", "更加牢固", "更加紧密", "更加准确", "积极主动", "切实有效", "最大限度", "最大程度"),
    *(
        "不断",
        "逐步",
        "逐渐",
        "大力",
        "尽快",
        "尽可能",
        "尽早",
        "牢固",
        "自觉",
        "努力",
        "稳步",
        "全力",
        "全身心",
        "充分",
    ),
    *("有序", "踊跃"),
)
# Verbs that are never nouns.
_PURE = (
    "发挥|满足|履行|贯彻|融入|践行|激发|调动|遵守|树立|凝聚|顺应|惠及|造福|弘扬|担负|做好|做到|抓好|搞好|用好|管好|办好|打造|"
    "营造|投入到|投身|参与到|运用到|服务好|服务于|认识到|体会到|完成好|落实好|发展好"
)
# Verbs that may also be nouns or stand before one: they need an object that begins as none of these does.
_OTHER = (
    "推动|促进|推进|提高|提升|增强|服务|保障|支持|帮助|引导|解决|开展|落实|完成|构建|传承|维护|适应|掌握|把握|领会|了解|带动|"
    "配合|执行|完善|减少|化解|消除|回应"
)
_ADVERBIAL = Pattern(
    f"的(?=(?:{_PURE})[{HAN}]{{2}}|(?:{_OTHER})(?!{QUALIFIED_NOUNS})(?![^，。；：、！？\\n]{{0,12}}的)[{HAN}]{{4}})",
    needs=("的",),
)
_LONGEST = max(map(len, _ADVERBS))
# 做的很好 for 做得很好.
_COMPLEMENT = Pattern(
    "的(?=(?:很|非常|十分|比较|还不够|不够|不太|不很)(?:好|差|到位|扎实|出色|细致|满意|理想|完善|彻底|深入)(?![的地人事处公话评听学]))",
    needs=("的",),
)
_DONE = ("做", "干", "抓", "搞", "办", "完成", "落实", "执行", "开展", "讲", "说", "写", "学")


def particle(document: Document) -> Iterator[Finding]:
    """TRM051: 的 behind an adverb and before its verb, and 的 between a verb and how well it is done."""
    text = document.text
    for pattern, right, before in ((_ADVERBIAL, "地", _ADVERBS), (_COMPLEMENT, "得", _DONE)):
        for match in pattern.finditer(text):
            at = match.start()
            word = next((word for word in before if text.endswith(word, max(0, at - _LONGEST), at)), "")
            if word:
                values = {"found": word + "的", "right": word + right}
                yield Finding(at, at + 1, values, edits=(Edit(at, at + 1, right),))
