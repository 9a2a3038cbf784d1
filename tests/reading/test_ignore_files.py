"""Documents that .gitignore and .lawcheckignore name are not checked."""

import os
from time import perf_counter

import pytest

from lawcheck.reading import find_documents
from tests.command import lawcheck

TEXT = "示例区工作方案。\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")


def ignore(path, *lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def checked(*paths, status=0):
    result = lawcheck("check", "--isolated", "--output-format", "json", *paths)
    assert result.status == status, result.err
    return [file["path"] for file in result.json["files"]]


def test_own_ignore_files_count_everywhere(folder):
    put(folder, "a.txt", "b.txt", "存档/c.txt", "下级/存档/d.txt", "下级/e.md")
    ignore(folder / ".lawcheckignore", "# 旧文件", "", "存档/", "b.*")
    assert checked(".") == ["a.txt", "下级/e.md"]


def test_git_ignore_files_count_in_a_repository_only(folder):
    put(folder, "a.txt", "b.txt")
    ignore(folder / ".gitignore", "b.txt")
    assert checked(".") == ["a.txt", "b.txt"]
    (folder / ".git").mkdir()
    assert checked(".") == ["a.txt"]


def test_the_innermost_pattern_decides(folder):
    (folder / ".git").mkdir()
    put(folder, "a.txt", "下级/a.txt", "下级/b.txt", "下级/再下级/a.txt")
    ignore(folder / ".gitignore", "a.txt")
    ignore(folder / "下级" / ".gitignore", "!a.txt", "b.txt")
    assert checked(".") == ["下级/a.txt", "下级/再下级/a.txt"]
    ignore(folder / "下级" / ".lawcheckignore", "a.txt", "!b.txt")
    assert checked(".") == ["下级/b.txt"]


def test_nothing_in_an_ignored_folder_comes_back(folder):
    put(folder, "存档/a.txt", "b.txt")
    ignore(folder / ".lawcheckignore", "存档/", "!存档/a.txt")
    assert checked(".") == ["b.txt"]


def test_anchored_patterns_and_any_depth(folder):
    put(folder, "甲/a.txt", "乙/甲/a.txt", "乙/丙/丁/b.txt", "乙/b.txt")
    ignore(folder / ".lawcheckignore", "/甲", "乙/**/b.txt")
    assert checked(".") == ["乙/甲/a.txt"]


def test_the_folders_around_count(folder):
    (folder / ".git").mkdir()
    put(folder, "文件/新/a.txt", "文件/新/b.txt")
    ignore(folder / ".gitignore", "文件/新/b.txt")
    assert checked("文件/新") == ["文件/新/a.txt"]


def test_those_around_a_repository_do_not(folder):
    put(folder, "仓库/a.txt")
    (folder / "仓库" / ".git").mkdir()
    ignore(folder / ".lawcheckignore", "a.txt")
    assert checked("仓库") == ["仓库/a.txt"]


def test_what_is_named_is_checked(folder):
    put(folder, "存档/a.txt", "存档/b.txt")
    ignore(folder / ".lawcheckignore", "存档/", "b.txt")
    ignore(folder / "存档" / ".lawcheckignore", "a.txt")
    assert checked("存档/a.txt", "存档/b.txt") == ["存档/a.txt", "存档/b.txt"]
    # Of a folder that is named, what its own ignore files say holds.
    assert checked("存档") == ["存档/b.txt"]


def test_a_folder_of_ignored_documents_is_no_error(folder):
    put(folder, "a.txt")
    ignore(folder / ".lawcheckignore", "*.txt")
    assert checked(".") == []


@pytest.mark.parametrize("line", ["!", "[z-a]", "a\\", "["])
def test_patterns_that_make_no_sense_match_nothing(folder, line):
    put(folder, "a.txt", "b.txt")
    ignore(folder / ".lawcheckignore", line, "b.txt")
    assert checked(".") == ["a.txt"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a" * 300_000, "忽略文件过大"),
        ("\n" * 6_000, "忽略文件过大"),
        ("b.txt\n*a*a*a*a*a*a*b\n", "第 2 行的通配符过多"),
        ("**/a/**/b/**/c/**/d\n", "第 1 行的通配符过多"),
    ],
)
def test_hostile_ignore_files_are_refused_and_the_documents_checked(folder, text, complaint):
    put(folder, "a.txt", "b.txt")
    (folder / ".lawcheckignore").write_text(text, encoding="utf-8")
    result = lawcheck("check", "--isolated", ".")
    assert result.status == 2
    assert result.err.startswith(f"lawcheck: {folder / '.lawcheckignore'}：")
    assert complaint in result.err
    assert result.err.count("\n") == 1
    assert "检查了 2 个文件" in result.out


def test_links_are_not_followed(folder):
    put(folder, "a.txt")
    (folder / "圈").symlink_to(folder, target_is_directory=True)
    (folder / ".lawcheckignore").symlink_to("/dev/zero")
    os.mkfifo(folder / ".gitignore")
    (folder / ".git").mkdir()
    assert checked(".") == ["a.txt"]


def test_an_ignore_file_that_cannot_be_read_is_told(folder, monkeypatch):
    put(folder, "a.txt")
    ignore(folder / ".lawcheckignore", "a.txt")
    real = os.open

    def refuse(path, *arguments, **options):
        if str(path).endswith(".lawcheckignore"):
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)

    monkeypatch.setattr(os, "open", refuse)
    result = lawcheck("check", "--isolated", ".")
    assert result.status == 2
    assert "没有读取权限" in result.err


def test_pages_that_lawcheck_wrote_are_no_documents(folder):
    put(folder, "a.txt")
    (folder / "page.html").write_text("<p>一份通知", encoding="utf-8")
    assert lawcheck("check", "--isolated", ".", "--output-format", "html=report.html").status == 0
    assert checked(".") == ["a.txt", "page.html"]


@pytest.mark.parametrize("pattern", ["*a*a*b", "***?***?b", "**a**[a-z]**b", "*[!x]*[a-z]*b"])
def test_many_stars_take_time_in_proportion_to_the_name(tmp_path, pattern):
    """Without that, one name would take half a minute."""
    (tmp_path / ".lawcheckignore").write_text(f"{pattern}\n" * 4000, encoding="utf-8")
    name = "a" * 240 + ".txt"
    (tmp_path / name).write_text("好。", encoding="utf-8")
    before = perf_counter()
    assert list(find_documents(str(tmp_path))) == [str(tmp_path / name)]
    assert perf_counter() - before < 5


@pytest.mark.parametrize(
    ("pattern", "ignored", "kept"),
    [
        ("*a*b*.txt", ["ab.txt", "xaxbx.txt", "aab.txt"], ["ba.txt", "a.txt"]),
        ("x?*y*.txt", ["xay.txt", "xaayz.txt"], ["xy.txt"]),
        ("d/**/*a*b*.txt", ["d/e/aab.txt", "d/ab.txt"], ["d/e/ba.txt", "ab.txt"]),
        ("\\*a*b*.txt", ["*ab.txt"], ["ab.txt"]),
        ("a**b***.txt", ["ab.txt", "axbx.txt"], ["ba.txt"]),
        ("*[ab]*[!c]*.txt", ["ad.txt"], ["xcd.txt"]),
        ("[xy]*a*b*.txt", ["xab.txt"], ["zab.txt"]),
        ("*aab*aab*.txt", ["aaabaab.txt"], ["aab.txt", "aabab.txt"]),
    ],
)
def test_many_stars_mean_what_they_mean_to_git(tmp_path, pattern, ignored, kept):
    (tmp_path / ".lawcheckignore").write_text(pattern, encoding="utf-8")
    for name in (*ignored, *kept):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("好。", encoding="utf-8")
    assert sorted(find_documents(str(tmp_path))) == sorted(str(tmp_path / name) for name in kept)
