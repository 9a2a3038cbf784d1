"""What a name, key or text may say: nothing that drives a terminal reaches one."""

import re

import pytest
from command import lawcheck

EVIL = "\x1b]0;甲\x07\x9b31m\u202e乙\u2066"
_DRIVES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = f"方案{EVIL}（20212025年）已经印发。\n二、任务{EVIL}\n1.整理。{'认真做好各项工作。' * 40}\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "call",
    [
        ("check", "a.txt"),
        ("check", "a.txt", "--diff"),
        ("check", "a.txt", "--output-format", "csv"),
        ("text", "a.txt"),
        ("outline", "a.txt"),
        ("tasks", "a.txt", "--output-format", "csv"),
        ("check", f"no{EVIL}.txt"),
        ("check", "a.txt", "--select", f"X{EVIL}"),
        ("check", "a.txt", "--since", f"X{EVIL}"),
    ],
)
def test_nothing_drives_the_terminal(folder, call):
    result = lawcheck(*call, terminal=True)
    out = re.sub("\x1b\\[(?:[0-2]|3[1-6])m", "", result.out) + result.err
    assert not _DRIVES.search(out.replace("\r\n", "\n"))
    assert out


@pytest.mark.parametrize(
    "call", [("check", "b.txt", "--diff"), ("text", "b.txt"), ("check", "--show-files", "\x1b[31m.txt")]
)
def test_colours_of_a_text_or_name_do_not_reach_it(folder, call):
    for name in ("b.txt", "\x1b[31m.txt"):
        (folder / name).write_text("方案\x1b[31m（20212025年）已经，，印发。\n", encoding="utf-8")
    out = lawcheck(*call, terminal=True).out
    assert "\x1b" not in out
    assert "\u241b[31m" in out


def test_keys_of_a_configuration_drive_none_either(folder):
    (folder / "lawcheck.toml").write_text('"k\\u001b[31m\\u202e" = 1\n', encoding="utf-8")
    result = lawcheck("check", "a.txt")
    assert result.status == 2
    assert not _DRIVES.search(result.err.replace("\n", ""))


def test_what_goes_into_a_file_or_pipe_is_as_it_was(folder):
    assert EVIL in lawcheck("text", "a.txt").out
    assert EVIL in lawcheck("check", "a.txt", "--diff").out


def test_line_ends_and_tabs_stay(folder):
    (folder / "b.txt").write_bytes("甲\t乙\r\n丙\n".encode())
    assert lawcheck("text", "b.txt", terminal=True).out == "甲\t乙\r\n丙\n"
