"""Word files whose pages are pictures."""

import io
import zipfile

import numpy
import pytest
from command import lawcheck
from docx_documents import docx, p, zipped
from PIL import Image

from lawcheck.errors import SourceError
from lawcheck.reading import read_stream
from lawcheck.reading.paged import page_worker, paged_reader
from lawcheck.reading.paged.glyphs import seen_page
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.page_pictures import page_pictures

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"


def drawing(name, width=5_000_000, height=7_000_000):
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWN}/wordprocessingDrawing"><wp:extent cx="{width}" cy="{height}"/>'
        f'<a:blip xmlns:a="{_DRAWN}/main" xmlns:r="{_RELATIONS}" r:embed="{name}"/></wp:inline></w:drawing></w:r>'
    )


def image(colour):
    data = io.BytesIO()
    Image.new("RGB", (400, 500), colour).save(data, "PNG")
    return data.getvalue()


def pictured(*runs, words=""):
    """A Word file with these drawings, of which the pictures are r1 (white) and r2 (black)."""
    data = docx("".join(p(run) for run in runs) + p(words))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    links = parts.get("word/_rels/document.xml.rels", b"<Relationships></Relationships>").decode()
    if "xmlns=" not in links:
        links = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    told = "".join(
        f'<Relationship Id="r{at}" Type="{_RELATIONS}/image" Target="media/image{at}.png"/>' for at in (1, 2)
    )
    parts["word/_rels/document.xml.rels"] = links.replace("</Relationships>", told + "</Relationships>").encode()
    return zipped(parts | {"word/media/image1.png": image("white"), "word/media/image2.png": image("black")})


@pytest.fixture
def recognised(monkeypatch, tmp_path):
    """Recognition without its program: a white page has one text, a black one another."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def lines(self, pixels):
        words = "一、各单位应当健全制度" if pixels[0, 0, 0] else "二、明确责任"
        step = numpy.float64(30)
        chars = [[char, 0.99, float(50 + at * step), float(80 + at * step)] for at, char in enumerate(words)]
        return [[[[50, 100], [80 + 30 * len(words), 100], [80 + 30 * len(words), 130], [50, 130]], chars, []]]

    def read(data, name, kind, options, lengths=()):
        asked = {"ocr": options.ocr, "pages": options.pages, "name": name, "lengths": lengths}
        return [seen_page(page) for page in page_worker._PAGES_OF[kind](data, asked)]

    monkeypatch.setattr("lawcheck.reading.paged.recogniser.Recogniser._lines", lines)
    monkeypatch.setattr(paged_reader, "read_pages", read)
    monkeypatch.setattr(paged_reader, "find_spec", lambda name: True)


def test_their_text_is_recognised_in_its_order(recognised):
    source = read_stream(pictured(drawing("r2"), drawing("r1")), "扫描.docx")
    assert source.text == "二、明确责任\n一、各单位应当健全制度\n"
    assert (source.scanned, source.pages.recognised, source.format.name) == (True, (1, 2), "picture")


def test_small_pictures_are_no_pages_and_old_ones_have_no_size(recognised):
    vml = f'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="{_RELATIONS}"'
    old = f'<w:r><w:pict><v:imagedata {vml} r:id="r1"/></w:pict></w:r>'
    data = pictured(drawing("r2", 500_000), old, drawing("r9"), drawing("r2", "x"))
    assert page_pictures(Package(data, "a.docx")) == [image("white")]
    with pytest.raises(SourceError, match=r"只有图片，没有可以检查的文字$"):
        read_stream(pictured(drawing("r2", 500_000)), "a.docx")
    bare = f'<w:r><a:blip xmlns:a="{_DRAWN}/main" xmlns:r="{_RELATIONS}" r:embed="r1"/></w:r>'
    assert len(page_pictures(Package(pictured(bare), "a.docx"))) == 1


def test_a_text_with_a_picture_is_read_as_before(recognised):
    source = read_stream(pictured(drawing("r1"), words="示例区工作方案"), "a.docx")
    assert (source.text.strip(), source.pages, source.format.name) == ("示例区工作方案", None, "docx")


def test_without_the_extra_one_line_says_what_to_install(monkeypatch, tmp_path):
    path = tmp_path / "扫描.docx"
    path.write_bytes(pictured(drawing("r1")))
    assert "没有可用的文字层" in lawcheck("check", path, "--ocr", "never").err
    monkeypatch.setattr(paged_reader, "find_spec", lambda name: None)
    done = lawcheck("check", path, "--isolated")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "只有图片，要识别其中的文字请安装：pip install 'lawcheck[ocr]'" in done.err


def test_nothing_is_fixed_in_them(recognised, tmp_path):
    path = tmp_path / "扫描.docx"
    data = pictured(drawing("r1"))
    path.write_bytes(data)
    done = lawcheck("check", path, "--fix", "--isolated")
    assert (done.status, path.read_bytes()) == (2, data)
    assert "不能改写" in done.err
    noted = lawcheck("annotate", path, "-o", tmp_path / "批注.docx", "--isolated")
    assert (noted.status, noted.err.count("\n")) == (2, 1)
    assert "不能批注" in noted.err
