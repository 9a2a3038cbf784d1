"""Where grammars and rule files live: inside an installed package, or beside it in a checkout."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resource_dir(name: str) -> Traversable:
    """The folder `grammars` or `rules`; the only place that knows how the package is laid out."""
    packaged = files("lawcheck") / "_data" / name
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parent.parent / name


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated file in `rules/`; empty lines and lines that begin with # are left out."""
    lines = (resource_dir("rules") / name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
