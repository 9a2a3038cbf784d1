"""WordprocessingML: its names, and what its elements say."""

from lxml import etree

from lawcheck.reading.safe_xml import Element

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML: w("p") is that of a paragraph."""
    return f"{{{_WORD}}}{name}"


def serialise(root: Element) -> bytes:
    """A part as it stands in a package."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def child(element: Element | None, name: str) -> Element | None:
    """The first child of this name, if there is one."""
    return None if element is None else element.find(w(name))


def value(element: Element | None, name: str) -> str | None:
    """The w:val of the first child of this name."""
    found = child(element, name)
    return None if found is None else found.get(w("val"))


def is_on(element: Element | None, name: str) -> bool | None:
    """Whether a property that is on or off is on; None where nothing is said."""
    found = child(element, name)
    return None if found is None else found.get(w("val"), "1") not in ("0", "false", "off")
