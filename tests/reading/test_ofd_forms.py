"""OFD files as the programs of offices write them: what is composed, turned, hidden, upright or a picture."""

import time

import pytest
from ofd_files import LEFT, SIZE, lines, ofd, page, rule, words
from test_page_pictures import image, recognised

from lawcheck import SourceError
from lawcheck.reading import read_stream
from lawcheck.reading.paged import ofd_drawing, ofd_pages

__all__ = ["recognised"]  # a fixture

LONG = "为方便居民就近办理各类事项，区人民政府决定在全区各街道设立便民服务点，由各街道办事处负责选址和日常管理。"


def text_of(data):
    return read_stream(data, "文件.ofd").text


def with_resources(*contents, resources, page_resources=""):
    """An OFD file with a part of resources that belongs to the document, and one that belongs to its pages."""
    data = ofd(*contents, **{"Doc_0/DocumentRes": f"<Res BaseLoc='Res'>{resources}</Res>", "Doc_0/P": page_resources})
    return renamed(data, b"<ofd:CommonData>", b"<ofd:CommonData><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>")


def renamed(data, old, new):
    """The same package with something else in its parts."""
    import io
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(packed, "w") as other:
        for name in archive.namelist():
            other.writestr(name, archive.read(name).replace(old, new))
    return packed.getvalue()


def added(data, **parts):
    import io
    import zipfile

    packed = io.BytesIO(data)
    with zipfile.ZipFile(packed, "a") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def turned(text, x, y, ctm):
    """A line of words that is turned by its matrix, from a place on the page."""
    return words(text, x, y + SIZE, CTM=ctm).replace(f'Y="{SIZE}"', 'Y="0"')


def test_characters_that_stand_one_below_the_other():
    column = (
        '<ofd:TextObject ID="1" Boundary="40 60 10 60" Font="2" Size="5">'
        '<ofd:TextCode X="0" Y="5" DeltaY="g 3 6">责任单位</ofd:TextCode></ofd:TextObject>'
    )
    grid = [rule(30, y, 150, y) for y in (55, 95)] + [rule(x, 55, x, 95) for x in (30, 60, 150)]
    source = read_stream(ofd(page(*grid, column, words("区民政局", 70, 75))), "a.ofd")
    (row,) = source.tables[0].rows
    assert [source.text[cell.start : cell.end].replace("\n", "") for cell in row] == ["责任单位", "区民政局"]


@pytest.mark.parametrize(
    ("ctm", "place"),
    [
        ("0 -1 1 0 0 0", lambda x, y: (y, 297 - x)),
        ("-1 0 0 -1 0 0", lambda x, y: (210 - x, 297 - y)),
        ("0 1 -1 0 0 0", lambda x, y: (210 - y, x)),
    ],
)
def test_a_page_whose_text_lies_on_its_side(ctm, place):
    rows = [LONG[:20], LONG[20:40], LONG[40:]]
    shown = [turned(row, *place(40, 60 + 10 * at), ctm) for at, row in enumerate(rows)]
    x, y = place(30, 90)
    data = ofd(page(*shown, rule(x, y, x, y + 30), words("1", 100, 285, 4)))
    (seen,), _ = ofd_pages.read_ofd_pages(data, "a.ofd")
    assert text_of(data) == LONG + "\n"
    assert (seen.width, seen.height) == ((8419, 5953) if ctm[0] == "0" else (5953, 8419))


def test_text_that_lies_on_its_side_beside_upright_text_is_left_out():
    data = ofd(page(lines(LONG)[0], turned("密级", 20, 250, "0 -1 1 0 0 0")))
    assert text_of(data) == LONG + "\n"


def test_the_text_layer_below_the_picture_of_a_scan():
    for more in ({"Alpha": "0"}, {"Fill": "false"}):
        source = read_stream(ofd(page(words("区民政局按期完成", **more))), "a.ofd")
        assert (source.text, source.scanned, source.pages.recognised) == ("区民政局按期完成\n", True, (1,))
    assert text_of(ofd(page(lines(LONG)[0], words("看不见", 30, 200, Alpha="0")))) == LONG + "\n"
    outlined = words("空心字", 30, 200, Fill="false", Stroke="true")
    assert text_of(ofd(page(outlined))) == "空心字\n"


def test_what_is_composed_is_drawn_where_it_is_used():
    unit = f"<CompositeGraphicUnit ID='u' Width='90' Height='20'><Content>{words('示例区文件', 0, 10)}</Content>"
    used = f'<ofd:CompositeObject ID="7" ResourceID="u" Boundary="{LEFT} 40 90 20"/>'
    missing = '<ofd:CompositeObject ID="8" ResourceID="none" Boundary="0 0 9 9"/>'
    data = with_resources(
        page(used, missing, lines(LONG, 90)[0]), resources=unit.replace("ofd:", "") + "</CompositeGraphicUnit>"
    )
    assert text_of(data) == f"示例区文件\n{LONG}\n"
    own = page(used, lines(LONG, 90)[0], area="<ofd:PageRes>../../P.xml</ofd:PageRes>")
    resources = f"<Res>{unit}</CompositeGraphicUnit></Res>".replace("ofd:", "")
    assert text_of(with_resources(own, resources="", page_resources=resources)) == f"示例区文件\n{LONG}\n"


@pytest.mark.slow
def test_what_holds_itself_comes_to_an_end(monkeypatch):
    monkeypatch.setattr(ofd_drawing, "_MOST_COMPOSITES", 100)
    again = '<CompositeObject ResourceID="u" Boundary="0 0 90 20"/>' * 20
    unit = f"<CompositeGraphicUnit ID='u'><Content>{again}</Content></CompositeGraphicUnit>"
    begun = time.process_time()
    data = with_resources(page(again, words("末行。")), resources=unit)
    assert text_of(data) == "末行。\n"
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("char", ["\xa4", "\ufffd", "\ue123"])
def test_fonts_that_name_no_characters(char):
    with pytest.raises(SourceError, match="文字的编码已丢失"):
        text_of(ofd(page(words(char * 30), words("1", 100, 280))))
    assert text_of(ofd(page(lines(LONG)[0], words(char, 30, 200)))).startswith(LONG)


def pictured(*pages):
    """An OFD file whose pages hold the pictures p1 (white) and p2 (black)."""
    media = "".join(
        f"<MultiMedia ID='p{at}' Type='Image'><MediaFile>page_{at}.png</MediaFile></MultiMedia>" for at in (1, 2)
    )
    data = with_resources(*pages, resources=f"<MultiMedias>{media}</MultiMedias>")
    return added(data, **{f"Doc_0/Res/page_{at}.png": image(colour) for at, colour in ((1, "white"), (2, "black"))})


def shows(name, size="0 0 210 297"):
    return page(f'<ofd:ImageObject ID="3" ResourceID="{name}" Boundary="{size}"/>')


@pytest.mark.slow
def test_pages_that_are_pictures_are_recognised(recognised, monkeypatch):
    data = pictured(shows("p2"), shows("p1"))
    source = read_stream(data, "扫描.ofd")
    assert (source.text, source.scanned) == ("二、明确责任\n一、各单位应当健全制度\n", True)
    monkeypatch.setenv("LAWCHECK_PAGES", "2")
    assert text_of(data) == "一、各单位应当健全制度\n"


def test_small_pictures_and_those_that_are_missing_are_no_pages(recognised):
    for data in (pictured(shows("p1", "90 90 40 40")), pictured(shows("p9")), ofd(shows("p1"))):
        with pytest.raises(SourceError, match="没有文字层"):
            text_of(data)


def test_recognition_instead_of_the_text(recognised, monkeypatch):
    data = pictured(page(words("文字层"), '<ofd:ImageObject ResourceID="p2" Boundary="0 0 210 297"/>'))
    assert text_of(data) == "文字层\n"
    monkeypatch.setenv("LAWCHECK_OCR", "always")
    assert text_of(data) == "二、明确责任\n"
    assert text_of(ofd(page(words("只有文字。")))) == "只有文字。\n"
