"""Scans and pictures: what recognition gives becomes text as that of PDF files does."""

import io
import json

import numpy
import pytest
from command import lawcheck
from pdf_files import lines, pdf, text
from PIL import Image

from lawcheck.errors import SourceError
from lawcheck.pipeline import check
from lawcheck.reading import read_stream
from lawcheck.reading.paged import page_worker
from lawcheck.reading.paged.glyphs import Glyph, SeenPage, seen_page
from lawcheck.reading.paged.page_options import Ocr, page_numbers
from lawcheck.reading.paged.paged_text import paged_source
from lawcheck.reading.paged.pdf_pages import Pdf
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.findings import Severity
from lawcheck.rulebook.registry import Selection

pytestmark = pytest.mark.slow

ASKED = {"ocr": "auto", "pages": "", "name": "扫描.png"}
SIZE = 40


class Found:
    """What the engine says of a picture with these lines."""

    def __init__(self, *rows, turned=0.0, sure=0.99):
        self.txts = [row for row in rows if row] or None
        self.boxes = numpy.array([self._box(at, row, turned) for at, row in enumerate(rows)])
        self.word_results = [
            [(char, sure, [[100 + SIZE * x, 0], [140 + SIZE * x, 0]]) for x, char in enumerate(row)] for row in rows
        ]

    def _box(self, at, row, turned):
        right, top = 100 + SIZE * len(row), 100 + 60 * at
        drop = turned * (right - 100)
        return [[100, top], [right, top + drop], [right, top + SIZE + drop], [100, top + SIZE]]


def png(*more):
    data = io.BytesIO()
    first, *others = (Image.new("RGB", (1240, 900 + at), "white") for at in range(1 + len(more)))
    first.save(data, "TIFF" if more else "PNG", **({"save_all": True, "append_images": others} if more else {}))
    return data.getvalue()


@pytest.fixture
def engine(monkeypatch, tmp_path):
    """Recognition that gives what it is told."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    calls = []

    def give(*found):
        waiting = list(found)

        class Engine:
            def __init__(self, params):
                pass

            def __call__(self, pixels, return_word_box):
                calls.append(pixels.shape)
                return waiting.pop(0)

        monkeypatch.setattr("lawcheck.reading.paged.recogniser.RapidOCR", Engine)
        return calls

    return give


def read(data, kind=page_worker._pictures, **more):
    return paged_source([seen_page(page) for page in kind(data, {**ASKED, **more})], "扫描.png")


def test_a_picture_is_read_and_known_the_second_time(engine):
    calls = engine(Found("各单位应当健全制度，明确责任，抓好", "落实。"))
    source = read(png())
    assert source.text == "各单位应当健全制度，明确责任，抓好落实。\n"
    assert (source.scanned, source.pages.recognised, source.pages.doubtful) == (True, (1,), ())
    assert read(png()).text == source.text
    assert len(calls) == 1


def test_a_picture_of_many_pages(engine):
    engine(Found("一、甲。"), Found("二、乙。"))
    assert read(png(1)).text == "一、甲。\n二、乙。\n"
    engine(Found("二、乙。"))
    assert read(png(1), pages="2").text == "二、乙。\n"


def test_widths_of_marks_are_not_the_authors_and_a_turned_page_is_put_straight(engine):
    engine(Found("健全制度,明确责任;抓好落实(一)", "WTO, and GATT", turned=0.02))
    assert read(png()).text == "健全制度，明确责任；抓好落实（一）WTO, and GATT\n"


def test_boxes_that_are_not_those_of_the_text(engine):
    found = Found("一、总体要求")
    found.word_results = [found.word_results[0][:2]]
    engine(found)
    source = read(png())
    assert source.text == "一、总体要求\n"
    assert len(list(source.pages.boxes(0, 6))) == 1


def test_a_page_without_text(engine):
    engine(Found())
    assert read(png()).text == ""


def test_what_is_no_picture_is_told():
    with pytest.raises(page_worker.UnreadError):
        read(b"\x89PNG\r\n\x1a\nnothing")
    with pytest.raises(page_worker.UnreadError):
        read(png(), ocr=Ocr.NEVER)
    with pytest.raises(SourceError, match="不是完好的图片"):
        read_stream(b"\x89PNG\r\n\x1a\nnothing", "a.png")


def test_a_picture_of_too_many_points(monkeypatch, engine):
    monkeypatch.setattr(page_worker, "MOST_POINTS", 1000)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", Image.MAX_IMAGE_PIXELS)
    with pytest.raises(page_worker.UnreadError) as caught:
        read(png())
    assert caught.value.why == {"error": "size"}


def test_a_picture_of_too_many_pages(monkeypatch, engine):
    monkeypatch.setattr(page_worker, "MOST_PAGES", 1)
    engine(Found("一、甲。"))
    with pytest.raises(page_worker.UnreadError) as caught:
        read(png(1))
    assert caught.value.why == {"error": "pages"}


def test_pages_of_a_pdf_file_that_hold_only_a_picture(engine):
    picture = "q 400 0 0 400 90 300 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x20 EI Q\n"
    engine(Found("二、乙。"))
    source = read(pdf(lines("一、甲。")[0], picture), page_worker._pdf)
    assert source.text == "一、甲。\n二、乙。\n"
    assert (source.scanned, source.pages.recognised) == (None, (2,))
    assert read(pdf(lines("一、甲。")[0], picture), page_worker._pdf, ocr=Ocr.NEVER).text == "一、甲。\n"
    with pytest.raises(page_worker.UnreadError):
        read(pdf(picture), page_worker._pdf, ocr=Ocr.NEVER)


def test_without_the_extra_a_scan_says_which_page(monkeypatch):
    monkeypatch.setattr(page_worker.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(page_worker.UnreadError) as caught:
        read(pdf(lines("一、甲。")[0], text(90, 100, "\ue001\ue002")), page_worker._pdf)
    assert caught.value.why == {"scan": 2}


def test_findings_in_doubtful_characters_are_hints():
    words = "各单位应当健全制度,明确责任。"
    glyphs = [Glyph(c, 900 + 160 * at, 1060 + 160 * at, 1000, 160, 0.5) for at, c in enumerate(words)]
    source = paged_source([SeenPage(5950, 8420, glyphs, (), recognised=True)], "扫描.png")
    options = Options(Selection(select=["PUN001"]).rules())
    (found,) = check(source, options).diagnostics
    assert (found.severity, found.safety) == (Severity.INFO, None)
    sure = paged_source([SeenPage(5950, 8420, [each._replace(sure=1.0) for each in glyphs])], "a.pdf")
    assert check(sure, options).diagnostics[0].severity is not Severity.INFO


def test_doubtful_characters_are_marked_in_what_is_written(monkeypatch, tmp_path):
    from lawcheck.pipeline import parse
    from lawcheck.reporting.clean_copy import clean_copy

    glyphs = [
        Glyph(c, 900 + 160 * at, 1060 + 160 * at, 1000, 160, 0.5 if c in "健全" else 1)
        for at, c in enumerate("应健全制度")
    ]
    source = paged_source([SeenPage(5950, 8420, glyphs, (), recognised=True)], "扫描.png")
    assert clean_copy(source, parse(source), ".txt").decode() == "应〔健全？〕制度\n"
    assert clean_copy(source, parse(source), ".md").decode() == "# 应<mark>健全</mark>制度\n\n"
    assert clean_copy(source, parse(source), ".docx").startswith(b"PK")


def test_ranges_of_pages():
    assert page_numbers("1-3，5,7-") == [(1, 3), (5, 5), (7, 10**6)]
    for wrong in ("0", "3-1", "x", ""):
        with pytest.raises(ValueError):
            page_numbers(wrong)


def test_the_worker_answers_in_lines(monkeypatch, capsys):
    def call(data, asked):
        import sys

        class In:
            buffer = io.BytesIO(json.dumps(asked).encode() + b"\n" + data)

        monkeypatch.setattr(sys, "stdin", In)
        out = sys.stdout
        monkeypatch.setattr(page_worker, "_limit", lambda asked: None)
        page_worker.work()
        sys.stdout = out
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    first, last = call(pdf(lines("一、甲。")[0]), {**ASKED, "kind": "pdf"})
    assert (first["text"], last) == ("一、甲。", {"end": True})
    assert call(b"%PDF-1.4", {**ASKED, "kind": "pdf"}) == [{"error": "damaged"}]
    marks = [{"page": 1, "boxes": [[10, 10, 50, 50]], "severity": "info", "text": "甲"}]
    marked, _ = call(pdf(lines("一、甲。")[0]), {**ASKED, "kind": "marks", "marks": marks, "author": "lawcheck"})
    assert len(marked["file"]) > 1000
    assert call(b"%PDF-1.4", {**ASKED, "kind": "marks", "marks": marks, "author": ""}) == [{"error": "damaged"}]
    for error, said in (
        (ModuleNotFoundError("", name="cv2.x"), {"missing": "cv2", "extra": "ocr"}),
        (MemoryError(), {"error": "memory"}),
    ):

        def fails(data, asked, error=error):
            raise error

        monkeypatch.setitem(page_worker._PAGES_OF, "fails", fails)
        assert call(b"", {**ASKED, "kind": "fails"}) == [said]


def test_the_picture_of_a_page():
    assert Pdf(pdf(lines("一、甲。")[0])).picture(0, 72).size == (595, 842)


@pytest.mark.program  # the picture needs a Chinese font, which comes with the browser
def test_a_page_is_recognised(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    words = "各单位应当健全制度，明确责任。"
    picture = Pdf(pdf(lines(words)[0])).picture(0, 150).crop((100, 100, 1100, 400))
    path = tmp_path / "扫描.png"
    picture.save(path)
    assert lawcheck("text", path).out == f"{words}\n"


def test_a_page_that_was_put_straight_is_marked_where_it_slants(engine):
    from lawcheck.reading.paged.pdf_placing import slanted

    turned = 0.02
    words = "各单位应当健全制度，明确责任，抓好落实"
    engine(Found(*[words] * 12, turned=turned))
    source = read(png())
    ((page, slant),) = source.pages.slants
    assert (page, round(slant, 3)) == (1, turned)
    # The last character of the last line is as far down as it was on the picture, which is 1240 points wide.
    box = list(source.pages.boxes(len(source.text) - 2, len(source.text) - 1))[-1]
    x, y = slanted(box.left, (box.top + box.bottom) / 2, slant)
    scale = 5950 / 1240
    assert abs(x / scale - (100 + SIZE * (len(words) - 1))) < 3
    assert abs(y / scale - (100 + 60 * 11 + SIZE / 2 + turned * SIZE * (len(words) - 1))) < 3
    assert slanted(100, 200, 0.0) == (100, 200)


def test_a_short_last_line_is_as_large_as_the_others(engine):
    words = "各单位应当健全制度，明确责任，抓好落实并报告区民政局"
    found = Found(words, words, "备案。")
    found.boxes[2][2:, 1] += 14  # boxes of short lines are drawn more generously
    found.boxes[2][:2, 1] -= 14
    engine(found)
    assert read(png()).text == f"{words}{words}备案。\n"


def test_what_recognition_does_not_see_is_not_held_against_the_author(engine):
    engine(Found("示政发〔2025]12号和示政办发[2025〕3号，示政字[2025]4号", "按期完成…不得推诿"))
    source = read(png())
    assert "示政发〔2025〕12号和示政办发〔2025〕3号，示政字[2025]4号" in source.text
    at = source.text.index("按期完成……不得推诿") + 4
    assert source.pages.doubtful == ((at, at + 2),)
    assert len(source.pages.edges) == 2 * len(source.text)
    engine(Found("按期完成……不得推诿。"))
    assert read(png(1), pages="2").text == "按期完成……不得推诿。\n"


def test_brackets_around_figures_are_as_wide_as_the_line_is_chinese():
    from lawcheck.reading.paged.recogniser import _widened

    for line, told in (("(2025年通过)", "（2025年通过）"), ("平台(v2.0)推行", "平台（v2.0）推行"), ("f(x)", "f(x)")):
        assert "".join(_widened(line, at) for at in range(len(line))) == told
