"""Standard streams that are full, closed, or were never there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lawcheck.surfaces.cli import main


@pytest.fixture
def document(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.txt"
    path.write_text("示例区绿道管护方案\n一、总体要求\n坚持依法管护，，落实责任。\n", "utf-8")
    return path


@pytest.mark.parametrize(
    "call", [("check", "plan.txt"), ("outline", "plan.txt"), ("rules",), ("--help",), ("--version",)]
)
def test_a_full_output(document, call, monkeypatch, capsys):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert main(call) == 2
    assert capsys.readouterr().err == "lawcheck: 标准输出：无法写入（磁盘已满）\n"


def test_an_output_that_was_never_there(document, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "argv", ["lawcheck", "check", "plan.txt", "--lang", "en"])
    assert main() == 2
    assert capsys.readouterr().err == "lawcheck: standard output: cannot be written (it is closed)\n"
    monkeypatch.setattr(sys, "argv", ["lawcheck", "check", "plan.txt", "--output-file", "report.txt"])
    assert main() == 1
    assert "plan.txt:3:" in (document.parent / "report.txt").read_text("utf-8")


def test_an_input_that_was_never_there(document, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr(sys, "argv", ["lawcheck", "check", "-", "plan.txt"])
    assert main() == 2
    told = capsys.readouterr()
    assert told.err == "lawcheck: -：无法读取（已关闭）\n"
    assert "plan.txt:3:" in told.out


@pytest.mark.slow
@pytest.mark.parametrize("stream", ["2>/dev/full", "2>&-"])
def test_notes_that_nobody_can_be_told(document, stream):
    command = f'"{sys.executable}" -m lawcheck check none.txt plan.txt {stream}'
    done = subprocess.run(["sh", "-c", command], stdout=subprocess.PIPE, check=False, env=os.environ)
    assert done.returncode == 2
    assert "plan.txt:3:" in done.stdout.decode("utf-8")
    assert "lawcheck:" not in done.stdout.decode("utf-8")
