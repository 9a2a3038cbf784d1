"""What the user has set in the editor: it lies over the configuration files, as the options of a call do."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lawcheck.errors import UsageError, Words
from lawcheck.records import dataclass, field
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import NOTHING_SET, Layer
from lawcheck.structure.kinds import Kind

# Their name where an editor sends the settings of all its extensions together.
SECTION = "lawcheck"
_ORIGIN = "editor"
_KINDS = (*map(str, Kind),)
_LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Preferences:
    """`top` is what is set for all documents, `config` the configuration file that holds for all of them, or "".

    `language` is that of the editor, for whoever has configured none.
    """

    top: Layer = field(default_factory=lambda: NOTHING_SET)
    config: str = ""
    language: str = "zh"

    def finder(self) -> Finder:
        """Looks up what holds for documents; raises ConfigError where the file cannot be read."""
        if not self.config:
            return Finder(self.top)
        from lawcheck.running.configuration.loading import load  # few name one

        path = Path(self.config)
        return Finder(self.top, load(path, path.parent))


def preferences(settings: object, root: str, locale: str | None) -> Preferences:
    """The preferences that an editor has sent; raises UsageError for a value that makes no sense.

    Keys that are not known are those of the editor itself.
    """
    given: Mapping[str, Any] = settings if isinstance(settings, Mapping) else {}
    if isinstance(given.get(SECTION), Mapping):
        given = given[SECTION]
    top = Layer(
        _ORIGIN,
        _names(given, "select"),
        _names(given, "extendSelect"),
        _names(given, "ignore"),
        preview=True if given.get("preview") is True else None,
        kind=_one_of(given, "kind", _KINDS),
        lang=_one_of(given, "lang", _LANGUAGES),
    )
    config = given.get("config") or ""
    if not isinstance(config, str):
        raise _wrong("config", config)
    english = bool(locale) and not str(locale).lower().startswith("zh")
    return Preferences(top, str(Path(root, config)) if config else "", "en" if english else "zh")


def _names(given: Mapping[str, Any], key: str) -> tuple[str, ...]:
    values = given.get(key) or ()
    if not isinstance(values, list | tuple) or not all(isinstance(value, str) for value in values):
        raise _wrong(key, values)
    return tuple(values)


def _one_of(given: Mapping[str, Any], key: str, values: tuple[str, ...]) -> str | None:
    value = given.get(key)
    if value in (None, "", "auto"):
        return None
    if value not in values:
        raise _wrong(key, value)
    return str(value)


def _wrong(key: str, value: object) -> UsageError:
    setting = f"{SECTION}.{key}"
    return UsageError(Words(f"编辑器设置 {setting} 不能是 {value!r}", f"the setting {setting} cannot be {value!r}"))
