"""Dates, document numbers, genres, offices and ideographs are described in lawcheck/text/vocabulary, and nowhere else.

Every string of every other module is searched for what gives such a pattern away: figures before 年 or 月, a year in
the brackets of a document number, four genres in one row, a row of characters that offices end in, the end of a range
of ideographs. Docstrings tell of such things by right, and an f-string may join parts of the vocabulary: only what is
written in the module itself counts.

The patterns of rule files cannot import anything. Those that give themselves away are named below with the reason why
they do not read the whole thing; a rule that reads dates, numbers or titles as such has a function.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import lawcheck
from lawcheck.text.vocabulary.genres import GENRES
from lawcheck.text.vocabulary.offices import OFFICE_CHARACTERS

PACKAGE = Path(lawcheck.__file__).parent
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "vocabulary"]
RULES = sorted((PACKAGE.parent / "rules").rglob("*.toml"))

DATE = re.compile(r"(?:(?<!\[)\\d|[0-9０-９九十]\])(?:\{\d(?:,\d)?\}|\+)?\)?\??[ ]?[年月]")
NUMBER = re.compile(r"〔[^〕]{0,20}(?:\\d|9\])(?:\{4\}|\\d)")
OFFICE = re.compile(f"[{OFFICE_CHARACTERS}]{{4,}}")
HAN = re.compile(r"[\u9fa5\u9fff]|\\u9fff|\\u9fa5")
FEWEST_GENRES = 4

# Rule files whose pattern has to say something of the kind itself, and why that is no second description.
EXEMPT = {
    "TRM002-zuo-chu.toml": "lists what is decided (决定, 决议, 批复), not how titles end, with any words between",
    "TRM004-jie-zhi.toml": "asks only whether a point of time follows a word, be it a date, a month or 目前",
}


def written(tree: ast.AST) -> Iterator[str]:
    """The strings of a module, the parts of one that is joined from literals together; no docstrings."""
    nodes = list(ast.walk(tree))
    docstrings = {
        id(node.body[0].value)
        for node in nodes
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and isinstance(node.body[0], ast.Expr)
    }
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value
        elif isinstance(node, ast.Tuple | ast.List | ast.Set):
            yield "|".join(e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str))


def genres(text: str) -> int:
    return len({word for word in re.split(r"[|()?:]+", text) if word in GENRES})


def given_away(text: str) -> list[str]:
    """What a string gives away."""
    found = [name for name, sign in (("date", DATE), ("number", NUMBER), ("han", HAN)) if sign.search(text)]
    if any(len(set(run) & set("局委办部厅院署")) >= 5 for run in OFFICE.findall(text)):
        found.append("office")
    return [*found, "genres"] if genres(text) >= FEWEST_GENRES else found


@pytest.mark.slow
def test_no_module_describes_again_what_the_vocabulary_does() -> None:
    assert MODULES
    assert [
        (str(path.relative_to(PACKAGE)), kinds, text[:80])
        for path in MODULES
        for text in written(ast.parse(path.read_text(encoding="utf-8")))
        if (kinds := given_away(text))
    ] == []


def patterns(part: object) -> Iterator[str]:
    """The strings of a rule file that are neither told to people nor examples."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, list):
        for element in part:
            yield from patterns(element)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key not in ("summary", "reason", "sources", "messages", "fix", "examples"):
                yield from patterns(value)


def test_only_these_rule_files_give_themselves_away() -> None:
    rules = {path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in RULES}
    assert {name for name, rule in rules.items() if any(map(given_away, patterns(rule)))} == set(EXEMPT)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (r"\d{4}年\d{1,2}月", "date"),
        ("[0-9]{4}年", "date"),
        (r"20\d\d年", "date"),
        ("[一二三四五六七八九十]{1,2}月", "date"),
        (r"[〔\[](?:19|20)\d\d[〕\]]", "number"),
        (r"〔\d{4}〕", "number"),
        ("通知|意见|决定|报告", "genres"),
        ("(?:方案|办法|细则|规划)$", "genres"),
        ("[局委办厅院部]$", "office"),
        ("[\u4e00-\u9fff]", "han"),
        (r"[\u4e00-\u9fff]", "han"),
        ("[一-龥]", "han"),
    ],
)
def test_what_gives_a_pattern_away(text: str, kind: str) -> None:
    assert kind in given_away(text)


@pytest.mark.parametrize(
    "text",
    [
        "[一二三]年行动",
        "年(?:底|末)",
        r"(?![\d年个项%])",
        "[（(〔][一二三四五六七八九十]{1,3}[）)〕]",
        "通知|意见",
        "{year}年",
    ],
)
def test_what_gives_nothing_away(text: str) -> None:
    assert given_away(text) == []
