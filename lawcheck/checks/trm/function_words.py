"""Constructions of two halves of which one was left out (TRM054): 听取意见的基础上 for 在听取意见的基础上."""

from collections.abc import Iterator

from lawcheck.checks.trm.sentence_patterns import Faulty, found
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# What the noun needs before it in the same sentence, with or without 在 itself: 建立在…的基础上, 自愿的基础上.
_BASE = Pattern("的(?:基础上|前提下)", needs=("基础上", "前提下"))
_HELD_BY = frozenset("在于从自到就以")
_STOPS = "。；：\n"
_MEASURES = ("不少", "不低", "不高", "不大", "不小", "不晚", "不迟", "不早", "不多")
_LEFT_OUT = (
    # 不少500字; 不超3% is said in news.
    Faulty(
        "least",
        Pattern("(?P<place>不[少低高大小晚迟早多])(?=[0-9０-９])", needs=tuple("不" + c for c in "少低高大小晚迟早多")),
    ),
    Faulty(
        "theme",
        Pattern(
            "(?:(?<=[，。；：\n])|^)(?:(?![以是将把围定选用由作])[^，。；：\n“”]){0,20}(?P<place>“[^”\n]{2,30}”为主题)",
            needs=("”为主题",),
        ),
    ),
    Faulty("named", Pattern(f"(?P<place>主题为“[^”\n]{{2,30}}”)(?=[{HAN}])(?![的为和与及是并])", needs=("主题为“",))),
    # 请业主的积极参与: 请业主积极参与.
    Faulty(
        "asked",
        Pattern(
            f"请[{HAN}、]{{2,8}}(?P<place>的)(?=(?:积极|踊跃|认真|按时|及时|互相|相互|自觉)[{HAN}]{{2}})", needs=("请",)
        ),
    ),
)
_BETTER = {"asked": ""}


def function_word_left_out(document: Document) -> Iterator[Finding]:
    """TRM054: a construction of two halves lacks one of them, or has one of another."""
    text = document.text
    for match in _BASE.finditer(text):
        start = max(text.rfind(stop, 0, match.start()) for stop in _STOPS) + 1
        if _HELD_BY.isdisjoint(text[start : match.start()]):
            yield Finding(match.start(), match.end(), {"found": match[0]})
    yield from found(text, _LEFT_OUT, _BETTER)
