"""Documents that are pages, from the bytes of a file."""

from collections.abc import Sequence
from importlib.util import find_spec

from lawcheck.errors import SourceError, Words
from lawcheck.reading.paged.page_options import Ocr, chosen
from lawcheck.reading.paged.page_process import NOT_ALLOWED, read_pages
from lawcheck.reading.paged.paged_text import paged_source
from lawcheck.reading.storage import printable
from lawcheck.text.source import Source

_EMPTY = Words("没有可以检查的文字", "holds no text that can be checked")

_PICTURED = Words(
    "没有文字层（扫描件），请在 OFD 阅读器中导出为 PDF 再检查",
    "has no text layer (a scan); please export it as PDF in an OFD reader",
)

_ONLY_PICTURES = Words(
    "只有图片，要识别其中的文字请安装：pip install 'lawcheck[ocr]'",
    "holds only pictures; to have their text recognised please install: pip install 'lawcheck[ocr]'",
)


def read_pdf(data: bytes, name: str) -> Source:
    """The document in a PDF file; pages without a text layer are recognised. Raises SourceError."""
    return _read(data, name, "pdf")


def read_picture(data: bytes, name: str) -> Source:
    """The document on a picture of a page, or of several; raises SourceError."""
    return _read(data, name, "picture")


def read_pictures(pictures: Sequence[bytes], name: str) -> Source:
    """The document on pictures of its pages, which stand in a file of another format; raises SourceError."""
    options = chosen()
    if find_spec("rapidocr") is None or options.ocr is Ocr.NEVER:
        raise SourceError(printable(name), NOT_ALLOWED if options.ocr is Ocr.NEVER else _ONLY_PICTURES)
    return _read(b"".join(pictures), name, "picture", [len(each) for each in pictures])


def read_ofd(data: bytes, name: str) -> Source:
    """The document in an OFD file; where it is only pictures, what is recognised on them. Raises SourceError."""
    from lawcheck.reading.paged.ofd_pages import read_ofd_pages  # few files are

    pages, pictures = read_ofd_pages(data, name, chosen().pages)
    source = paged_source(pages, printable(name))
    if source.text.strip() and not (pictures and chosen().ocr is Ocr.ALWAYS):
        return source
    if not pictures:
        raise SourceError(source.path, _PICTURED)
    # Of all pictures those are recognised that are asked for.
    return read_pictures(read_ofd_pages(data, name)[1], name)


def _read(data: bytes, name: str, kind: str, lengths: Sequence[int] = ()) -> Source:
    source = paged_source(read_pages(data, printable(name), kind, chosen(), lengths), printable(name))
    if not source.text.strip():
        raise SourceError(source.path, _EMPTY)
    return source
