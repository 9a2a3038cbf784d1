"""Where grammars and rule files live: inside an installed package, or beside it in a checkout."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resource_dir(name: str) -> Traversable:
    """The folder `grammars` or `rules`; the only place that knows how the package is laid out."""
    packaged = files("lawcheck") / "_data" / name
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parent.parent / name
