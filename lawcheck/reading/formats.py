"""The formats of documents, a row for each: what a file is called, how it is told, read and edited.

A new reader is a module with a function from bytes to a `Source`, and a row here. What the columns mean says
`FileFormat`. Readers are imported when a document needs them: the libraries behind them are slow to import.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from lawcheck.errors import SourceError, Words
from lawcheck.reading.binary import office_format
from lawcheck.reading.storage import printable
from lawcheck.text.file_format import PLAIN, FileFormat
from lawcheck.text.source import Source
from lawcheck.text.view import Cut, Markup

if TYPE_CHECKING:
    from lawcheck.reading.word.editing import WordEditor

# So much tells whether it is HTML; the marks of UTF-8 and UTF-16 and space may stand before.
_HTML_WITHIN = 800
_BEFORE_HTML = b"\xef\xbb\xbf\xff\xfe \t\r\n\f\v"
# Something may stand before the beginning of a PDF file, and readers of PDF accept it.
_PDF_WITHIN = 1024
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_HTML_STARTS = (b"<!doctype html", b"<html")


def _is_html(data: bytes) -> bool:
    start = data[:_HTML_WITHIN].replace(b"\0", b"").lstrip(_BEFORE_HTML)
    return start.lower().startswith(_HTML_STARTS)


def _html_markup(text: str) -> Markup:
    from lawcheck.text.layers.html_markup import read_html

    return read_html(text)


def _markdown_markup(text: str) -> Markup:
    from lawcheck.text.layers.markdown_markup import read_markdown

    return read_markdown(text)


def _markdown_code(text: str) -> Iterator[Cut]:
    from lawcheck.text.layers.markdown_markup import code_in

    return code_in(text)


def _is_office(name: str, data: bytes) -> bool:
    return office_format(data) == name


def _read_word(data: bytes, name: str, original: bool) -> Source:
    from lawcheck.reading.word.word_text import read_source

    source = read_source(data, name, original)
    return replace(source, format=PICTURE) if source.pages else source


def _edit_word(data: bytes, name: str, file_format: FileFormat) -> "WordEditor":
    from lawcheck.reading.word.editing import WordEditor

    return WordEditor(data, name, file_format)


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_PDF_WITHIN]


def _read_pdf(data: bytes, name: str, original: bool) -> Source:
    from lawcheck.reading.paged.paged_reader import read_pdf

    return read_pdf(data, name)


@cache
def _reads_pdf() -> bool:
    """Whether what reads PDF files is installed: without it they are no documents, unless they are named."""
    return find_spec("pypdfium2") is not None


def _is_named() -> bool:
    return False


def _is_ofd(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and b"OFD.xml" in data


def _read_ofd(data: bytes, name: str, original: bool) -> Source:
    from lawcheck.reading.paged.paged_reader import read_ofd

    return read_ofd(data, name)


def _is_picture(data: bytes) -> bool:
    return data.startswith(_PICTURES)


def _read_picture(data: bytes, name: str, original: bool) -> Source:
    from lawcheck.reading.paged.paged_reader import read_picture

    return read_picture(data, name)


def _to_docx(documents: Sequence[tuple[str, bytes]]) -> list[bytes | SourceError]:
    from lawcheck.reading.office import to_docx  # starts other programs

    return to_docx(documents)


def _for_libreoffice(name: str, endings: tuple[str, ...], title: Words, holds: tuple[str, ...] = ()) -> FileFormat:
    """A format that LibreOffice makes .docx files of."""
    sniff = partial(_is_office, name)
    return FileFormat(name, endings, title, sniff, holds or (name,), _read_word, _to_docx, keeps_text=True)


MARKDOWN = FileFormat(
    "markdown",
    (".md",),
    Words("Markdown 文本（.md）", "a Markdown text (.md)"),
    read_markup=_markdown_markup,
    find_code=_markdown_code,
    nests_by_indent=True,
)
HTML = FileFormat(
    "html",
    (".html", ".htm"),
    Words("HTML 网页（.html、.htm）", "an HTML page (.html, .htm)"),
    _is_html,
    read_markup=_html_markup,
    line_ends_count=False,
)
DOCX = FileFormat(
    "docx",
    (".docx",),
    Words("Word 文件（.docx）", "a Word file (.docx)"),
    partial(_is_office, "docx"),
    read=_read_word,
    keeps_text=True,
    edit=_edit_word,
    is_annotated=True,
)
PDF = FileFormat(
    "pdf",
    (".pdf",),
    Words("PDF 文件（.pdf）", "a PDF file (.pdf)"),
    _is_pdf,
    ("pdf",),
    read=_read_pdf,
    keeps_text=True,
    is_annotated=True,
    is_sought=_reads_pdf,
)
OFD = FileFormat(
    "ofd",
    (".ofd",),
    Words("OFD 文件（.ofd）", "an OFD file (.ofd)"),
    _is_ofd,
    ("ofd",),
    read=_read_ofd,
    keeps_text=True,
)
PICTURE = FileFormat(
    "picture",
    (".png", ".jpg", ".jpeg", ".tif", ".tiff"),
    Words("PNG、JPG、TIF 图片（.png、.jpg、.tif）", "a picture (.png, .jpg, .tif)"),
    _is_picture,
    ("picture",),
    read=_read_picture,
    keeps_text=True,
    # Most pictures in folders are no pages of documents.
    is_sought=_is_named,
)
FORMATS: tuple[FileFormat, ...] = (
    PLAIN,
    MARKDOWN,
    HTML,
    DOCX,
    # RTF under the name .doc is common.
    _for_libreoffice(
        "doc", (".doc",), Words("Office 97—2003 文件（.doc）", "an Office 97–2003 file (.doc)"), ("doc", "rtf")
    ),
    _for_libreoffice("wps", (".wps",), Words("WPS 文件（.wps）", "a WPS file (.wps)"), ("doc", "rtf", "docx")),
    _for_libreoffice("odt", (".odt",), Words("OpenDocument 文件（.odt）", "an OpenDocument file (.odt)")),
    _for_libreoffice("rtf", (".rtf",), Words("RTF 文件（.rtf）", "an RTF file (.rtf)")),
    PDF,
    OFD,
    PICTURE,
)


def endings() -> tuple[str, ...]:
    """The endings of all files that are read."""
    return tuple(ending for row in FORMATS for ending in row.endings)


def editable_endings() -> tuple[str, ...]:
    """The endings of all files that fixes can be made in."""
    return tuple(ending for row in FORMATS if row.can_be_edited for ending in row.endings)


def converted_endings() -> tuple[str, ...]:
    """The endings of all files that another program has to convert."""
    return tuple(ending for row in FORMATS if row.convert for ending in row.endings)


def annotated_endings() -> tuple[str, ...]:
    """The endings of all files that findings can be written into."""
    return tuple(ending for row in FORMATS if row.is_annotated for ending in row.endings)


def named(name: str) -> FileFormat | None:
    """The format of this name."""
    return next((row for row in FORMATS if row.name == name), None)


def of_ending(path: str) -> FileFormat | None:
    """The format that the ending of a file's name says."""
    last = ending(path)
    return next((row for row in FORMATS if last in row.endings), None)


def sniffed(data: bytes) -> FileFormat | None:
    """The format that the first bytes of a file tell."""
    return next((row for row in FORMATS if row.sniff and row.sniff(data)), None)


def identify(data: bytes, path: str) -> FileFormat:
    """The format of a file, by the ending of its name, and where that says nothing or too little, by its content.

    Raises SourceError when the content belies the ending.
    """
    said = of_ending(path)
    if said is None:
        return sniffed(data) or PLAIN
    if not said.holds:
        return said
    found = sniffed(data)
    if found is None or found.name not in said.holds:
        suffix = Path(path).suffix
        reason = Words(
            f"扩展名是 {suffix}，内容却不是，请改正扩展名或者另存为 .docx",
            f"is not what its ending {suffix} says; please correct the ending, or save it as .docx",
        )
        raise SourceError(printable(path), reason)
    return found


@lru_cache(maxsize=1024)
def ending(path: str) -> str:
    """The ending of a file's name, in small letters.

    It is asked for again and again of one document, and of some hundred others in between.
    """
    return Path(path).suffix.lower()
