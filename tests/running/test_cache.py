"""What was checked before is not checked again, and nobody can tell the difference."""

import pickle
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck import pipeline
from lawcheck.checks.checked import Checked, Parsed
from lawcheck.errors import SourceError, Words
from lawcheck.reading import FileContent
from lawcheck.reading.formats import DOCX, of_ending
from lawcheck.reading.resources import cache_file
from lawcheck.rulebook.findings import Issue, IssuePlace, Safety, Severity
from lawcheck.running import cache
from lawcheck.running.record import pack, unpack
from lawcheck.running.structure_record import pack_structure, unpack_structure
from lawcheck.structure.document import Document
from lawcheck.structure.kinds import Kind
from lawcheck.text.edits import Edit
from lawcheck.text.source import Source
from lawcheck.text.view import View
from tests.command import lawcheck

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = "示例区工作方案\n一、总体要求\n按照20212025年工作安排,推进工作。\n"


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "方案.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def checks(monkeypatch):
    """The texts that are really checked."""
    texts = []
    real = pipeline.check

    def check(source, *arguments):
        texts.append(source.text)
        return real(source, *arguments)

    monkeypatch.setattr(pipeline, "check", check)
    return texts


def check(*arguments):
    return lawcheck("check", "--jobs", 1, *arguments)


@pytest.mark.slow
@pytest.mark.parametrize("output_format", ["full", "concise", "json", "sarif"])
def test_reports_from_the_cache_are_the_same(tmp_path, checks, output_format):
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    arguments = ("--isolated", "--output-format", output_format, tmp_path / "examples")
    first = check(*arguments)
    count = len(checks)
    assert count > 3
    second = check(*arguments)
    assert len(checks) == count
    assert first == second == check("--no-cache", *arguments)
    assert len(checks) == 2 * count


def test_what_is_reported_may_change(document, checks):
    check("--isolated", document)
    check("--isolated", "--fail-on", "error", "--statistics", document)
    check("--isolated", "--fail-on", "info", "--output-format", "json", document)
    assert "note(s)" in check("--isolated", "--lang", "en", document).out
    assert len(checks) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--select", "NUM002"),
        ("--ignore", "NUM002"),
        ("--kind", "official"),
        ("--stage", "final"),
        ("--scanned", "yes"),
        ("--revisions", "original"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_other_options_are_another_check(document, checks, arguments):
    check(document)
    result = check(*arguments, document)
    assert len(checks) == 2
    assert result == check("--no-cache", *arguments, document)


@pytest.mark.parametrize(
    "line",
    ["severity = { NUM002 = 'info' }", "terms = ['20212025']", "units = ['示例区司法局']", "kind = 'official'"],
)
def test_another_configuration_is_another_check(document, checks, line):
    first = check(document)
    (document.parent / "lawcheck.toml").write_text(line, encoding="utf-8")
    check(document)
    assert len(checks) == 2
    (document.parent / "lawcheck.toml").unlink()
    assert check(document) == first
    assert len(checks) == 2


def test_own_rules_are_part_of_it(document, checks):
    folder = document.parent / "rules"
    shutil.copytree(EXAMPLES.parent / "examples" / "house-rules" / "rules", folder)
    (document.parent / "lawcheck.toml").write_text("rules = ['rules']", encoding="utf-8")
    first = check(document)
    assert first.status == 1
    for path in folder.glob("*.toml"):
        path.write_text(path.read_text(encoding="utf-8") + "\n# 改过\n", encoding="utf-8")
    check(document)
    assert len(checks) == 1  # a comment changes no rule


def test_another_text_or_ending_is_another_check(document, checks):
    check(document)
    other = document.with_suffix(".md")
    other.write_text(TEXT, encoding="utf-8")
    check(other)
    document.write_text(TEXT.replace("20212025", "2021—2025"), encoding="utf-8")
    assert "NUM002" not in check(document).out
    assert len(checks) == 3


def test_a_copy_is_the_same_under_its_own_name(document, checks):
    check(document)
    copy = document.with_name("副本.txt")
    copy.write_text(TEXT, encoding="utf-8")
    assert "副本.txt:3:3" in check("--output-format", "concise", copy).out
    assert len(checks) == 1


def test_failures_are_not_kept(document, monkeypatch, checks):
    bad = document.with_name("坏.txt")
    bad.write_bytes(b"%PDF-1.7")
    with monkeypatch.context() as patch:
        patch.setattr("lawcheck.checks.engine.check_of", lambda rule: lambda document: 1 / 0)
        assert "LAW000" in check(document, bad).out
    assert "LAW000" not in check(document, bad).out
    assert len(checks) == 2


def database():
    return cache_file(cache.FILE)


def test_a_damaged_file_is_begun_anew(document, checks):
    expected = check(document)
    Path(database()).write_bytes(b"no database at all" * 100)
    assert check(document) == expected
    assert check(document) == expected
    assert len(checks) == 2


def test_damaged_entries_are_ignored(document, checks):
    expected = check(document)
    for value in ("x'00'", "'text'", "x''", "NULL"):
        connection = sqlite3.connect(database())
        connection.execute("DROP TABLE entries")
        connection.execute("CREATE TABLE entries (key BLOB PRIMARY KEY, value BLOB)")
        connection.commit()
        connection.close()
        check(document)
        connection = sqlite3.connect(database())
        connection.execute(f"UPDATE entries SET value = {value}")
        connection.commit()
        connection.close()
        assert check(document) == expected
    assert len(checks) == 9


def test_a_file_that_is_no_table_of_ours_changes_nothing(document):
    connection = sqlite3.connect(database())
    connection.execute("CREATE TABLE entries (other TEXT)")
    connection.commit()
    connection.close()
    assert check(document).status == 1
    assert check(document) == check("--no-cache", document)


def test_without_a_cache_folder_nothing_changes(document, monkeypatch, tmp_path):
    expected = check("--no-cache", document)
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert check(document) == expected


def test_a_file_that_stays_damaged_is_not_used(document, monkeypatch):
    expected = check("--no-cache", document)
    monkeypatch.setattr(cache, "_connected", lambda path: raise_(sqlite3.DatabaseError("damaged")))
    assert check(document) == expected


def raise_(error):
    raise error


def test_a_busy_file_is_not_waited_for_long(document, monkeypatch):
    expected = check(document)
    monkeypatch.setattr(cache, "_PATIENCE", 0.01)
    other = sqlite3.connect(database(), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert check(document) == expected
    other.execute("ROLLBACK")
    other.close()


def rows():
    connection = sqlite3.connect(database())
    (count,) = connection.execute("SELECT count(*) FROM entries").fetchone()
    connection.close()
    return count


@pytest.mark.parametrize(("name", "most"), [("MOST_ENTRIES", 20), ("MOST_BYTES", 1)])
def test_it_does_not_grow_for_ever(tmp_path, monkeypatch, name, most):
    monkeypatch.setattr(cache, name, most)
    monkeypatch.setattr(cache, "_TOGETHER", 8)
    for number in range(24):
        (tmp_path / f"{number}.txt").write_text(f"第{number}号。\n", encoding="utf-8")
    check("--isolated", tmp_path)
    assert rows() == 24 - 7


def test_what_is_large_is_not_kept(document, monkeypatch):
    monkeypatch.setattr(cache, "_MOST_OF_ONE", 10)
    check(document)
    assert rows() == 0


@pytest.mark.slow
def test_several_calls_share_it(tmp_path):
    """At the same time, in processes of their own."""
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(f"{TEXT}第{number}号。\n", encoding="utf-8")
    command = [sys.executable, "-m", "lawcheck", "check", "--isolated", "--output-format", "json", str(tmp_path)]
    calls = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    outputs = [call.communicate() for call in calls]
    assert len(set(outputs)) == 1
    assert outputs[0][1] == b""


def test_office_files_are_not_converted_again(tmp_path, monkeypatch):
    """They are converted together; those that are known are left out."""
    word = (EXAMPLES / "plan.docx").read_bytes()
    converted = []

    def convert(documents):
        converted.append([Path(name).name for name, _ in documents])
        return [
            word
            if b"good" in data
            else SourceError(name, Words("LibreOffice 不能转换此文件", "LibreOffice cannot convert it"))
            for name, data in documents
        ]

    monkeypatch.setattr("lawcheck.reading.office.to_docx", convert)
    for name, content in (("甲.doc", b"good 1"), ("乙.doc", b"good 2"), ("丙.doc", b"bad")):
        (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + content)
    first = check("--isolated", tmp_path)
    assert check("--isolated", tmp_path) == first
    assert [sorted(names) for names in converted] == [["丙.doc", "乙.doc", "甲.doc"], ["丙.doc"]]
    assert first.out == check("--isolated", "--no-cache", tmp_path).out


numbers = st.integers(0, 99)
texts = st.text(max_size=9)
places = st.builds(
    IssuePlace,
    numbers,
    numbers,
    st.lists(st.builds(Edit, numbers, numbers, texts), max_size=3).map(tuple),
    st.lists(st.tuples(numbers, numbers, texts), max_size=2).map(tuple),
    st.booleans(),
    st.none() | st.tuples(texts, st.dictionaries(texts, texts | numbers, max_size=2)),
)
issues = st.builds(
    Issue,
    texts,
    texts,
    st.sampled_from(Severity),
    st.lists(places, min_size=1, max_size=3).map(tuple),
    texts,
    st.dictionaries(texts, texts | numbers | st.floats(allow_nan=False), max_size=2),
    st.none() | st.sampled_from(Safety),
    numbers,
)


@given(st.lists(issues, max_size=4), st.sampled_from(Kind), st.dictionaries(texts, numbers), texts, st.booleans())
def test_outcomes_come_back_as_they_were(found, kind, suppressed, text, word):
    content = FileContent(text.encode("utf-8", "surrogatepass"))
    source = Source(text, "甲.docx", "", DOCX) if word else Source("文字", "甲.txt", "gb18030")
    document = pipeline.parse(source, kind)
    before = Checked(source, kind, found, Parsed(lambda: document), Counter(suppressed))
    after = unpack(pack(before), source.path, content if word else FileContent("文字".encode("gb18030")), False)
    assert replace(after, parsed=before.parsed) == before
    assert after.document is after.document
    assert alike(after.document, document)
    assert after.document.view.source_text is after.source.text


def alike(one, other):
    """Whether two structures hold the same, whatever they have worked out meanwhile."""
    if type(one) is not type(other):
        return False
    if isinstance(one, tuple | list):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, Document):
        return all(alike(getattr(one, each.name), getattr(other, each.name)) for each in fields(one))
    if isinstance(one, View):
        return all(alike(value, vars(other)[name]) for name, value in vars(one).items() if name != "prose")
    return one == other


def examples():
    found = [path for path in sorted(EXAMPLES.rglob("*")) if of_ending(path.name) and path.suffix != ".pdf"]
    return [path for path in found if of_ending(path.name).convert is None]


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.name)
def test_structures_come_back_as_they_were(path):
    source = FileContent(path.read_bytes()).source(str(path), False)
    document = pipeline.parse(source)
    after = unpack_structure(pack_structure(document, source), source)
    assert alike(after, replace(document, layout=None))
    assert own_nodes(after) == own_nodes(document)


def own_nodes(document):
    """Of each task whether its item is one of the outline itself, and not only one that looks like it."""
    every = set(map(id, document.walk()))
    return [id(task.node) in every for task in document.tasks]


def test_the_page_is_made_without_parsing_again(tmp_path, monkeypatch):
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    arguments = ("check", "--isolated", "--output-format", "html", tmp_path / "examples")
    first = lawcheck(*arguments, "--jobs", 2)
    monkeypatch.setattr(pipeline, "parse", lambda *_: pytest.fail("parsed again"))
    assert lawcheck(*arguments) == first


class Runs:
    """What a structure that somebody has put there would like to run."""

    def __reduce__(self):
        return Path.cwd, ()


def test_a_structure_runs_nothing():
    source = Source("文字", "甲.txt")
    for value in (Runs(), print, Path, {"a": 1}):
        with pytest.raises(ValueError, match="structure"):
            unpack_structure(pickle.dumps(value), source)


@given(st.binary(max_size=60))
def test_any_bytes_are_refused_or_read(data):
    with pytest.raises(ValueError, match="damaged"):
        unpack(data, "甲.txt", FileContent(b""), False)


@pytest.mark.slow
def test_a_second_document_is_checked_without_compiling_anew(document, tmp_path, monkeypatch):
    """To compile the expressions of the rules takes ten times as long as to run them over a page."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    program = (
        "import re, sys; real, parsed = re._parser.parse, [];"
        "re._parser.parse = lambda pattern, *rest: (parsed.append(pattern), real(pattern, *rest))[1];"
        "from lawcheck.surfaces.cli import main; main(sys.argv[1:]); print(len(parsed))"
    )
    compiled = []
    for _ in range(2):
        command = [sys.executable, "-c", program, "check", "--no-cache", str(document)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
        compiled.append(int(done.stdout.splitlines()[-1]))
    first, second = compiled
    assert second * 2 < first


@pytest.mark.slow
def test_what_is_known_from_before_is_shown_without_rules_structure_and_models(document):
    """What takes long to import is of no use where nothing is checked."""
    program = (
        "import sys; from lawcheck.surfaces.cli import main; main(sys.argv[1:]);"
        "print(sorted({'lark', 'pydantic', 'lawcheck.rulebook.rule', 'lawcheck.structure.document'} & {*sys.modules}))"
    )
    lines = []
    for _ in range(2):
        command = [sys.executable, "-c", program, "check", str(document)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
        lines.append(done.stdout.splitlines()[-1])
    first, second = lines
    assert "lawcheck.rulebook.rule" in first
    assert second == "[]"
