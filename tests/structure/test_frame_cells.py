"""Letterheads, signatures and imprints that Word documents lay out as tables are parts of the frame."""

import pytest
from docx import Document

from lawcheck import parse_path

HEAD = ("示例县水利局文件", "示水〔2026〕5号", "关于清理沟渠的通知", "各村：", "请认真落实。")
SIGNED = ("示例县水利局", "2026年9月5日")


@pytest.fixture
def frame(tmp_path):
    def read(*parts):
        """The frame of a document of paragraphs, and of tables that are given as lists of rows."""
        written = Document()
        for part in parts:
            if isinstance(part, str):
                written.add_paragraph(part)
                continue
            table = written.add_table(rows=len(part), cols=max(map(len, part)))
            for row, texts in zip(table.rows, part, strict=True):
                for cell, text in zip(row.cells, texts, strict=False):
                    cell.text = text
        written.save(tmp_path / "letter.docx")
        return parse_path(tmp_path / "letter.docx")

    return read


def text(document, part) -> str:
    return "".join(document.text[part.start : part.end].split())


@pytest.mark.parametrize(
    ("table", "copied"),
    [
        ([["抄送：县委办公室。", ""], ["示例县水利局办公室", "2026年9月5日印发"]], ["抄送：县委办公室。"]),
        ([["抄送：县委办公室。\n示例县水利局办公室　2026年9月5日印发"]], ["抄送：县委办公室。"]),
        ([["抄送：", "县委办公室"], ["示例县水利局办公室", "2026年9月5日印发"]], ["抄送：", "县委办公室"]),
        (
            [["主题词：清淤"], ["抄送：县委办公室"], ["示例县水利局办公室  2026年9月5日印发"]],
            ["主题词：清淤", "抄送：县委办公室"],
        ),
        ([["示例县水利局办公室", "2026年9月5日印发"]], []),
    ],
)
def test_an_imprint(frame, table, copied):
    document = frame(*HEAD, *SIGNED, table)
    found = document.frame
    assert found.imprint
    assert [text(document, line) for line in found.imprint.copied_to] == copied
    assert found.imprint.printed
    assert text(document, found.imprint.printed) == "示例县水利局办公室2026年9月5日印发"
    assert found.annexes == ()
    assert found.date.iso == "2026-09-05"


def test_a_letterhead(frame):
    row = [["示水〔2026〕5号", "签发人：王某某"]]
    found = frame("示例县水利局文件", row, "关于清淤的请示", "县政府：", "请批示。", *SIGNED).frame
    assert found.letterhead.number.written == "示水〔2026〕5号"
    assert [name.name for name in found.letterhead.approvers] == ["王某某"]
    assert found.title.text == "关于清淤的请示"


@pytest.mark.parametrize(
    "table",
    [
        [["示例县水利局", "示例县财政局"], ["2026年9月5日", ""]],
        [["示例县水利局"], ["示例县财政局"], ["2026年9月5日"]],
    ],
)
def test_a_signature(frame, table):
    found = frame(*HEAD, table).frame
    assert [name.name for name in found.signers] == ["示例县水利局", "示例县财政局"]
    assert found.date.iso == "2026-09-05"


def test_signers_in_cells_above_a_day(frame):
    found = frame(*HEAD, [["示例县水利局", "示例县财政局"]], "2026年9月5日").frame
    assert [name.name for name in found.signers] == ["示例县水利局", "示例县财政局"]


@pytest.mark.parametrize(
    "table",
    [
        [["单位", "完成时间"], ["示例县水利局", "2026年9月5日"]],
        [["示例县水利局", "清理东渠"], ["示例县财政局", "2026年9月5日"]],
        [["示例县水利局", "2026年9月5日前清理东渠"], ["示例县财政局", "2026年9月6日前拨付资金"]],
    ],
)
def test_a_table_of_offices_and_days_signs_nothing(frame, table):
    found = frame(*HEAD, table).frame
    assert (found.signers, found.date) == ((), None)
