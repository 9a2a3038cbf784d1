"""The Python interface: `from lawcheck import check_text, check_path, parse`."""

import os
import re
from collections.abc import Sequence

from lawcheck import pipeline, readers
from lawcheck.errors import UsageError
from lawcheck.registry import Selection
from lawcheck.report import Report
from lawcheck.reporters.convert import checked_file
from lawcheck.source import Source
from lawcheck.structure.model import Document, Kind

KINDS = ("auto", *map(str, Kind))
LANGUAGES = ("zh", "en")
# Half of a surrogate pair is no character, and no encoding has it.
_SURROGATE = re.compile("[\ud800-\udfff]")


def check_text(
    text: str,
    *,
    kind: str = "auto",
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    lang: str = "zh",
) -> Report:
    """Checks a text; the report has one file, named "-".

    `kind` is "auto", "plan", "official" or "statute". `select`, `extend_select` and `ignore` take codes ("PUN001"),
    prefixes ("PUN"), names and "ALL", as on the command line; `lang` is "zh" or "en".
    Raises UsageError when one of them does not exist; any text at all is checked.
    """
    return _check(Source(_encodable(text)), kind, Selection(select, extend_select, ignore), lang)


def check_path(
    path: str | os.PathLike[str],
    *,
    kind: str = "auto",
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    lang: str = "zh",
) -> Report:
    """Checks a file (.txt, .md, .html); the other parameters are those of `check_text`.

    Raises SourceError when the file cannot be read as text.
    """
    return _check(readers.read_path(path), kind, Selection(select, extend_select, ignore), lang)


def parse(text: str, kind: str = "auto") -> Document:
    """The structure of a text: title, nodes, tasks. Its offsets refer to `Document.text`, `Document.view` maps them."""
    _known("kind", kind, KINDS)
    return pipeline.parse(Source(_encodable(text)), kind)


def _check(source: Source, kind: str, selection: Selection, lang: str) -> Report:
    _known("kind", kind, KINDS)
    _known("lang", lang, LANGUAGES)
    checked = pipeline.check(source, selection.rules(), kind, lang)
    return Report(files=(checked_file(checked),))


def _known(name: str, value: str, values: Sequence[str]) -> None:
    if value not in values:
        raise UsageError(f"{name} 不能是 {value!r}，可用的值：{'、'.join(values)}")


def _encodable(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)
