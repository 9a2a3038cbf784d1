"""What is left of a Word file when all that was written into it is taken back."""

from lxml import etree

from lawcheck.reading.word.xml import w

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def undone(root, author="审校"):
    """The XML after all comments are deleted and all changes of the author rejected, in a form that can be compared."""
    for element in list(root.iter(w("commentRangeStart"), w("commentRangeEnd"))):
        element.getparent().remove(element)
    for element in list(root.iter(w("commentReference"))):
        element.getparent().getparent().remove(element.getparent())
    for element in list(root.iter(w("ins"))):
        if element.get(w("author")) == author:
            element.getparent().remove(element)
    for element in list(root.iter(w("del"))):
        if element.get(w("author")) == author:
            for text in element.iter(w("delText")):
                text.tag = w("t")
            for inner in list(element):
                element.addprevious(inner)
            element.getparent().remove(element)
    return joined(root)


def joined(root) -> bytes:
    """Adjacent runs that look alike as one, so that it does not matter where runs were cut."""
    for element in list(root.iter(w("r"))):
        before = element.getprevious()
        alike = before is not None and before.tag == w("r") and before.attrib == element.attrib
        if alike and look(before) == look(element):
            before.extend([e for e in element if e.tag != w("rPr")])
            element.getparent().remove(element)
    for element in list(root.iter(w("t"), w("delText"))):
        element.attrib.pop(SPACE, None)
        before = element.getprevious()
        if before is not None and before.tag == element.tag:
            before.text = (before.text or "") + (element.text or "")
            element.getparent().remove(element)
    return etree.tostring(root, method="c14n")


def look(element) -> bytes:
    properties = element.find(w("rPr"))
    return b"" if properties is None else etree.tostring(properties, method="c14n")
