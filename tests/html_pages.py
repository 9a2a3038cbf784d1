"""Reads pages as a browser would, and says what is wrong with them."""

from collections import Counter

from lxml import html


def parsed(text: str):
    return html.document_fromstring(text)


def words(element) -> str:
    """The text of an element, as one line."""
    return " ".join(element.text_content().split())


def shown_text(page) -> list[str]:
    """The paragraphs of the document, without what is only said to those who do not see them."""
    for aside in page.xpath('//article//span[@class="aside"]'):
        aside.text = ""
    return [line.text_content() for line in page.xpath('//article//*[contains(concat(" ", @class, " "), " line ")]')]


def faults(page) -> list[str]:
    """What no page may have: links that lead nowhere, names given twice, scripts and handlers from a document."""
    names = page.xpath("//@id")
    links = {link[1:] for link in page.xpath("//@href") if link.startswith("#")}
    handlers = [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    strange = page.xpath(
        "//iframe|//img|//object|//embed|//svg[not(@class='view')]|//base|//article//form|//article//script"
    )
    return [
        *(f"twice: {name}" for name, count in Counter(names).items() if count > 1),
        *(f"leads nowhere: {link}" for link in sorted(links - set(names))),
        *(f"handler: {name}" for name in handlers),
        *(f"element: {element.tag}" for element in strange),
    ]
