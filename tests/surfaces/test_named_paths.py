"""Which documents a call names."""

import json

import pytest
from command import lawcheck

from lawcheck import (
    FileError,
    LawcheckError,
    UsageError,
    annotate_path,
    check_bytes,
    check_many,
    check_path,
    check_text,
    check_texts,
    cite_paths,
    compare_paths,
    cover_paths,
    fix_path,
    fix_text,
    list_tasks,
    parse_path,
)

TEXT = "示例区绿道管护方案\n一、总体要求\n坚持依法管护，，落实责任。\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("a.txt", "b b.txt", "存档/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, "utf-8")
    (tmp_path / "lawcheck.toml").write_text('exclude = ["存档"]\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(*arguments, **streams):
    out = json.loads(lawcheck("check", *arguments, "--output-format", "json", **streams).out)
    return [file["path"] for file in out["files"]]


def test_two_names_of_one_document_are_one(folder):
    (folder / "link").symlink_to("存档")
    assert checked("a.txt", "./a.txt", folder / "a.txt", "存档/../a.txt") == ["a.txt"]
    assert checked("link/c.txt", "存档/c.txt") == ["link/c.txt"]
    assert checked(".", "a.txt") == ["a.txt", "b b.txt"]


def test_what_is_excluded_is_checked_when_it_is_named(folder):
    assert checked("a.txt", "存档/c.txt") == ["a.txt", "存档/c.txt"]
    assert checked("a.txt", "存档/c.txt", "--force-exclude") == ["a.txt"]


def test_what_is_ignored_is_checked_when_it_is_named(folder):
    (folder / ".git").mkdir()
    (folder / ".lawcheckignore").write_text("草稿/\n/b b.txt\n", "utf-8")
    (folder / "草稿" / "甲").mkdir(parents=True)
    (folder / "稿" / "乙").mkdir(parents=True)
    (folder / "稿" / ".gitignore").write_text("/乙/d.txt\n!e.txt\n", "utf-8")
    names = ["a.txt", "b b.txt", "草稿/甲/d.txt", "稿/乙/d.txt", "稿/乙/e.txt"]
    for name in names:
        (folder / name).write_text(TEXT, "utf-8")
    assert checked(*names) == names
    assert checked(*names, "--force-exclude") == ["a.txt", "稿/乙/e.txt"]
    assert checked(folder / "草稿" / "甲" / "d.txt", "--force-exclude") == []
    # The patterns of a repository end where another one begins.
    (folder / "草稿" / ".git").mkdir()
    assert checked("草稿/甲/d.txt", "--force-exclude") == ["草稿/甲/d.txt"]


def test_an_ignore_file_that_cannot_be_used_is_told_of(folder):
    (folder / ".lawcheckignore").write_text("*a*a*a*a*b\n", "utf-8")
    result = lawcheck("check", "a.txt", "b b.txt", "--force-exclude")
    assert result.status == 2
    assert result.err.count("通配符过多") == 1
    assert "检查了 2 个文件" in result.out


def test_nothing_is_left_by_the_configuration(folder):
    result = lawcheck("check", "存档/c.txt", "--force-exclude")
    assert (result.status, result.err) == (0, "")


@pytest.mark.parametrize(
    "listed", [b"a.txt\nb b.txt\n", b"\xef\xbb\xbfa.txt\nb b.txt", b"a.txt\r\n\r\nb b.txt", b"a.txt\0b b.txt\0"]
)
def test_paths_from_a_list(folder, listed):
    (folder / "list").write_bytes(listed)
    assert checked("--files-from", "list") == ["a.txt", "b b.txt"]
    assert checked("--files-from", "-", stdin=listed) == ["a.txt", "b b.txt"]
    assert checked("存档/c.txt", "--files-from", "list") == ["存档/c.txt", "a.txt", "b b.txt"]


def test_an_empty_list_names_no_document(folder):
    assert checked("--files-from", "-", stdin=b"") == []


def test_a_list_that_cannot_be_read(folder):
    result = lawcheck("check", "--files-from", "none")
    assert (result.status, result.out, result.err) == (2, "", "lawcheck: none：文件不存在\n")


def test_the_documents_are_only_listed(folder):
    result = lawcheck("check", "--show-files")
    assert (result.status, result.out, result.err) == (0, "a.txt\nb b.txt\n", "")
    result = lawcheck("check", "none", "a.txt", "--show-files")
    assert (result.status, result.out, result.err) == (2, "a.txt\n", "lawcheck: none：文件不存在\n")
    result = lawcheck("check", "-", "--show-files", "--output-file", "files")
    assert (result.status, result.out, (folder / "files").read_text("utf-8")) == (0, "", "-\n")
    assert lawcheck("check", "--show-files", "-q").out == ""


def test_quiet(folder):
    result = lawcheck("check", "a.txt", "--quiet")
    assert (result.status, result.out, result.err) == (1, "", "")
    result = lawcheck("check", "a.txt", "-q", "--output-format", "full", "--output-format", "json=report.json")
    assert (result.status, result.out, result.err) == (1, "", "")
    assert json.loads((folder / "report.json").read_text("utf-8"))["files"][0]["path"] == "a.txt"
    result = lawcheck("check", "a.txt", "-q", "--diff")
    assert (result.status, result.out, result.err) == (1, "", "")
    result = lawcheck("check", "a.txt", "-q", "--diff", "--output-file", "changes")
    assert (result.status, result.out, result.err) == (1, "", "")
    assert "+坚持依法管护，落实责任。" in (folder / "changes").read_text("utf-8")
    result = lawcheck("check", "a.txt", "-q", "--fix")
    assert (result.status, result.out, result.err) == (0, "", "")
    assert "，，" not in (folder / "a.txt").read_text("utf-8")
    result = lawcheck("check", "none.txt", "b b.txt", "-q")
    assert (result.status, result.out, result.err) == (2, "", "lawcheck: none.txt：文件不存在\n")


def test_folders_may_be_deeper_than_calls(folder):
    place, made = folder / "存档" / "深", []
    for _ in range(1100):
        place.mkdir()
        made.append(place)
        place /= "a"
    document = made[-1] / "d.txt"
    document.write_text(TEXT, "utf-8")
    (made[0] / "lawcheck.toml").write_text("", "utf-8")
    try:
        assert checked(made[0]) == [str(document)]
    finally:  # what removes folders after the tests calls itself for each
        document.unlink()
        (made[0] / "lawcheck.toml").unlink()
        for path in reversed(made):
            path.rmdir()


# What a program may give as a path although no system has a file of that name.
IMPOSSIBLE = {
    "long": "x" * 300 + ".txt",
    "deep": "x/" * 3000 + "a.txt",
    "half a pair": "\ud800.txt",
    "NUL": "\0.txt",
}


@pytest.mark.parametrize("name", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_name_that_no_file_can_have_is_refused_in_words(folder, name):
    for ask in (
        check_path,
        fix_path,
        parse_path,
        lambda path: annotate_path(path, "b.docx"),
        lambda path: compare_paths("a.txt", path),
        lambda path: cover_paths([path], "a.txt"),
        lambda path: check_text(TEXT, config=path),
        lambda path: fix_path("a.txt", output=path),
    ):
        with pytest.raises(LawcheckError):
            ask(name)
    with pytest.raises(UsageError):
        cite_paths("a.txt", library=[name])
    assert [type(each) for each in check_many(["a.txt", name])][1:] == [FileError]
    assert len(cite_paths([name]).errors) == len(list_tasks([name]).errors) == 1


@pytest.mark.parametrize("name", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_text_may_be_called_anything(folder, name):
    shown = name.replace("\ud800", "\ufffd")
    found = [check_text(TEXT, path=name), check_bytes(TEXT.encode(), path=name)]
    assert [report.files[0].path for report in found] == [shown, shown]
    assert [each.path for each in check_texts([(name, TEXT)])] == [shown]
    assert fix_text(TEXT, path=name) != TEXT


def test_a_call_that_names_what_no_file_is_called(folder):
    long = IMPOSSIBLE["long"]
    for words in (["check"], ["outline"], ["tasks"], ["text"], ["cite"], ["compare", "a.txt"], ["cover", "a.txt"]):
        result = lawcheck(*words, long)
        assert result.status == 2
        assert result.err == f"lawcheck: {long}：无法读取（文件名过长）\n", words
    for option in ("--library", "--config", "--baseline", "--relative-to"):
        assert "内部错误" not in (result := lawcheck("check", "a.txt", option, long)).err
        assert result.status == 2
    assert lawcheck("check", "-", "--stdin-filename", long, stdin=TEXT.encode()).status == 1
