"""Signs that divide where they cannot: 、 before 并 and 及, ； behind a label (PUN037, PUN038)."""

from collections.abc import Iterator

from lawcheck.checks.likelihood import is_word
from lawcheck.checks.pun.going_on import clauses_behind_dunhao
from lawcheck.checks.pun.uneven_clauses import clause_dunhao
from lawcheck.checks.scanned import is_misread
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# 镇、村、并组织验收; the first of a word (、和谐, 、并网) is no conjunction, and 与 often is a preposition.
_CONJUNCTION = Pattern(
    f"(?<=[{HAN}”》）])、(?P<word>以及|或者|并且?(?![跑户网轨举重排肩列存行联购用称入发立处案线表账校集])|而且|从而|进而|及其?|和)(?=[{HAN}“《])",
    needs=("、",),
)
_LONGEST_MEMBER = 12
_OF_LEVEL = tuple("省市区县镇乡村各本")
# 特此告知、请予谅解
_HEREBY = Pattern(f"特此[{HAN}]{{2}}(?P<sign>、)(?P<word>[{HAN}]{{2}})", needs=("特此",))


def dunhao_before_conjunction(document: Document) -> Iterator[Finding]:
    """PUN037: 、 before 并, 及, 和 and the like, which join by themselves."""
    text = document.text
    for match in _CONJUNCTION.finditer(text):
        at, word = match.start(), match["word"]
        after = match.start("word")
        if len(word) == 1 and any(is_word(text[after : after + length]) for length in (2, 3, 4)):
            continue
        # 、和苑 may be a name: what 和 and 及 join begins with a word.
        # Behind another member of the list it goes on with, it joins whatever follows.
        listed = "、" in text[max(0, at - _LONGEST_MEMBER) : at].rpartition("，")[2].rpartition("。")[2]
        if word in ("和", "及") and not (listed and word == "及") and not _begins_word(text, after + 1):
            continue
        # 令人讨厌的、并且危险的态度; 和我们党、和我们党的事业.
        if text[at - 1] == "的" or (word == "和" and "和" in text[max(0, at - _LONGEST_MEMBER) : at]):
            continue
        clause = word in ("并", "并且", "而且", "从而", "进而")
        values = {"word": word, "right": "，" if clause else ""}
        yield Finding(at, at + 1, values, "clause" if clause else "default", (Edit(at, at + 1, values["right"]),))
    for at, word in (*clauses_behind_dunhao(text), *clause_dunhao(text)):
        variant = "aside" if word in ("特别是", "尤其是") else "clause"
        yield Finding(at, at + 1, {"word": word, "right": "，"}, variant, (Edit(at, at + 1, "，"),))
    for match in _HEREBY.finditer(text):
        at = match.start("sign")
        yield Finding(at, at + 1, {"word": match["word"], "right": "，"}, "clause", (Edit(at, at + 1, "，"),))


def _begins_word(text: str, at: int) -> bool:
    """Whether a word begins at a place, or behind the level of an office that does (区水利局)."""
    return is_word(text[at : at + 2]) or (text[at : at + 1] in _OF_LEVEL and is_word(text[at + 1 : at + 3]))


_LABELS = (
    "联系人|联系电话|联系方式|电话|传真|附件|抄送|责任单位|牵头单位|配合单位|责任部门|地址|邮箱|邮编"
    "|完成时限|完成时间|时间|地点"
)
_LABEL = Pattern(
    f"(?:(?:^|(?<=[\n。；（(]))[ \u3000]{{0,8}}(?P<label>{_LABELS})|(?<=[{HAN}])(?P<lead>如下))(?P<sign>[；;])"
    f"(?![ \u3000]?(?:{_LABELS})[；;。：:，、])"
    "(?=[^；;\n]{1,40}(?:[。，；;）)\n]|\\Z)|[ \u3000]*\n)",
    needs=("；", ";"),
)

_LABELLED = Pattern(f"(?:{_LABELS}|单位|部门|人)[：:][^；;：:]{{1,60}}[；;]$")
_REACH = 80


def semicolon_for_colon(document: Document) -> Iterator[Finding]:
    """PUN038: a semicolon behind a label or 如下, typed for the colon of the same key."""
    # In a scan it is a misread sign (OCR007).
    if is_misread(document):
        return
    text = document.text
    for match in _LABEL.finditer(text):
        at = match.start("sign")
        # 提交申请书；附件；证明: a member of a row, of which no other has a label.
        line = text[max(0, match.start() - _REACH) : match.start()].rpartition("\n")[2]
        if line.endswith(("；", ";")) and not _LABELLED.search(line):
            continue
        values = {"label": match["label"] or match["lead"]}
        yield Finding(at, at + 1, values, edits=(Edit(at, at + 1, "："),))
