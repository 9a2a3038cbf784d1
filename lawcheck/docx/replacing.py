"""Edits made in the runs themselves: what is new takes on the formatting of the run that it stands in."""

import copy

from lxml import etree

from lawcheck.diagnostics import Edit
from lawcheck.docx.places import touched
from lawcheck.docx.runs import like, overlapping, set_text, text_element
from lawcheck.docx.walker import WordParagraph
from lawcheck.docx.xml import Element, child, w


def replace(paragraph: WordParagraph, edit: Edit) -> None:
    """Makes an edit in its runs; of several in one paragraph the last one comes first."""
    content = edit.content
    for start, end, element in touched(paragraph, edit):
        first, last = max(edit.start - start, 0), min(edit.end, end) - start
        if element.tag == w("t"):
            text = element.text or ""
            set_text(element, text[:first] + content + text[last:])
        elif content:
            new = text_element("t", content)
            if first:
                element.addnext(new)
            else:
                element.addprevious(new)
        if last - first == end - start and not (element.tag == w("t") and content):
            _remove(element)
        content = ""


def split(paragraph: WordParagraph, at: int) -> None:
    """Ends a paragraph at a place, as Enter does: the one before the place is new and looks like the old one."""
    start, _, element = overlapping(paragraph.runs, at - 1, at)[0]
    text = element.text or ""
    if element.tag == w("t") and at - start < len(text):
        element.addnext(text_element("t", text[at - start :]))
        set_text(element, text[: at - start])
    run = element.getparent()
    old = run.getparent() if run is not None else None
    assert run is not None and old is not None
    ahead = like(run)
    run.addprevious(ahead)
    ahead.extend([e for e in (*reversed([*element.itersiblings(preceding=True)]), element) if e.tag != w("rPr")])
    new = etree.Element(w("p"))
    properties = child(old, "pPr")
    new.extend([] if properties is None else [copy.deepcopy(properties)])
    new.extend([e for e in (*reversed([*ahead.itersiblings(preceding=True)]), ahead) if e is not properties])
    old.addprevious(new)
    if all(e.tag == w("rPr") for e in run):
        old.remove(run)


def _remove(element: Element) -> None:
    """Takes a part out of its run, and the run away when nothing else was in it."""
    run = element.getparent()
    parent = run.getparent() if run is not None else None
    assert run is not None and parent is not None
    run.remove(element)
    if all(e.tag == w("rPr") for e in run):
        parent.remove(run)
