"""`lawcheck baseline` accepts the present findings; `check --baseline` reports the new ones."""

import json
import os
from dataclasses import replace

import pytest
from checking import issue

from lawcheck import pipeline
from lawcheck.errors import Words
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.findings import IssuePlace
from lawcheck.rulebook.registry import all_rules, find_rule
from lawcheck.rulebook.worded import worded
from lawcheck.running.baseline import Baseline
from lawcheck.text.edits import Edit
from lawcheck.text.source import Source
from tests.command import lawcheck

PLAN = """示例区优化服务工作方案

一、总体要求
按照20212025年工作安排推进。
二、主要任务
（一）规范管理。开展巡查,按照统一的标准逐项建立台账并且及时更新,公开结果。（牵头单位：区司法局）
（二）简化流程。压缩时限。（牵头单位：区财政局）
"""
FILE = ".lawcheck-baseline.json"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "方案.txt").write_text(PLAN, encoding="utf-8")
    return tmp_path


def accept(*arguments):
    return lawcheck("baseline", "--isolated", *arguments)


def check(*arguments):
    return lawcheck("check", "--isolated", "--output-format", "json", "--baseline", FILE, *arguments)


def found(result):
    return [(d["code"], d["start"]["line"]) for file in result.json["files"] for d in file["diagnostics"]]


def edit(folder, old, new):
    path = folder / "方案.txt"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_there_is_is_accepted(folder):
    result = accept(".")
    assert (result.status, result.out, result.err) == (0, f"{FILE}：接受了 3 处问题\n", "")
    result = check(".")
    assert (result.status, found(result), result.err) == (0, [], "")


def test_edits_elsewhere_change_nothing(folder):
    accept(".")
    edit(folder, "一、总体要求\n", "一、总体要求\n本方案自印发之日起施行。\n坚持先易后难。\n")
    assert found(check(".")) == []


def test_what_is_new_is_reported(folder):
    accept(".")
    edit(folder, "压缩时限。", "压缩20222024年时限。")
    result = check(".")
    assert (result.status, found(result), result.err) == (1, [("NUM002", 7)], "")


def test_of_a_gathered_finding_the_new_places_are_reported(folder):
    accept(".")
    edit(folder, "简化流程。压缩时限。", "简化流程,压缩时限,统一标准。")
    (diagnostic,) = check(".").json["files"][0]["diagnostics"]
    assert [place["start"]["line"] for place in diagnostic["occurrences"]] == [7, 7]
    assert diagnostic["message"].endswith("共 2 处")
    assert len(diagnostic["fix"]["edits"]) == 2
    edit(folder, "压缩时限,统一标准。", "压缩时限。")
    (diagnostic,) = check(".").json["files"][0]["diagnostics"]
    assert "occurrences" not in diagnostic
    assert (diagnostic["start"]["line"], diagnostic["message"][-5:]) == (7, "应为“，”")


def test_what_is_gone_is_said(folder):
    accept(".")
    edit(folder, "20212025年", "2021—2025年")
    edit(folder, "巡查,按照", "巡查，按照")
    result = check(".")
    assert found(result) == []
    assert result.err == f"lawcheck: 基线 {FILE} 中有 2 处问题已经没有，用 lawcheck baseline 重新生成即可去掉\n"
    assert "2 place(s) of the baseline" in check("--lang", "en", ".").err
    accept(".")
    assert check(".").err == ""
    # Rules that did not run have not lost anything.
    edit(folder, "更新,公开", "更新，公开")
    assert check("--select", "NUM", ".").err == ""
    assert "1 处" in check("--select", "PUN", ".").err


def test_documents_that_are_gone_are_said_and_others_are_not(folder):
    (folder / "另.txt").write_text(PLAN, encoding="utf-8")
    accept(".")
    assert check("方案.txt").err == ""
    (folder / "另.txt").unlink()
    assert "3 处" in check("方案.txt").err


def test_paths_are_those_from_the_file(folder, monkeypatch):
    (folder / "下级").mkdir()
    (folder / "方案.txt").rename(folder / "下级" / "方案.txt")
    accept("下级", "-o", FILE)
    monkeypatch.chdir(folder / "下级")
    result = lawcheck("check", "--isolated", "--baseline", f"../{FILE}", "方案.txt")
    assert (result.status, result.err) == (0, "")
    values = json.loads((folder / FILE).read_text(encoding="utf-8"))
    assert list(values["files"]) == ["下级/方案.txt"]


def test_standard_input_has_its_own_name(folder):
    assert lawcheck("baseline", "-", stdin=PLAN.encode()).status == 0
    assert lawcheck("check", "--isolated", "--baseline", FILE, "-", stdin=PLAN.encode()).status == 0


def test_the_file_is_sorted_and_has_one_name_on_a_line(folder):
    (folder / "甲.txt").write_text(PLAN, encoding="utf-8")
    accept("甲.txt", "方案.txt")
    text = (folder / FILE).read_text(encoding="utf-8")
    accept("方案.txt", "甲.txt")
    assert (folder / FILE).read_text(encoding="utf-8") == text
    values = json.loads(text)
    assert values["schema"] == "lawcheck-baseline/1"
    assert list(values["files"]) == sorted(values["files"])
    names = [name for codes in values["files"].values() for own in codes.values() for name in own]
    assert all(f'    "{name}"' in text.replace(",", "").splitlines() for name in names)


def test_documents_without_findings_do_not_stand_in_it(folder):
    (folder / "方案.txt").write_text("示例区工作要点\n", encoding="utf-8")
    assert "接受了 0 处" in accept(".").out
    assert json.loads((folder / FILE).read_text(encoding="utf-8"))["files"] == {}


def test_selected_rules_only(folder):
    accept("--select", "NUM002", ".")
    assert [code for code, _ in found(check(".")) if code == "NUM002"] == []
    assert "PUN001" in {code for code, _ in found(check("."))}


def test_failures_are_no_findings(folder, monkeypatch):
    (folder / "坏.txt").write_bytes(b"%PDF-1.7")
    monkeypatch.setattr("lawcheck.checks.engine.check_of", lambda rule: lambda document: 1 / 0)
    result = accept("--jobs", 1, ".")
    assert result.status == 2
    assert "坏.txt" in result.err
    assert json.loads((folder / FILE).read_text(encoding="utf-8"))["files"] == {}
    assert {code for code, _ in found(check("--jobs", 1, "方案.txt"))} == {"LAW000"}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, "文件不存在"),
        (b"{", "不是正确的 JSON"),
        (b"\xff\xfe", "不是正确的 JSON"),
        (b"[" * 100_000, "不是正确的 JSON"),
        (b"[]", "schema 应为"),
        (b'{"schema": "lawcheck-check/1"}', "schema 应为"),
        (b'{"schema": "lawcheck-baseline/1"}', "已损坏"),
        (b'{"schema": "lawcheck-baseline/1", "files": {"a": []}}', "已损坏"),
        (b'{"schema": "lawcheck-baseline/1", "files": {"a": {"PUN001": "b"}}}', "已损坏"),
        (b'{"schema": "lawcheck-baseline/1", "files": {"a": {"PUN001": [1]}}}', "已损坏"),
    ],
)
def test_what_is_no_baseline_is_told_in_one_line(folder, content, complaint):
    if content is not None:
        (folder / FILE).write_bytes(content)
    result = lawcheck("check", "--isolated", "--baseline", FILE, ".")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"lawcheck: {FILE}：")
    assert complaint in result.err
    assert result.err.count("\n") == 1


def test_only_a_baseline_is_overwritten(folder):
    before = (folder / "方案.txt").read_bytes()
    result = accept(".", "-o", "方案.txt")
    assert (result.status, result.err.count("\n")) == (2, 1)
    assert (folder / "方案.txt").read_bytes() == before


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_it_does_not_go_with_fixes(folder, option):
    accept(".")
    result = lawcheck("check", option, "--baseline", FILE, ".")
    assert (result.status, result.out) == (2, "")
    assert "--baseline" in result.err


def test_on_another_drive_paths_are_whole(tmp_path, monkeypatch):
    def refuse(path, start):
        raise ValueError("path is on another mount")

    monkeypatch.setattr(os.path, "relpath", refuse)
    assert Baseline(tmp_path)._key(str(tmp_path / "a.txt")) == (tmp_path / "a.txt").as_posix()


def test_an_issue_is_cut_down_to_some_of_its_places():
    places = [IssuePlace(at, at + 1, (Edit(at, at + 1, ""),)) for at in (1, 4, 10)]
    found = issue(1, 2, places=places, more=5)
    assert found.count == 8
    left = found.only({0, 2})
    assert (left.spans, left.count) == (((1, 2), (10, 11)), 2)
    assert [edit.start for edit in left.edits] == [1, 10]
    assert found.only(set()) is None
    assert found.only({0, 1, 2}) is found


def test_digits_of_names_stay_when_places_are_cut():
    """A message is made of the places that are left; nothing in it is taken for their number."""
    rule = replace(
        find_rule("PUN001"),
        severities={},
        messages={"default": Words("{half}：样式 正文文本 2", "{half}: style Body Text 2, {count}")},
    )
    (found,) = pipeline.check(Source("甲,乙,丙"), Options((rule,))).diagnostics
    assert found.count == 2
    left = found.only({1})
    assert worded(left, rule.words, "zh").message == ",：样式 正文文本 2"
    assert worded(left, rule.words, "en").message == ",: style Body Text 2, 1"


def counting():
    return [r for r in all_rules() if all("{count}" in words.zh for words in r.messages.values())]


@pytest.mark.parametrize("rule", counting(), ids=lambda rule: rule.code)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_count_follows_in_every_message_that_has_one(rule, language):
    for example in rule.examples:
        text = (example.bad or "").replace("⟦", "").replace("⟧", "")
        # Twice the text has twice the places.
        for found in pipeline.check(Source(f"{text}\n{text}"), Options((rule,), example.kind)).diagnostics:
            if len(found.spans) > 1:
                before, one = (worded(each, rule.words, language).message for each in (found, found.only({0})))
                assert one != before
                assert "1" in one


@pytest.mark.slow
def test_a_configuration_names_the_baseline(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.txt").write_text("实施方案（20212025年）已经印发。\n", encoding="utf-8")
    (docs / "lawcheck.toml").write_text('select = ["NUM002"]\nbaseline = "accepted.json"\n', encoding="utf-8")
    missing = lawcheck("check", "docs")
    assert (missing.status, "accepted.json" in missing.err) == (2, True)
    monkeypatch.chdir(docs)
    assert lawcheck("baseline", ".").status == 0
    assert (docs / "accepted.json").exists()
    monkeypatch.chdir(tmp_path)
    assert lawcheck("check", "docs").status == 0
    assert lawcheck("check", "docs", "--isolated", "--select", "NUM002").status == 1
    assert "accepted.json" in lawcheck("config", "docs/a.txt").out
    assert lawcheck("check", "docs", "--fix").status == 0
    assert "2021—2025" in (docs / "a.txt").read_text(encoding="utf-8")
    assert "1" in lawcheck("check", "docs").err
