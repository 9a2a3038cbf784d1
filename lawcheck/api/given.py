"""What every function of the interface can be given, and what that comes to."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypedDict, get_args

from lawcheck.errors import UsageError, Words, told_in
from lawcheck.reading.storage import is_there, printable, real_path
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Configuration, Layer
from lawcheck.running.configuration.loading import build, load

FilePath: TypeAlias = str | os.PathLike[str]
KindName: TypeAlias = Literal["auto", "plan", "official", "statute"]
Language: TypeAlias = Literal["zh", "en"]
RevisionsName: TypeAlias = Literal["accepted", "original"]
Selectors: TypeAlias = str | Iterable[str]
Config: TypeAlias = FilePath | Mapping[str, object] | None
# The folder whose configuration holds for what is about no document.
HERE = "."


class CheckOptions(TypedDict, total=False):
    """The options of a check, by name.

    `kind` is "auto" (the default), "plan", "official" or "statute". `config` is a configuration file, or its keys and
    values ({"stage": "final"}); without it nothing is configured, and no file is looked for. `select`, `extend_select`
    and `ignore` take one or several codes ("PUN001"), prefixes ("PUN"), names or "ALL", as on the command line; rules
    in preview run only with `preview`. `lang` is "zh" or "en". `revisions` says whether tracked changes of a Word file
    count as "accepted" (the default), or the "original" is read.
    """

    kind: KindName
    config: Config
    select: Selectors
    extend_select: Selectors
    ignore: Selectors
    preview: bool
    lang: Language | None
    revisions: RevisionsName


def finder_of(
    kind: KindName = "auto",
    config: Config = None,
    select: Selectors = (),
    extend_select: Selectors = (),
    ignore: Selectors = (),
    preview: bool = False,
    lang: Language | None = None,
    revisions: RevisionsName = "accepted",
    library: FilePath | Iterable[FilePath] = (),
) -> Finder:
    """What holds for documents, by these options; raises UsageError or ConfigError when one of them is wrong."""
    asked = lang or (str(config.get("lang") or "") if isinstance(config, Mapping) else "")
    # Who asks for a language that there is none of is no Chinese reader.
    with told_in(asked if asked in ("", *get_args(Language)) else "en"):
        if lang is not None:
            known("lang", lang, get_args(Language))
        known("kind", kind, get_args(KindName))
        known("revisions", revisions, get_args(RevisionsName))
        found = Configuration()
        if isinstance(config, Mapping):
            found = build(config, Path("config"), Path.cwd())
        elif config is not None:
            found = load(Path(config), Path.cwd())
    chosen = (several(select), several(extend_select), several(ignore))
    given_kind, places = None if kind == "auto" else kind, several_paths(library)
    with told_in(lang or found.lang or ""):
        known_places = tuple(map(_known_place, places))
    top = Layer("", *chosen, preview=preview or None, kind=given_kind, lang=lang, library=known_places)
    finder = Finder(top, found)
    with told_in(lang or found.lang or ""):
        finder.verify([HERE])
    return finder


def _known_place(place: str) -> str:
    if not is_there(place):
        name = printable(place)
        raise UsageError(Words(f"library 的 {name} 不存在", f"{name} of library does not exist"))
    return real_path(place)


def several(given: str | Iterable[str]) -> tuple[str, ...]:
    """What can be one or several; a text alone is one, not its letters."""
    return (given,) if isinstance(given, str) else tuple(given)


def several_paths(given: FilePath | Iterable[FilePath]) -> list[str]:
    """One or several paths, as text."""
    return [os.fspath(path) for path in ((given,) if isinstance(given, str | os.PathLike) else given)]


def known(name: str, value: Any, values: Sequence[str]) -> None:
    """Raises UsageError for a value that is none of these."""
    if value not in values:
        raise UsageError(
            Words(
                f"{name} 不能是 {value!r}，可用的值：{'、'.join(values)}",
                f"{name} cannot be {value!r}; it can be: {', '.join(values)}",
            )
        )
