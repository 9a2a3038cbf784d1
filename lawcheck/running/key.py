"""Under which key the outcome of a document is kept: two documents with one key have the same outcome."""

import sys
from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass, replace
from functools import cache

from lawcheck import __version__
from lawcheck.reading.digests import digest
from lawcheck.reading.formats import ending
from lawcheck.reading.paged.page_options import chosen
from lawcheck.reading.resources import PACKAGE, resource_state, states_of
from lawcheck.running.configuration.layering import Resolved

# The layers are in it by what they set; the others are about reports.
_NOT_IN_KEY = ("layers", "language", "fail_on")


def document_key(path: str, data: bytes, options: bytes, original: bool) -> bytes:
    """The key of a document: what it holds, the ending of its name, and what holds for it (`options_key`)."""
    name = repr((ending(path), original, chosen()))
    return digest(program_key(), options, name.encode("utf-8", "surrogatepass"), data)


def options_key(resolved: Resolved) -> bytes:
    """The key of all that has an influence on findings; their language has none."""
    layers = [
        replace(layer, origin="", kind=None, stage=None, lang=None, fail_on=None, scanned=None)
        for layer in resolved.layers
    ]
    others = [getattr(resolved, field.name) for field in fields(resolved) if field.name not in _NOT_IN_KEY]
    return digest(repr(_plain([layers, *others])).encode("utf-8", "surrogatepass"))


@cache
def program_key() -> bytes:
    """The key of this lawcheck: its version, and the state of its files, so that it is right in a checkout too."""
    states = [states_of(PACKAGE), *map(resource_state, ("rules", "grammars"))]
    return digest(repr((__version__, sys.version, states)).encode("utf-8", "surrogatepass"))


def _plain(value: object) -> object:
    """A value made of lists and scalars alone, in an order that does not depend on the process."""
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(_plain(getattr(value, field.name)) for field in fields(value))]
    if isinstance(value, Mapping):
        return [[_plain(key), _plain(item)] for key, item in value.items()]
    if isinstance(value, Set):
        return sorted(value, key=repr)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
