"""`check --since`: findings on what a Git revision has changed, and on nothing else."""

import subprocess

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.running.since import history
from lawcheck.running.since.regions import Regions
from lawcheck.running.since.spans import changed_spans
from tests.command import lawcheck

PLAN = """示例区优化服务工作方案

一、总体要求
按照20212025年工作安排推进。
二、主要任务
（一）规范管理。开展巡查,建立台账。（牵头单位：区司法局）
（二）简化流程。压缩20222024年时限。（牵头单位：区财政局）
（三）公开信息。及时公布,接受监督。（牵头单位：区民政局）
"""


def git(folder, *arguments):
    settings = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    repository = tmp_path / "仓库"
    repository.mkdir()
    monkeypatch.chdir(repository)
    git(repository, "init", "-q")
    (repository / "方案.txt").write_text(PLAN, encoding="utf-8")
    commit(repository)
    return repository


def commit(folder):
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")


def edit(folder, old, new, name="方案.txt"):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def check(*arguments, since="HEAD"):
    return lawcheck("check", "--isolated", "--output-format", "json", f"--since={since}", *arguments)


def found(result):
    return [(d["code"], d["start"]["line"]) for file in result.json["files"] for d in file["diagnostics"]]


def test_without_a_change_there_is_nothing(folder):
    result = check(".")
    assert (result.status, found(result), result.err) == (0, [], "")
    edit(folder, "一、总体要求\n", "一、总体要求\n\n")
    assert found(check(".")) == []


def test_findings_on_changed_lines(folder):
    edit(folder, "压缩20222024年时限", "压缩20222024年办理时限")
    assert found(check(".")) == [("NUM002", 7)]


def test_of_a_gathered_finding_the_places_on_changed_lines(folder):
    edit(folder, "及时公布,接受监督", "及时公布,接受群众监督")
    assert found(check(".")) == [("PUN001", 8)]


def test_a_missing_ordinal_where_an_item_was_taken_out(folder):
    edit(folder, "（二）简化流程。压缩20222024年时限。（牵头单位：区财政局）\n", "")
    assert ("STR002", 7) in found(check("."))
    assert ("NUM002", 4) not in found(check("."))


def test_a_task_that_has_lost_its_units(folder):
    names = ("规范管理", "简化流程", "公开信息", "加强培训", "强化保障")
    tasks = [
        f"（{n}）{name}。分期组织，全员参加。\n（牵头单位：区{name}局）"
        for n, name in zip("一二三四五", names, strict=True)
    ]
    (folder / "方案.txt").write_text("\n".join(["示例区工作方案", "一、主要任务", *tasks, ""]), encoding="utf-8")
    commit(folder)
    edit(folder, "\n（牵头单位：区简化流程局）", "")
    assert found(check(".")) == [("RSP001", 5)]


def test_in_a_text_without_line_breaks_the_changed_tasks(folder):
    (folder / "方案.txt").write_text(PLAN.replace("\n", ""), encoding="utf-8")
    commit(folder)
    edit(folder, "压缩20222024年时限", "压缩20222024年办理时限")
    (number,) = [d for f in check(".").json["files"] for d in f["diagnostics"] if d["code"] == "NUM002"]
    assert number["message"].endswith("“2022—2024”")


def test_a_finding_whose_other_place_has_changed(folder):
    repeated = "坚持统筹推进，分步实施，持续改善公共服务质量，切实增强群众获得感。"
    text = f"示例区工作方案\n一、总体要求\n另行规定。\n二、主要任务\n{repeated}\n"
    (folder / "方案.txt").write_text(text, encoding="utf-8")
    commit(folder)
    edit(folder, "另行规定。", repeated)
    whole = lawcheck("check", "--isolated", "--output-format", "json", ".").json["files"][0]["diagnostics"]
    related = [d for d in whole if d["related"]]
    assert related
    assert {d["code"] for d in related} <= {code for code, _ in found(check("."))}


def test_new_files_and_revisions(folder):
    edit(folder, "及时公布,接受监督", "及时公布,接受群众监督")
    commit(folder)
    (folder / "新.txt").write_text(PLAN, encoding="utf-8")
    assert len(found(check("新.txt"))) == 3
    assert found(check("方案.txt")) == []
    assert found(check("方案.txt", since="HEAD~1")) == [("PUN001", 8)]
    assert found(check("方案.txt", since=git(folder, "rev-parse", "HEAD~1"))) == [("PUN001", 8)]


def test_what_was_no_document_before_is_new(folder):
    (folder / "甲.txt").write_bytes(b"%PDF-1.7")
    (folder / "乙.txt").mkdir()
    (folder / "乙.txt" / "a.txt").write_text(PLAN, encoding="utf-8")
    commit(folder)
    (folder / "甲.txt").write_text(PLAN, encoding="utf-8")
    assert len(found(check("甲.txt"))) == 3
    (folder / "乙.txt" / "a.txt").unlink()
    (folder / "乙.txt").rmdir()
    (folder / "乙.txt").write_text(PLAN, encoding="utf-8")
    assert len(found(check("乙.txt"))) == 3


def test_names_with_line_ends_and_old_versions_that_are_too_large(folder, monkeypatch):
    (folder / "一\n二.txt").write_text(PLAN, encoding="utf-8")
    (folder / "大.txt").write_text("长" * 2000, encoding="utf-8")
    commit(folder)
    assert len(found(check("一\n二.txt"))) == 3
    (folder / "大.txt").write_text(PLAN, encoding="utf-8")
    monkeypatch.setattr(history, "MAX_BYTES", 1000)
    assert len(found(check("大.txt", "方案.txt"))) == 3


def test_word_files_are_compared_by_their_text(folder):
    def write(*texts):
        document = Document()
        for text in texts:
            document.add_paragraph(text)
        document.save(folder / "方案.docx")

    lines = PLAN.splitlines()
    write(*lines)
    commit(folder)
    assert found(check("方案.docx")) == []
    write(*lines[:-2], "（二）简化流程。压缩20222024年办理时限。（牵头单位：区财政局）", lines[-1])
    for _ in range(2):  # the second time from the cache
        assert [code for code, _ in found(check("方案.docx"))] == ["NUM002"]


def test_a_folder_below_the_root_and_a_link(folder, monkeypatch):
    (folder / "下级").mkdir()
    (folder / "下级" / "方案.txt").write_text(PLAN, encoding="utf-8")
    commit(folder)
    edit(folder, "压缩20222024年时限", "压缩20222024年办理时限", "下级/方案.txt")
    monkeypatch.chdir(folder / "下级")
    assert found(check(".")) == [("NUM002", 7)]
    (folder / "链.txt").symlink_to(folder / "下级" / "方案.txt")
    assert found(check("../链.txt")) == [("NUM002", 7)]


def told(result, words):
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert words in result.err


def test_what_cannot_be_compared_is_told_in_one_line(folder, tmp_path, monkeypatch):
    told(check(".", since="nix"), "没有版本 nix")
    told(check(".", since="HEAD:方案.txt"), "没有版本")
    told(check(".", since="--output=x"), "不是 Git 的版本")
    told(check(".", since=""), "不是 Git 的版本")
    told(lawcheck("check", "--since", "HEAD", "-", stdin=PLAN.encode()), "标准输入")
    told(lawcheck("check", "--since", "HEAD", "--fix", "."), "--since")
    (tmp_path / "外.txt").write_text(PLAN, encoding="utf-8")
    told(check(tmp_path / "外.txt"), "不在 Git 仓库中")
    monkeypatch.setenv("PATH", str(tmp_path))
    told(check("."), "没有找到 git")


def test_a_damaged_repository_is_told(folder):
    (folder / ".git" / "config").write_text("[core", encoding="utf-8")
    told(check("."), "没有版本 HEAD，或者仓库已损坏")


def test_a_partial_clone_says_how_it_is_completed(folder, tmp_path, monkeypatch):
    edit(folder, "。", "，，", name="方案.txt")
    commit(folder)
    for key in ("uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"):
        git(folder, "config", key, "true")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--no-local", "--filter=blob:none", folder.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    told(done := check(".", since="HEAD~1"), "仓库不完整，缺少 方案.txt")
    _, _, said = done.err.partition("如 git ")
    git(clone, *said.split())
    assert check(".", since="HEAD~1").status == 1


def test_the_repository_of_a_hook_is_not_taken_for_that_of_the_document(folder, monkeypatch):
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert check(".").status == 0


def test_nothing_that_a_repository_configures_is_run(folder, tmp_path):
    """Programs that Git calls for differences, conversions, pagers, hooks and missing objects."""
    marker = tmp_path / "run"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {marker}\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    (folder / ".gitattributes").write_text("*.txt diff=evil filter=evil merge=evil\n", encoding="utf-8")
    commit(folder)
    # An object that is missing would be fetched from a "promisor".
    edit(folder, "压缩20222024年时限", "压缩20222024年办理时限")
    blob = git(folder, "rev-parse", "HEAD:方案.txt")
    (folder / "另.txt").write_text("另一\n", encoding="utf-8")
    commit(folder)
    (folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for key in (
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "core.sshCommand",
        "core.gitProxy",
        "core.askPass",
        "diff.external",
        "diff.evil.textconv",
        "diff.evil.command",
        "filter.evil.smudge",
        "filter.evil.clean",
        "filter.evil.process",
        "merge.evil.driver",
        "pager.cat-file",
        "pager.rev-parse",
        "alias.cat-file",
        "gpg.program",
        "uploadpack.packObjectsHook",
        "remote.origin.uploadpack",
        "credential.helper",
    ):
        git(folder, "config", key, str(program))
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman"):
        (hooks / name).symlink_to(program)
    git(folder, "config", "core.hooksPath", str(hooks))
    for key, value in (
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("protocol.allow", "always"),
        ("protocol.ext.allow", "always"),
    ):
        git(folder, "config", key, value)
    marker.unlink(missing_ok=True)
    for url in (f"ext::{program}", f"file://{folder}", f"ssh://example.org/{folder}"):
        subprocess.run(["git", "config", "remote.origin.url", url], cwd=folder, check=True)
        check(".", since="HEAD~1")
        check(".", since="HEAD")
        assert not marker.exists()


texts = st.text(alphabet="一二，。\n\r1 ", max_size=60)


@given(texts, texts)
def test_what_stands_between_the_changes_is_in_the_old_text(old, new):
    spans = changed_spans(old, new)
    kept = []
    at = 0
    for start, end in spans:
        assert at <= start <= end <= len(new)
        kept.append(new[at:start])
        at = end
    kept.append(new[at:])
    rest = iter(old)
    assert all(character in rest for piece in kept for character in piece)
    assert (spans == []) == (old == new)


def test_what_takes_too_long_to_compare_has_changed_as_a_whole(monkeypatch):
    monkeypatch.setattr("lawcheck.running.since.spans._MOST", 3)
    assert changed_spans("甲\n乙丙\n丁\n", "甲\n丙乙\n丁\n") == [(2, 4)]


spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: (min(pair), max(pair)))


@given(st.lists(spans, max_size=8), spans)
def test_regions_are_those_that_share_a_character_or_an_edge_with_an_empty_one(regions, span):
    def touches(one, other):
        empty = one[0] == one[1] or other[0] == other[1]
        shared = min(one[1], other[1]) - max(one[0], other[0])
        return shared > 0 or (empty and shared == 0)

    assert Regions(regions).touching(span) == sorted({region for region in regions if touches(region, span)})
