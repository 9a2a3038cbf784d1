"""The looks of Word files: what is in force and where it comes from, and what GB/T 9704 has to say of it."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import docx as python_docx
import pytest
from command import lawcheck
from docx_documents import abstract, cell, changed, docx, field, level, num, p, run, style, table

from lawcheck.layout import Layout, Said
from lawcheck.readers import read_path, read_stream

A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = '<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1400"/>'
FOOTERS = '<w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="even" r:id="footer2"/>'
SECTION = f"<w:sectPr>{FOOTERS}{A4}{MARGINS}</w:sectPr>"
EXACT = '<w:spacing w:line="579" w:lineRule="exact"/>'
INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
EVEN = "<w:evenAndOddHeaders/>"


def font(name: str, size: int | None = None) -> str:
    """The properties of a run in a font, in half-points."""
    return f'<w:rFonts w:eastAsia="{name}"/>' + (f'<w:sz w:val="{size}"/>' if size else "")


def number(alignment: str, text: str = "1", properties: str = "") -> str:
    """A paragraph with a page number as the standard has it."""
    about = properties or '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/>'
    return p(
        run("— ", about) + field(" PAGE ", text).replace("<w:r><w:t ", f"<w:r><w:rPr>{about}</w:rPr><w:t ")
        + run(" —", about),
        properties=f'<w:jc w:val="{alignment}"/>',
    )  # fmt: skip


DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'
    '<w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
STYLES = (
    DEFAULTS
    + style("Normal", EXACT + INDENT, run_properties=font("仿宋_GB2312", 32))
    + style("Heading", FLUSH + '<w:jc w:val="center"/>', "Normal", run_properties=font("方正小标宋简体", 44))
    + style("First", "", "Normal", run_properties=font("黑体"))
    + style("Second", "", "Normal", run_properties=font("楷体_GB2312"))
    + style("Flush", FLUSH, "Normal")
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="x"><a:themeElements><a:fontScheme '
    'name="x"><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:font script="Hans" typeface="黑体"/>'
    '</a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Jpan" typeface="明朝"/>'
    '<a:font script="Hans" typeface="宋体"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)
TITLE = p("示例区人民政府办公室关于做好公园管理工作的通知", style="Heading")
OPENING = p("为了方便居民休息，根据区政府工作安排，现就做好公园管理工作通知如下。")
LINES = (
    TITLE,
    p("各街道办事处，区政府各部门：", style="Flush"),
    OPENING,
    p("一、总体要求", style="First"),
    p("先易后难，分批推进，把公园建在居民身边。"),
    p("（一）修整道路", style="Second"),
    p("各街道按照分工清理公园道路，安装座椅和路灯。"),
    p("1.清理。" + "每周清理一次。"),
    p("附件：公园名单"),
    p("示例区人民政府办公室", properties='<w:jc w:val="right"/>'),
    p("2024年3月5日", properties='<w:jc w:val="right"/>'),
)


def document(*lines: str, section: str = SECTION, styles: str = STYLES, settings: str = EVEN, **parts: str) -> bytes:
    """A document as the standard has it, but for what is given."""
    footers = {"footer1": number("right"), "footer2": number("left", "2")}
    body = "".join(lines or LINES)
    return docx(body, section, styles=styles, settings=settings, theme1=THEME, **(footers | parts))


def check(data: bytes, tmp_path: Path, *arguments: str, codes: str = "FMT") -> dict[str, list[str]]:
    """What the command finds: the messages, with the texts of their places, by code."""
    path = tmp_path / "示例.docx"
    path.write_bytes(data)
    done = lawcheck("check", path, "--output-format", "json", "--select", codes, *arguments)
    assert done.err == ""
    text = read_path(path).text
    found: dict[str, list[str]] = {}
    for d in done.json["files"][0]["diagnostics"]:
        places = d.get("occurrences") or [d]
        shown = "、".join(text[place["offset"] : place["end_offset"]] for place in places)
        found.setdefault(d["code"], []).append(f"{d['message']}：{shown}")
    return found


def layout(data: bytes) -> Layout:
    found = read_stream(data).layout
    assert found is not None
    return found


def test_a_document_that_conforms_has_no_finding(tmp_path):
    assert check(document(), tmp_path) == {}
