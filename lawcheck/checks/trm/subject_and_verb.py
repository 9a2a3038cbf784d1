"""Subjects whose verb wants another one: 水平明显加强, 问题有效提高 (part of TRM034)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern

# What subjects do, and the verbs that do not go with them.
_RIGHT = (
    ("提高", "水平|质量|效率|素质|满意度|积极性", "加强|强化|完善|增加|增大|增多|扩张"),
    ("提高", "能力|意识", "增加|增大|增多|完善|健全"),
    ("扩大", "范围|规模|覆盖面", "提高|增强|改善|提速"),
    ("解决", "问题|困难", "提高|完善|提升|增强|加强|优化"),
    ("化解", "矛盾|纠纷", "提高|完善|提升|增强|加强|优化"),
    ("改善", "环境|条件|面貌|状况", "提高|加强|增强|加大|扩大|增加"),
    ("完善", "制度|机制|体系", "提高|加强|改善|增强|扩大|加大"),
    ("增强", "作用", "提高|加大|扩大|加快"),
    ("降低", "成本|费用|能耗", "减轻|缩小|缩短|减弱"),
    ("缩短", "时间|时限|周期|工期", "降低|缩小|减轻|减低"),
    ("缩小", "差距", "降低|减轻|缩短|下降"),
    ("减轻", "负担|压力", "缩小|缩短|降落"),
    ("增加", "收入|产量|产值", "增强|加强|加大|加快|提速"),
    ("消除", "隐患", "降低|改善|提高|缩小"),
    ("好转", "风气|作风", "提高|增强|加大|扩大|加快"),
    ("完善", "设施", "提高|增强|加大|扩大|加快|增进"),
    ("改善", "关系|生活", "提高|加大|扩大|加快|增强"),
    ("完成", "任务", "提高|解决|达到|增强"),
    ("实现", "目标", "完善|提高|解决|履行"),
    ("履行", "职责|义务", "完成|实现|提高"),
    ("增强", "信心|决心", "加大|扩大|加强|提高"),
)
_VERB = {
    (noun, verb): right for right, nouns, wrong in _RIGHT for noun in nouns.split("|") for verb in wrong.split("|")
}
_HOW = (
    "明显|显著|进一步|不断|大幅度?|有效|持续|逐步|稳步|日益|逐年|极大|较大|很大|全面|切实|普遍|得以|得到|有所|有了|也|都"
    "|将|已"
)
_NOUNS = tuple(dict.fromkeys(noun for noun, _ in _VERB))
_SUBJECT_AND_VERB = Pattern(
    f"(?P<noun>{'|'.join(_NOUNS)})(?:{_HOW}){{1,3}}了?地?的?"
    f"(?P<verb>{'|'.join(dict.fromkeys(verb for _, verb in _VERB))})(?=[，。；、\n])",
    needs=_NOUNS,
)


def subjects_and_verbs(text: str) -> Iterator[Finding]:
    """Each verb that its subject does not go with."""
    for match in _SUBJECT_AND_VERB.finditer(text):
        noun, verb = match["noun"], match["verb"]
        if right := _VERB.get((noun, verb)):
            start, end = match.span("verb")
            yield Finding(
                start, end, {"found": verb, "noun": noun, "right": right}, "suits", (Edit(start, end, right),)
            )
