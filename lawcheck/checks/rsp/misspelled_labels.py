"""Labels of an attribution in which a character is wrong, or that lost their colon (RSP012)."""

from collections.abc import Iterator

from lawcheck.checks.likelihood import is_word
from lawcheck.reading.language import is_attested
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.units import is_name
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_ROLES = ("牵头", "责任", "配合", "参加", "参与", "协办", "主办", "承办", "协同")
_LABELS = (*(role + office for role in _ROLES for office in ("单位", "部门")), "完成时限", "完成时间", "完成期限")
_SIZE, _HALF = 4, 2
_HEAD = Pattern(f"(?:(?<=[\n（(；;，,。 \u3000])|^)(?P<label>[{HAN}]{{3,5}})[ \u3000]?[：:]", needs=("：", ":"))
# A whole cell: the head of a column has no colon.
_CELL = Pattern(f"[ \u3000]*(?P<label>[{HAN}]{{3,5}})[ \u3000]*")
_CHARACTERS = frozenset("".join(_LABELS))
# 施工完成时：, 责任单：, 责任部： say something of their own.
_WHOLE = frozenset({"完成时", "责任单", "责任部", "责任时", "完成期", "主办部", "承办部"})

_OTHER_ROLES = frozenset({"参检", "参研", "参投", "参办", "协查"})

# （责任单位区水利局、区城管局）: nothing else fills the brackets.
_WITHOUT_COLON = Pattern(
    f"[（(](?P<label>(?:{'|'.join(_ROLES)})(?:单位|部门))[ \u3000]?"
    "(?P<units>[省市区县州镇乡国各][^（）()：:。\n]{2,120})[）)]",
    needs=("单位", "部门"),
)
_BETWEEN_UNITS = Pattern("[、，,；;]")


def misspelled_label(document: Document) -> Iterator[Finding]:
    """RSP012: a label in which a character is wrong, lost, doubled or misplaced (牵头单为：), or without colon."""
    matches = [
        *_HEAD.finditer(document.text),
        *(match for start, end in document.cells if (match := _CELL.fullmatch(document.text, start, end))),
    ]
    for match in matches:
        start, end = match.span("label")
        if right := _meant(match["label"]):
            yield Finding(start, end, {"found": match["label"], "right": right}, edits=(Edit(start, end, right),))
    for match in _WITHOUT_COLON.finditer(document.text):
        if all(is_name(unit.strip()) for unit in _BETWEEN_UNITS.compiled.split(match["units"])):
            start, end = match.span("label")
            yield Finding(start, end, {"found": match["label"]}, "colon", (Edit(end, match.start("units"), "："),))


def _meant(label: str) -> str | None:
    """The label that is meant, where this is none."""
    if label in _LABELS or label in _WHOLE or len(_CHARACTERS.intersection(label)) < _HALF:
        return None
    return next((right for right in _LABELS if _is_damaged(label, right)), None)


def _is_other_role(half: str) -> bool:
    """Whether two characters say what else one does: 参训, 配建; 责在 is no more than the end of 权责 and a verb."""
    return half in _OTHER_ROLES or (half[0] != "责" and is_attested(half))


def _is_damaged(label: str, right: str) -> bool:
    """Whether one character of a label is wrong, lost or doubled, or two have changed places."""
    if len(label) < _SIZE:
        return any(label == right[:at] + right[at + 1 :] for at in range(_SIZE))
    if len(label) > _SIZE:
        return any(label == right[:at] + right[at] + right[at:] for at in range(_SIZE))
    wrong = [at for at in range(_SIZE) if label[at] != right[at]]
    if len(wrong) == 1:
        # 参保单位, 责任到位: the half that differs is another word.
        half = wrong[0] // _HALF * _HALF
        is_other_role = half == 0 and _is_other_role(label[:_HALF])
        return not (is_other_role or is_word(label[half : half + _HALF]))
    return (
        len(wrong) == _HALF
        and wrong[1] == wrong[0] + 1
        and label[wrong[0]] == right[wrong[1]]
        and label[wrong[1]] == right[wrong[0]]
    )
