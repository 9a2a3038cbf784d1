"""A library in bad condition: what cannot be read is told, an index that is damaged, old or overtaken is never used."""

import os
import sqlite3
import sys
import time
import warnings
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from lawcheck.checks.library import library_index
from lawcheck.checks.library.library_index import file_state, index_of, library_state
from lawcheck.errors import LawcheckWarning
from lawcheck.reading.storage import MAX_BYTES
from lawcheck.structure.settings import LibrarySource

LAW = (
    "示例区{}管理办法\n第一条 为了管好{}，制定本办法。\n第二条 {}每月检查一次。\n第三条 本办法自2022年5月1日起施行。\n"
)


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "library"
    path.mkdir()
    put(path / "law.txt", "档案")
    return path


def put(path, matter):
    path.write_text(LAW.format(*[matter] * 3), encoding="utf-8")


def settle(monkeypatch):
    """As if all files had been written long ago."""
    monkeypatch.setattr(library_index, "time", lambda: time.time() + 60)


def opened(folder):
    """The index as another run finds it, and what it tells."""
    index_of.cache_clear()
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        index = index_of(LibrarySource((str(folder),), state=library_state((str(folder),))))
    said = [str(warning.message) for warning in told if issubclass(warning.category, LawcheckWarning)]
    return index, said


def titles(folder):
    return [known.title for known in opened(folder)[0].documents]


def kept_index():
    """The index that was written last."""
    return max(Path(os.environ["XDG_CACHE_HOME"], "lawcheck").glob("library-*.sqlite"), key=lambda p: p.stat().st_mtime)


def test_links_in_a_circle_are_not_followed(folder):
    (folder / "inner").mkdir()
    put(folder / "inner" / "other.txt", "印章")
    for name, target in [("a", "."), ("b", "."), ("inner/up", ".."), ("nowhere.txt", "nothing"), ("me.txt", "me.txt")]:
        (folder / name).symlink_to(target)
    assert sorted(titles(folder)) == ["示例区印章管理办法", "示例区档案管理办法"]


def test_too_large_a_file_is_told_and_left_out(folder):
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    for _ in range(2):
        index, said = opened(folder)
        assert [known.title for known in index.documents] == ["示例区档案管理办法"]
        assert len(said) == 1 and "huge.txt" in said[0]


def test_what_could_not_be_read_is_tried_again(folder, monkeypatch):
    settle(monkeypatch)
    put(folder / "other.txt", "印章")
    read_bytes = library_index.read_bytes

    def refusing(path):
        if path.endswith("other.txt"):
            raise library_index.SourceError(path, library_index.Words("没有权限", "permission denied"))
        return read_bytes(path)

    monkeypatch.setattr(library_index, "read_bytes", refusing)
    for _ in range(2):
        index, said = opened(folder)
        assert len(index.documents) == 1 and "没有权限" in said[0]
    monkeypatch.setattr(library_index, "read_bytes", read_bytes)
    index, said = opened(folder)
    assert len(index.documents) == 2 and said == []


@pytest.mark.parametrize("cached", [True, False])
def test_a_document_that_makes_the_reader_fail_costs_no_other(folder, monkeypatch, cached):
    settle(monkeypatch)
    if not cached:
        monkeypatch.setattr(library_index, "cache_file", lambda name: None)
    put(folder / "bad.txt", "坏掉的印章")
    build = library_index.build_document

    def failing(view, *rest):
        if "坏掉" in view.text:
            raise RecursionError
        return build(view, *rest)

    monkeypatch.setattr(library_index, "build_document", failing)
    # Kept or not, it is told each time: nobody takes it for read.
    for _ in range(2):
        index, said = opened(folder)
        assert [known.title for known in index.documents] == ["示例区档案管理办法"]
        assert len(said) == 1 and "bad.txt" in said[0] and "RecursionError" in said[0]


def test_of_many_unreadable_documents_a_few_are_named(folder):
    for number in range(9):
        (folder / f"{number}.docx").write_bytes(b"PK\x03\x04 no package")
    _, said = opened(folder)
    assert len(said) == 6 and "另有4个" in said[-1]


def test_a_change_that_keeps_time_and_size_is_seen(folder, monkeypatch):
    law = folder / "law.txt"
    settle(monkeypatch)
    assert titles(folder) == ["示例区档案管理办法"]
    before = law.stat()
    # On a coarse clock both would be of one moment.
    time.sleep(0.02)
    put(law, "印章")
    os.utime(law, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert law.stat().st_size == before.st_size and law.stat().st_mtime_ns == before.st_mtime_ns
    assert titles(folder) == ["示例区印章管理办法"]


def test_what_changed_a_moment_ago_is_read_again(folder, monkeypatch):
    assert file_state(str(folder / "law.txt")) == "" and file_state(str(folder / "none.txt")) == ""
    settle(monkeypatch)
    assert file_state(str(folder / "law.txt")) != ""


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9])
def test_a_half_written_index_is_made_anew(folder, part):
    titles(folder)
    kept = kept_index()
    data = kept.read_bytes()
    kept.write_bytes(data[: int(len(data) * part)])
    index, _ = opened(folder)
    assert "每月检查一次" in index.words_of(index.documents[0])


def test_an_index_of_another_format_is_made_anew(folder):
    titles(folder)
    kept = kept_index()
    kept.unlink()
    with sqlite3.connect(kept) as connection:
        connection.execute("CREATE TABLE files (path TEXT PRIMARY KEY, changed INTEGER, size INTEGER, digest TEXT)")
        connection.execute("CREATE TABLE documents (digest TEXT PRIMARY KEY, facts TEXT, words BLOB)")
        connection.execute("INSERT INTO files VALUES (?, 0, 0, 'old')", (str(folder / "law.txt"),))
    assert titles(folder) == ["示例区档案管理办法"]


def test_what_other_code_has_read_is_read_again(folder, monkeypatch):
    settle(monkeypatch)
    assert titles(folder) == ["示例区档案管理办法"]
    with sqlite3.connect(kept_index()) as connection:
        connection.execute("UPDATE documents SET facts = replace(facts, '\"last\": 3', '\"last\": 99')")
    assert opened(folder)[0].documents[0].last == 99
    monkeypatch.setattr(library_index, "_program", lambda: "another version")
    assert opened(folder)[0].documents[0].last == 3


def test_words_are_of_the_text_that_the_facts_are_of(folder, monkeypatch):
    settle(monkeypatch)
    index, _ = opened(folder)
    time.sleep(0.02)
    put(folder / "law.txt", "印章")
    later, _ = opened(folder)
    assert "印章" in later.words_of(later.documents[0])
    # The first text is gone from the index: nothing is said, rather than that of the second.
    assert index.words_of(index.documents[0]) == "" and index.places_of(index.documents[0]) == {}


def test_an_index_that_is_taken_away_says_nothing(folder):
    index, _ = opened(folder)
    kept_index().unlink()
    assert index.words_of(index.documents[0]) == ""


@pytest.mark.slow
def test_two_processes_at_once_see_the_same(folder):
    for number in range(12):
        put(folder / f"{number}.txt", f"档案{number}号")
    (text := folder.parent / "notice.txt").write_text(
        "依照《示例区档案管理办法》第二条、《示例区档案7号管理办法》第九条办理。\n", encoding="utf-8"
    )
    call = [sys.executable, "-m", "lawcheck", "cite", text, "--library", folder, "--isolated"]
    running = [Popen(call, stdout=PIPE, stderr=PIPE) for _ in range(3)]
    found = [process.communicate() for process in running]
    assert {process.returncode for process in running} == {1}
    assert len({out for out, _ in found}) == 1 and {err for _, err in found} == {b""}


@pytest.mark.slow
def test_a_process_that_is_stopped_while_it_reads_leaves_no_half_index(folder):
    for number in range(60):
        put(folder / f"{number}.txt", f"档案{number}号")
    body = (
        "import os, signal, sys\n"
        "from lawcheck.checks.library import library_index as held\n"
        "from lawcheck.structure.settings import LibrarySource\n"
        "facts, read = held._facts, []\n"
        "def counted(path, data):\n"
        "    read.append(path)\n"
        "    if len(read) == 30:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return facts(path, data)\n"
        "held._facts = counted\n"
        f"held.index_of(LibrarySource(({str(folder)!r},)))\n"
    )
    process = Popen([sys.executable, "-c", body])
    assert process.wait() == -9
    assert len(titles(folder)) == 61
