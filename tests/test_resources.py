"""Where lawcheck keeps what it made: a folder that only the user can touch, or none."""

from pathlib import Path

import pytest

from lawcheck.resources import cache_file
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
    load_grammar("plan.lark")
    kept = tmp_path / "lawcheck" / "plan.lark"
    kept.write_bytes(kept.read_bytes()[:100])
    load_grammar.cache_clear()
    assert load_grammar("plan.lark").parse([]).data == "start"
    assert len(kept.read_bytes()) > 1000
