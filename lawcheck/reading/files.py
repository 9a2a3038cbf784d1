"""Finds and reads documents."""

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from lawcheck.errors import SourceError, Words
from lawcheck.reading.binary import office_format
from lawcheck.reading.encoding import byte_order_mark, decode
from lawcheck.reading.ignored import IgnoreLevel, top_level
from lawcheck.reading.storage import limit_size, printable, read_bytes, reason
from lawcheck.text.source import Source

FORMATS = {".txt": "text", ".md": "markdown", ".html": "html", ".htm": "html"}
WORD = ".docx"
# What LibreOffice makes .docx files of, with what such files may hold: RTF under the name .doc is common.
OFFICE = {".doc": ("doc", "rtf"), ".wps": ("doc", "rtf", "docx"), ".odt": ("odt",), ".rtf": ("rtf",)}
ENDINGS = (*FORMATS, WORD, *OFFICE)
STDIN = "-"
_HTML_STARTS = ("<!doctype html", "<html")
# By this a page of lawcheck is known, near its beginning.
_OWN_MARK = b'<meta name="generator" content="lawcheck '
_MARK_WITHIN = 512
# The file by which Word and WPS mark a document as open.
_LOCK = "~$"


def find_documents(path: str) -> Iterator[str | SourceError]:
    """The documents under a folder, sorted; hidden and ignored ones and linked folders are skipped. A file is itself.

    A folder that cannot be listed, or has no documents, comes as an error among the others; so does an ignore file
    that cannot be used.
    """
    if path == STDIN or not Path(path).is_dir():
        yield path
        return
    found = False
    errors: list[OSError] = []
    levels: dict[str, IgnoreLevel] = {str(Path(path)): top_level(path)}
    for folder, subfolders, names in os.walk(path, onerror=errors.append):
        level = levels.pop(str(Path(folder)))
        yield from level.errors
        subfolders[:] = sorted(n for n in subfolders if not n.startswith(".") and not level.ignores(n, is_folder=True))
        levels |= {str(Path(folder, name)): level.below(name) for name in subfolders}
        for name in sorted(names):
            if not name.startswith((".", _LOCK)) and ending(name) in ENDINGS:
                found = True
                document = str(Path(folder, name))
                if not level.ignores(name) and not is_own_page(document):
                    yield document
    for error in errors:
        yield SourceError(printable(error.filename), reason(error))
    if not found and not errors:
        yield SourceError(
            printable(path),
            Words(f"目录中没有 {'、'.join(ENDINGS)} 文件", f"no {', '.join(ENDINGS)} files in the folder"),
        )


def is_own_page(path: str) -> bool:
    """Whether a file is a page that lawcheck wrote: a report is no document."""
    if FORMATS.get(ending(path)) != "html":
        return False
    with suppress(OSError), Path(path).open("rb") as file:
        return _OWN_MARK in file.read(_MARK_WITHIN)
    return False


def read_path(path: str | os.PathLike[str], original: bool = False) -> Source:
    """The document in a file; `original` undoes the tracked changes of a Word file, which else count as accepted.

    Raises SourceError, whose text names the file and the reason.
    """
    return read_stream(read_bytes(path), os.fspath(path), original)


def read_stream(data: bytes, name: str = STDIN, original: bool = False) -> Source:
    """The document in these bytes; `name` is what the report calls it, and its ending tells the format.

    Raises SourceError, whose text names the document and the reason.
    """
    limit_size(data, name)
    if is_office(name, data):
        from lawcheck.reading.office import to_docx  # starts other programs, for which few documents have a use

        converted = to_docx([(name, data)])[0]
        if isinstance(converted, SourceError):
            raise converted
        return read_word(converted, name, original)
    if ending(name) == WORD or is_word(name, data):
        return read_word(data, name, original)
    return _read_text(data, printable(name))


def read_word(data: bytes, name: str, original: bool = False) -> Source:
    """The document in a .docx package; one that LibreOffice made keeps the name and ending of what it was made of."""
    from lawcheck.reading.word.package import Package  # lxml is slow to import, and most documents do without
    from lawcheck.reading.word.word_text import read_text

    text = read_text(Package(data, name), original)
    encoding = ending(name).removeprefix(".") if is_office_name(name) else "docx"
    return text.source(printable(name), encoding)


@lru_cache(maxsize=1024)
def ending(name: str) -> str:
    """The ending of a file's name, in small letters.

    It is asked for again and again of one document, and of some hundred others in between.
    """
    return Path(name).suffix.lower()


def is_office_name(name: str) -> bool:
    """Whether a file of this name is for LibreOffice to read."""
    return ending(name) in OFFICE


def is_office(name: str, data: bytes) -> bool:
    """Whether LibreOffice has to read this; raises SourceError when the content belies the ending."""
    content = office_format(data)
    expected = OFFICE.get(ending(name))
    if expected and content not in expected:
        suffix = Path(name).suffix
        belied = Words(
            f"扩展名是 {suffix}，内容却不是，请改正扩展名或者另存为 .docx",
            f"ends in {suffix} but is something else; please give it the right ending or save it as .docx",
        )
        raise SourceError(printable(name), belied)
    if not expected and ending(name) in ENDINGS:
        return False
    return content is not None and content != "docx"


def is_word(name: str, data: bytes) -> bool:
    """Whether this is a .docx package under a name that says nothing else."""
    return ending(name) not in FORMATS and office_format(data) == "docx"


def _read_text(data: bytes, name: str) -> Source:
    text, encoding = decode(data, name)
    text_format = FORMATS.get(ending(name))
    if text_format is None:
        text_format = "html" if text[:200].lstrip().lower().startswith(_HTML_STARTS) else "text"
    return Source(text, name, encoding, text_format, byte_order_mark(data))
