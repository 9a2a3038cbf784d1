"""Pictures in a Word document that are pages: scans that somebody put into it."""

from collections.abc import Iterator

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.package import Package

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# A picture that is a page is at least so wide and high: 10 cm, in the units of Word. Seals and signs are smaller.
_LEAST = 3_600_000


def page_pictures(package: Package) -> list[bytes]:
    """The pictures in the body that are as large as pages, in their order."""
    parts = package.relationships(package.main, "image")
    names = [parts.get(name, "") for name in _named(package.xml(package.main))]
    return [package.read(name) for name in names if name]


def _named(body: Element) -> Iterator[str]:
    for found in body.iter(_BLIP, _IMAGE):
        if found.tag == _IMAGE:
            yield found.get(f"{_RELATIONS}id", "")
        elif _is_large(found):
            yield found.get(f"{_RELATIONS}embed", "")


def _is_large(picture: Element) -> bool:
    for above in picture.iterancestors(f"{_DRAWING}inline", f"{_DRAWING}anchor"):
        extent = above.find(f"{_DRAWING}extent")
        sizes = [extent.get(name, "") for name in ("cx", "cy")] if extent is not None else []
        return bool(sizes) and all(size.isdecimal() and len(size) < 12 and int(size) >= _LEAST for size in sizes)
    return True
