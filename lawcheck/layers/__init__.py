"""What is not the author's text: each layer finds one sort of it, and it is cut from the view.

A layer is a function from a view to the cuts that it wants. The order matters: each sees what the ones before left.
"""

from lawcheck.source import Source
from lawcheck.view import View


def clean(source: Source) -> View:
    """The view of a document that its author would recognise."""
    return View(source.text)
