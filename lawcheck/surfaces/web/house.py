"""The rules of one's own house, as they are set on the page: in memory, and in a `lawcheck.toml` to be taken away."""

import json
from collections.abc import Mapping
from dataclasses import replace

from lawcheck.reading.toml_text import BadTextError, decode_utf8, parse_toml
from lawcheck.records import dataclass
from lawcheck.reporting.words import phrase
from lawcheck.running.configuration.keys import parse_config
from lawcheck.running.configuration.layering import FILE, Layer, Resolved
from lawcheck.surfaces.web.refusals import RefusedError

# By what a request calls them: the keys of the file.
KEYS = ("ignore", "units", "terms", "phrases")
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class House:
    """What holds for all documents of the page: rules that are off, units, terms and phrases that are right."""

    ignore: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def changed(self, said: Mapping[str, str]) -> "House":
        """With a value more (`add`) or less (`remove`) under one of `KEYS`."""
        key, value = said.get("key", ""), said.get("value", "").strip()[:_LONGEST]
        if key not in KEYS or not value:
            raise RefusedError(phrase("no-request"))
        others = tuple(each for each in getattr(self, key) if each != value)
        changes: dict[str, tuple[str, ...]] = {key: (*others, value) if said.get("do") == "add" else others}
        return replace(self, **changes)

    def over(self, resolved: Resolved, off: tuple[str, ...]) -> Resolved:
        """What holds for a document, for which these rules are off too."""
        settings = resolved.settings
        return replace(
            resolved,
            layers=(*resolved.layers, Layer("page", ignore=(*self.ignore, *off))),
            settings=replace(
                settings,
                units=(*settings.units, *self.units),
                terms=settings.terms | set(self.terms),
                phrases=settings.phrases | set(self.phrases),
            ),
        )

    def toml(self) -> str:
        """The file that says the same to the command line."""
        lines = (f"{key} = {json.dumps(values, ensure_ascii=False)}" for key in KEYS if (values := getattr(self, key)))
        return "".join(f"{line}\n" for line in ("# lawcheck", *lines))


def house_of(data: bytes) -> House:
    """What a `lawcheck.toml` says of these; raises ConfigError, or RefusedError where it names files for them."""
    try:
        config = parse_config(parse_toml(decode_utf8(data)), FILE)
    except BadTextError as error:
        raise RefusedError(error.words) from error
    found = {key: getattr(config, key) or () for key in KEYS}
    if any(isinstance(values, str) for values in found.values()):
        raise RefusedError(phrase("no-registry-files"))
    return House(**found)
