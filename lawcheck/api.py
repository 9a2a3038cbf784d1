"""The Python interface: `from lawcheck import check_text, check_path, fix_text, parse`."""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from lawcheck import pipeline, readers
from lawcheck.configuration.files import build, load
from lawcheck.configuration.finder import Finder
from lawcheck.configuration.layers import Configuration, Layer, Options
from lawcheck.errors import UsageError
from lawcheck.registry import Selection
from lawcheck.report import Report
from lawcheck.reporters.convert import checked_file
from lawcheck.source import Source
from lawcheck.structure.model import Document, Kind

Config = str | os.PathLike[str] | Mapping[str, object] | None
KINDS = ("auto", *map(str, Kind))
LANGUAGES = ("zh", "en")
REVISIONS = ("accepted", "original")
# Half of a surrogate pair is no character, and no encoding has it.
_SURROGATE = re.compile("[\ud800-\udfff]")


def check_text(
    text: str,
    *,
    kind: str = "auto",
    config: Config = None,
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    lang: str | None = None,
) -> Report:
    """Checks a text; the report has one file, named "-".

    `kind` is "auto", "plan", "official" or "statute". `config` is a configuration file, or its keys and values
    ({"stage": "final"}); without it nothing is configured, and no file is looked for. `select`, `extend_select` and
    `ignore` take codes ("PUN001"), prefixes ("PUN"), names and "ALL", as on the command line; `lang` is "zh" or "en".
    Raises UsageError or ConfigError when one of them is wrong; any text at all is checked.
    """
    return _check(Source(encodable(text)), _options("-", kind, config, Selection(select, extend_select, ignore), lang))


def check_path(
    path: str | os.PathLike[str],
    *,
    kind: str = "auto",
    config: Config = None,
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    lang: str | None = None,
    revisions: str = "accepted",
) -> Report:
    """Checks a file: text, Word, or what LibreOffice can read; the other parameters are those of `check_text`.

    `revisions` says whether tracked changes of a Word file count as "accepted", or the "original" is read.
    Raises SourceError when the file cannot be read.
    """
    _known("revisions", revisions, REVISIONS)
    options = _options(os.fspath(path), kind, config, Selection(select, extend_select, ignore), lang)
    return _check(readers.read_path(path, revisions == "original"), options)


def fix_text(
    text: str,
    *,
    unsafe: bool = False,
    kind: str = "auto",
    config: Config = None,
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> str:
    """The text after the safe fixes, or with `unsafe` after all; the other parameters are those of `check_text`.

    A text that needs no fix comes back as it is, and so does one that was fixed before.
    """
    options = _options("-", kind, config, Selection(select, extend_select, ignore), None)
    return pipeline.mend(Source(text), options.rules, options.kind, options.settings, unsafe).text


def parse(text: str, kind: str = "auto") -> Document:
    """The structure of a text: title, nodes, tasks. Its offsets refer to `Document.text`, `Document.view` maps them."""
    _known("kind", kind, KINDS)
    return pipeline.parse(Source(encodable(text)), kind)


def _options(path: str, kind: str, config: Config, selection: Selection, lang: str | None) -> Options:
    _known("kind", kind, KINDS)
    if lang is not None:
        _known("lang", lang, LANGUAGES)
    found = Configuration()
    if isinstance(config, Mapping):
        found = build(config, Path("config"), Path.cwd())
    elif config is not None:
        found = load(Path(config), Path.cwd())
    given = None if kind == "auto" else kind
    top = Layer("", selection.select, selection.extend_select, selection.ignore, kind=given, lang=lang)
    finder = Finder(top, found)
    finder.verify([path])
    return finder.options(path)


def _check(source: Source, options: Options) -> Report:
    checked = pipeline.check(source, options.rules, options.kind, options.language, options.settings)
    return Report(files=(checked_file(checked),))


def _known(name: str, value: str, values: Sequence[str]) -> None:
    if value not in values:
        raise UsageError(f"{name} 不能是 {value!r}，可用的值：{'、'.join(values)}")


def encodable(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair: as many code points, all of them characters."""
    return _SURROGATE.sub("\ufffd", text)
