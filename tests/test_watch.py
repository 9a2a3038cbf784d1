"""`check --watch`: checks again after every change, until Ctrl-C."""

import os
import queue
import signal
import subprocess
import sys
import threading

import pytest

from lawcheck.cli import watching
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
        while "等待文件改动" not in (line := self._lines.get(timeout=60)):
            lines.append(line)
        return "".join(lines)

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=60)


@pytest.fixture
def watched(tmp_path):
    (tmp_path / "方案.txt").write_text(GOOD, encoding="utf-8")
    started = Watching(tmp_path)
    yield tmp_path, started
    started.process.kill()
    started.process.wait()


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
