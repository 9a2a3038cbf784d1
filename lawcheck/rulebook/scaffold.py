"""Begins a rule of lawcheck: `make rule CODE=STR NAME=my-rule`, with `KIND=function` for one that is programmed.

The family alone as CODE means its next number; a code that is wanted stands whole, as STR099.

It writes the rule file with every key explained, and for a function a stub that its example does not hold for yet.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from lawcheck.errors import LawcheckError, UsageError, Words
from lawcheck.reading.resources import PACKAGE, resource_dir
from lawcheck.rulebook.registry import all_rules, is_called

_CODE = re.compile(r"[A-Z]{3}\d{3}")
_FAMILY = re.compile(r"[A-Z]{3}")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")
KINDS = ("pattern", "function")
_ARGUMENTS = 3
# The family of rules on two revisions of a document.
_COMPARES = "rev"

_RULE = """\
# Never used again for another rule, even when this one is gone.
code = "{code}"
name = "{name}"
# The version that brings it.
since = "{since}"
# A new rule is in preview (it runs with --preview) until its precision on real documents is known; then it is stable
# and has a table [precision] with read, right and date.
status = "preview"
# error: must not be published; warning; info: worth a look.
severity = "warning"
# Whether it runs without being selected.
enabled = true
# The kinds of documents that it is for: leave this out where it is for all.
kinds = ["plan", "official", "statute"]
# Whether one finding names all places that have the same message (true), or all of a document ("all").
gather = false
# Rules whose findings say what is wrong at a place already: what lies inside one of theirs is left out.
yields = []

[summary]
zh = "一句话说明查什么，末尾不加句号"
en = "What it finds, in one line without a full stop"

[reason]
zh = "为什么这样写不对，怎样写才对。"
en = "Why this is wrong, and what is right."

# Where it comes from. Levels: law, party-regulation, national-standard, policy, convention. Only a clause that was
# compared with the original is verified = true.
[[sources]]
title = "公文写作惯例"
clause = ""
level = "convention"

# {{word}} is a value of the finding: a named group of the pattern, or what the function gives. {{count}} is the number
# of places; a message without it is that of one place, and the number follows it where there are more.
[messages.default]
zh = "这里有问题，请修改"
en = "Something is wrong here: change it"

# A message that is less grave than the rule has a severity of its own:
# [severities]
# NAME = "info"

{check}
# ⟦ ⟧ stand around each place that is reported. Examples are the tests of the rule: write your own texts.
[[examples]]
{bad}
# Right texts that look like the fault keep the rule from false alarms: the more, the better.
[[examples]]
{good}"""

_PATTERN = """\
# A Python expression; a group named place narrows the finding, other named groups are values of the message. Also:
# unless (what hides matches), scope (document, title, heading, paragraph, sentence, task …), under (a heading).
[check]
kind = "pattern"
pattern = "示例错误"
"""
_FUNCTION = """\
# What a house may want otherwise is an option, and a keyword of the function (document: Document, *, max_length: int):
# [options.max-length]
# default = 30
# least = 1
# zh = "至多多少字"
# en = "How long it may be, in characters"

[check]
kind = "{kind}"
function = "{family}.{function}"
"""
_NEEDS = """\
# Words of which a text must hold at least one for the function to find anything, where there are such:
# needs = ["简称", "“"]
"""
_CHECK_STUB = '''\
"""{code}: what this module is about."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document


def {function}(document: Document) -> Iterator[Finding]:
    """{code}: what it finds."""
    yield from ()
'''
_COMPARISON_STUB = '''\
"""{code}: what this module is about."""

from collections.abc import Iterator

from lawcheck.comparing.changes import Comparison
from lawcheck.rulebook.findings import Finding


def {function}(comparison: Comparison) -> Iterator[Finding]:
    """{code}: what it finds in the new revision."""
    yield from ()
'''


def scaffold(code: str, name: str, kind: str = "pattern", rules: Path | None = None, package: Path = PACKAGE) -> str:
    """Writes the files of a new rule and returns what is to be done next.

    `rules` and `package` are the folders that they go to. Raises UsageError where the rule cannot be named so.
    """
    rules = rules or resource_dir("rules")
    if _FAMILY.fullmatch(code):
        code = _next_code(code, rules)
    family, function = code[:3].lower(), name.replace("-", "_")
    _verify(code, name, kind, rules / family)
    compares = family == _COMPARES
    folder = package / ("comparing" if compares else "checks") / family
    stub = folder / f"{function}.py" if kind == "function" else None
    if stub and stub.exists():
        raise UsageError(Words(f"文件 {stub} 已经存在", f"the file {stub} exists already"))
    rule = rules / family / f"{code}-{name}.toml"
    rule.write_text(_rule_text(code, name, kind, compares), encoding="utf-8")
    if stub:
        text = _COMPARISON_STUB if compares else _CHECK_STUB
        stub.write_text(text.format(code=code, function=function), encoding="utf-8")
    return "\n".join(_next_steps(code, rule, stub)) + "\n"


def _next_code(family: str, rules: Path) -> str:
    """The code after the last that a rule of the family has, had, or is begun with."""
    used = {code for rule in all_rules() for code in (rule.code, *rule.aliases)}
    used |= {file.name[:6] for file in (rules / family.lower()).glob("*.toml")}
    return f"{family}{max((int(code[3:]) for code in used if code.startswith(family)), default=0) + 1:03}"


def _verify(code: str, name: str, kind: str, folder: Path) -> None:
    if not _CODE.fullmatch(code):
        raise UsageError(Words(f"CODE 如 STR 或 STR099，不能是 {code!r}", f"CODE is like STR or STR099, not {code!r}"))
    if not _NAME.fullmatch(name):
        raise UsageError(Words(f"NAME 由小写字母和连字符组成，不能是 {name!r}", f"NAME is like my-rule, not {name!r}"))
    if kind not in KINDS or (kind == "pattern" and folder.name == _COMPARES):
        kinds = KINDS[1:] if folder.name == _COMPARES else KINDS
        raise UsageError(Words(f"KIND 可用的值：{'、'.join(kinds)}", f"KIND can be: {', '.join(kinds)}"))
    if not folder.is_dir():
        known = "、".join(sorted(each.name.upper() for each in folder.parent.iterdir() if any(each.glob("*.toml"))))
        raise UsageError(Words(f"没有 {code[:3]} 类规则；有：{known}", f"no family {code[:3]}; there are: {known}"))
    for taken in (code, name):
        if any(is_called(taken, rule) for rule in all_rules()) or any(folder.glob(f"{code}-*")):
            raise UsageError(Words(f"{taken} 已经是另一条规则", f"{taken} is another rule already"))


def _rule_text(code: str, name: str, kind: str, compares: bool) -> str:
    from lawcheck import __version__

    function = _FUNCTION.format(
        kind="comparison" if compares else "function", family=code[:3].lower(), function=name.replace("-", "_")
    )
    old = 'old = "改动之前的文字。"\n' if compares else ""
    return _RULE.format(
        code=code,
        name=name,
        since=__version__,
        check=_PATTERN if kind != "function" else function if compares else function + _NEEDS,
        bad=f'{old}bad = "这里有⟦示例错误⟧。"\n',
        good=f'{old}good = "这里没有错误。"\n',
    )


def _next_steps(code: str, rule: Path, stub: Path | None) -> Sequence[str]:
    steps = [f"1. {rule}: say what the rule finds and why, and write its examples."]
    if stub:
        steps.append(f"2. {stub}: find it. Until then the test of the example fails.")
    else:
        steps.append("2. In the same file: the expression under [check].")
    steps.append(f"3. .venv/bin/python -m pytest tests/rulebook -k {code}")
    steps.append(f"   .venv/bin/lawcheck check FILE --preview --select {code}")
    steps.append("4. make docs, make quick; a line in CHANGELOG.md")
    return steps


def main(arguments: Sequence[str]) -> int:
    """Writes the files for a code, a name and a kind; returns the exit status."""
    usage = f"make rule CODE=STR NAME=my-rule [KIND={'|'.join(KINDS)}]"
    try:
        if len(arguments) != _ARGUMENTS:
            raise UsageError(
                Words(
                    f"要三个参数（代码、名称、种类），给了 {len(arguments)} 个",
                    f"takes three arguments (code, name, kind), not {len(arguments)}",
                )
            )
        code, name, kind = arguments
        print(scaffold(code, name, kind), end="")
    except LawcheckError as error:
        print(f"{usage}\n{error.words.zh}\n{error.words.en}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
