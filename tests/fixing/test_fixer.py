"""Fixes: which are applied, what they leave alone, and what becomes of the files."""

import os
import re
import stat
from collections import Counter
from pathlib import Path
from pkgutil import resolve_name

import pytest
from checking import issue
from command import lawcheck
from hypothesis import given, settings
from hypothesis import strategies as st
from test_properties import FORMATS, TEXTS
from timing import grows_linearly

from benchmarks.fixes import faults
from lawcheck import fix_text, pipeline
from lawcheck.errors import SourceError
from lawcheck.fixing import fixer
from lawcheck.fixing.fixer import MOST_PASSES
from lawcheck.reading import OpenedFile
from lawcheck.reading.formats import HTML, of_ending
from lawcheck.reporting.difference import unified
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.findings import Safety
from lawcheck.rulebook.registry import Selection, all_rules
from lawcheck.text.edits import Edit
from lawcheck.text.source import Source

EXAMPLES = Path(__file__).parents[2] / "examples"
BAD = "一、总体要求\n健全制度,明确责任（20212025年）。\n"
GOOD = "一、总体要求\n健全制度，明确责任（2021—2025年）。\n"
DEFAULTS = Selection().rules()
ONLY = ("--select", "PUN001,NUM002")
COUNTERS = """\
1、为了方便群众办事，各部门应当公开办事指南，公开办事结果，群众可以查询办事进度，可以评价办事结
2、果，各部门应当及时处理群众的评价，公开处理结果。办事指南应当写明办事条件、办事流
3、程和办事时限，办事流程应当简化，办事时限应当缩短，办事条件应当明确，各部
4、门应当按季检查，检查结果应当公开。
"""


def fix(*edits, safety=Safety.SAFE, code="ABC001"):
    """A diagnostic with these edits."""
    return issue(0, 0, edits=edits, safety=safety, code=code)


def fix_source(source, rules, unsafe=False):
    """A document after the fixes of these rules."""
    return pipeline.fix(source, Options(tuple(rules)), unsafe)


def once(text, *diagnostics, unsafe=False):
    """What one pass of these fixes makes of a text."""
    return fixer.fix(Source(text), lambda source: diagnostics if source.text == text else (), unsafe)


@pytest.mark.parametrize("row", ["," * 60, ":" * 60, ",;" * 30, "!" * 60, "?!" * 30])
def test_a_row_of_marks_is_not_widened_one_by_one(row: str) -> None:
    text = f"姓名{row}电话由各组填写。\n报送名单,, 注明电话;;请各组配合!!\n"
    fixed = fix_text(text)
    assert fixed == f"姓名{row}电话由各组填写。\n报送名单，注明电话；请各组配合！！\n"
    assert fix_text(fixed) == fixed


def test_safe_fixes_only_unless_asked():
    safe, unsafe = fix(Edit(0, 1, "甲")), fix(Edit(1, 2, "乙"), safety=Safety.UNSAFE)
    assert once("ab", safe, unsafe).text == "甲b"
    assert once("ab", safe, unsafe, unsafe=True).text == "甲乙"
    assert once("ab", safe, unsafe, unsafe=True).edits == Counter(ABC001=2)
    assert once("ab").text == "ab"


def test_a_fix_is_applied_whole_or_waits():
    wide, pair = fix(Edit(1, 3, "X")), fix(Edit(0, 1, "Y"), Edit(2, 4, "Z"))
    assert once("abcd", wide, pair).text == "aXd"
    assert once("abcd", pair, wide).text == "YbZ"


def test_safe_fixes_come_before_others():
    assert once("ab", fix(Edit(0, 2, "X"), safety=Safety.UNSAFE), fix(Edit(1, 2, "Y")), unsafe=True).text == "aY"


@pytest.mark.parametrize(
    ("second", "text"),
    [(Edit(1, 2, "Y"), "XYc"), (Edit(1, 1, "Y"), "Xbc"), (Edit(0, 0, "Y"), "Xbc"), (Edit(2, 2, "Y"), "XbYc")],
)
def test_neighbours(second, text):
    """Replacements may touch; what is inserted where another edit stands waits, for its place is not certain."""
    assert once("abc", fix(Edit(0, 1, "X")), fix(second)).text == text


def test_passes_go_on_until_nothing_is_left():
    def shorten(source):
        return [fix(Edit(0, 1, ""))] if len(source.text) > 2 else []

    assert fixer.fix(Source("a" * 7), shorten).text == "aa"
    assert fixer.fix(Source("a" * 100), shorten).edits == Counter(ABC001=MOST_PASSES)


@pytest.mark.parametrize("text", ["甲", "乙", "丙"])
def test_fixes_that_undo_each_other_end_in_the_same_text(text):
    follower = {"甲": "乙", "乙": "丙", "丙": "甲"}
    assert fixer.fix(Source(text), lambda source: [fix(Edit(0, 1, follower[source.text]))]).text == "丙"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_inserted_line_ends_are_those_of_the_file(line_end):
    text = f"甲{line_end}乙丙"
    assert once(text, fix(Edit(len(text) - 1, len(text) - 1, "\n"))).text == f"甲{line_end}乙{line_end}丙"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_counters_go_with_their_line_ends(line_end):
    """What a site put in goes whole: the words that it cut are joined, and no half of a line end is left."""
    text = COUNTERS.replace("\n", line_end)
    assert fix_text(text, select=["OCR002"]) == COUNTERS.replace("1、", "").replace("\n2、", "").replace(
        "\n3、", ""
    ).replace("\n4、", "").replace("\n", line_end)


def test_a_watermark_goes_with_its_line():
    mark = "《方案.docx》由会员分享，可在线阅读，请在某文库网上搜索。"
    assert fix_text(f"一、甲\r\n{mark}\r\n二、乙\r\n") == "一、甲\r\n二、乙\r\n"


def test_markup_and_comments_stay():
    html = "<p>健全<b>制度</b>,责任（2021<i>2025</i>年）</p>"
    fixed = fix_source(Source(html, format=HTML), DEFAULTS, unsafe=True).text
    assert fixed == "<p>健全<b>制度</b>，责任（2021<i>—2025</i>年）</p>"
    comment = "\n# lawcheck: ignore-file PUN001\n"
    text = f"各部门应当公开办事指南，群众可以查询办{comment}事进度，公开办\n事结果,按期评价办事。\n"
    assert comment in fix_source(Source(text), DEFAULTS, unsafe=True).text


@settings(max_examples=60, deadline=None)
@given(TEXTS, FORMATS)
def test_fixes_of_any_text_end(text, text_format):
    for unsafe in (False, True):
        source = Source(text, format=text_format)
        fixed = fix_source(source, all_rules(), unsafe=unsafe).text
        again = fix_source(Source(fixed, format=text_format), all_rules(), unsafe=unsafe).text
        if not unsafe:
            assert again == fixed
    assert fix_source(Source(text, format=text_format), []).text == text


@pytest.mark.slow
@pytest.mark.parametrize(
    "path",
    sorted(path for path in EXAMPLES.rglob("*.*") if path.suffix in (".txt", ".md", ".html")),
    ids=lambda path: path.name,
)
def test_safe_fixes_of_whole_documents(path):
    text = path.read_text(encoding="utf-8")
    source = Source(text, path.name, format=of_ending(path.name))
    assert list(faults(source, DEFAULTS)) == []


@pytest.mark.slow
def test_fixed_examples_of_all_rules_together_settle():
    bad = [e.bad for rule in all_rules() for e in rule.examples if e.bad]
    text = "\n".join(bad).replace("⟦", "").replace("⟧", "")
    fixed = fix_source(Source(text), all_rules(), unsafe=True)
    assert fixed.count > 50
    assert fix_text(fixed.text, unsafe=True, select=["ALL"]) == fixed.text


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(BAD, encoding="utf-8")
    return path


def test_fix_changes_the_file_and_reports_the_rest(document):
    result = lawcheck("check", document, *ONLY, "--fix", "--output-format", "concise")
    assert document.read_text(encoding="utf-8") == GOOD
    assert result.err == "lawcheck: 修改了 1 个文件的 2 处\n"
    assert (result.status, result.out) == (0, "检查了 1 个文件，没有发现问题\n")
    again = lawcheck("check", document, *ONLY, "--fix", "--lang", "en")
    assert again.err == "lawcheck: fixed 0 place(s) in 0 file(s)\n"


def test_a_file_without_faults_is_not_written(document):
    document.write_text(GOOD, encoding="utf-8")
    before = document.stat()
    assert lawcheck("check", document, *ONLY, "--fix").status == 0
    after = document.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_unsafe_fixes_have_to_be_asked_for(document):
    text = "按照《办法》和《优化营商环境条例的规定，示例区２０２４年完成。\n根据优化营商环境条例第三条执行。\n"
    document.write_text(text, encoding="utf-8")
    lawcheck("check", document, "--fix", "--select", "CIT001,OCR006")
    safe = document.read_text(encoding="utf-8")
    assert safe == text.replace("２０２４", "2024")
    alone = lawcheck("check", document, "--unsafe-fixes")
    assert (alone.status, alone.err) == (2, "lawcheck: --unsafe-fixes 要与 --fix 或 --diff 一起使用\n")


def test_diff_shows_and_writes_nothing(document):
    result = lawcheck("check", document, *ONLY, "--diff", "--fix")
    assert document.read_text(encoding="utf-8") == BAD
    assert result.status == 1
    assert result.out == (
        f"--- {document}\n+++ {document}\n@@ -1,2 +1,2 @@\n 一、总体要求\n"
        "-健全制度,明确责任（20212025年）。\n+健全制度，明确责任（2021—2025年）。\n"
    )
    assert result.err == "lawcheck: 可修改 1 个文件的 2 处\n"
    assert lawcheck("check", document, *ONLY, "--diff", "--exit-zero").status == 0
    document.write_text(GOOD, encoding="utf-8")
    nothing = lawcheck("check", document, *ONLY, "--diff")
    assert (nothing.status, nothing.out) == (0, "")


def test_diff_of_a_last_line_without_end(document):
    document.write_text("健全制度,明确责任。", encoding="utf-8")
    assert lawcheck("check", document, *ONLY, "--diff").out.endswith(
        "-健全制度,明确责任。\n\\ No newline at end of file\n+健全制度，明确责任。\n\\ No newline at end of file\n"
    )


@settings(max_examples=80, deadline=None)
@given(st.text("甲乙,\n", max_size=60), st.lists(st.integers(0, 60), max_size=6), st.data())
def test_a_diff_leads_from_one_text_to_the_other(text, places, data):
    """Whatever the edits are, and in how many passes they were made."""

    def check_with(source):
        if len(source.text) == len(text) + 7 or not places:
            return []
        at = min(len(source.text), data.draw(st.sampled_from(places)))
        end = min(len(source.text), at + data.draw(st.integers(0, 3)))
        return [fix(Edit(at, end, data.draw(st.text("丙\n", max_size=3))))]

    fixed = fixer.fix(Source(text), check_with)
    assert patched(text, list(unified("a", text, fixed))) == fixed.text


def patched(text, diff):
    """What `patch` makes of a text and a unified diff."""
    old, new, at = re.findall(r"[^\n]*\n|[^\n]+", text), [], 0
    for entry in diff[2:]:
        line = entry.removesuffix("\n\\ No newline at end of file\n")
        if line.startswith("@@"):
            start, count = re.match(r"@@ -(\d+)(?:,(\d+))? ", line).groups()
            first = int(start) - (count != "0")
            new += old[at:first]
            at = first
        elif line[0] == "+":
            new.append(line[1:])
        else:
            assert old[at] == line[1:]
            new += [old[at]] if line[0] == " " else []
            at += 1
    return "".join(new + old[at:])


@pytest.mark.growth
def test_a_diff_of_many_like_lines_takes_linear_time():
    text = "".join(f"健全第{number}项制度,明确责任。\n" for number in range(150)) * 80
    edits = [Edit(m.start(), m.end(), "第7项制度，") for m in re.finditer("第7项制度,", text)]
    assert sum(line[0] == "@" for line in unified("a", text, once(text, fix(*edits)))) == 80

    def compare(copies):
        old = text[: len(text) // 80] * copies
        edits = [Edit(m.start(), m.end(), "第7项制度，") for m in re.finditer("第7项制度,", old)]
        return list(unified("a", old, once(old, fix(*edits))))

    assert compare(1) != []
    assert grows_linearly(compare, 10)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_encoding_mark_and_line_ends_stay(document, encoding, line_end):
    document.write_bytes(BAD.replace("\n", line_end).encode(encoding))
    lawcheck("check", document, *ONLY, "--fix")
    assert document.read_bytes() == GOOD.replace("\n", line_end).encode(encoding)


def test_a_mark_of_the_other_byte_order_stays(document):
    document.write_bytes(b"\xfe\xff" + BAD.encode("utf-16-be"))
    lawcheck("check", document, *ONLY, "--fix")
    assert document.read_bytes() == b"\xfe\xff" + GOOD.encode("utf-16-be")


def test_standard_input_is_fixed_to_standard_output():
    result = lawcheck("check", "-", *ONLY, "--fix", "--output-format", "concise", stdin=BAD.encode())
    assert (result.status, result.out) == (0, GOOD)
    assert result.err == "lawcheck: 修改了 1 个文件的 2 处\n检查了 1 个文件，没有发现问题\n"
    assert lawcheck("check", "-", *ONLY, "--fix", stdin=GOOD.encode()).out == GOOD


def test_an_encoding_that_lacks_a_character(document):
    """The file stays as it is and is told, and its findings are reported all the same."""
    text = "各機關應當健全制度,明確責任,並公布實施規定的內容(一年內完成)。" * 3
    document.write_bytes(text.encode("big5"))
    with pytest.raises(SourceError, match=r"big5 编码中没有“们”（U\+4EEC），文件未修改；请先另存为 UTF-8$"):
        OpenedFile(document.read_bytes(), str(document)).editor.after([[Edit(0, len(text), "们")]])
    assert document.read_bytes() == text.encode("big5")


def test_permissions_and_links_stay(document, tmp_path):
    document.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(document)
    assert lawcheck("check", link, *ONLY, "--fix").status == 0
    assert link.is_symlink()
    assert document.read_text(encoding="utf-8") == GOOD
    assert stat.S_IMODE(document.stat().st_mode) == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "link.txt"]


def test_a_file_that_cannot_be_replaced_stays_as_it_is(document, tmp_path, monkeypatch):
    def fail(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    result = lawcheck("check", document, *ONLY, "--fix")
    assert result.status == 2
    assert result.err.startswith(f"lawcheck: {document}：无法写入（磁盘已满），未修改\n")
    assert "PUN001" in result.out
    assert document.read_text(encoding="utf-8") == BAD
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_that_may_not_be_written(document, monkeypatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    result = lawcheck("check", document, *ONLY, "--fix")
    assert result.err.startswith(f"lawcheck: {document}：没有写入权限，未修改\n")
    assert (result.status, document.read_text(encoding="utf-8")) == (2, BAD)


def test_a_file_that_was_changed_meanwhile(document, monkeypatch):
    """Between the reading and the fix, and between the fix and its writing."""
    for place in ("lawcheck.pipeline.fix", "lawcheck.surfaces.cli.fixing_files.replace_unchanged"):
        with monkeypatch.context() as patch:
            real = resolve_name(place)
            patch.setattr(
                place, lambda *given, real=real: (document.write_text(BAD * 2, encoding="utf-8"), real(*given))[1]
            )
            result = lawcheck("check", document, *ONLY, "--fix")
        assert result.status == 2
        assert "文件已有变动" in result.err
        assert document.read_text(encoding="utf-8") == BAD * 2
        document.write_text(BAD, encoding="utf-8")


def test_suppressed_findings_are_not_fixed(document):
    document.write_text(f"# lawcheck: ignore-file PUN001\n{BAD}", encoding="utf-8")
    lawcheck("check", document, *ONLY, "--fix")
    assert document.read_text(encoding="utf-8") == f"# lawcheck: ignore-file PUN001\n{GOOD.replace('，', ',', 1)}"
