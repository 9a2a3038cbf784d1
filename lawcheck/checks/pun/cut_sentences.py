"""Commas that cut a short subject off what it does, or an object of 把 in two (PUN039)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# 党支部书记李某同志，结合实际作了辅导; 参会的有李某同志，传达… is a list of who was there.
_SUBJECT = Pattern(
    f"(?<=[，。；：,.;:\n \u3000])(?:(?![有是请还叫致经])[{HAN}]){{2,24}}同志(?P<comma>[，,])"
    f"(?=结合|围绕|代表|主持|传达|宣读|通报了|介绍了|作了?[{HAN}]{{2}}|[就向][{HAN}]{{2}}"
    f"|对[{HAN}]{{2,12}}(?:进行|作|提出))",
    needs=("同志，", "同志,"),
)
# 书记李某同志在二楼会议室，主持召开会议
_PLACE = Pattern(
    "(?:同志|书记|主任|局长|处长|科长|校长|院长|主席|[镇乡县市区村]长)在"
    "(?:(?!期间|听)[^，。；：、\n]){2,16}(?:室|厅|礼堂)(?P<comma>[，,])"
    f"(?=(?:主持)?(?:召开|举行|主持)(?![{HAN}]{{0,4}}[的人者]))",
    needs=("室，", "厅，", "堂，", "室,", "厅,", "堂,"),
)
# 把勤俭节约，反对浪费的要求落到实处: 把 needs its verb, and no clause ends before it.
_OBJECT = Pattern(
    f"把(?P<first>(?:(?![把将])[{HAN}“”]){{4,16}})(?P<comma>[，,])(?:(?![把将使让])[{HAN}“”]){{4,16}}的"
    "(?:要求|精神|规定|部署|任务|理念|意识|思想|作风|原则)(?=落[实到]|贯[彻穿]|作为|体现|转化|融入|传[达递]|变[成为])",
    needs=("把",),
)
_WHOLE = Pattern("[好牢紧实到住起来上下完成透]$|作为|放在|纳入|当[作成]|落到|融入")


def cut_sentences(text: str) -> Iterator[Finding]:
    """Commas where no clause ends."""
    for pattern in (_SUBJECT, _PLACE):
        for match in pattern.finditer(text):
            start, end = match.span("comma")
            yield Finding(start, end, variant="subject", edits=(Edit(start, end, ""),))
    for match in _OBJECT.finditer(text):
        if not _WHOLE.search(match["first"]):
            start, end = match.span("comma")
            yield Finding(start, end, variant="object", edits=(Edit(start, end, "、"),))
