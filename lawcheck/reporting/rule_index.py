"""The index of the rules, for users; and for developers where each is checked and which tests name it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

from lawcheck.reading.resources import resource_dir
from lawcheck.reporting.words import word
from lawcheck.rulebook.functions import functions_in
from lawcheck.rulebook.rule import ComparisonCheck, FunctionCheck, Rule
from lawcheck.rulebook.rule_links import LANGUAGES, page_path

FAMILIES = {
    "STR": ("结构与编号", "structure and numbering"),
    "RSP": ("责任分工", "responsibilities"),
    "TGT": ("目标与时限", "targets and time limits"),
    "DOC": ("公文要素", "parts of an official document"),
    "CIT": ("引用", "references"),
    "TRM": ("术语与表述", "terms and phrases"),
    "PUN": ("标点", "punctuation"),
    "NUM": ("数字", "figures"),
    "OCR": ("识别与转换损伤", "damage from recognition and conversion"),
    "LAW": ("法规", "statutes"),
    "FMT": ("版式", "layout"),
    "REV": ("版本比较", "comparison of revisions"),
    "SUP": ("忽略注释", "comments that suppress"),
}
NOTES = {
    "zh": "<!-- 由 make docs 根据规则文件生成，请勿直接修改。 -->",
    "en": "<!-- Written by make docs from the rule files: do not edit. -->",
}
_INDEX = {"zh": "rules/README.md", "en": "rules/README.en.md"}
_TITLE = {"zh": "# 规则", "en": "# Rules"}
_OTHER = {"zh": "[English](README.en.md)", "en": "[中文](README.md)"}
_INTRODUCTION = {
    "zh": "共 {all} 条，默认启用 {on} 条。规则文件是 `rules/` 各类目录中的 `编号-名称.toml`，\n"
    "数据文件在 `rules/data/`。",
    "en": "{all} rules, of which {on} are on by default. The rule files are `CODE-name.toml` in the folders of\n"
    "`rules/`, the data files are in `rules/data/`.",
}
_COLUMNS = {
    "zh": "| 编号 | 名称 | 内容 | 级别 | 默认 | 修改 |",
    "en": "| Code | Name | What it finds | Severity | Default | Fix |",
}
_STATES = {
    "on": ("启用", "on"),
    "off": ("关闭", "off"),
    "at": ("阶段为 {stages} 时启用", "on at the stage {stages}"),
    "only-at": ("启用（指定了阶段时，只在 {stages} 启用）", "on; where a stage is set, only at {stages}"),
}
_FUNCTIONS_TITLE = {
    "zh": "# 规则、函数和测试",
    "en": "# Rules, functions and tests",
}
_FUNCTIONS_INTRODUCTION = {
    "zh": "每条规则的示例都是测试（`tests/rulebook/test_rules.py`）；最后一栏是另外点名测试它的文件。",
    "en": "The examples of each rule are tests (`tests/rulebook/test_rules.py`); the last column names\n"
    "the files that test it beside them.",
}
_FUNCTIONS_COLUMNS = {
    "zh": "| 规则 | 由谁检查 | 测试 |",
    "en": "| Rule | Checked by | Tests |",
}
_FIGURES_TITLE = {"zh": "# 各条规则的准确度", "en": "# The precision of each rule"}
_FIGURES_INTRODUCTION = {
    "zh": "读过的报告中有多少是对的；怎样读、怎样填，见[怎样衡量准确度](precision.md)。没有列出的规则还没有读过。",
    "en": "How many of the findings that were read are right; [how precision is measured](precision.md) says how.\n"
    "Rules that are not listed were not read yet.",
}
_FIGURES_COLUMNS = {
    "zh": "| 规则 | 级别 | 状态 | 对的 | 读过的 | 准确度 | 日期 |",
    "en": "| Rule | Severity | Status | Right | Read | Precision | Day |",
}
# The rooms whose tests are about checks; others name rules only as samples.
_TESTED = ("checks", "comparing")
_CODE = re.compile(r"\b[A-Z]{3}\d{3}\b")


def catalogue(rules: Sequence[Rule], language: str) -> tuple[str, Iterator[str]]:
    """The index of all rules: its path and its lines."""
    return _INDEX[language], _catalogue(rules, language)


def _catalogue(rules: Sequence[Rule], language: str) -> Iterator[str]:
    yield NOTES[language]
    yield ""
    yield _TITLE[language]
    yield ""
    yield _OTHER[language]
    yield ""
    yield _INTRODUCTION[language].format(all=len(rules), on=sum(rule.enabled for rule in rules))
    for family, members in groupby(rules, key=lambda rule: rule.family):
        yield ""
        yield f"## {family} {FAMILIES[family][LANGUAGES.index(language)]}"
        yield ""
        yield _COLUMNS[language]
        yield "| --- | --- | --- | --- | --- | --- |"
        for rule in members:
            yield "| " + " | ".join(map(_cell, _row(rule, language))) + " |"


def _row(rule: Rule, language: str) -> Iterator[str]:
    yield f"[{rule.code}]({page_path(rule, language).removeprefix('rules/')})"
    yield f"`{rule.name}`"
    yield rule.summary.in_language(language)
    yield word(rule.severity, language)
    yield state(rule, language)
    yield word(rule.fix.safety, language) if rule.fix else "—"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def state(rule: Rule, language: str) -> str:
    """Whether a rule is on without being asked for."""
    key = ("only-at" if rule.stages else "on") if rule.enabled else ("at" if rule.stages else "off")
    stages = ("、" if language == "zh" else ", ").join(rule.stages)
    return _STATES[key][LANGUAGES.index(language)].format(stages=stages)


def function_index(rules: Sequence[Rule], language: str) -> tuple[str, Iterator[str]]:
    """Where each rule is checked and tested: the path of the index and its lines."""
    return f"docs/{language}/rule-index.md", _function_index(rules, language)


def _function_index(rules: Sequence[Rule], language: str) -> Iterator[str]:
    tests = _tests()
    yield NOTES[language]
    yield ""
    yield _FUNCTIONS_TITLE[language]
    yield ""
    yield _FUNCTIONS_INTRODUCTION[language]
    yield ""
    yield _FUNCTIONS_COLUMNS[language]
    yield "| --- | --- | --- |"
    for rule in rules:
        link = f"[{rule.code}](../../{page_path(rule, language)}) `{rule.name}`"
        named = "<br>".join(f"`{name}`" for name in tests.get(rule.code, ()))
        yield f"| {link} | `{_checked_by(rule)}` | {named} |"


def figures(rules: Sequence[Rule], language: str) -> tuple[str, Iterator[str]]:
    """How precise the rules are that were measured: the path of the table and its lines."""
    return f"docs/{language}/precision-figures.md", _figures(rules, language)


def _figures(rules: Sequence[Rule], language: str) -> Iterator[str]:
    yield NOTES[language]
    yield ""
    yield _FIGURES_TITLE[language]
    yield ""
    yield _FIGURES_INTRODUCTION[language]
    yield ""
    yield _FIGURES_COLUMNS[language]
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for rule in rules:
        if rule.precision:
            link = f"[{rule.code}](../../{page_path(rule, language)}) `{rule.name}`"
            read, right = rule.precision.read, rule.precision.right
            states = f"{word(rule.severity, language)} | {word(rule.status, language)}"
            yield f"| {link} | {states} | {right} | {read} | {right / read:.0%} | {rule.precision.date} |"


def _checked_by(rule: Rule) -> str:
    """The module and function that a rule file names, or the kind of its declaration."""
    check = rule.check
    if not isinstance(check, FunctionCheck | ComparisonCheck):
        return f"kind = {check.kind}"
    family, _, function = check.function.partition(".")
    folder = "checks" if isinstance(check, FunctionCheck) else "comparing"
    place = Path(__file__).parents[1] / folder / family
    (module,) = functions_in((str(place),))[function]
    return f"lawcheck/{folder}/{family}/{module}.py {function}"


@cache
def _tests() -> Mapping[str, tuple[str, ...]]:
    """By code of a rule, the files with tests of checks that name it."""
    found: dict[str, tuple[str, ...]] = {}
    root = Path(str(resource_dir("rules"))).parent
    for path in sorted(path for room in _TESTED for path in (root / "tests" / room).glob("test_*.py")):
        name = path.relative_to(root).as_posix()
        for code in sorted(set(_CODE.findall(path.read_text(encoding="utf-8")))):
            found[code] = (*found.get(code, ()), name)
    return found
