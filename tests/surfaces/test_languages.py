"""Chinese and English throughout: no Han in what is English, no English words in what is Chinese."""

import ast
import errno
import inspect
import os
import re
import tomllib
from pathlib import Path

import pytest
from command import lawcheck as called
from hypothesis import given
from hypothesis import strategies as st

import lawcheck
from lawcheck import errors
from lawcheck.errors import LawcheckError, Words
from lawcheck.reading.storage import cause, reason, unwritable
from lawcheck.reading.toml_text import toml_fault
from lawcheck.reporting.report_formats import FORMATS as REPORT_FORMATS
from lawcheck.reporting.told import tell
from lawcheck.reporting.words import _WORDS
from lawcheck.rulebook.registry import all_rules
from lawcheck.rulebook.table_faults import _FAULTS, _OTHER
from lawcheck.surfaces.cli.languages import language_of
from lawcheck.surfaces.cli.program import COMMANDS
from lawcheck.testing import findings, unmark

PACKAGE = Path(lawcheck.__file__).parent
HAN = re.compile("[㐀-鿿]")
# Chinese punctuation too: what is quoted of a document or a rule may have it, what lawcheck says may not.
CHINESE = re.compile("[㐀-鿿，。；：、（）“”]")
# What is the same in both languages: options, codes, paths and file names, keys, names of programs and formats.
NAMES = re.compile(
    r"""\{\w+\} | --?[a-z][\w-]* | <[\w|]+> | \S*[/\\.*]\S* | \b[\w-]*[A-Z\d][\w-]*\b | \[[\w.=A-Z]+\]"""
    r"""| \b(?:lawcheck|select|extend-select|ignore|severity|paths|rules|plugins|extends|include|exclude|units|terms"""
    r"""|phrases|kind|stage|lang|fail-on|preview|layout|draft|review|final|true|false|origin|schema|default|lexicon|library|severities|yields"""
    r"""|template|replace|pattern|unless|under|needs|times|characters|function|code|name|since|sources|examples|bad|good|old"""
    r"""|messages|check|data|aliases|successor|status|stable|deprecated|options|right|read|date|auto|plan|official|statute|error|warning|info|off|accepted|original|safe|all|none"""
    rf"""|{"|".join(REPORT_FORMATS)}|table|tree|text|csv|xlsx|zh|en|jobs|baseline"""
    r"""|bash|zsh|fish|powershell|pwsh|outline|tasks|annotate|compare|cover|cite|overview|config|explain|fix|lsp|mcp|serve|google-re2|pip|path|output"""
    r"""|install|utf-8|git|fetch|fetch-depth|repository|timeout|revisions|apt|gzip|zip|md|txt|docx|reviewdog|jobs|scan|query|local|ray|unsafe|tar|jsonl|parquet|content|documents|findings|sections|citations|years|near-duplicates|https|http|libreoffice-writer-nogui)\b""",
    re.VERBOSE,
)
WORD = re.compile(r"\b[a-z]{2,}\b")


def foreign(words: Words) -> list[str]:
    """What stands in either language that is of the other."""
    return [*CHINESE.findall(words.en), *WORD.findall(NAMES.sub(" ", words.zh))]


def subclasses(kind: type) -> set[type]:
    return {kind, *(below for each in kind.__subclasses__() for below in subclasses(each))}


def literal(node: ast.expr) -> str:
    """A text in the source, with a name in the place of each value."""
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else " X1 " for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else " X1 "


def declared():
    """Every place in the source that says something in both languages."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called_by(node) in ("Words", "both") and len(node.args) == 2:
                zh, en = node.args
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", Words(literal(zh), literal(en))


def called_by(node: ast.Call) -> str:
    """The name that is called, where it is a plain one."""
    return node.func.id if isinstance(node.func, ast.Name) else ""


@pytest.mark.slow
def test_no_words_of_the_other_language_in_what_the_source_says():
    said = list(declared())
    assert len(said) > 400
    assert [(place, found) for place, words in said if (found := foreign(words))] == []
    assert [place for place, words in said if bool(words.zh) != bool(words.en)] == []


@pytest.mark.slow
def test_every_error_is_raised_in_both_languages():
    """No error of lawcheck is raised with a bare text, which would be in one language only."""
    kinds = {kind.__name__ for kind in subclasses(LawcheckError)}
    bare = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and called_by(node) in kinds
        and any(isinstance(each, ast.JoinedStr | ast.Constant) for each in node.args[-1:])
    ]
    assert bare == []


def test_nothing_that_a_library_says_is_shown():
    """What systems, parsers and pydantic say is in English, or in the language of the machine."""
    said = re.compile(r"\.strerror|\{error\}|str\(error\)|fault\[.msg.\]")
    found = {
        f"{path.relative_to(PACKAGE)}: {line.strip()}"
        for path in sorted(PACKAGE.rglob("*.py"))
        # A severity is called so there; what makes a rule is for those who write lawcheck.
        if path.name not in ("words.py", "scaffold.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if said.search(line)
    }
    # A fault of lawcheck itself or of a package is quoted, for those who are to fix it.
    assert {line for line in found if "type(error).__name__" not in line} <= ALLOWED


# The first two are errors of lawcheck, which speak the language of the report; the third is only looked into, and
# what a rule that failed said is quoted for those who are to fix it.
ALLOWED = {
    "checks/engine.py: return str(error)",
    "reporting/html.py: errors=[visible(str(error)) for error in errors],",
    "surfaces/overview/overview_page.py: errors=[visible(str(error)) for error in errors],",
    "reading/toml_text.py: said = str(error)",
    "surfaces/cli/inputs.py: complain(str(error))",
    # What is wrong with a question in SQL is said by who reads it.
    "surfaces/scan/asking.py: why = str(error).strip().splitlines()[0]",
    "checks/library/library_index.py: warnings.warn(str(error), LawcheckWarning, stacklevel=2)",
}


@given(st.sampled_from(sorted(errno.errorcode)), st.sampled_from([reason, unwritable, cause]))
def test_what_a_system_refuses(number, said):
    words = said(OSError(number, os.strerror(number)))
    assert foreign(words) == []


@pytest.mark.parametrize("words", [*_FAULTS.values(), _OTHER], ids=str)
def test_what_is_wrong_with_a_table(words):
    assert foreign(words) == []


@given(st.text(st.sampled_from("ab=\"'[]{}.,#\n1 甲\\"), max_size=30))
def test_what_is_wrong_with_any_toml(text):
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        assert foreign(toml_fault(error)) == []


def test_words_of_reports():
    values = {key: [set(re.findall(r"\{\w+\}", text)) for text in words] for key, words in _WORDS.items()}
    assert {key for key, (_, en) in _WORDS.items() if HAN.search(en)} == {"page-other-language"}
    assert [key for key, (zh, en) in values.items() if zh != en] == []


@pytest.mark.parametrize("rule", [rule for rule in all_rules() if rule.family == "FMT"], ids=lambda rule: rule.code)
def test_what_is_said_of_the_looks_of_word_files(rule):
    """Fonts keep their names and texts their words; sizes, styles, alignments are in the language of the message."""
    for example in rule.examples:
        if example.bad is not None:
            found = findings(rule, example, unmark(example.bad)[0])
            assert found
            for issue in found:
                message = tell(issue, (), "en").message
                message = message.replace(str((example.layout or {}).get("field-now")), "")
                assert not CHINESE.search(re.sub(r"(?:方正)?(?:仿宋|楷体|黑体|宋体|小标宋)(?:简体)?", "", message))


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_help_in_english(name):
    page = called(*([name] if name else []), "--help", "--lang", "en").out
    assert page.startswith("Usage: lawcheck")
    assert not CHINESE.search(page.replace("台账", "").replace("总览", ""))
    assert max(map(len, page.splitlines())) <= 80


@pytest.mark.parametrize("name", [None, *COMMANDS])
def test_help_in_chinese_has_no_english(name):
    page = called(*([name] if name else []), "--help").out
    assert WORD.findall(NAMES.sub(" ", page)) == []


WRONG = [
    "check --fx",
    "check --stage last",
    "check --jobs many",
    "serve --port 65536",
    "tasks a.txt -o",
    "check --fix=1",
    "outline",
    "overview a.txt",
    "text a.txt b.txt",
    "chek",
    "--verson",
    "check --select ZZZ999 -",
    "check --select PUM001 -",
    "explain nothing",
    "check --unsafe-fixes",
    "check --config none.toml --isolated",
    "check --config none.toml",
    "check --config bad.toml",
    "check --config wrong.toml",
    "check --output-format pdf",
    "check --output-format json=",
    "check --output-file b.txt --output-format json=a.json",
    "check --statistics --output-format json",
    "check --watch --fix",
    "check --watch -",
    "check --since x -",
    "check --since -x",
    "check --diff --baseline x",
    "check --baseline bad.toml",
    "check --baseline none.json",
    "compare - -",
    "tasks a.txt -o a.pdf",
    "annotate a.txt -o b.docx",
    "annotate a.doc -o b.docx",
    "rules --test",
    "outline none.txt",
    "check binary.txt",
    "check folder",
    "check a.docx",
    "check big5.txt",
    "check . --output-file folder",
    "--show-completion tcsh",
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    for name, data in {
        "a.txt": "正文。\n".encode(),
        "a.doc": b"x",
        "a.docx": b"PK\x03\x04word/",
        "binary.txt": b"%PDF-1.7\n",
        "big5.txt": "正文".encode() + b"\xff" * 3,
        "bad.toml": b"select = [",
        "wrong.toml": b"Selct = 1\nstage = 'x'\nunits = 3\nkind = 4\n[layout]\nbody-size = 'x'\n",
    }.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


@pytest.mark.parametrize("call", WRONG)
def test_complaints_in_both_languages(folder, call):
    words = call.split()
    english, chinese = called(*words, "--lang", "en"), called(*words)
    assert english.status == chinese.status == 2
    if words[0] in COMMANDS:  # before its name a call has no other options
        assert english.err
        assert not CHINESE.search(english.err)
    assert HAN.search(chinese.err)
    assert set(WORD.findall(NAMES.sub(" ", chinese.err))) <= set(words)


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "zh"),
        ({"LANG": "C"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "POSIX"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "fr_FR@euro"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "en_US", "LC_ALL": ""}, "en"),
        ({"LANG": "en_US", "LC_ALL": "C"}, "zh"),
    ],
)
def test_the_locale(folder, monkeypatch, variables, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language_of(["check", "--fx"]) == language
    assert called("check", "--help").out.startswith("Usage: " if language == "en" else "用法：")
    assert called("check", "--fx").err.startswith(
        "lawcheck: wrong call: " if language == "en" else "lawcheck: 用法错误："
    )
    # Reports are in Chinese unless they are asked for in English.
    assert called("check", "a.txt", "--select", "PUN").out == "检查了 1 个文件，没有发现问题\n"
    assert called("check", "none.txt").err == "lawcheck: none.txt：文件不存在\n"


def test_the_configuration_names_the_language(folder, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    (folder / "lawcheck.toml").write_text('lang = "en"\n')
    assert called("check", "--help").out.startswith("Usage: ")
    assert called("check", "--fx").err == "lawcheck: wrong call: unknown option --fx; did you mean --fix?\n"
    assert called("check", "none.txt").err == "lawcheck: none.txt: no such file\n"
    assert called("check", "--fx", "--lang", "zh").err.startswith("lawcheck: 用法错误：")
    assert called("check", "--fx", "--isolated").err.startswith("lawcheck: 用法错误：")
    (folder / "zh.toml").write_text('lang = "zh"\n')
    assert called("check", "--fx", "--config", "zh.toml").err.startswith("lawcheck: 用法错误：")


def test_errors_of_the_interface(folder):
    for call, kind in (
        (lambda lang: lawcheck.check_text("正文", kind="x", lang=lang), errors.UsageError),
        (lambda lang: lawcheck.check_text("正文", select=["ZZZ"], lang=lang), errors.UsageError),
        (lambda lang: lawcheck.check_text("正文", config={"stage": "x"}, lang=lang), errors.ConfigError),
        (lambda lang: lawcheck.check_path("none.txt", lang=lang), errors.SourceError),
        (lambda lang: lawcheck.check_path("a.txt", revisions="x", lang=lang), errors.UsageError),
        (lambda lang: list(lawcheck.check_many(["a.txt"], jobs=-1, lang=lang)), errors.UsageError),
        (lambda lang: lawcheck.compare_paths("a.txt", "none.txt", lang=lang), errors.SourceError),
        (lambda lang: lawcheck.compare_texts("正文", "正文", config="bad.toml", lang=lang), errors.ConfigError),
    ):
        with pytest.raises(kind) as caught:
            call("en")
        assert not CHINESE.search(str(caught.value))
        assert HAN.search(caught.value.in_language("zh"))
        with pytest.raises(kind) as caught:
            call(None)
        assert HAN.search(str(caught.value))
    (failed,) = lawcheck.check_many(["none.txt"], lang="en")
    assert failed.message == "no such file"
    with pytest.raises(errors.ConfigError, match=r"^config: stage can be: draft, review, final$"):
        lawcheck.check_text("正文", config={"stage": "x", "lang": "en"})


def test_every_kind_of_error_takes_words():
    for kind in subclasses(LawcheckError):
        assert "words" in inspect.signature(kind).parameters or "reason" in inspect.signature(kind).parameters
