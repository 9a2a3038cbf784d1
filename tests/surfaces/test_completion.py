"""Completion in shells: what is offered where, in which language, and how it is installed."""

import subprocess
import sys
from pathlib import Path

import pytest
from command import lawcheck

from lawcheck.reporting.report_formats import FORMATS
from lawcheck.surfaces.cli.completion import SHELLS, VARIABLE
from lawcheck.surfaces.cli.program import COMMANDS


@pytest.fixture
def complete(monkeypatch, tmp_path):
    """What bash is offered for the last word of a call."""
    monkeypatch.chdir(tmp_path)

    def offered(call):
        monkeypatch.setenv(VARIABLE, "complete_bash")
        monkeypatch.setenv("COMP_WORDS", f"lawcheck {call}")
        monkeypatch.setenv("COMP_CWORD", str(len(call.split()) + call.endswith(" ")))
        result = lawcheck()
        assert (result.status, result.err) == (0, "")
        return result.out.split()

    return offered


def test_commands(complete):
    assert complete("ou") == ["outline"]
    assert complete(" ") == list(COMMANDS)
    assert "--version" in complete("--v")


@pytest.mark.parametrize("name", COMMANDS)
def test_options_of_every_command(complete, monkeypatch, name):
    offered = complete(f"{name} --")
    assert offered[-1] == "--help"
    monkeypatch.delenv(VARIABLE)
    page = lawcheck(name, "--help").out
    assert all(option in page for option in offered)


@pytest.mark.parametrize(
    ("call", "offered"),
    [
        ("check --kind ", ["auto", "plan", "official", "statute"]),
        ("check --fail-on w", ["warning"]),
        ("check --output-format ", list(FORMATS)),
        ("check --output-format=ja", []),
        ("tasks --output-format c", ["csv"]),
        ("check --select NUM001", ["NUM001"]),
        ("check --select num001", ["num001"]),
        ("check --ignore PUN001,NUM002", ["PUN001,NUM002"]),
        ("explain glued-y", ["glued-year-range"]),
        ("explain GLUED-Y", []),
        ("explain ZZZ", []),
    ],
)
def test_values(complete, call, offered):
    assert complete(call) == offered


def test_rules_of_the_users_own_are_offered(complete, tmp_path):
    (tmp_path / "lawcheck.toml").write_text("rules = ['none']")
    assert complete("explain NUM001") == ["NUM001"]  # what is wrong with the configuration is not told now


@pytest.mark.parametrize(("locale", "about"), [("C", "检查文件，报告问题。"), ("en_US.UTF-8", "Checks documents")])
def test_what_is_offered_is_explained(monkeypatch, tmp_path, locale, about):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "lawcheck che")
    monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", "che")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    for shell in ("zsh", "fish", "powershell", "pwsh"):
        monkeypatch.setenv(VARIABLE, f"complete_{shell}")
        assert about in lawcheck().out
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "lawcheck check --hel")
    monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", "--hel")
    assert ("show this help" if locale != "C" else "显示帮助") in lawcheck().out


def test_bash_runs_the_script(tmp_path):
    program = Path(sys.executable).with_name("lawcheck")
    script = f"""{lawcheck("--show-completion", "bash").out}
COMP_WORDS=(lawcheck check --unsafe)
COMP_CWORD=2
_lawcheck_completion {program}
echo "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=True, encoding="utf-8", cwd=tmp_path)
    assert done.stdout == "--unsafe-fixes\n"


@pytest.mark.parametrize("shell", SHELLS)
def test_scripts(shell):
    result = lawcheck("--show-completion", shell)
    assert (result.status, result.err) == (0, "")
    assert VARIABLE in result.out
    assert "lawcheck" in result.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_it_is_installed_in_the_home_of_the_user(monkeypatch, tmp_path, shell):
    monkeypatch.setenv("HOME", str(tmp_path))
    result = lawcheck("--install-completion", shell)
    assert (result.status, result.err) == (0, "")
    (written,) = [path for path in tmp_path.rglob("*lawcheck*") if path.is_file()]
    assert VARIABLE in written.read_text()
    assert result.out == f"已为 {shell} 安装补全：{written}；重新打开终端后生效\n"


def test_it_cannot_be_installed(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".config").write_text("in the way")
    result = lawcheck("--install-completion", "fish")
    assert (result.status, result.out) == (2, "")
    assert result.err == "lawcheck: 补全无法写入（路径中有一段不是目录）\n"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert lawcheck("--install-completion", "pwsh").err == "lawcheck: 补全无法写入（文件或目录不存在）\n"


def test_the_shell_is_found_or_has_to_be_named(monkeypatch):
    import shellingham

    monkeypatch.setattr(shellingham, "detect_shell", lambda: ("fish", "/usr/bin/fish"))
    assert lawcheck("--show-completion").out == lawcheck("--show-completion", "fish").out

    def fail():
        raise shellingham.ShellDetectionFailure

    monkeypatch.setattr(shellingham, "detect_shell", fail)
    listed = "可以是 bash、zsh、fish、powershell、pwsh\n"
    assert lawcheck("--show-completion").err == f"lawcheck: 不能为这种命令行外壳补全，{listed}"
    assert lawcheck("--install-completion", "tcsh").err == f"lawcheck: 不能为这种命令行外壳补全 tcsh，{listed}"
