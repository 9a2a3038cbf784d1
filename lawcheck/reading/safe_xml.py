"""XML from outside, parsed without entities, document types and network, within bounds."""

import re

from lxml import etree

from lawcheck.errors import LawcheckError, Words

Element = etree._Element

# An element is at least one tag, an attribute one sign; each costs some 120 bytes once parsed.
_MOST_NODES = 2_500_000
_DOCTYPE = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E|<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y")

_DECLARES = Words("含有 DTD 或实体声明，拒绝读取", "declares a DTD or entities and is not read")


class RefusedXmlError(LawcheckError):
    """A part is not well-formed, or asks for what no document needs; its text is the reason for the user."""


def parse_xml(data: bytes) -> Element:
    """The root of a part; raises RefusedXmlError."""
    if _DOCTYPE.search(data):
        raise RefusedXmlError(_DECLARES)
    if data.count(b"<") + 2 * data.count(b"=") > _MOST_NODES:
        raise RefusedXmlError(Words("内容过于庞大，拒绝读取", "is too large and is not read"))
    # A parser of its own for each part: what a hostile part leaves behind must not reach the next.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise RefusedXmlError(Words("内容不是完好的 XML", "is not well-formed XML")) from error
    # Whatever the encoding hid from the search above.
    if root.getroottree().docinfo.internalDTD is not None:
        raise RefusedXmlError(_DECLARES)
    return root
