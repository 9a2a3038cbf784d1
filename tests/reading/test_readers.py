"""Encodings, file types and folders."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.errors import SourceError
from lawcheck.reading import find_documents, read_path, read_stream, storage
from lawcheck.reading.formats import endings

TEXT = "示例区人民政府办公室关于印发实施方案的通知\n一、总体要求\r\n（一）工作思路。先易后难，分批推进。\n"
ALL = f"{'、'.join(endings())} 文件"
OTHERS = f"，不能读取；能读取的有 {ALL}，请先另存为其中一种"
TRADITIONAL = (
    "示範市人民政府辦公室關於印發實施方案的通知。各鄉鎮政府，市政府各部門：現將方案印發給你們，請認真貫徹執行。"
)


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
    ],
)
def test_recognises_the_encoding_and_keeps_the_text(encoding, said):
    source = read_stream(TEXT.encode(encoding), "方案.txt")
    assert (source.text, source.encoding, source.path) == (TEXT, said, "方案.txt")


def test_utf16_and_utf32_big_endian_marks():
    assert read_stream(b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT
    source = read_stream(b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"))
    assert (source.text, source.encoding) == (TEXT, "utf-32")


def test_gb18030_is_not_taken_for_big5_nor_big5_for_gb18030():
    assert read_stream(TRADITIONAL.encode("big5")).text == TRADITIONAL
    assert read_stream(TRADITIONAL.encode("big5")).encoding == "big5"
    assert read_stream(TRADITIONAL.encode("gb18030")).encoding == "gb18030"


def test_utf16_without_mark_or_ascii():
    source = read_stream(TRADITIONAL.encode("utf-16-le"))
    assert (source.text, source.encoding) == (TRADITIONAL, "utf-16-le")


def test_a_damaged_byte_is_told_with_its_place():
    for encoding in ("utf-8", "gb18030"):
        data = TEXT.encode(encoding)
        with pytest.raises(SourceError) as caught:
            read_stream(data + b"\xff", "a.txt")
        assert caught.value.message == (
            f"像是 {encoding.upper()} 文本，但第 {len(data) + 1} 个字节处已损坏，请取回完好的文件"
        )


def test_rare_characters_in_gb18030_are_read_when_nothing_speaks_against_them():
    assert read_stream("锟斤拷烫烫".encode("gb18030")).text == "锟斤拷烫烫"


def test_an_empty_document():
    assert read_stream(b"").text == ""


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "是 PDF 文件（.pdf），扩展名却是文本的，请改正扩展名"),
        (b"PK\x03\x04....word/document.xml", "是 Word 文件（.docx），扩展名却是文本的，请改正扩展名"),
        (b"{\\rtf1", "是 RTF 文件（.rtf），扩展名却是文本的，请改正扩展名"),
        (
            b"PK\x03\x04....xl/workbook.xml",
            f"是 Excel 文件（.xlsx）{OTHERS}",
        ),
        (b"PK\x03\x04....", f"是压缩文件（zip）{OTHERS}"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "是 Office 97—2003 文件（.doc），扩展名却是文本的，请改正扩展名",
        ),
        (b"\x89PNG\r\n\x1a\n", "是 PNG、JPG、TIF 图片（.png、.jpg、.tif），扩展名却是文本的，请改正扩展名"),
        ("方案\0".encode(), "不是文本文件（含有空字节）"),
        (bytes(range(1, 32)) * 9, "不是文本文件（控制字符过多）"),
        (b"\xff\xfe\x00", "开头是 utf-16 的字节序标记，内容却不是这种编码"),
        ("方案".encode() + b"\xff\xfe\x81", "无法识别文字编码；请另存为 UTF-8 或 GB18030"),
        (b"caf\xe9", "无法识别文字编码；请另存为 UTF-8 或 GB18030"),
        (b"\x01\x02\x81\xff", "无法识别文字编码；请另存为 UTF-8 或 GB18030"),
    ],
)
def test_what_is_no_text_is_one_clear_error(data, reason):
    with pytest.raises(SourceError) as caught:
        read_stream(data, "附：件.txt")
    assert str(caught.value) == f"附：件.txt：{reason}"
    assert (caught.value.path, caught.value.message) == ("附：件.txt", reason)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_a_source_error(data):
    try:
        source = read_stream(data, "a.txt")
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        assert source.text == data.decode(source.encoding)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1))
def test_utf8_always_comes_back_as_it_was(text):
    assert read_stream(text.encode()).text == text


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.txt", "正文", "text"),
        ("a.MD", "# 标题", "markdown"),
        ("a.htm", "<p>正文</p>", "html"),
        ("-", "  <!DOCTYPE html><p>正文</p>", "html"),
        ("-", "正文", "text"),
    ],
)
def test_the_format_comes_from_the_name_or_the_beginning(name, text, expected):
    assert read_stream(text.encode(), name).format.name == expected


def test_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(storage, "MAX_BYTES", 1024 * 1024)
    path = tmp_path / "大.txt"
    path.write_bytes(b"a" * (1024 * 1024 + 1))
    with pytest.raises(SourceError, match=r"大.txt：超过大小上限（1 MiB）$"):
        read_path(path)


def test_missing_file_and_folder_as_a_file(tmp_path):
    with pytest.raises(SourceError, match=r"无.txt：文件不存在$"):
        read_path(tmp_path / "无.txt")
    with pytest.raises(SourceError, match=r"：是目录，不是文件$"):
        read_path(tmp_path)
    with pytest.raises(SourceError, match=r"：无法读取（文件名无效）$"):
        read_path("a\0b")


def test_folders_are_walked_in_order_without_hidden_files(tmp_path):
    for name in ("b.md", "a.txt", "c.docx", "~$c.docx", ".hidden.txt", "sub/z.HTML", "sub/y.htm", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("正文", encoding="utf-8")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = [os.path.relpath(path, tmp_path) for path in find_documents(str(tmp_path))]
    assert found == ["a.txt", "b.md", "c.docx", str(Path("sub/y.htm")), str(Path("sub/z.HTML"))]


def test_a_folder_without_documents(tmp_path):
    (error,) = find_documents(str(tmp_path))
    assert str(error) == f"{tmp_path}：目录中没有 {ALL}"


def test_what_may_not_be_read(tmp_path, monkeypatch):
    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied", str(tmp_path))

    monkeypatch.setattr("os.scandir", refuse)
    (error,) = find_documents(str(tmp_path))
    assert str(error) == f"{tmp_path}：没有读取权限"


def test_a_file_name_that_is_no_utf8(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xb7\xbd\xb0\xb8.txt")
    Path(path).write_bytes("正文".encode())
    source = read_path(path)
    assert source.text == "正文"
    assert source.path.endswith("����.txt")
