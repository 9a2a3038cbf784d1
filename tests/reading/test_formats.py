"""The table of formats: a new reader is one function and one row."""

import ast
import io
import zipfile
from pathlib import Path

import pytest
from command import lawcheck
from hypothesis import given
from hypothesis import strategies as st

import lawcheck as package
from lawcheck.errors import SourceError, Words
from lawcheck.pipeline import check
from lawcheck.reading import Batch, OpenedFile, formats, read_path, read_stream
from lawcheck.reading.formats import DOCX, FORMATS, HTML, MARKDOWN, identify, of_ending
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.registry import Selection
from lawcheck.text.file_format import LINE_COMMENT, PLAIN, FileFormat
from lawcheck.text.source import Source

OPTIONS = Options(Selection(select=["PUN001", "OCR014"]).rules())
PLAN = "示例区便民行动方案\n\n一、总体要求\n健全制度,明确责任。\n"


# A reader as somebody else would write it: a container with one text in it.


def is_boxed(data: bytes) -> bool:
    return data.startswith(b"PK") and b"boxed.txt" in data[:60]


def read_boxed(data: bytes, name: str, original: bool) -> Source:
    try:
        text = zipfile.ZipFile(io.BytesIO(data)).read("boxed.txt").decode()
    except (zipfile.BadZipFile, KeyError) as error:
        raise SourceError(name, Words("不是装箱文件", "no boxed file")) from error
    return Source(text, name, encoding="")


BOXED = FileFormat(
    "boxed", (".box",), Words("装箱文件（.box）", "a boxed file (.box)"), is_boxed, read=read_boxed, keeps_text=True
)
# And one of a text: a markup in which lines that begin with two dots are not seen.
DOTTED = FileFormat("dotted", (".dot",), Words("点标文本（.dot）", "a dotted text (.dot)"), comment=LINE_COMMENT)


def boxed(text: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("boxed.txt", text)
    return packed.getvalue()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a document in each of the two formats, which are rows of the table."""
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, BOXED, DOTTED))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "甲.box").write_bytes(boxed(PLAN))
    (tmp_path / "乙.dot").write_text(PLAN, encoding="utf-8")
    return tmp_path


def test_a_row_is_all_that_a_new_format_needs(folder):
    result = lawcheck("check", ".", "--isolated", "--jobs", 1, "--select", "PUN001", "--output-format", "json")
    files = result.json["files"]
    assert [(file["path"], file["encoding"], file["characters"]) for file in files] == [
        ("乙.dot", "utf-8", len(PLAN)),
        ("甲.box", "boxed", len(PLAN)),
    ]
    assert [[found["offset"] for found in file["diagnostics"]] for file in files] == [[PLAN.index(",")]] * 2
    assert lawcheck("text", "甲.box").out == PLAN
    again = lawcheck("check", ".", "--isolated", "--jobs", 1, "--select", "PUN001", "--output-format", "json")
    assert again.json == result.json  # known from before


def test_its_content_tells_it_where_its_name_says_nothing(folder):
    assert identify(boxed(PLAN), "-") is BOXED
    assert read_stream(boxed(PLAN), "箱").text == PLAN
    with pytest.raises(SourceError, match=r"^a.txt：是 装箱文件（.box），扩展名却是文本的"):
        read_stream(boxed(PLAN), "a.txt")


def test_every_list_of_formats_has_it(folder):
    (folder / "空").mkdir()
    assert ".box、.dot 文件" in lawcheck("check", "空").err
    (folder / "图.txt").write_bytes(b"GIF89a")
    assert ".box、.dot 文件" in lawcheck("check", "图.txt").err


def test_a_container_without_an_editor_is_not_fixed(folder):
    before = (folder / "甲.box").read_bytes()
    for option in ("--fix", "--diff"):
        result = lawcheck("check", "甲.box", "--isolated", option, "--select", "PUN001")
        known = "、".join(formats.editable_endings())
        told = f"甲.box：是 装箱文件（.box），不能改写；能改写的有 {known} 文件，请先另存为其中一种"
        assert (result.status, result.err.splitlines()[0]) == (2, f"lawcheck: {told}")
    assert (folder / "甲.box").read_bytes() == before
    assert ".box" not in known and ".dot" in known
    assert lawcheck("check", "乙.dot", "--isolated", "--fix", "--select", "PUN001").status == 0
    assert (folder / "乙.dot").read_text(encoding="utf-8") == PLAN.replace(",", "，")


def test_reports_for_programs_have_no_edits_of_what_has_no_lines(folder):
    told = [lawcheck("check", name, "--isolated", "--output-format", "rdjson").out for name in ("甲.box", "乙.dot")]
    assert ["suggestions" in text for text in told] == [False, True]


def test_many_of_one_format_are_converted_together(tmp_path, monkeypatch):
    calls = []

    def convert(documents):
        calls.append([Path(name).name for name, _ in documents])
        return [data.removeprefix(b"!") for _, data in documents]

    row = FileFormat("odd", (".odd",), Words("怪", "odd"), holds=("odd",), sniff=is_odd, read=read_odd, convert=convert)
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, row))
    for name in "甲乙丙":
        (tmp_path / f"{name}.odd").write_bytes(b"!" + name.encode())
    paths = [str(tmp_path / f"{name}.odd") for name in "甲乙丙"]
    batch = Batch(paths)
    assert [batch.read(path).text for path in paths] == ["甲", "乙", "丙"]
    assert calls == [["甲.odd", "乙.odd", "丙.odd"]]
    assert read_path(paths[0]).format is row
    (tmp_path / "甲.odd").write_bytes(b"?")
    with pytest.raises(SourceError, match="，内容却不是"):
        read_path(paths[0])


def is_odd(data: bytes) -> bool:
    return data.startswith(b"!")


def read_odd(data: bytes, name: str, original: bool) -> Source:
    return Source(data.decode(), name, encoding="")


# What rows say


def test_names_and_endings_are_of_one_row_each():
    names = [row.name for row in FORMATS]
    endings = [ending for row in FORMATS for ending in row.endings]
    assert (len(set(names)), len(set(endings))) == (len(names), len(endings))
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings)
    assert all(set(row.holds) <= set(names) for row in FORMATS)


def test_the_ending_decides_whatever_its_case():
    assert of_ending("方案.DOCX") is DOCX
    assert of_ending("方案.Htm") is HTML
    assert of_ending("方案") is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_html_is_known_in_every_encoding(encoding):
    assert identify("\n <!DOCTYPE html><p>正文</p>".encode(encoding), "-") is HTML
    assert identify("正文 <html>".encode(encoding), "-") is PLAIN


@given(st.binary(max_size=80), st.sampled_from(["-", "a", "a.txt", "a.md", "a.html", "a.docx"]))
def test_any_bytes_have_a_format(data, name):
    assert identify(data, name) in FORMATS


def test_line_ends_and_markup_are_asked_of_the_row():
    residue = "加强**组织**领导&nbsp;落实。\n"
    found = {row.name: [d.code for d in check(Source(residue, format=row), OPTIONS).diagnostics] for row in FORMATS}
    bare = [row.name for row in FORMATS if row.read_markup is None]
    assert {"text", "docx", "rtf"} <= set(bare) <= found.keys() - {"markdown", "html"}
    assert [name for name, codes in found.items() if "OCR014" in codes] == bare
    assert MARKDOWN.line_ends_count and not HTML.line_ends_count


def test_a_text_that_cannot_be_written_back_as_it_was_is_not_edited():
    """Big5 has two codes for 十; standard input is written nowhere and is edited all the same."""
    usual = ("各機關應當健全制度，明確責任，並公布實施規定的內容（十年內完成）。" * 3).encode("big5")
    odd = usual.replace("十".encode("big5"), b"\xa2\xcc")
    assert OpenedFile(usual, "甲.txt").editor.after([]) == usual
    with pytest.raises(SourceError, match="不能原样写回"):
        OpenedFile(odd, "甲.txt").editor.after([])
    assert OpenedFile(odd, "-").editor.after([]) == usual


@pytest.mark.slow
def test_no_module_beside_the_table_asks_for_a_format_by_its_name():
    """`source.format == "docx"` and the like: the row has a column for what is asked."""
    names = {row.name for row in FORMATS}
    found = []
    for path in sorted(Path(package.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare):
                parts = [node.left, *node.comparators]
                attributes = {part.attr for part in parts if isinstance(part, ast.Attribute)}
                words = {part.value for part in parts if isinstance(part, ast.Constant)}
                if attributes & {"format", "encoding", "name"} and words & names:
                    found.append(f"{path.name}:{node.lineno}")
    assert found == []
