"""Writes small PDF files, with a font that every reader of PDF knows and that needs not be in them."""

PAGE = (595, 842)
_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
    b"/DW 1000>>]>>"
)


def text(x, y, words, size=16):
    """Words on a page, from its upper left corner, in points."""
    return f"BT /F {size} Tf 1 0 0 1 {x} {PAGE[1] - y} Tm <{words.encode('utf-16-be').hex()}> Tj ET\n"


def rule(x1, y1, x2, y2):
    """A drawn line."""
    return f"{x1} {PAGE[1] - y1} m {x2} {PAGE[1] - y2} l S\n"


def box(x1, y1, x2, y2, paint="S"):
    """A drawn box; `paint` "f" fills it."""
    return f"{x1} {PAGE[1] - y2} {x2 - x1} {y2 - y1} re {paint}\n"


def lines(words, x=90, y=100, width=25, size=16, pitch=28):
    """A paragraph as it stands on a page: its first line two characters to the right; and where the next one begins."""
    rows = [words[: width - 2], *(words[at : at + width] for at in range(width - 2, len(words), width))]
    shown = [text(x + (2 * size if at == 0 else 0), y + at * pitch, row, size) for at, row in enumerate(rows)]
    return "".join(shown), y + len(rows) * pitch


def pdf(*pages, extra=b"", font=_FONT, turned=0):
    """A PDF file with these pages."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        font,
    ]
    for at, content in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {PAGE[0]} {PAGE[1]}]/Rotate {turned}"
            f"/Resources<</Font<</F 3 0 R>>>>/Contents {5 + 2 * at} 0 R>>".encode()
        )
        data = content.encode()
        objects.append(b"<</Length %d>>stream\n%b\nendstream" % (len(data), data))
    return packed(objects, extra)


def packed(objects, extra=b""):
    """A PDF file of these objects, the first of which is its root."""
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, extra, len(out))
    )
