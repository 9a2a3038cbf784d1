"""Only regular files are read: whatever else lies in a folder or is named is one line, never a wait."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from command import lawcheck

from lawcheck.errors import SourceError
from lawcheck.reading import read_path, storage

PLAN = "示例区便民行动方案\n\n一、总体要求\n健全制度,明确责任。\n"
PIPE = "是管道，不是普通文件；管道中的内容请用 - 从标准输入读"
RULE = """code = "XAA001"
name = "own-word"
severity = "warning"
summary = "甲"
reason = "乙"
sources = [{ title = "示例规定", level = "convention" }]
messages = { default = "丙" }
check = { kind = "pattern", pattern = "坏" }
examples = [{ bad = "⟦坏⟧" }, { good = "好" }]
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")


def make(kind: str, path: Path) -> str:
    """Makes a file that cannot be read, and tells why."""
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
        return PIPE
    if kind == "socket":
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(str(path))
        return "是套接字，不是普通文件"
    if kind == "device":
        path.symlink_to("/dev/zero")
        return "是设备，不是普通文件"
    if kind == "loop":
        path.symlink_to(path.name)
        return "无法读取（链接绕回了自己）"
    if kind == "nowhere":
        path.symlink_to("无")
        return "文件不存在"
    path.mkdir()
    return "是目录，不是文件"


KINDS = ["pipe", "socket", "device", "loop", "nowhere"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("好.txt").write_text(PLAN, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("ending", [".txt", ".html", ".docx", ".doc"])
@pytest.mark.parametrize("kind", KINDS)
def test_in_a_folder_it_costs_only_itself(folder, kind, ending):
    why = make(kind, Path(f"坏{ending}"))
    result = lawcheck("check", ".", "--isolated", "--select", "PUN001", "--output-format", "json")
    assert (result.status, result.err) == (2, f"lawcheck: 坏{ending}：{why}\n")
    assert [file["path"] for file in result.json["files"]] == ["好.txt"]


@pytest.mark.parametrize("kind", [*KINDS, "folder"])
def test_named_or_configured_it_is_one_line(folder, kind):
    path = Path("坏")
    why = make(kind, path)
    config = Path("家.toml")

    def told(*arguments: object) -> str:
        result = lawcheck(*arguments)
        assert (result.status, result.err.count("\n")) == (2, 1)
        return result.err

    if kind != "folder":
        assert told("check", "坏", "--isolated") == f"lawcheck: 坏：{why}\n"
        assert told("text", "坏") == f"lawcheck: 坏：{why}\n"
        assert told("compare", "坏", "好.txt", "--isolated") == f"lawcheck: 坏：{why}\n"
    assert f"坏：{why}" in told("check", "好.txt", "--config", "坏")
    assert f"坏：{why}" in told("check", "好.txt", "--isolated", "--baseline", "坏")
    for key in ('extends = "坏"', 'units = "坏"', 'terms = "坏"', 'phrases = "坏"'):
        config.write_text(key, encoding="utf-8")
        assert f"坏：{why}" in told("check", "好.txt", "--config", config)


@pytest.mark.parametrize("kind", [*KINDS, "folder"])
def test_in_a_folder_of_rules_it_is_one_line(folder, kind):
    Path("规则").mkdir()
    Path("规则/XAA001-own-word.toml").write_text(RULE, encoding="utf-8")
    why = make(kind, Path("规则/XAA002-bad.toml"))
    Path("lawcheck.toml").write_text('rules = ["规则"]', encoding="utf-8")
    result = lawcheck("check", "好.txt")
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert result.err.endswith(f"XAA002-bad.toml：{why}\n")


@pytest.mark.parametrize("kind", KINDS)
def test_a_configuration_file_that_cannot_be_read_is_not_passed_over(folder, kind):
    why = make(kind, folder / "lawcheck.toml")
    result = lawcheck("check", "好.txt")
    assert (result.status, result.err) == (2, f"lawcheck: {folder / 'lawcheck.toml'}：{why}\n")


@pytest.mark.parametrize("name", ["pyproject.toml", ".gitignore", ".lawcheckignore"])
def test_others_that_are_no_files_are_passed_over(folder, name):
    make("pipe", Path(name))
    assert lawcheck("check", ".", "--select", "NUM002").status == 0


def test_a_file_that_becomes_a_pipe_while_it_is_opened(folder, monkeypatch):
    """What was looked at is not what is opened: it is looked at once more."""
    real = os.open

    def swapped(path, flags, *more):
        make("pipe", Path(path))
        return real(path, flags, *more)

    monkeypatch.setattr(os, "open", swapped)
    with pytest.raises(SourceError, match=re.escape(PIPE)):
        read_path("好.txt")


@pytest.mark.slow
def test_what_the_shell_hands_over_is_read_like_standard_input(folder):
    """Process substitution, and standard input by its other name: both are open already, and end."""
    command = f"{sys.executable} -m lawcheck check --isolated --select PUN001 --output-format concise"
    for given in ("<(cat 好.txt)", "/dev/stdin < 好.txt", "/dev/stdin < <(cat 好.txt)"):
        done = subprocess.run(["bash", "-c", f"{command} {given}"], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (1, ""), given
        assert ":4:5: 警告 PUN001" in done.stdout


def test_a_limit_of_its_own_is_told_in_its_unit(folder):
    with pytest.raises(SourceError, match=r"^好.txt：超过大小上限（0 KiB）$"):
        storage.read_bytes("好.txt", 10)
