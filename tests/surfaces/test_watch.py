"""`check --watch`: checks again after every change, until Ctrl-C."""

import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from timing import PATIENCE

from lawcheck.surfaces.cli import watching
from tests.command import lawcheck

GOOD = "示例区工作要点\n"
BAD = "示例区工作要点\n按照20212025年工作安排推进。\n"


class Watching:
    """A call that goes on, and what it says line by line."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lawcheck", "check", "--watch", "--output-format", "concise", "."],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        self._lines = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            self._lines.put(line)

    def until_waiting(self):
        """What it says before it waits for the next change."""
        lines = []
        while "等待文件改动" not in (line := self._lines.get(timeout=PATIENCE)):
            lines.append(line)
        return "".join(lines)

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)


@pytest.fixture
def watched(tmp_path):
    (tmp_path / "方案.txt").write_text(GOOD, encoding="utf-8")
    started = Watching(tmp_path)
    yield tmp_path, started
    started.process.kill()
    started.process.wait()


@pytest.mark.slow
def test_every_change_is_checked_until_ctrl_c(watched):
    folder, call = watched
    assert "没有发现问题" in call.until_waiting()
    (folder / "方案.txt").write_text(BAD, encoding="utf-8")
    assert "方案.txt:2:3: 错误 NUM002" in call.until_waiting()
    (folder / "新.txt").write_text(BAD, encoding="utf-8")
    assert "检查了 2 个文件" in call.until_waiting()
    (folder / "lawcheck.toml").write_text("ignore = ['NUM002", encoding="utf-8")
    assert "lawcheck.toml：不是正确的 TOML" in call.until_waiting()
    (folder / "lawcheck.toml").write_text("ignore = ['NUM002']", encoding="utf-8")
    assert "没有发现问题" in call.until_waiting()
    (folder / "lawcheck.toml").unlink()
    assert "NUM002" in call.until_waiting()
    assert call.interrupt() == 1


@pytest.mark.parametrize("arguments", [("--fix", "."), ("--diff", "."), ("-",)])
def test_what_it_does_not_go_with(arguments):
    result = lawcheck("check", "--watch", *arguments)
    assert (result.status, result.out) == (2, "")
    assert "--watch" in result.err


def test_the_screen_is_cleared_and_the_last_status_returned(tmp_path, monkeypatch):
    path = tmp_path / "方案.txt"
    path.write_text(BAD, encoding="utf-8")
    texts = [GOOD, BAD, GOOD]

    def sleep(seconds):
        if not texts:
            raise KeyboardInterrupt
        path.write_text(texts.pop(), encoding="utf-8")

    monkeypatch.setattr(watching.time, "sleep", sleep)
    result = lawcheck("check", "--isolated", "--watch", path, tmp_path / "无", terminal=True)
    assert result.out.count("\x1b[2J\x1b[H") == 3
    assert result.status == 2  # a path that is not there may come


RULE = """\
code = "XAA001"
name = "own-word"
severity = "warning"
summary = "有此词"
reason = "此词不好。"
messages.default = "不用“{term}”"
sources = [{ title = "示例规定", level = "convention" }]
examples = [{ bad = "⟦坏⟧" }, { good = "好" }]
check = { kind = "lexicon", data = "words.tsv" }
"""
OWN = "文/a.txt:1:1: 警告 XAA001 "


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A document whose configuration extends one elsewhere, which names a folder of rules and a registry."""
    monkeypatch.chdir(tmp_path)
    files = {
        "文/a.txt": "坏局。\n",
        "文/lawcheck.toml": 'extends = "../家/base.toml"\n',
        "家/base.toml": 'rules = ["rules"]\nselect = ["X"]\nphrases = "phrases.txt"\n',
        "家/phrases.txt": "无\n",
        "家/rules/XAA001-own-word.toml": RULE,
        "家/rules/words.tsv": "坏\n",
    }
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def said(monkeypatch, changes, *arguments):
    """What each check says, on both streams: the first, and the one after each of these changes to files."""
    left = list(changes)

    def sleep(seconds):
        if not left:
            raise KeyboardInterrupt
        name, text = left.pop(0)
        Path(name).write_text(text, encoding="utf-8")

    monkeypatch.setattr(watching.time, "sleep", sleep)
    call = lawcheck("check", "--watch", "--output-format", "concise", *arguments, terminal=True)
    out = call.out.split("\x1b[2J\x1b[H")
    err = call.err.split("lawcheck: 等待文件改动，Ctrl-C 结束\n")[:-1]
    return [mine + theirs for mine, theirs in zip(out, err, strict=True)]


@pytest.mark.slow
@pytest.mark.usefixtures("house")
def test_whatever_a_configuration_is_made_of_is_watched(monkeypatch):
    changes = {
        "家/rules/XAA001-own-word.toml": (RULE.replace("不用", "不要用"), "rule =", RULE),
        "家/rules/words.tsv": ("局\n# 一\n", "坏\n"),
        "家/phrases.txt": ("坏局\n", "无\n"),
        "家/base.toml": (
            "rules = [",
            'extends = "base.toml"',
            'select = ["NUM"]\n',
            'rules = ["rules"]\nselect = ["XAA"]\n',
        ),
        "家/rules/XAA002-other.toml": ("code",),
    }
    each = said(monkeypatch, [(name, text) for name, texts in changes.items() for text in texts], "文")
    expected = (
        *("不用“坏”", "不要用“坏”", "XAA001-own-word.toml：不是正确的 TOML", "不用“坏”", "不用“局”", "不用“坏”"),
        *("没有发现问题", "不用“坏”", "base.toml：不是正确的 TOML", "extends 绕回了自己"),
        *("没有发现问题", "不用“坏”"),
        "XAA002-other.toml：不是正确的 TOML",
    )
    assert len(each) == len(expected)
    for text, part in zip(each, expected, strict=True):
        assert part in text


@pytest.mark.usefixtures("house")
def test_the_files_that_the_call_names_are_watched(monkeypatch):
    lawcheck("baseline", "文", "--config", "家/base.toml", "--ignore", "XAA001", "-o", "基线.json")
    changes = [("家/base.toml", "select = ["), ("家/base.toml", 'select = ["PUN"]\n'), ("基线.json", "{")]
    each = said(monkeypatch, changes, "文", "--config", "家/base.toml", "--baseline", "基线.json")
    expected = ("不用“坏”", "base.toml：不是正确的 TOML", "没有发现问题", "基线.json：")
    assert len(each) == len(expected)
    for text, part in zip(each, expected, strict=True):
        assert part in text
