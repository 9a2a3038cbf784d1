"""How calls are read: options and arguments in any order, one line in Chinese for what is wrong, help in Chinese."""

import os
import re
import subprocess
import sys
from importlib import import_module

import pytest
import typer
from command import lawcheck
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.errors import UsageError
from lawcheck.reporting.excerpt import text_width
from lawcheck.surfaces.cli import main
from lawcheck.surfaces.cli.program import COMMANDS, app

WRONG = "lawcheck: 用法错误："
HEADINGS = ["命令", "参数", "检查什么", "用哪些规则", "改正", "输出", "速度", "其他"]
BAD = "实施方案（20212025年）已经印发。\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(BAD, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ("check --fx", "没有选项 --fx，是否指 --fix？"),
        ("check --fi a.txt", "没有选项 --fi，是否指 --fix？"),
        ("check --output-fromat=json", "没有选项 --output-fromat，是否指 --output-format？"),
        ("check --qqqqqq", "没有选项 --qqqqqq"),
        ("check -z", "没有选项 -z"),
        ("check -1", "没有选项 -1"),
        ("check a.txt --lang", "选项 --lang 缺少值"),
        ("check --select --fix", "选项 --select 缺少值"),
        ("tasks a.txt -o", "选项 --output 缺少值"),
        ("check --fix=1", "选项 --fix 不带值"),
        ("check --stage last", "--stage 不能是“last”，可以是 draft、review、final"),
        ("rules --output-format=csv", "--output-format 不能是“csv”，可以是 table、json"),
        ("check --jobs many", "--jobs 应是整数，不能是“many”"),
        ("check --jobs -1", "--jobs 应是不小于 0 的整数，不能是“-1”"),
        ("serve --port 65536", "--port 应是 0 至 65535 的整数，不能是“65536”"),
        ("outline", "缺少参数 PATH..."),
        ("compare a.txt", "缺少参数 NEW"),
        ("overview a.txt", "缺少选项 --output"),
        ("text a.txt b.txt c.txt", "多余的参数 b.txt c.txt"),
        ("lsp --stdio", "没有选项 --stdio"),
        ("lsp now", "多余的参数 now"),
        ("chek a.txt", "没有命令 chek，是否指 check？"),
        ("文件", "没有命令 文件"),
        ("--verson", "没有选项 --verson，是否指 --version？"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(call, message):
    result = lawcheck(*call.split())
    assert (result.status, result.out, result.err) == (2, "", f"{WRONG}{message}\n")


@pytest.mark.parametrize(
    "call",
    [
        "check a.txt --select NUM002 b.txt --output-format concise",
        "check --output-format=concise a.txt b.txt --select=NUM002",
        "check --select NUM002 --output-format concise -- a.txt b.txt",
        "check a.txt --select NUM002 --output-format concise -- b.txt",
    ],
)
def test_options_and_paths_in_any_order(folder, call):
    result = lawcheck(*call.split())
    assert result.status == 1
    assert [line.partition(":")[0] for line in result.out.splitlines()[:-1]] == ["a.txt", "b.txt"]


def test_after_two_hyphens_all_are_paths(folder):
    (folder / "--fix").write_text(BAD, encoding="utf-8")
    (folder / "--help").write_text(BAD, encoding="utf-8")
    shown = lawcheck("outline", "--output-format", "json", "--", "--fix", "--help", "--").json
    assert [file["path"] for file in shown["files"]] == ["--fix", "--help"]
    assert [error["path"] for error in shown["errors"]] == ["--"]


def test_a_hyphen_is_standard_input_and_a_value(folder):
    assert lawcheck("text", "-", stdin=b"abc").out.strip() == "abc"
    assert lawcheck("tasks", "a.txt", "-o", "-", "--output-format", "csv").status == 0
    assert (folder / "-").is_file()


def test_short_options_with_their_value(folder):
    for call in (("-oa.csv",), ("-o", "b.csv"), ("--output=c.csv",)):
        assert lawcheck("tasks", *call, "a.txt").status == 0
    assert {path.name for path in folder.glob("*.csv")} == {"a.csv", "b.csv", "c.csv"}


def test_options_that_are_given_again(folder):
    def codes(*options):
        shown = lawcheck("check", "a.txt", "--output-format", "json", *options).json
        return {found["code"] for found in shown["files"][0]["diagnostics"]}

    (folder / "a.txt").write_text("实施方案（20212025年）,已经印发。\n", encoding="utf-8")
    assert codes("--select", "NUM002", "--select", "PUN001") == {"NUM002", "PUN001"}
    assert codes("--select", "NUM002, PUN001,") == {"NUM002", "PUN001"}
    twice = lawcheck("check", "a.txt", "--output-format", "json=a.json", "--output-format", "concise")
    assert twice.out.startswith("a.txt:1:")
    assert lawcheck("check", "a.txt", "--lang", "zh", "--lang", "en").out.endswith("note(s)\n")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command(name):
    for call in ((name, "--help"), (name, "-h"), (name, "a.txt", "--no-such-option", "--help")):
        result = lawcheck(*call)
        assert (result.status, result.err) == (0, "")
        check_page(result.out)
        assert result.out.startswith(f"用法：lawcheck {name} ")


def test_help_of_them_all():
    page = lawcheck("--help").out
    check_page(page)
    assert re.findall(r"^  ([a-z]+) ", page, re.MULTILINE) == list(COMMANDS)
    assert [lawcheck(*call).out for call in ((), ("-h",), ("--help", "check"))] == [page] * 3


def check_page(page):
    lines = page.splitlines()
    assert max(map(text_width, lines)) <= 80
    assert all(line == line.rstrip() for line in lines)
    headings = {line for line in lines[1:] if line.endswith("：") and not line.startswith(" ")}
    assert headings <= {f"{heading}：" for heading in HEADINGS}
    assert not re.search(r"usage|options|arguments|default:|show|required|exit", re.sub(r"--[a-z-]+", "", page))
    for line in lines:
        assert not re.match(r"\s*[，。；：、）]", line)


def test_help_says_what_can_be_given():
    page = re.sub(r"\s+", "", lawcheck("annotate", "--help").out)
    for words in (
        "用法：lawcheckannotate--outputOUT[选项]FILE",
        "-o,--outputOUT批注后的文件；可以就是原文件；必须给出",
        "--fixes<safe|all|none>哪些改法作成修订：安全的、全部、不作；默认safe",
    ):
        assert words in page
    assert "lawcheck config [选项] [PATH]\n" in lawcheck("config", "--help").out


def test_the_version_comes_before_all_else():
    assert lawcheck("--version", "nonsense").out == lawcheck("--version").out
    assert lawcheck("check", "--version").status == 2


def read(name, words):
    """What a call gives for the parameters of a command; the call is not carried out."""
    program = typer.main.get_command(app)
    with program.make_context("lawcheck", [name, "--", "x"], obj=(), resilient_parsing=True) as context:
        command = program.get_command(context, name)
        return command.make_context(name, list(words), parent=None).params


@given(
    st.sampled_from(sorted(COMMANDS)), st.lists(st.text(max_size=8) | st.sampled_from(["--", "-", "-=x", "--=", "-o"]))
)
def test_any_call_is_read_or_refused(name, words):
    try:
        read(name, words)
    except UsageError as error:
        assert str(error).startswith("用法错误：")
        assert error.in_language("en").startswith("wrong call: ")
    except typer.Exit:
        assert {"-h", "--help"} & set(words)


def options(name):
    """The options of a command, each with the words without which the command cannot be called."""
    program = typer.main.get_command(app)
    with program.make_context("lawcheck", ["check"], obj=(), resilient_parsing=True) as context:
        parameters = program.get_command(context, name).params
    for option in parameters:
        if option.param_type_name == "option":
            needed = [
                word
                for each in parameters
                if each.required and each is not option
                for word in ([each.opts[-1], "x"] if each.param_type_name == "option" else ["x"])
            ]
            yield option, needed


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_read_as_its_help_says(name):
    for option, needed in options(name):
        choices = option.metavar.strip("<>").split("|") if (option.metavar or "").startswith("<") else []
        for choice in choices:
            assert read(name, [option.opts[-1], choice, *needed])[option.name] == choice
        if option.is_flag:
            assert read(name, [option.opts[-1], *needed])[option.name] is True
            assert option.default is False


def test_who_has_seen_enough_is_told_no_more(folder, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("lawcheck.surfaces.cli.check_command._check", stop)
    result = lawcheck("check", "a.txt")
    assert (result.status, result.out, result.err) == (130, "", "")


@pytest.mark.slow
def test_complaints_that_nobody_reads(folder):
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "lawcheck", "check", "none.txt"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=writer, check=False)
    os.close(writer)
    assert (done.returncode, done.stdout) == (1, b"")


def test_the_shell_has_looked_at_wildcards_elsewhere(folder, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["lawcheck", "outline", "*.txt"])
    monkeypatch.setattr(import_module("lawcheck.surfaces.cli.main"), "_ON_WINDOWS", False)
    assert main() == 2
    assert capsys.readouterr().err == "lawcheck: *.txt：文件不存在\n"


def test_wildcards_are_for_systems_whose_shells_do_not_know_them(folder, monkeypatch, capsys):
    (folder / "more").mkdir()
    (folder / "more" / "d.txt").write_text("一、总体要求\n", "utf-8")
    monkeypatch.setattr(
        sys, "argv", ["lawcheck", "outline", "*.txt", str(folder / "more" / "?.txt"), "**c.txt", "[c].txt"]
    )
    monkeypatch.setattr(import_module("lawcheck.surfaces.cli.main"), "_ON_WINDOWS", True)
    assert main() == 2
    written = capsys.readouterr()
    shown = [line.removesuffix("（方案）") for line in written.out.splitlines() if line.endswith("（方案）")]
    assert shown == ["a.txt", "b.txt", str(folder / "more" / "d.txt")]
    assert written.err == "lawcheck: **c.txt：文件不存在\nlawcheck: [c].txt：文件不存在\n"
