"""The tables of contents of Word files: known by their styles, by the field TOC, and by the block Word makes."""

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from lawcheck import check_path
from lawcheck.pipeline import parse
from lawcheck.reading import read_path

ENTRIES = ["一、目标", "二、任务", "三、要求"]
BODY = ["一、目标", "管护绿道20公里。", "二、任务", "每周巡查一次。", "三、要求", "按时报送情况。"]


def by_style(document):
    style = document.styles.add_style("TOC 1", WD_STYLE_TYPE.PARAGRAPH)
    for entry in ENTRIES:
        document.add_paragraph(f"{entry}\t1", style=style)


def by_field(document):
    paragraphs = [document.add_paragraph() for _ in ENTRIES]
    mark(paragraphs[0], "begin")
    code = OxmlElement("w:instrText")
    code.text = ' TOC \\o "1-3" '
    paragraphs[0].add_run()._r.append(code)
    mark(paragraphs[0], "separate")
    for paragraph, entry in zip(paragraphs, ENTRIES, strict=True):
        paragraph.add_run(entry)
    mark(paragraphs[-1], "end")


def mark(paragraph, kind):
    character = OxmlElement("w:fldChar")
    character.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(character)


def by_block(document):
    block, properties, part, gallery, content = (
        OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "docPartObj", "docPartGallery", "sdtContent")
    )
    gallery.set(qn("w:val"), "Table of Contents")
    part.append(gallery)
    properties.append(part)
    block.extend([properties, content])
    for text in ["目录", *ENTRIES]:
        content.append(document.add_paragraph(text)._p)
    document.element.body.insert(1, block)


@pytest.mark.parametrize("add", [by_style, by_field, by_block])
def test_the_outline_has_each_heading_once(tmp_path, add):
    document = docx.Document()
    document.add_paragraph("示例区绿道管护方案")
    add(document)
    for line in BODY:
        document.add_paragraph(line)
    path = tmp_path / "contents.docx"
    document.save(str(path))
    parsed = parse(read_path(path))
    assert [node.marker + node.title for node in parsed.nodes] == ENTRIES
    (contents,) = parsed.frame.contents
    assert [entry.title for entry in contents.entries] == ENTRIES
    assert {d.code for d in check_path(path).diagnostics if not d.code.startswith("FMT")} == set()
