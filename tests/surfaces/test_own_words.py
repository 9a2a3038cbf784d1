"""Fields for what only the reader can write, and what was made a moment ago."""

from threading import Event

import pytest

from lawcheck import pipeline
from lawcheck.reading.files import read_stream
from lawcheck.reporting.display.gathering import Named
from lawcheck.rulebook.findings import Issue, IssuePlace, Safety, Severity
from lawcheck.surfaces.web.moments import Remembered
from lawcheck.surfaces.web.own_words import word_fields
from lawcheck.text.source import Source


def field(text, own, code="CIT003", **more):
    """The field of a finding about some words of a text."""
    start = text.index(own)
    place = IssuePlace(start, start + len(own), is_label=more.pop("is_label", False))
    issue = Issue(code, "name", Severity.ERROR, (place,), safety=more.pop("safety", None), values=more)
    document = pipeline.parse(Source(text, "方案.txt"), "auto")
    return word_fields(document, [Named(issue, ("x",))]).get("x")


@pytest.mark.parametrize(
    ("own", "values", "choices"),
    [
        ("旧法", {"name": "旧法", "law": "新法"}, ("新法",)),
        ("《旧法》", {"name": "旧法", "law": "新法"}, ("《新法》",)),
        ("旧局", {"old": "旧局", "since": 2018, "new": "新局"}, ("新局",)),
        ("旧法", {"found": "旧法", "usual": "新法"}, ("新法",)),
        ("责任部门", {"label": "责任部门", "usual": "责任单位"}, ("责任单位",)),
        # What is right is said of something else than the words of the place.
        ("甲县", {"name": "甲县", "parent": "乙市", "right": "丙市"}, ()),
        ("甲附件", {"name": "甲附件", "number": 1, "right": 2}, ()),
        ("2023—2025年", {"name": "纲要", "cited": "2023—2025年", "known": "2015—2020年、2021—2025年"}, ()),
        ("旧法", {"name": "旧", "law": "新法"}, ()),
        ("旧法", {"found": "旧法", "usual": "新\n法"}, ()),
    ],
)
def test_what_a_message_says_is_right_is_proposed(own, values, choices):
    assert field(f"根据{own}，制定本方案。", own, **values).choices == choices


@pytest.mark.parametrize(
    ("text", "own", "kept", "was"),
    [
        ("（牵头单位：）", "牵头单位：", "牵头单位：", "牵头单位："),
        ("（牵头单位：  ；参加单位：甲局）", "牵头单位", "牵头单位：", "牵头单位：  "),
        ("完成时限: \r\n下一行", "完成时限", "完成时限:", "完成时限: "),
        ("责任单位：\n", "责任单位：", "责任单位：", "责任单位："),
    ],
)
def test_what_is_missing_stands_behind_the_colon(text, own, kept, was):
    made = field(text, own, "RSP002")
    assert (made.kept, made.was, made.shown, made.list) == (kept, was, "", "units")


def test_a_field_with_words_behind_its_colon_is_not_empty():
    made = field("（责任单位：甲局）", "责任单位", "RSP007", label="责任单位", usual="牵头单位")
    assert (made.kept, made.shown, made.choices) == ("", "责任单位", ("牵头单位",))


@pytest.mark.parametrize(
    ("own", "code", "proposed"),
    [("近期", "TGT002", "limits"), ("XX局", "DOC026", "units"), ("某某", "DOC026", ""), ("甲处", "RSP010", "units")],
)
def test_what_can_be_proposed(own, code, proposed):
    assert field(f"由{own}办理。", own, code).list == proposed


@pytest.mark.parametrize(
    ("own", "more"),
    [
        ("甲", {"safety": Safety.SAFE}),
        ("甲", {"is_label": True}),
        ("甲", {"code": "FMT002"}),
        ("甲", {"code": "LAW000"}),
        ("甲\n乙", {}),
        ("甲" * 61, {}),
        ("  ", {}),
    ],
)
def test_other_findings_have_no_field(own, more):
    assert field(f"一{own}二", own, **more) is None


def test_what_was_made_a_moment_ago_is_not_made_again():
    made = []

    def make(value):
        return lambda: made.append(value) or value

    remembered = Remembered(seconds=60, most=2)
    assert [remembered.get(key, make(key)) for key in "ababca"] == list("ababca")
    assert made == ["a", "b", "c", "a"]
    remembered.forget()
    assert len(remembered) == 0


def test_it_is_forgotten_after_a_while():
    forgotten = Event()

    class Told(Remembered):
        def forget(self):
            super().forget()
            forgotten.set()

    remembered = Told(seconds=0.01)
    remembered.get("a", lambda: 1)
    assert forgotten.wait(10)
    assert len(remembered) == 0


TASKS = """示例区方案

一、主要任务

1.清理淤泥。每月巡查。（牵头单位：区水务局）

2.修建步道。建成步道。

3.补种花木
"""


def test_a_unit_is_written_at_the_end_of_its_task():
    made = field(TASKS, "修建步道", "RSP001")
    assert (TASKS[: made.start].splitlines()[-1], made.was) == ("2.修建步道。建成步道。", "")
    assert (made.kept, made.after, made.list) == ("（牵头单位：", "）", "units")
    assert field(TASKS, "补种花木", "RSP001") is None
    assert field("1.修建步道。", "修建步道", "RSP001").kept == "（责任单位："


TABLE = """# 示例区方案

| 任务 | 责任单位 | 备注 |
|---|---|---|
| 清理淤泥 | 区水务局 | 按季 |
| 修建步道 |  |  |
| 补种花木 | 待定 |  |
"""


def test_a_unit_is_written_into_the_empty_cell_of_its_row():
    document = pipeline.parse(read_stream(TABLE.encode(), "方案.md"), "auto")

    def made(own):
        start = TABLE.index(own)
        issue = Issue("RSP001", "name", Severity.ERROR, (IssuePlace(start, start + len(own)),))
        return word_fields(document, [Named(issue, ("x",))]).get("x")

    row = TABLE[: made("修建步道").start].splitlines()[-1]
    assert row.startswith("| 修建步道 |")
    assert row.count("|") == 2
    assert made("补种花木") is None
