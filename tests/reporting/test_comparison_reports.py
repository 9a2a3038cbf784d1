"""`lawcheck compare`: its reports, exit statuses and errors, over files of any format."""

import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from command import lawcheck
from docx import Document
from revisions import EDITS, OLD_PLAN, revised

from lawcheck import LawcheckError, compare_paths, compare_texts

SCHEMA = Path(__file__).parents[2] / "lawcheck" / "reporting" / "schemas" / "compare.json"
NEW_PLAN = revised(EDITS).text()
UNITS = "一、任务\n1.整理档案，逐卷清点登记。（牵头单位：{}）\n"


@pytest.fixture
def plans(tmp_path):
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD_PLAN, encoding="utf-8")
    new.write_text(NEW_PLAN, encoding="utf-8")
    return old, new


def write(folder, *texts):
    paths = []
    for name, text in zip(("old.txt", "new.txt"), texts, strict=True):
        path = folder / name
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def test_the_text_report_says_what_has_changed_where(plans):
    result = lawcheck("compare", *plans)
    assert (result.status, result.err) == (1, "")
    lines = result.out.splitlines()
    assert lines[0] == f"{plans[0]} → {plans[1]}"
    assert lines[1].startswith("改动 ") and "新增 1，删除 1，移动 1，重新编号 7" in lines[1]
    assert "改名：“区数据管理局”→“区数据局”（2 处）" in lines
    for shown in (
        "单位变动  二、（五）6. 29:1 → 二、（五）6. 29:1",
        "    牵头单位：区市场监管局 → 区商务局",
        "    时限变动：2025年6月底前 → 2025年12月底前",
        "删除  三、（六）8. 37:1 → 无",
        "新增  无 → 二、（四）2. 20:1",
        "移动、重新编号  二、（四）1. 17:1 → 四、（八）13. 54:1",
        "    编制事项目录。梳理全区依申请办理的政务服务事项，逐项明确名…",
    ):
        assert shown in lines, shown
    assert any("[-三成-]{+两成+}" in line for line in lines)
    assert f"{plans[1]}:29:48: 警告 REV002 牵头单位由“区市场监管局”改为“区商务局”，请确认已会签" in lines


def test_passages_of_which_only_the_numbers_have_changed_are_told_together(tmp_path):
    tasks = [f"整理第{n}库房的档案材料并编写目录。（牵头单位：区档案馆）" for n in "甲乙丙丁戊"]
    old = "一、任务\n" + "".join(f"{n}.{task}\n" for n, task in enumerate(tasks, 1))
    new = "一、任务\n" + "".join(f"{n}.{task}\n" for n, task in enumerate(tasks[1:], 1))
    result = lawcheck("compare", *write(tmp_path, old, new))
    assert "重新编号：一、2.—一、5. → 一、1.—一、4.（4 处）" in result.out


def test_the_report_in_english(plans):
    result = lawcheck("compare", *plans, "--lang", "en")
    assert "units changed" in result.out and "lead: 区市场监管局 → 区商务局" in result.out
    assert "改动" not in result.out


def test_nothing_has_changed(plans):
    result = lawcheck("compare", plans[0], plans[0])
    assert (result.status, result.err) == (0, "")
    assert result.out.splitlines()[1] == "两稿文字没有改动"


def test_colours_on_a_terminal(plans, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[31m[-三成-]\x1b[0m" in lawcheck("compare", *plans, terminal=True).out
    assert "\x1b" not in lawcheck("compare", *plans).out


def test_findings_that_are_new_gone_and_still_there(tmp_path):
    old = "示例区工作方案\n一、任务\n整理档案,编写目录。\n二、保障\n到20242026年完成。\n三、要求\n加强领导,落实责任。\n"
    new = old.replace("整理档案,", "整理档案，").replace("落实责任", "按期完成").replace("到2024", "到2024—", 1)
    new = new.replace("编写目录。", "编写目录。。")
    codes = ("--select", "PUN001,PUN012,NUM002")
    result = lawcheck("compare", *write(tmp_path, old, new), "--output-format", "json", *codes)
    assert result.status == 1
    found = result.json["files"][0]["findings"]
    assert [f["code"] for f in found["new"]] == ["PUN012"]
    assert [f["code"] for f in found["gone"]] == ["NUM002"]
    assert [f["code"] for f in found["still"]] == ["PUN001"]
    text = lawcheck("compare", tmp_path / "old.txt", tmp_path / "new.txt", *codes).out
    for line in ("新增的问题 1 个", "消除的问题 1 个", "仍有的问题 1 个"):
        assert line in text


def test_a_finding_beside_which_words_have_changed_is_still_there(tmp_path):
    old = "一、任务\n1.整理馆藏的档案,编写目录并装盒上架。\n2.开放窗口,提供服务。\n"
    new = "一、任务\n1.开放窗口,提供服务。\n2.清点馆藏的档案,编写目录并装盒上架。\n"
    result = lawcheck("compare", *write(tmp_path, old, new), "--select", "PUN001")
    assert result.status == 0
    assert "新增的问题" not in result.out and "消除的问题" not in result.out


def test_exit_status_after_severity(tmp_path):
    paths = write(tmp_path, UNITS.format("区档案馆"), UNITS.format("区司法局"))
    for options, status in (
        ((), 1),
        (("--fail-on", "error"), 0),
        (("--ignore", "REV002"), 0),
        (("--select", "PUN"), 0),
    ):
        assert lawcheck("compare", *paths, *options).status == status
    (tmp_path / "lawcheck.toml").write_text('severity = { REV002 = "info" }\n', encoding="utf-8")
    assert lawcheck("compare", *paths).status == 0
    assert lawcheck("compare", *paths, "--fail-on", "info").status == 1
    assert lawcheck("compare", *paths, "--isolated").status == 1


def test_json_after_its_schema(plans):
    result = lawcheck("compare", *plans, "--output-format", "json")
    report = result.json
    jsonschema.validate(report, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert report["schema"] == "lawcheck-compare/1"
    (file,) = report["files"]
    texts = {"old": OLD_PLAN, "new": NEW_PLAN}
    for change in file["changes"]:
        for side, text in texts.items():
            if change[side]:
                assert text[change[side]["offset"] : change[side]["end_offset"]] == change[side]["text"]
            for difference in change["differences"]:
                words = difference[side]
                assert text[words["offset"] : words["end_offset"]] == words["text"]
    (units,) = [c["units"] for c in file["changes"] if c["units"] and c["new"]["marker"] == "6."]
    assert units == [{"role": "lead", "removed": ["区市场监管局"], "added": ["区商务局"]}]


class Page(HTMLParser):
    """Collects the elements and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)


def test_the_page_is_one_file_with_both_sides(plans, tmp_path):
    target = tmp_path / "report.html"
    result = lawcheck("compare", *plans, "-o", target)
    assert (result.status, result.out) == (1, "")
    text = target.read_text(encoding="utf-8")
    page = Page()
    page.feed(text)
    tags = [tag for tag, _ in page.elements]
    assert not {"script", "link", "img", "iframe"} & set(tags)
    assert not re.search(r"https?:|@import|url\(", text)
    assert not any(name.startswith("on") or name == "style" for _, attributes in page.elements for name in attributes)
    policy = next(a["content"] for tag, a in page.elements if tag == "meta" and "http-equiv" in a)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    words = "".join(page.words)
    assert "<del>三成</del>" in text and "<ins>两成</ins>" in text
    assert "牵头单位：区市场监管局 → 区商务局" in words and "REV002" in words
    # Every passage of both revisions is there, changed or not.
    for line in (*OLD_PLAN.split("\n"), *NEW_PLAN.split("\n")):
        assert re.sub(r"^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)", "", line.strip()) in words
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    referred = [a["aria-labelledby"] for _, a in page.elements if "aria-labelledby" in a]
    assert referred and set(referred) <= set(ids)


def test_the_page_shows_markup_as_text(tmp_path):
    old = "一、任务\n1.整理<script>alert(1)</script>档案 & 目录。\n"
    new = old.replace("alert(1)", "alert(2)") + "2.<img src=x onerror=alert(3)>\x07\n"
    text = lawcheck("compare", *write(tmp_path, old, new), "--output-format", "html").out
    assert "<script" not in text and "<img" not in text and "\x07" not in text
    assert html.escape("<script>") in text


def test_the_page_of_equal_texts(plans):
    text = lawcheck("compare", plans[0], plans[0], "--output-format", "html", "--lang", "en").out
    assert "The text has not changed" in text and 'lang="en"' in text and "<article" not in text


def test_control_characters_do_not_reach_the_terminal(tmp_path):
    paths = write(tmp_path, "一、任务\n1.整理档案。\n", "一、任务\n1.整理\x1b[31m档案\x07并且编写目录。\n")
    assert "\x1b" not in lawcheck("compare", *paths).out


def word_file(path, text):
    document = Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    document.save(path)
    return path


@pytest.mark.slow
def test_word_files_compare_by_their_text(tmp_path, plans):
    word = word_file(tmp_path / "plan.docx", OLD_PLAN)
    same = lawcheck("compare", plans[0], word)
    assert "两稿文字没有改动" in same.out
    changed = lawcheck("compare", word, plans[1], "--output-format", "json").json["files"][0]
    expected = lawcheck("compare", *plans, "--output-format", "json").json["files"][0]
    assert changed["summary"] == expected["summary"]
    assert [f["message"] for f in changed["findings"]["revision"]] == [
        f["message"] for f in expected["findings"]["revision"]
    ]


def test_tasks_in_the_rows_of_a_table(tmp_path):
    def table(path, rows):
        document = Document()
        document.add_paragraph("示例区档案工作任务分工表")
        made = document.add_table(rows=0, cols=3)
        for row in (("任务", "牵头单位", "完成时限"), *rows):
            for cell, text in zip(made.add_row().cells, row, strict=True):
                cell.text = text
        document.add_paragraph("以上任务由区政府办公室督办。")
        document.save(path)
        return path

    rows = [
        ("整理馆藏档案，编写目录", "区档案馆", "2024年6月底前"),
        ("开放查阅窗口，提供邮寄服务", "区档案馆", "2024年9月底前"),
        ("培训档案人员，组织业务考核", "区司法局", "2024年12月底前"),
    ]
    old = table(tmp_path / "old.docx", rows)
    new = table(tmp_path / "new.docx", [rows[0], (rows[1][0], "区民政局", rows[1][2])])
    file = lawcheck("compare", old, new, "--output-format", "json").json["files"][0]
    assert file["summary"] == {"removed": 1, "units": 1}
    assert sorted(f["code"] for f in file["findings"]["revision"]) == ["REV001", "REV002"]


def test_what_cannot_be_read_is_told_for_both(tmp_path):
    result = lawcheck("compare", tmp_path / "no.txt", tmp_path / "none.txt", "--output-format", "json")
    assert result.status == 2
    assert result.err.count("\n") == 2 and "no.txt" in result.err and "none.txt" in result.err
    assert len(result.json["errors"]) == 2 and result.json["files"] == []
    assert lawcheck("compare", tmp_path / "no.txt", tmp_path / "none.txt").out == ""


def test_one_revision_from_standard_input(plans):
    result = lawcheck("compare", "-", plans[1], stdin=OLD_PLAN.encode())
    assert result.out.splitlines()[0] == f"- → {plans[1]}"
    refused = lawcheck("compare", "-", "-", stdin=b"")
    assert (refused.status, refused.out) == (2, "") and "标准输入" in refused.err


def test_wrong_calls_are_refused(plans, tmp_path):
    assert lawcheck("compare", *plans, "--select", "ZZZ").status == 2
    assert lawcheck("compare", *plans, "--output-format", "pdf").status == 2
    assert lawcheck("compare", plans[0]).status == 2
    assert lawcheck("compare", tmp_path, plans[1]).status == 2
    assert lawcheck("compare", *plans, "-o", tmp_path / "no" / "report.txt").status == 2
    assert ".html" in lawcheck("compare", *plans, "-o", tmp_path / "report.pdf").err


def test_no_document_is_overwritten(plans, tmp_path):
    for path in plans:
        refused = lawcheck("compare", *plans, "-o", path)
        assert (refused.status, refused.out) == (2, "") and "是要读的文件" in refused.err
    assert [path.read_text(encoding="utf-8") for path in plans] == [OLD_PLAN, NEW_PLAN]
    written = tmp_path / "report.json"
    lawcheck("compare", *plans, "-o", written)
    assert json.loads(written.read_text(encoding="utf-8"))["schema"] == "lawcheck-compare/1"
    lawcheck("compare", *plans, "-o", written, "--output-format", "text")
    assert written.read_text(encoding="utf-8").splitlines()[1].startswith("改动 ")


def test_comments_hide_findings_on_the_revision_and_are_never_useless(tmp_path):
    new = UNITS.format("区司法局").replace("1.", "# lawcheck: ignore REV002\n1.")
    paths = write(tmp_path, UNITS.format("区档案馆"), new)
    assert "REV002" not in lawcheck("compare", *paths).out
    assert "SUP001" not in lawcheck("check", paths[1]).out
    useless = write(
        tmp_path, UNITS.format("区档案馆"), UNITS.format("区档案馆").replace("1.", "# lawcheck: ignore\n1.")
    )
    assert "SUP001" in lawcheck("check", useless[1]).out


@pytest.mark.slow
def test_rules_that_compare_say_nothing_of_one_document_but_are_in_the_catalogue(plans):
    assert "REV" not in lawcheck("check", plans[1], "--select", "ALL").out
    for code in range(1, 9):
        assert f"REV00{code}" in lawcheck("rules").out
    explained = lawcheck("explain", "REV005").out
    assert "修订之前" in explained and "modality-weakened" in explained


def test_the_old_revision_counts_as_the_same_kind_of_document(tmp_path):
    report = compare_texts("第一条　甲。\n第二条　乙。\n", "第一条　甲。\n第二条　丙丁。\n", kind="statute")
    assert {file.old.kind for file in report.files} == {file.new.kind for file in report.files} == {"statute"}


def test_a_rule_that_fails_is_told_and_costs_no_other(plans, monkeypatch):
    from lawcheck.comparing.rev import revisions

    def fail(comparison):
        raise ValueError("no")

    monkeypatch.setattr(revisions, "unit_changed", fail)
    result = lawcheck("compare", *plans)
    assert result.status == 2
    assert "REV002" in result.err and result.err.count("\n") == 1
    assert "REV003" in result.out


def test_a_missing_library_is_named_with_its_extra(plans, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "lawcheck.reporting.page", raising=False)
    monkeypatch.delitem(sys.modules, "lawcheck.reporting.comparison.compare_html", raising=False)
    result = lawcheck("compare", *plans, "--output-format", "html")
    assert (result.status, result.out) == (2, "")
    assert result.err == "lawcheck: 缺少 jinja2，请安装：pip install 'lawcheck[web]'\n"


def test_the_python_functions(plans):
    by_path, by_text = compare_paths(*plans), compare_texts(OLD_PLAN, NEW_PLAN)
    assert len(by_path.changes) == len(by_text.changes) > 10
    assert by_path.files[0].new.path == str(plans[1])
    assert by_text.files[0].old.path == "-"
    english = compare_paths(*plans, lang="en", select=["REV002"])
    assert "leads instead of" in english.files[0].findings.revision[0].message
    with pytest.raises(LawcheckError):
        compare_paths(plans[0], plans[1].with_name("none.txt"))
    with pytest.raises(LawcheckError):
        compare_texts("", "", lang="de")
