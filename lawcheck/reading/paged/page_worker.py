"""What the process that reads pages does."""

import base64
import importlib.util
import io
import json
import sys
from collections.abc import Container, Iterator
from contextlib import suppress
from itertools import chain
from typing import Any

from lawcheck.reading.paged.page_options import Ocr, page_numbers

MOST_PAGES = 3000
MEMORY = 3 * 1024**3
CPU_SECONDS = 60
# A picture may have so many points.
MOST_POINTS = 120_000_000
DOTS = 200
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
# Which extra has which package.
_PACKAGES = {"pypdfium2": "pdf", **dict.fromkeys(("rapidocr", "onnxruntime", "numpy", "cv2", "PIL"), "ocr")}


class UnreadError(Exception):
    """Why a file is not read, as its last line says it."""

    def __init__(self, **why: Any) -> None:
        super().__init__(why)
        self.why = why


def work() -> None:
    """Reads a question and a file from standard input and writes the answers, a line each, and how it ended."""
    out = sys.stdout
    sys.stdout = sys.stderr  # what libraries print
    asked = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    try:
        _limit(asked)
        for page in _PAGES_OF[asked["kind"]](data, asked):
            out.write(json.dumps(page, separators=(",", ":")) + "\n")
        last: dict[str, Any] = {"end": True}
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        last = {"missing": package, "extra": _PACKAGES.get(package, "pdf")}
    except UnreadError as error:
        last = error.why
    except MemoryError:
        last = {"error": "memory"}
    out.write(json.dumps(last) + "\n")
    out.flush()


def _limit(asked: dict[str, Any]) -> None:
    """Takes no more memory and time than reading needs."""
    with suppress(ImportError, ValueError, OSError):  # Windows has none of it
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if asked["ocr"] == Ocr.NEVER:
            resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _pdf(data: bytes, asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
    from lawcheck.reading.paged.pdf_pages import MOST_PAGES, Pdf, PdfError

    try:
        pdf = Pdf(data)
    except PdfError as error:
        raise UnreadError(error=error.args[0]) from error
    if pdf.count > MOST_PAGES:
        raise UnreadError(error="pages")
    wanted = _wanted(asked["pages"], pdf.count)
    reader: Any = None
    for index in wanted:
        page = pdf.page(index)
        usable = bool(page["text"]) and not page["broken"]
        if asked["ocr"] == Ocr.ALWAYS or (not usable and (page["text"] or page["pictured"])):
            if asked["ocr"] == Ocr.NEVER:
                if len(wanted) == 1 or page["text"]:
                    raise UnreadError(unread=True)
            elif asked["ocr"] == Ocr.AUTO and importlib.util.find_spec("rapidocr") is None:
                raise UnreadError(scan=index + 1)
            else:
                reader = reader or _recogniser(asked)
                page = reader.page(pdf.picture(index, DOTS), page["width"], page["height"], index + 1, pdf.count)
        yield {**page, "number": index + 1}


def _pictures(data: bytes, asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if asked["ocr"] == Ocr.NEVER:
        raise UnreadError(unread=True)
    reader = _recogniser(asked)
    for number, picture in _frames(data, asked):
        # As wide as a page of paper.
        height = min(32000, round(5950 * picture.height / picture.width))
        yield {**reader.page(picture, 5950, height, number, asked["count"]), "number": number}


def _frames(data: bytes, asked: dict[str, Any], numbers: Container[int] | None = None) -> Iterator[tuple[int, Any]]:
    """The pictures that are asked for, upright, with their number from 1; how many there are is put beside."""
    from PIL import Image, ImageOps, ImageSequence

    Image.MAX_IMAGE_PIXELS = MOST_POINTS
    try:
        images = [Image.open(io.BytesIO(each), formats=_FORMATS) for each in _each(data, asked)]
        count = sum(getattr(image, "n_frames", 1) for image in images)
        asked["count"] = count
        wanted = set(_wanted(asked["pages"], min(count, MOST_PAGES)))
        for index, frame in enumerate(chain.from_iterable(map(ImageSequence.Iterator, images))):
            if index >= MOST_PAGES:
                raise UnreadError(error="pages")
            if index in wanted and (numbers is None or index + 1 in numbers):
                if frame.width * frame.height > MOST_POINTS:
                    raise UnreadError(error="size")
                yield index + 1, (ImageOps.exif_transpose(frame) or frame).convert("RGB")
    except Image.DecompressionBombError as error:
        raise UnreadError(error="size") from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise UnreadError(error="picture") from error


def _each(data: bytes, asked: dict[str, Any]) -> Iterator[bytes]:
    """The pictures of a file: itself, or several that stand one after another."""
    at = 0
    for length in asked.get("lengths") or [len(data)]:
        yield data[at : at + length]
        at += length


def _marked(data: bytes, asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
    from lawcheck.reading.paged.pdf_marks import marked
    from lawcheck.reading.paged.pdf_pages import PdfError

    try:
        yield {"file": base64.b64encode(marked(data, asked["marks"], asked["author"])).decode()}
    except PdfError as error:
        raise UnreadError(error=error.args[0]) from error


def _views(data: bytes, asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Pictures of places on the pages, so many bytes of them as are asked for."""
    from lawcheck.reading.paged.page_views import pdf_views
    from lawcheck.reading.paged.pdf_pages import PdfError

    try:
        found = pdf_views(data, asked) if asked["of"] == "pdf" else _picture_views(data, asked)
        left = asked["bytes"]
        for view in found:
            left -= len(view["png"])
            if left < 0:
                return
            yield view
    except PdfError as error:
        raise UnreadError(error=error.args[0]) from error


def _picture_views(data: bytes, asked: dict[str, Any]) -> Iterator[dict[str, Any]]:
    from lawcheck.reading.paged.page_views import SCALE, Raster, by_page, views

    places = dict(by_page(asked["places"]))
    for number, picture in _frames(data, asked, set(places)):
        # As wide as a page of paper.
        size = round(595 * SCALE), max(1, round(595 * SCALE * picture.height / picture.width))
        raster = Raster(memoryview(picture.resize(size).tobytes()), 3 * size[0], *size)
        yield from views(raster, places[number], SCALE)


def _wanted(said: str, count: int) -> list[int]:
    if not said:
        return list(range(count))
    found = sorted({at for first, last in page_numbers(said) for at in range(first - 1, min(last, count))})
    if not found:
        raise UnreadError(error="range")
    return found


def _recogniser(asked: dict[str, Any]) -> Any:
    from lawcheck.reading.paged.recogniser import Recogniser

    return Recogniser(asked["name"])


_PAGES_OF = {"pdf": _pdf, "picture": _pictures, "marks": _marked, "views": _views}
