"""Writes small OFD files as their standard says: a zip package of XML, lengths in millimetres."""

import io
import zipfile
from xml.sax.saxutils import escape

SIZE = 5.6
PITCH = 9.9
LEFT = 28.0
WIDTH = 27
_NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def words(text, x=LEFT, y=50.0, size=SIZE, **attributes):
    """A line of words whose characters stand one after another; `attributes` are those of the object."""
    more = "".join(f' {name}="{value}"' for name, value in attributes.items())
    steps = " ".join(str(size / 2 if char.isascii() else size) for char in text[:-1])
    step = f' DeltaX="{steps}"' if steps else ""
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y - size} 150 10" Font="2" Size="{size}"{more}>'
        f'<ofd:TextCode X="0" Y="{size}"{step}>{escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def lines(text, y=50.0, width=WIDTH):
    """A paragraph as it stands on a page: its first line two characters to the right; and where the next one begins."""
    rows = [text[: width - 2], *(text[at : at + width] for at in range(width - 2, len(text), width))]
    shown = [words(row, LEFT + (2 * SIZE if at == 0 else 0), y + at * PITCH) for at, row in enumerate(rows)]
    return "".join(shown), y + len(rows) * PITCH


def rule(x1, y1, x2, y2):
    """A drawn line."""
    return (
        f'<ofd:PathObject ID="3" Boundary="{x1} {y1} {x2 - x1} {y2 - y1}">'
        f"<ofd:AbbreviatedData>M 0 0 L {x2 - x1} {y2 - y1}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def page(*content, template="", area=""):
    """The part that a page is."""
    return (
        f"<ofd:Page {_NAMESPACE}>{area}{template}<ofd:Content><ofd:Layer ID='9'>{''.join(content)}</ofd:Layer>"
        "</ofd:Content></ofd:Page>"
    )


def ofd(*pages, templates=(), locations=None, **parts):
    """An OFD file of these pages; `parts` are further ones, by name without its ending."""
    named = locations or [f"Pages/Page_{at}/Content.xml" for at in range(len(pages))]
    tree = "".join(f'<ofd:Page ID="{at}" BaseLoc="{name}"/>' for at, name in enumerate(named))
    under = "".join(f'<ofd:TemplatePage ID="t{at}" BaseLoc="Tpls/T{at}.xml"/>' for at in range(len(templates)))
    members = {
        "OFD.xml": f"<ofd:OFD {_NAMESPACE}><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
        "</ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        f"</ofd:PhysicalBox></ofd:PageArea>{under}</ofd:CommonData><ofd:Pages>{tree}</ofd:Pages></ofd:Document>",
        **{f"Doc_0/Pages/Page_{at}/Content.xml": content for at, content in enumerate(pages)},
        **{f"Doc_0/Tpls/T{at}.xml": content for at, content in enumerate(templates)},
        **{f"{name}.xml": content for name, content in parts.items()},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()
