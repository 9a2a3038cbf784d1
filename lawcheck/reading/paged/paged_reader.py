"""Documents that are pages, from the bytes of a file."""

from lawcheck.errors import SourceError, Words
from lawcheck.reading.paged.page_options import chosen
from lawcheck.reading.paged.page_process import read_pages
from lawcheck.reading.paged.paged_text import paged_source
from lawcheck.reading.storage import printable
from lawcheck.text.source import Source

_EMPTY = Words("没有可以检查的文字", "holds no text that can be checked")

_PICTURED = Words(
    "没有文字层（扫描件），请在 OFD 阅读器中导出为 PDF 再检查",
    "has no text layer (a scan); please export it as PDF in an OFD reader",
)


def read_pdf(data: bytes, name: str) -> Source:
    """The document in a PDF file; pages without a text layer are recognised. Raises SourceError."""
    return _read(data, name, "pdf")


def read_picture(data: bytes, name: str) -> Source:
    """The document on a picture of a page, or of several; raises SourceError."""
    return _read(data, name, "picture")


def read_ofd(data: bytes, name: str) -> Source:
    """The document in an OFD file that has its text; raises SourceError."""
    from lawcheck.reading.paged.ofd_pages import read_ofd_pages  # few files are

    source = paged_source(read_ofd_pages(data, name, chosen().pages), printable(name))
    if not source.text.strip():
        raise SourceError(source.path, _PICTURED)
    return source


def _read(data: bytes, name: str, kind: str) -> Source:
    source = paged_source(read_pages(data, printable(name), kind, chosen()), printable(name))
    if not source.text.strip():
        raise SourceError(source.path, _EMPTY)
    return source
