"""What jobs of continuous integration ask for: names, places, colours, time limits."""

import subprocess
from pathlib import Path

import pytest
from command import lawcheck

from lawcheck import pipeline

BAD = "实施方案（20212025年）已经印发。\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text(BAD, encoding="utf-8")
    return tmp_path


def check(*arguments, **options):
    return lawcheck("check", "--select", "NUM002", *arguments, **options)


def test_standard_input_has_the_name_that_it_is_given(folder):
    (folder / "lawcheck.toml").write_text(
        '[[per-path]]\npaths = ["old"]\nseverity = { NUM002 = "info" }\n', encoding="utf-8"
    )
    text = f"`20212025年`\n\n{BAD}".encode()
    (file,) = check("-", "--stdin-filename", "old/a.md", "--output-format", "json", stdin=text).json["files"]
    assert (file["path"], [d["severity"] for d in file["diagnostics"]]) == ("old/a.md", ["info"])
    assert file["diagnostics"][0]["start"]["line"] == 3
    fixed = check("-", "--stdin-filename", "old/a.md", "--fix", stdin=text)
    assert fixed.out == text.decode().replace("（20212025", "（2021—2025")
    assert not (folder / "old").exists()


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_paths_begin_where_the_host_has_the_repository(folder, monkeypatch, variable):
    monkeypatch.chdir(folder / "docs")
    assert check("a.txt", "--output-format", "gitlab").json[0]["location"]["path"] == "a.txt"
    monkeypatch.setenv(variable, str(folder))
    for name in ("gitlab", "github", "sarif", "rdjson", "markdown", "junit"):
        assert "docs/a.txt" in check("a.txt", "--output-format", name).out
    monkeypatch.setenv(variable, str(folder / "elsewhere"))
    assert check("a.txt", "--output-format", "gitlab").json[0]["location"]["path"] == "a.txt"


def test_paths_begin_where_the_call_says(folder, monkeypatch):
    monkeypatch.chdir(folder / "docs")
    refused = check("a.txt", "--relative-to", "repository")
    (folder / ".git").mkdir()
    for root in ("repository", "..", folder):
        found = check("a.txt", "--output-format", "gitlab", "--relative-to", root).json
        assert found[0]["location"]["path"] == "docs/a.txt"
    assert refused.status == check("a.txt", "--relative-to", "nowhere").status == 2


def test_colours(folder, monkeypatch):
    path = "docs/a.txt"
    assert "\x1b[" not in check(path).out
    assert "\x1b[" in check(path, "--color", "always").out
    assert "\x1b[" not in check(path, "--color", "never", terminal=True).out
    assert "\x1b[" in check(path, terminal=True).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in check(path).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in check(path).out
    assert "\x1b[" in check(path, "--color", "always").out
    check(path, "--color", "always", "--output-file", "report.txt")
    assert "\x1b[" not in (folder / "report.txt").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_document_that_takes_too_long_is_given_up(folder):
    (folder / "docs" / "b.txt").write_text("1.清理楼道，" * 600_000, encoding="utf-8")
    result = lawcheck("check", "docs", "--timeout", 5, "--no-cache", "--lang", "en", "--output-format", "json")
    assert result.status == 2
    assert [file["path"] for file in result.json["files"]] == [str(Path("docs", "a.txt"))]
    assert "took longer than 5 s" in result.json["errors"][0]["message"]
    assert check("docs/a.txt", "--timeout", 60).status == 1


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_document_that_takes_too_long_to_fix_is_given_up(folder, monkeypatch, option):
    real = pipeline.fix
    (folder / "docs" / "b.txt").write_text("示例区没有尽头的方案，，\n", encoding="utf-8")

    def fix(source, *arguments):
        while "没有尽头" in source.text:
            pass
        return real(source, *arguments)

    monkeypatch.setattr(pipeline, "fix", fix)
    result = check("docs", "--timeout", 1, "--lang", "en", option)
    assert result.status == 2
    assert f"{Path('docs', 'b.txt')}: took longer than 1 s" in result.err
    assert "1 file" in result.err
    assert "，，" in (folder / "docs" / "b.txt").read_text(encoding="utf-8")


def git(folder, *arguments):
    identity = ("-c", "user.name=甲", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main")
    subprocess.run(["git", "-C", folder, *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def branched(folder):
    """A branch that is behind main, which has mended line 1; the branch has changed line 3."""
    path = folder / "docs" / "a.txt"
    path.write_text(BAD + "\n好。\n", encoding="utf-8")
    git(folder, "init")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "1")
    git(folder, "checkout", "-b", "branch")
    path.write_text(BAD + "\n好（20112015年）。\n", encoding="utf-8")
    git(folder, "commit", "-am", "2")
    git(folder, "checkout", "main")
    path.write_text("实施方案（2021—2025年）已经印发。\n\n好。\n", encoding="utf-8")
    git(folder, "commit", "-am", "3")
    git(folder, "checkout", "branch")
    return folder


def lines(result):
    return [place["start"]["line"] for file in result.json["files"] for d in file["diagnostics"] for place in at(d)]


def at(diagnostic):
    return diagnostic.get("occurrences") or [diagnostic]


def test_changes_are_counted_from_the_common_ancestor(branched):
    def since(*options):
        return check("docs", "--output-format", "json", *options)

    assert lines(since("--since", "main")) == [1, 3]
    for options in (("--since", "main...HEAD"), ("--since", "main..."), ("--since", "main", "--merge-base")):
        assert lines(since(*options)) == [3]
    assert since("--merge-base").status == 2
    git(branched, "checkout", "--orphan", "alone")
    git(branched, "commit", "-m", "4")
    result = since("--since", "main...alone", "--lang", "en")
    assert (result.status, "no common ancestor" in result.err) == (2, True)


def test_what_a_clone_lacks_is_said(branched, tmp_path_factory, monkeypatch):
    git(branched, "config", "uploadpack.allowFilter", "true")
    clones = tmp_path_factory.mktemp("clones")
    for name, how in (("partial", "--filter=blob:none"), ("shallow", "--depth=1")):
        git(clones, "clone", how, "--no-local", f"file://{branched}", name)
    monkeypatch.chdir(clones / "partial")
    (clones / "partial" / "docs" / "new.txt").write_text(BAD, encoding="utf-8")
    assert check("docs/new.txt", "--since", "HEAD~1", "--lang", "en").status == 1
    lacking = check("docs/a.txt", "--since", "HEAD~1", "--lang", "en")
    assert lacking.status == 2
    assert "the clone lacks what docs/a.txt held in" in lacking.err
    monkeypatch.chdir(clones / "shallow")
    shallow = check("docs", "--since", "HEAD~1", "--lang", "en")
    assert (shallow.status, "fetch-depth: 0" in shallow.err) == (2, True)


def test_a_long_revision_is_not_told_in_full(branched):
    assert len(check("docs", "--since", "x" * 5000).err) < 800


def test_a_file_with_other_names_is_not_parted_from_them(folder):
    path = folder / "docs" / "a.txt"
    (folder / "other.txt").hardlink_to(path)
    path.chmod(0o600)
    result = check("docs", "--fix", "--lang", "en")
    assert (result.status, "hard links" in result.err) == (2, True)
    assert path.read_text(encoding="utf-8") == BAD
    (folder / "other.txt").unlink()
    assert check("docs", "--fix").status == 0
    assert path.stat().st_mode & 0o777 == 0o600
