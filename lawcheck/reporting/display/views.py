"""Pictures of the places of findings, for documents that are pages."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from lawcheck.errors import LawcheckError
from lawcheck.reading.files import is_stdin
from lawcheck.reading.formats import PDF, PICTURE, sniffed
from lawcheck.reading.paged.page_options import Ocr, PageOptions, chosen
from lawcheck.reading.paged.page_process import answers
from lawcheck.reading.storage import read_bytes
from lawcheck.reporting.display.gathering import Named
from lawcheck.reporting.display.shown import ShownPicture
from lawcheck.reporting.excerpt import clipped, visible
from lawcheck.reporting.words import word
from lawcheck.text.pages import Pages
from lawcheck.text.source import Source

# A page that is one file shall still be opened and sent: of all its documents it has so many pictures, and so many
# bytes of them.
MOST_PICTURES = 400
MOST_BYTES = 12_000_000
# Of one finding so many places are shown.
_MOST_EACH = 3
_LONGEST = 20
# How high a point of the page is shown.
_SHOWN = 1.25
_KINDS = {PDF.name: "pdf", PICTURE.name: "picture"}


class Views:
    """Takes pictures of places, of several documents one after the other, as long as there is room.

    `data` is the file where there is only one; else each is read again.
    """

    def __init__(self, data: bytes = b"") -> None:
        self._data = data
        self._pictures, self._bytes = MOST_PICTURES, MOST_BYTES
        # Whether there was no room for something.
        self.is_full = False

    def pictures(self, source: Source, findings: Sequence[Named], language: str) -> dict[str, ShownPicture]:
        """The pictures by the names of their places; none where the file cannot be read or drawn any more."""
        places = list(_asked(source, findings))
        asked = places[: self._pictures]
        found: list[dict[str, Any]] = []
        # A report is no worse for want of pictures.
        with suppress(LawcheckError):
            data = self._data or (b"" if is_stdin(source.path) else read_bytes(source.path))
            found = self._drawn(data, source.path, [place for place, *_ in asked])
            self.is_full |= len(asked) < len(places) or 0 < len(found) < len(asked)
        self._pictures -= len(found)
        self._bytes -= sum(len(each["png"]) for each in found)
        told = {place["name"]: (place["page"], text, doubtful) for place, text, doubtful in asked}
        return {each["name"]: _shown(each, *told[each["name"]], language) for each in found}

    def _drawn(self, data: bytes, name: str, places: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        kind = sniffed(data)
        if not places or kind is None or kind.name not in _KINDS:
            return []
        asked = {"kind": "views", "of": _KINDS[kind.name], "places": places, "bytes": self._bytes}
        options = PageOptions(Ocr.NEVER, chosen().pages)
        return answers(asked | {"ocr": options.ocr, "pages": options.pages}, data, name, options.seconds)


def _asked(source: Source, findings: Sequence[Named]) -> Iterator[tuple[dict[str, Any], str, bool]]:
    """The places of findings on their pages, what stands there, and whether it is doubtful that it does.

    All have their first place before any has its second.
    """
    pages = source.pages
    for number in range(_MOST_EACH):
        for finding in findings:
            for name, (start, end) in list(zip(finding.names, finding.issue.spans, strict=True))[number : number + 1]:
                if pages and (place := _place(pages, start, end)):
                    read = clipped(visible(" ".join(source.text[start:end].split())), _LONGEST)
                    yield place | {"name": name}, read, pages.is_doubtful(start, end)


def _place(pages: Pages, start: int, end: int) -> dict[str, Any]:
    """The boxes of a place on the first page that it stands on; of a point those of the character before it."""
    boxes = list(pages.boxes(start, end)) or list(pages.boxes(max(0, start - 1), start))
    if not boxes:
        return {}
    page = boxes[0].page
    slant = dict(pages.slants).get(page, 0.0)
    return {"page": page, "boxes": [box[1:] for box in boxes if box.page == page], "slant": slant}


def _shown(found: dict[str, Any], page: int, text: str, is_doubtful: bool, language: str) -> ShownPicture:
    outlines = (" ".join(f"{x},{y}" for x, y in shape) for shape in found["shapes"])
    return ShownPicture(
        found["png"],
        found["width"],
        found["height"],
        round(found["height"] * _SHOWN / found["scale"]),
        tuple(outlines),
        word("show-view", language, page=page, text=text),
        text if is_doubtful else "",
    )
