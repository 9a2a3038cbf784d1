"""The documents in examples/: what is sound stays silent, what is damaged is found."""

from pathlib import Path

import pytest

from lawcheck import Severity, check_path, parse, pipeline
from lawcheck.reading import read_path
from lawcheck.reporting.convert import outline_file

EXAMPLES = Path(__file__).parent.parent / "examples"


def codes(name: str) -> set[str]:
    return {d.code for d in check_path(EXAMPLES / name).diagnostics}


@pytest.mark.parametrize("name", ["plan.txt", "plan-revised.txt", "statute.txt"])
def test_sound_documents_have_nothing_above_information(name):
    found = check_path(EXAMPLES / name).diagnostics
    assert [d for d in found if d.severity is not Severity.INFO] == []


def test_a_plan_with_one_of_each_defect():
    expected = {"STR001", "STR002", "STR003", "STR004", "STR006", "STR007", "STR008", "STR009"}
    expected |= {"STR012", "RSP001", "RSP002", "RSP004", "PUN001", "PUN002", "PUN003", "NUM002", "CIT001", "CIT005"}
    expected |= {"TRM001", "OCR004", "OCR005", "OCR006", "OCR007", "OCR013"}
    assert expected <= codes("plan-defects.txt")


def test_a_scanned_plan():
    expected = {"OCR001", "OCR002", "OCR011", "DOC003", "STR002", "STR006", "STR007", "STR008", "STR009", "STR013"}
    assert expected | {"RSP008", "PUN001", "NUM002", "CIT001"} <= codes("plan-scanned.txt")


def test_the_structure_of_the_scanned_plan():
    document = parse((EXAMPLES / "plan-scanned.txt").read_text(encoding="utf-8"))
    items = [node for node in document.walk() if node.level == "item"]
    assert [node.number for node in items] == list(range(1, 15))
    assert [node.number for node in items if node.inferred] == [8]
    assert [task.number for task in document.tasks] == list(range(1, 15))
    assert [unit.name for unit in document.tasks[1].participants] == ["区公安分局", "区交通运输局"]


def test_offsets_in_markdown_point_at_the_file():
    text = (EXAMPLES / "plan.md").read_text(encoding="utf-8")
    (found,) = [d for d in check_path(EXAMPLES / "plan.md").diagnostics if d.code == "PUN001"]
    assert text[found.offset : found.end_offset] == ","


def test_the_structure_of_html_points_at_the_file():
    source = read_path(EXAMPLES / "notice.html")
    outline = outline_file(source, pipeline.parse(source))
    assert outline.title.text == "示例区人民政府办公室关于做好防汛准备工作的通知"
    assert [source.text[node.offset : node.offset + 2] for node in outline.nodes] == ["一、", "三、"]
    assert "STR002" in codes("notice.html")


def test_a_word_plan():
    assert codes("plan.docx") == {"PUN001", "PUN012", "TRM007", "DOC008", "FMT004", "FMT005", "FMT006", "FMT008"}
