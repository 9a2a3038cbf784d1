"""Pictures of the places of findings: for documents that are pages, each with the place outlined."""

import base64
import io
from dataclasses import replace

import pytest
from command import lawcheck
from html_pages import faults, parsed, words
from pdf_files import pdf, text
from PIL import Image

from lawcheck import pipeline
from lawcheck.reading import read_stream
from lawcheck.reading.paged import page_worker
from lawcheck.reading.paged.page_worker import UnreadError
from lawcheck.reporting.display import views
from lawcheck.reporting.display.display import named
from lawcheck.reporting.display.views import Views
from lawcheck.reporting.html import HtmlReporter
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.registry import all_rules
from lawcheck.text.source import Source

pytestmark = pytest.mark.slow

ROWS = ("示例区实施方案", "为改善环境,推进工作。", "区财政局、区财政局配合。")
PAGE = "".join(text(90, 100 + 30 * n, row) for n, row in enumerate(ROWS))
GREY_KIND, COLOURED_KIND = "L", "RGB"


def checked(data, name="方案.pdf"):
    return pipeline.check(read_stream(data, name), Options(all_rules()))


def taken(found, data, language="zh"):
    return Views(data).pictures(found.source, named(found), language)


def image(picture):
    return Image.open(io.BytesIO(base64.b64decode(picture.png)))


def corners(outline):
    return [tuple(map(int, point.split(","))) for point in outline.split()]


def has_ink(picture, outline):
    xs, ys = zip(*corners(outline), strict=True)
    return min(image(picture).convert("L").crop((min(xs), min(ys), max(xs), max(ys))).tobytes()) < 100


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_place_is_outlined_on_the_picture_of_its_page(turned):
    data = pdf(PAGE, turned=turned)
    found = checked(data)
    pictures = taken(found, data)
    assert set(pictures) == {name for each in named(found) for name in each.names}
    for picture in pictures.values():
        drawn = image(picture)
        assert (drawn.size, drawn.mode) == ((picture.width, picture.height), GREY_KIND)
        assert all(has_ink(picture, outline) for outline in picture.outlines)
        assert picture.read == ""
    comma = next(each for each in pictures.values() if "“,”" in each.label)
    assert comma.label == "第 1 页的图像，框出“,”"


def test_colours_are_kept_where_there_are_some():
    data = pdf("0.9 0.1 0.1 rg\n" + PAGE)
    assert {image(each).mode for each in taken(checked(data), data).values()} == {COLOURED_KIND}


def test_what_stands_on_two_lines_has_two_outlines_and_its_picture_ends_with_the_page():
    data = pdf(text(90, 800, "推进各项工作，由区财政局、区财") + text(90, 830, "政局配合。"))
    found = checked(data)
    pages = found.source.pages
    start = found.source.text.index("区财政局、") + 5
    place = views._place(pages, start, start + 4)
    assert [len(place["boxes"]), place["page"]] == [2, 1]
    (view,) = page_worker._views(data, asked(place | {"name": "a"}))
    assert len(view["shapes"]) == 2
    assert view["height"] < 200


def asked(*places, of="pdf", room=10**6, pages=""):
    return {"of": of, "places": list(places), "bytes": room, "pages": pages, "ocr": "never"}


BOX = {"page": 1, "boxes": [[900, 1100, 2000, 1300]], "name": "a"}


def test_the_outline_goes_down_with_the_lines_of_a_page_that_was_put_straight():
    straight, slanted = (next(page_worker._views(pdf(PAGE), asked(BOX | {"slant": slant}))) for slant in (0.0, 0.05))
    (a, b, *_), (c, d, *_) = straight["shapes"][0], slanted["shapes"][0]
    assert (a[1] == b[1], d[1] > c[1]) == (True, True)


def test_a_place_beyond_the_page_has_no_picture():
    assert list(page_worker._views(pdf(PAGE), asked(BOX | {"boxes": [[900, 99000, 2000, 99200]]}))) == []


def test_there_are_no_more_bytes_than_are_asked_for():
    first, second = page_worker._views(pdf(PAGE, PAGE), asked(BOX, BOX | {"page": 2, "name": "b"}))
    assert [first["name"], second["name"]] == ["a", "b"]
    room = len(first["png"])
    assert len(list(page_worker._views(pdf(PAGE, PAGE), asked(BOX, BOX | {"page": 2}, room=room)))) == 1


def test_a_damaged_file_is_told():
    with pytest.raises(UnreadError):
        list(page_worker._views(b"%PDF-1.7\nnothing", asked(BOX)))


def test_pictures_of_pages_are_cut_out_of_themselves():
    data = io.BytesIO()
    first, second = (Image.new("RGB", (1240, 1754), colour) for colour in ("white", "yellow"))
    first.save(data, "TIFF", save_all=True, append_images=[second])
    (view,) = page_worker._views(data.getvalue(), asked(BOX | {"page": 2}, of="picture"))
    drawn = Image.open(io.BytesIO(base64.b64decode(view["png"])))
    assert drawn.getpixel((5, 5)) == (255, 255, 0)


def test_a_doubtful_reading_says_what_was_read():
    data = pdf(PAGE)
    found = checked(data)
    at = found.source.text.index(",")
    unsure = replace(found, source=replace(found.source, pages=found.source.pages._replace(doubtful=((at, at + 1),))))
    assert [each.read for each in taken(unsure, data).values() if each.read] == [","]


def test_there_are_none_where_the_file_cannot_be_drawn(tmp_path):
    found = checked(pdf(PAGE))
    for data in (b"%PDF-1.7\nnothing", b"", "一段文字".encode()):
        assert taken(found, data) == {}
    assert Views().pictures(replace(found.source, path="-"), named(found), "zh") == {}
    assert Views().pictures(replace(found.source, path=str(tmp_path / "没有.pdf")), named(found), "zh") == {}


def test_a_point_before_all_text_has_none():
    pages = checked(pdf(PAGE)).source.pages
    assert views._place(pages._replace(edges=pages.edges[:0]), 0, 0) == {}


def html(*found):
    reporter = HtmlReporter()
    for each in found:
        reporter.add(each, "zh")
    return reporter.finish((), "zh")


def test_the_report_has_a_picture_on_each_card_and_only_of_pages(tmp_path):
    path = tmp_path / "方案.pdf"
    path.write_bytes(pdf(PAGE))
    done = lawcheck("check", path, "--isolated", "--output-format", "html")
    page = parsed(done.out)
    assert faults(page) == []
    cards = page.xpath('//li[starts-with(@class, "card")]')
    assert cards
    for card in cards:
        assert card.xpath('.//svg[@role="img"]/image[starts-with(@href, "data:image/png;base64,")]')
        assert card.xpath(".//svg/polygon/@points")
    as_text = pipeline.check(Source("\n".join(ROWS), "方案.txt"), Options(all_rules()))
    assert "<svg" not in html(as_text)


def test_it_is_said_that_there_are_too_many(tmp_path, monkeypatch):
    path = tmp_path / "方案.pdf"
    path.write_bytes(pdf(PAGE))
    found = checked(path.read_bytes(), str(path))
    assert "未附页面图像" not in html(found)
    monkeypatch.setattr(views, "MOST_PICTURES", 1)
    one = parsed(html(found, found))
    assert len(one.xpath("//svg")) == 1
    assert words(one).count("未附页面图像") == 2
    monkeypatch.setattr(views, "MOST_PICTURES", 400)
    sizes = [len(each.png) for each in taken(found, path.read_bytes()).values()]
    monkeypatch.setattr(views, "MOST_BYTES", sum(sizes) - 1)
    assert "未附页面图像" in html(found)
