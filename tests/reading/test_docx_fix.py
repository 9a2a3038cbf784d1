"""Fixes made in Word documents themselves: in their runs, whose formatting stays, and nothing else."""

import io
import re
import subprocess
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from command import lawcheck
from docx_documents import OFFICIAL, cell, changed, docx, field, num, p, run, signed, table
from docx_strategies import BODIES, BOLD, BOX, NOTE_SIGN, RUBY, document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from timing import PATIENCE, grows_linearly

from lawcheck.errors import SourceError
from lawcheck.fixing.fixer import compatible
from lawcheck.reading import read_path
from lawcheck.reading.formats import DOCX
from lawcheck.reading.word.editing import WordEditor
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.word_text import WordText, read_text
from lawcheck.reading.word.xml import w
from lawcheck.text.edits import Edit, apply_edits


def text_of(data: bytes) -> WordText:
    return read_text(Package(data, "示例.docx"))


def editor_for(data: bytes) -> WordEditor:
    return WordEditor(data, "示例.docx", DOCX)


def edited(data: bytes, *edits: Edit) -> WordEditor:
    """The document after edits that it takes."""
    editor = editor_for(data)
    assert editor.takes(edits)
    editor.edited(editor.source, edits)
    return editor


def body_xml(path: Path) -> str:
    return zipfile.ZipFile(path).read("word/document.xml").decode()


def looks(text: WordText, edits: list[Edit], after: bool) -> list[tuple[str, bytes]]:
    """Each character that no edit touches, with the properties of its run; `after` the edits, or before them."""
    shift, gone = 0, set()
    for edit in edits:
        start = edit.start + shift
        gone |= set(range(start, start + len(edit.content)) if after else range(edit.start, edit.end))
        shift += (len(edit.content) - (edit.end - edit.start)) * after
    found = []
    for paragraph in text.paragraphs:
        for start, end, element in paragraph.runs:
            properties = next((e for e in element.getparent().iterchildren(w("rPr"))), None)
            look = b"" if properties is None else etree.tostring(properties, method="c14n", with_tail=False)
            found += [(text.text[at], look) for at in range(start, end) if at not in gone]
    return found


def others(data: bytes) -> list[str]:
    """Everything in the body that is neither a run nor a paragraph nor in one of them as text or looks."""
    seen = {w(name) for name in ("r", "t", "p", "pPr", "rPr", "b", "i", "tab", "br", "noBreakHyphen")}
    return [
        e.tag
        for e in etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")).iter()
        if e.tag not in seen
    ]


_SPANS = st.tuples(st.integers(0, 60), st.integers(0, 6), st.sampled_from(["", "改", "其他", "，", " 甲", "\n"]))


@settings(max_examples=50, deadline=None)
@given(BODIES, st.lists(_SPANS, max_size=6))
def test_the_text_is_what_the_edits_say_and_everything_else_stays(body, spans):
    data = document(body)
    before = text_of(data)
    size = len(before.text)
    edits = [Edit(min(a, size), min(a + n, size), content) for a, n, content in spans]
    editor = editor_for(data)
    edits = [edit for edit in edits if editor.takes([edit]) and (edit.content or edit.start < edit.end)]
    kept = [edits[i] for i in compatible([[edit] for edit in edits])]
    kept = sorted(kept, key=lambda e: (e.start, e.end))
    try:
        after = editor.edited(editor.source, kept)
    except SourceError:
        assert 'w:type="page"' in body  # a break that is now the first thing in its paragraph is not seen
        return
    assert after.text == apply_edits(before.text, kept)
    assert after.body_end == before.body_end + sum(
        len(e.content) - e.end + e.start for e in kept if e.end <= before.body_end
    )
    there = text_of(editor.packed())
    assert there.text == after.text
    assert looks(there, kept, after=True) == looks(before, kept, after=False)
    assert others(editor.packed()) == others(data)


def test_a_replacement_takes_the_look_of_the_run_that_it_begins_in():
    data = docx(p(run("推进其") + run("它工作", BOLD) + run("。")))
    editor = edited(data, Edit(2, 4, "其他"), Edit(6, 7, "；"))
    xml = Package(editor.packed(), "示例.docx").read("word/document.xml").decode()
    assert f"{run('推进其')}{run('他工作', BOLD)}{run('；')}" in xml


def test_tabs_and_breaks_of_a_run_are_replaced_and_taken_away():
    data = docx(p("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>" + run("，丁")))
    editor = edited(data, Edit(1, 2, "、"), Edit(3, 4, ""), Edit(5, 7, ""))
    assert editor.source.text == "甲、乙丙\n"
    assert len(list(etree.fromstring(Package(editor.packed(), "a.docx").read("word/document.xml")).iter(w("r")))) == 1
    data = docx(p("<w:r><w:tab/></w:r>"))
    assert edited(data, Edit(0, 0, "甲")).source.text == "甲\t\n"
    assert edited(data, Edit(1, 1, "甲")).source.text == "\t甲\n"


BOLD_MARK = "<w:rPr><w:b/><w:ins w:id='1' w:author='a' w:date='2024-01-01T00:00:00Z'/></w:rPr>"


@pytest.mark.parametrize(
    ("empty", "look"),
    [
        ("<w:p/>", ""),
        (p(properties=BOLD_MARK), "<w:b/>"),
        (p('<w:r><w:rPr><w:i/></w:rPr><w:t/></w:r><w:bookmarkStart w:id="1" w:name="x"/>'), "<w:i/>"),
    ],
)
def test_an_empty_cell_is_filled(empty, look):
    row = f"<w:tr>{cell('清理')}<w:tc>{empty}</w:tc>{cell('年底')}</w:tr>"
    data = docx(f"<w:tbl>{row}</w:tbl>{p('完。')}")
    at = text_of(data).text.index("清理\t") + 3
    editor = edited(data, Edit(at, at, "甲局"), Edit(at + 1, at + 3, "月底"))
    assert text_of(editor.packed()).text.startswith("清理\t甲局\t月底")
    xml = zipfile.ZipFile(io.BytesIO(editor.packed())).read("word/document.xml").decode()
    (filled,) = re.findall(r"<w:r>(?:(?!</w:r>).)*甲局</w:t></w:r>", xml)
    assert ("<w:rPr>" + look if look else "<w:r><w:t>") in filled
    assert "w:ins" not in filled


@pytest.mark.parametrize(
    "inside", ["<w:r><w:drawing/></w:r>", '<w:del w:id="1"><w:r><w:delText>甲</w:delText></w:r></w:del>']
)
def test_a_cell_that_only_looks_empty_is_left_alone(inside):
    data = docx(f"<w:tbl><w:tr>{cell('清理')}<w:tc><w:p>{inside}</w:p></w:tc></w:tr></w:tbl>")
    text = text_of(data).text
    at = text.index("清理\t") + 3
    assert not editor_for(data).takes([Edit(at, at, "甲局")])
    assert not editor_for(docx(p() + p("甲"))).takes([Edit(0, 0, "\x01")])


def test_a_line_end_parts_a_paragraph_as_enter_does():
    look = '<w:ind w:firstLine="640"/>'
    data = docx(p(run("一、甲乙") + run("丙。二、", BOLD) + NOTE_SIGN + run("丁戊"), properties=look))
    editor = edited(data, Edit(1, 2, "．"), Edit(6, 6, "\n"), Edit(8, 8, "\n"))
    assert editor.source.text == "一．甲乙丙。\n二、\n丁戊\n"
    xml = Package(editor.packed(), "示例.docx").read("word/document.xml").decode()
    first = f"<w:p><w:pPr>{look}</w:pPr>{run('一．甲乙')}{run('丙。', BOLD)}</w:p>"
    second = f"<w:p><w:pPr>{look}</w:pPr>{run('二、', BOLD)}</w:p>"
    last = f"<w:p><w:pPr>{look}</w:pPr>{NOTE_SIGN}{run('丁戊')}</w:p>"
    assert first + second + last in xml.replace(' xml:space="preserve"', "").replace(
        "<w:t>", '<w:t xml:space="preserve">'
    )


REFUSED = {
    "a label": (p("甲乙", 1, 0), Edit(0, 1, "二")),
    "two paragraphs": (p("甲乙") + p("丙丁"), Edit(1, 4, "")),
    "a field": (p(run("甲") + field(" REF x ", "乙丙")), Edit(2, 3, "")),
    "a change of another": (p(run("甲") + changed("ins", run("乙丙"))), Edit(2, 3, "")),
    "the sign of a note": (p(f"<w:r><w:t>甲</w:t>{NOTE_SIGN[5:-6]}<w:t>乙</w:t></w:r>"), Edit(0, 2, "丙")),
    "a run with ruby": (p(f"<w:r><w:t>甲乙</w:t>{RUBY}</w:r>"), Edit(0, 1, "丙")),
    "a line end in a list": (p("甲乙", 1, 0), Edit(3, 3, "\n")),
    "a line end in a link": (p(f'<w:hyperlink w:anchor="x">{run("甲乙")}</w:hyperlink>'), Edit(1, 1, "\n")),
    "a line end in a change": (p(changed("ins", run("甲乙"))), Edit(1, 1, "\n")),
    "a line end before a section": (p("甲乙", properties="<w:sectPr/>"), Edit(1, 1, "\n")),
    "a line end before a tracked mark": (
        p("甲乙", properties='<w:rPr><w:ins w:id="4" w:author="甲"/></w:rPr>') + p("丙"),
        Edit(1, 1, "\n"),
    ),
    "a line end at the start": (p("甲乙"), Edit(0, 0, "\n")),
    "a line end in place of text": (p("甲乙丙"), Edit(1, 2, "\n")),
    "two line ends": (p("甲乙"), Edit(1, 1, "\n\n")),
    "no XML": (p("甲乙"), Edit(1, 1, "\x00")),
}


@pytest.mark.parametrize(("body", "edit"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_edited_is_refused(body, edit):
    editor = editor_for(document(body))
    assert not editor.takes([edit])
    with pytest.raises(SourceError, match="未修改"):
        editor.edited(editor.source, [edit])


@pytest.mark.growth
@pytest.mark.parametrize("edit", [Edit(0, 1, "，"), Edit(10, 11, ""), Edit(10, 10, "改")])
def test_edits_of_one_run_take_time_in_proportion(edit):
    def fix(size: int) -> None:
        edits = [Edit(edit.start + at, edit.end + at, edit.content) for at in range(0, 20 * size, 20)]
        edited(docx(p("清理楼道，登记造册，公开结果，接受监督。" * size)), *edits)

    assert grows_linearly(fix, 300)


@pytest.mark.growth
def test_parting_a_paragraph_takes_time_in_proportion():
    def part(size: int) -> None:
        edited(docx(p("清理楼道，登记造册。" * size)), *(Edit(at, at, "\n") for at in range(10, 10 * size, 10)))

    assert grows_linearly(part, 200)


def test_a_document_that_would_not_read_as_expected_is_left_alone():
    data = docx(p(run("，") + '<w:r><w:br w:type="page"/></w:r>' + run("甲")))
    editor = editor_for(data)
    with pytest.raises(SourceError, match="预期"):
        editor.edited(editor.source, [Edit(0, 1, "")])


# The command

LIST = OFFICIAL + num(1, 1)
PLAN = (
    p("示例区楼道整治方案")
    + p(run("推进其") + run("它工作,抓好落实", BOLD) + run("。") + NOTE_SIGN)
    + p(run("原有") + changed("ins", run("修订,他人")) + changed("del", run("旧文", tag="delText")) + run("。"))
    + p('<w:commentRangeStart w:id="9"/>' + run("公开结果,接受监督。") + '<w:commentRangeEnd w:id="9"/>')
    + p(BOX.format(p("框内,文字")) + run("图注"))
    + table([cell("任务"), cell("完成时限")], [cell("清理楼道,登记造册"), cell("2024年底")])
)


@pytest.fixture
def plan(tmp_path) -> Path:
    path = tmp_path / "plan.docx"
    path.write_bytes(document(PLAN))
    return path


def fix(path: Path, *arguments: str):
    return lawcheck("check", path, "--isolated", "--select", "PUN001,TRM007", *arguments)


@pytest.mark.slow
def test_fixes_are_made_and_what_cannot_be_made_is_counted(plan):
    before = zipfile.ZipFile(plan)
    parts = {name: before.read(name) for name in before.namelist()}
    promised = fix(plan, "--diff")
    done = fix(plan, "--fix")
    assert done.err == (
        "lawcheck: 修改了 1 个文件的 5 处\n"
        "lawcheck: 另有 1 处不能改：在 Word 的自动编号、域、他人的修订之中，或者跨段\n"
    )
    assert "修订,他人" in done.out and done.status == 1
    text = lawcheck("text", plan).out
    assert text.startswith("示例区楼道整治方案\n推进其他工作，抓好落实。\n原有修订,他人。\n公开结果，接受监督。\n")
    assert "清理楼道，登记造册" in text and "框内，文字" in text
    assert [line[1:] for line in promised.out.splitlines()[2:] if line[0] == "+"] == [
        line for line in text.splitlines() if "，" in line
    ][:4]
    xml = body_xml(plan)
    assert run("他工作，抓好落实", BOLD) in xml
    assert changed("ins", run("修订,他人")) in xml and '<w:commentRangeStart w:id="9"/>' in xml
    after = zipfile.ZipFile(plan)
    assert after.namelist() == list(parts)
    assert {name for name in parts if after.read(name) != parts[name]} == {"word/document.xml"}


def test_that_a_signature_is_lost_is_told_when_it_is(plan):
    plan.write_bytes(signed(plan.read_bytes()))
    lost = f"lawcheck: {plan}：文件有数字签名，改动后签名失效\n"
    assert "数字签名" not in fix(plan, "--diff").err
    done = fix(plan, "--fix")
    assert (done.status, done.err.startswith(lost), done.err.count("数字签名")) == (1, True, 1)
    assert "数字签名" not in fix(plan, "--fix").err


def test_a_second_time_nothing_is_left_to_do(plan):
    fix(plan, "--fix")
    once = plan.read_bytes()
    done = fix(plan, "--fix")
    assert done.err.startswith("lawcheck: 修改了 0 个文件的 0 处\n")
    assert plan.read_bytes() == once


def test_the_difference_is_only_shown(plan):
    before = plan.read_bytes()
    done = fix(plan, "--diff")
    assert done.status == 1
    assert done.err.startswith("lawcheck: 可修改 1 个文件的 5 处\nlawcheck: 另有 1 处")
    assert "-推进其它工作,抓好落实。\n" in done.out and "+推进其他工作，抓好落实。\n" in done.out
    assert plan.read_bytes() == before


def test_headings_that_run_on_become_paragraphs_when_asked_for(tmp_path):
    path = tmp_path / "plan.docx"
    body = (
        p("示例区楼道整治方案")
        + p("一、总体要求")
        + p("先易后难，分批推进。二、重点任务", properties='<w:jc w:val="both"/>')
    )
    path.write_bytes(docx(body + p("清理楼道。") + p("三、保障措施") + p("加强宣传。")))
    assert lawcheck("check", path, "--isolated", "--select", "STR009", "--fix").err.startswith("lawcheck: 修改了 0")
    promised = lawcheck("check", path, "--isolated", "--select", "STR009", "--diff", "--unsafe-fixes").out
    assert "+先易后难，分批推进。\n+二、重点任务\n" in promised
    assert lawcheck("check", path, "--isolated", "--select", "STR009", "--fix", "--unsafe-fixes").status == 0
    paragraphs = [paragraph.text for paragraph in python_docx.Document(str(path)).paragraphs]
    assert paragraphs[2:4] == ["先易后难，分批推进。", "二、重点任务"]
    assert body_xml(path).count('<w:pPr><w:jc w:val="both"/></w:pPr>') == 2


def test_permissions_stay_and_no_temporary_file_is_left(plan):
    plan.chmod(0o640)
    fix(plan, "--fix")
    assert plan.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in plan.parent.iterdir()] == ["plan.docx"]


def test_a_file_that_changes_meanwhile_is_left_alone(plan, monkeypatch):
    other = document(p("别的内容,另存。"))
    after = WordEditor.after
    monkeypatch.setattr(WordEditor, "after", lambda self, steps: (plan.write_bytes(other), after(self, steps))[1])
    done = fix(plan, "--fix")
    assert done.status == 2
    assert done.err.splitlines()[0] == f"lawcheck: {plan}：文件已有变动，或者不能原样写回，未修改"
    assert plan.read_bytes() == other


def test_what_comes_by_standard_input_cannot_be_written_back(plan):
    done = lawcheck("check", "-", "--fix", "--isolated", stdin=plan.read_bytes())
    assert done.status == 2
    assert done.err.splitlines()[0] == "lawcheck: -：标准输入中的 Word 文件（.docx）不能改写，请给出文件名"


def test_a_word_file_under_a_name_of_wps_is_fixed_as_what_it_is(plan):
    path = plan.rename(plan.with_suffix(".wps"))
    assert "修改了 1 个文件的 5 处" in fix(path, "--fix").err
    assert text_of(path.read_bytes()).text == read_path(path).text


def test_rejected_revisions_are_only_for_looking_at(plan):
    done = fix(plan, "--fix", "--revisions", "original")
    assert done.status == 2
    assert done.err == "lawcheck: --revisions original 不能与 --fix、--diff 同时使用：改写的是修订全部接受后的文字\n"


def test_libreoffice_and_python_docx_read_the_fixed_file(plan, tmp_path, soffice):
    fix(plan, "--fix")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path, plan]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    theirs = (tmp_path / "plan.txt").read_text(encoding="utf-8-sig").split("\n")
    theirs = [line.removesuffix("1").replace("旧文", "") for line in theirs]  # the sign of the note, what is deleted
    assert theirs[:5] == text_of(plan.read_bytes()).text.split("\n")[:5]
    assert "清理楼道，登记造册" in theirs
    assert [paragraph.text for paragraph in python_docx.Document(str(plan)).paragraphs][1] == "推进其他工作，抓好落实。"
