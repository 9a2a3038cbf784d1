"""Word files that nobody should trust: refused in one line with exit status 2, at once, and nothing is written."""

import io
import os
import shutil
import stat
import struct
import subprocess
import zipfile
import zlib
from functools import cache
from pathlib import Path

import pytest
from command import lawcheck
from docx_documents import COMPARED, abstract, cell, docx, in_list, level, num, p, run, style, table, zipped
from timing import PATIENCE, grows_linearly, wait_until

from benchmarks.fuzz_docx import fuzz, parts
from lawcheck.errors import SourceError
from lawcheck.reading import Batch, packed_parts, read_path, read_stream
from lawcheck.reading.word import package as package_module

GOOD = docx(p("示例区工作方案"))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(data: bytes, name: str = "甲.docx") -> str:
    """Why a file is refused."""
    with pytest.raises(SourceError) as caught:
        read_stream(data, name)
    assert str(caught.value) == f"{name}：{caught.value.message}"
    assert "\n" not in caught.value.message
    return caught.value.message


def with_part(name: str, content: str | bytes) -> bytes:
    data = content if isinstance(content, bytes) else content.encode()
    return zipped({**parts(GOOD), name: data})


def directory_patched(data: bytes, offset: int, value: bytes) -> bytes:
    """A package with other bytes in the first entry of its directory."""
    place = data.index(b"PK\x01\x02") + offset
    return data[:place] + value + data[place + len(value) :]


def test_a_zip_bomb_by_its_ratio():
    bomb = with_part("word/document.xml", b"<a>" + b" " * 20_000_000 + b"</a>")
    assert refused(bomb) == "压缩率异常（可能是压缩炸弹），拒绝读取"


def test_a_zip_bomb_by_its_size(monkeypatch):
    monkeypatch.setattr(packed_parts, "MAX_TOTAL", 3_000)
    monkeypatch.setattr(packed_parts, "MAX_PART", 2_000)
    assert refused(with_part("word/a.bin", os.urandom(2_001))) == "其中的部件解压后超过 0 MiB，拒绝读取"
    many = zipped({**parts(GOOD), "word/a.bin": os.urandom(1_500), "word/b.bin": os.urandom(1_500)})
    assert refused(many) == "解压后超过 0 MiB，拒绝读取"


def test_a_part_that_is_larger_than_the_directory_says():
    data = zipped({**parts(GOOD), "word/document.xml": b"<a>" + os.urandom(1000).hex().encode() + b"</a>"})
    place = data.rindex(b"PK\x01\x02", 0, data.index(b"word/document.xml", data.index(b"PK\x01\x02")))
    lying = data[: place + 24] + struct.pack("<L", 10) + data[place + 28 :]
    assert refused(lying) == "部件 word/document.xml 已损坏"


def test_very_many_parts():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}", b"")
    assert refused(packed.getvalue()) == "压缩包中的部件超过 10000 个，拒绝读取"


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "word/../../evil", "C:/evil", "word\\evil", "a\nb", ".."])
def test_names_that_lead_elsewhere(name):
    assert refused(with_part(name, "x")) == "压缩包中有指向外部的路径，拒绝读取"


def test_two_parts_of_one_name():
    packed = io.BytesIO(GOOD)
    with pytest.warns(UserWarning), zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("word/document.xml", b"<other/>")
    assert refused(packed.getvalue()) == "压缩包中有重名的部件，拒绝读取"


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE d SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE d [<!ENTITY x SYSTEM "http://192.0.2.1/x">]>',
        "<!DOCTYPE d>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_and_entities(doctype, encoding):
    text = parts(GOOD)["word/document.xml"].decode()
    head, _, rest = text.partition("?>")
    content = f"{head}?>{doctype}{rest}".replace('encoding="UTF-8"', f'encoding="{encoding}"').encode(encoding)
    reason = refused(with_part("word/document.xml", content))
    assert reason == "部件 word/document.xml 含有 DTD 或实体声明，拒绝读取"


def test_a_document_type_in_an_encoding_of_its_own():
    content = '<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE d+AD4-+ADw-d/+AD4-'.encode("ascii")
    assert refused(with_part("word/document.xml", content)) == "部件 word/document.xml 含有 DTD 或实体声明，拒绝读取"


@pytest.mark.slow
def test_xml_too_large_too_deep_or_broken():
    assert refused(docx(run("<") * 100_000 + "<w:p>")) == "部件 word/document.xml 内容不是完好的 XML"
    nested = "<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000
    assert refused(docx(nested)) == "部件 word/document.xml 内容不是完好的 XML"
    noise = "".join(f'<w:p w:a="{n}"/>' for n in range(900_000))
    assert refused(docx(noise)) == "部件 word/document.xml 内容过于庞大，拒绝读取"


def test_parts_that_are_missing_or_damaged():
    files = parts(GOOD)
    del files["word/document.xml"]
    assert refused(zipped(files)) == "不是 Word 文件（.docx）：其中没有正文"
    assert refused(zipped({"word/a.xml": b"<a/>"})) == "不是 Word 文件（.docx）：其中没有正文"
    assert refused(with_part("word/document.xml", "<document/>")) == (
        "不是普通的 Word 文件（.docx），请用 Word 或 WPS 另存为 .docx"
    )
    damaged = bytearray(zipped({"_rels/.rels": files["_rels/.rels"]}))
    damaged[45] ^= 0xFF
    assert refused(bytes(damaged)) == "部件 _rels/.rels 已损坏"


def test_pages_that_are_pictures():
    picture = {"word/media/image1.png": b"\x89PNG"}
    scanned = parts(docx(p("<w:r><w:drawing/></w:r>") + p()))
    assert refused(zipped(scanned | picture)) == "只有图片，没有可以检查的文字"
    # An empty file and a text with a picture in it are read.
    assert read_stream(zipped(scanned), "甲.docx").text.strip() == ""
    assert read_stream(zipped(parts(GOOD) | picture), "甲.docx").text == "示例区工作方案\n"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_truncated_files(share):
    assert refused(GOOD[: int(len(GOOD) * share)]) == "不是 Word 文件（.docx），或者文件已损坏、不完整"


def test_encrypted_files():
    assert refused(directory_patched(GOOD, 8, b"\x01\x00")) == "文件已加密，请先去掉打开密码"
    assert refused(OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")) == "文件已加密，请先去掉打开密码"
    assert refused(directory_patched(GOOD, 10, b"\x0e\x00")) == "压缩方法不常用，拒绝读取"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("甲.docx", "正文".encode(), "不是 Word 文件（.docx），或者文件已损坏、不完整"),
        ("甲.docx", b"", "不是 Word 文件（.docx），或者文件已损坏、不完整"),
        ("甲.docx", OLE + b"\0" * 512, "是旧版 Office 文件，不是 .docx，请改用正确的扩展名"),
        ("甲.doc", GOOD, "扩展名是 .doc，内容却不是，请改正扩展名或者另存为 .docx"),
        ("甲.odt", OLE, "扩展名是 .odt，内容却不是，请改正扩展名或者另存为 .docx"),
        ("甲.rtf", b"\x89PNG\r\n", "扩展名是 .rtf，内容却不是，请改正扩展名或者另存为 .docx"),
        ("甲.md", GOOD, "是 Word 文件（.docx），扩展名却是文本的，请改正扩展名"),
    ],
)
def test_wrong_endings(name, data, reason):
    assert refused(data, name) == reason


HUGE = {
    "nested tables": lambda n: ("<w:tbl><w:tr><w:tc>" * 80 + p("甲") + "</w:tc></w:tr></w:tbl>" * 80) * (n // 250),
    "wide cells": lambda n: table([cell("甲", span=999_999_999)] * n),
    "many cells": lambda n: table(*[[cell("甲")] * 20] * (n // 4)),
    "open fields": lambda n: "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * n * 4 + "</w:p>",
    "nested results": lambda n: (
        "<w:p>"
        + '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>甲</w:t></w:r>' * n * 4
        + "</w:p>"
    ),
    "text boxes": lambda n: (
        "<w:p>" + "<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>" * n * 4 + "</w:p>"
    ),
    "style chains": lambda n: p("甲", style=f"s{n}") * n,
    "sections": lambda n: '<w:sectPr><w:headerReference r:id="x"/></w:sectPr>' * n * 4,
    "long numbers": lambda n: p("甲", 1, 0) * (n // 40),
}


@pytest.mark.growth
@pytest.mark.parametrize("name", HUGE)
def test_huge_documents_take_no_undue_time(name):
    @cache
    def data(size: int) -> bytes:
        styles = "".join(style(f"s{n}", in_list(1), f"s{n - 1}") for n in range(size + 1))
        numbering = abstract(1, level(0, "decimal", "%1" * 900)) + num(1, 1)
        return docx(HUGE[name](size), styles=styles, numbering=numbering)

    assert grows_linearly(lambda size: read_stream(data(size), "甲.docx"), 500)


@pytest.mark.slow
def test_damaged_packages_are_annotated_and_fixed_or_refused():
    outcomes = fuzz([build() for build in COMPARED.values()], 150).outcomes
    assert outcomes.total() == 150
    assert {name.split(": ")[1] for name in outcomes} >= {"annotated and fixed", "refused"}


def test_the_command_says_one_line_and_writes_nothing(tmp_path):
    bad = tmp_path / "坏.docx"
    bad.write_bytes(GOOD[:-30])
    good = tmp_path / "好.docx"
    good.write_bytes(GOOD)
    result = lawcheck("check", tmp_path, "--fix", "--select", "NUM")
    assert result.status == 2
    assert result.err.splitlines()[0] == f"lawcheck: {bad}：不是 Word 文件（.docx），或者文件已损坏、不完整"
    assert good.read_bytes() == GOOD
    assert sorted(path.name for path in tmp_path.iterdir()) == ["坏.docx", "好.docx"]


def test_a_checksum_that_is_wrong():
    files = parts(GOOD)
    data = bytearray(GOOD)
    crc = struct.pack("<L", zlib.crc32(files["word/document.xml"]))
    for _ in range(2):
        place = data.index(crc)
        data[place : place + 4] = b"\0\0\0\0"
    assert refused(bytes(data)) == "部件 word/document.xml 已损坏"


# LibreOffice


@pytest.fixture(scope="module")
def converted(tmp_path_factory, soffice) -> Path:
    """A folder with one document in the formats that LibreOffice writes."""
    folder = tmp_path_factory.mktemp("formats")
    (folder / "甲.docx").write_bytes(COMPARED["official"]())
    for ending in ("doc", "odt", "rtf"):
        profile = (folder / "profile").as_uri()
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending]
        subprocess.run(
            [*command, "--outdir", str(folder), str(folder / "甲.docx")],
            check=True,
            capture_output=True,
            timeout=PATIENCE,
        )
    shutil.copy(folder / "甲.doc", folder / "乙.wps")
    shutil.rmtree(folder / "profile")
    return folder


# What the files are, whatever their names.
FOUND = {"甲.doc": "doc", "乙.wps": "doc", "甲.odt": "odt"}


def test_other_formats_read_as_the_same_text(converted):
    expected = read_path(converted / "甲.docx").text
    batch = Batch([str(converted / name) for name in ("甲.doc", "乙.wps", "甲.odt", "甲.rtf")])
    for name in ("甲.doc", "乙.wps", "甲.odt"):
        source = batch.read(str(converted / name))
        assert source.text == expected
        assert (source.format.name, source.encoding, source.path) == (FOUND[name], "", str(converted / name))
    # LibreOffice writes no Chinese labels into RTF; the text itself it does.
    assert "先易后难，分批推进。" in batch.read(str(converted / "甲.rtf")).text


def test_what_libreoffice_cannot_read_costs_only_itself(converted, tmp_path):
    broken = tmp_path / "坏.doc"
    broken.write_bytes(OLE + os.urandom(600))
    cut = tmp_path / "断.doc"
    cut.write_bytes((converted / "甲.doc").read_bytes()[:9_000])
    shutil.copy(converted / "甲.doc", tmp_path / "好.doc")
    result = lawcheck("check", tmp_path, "--select", "NUM")
    assert result.status == 2
    reason = "LibreOffice 不能转换此文件，它可能已损坏或者已加密"
    assert result.err.splitlines() == [f"lawcheck: {path}：{reason}" for path in (broken, cut)]
    assert "检查了 1 个文件" in result.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["坏.doc", "好.doc", "断.doc"]


def test_a_misnamed_file_among_those_for_libreoffice_costs_only_itself(converted, tmp_path):
    (tmp_path / "假.doc").write_bytes(GOOD)
    (tmp_path / "空.odt").write_bytes(b"")
    shutil.copy(converted / "甲.doc", tmp_path / "好.doc")
    result = lawcheck("check", tmp_path, "--select", "NUM")
    assert result.status == 2
    assert [line.rpartition("：")[2] for line in result.err.splitlines()] == [
        "扩展名是 .doc，内容却不是，请改正扩展名或者另存为 .docx",
        "扩展名是 .odt，内容却不是，请改正扩展名或者另存为 .docx",
    ]
    assert "检查了 1 个文件" in result.out


def test_a_part_that_is_missing_is_one_line():
    package = package_module.Package(GOOD, "甲.docx")
    with pytest.raises(SourceError, match=r"甲.docx：缺少部件 word/none.xml$"):
        package.read("word/none.xml")


def test_without_libreoffice_it_is_said_what_to_install(converted, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    result = lawcheck("check", converted / "甲.doc")
    assert result.status == 2
    assert result.err == (
        f"lawcheck: {converted / '甲.doc'}：要有 LibreOffice 才能读取：请安装它"
        "（Debian、Ubuntu：apt install libreoffice-writer-nogui），或者用 Word、WPS 另存为 .docx\n"
    )


def test_a_conversion_that_hangs_is_ended_with_its_children(converted, tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 300 &\necho $! > {tmp_path}/child\nwait\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    written = tmp_path / "child"
    wait = subprocess.Popen.wait

    def time_out(process, timeout=None):
        """The time is over when the program has started its child."""
        if timeout is None:
            return wait(process)
        wait_until(lambda: written.exists() and written.read_text(encoding="utf-8"))
        raise subprocess.TimeoutExpired(process.args, timeout)

    monkeypatch.setattr(subprocess.Popen, "wait", time_out)
    with pytest.raises(SourceError, match="LibreOffice 不能转换此文件"):
        read_path(converted / "甲.doc")
    child = Path(f"/proc/{int(written.read_text(encoding='utf-8'))}")
    wait_until(lambda: not child.exists() or "\nState:\tZ" in (child / "status").read_text("utf-8"))
