"""What is not the author's text: each layer finds one sort of it, and it is cut from the view.

A layer is a function from a view to the cuts that it wants. The order matters: each sees what the ones before left.
"""

from lawcheck.text.layers.addresses import addresses, entities
from lawcheck.text.layers.cells import cell_cuts
from lawcheck.text.layers.copies import copy_cuts
from lawcheck.text.layers.directives import directive_cuts
from lawcheck.text.layers.front_matter import front_matter_cuts
from lawcheck.text.layers.furniture import furniture_cuts
from lawcheck.text.layers.heading_marks import heading_mark_cuts
from lawcheck.text.layers.linebreaks import linebreak_cuts
from lawcheck.text.layers.markup import newline_cuts, read_markup
from lawcheck.text.layers.segments import segment_cuts
from lawcheck.text.layers.watermark import watermark_cuts
from lawcheck.text.layers.web_page import web_page_cuts
from lawcheck.text.source import Source
from lawcheck.text.view import View

_LAYERS = (front_matter_cuts, watermark_cuts, furniture_cuts, copy_cuts, web_page_cuts, segment_cuts, linebreak_cuts)


def clean(source: Source) -> View:
    """The view of a document that its author would recognise."""
    view = View(source.text, source.labels, source.body_end, source.tables, source.contents)
    view = view.without(cell_cuts(view.tables))
    view = view.without(newline_cuts(view))
    view = view.without(directive_cuts(view, source.format))
    view = view.without(*read_markup(view, source.format))
    view = view.without(heading_mark_cuts(view, source.format))
    for find_cuts in _LAYERS:
        view = view.without(find_cuts(view))
    kept = addresses(view.text)
    # Where they are markup they are cut.
    if source.format.read_markup is None:
        kept += entities(view.text)
    return view.without((), kept=kept)
