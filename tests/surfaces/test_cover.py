"""`lawcheck cover`: its reports, exit statuses and errors, over files of any format."""

import html
import json
from io import BytesIO
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from command import lawcheck
from docx import Document

from lawcheck import LawcheckError, cover_paths

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "lawcheck" / "reporting" / "schemas" / "cover.json"
SUPERIOR, OWN = ROOT / "examples" / "plan-superior.txt", ROOT / "examples" / "plan.txt"


def test_the_text_report_says_what_becomes_of_each_measure():
    result = lawcheck("cover", SUPERIOR, OWN)
    assert (result.status, result.err) == (1, "")
    lines = result.out.splitlines()
    assert lines[0] == f"{SUPERIOR} → {OWN}"
    assert lines[1] == "上级任务 7 项：全部承接 4，部分承接 2，未承接 1；本文件独有 12 项"
    for shown in (
        "    时限：2024年3月底前 → 2024年6月底前（低于上级）",
        "    缺：收费标准",
        "    指标：五成 → 三成（低于上级）",
        "本文件独有",
    ):
        assert shown in lines, shown
    assert any(line.startswith("未承接  二、（三）5. 23:3  改造服务热线") for line in lines)


def test_a_document_takes_up_all_of_itself():
    result = lawcheck("cover", OWN, OWN, "--lang", "en")
    assert result.status == 0
    assert "0 partly, 0 not; 0 of the own only" in result.out


def test_json_holds_places_of_the_source():
    result = lawcheck("cover", SUPERIOR, OWN, "--output-format", "json")
    jsonschema.validate(result.json, json.loads(SCHEMA.read_text(encoding="utf-8")))
    texts = {"S": SUPERIOR.read_text(encoding="utf-8"), "O": OWN.read_text(encoding="utf-8")}
    for measure in (*result.json["superior"], *result.json["own"]):
        words = texts[measure["id"][0]][measure["offset"] : measure["end_offset"]]
        assert " ".join(words.split()) == measure["text"]
    tasks = [measure["id"] for measure in result.json["superior"] if measure["task"]]
    assert [link["superior"] for link in result.json["links"]] == tasks
    changed = [change for link in result.json["links"] for change in link["changed"]]
    assert {"what": "figure", "from": "五成", "to": "三成", "weaker": True} in changed


def test_the_page_shows_both_sides(tmp_path):
    assert lawcheck("cover", SUPERIOR, OWN, "-o", tmp_path / "page.html").status == 1
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in html.unescape(page)
    assert "改造服务热线" in page and "未承接" in page and "时限：2024年3月底前 → 2024年6月底前（低于上级）" in page
    assert page.count("<article") == 7 + 12


def test_the_table_is_a_workbook(tmp_path):
    assert lawcheck("cover", SUPERIOR, OWN, "-o", tmp_path / "对照表.xlsx").status == 1
    book = openpyxl.load_workbook(BytesIO((tmp_path / "对照表.xlsx").read_bytes()))
    assert book.sheetnames == ["对照表", "本文件独有"]
    rows = list(book["对照表"].values)
    assert rows[0][:4] == ("序号", "上级条目", "上级要求", "承接程度")
    assert [row[3] for row in rows[1:]].count("未承接") == 1
    assert len(list(book["本文件独有"].values)) == 1 + 12


def test_several_superiors_and_formats(tmp_path):
    word = Document()
    for line in SUPERIOR.read_text(encoding="utf-8").splitlines():
        word.add_paragraph(line)
    word.save(tmp_path / "superior.docx")
    result = lawcheck("cover", tmp_path / "superior.docx", SUPERIOR, OWN, "--output-format", "json")
    paths = [measure["path"] for measure in result.json["superior"] if measure["task"]]
    assert paths.count(str(SUPERIOR)) == paths.count(str(tmp_path / "superior.docx")) == 7
    workbook = lawcheck("cover", tmp_path / "superior.docx", SUPERIOR, OWN, "-o", tmp_path / "x.xlsx")
    assert workbook.status == 1


def test_the_function_gives_what_the_command_writes():
    report = cover_paths([SUPERIOR], OWN)
    written = lawcheck("cover", SUPERIOR, OWN, "--output-format", "json").json
    assert json.loads(report.model_dump_json(by_alias=True)) == written
    with pytest.raises(LawcheckError, match="上级"):
        cover_paths([], OWN)


def test_wrong_calls_and_unreadable_files(tmp_path):
    assert lawcheck("cover", OWN).status == 2
    assert "只能是其中一个" in lawcheck("cover", "-", "-").err
    missing = lawcheck("cover", tmp_path / "no.txt", OWN, "--output-format", "json")
    assert missing.status == 2 and missing.json["errors"][0]["path"].endswith("no.txt")
    assert lawcheck("cover", tmp_path / "no.txt", OWN).status == 2
    refused = lawcheck("cover", SUPERIOR, OWN, "-o", SUPERIOR)
    assert refused.status == 2 and SUPERIOR.read_text(encoding="utf-8").startswith("示例市")
