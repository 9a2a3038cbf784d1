"""What every function of the interface can be given, and what that comes to."""

import os
import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypedDict, TypeVar, get_args

from lawcheck.errors import LawcheckWarning, UsageError, Words, nearest, told_in
from lawcheck.reading.formats import endings
from lawcheck.reading.storage import is_there, printable, real_path
from lawcheck.rulebook.registry import selectors
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Configuration, Layer
from lawcheck.running.configuration.loading import build, load

FilePath: TypeAlias = str | os.PathLike[str]
KindName: TypeAlias = Literal["auto", "plan", "official", "statute"]
Language: TypeAlias = Literal["zh", "en"]
RevisionsName: TypeAlias = Literal["accepted", "original"]
Selectors: TypeAlias = str | Iterable[str]
Config: TypeAlias = FilePath | Mapping[str, object] | None
_T = TypeVar("_T")
# Of a path, in most systems.
_LONGEST_NAME = 255
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


def finder_by(options: CheckOptions) -> Finder:
    """What holds for documents, by the options of a check; raises TypeError for an option that there is not."""
    for name in options:
        if name not in CheckOptions.__annotations__:
            close = nearest(name, CheckOptions.__annotations__)
            hint = f"did you mean {close!r}?" if close else f"there are: {', '.join(CheckOptions.__annotations__)}"
            raise TypeError(f"there is no option {name!r}; {hint}")
    return finder_of(**options)


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
        typed("preview", preview, bool)
        found = Configuration()
        if isinstance(config, Mapping):
            found = build(config, Path("config"), Path.cwd())
        elif config is not None:
            if not isinstance(config, str | os.PathLike):
                raise TypeError(f"config takes a path or a mapping, not {type(config).__name__}")
            found = load(Path(config), Path.cwd())
    chosen = (several("select", select), several("extend_select", extend_select), several("ignore", ignore))
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


def several(name: str, given: Selectors) -> tuple[str, ...]:
    """The rules that are given, one or several; a text alone is not its letters."""
    parts = given if isinstance(given, Iterable) and not isinstance(given, str | bytes) else (given,)
    return selectors(typed(name, part, str) for part in parts)


def several_paths(given: FilePath | Iterable[FilePath]) -> list[str]:
    """One or several paths, as text."""
    if isinstance(given, Iterable) and not isinstance(given, str | bytes | os.PathLike):
        return [path_text(path) for path in given]
    return [path_text(given)]


def path_text(given: FilePath) -> str:
    """A path as text; raises TypeError for what is none, with what takes it."""
    path = os.fspath(given) if isinstance(given, os.PathLike) else given
    if isinstance(path, str):
        return path
    raise TypeError(f"expected a path, not {type(given).__name__}; bytes and open files go to check_bytes")


def given_text(given: str) -> str:
    """A text; raises TypeError for what is none, with what takes it, and warns of what is rather the name of a file."""
    if not isinstance(given, str):
        right = (
            "a path goes to check_path" if isinstance(given, os.PathLike) else "bytes and open files go to check_bytes"
        )
        raise TypeError(f"expected a str, not {type(given).__name__}; {right}")
    if len(given) <= _LONGEST_NAME and given.lower().endswith(endings()) and "\n" not in given:
        warnings.warn(f"{given!r} is checked as a text; a file goes to check_path", LawcheckWarning, stacklevel=4)
    return given


def typed(name: str, value: Any, *kinds: type[_T]) -> _T:
    """A value of one of these types; raises TypeError for another, and names what it was given for."""
    if isinstance(value, kinds):
        return value
    raise TypeError(f"{name} takes {' or '.join(kind.__name__ for kind in kinds)}, not {type(value).__name__}")


def known(name: str, value: Any, values: Sequence[str]) -> None:
    """Raises UsageError for a value that is none of these."""
    if value not in values:
        raise UsageError(
            Words(
                f"{name} 不能是 {value!r}，可用的值：{'、'.join(values)}",
                f"{name} cannot be {value!r}; it can be: {', '.join(values)}",
            )
        )
