"""Where lawcheck keeps what it made: a folder that only the user can touch, or none."""

import marshal
import os
from pathlib import Path

import pytest

from lawcheck.reading.resources import cache_file, kept, states_of
from lawcheck.structure.grammar import load_grammar


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_the_cache_is_closed_to_others(tmp_path: Path) -> None:
    path = cache_file("plan.lark")
    assert path == str(tmp_path / "lawcheck" / "plan.lark")
    assert (tmp_path / "lawcheck").stat().st_mode & 0o777 == 0o700


def test_a_folder_that_others_may_write_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "lawcheck").mkdir()
    (tmp_path / "lawcheck").chmod(0o777)
    assert cache_file("plan.lark") is None


def test_no_folder_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert cache_file("plan.lark") is None


def test_a_spoiled_cache_is_made_anew(tmp_path: Path) -> None:
    load_grammar.cache_clear()
    load_grammar("responsibility.lark")
    kept = tmp_path / "lawcheck" / "responsibility.lark"
    kept.write_bytes(kept.read_bytes()[:100])
    load_grammar.cache_clear()
    parsed = load_grammar("responsibility.lark").parse([("LABEL", "牵头单位：")], lambda rule, parts: [rule, *parts])
    assert parsed == ["start", ["body"], ["labelled", "牵头单位：", ["body"]]]
    assert len(kept.read_bytes()) > 1000


def test_what_is_kept_is_made_once_for_each_key() -> None:
    made = []

    def make():
        made.append(len(made))
        return {"number": len(made)}

    assert [kept("a", ["1"], make), kept("a", ["1"], make)] == [{"number": 1}, {"number": 1}]
    assert kept("a", ["2"], make) == {"number": 2}
    assert made == [0, 1]


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[]", b"\xff\xfe", b"[\1\0\0\0" * 100_000, b"N", marshal.dumps(["1"]), marshal.dumps([["1"]])],
)
def test_a_damaged_file_is_made_anew(own_cache: Path, damage: bytes) -> None:
    assert kept("a", ["1"], lambda: "right") == "right"
    (own_cache / "lawcheck" / "a").write_bytes(damage)
    assert kept("a", ["1"], lambda: "right") == "right"
    assert kept("a", ["1"], lambda: "not asked") == "right"


def test_what_killed_runs_have_left_in_the_cache_goes(own_cache: Path) -> None:
    folder = own_cache / "lawcheck"
    folder.mkdir(mode=0o700)
    for name in (".a.abcdefg1.tmp", ".programs.abcdefg2.tmp", "b"):
        (folder / name).write_bytes(b"1")
    assert kept("a", ["1"], lambda: "right") == "right"
    assert sorted(path.name for path in folder.iterdir()) == ["a", "b"]


def test_without_a_cache_folder_everything_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "lawcheck").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert kept("a", ["1"], lambda: "made") == "made"


def test_the_state_of_a_folder_tells_what_has_changed(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "c.pyc").write_text("c")
    (tmp_path / "inner" / "a").write_text("a")
    before = states_of(tmp_path)
    assert [name for name, _, _ in before] == [str(tmp_path / "inner" / "a")]
    os.utime(tmp_path / "inner" / "a", ns=(1, 1))
    assert states_of(tmp_path) != before


def test_what_is_written_for_people_may_be_left_out_of_the_state_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for name in ("a.toml", "pages/a.md", "md"):
        (tmp_path / name).write_text("a")
    assert [Path(str(name)).name for name, _, _ in states_of(tmp_path)] == ["a.toml", "md", "a.md"]
    assert [Path(str(name)).name for name, _, _ in states_of(tmp_path, but_for=".md")] == ["a.toml", "md"]


def test_links_that_lead_back_or_nowhere_have_no_state(tmp_path):
    (tmp_path / "rules.toml").write_text("", encoding="utf-8")
    before = states_of(tmp_path)
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "gone").symlink_to("nowhere")
    (tmp_path / "again").symlink_to(tmp_path)
    assert [state for state in states_of(tmp_path) if not str(state[0]).endswith("again")] == before
    assert states_of(tmp_path / "none") == []
