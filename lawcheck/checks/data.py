"""Reads the data files that lie beside the rules."""

from functools import cache

from lawcheck.resources import resource_dir


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a tab-separated file in `rules/`; empty lines and lines that begin with # are left out."""
    lines = (resource_dir("rules") / name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
