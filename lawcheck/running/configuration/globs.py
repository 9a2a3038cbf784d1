"""Path patterns: `*` and `?` stay inside one name, `**` is any number of folders."""

from collections.abc import Sequence
from fnmatch import fnmatchcase


def matches_path(pattern: str, path: str) -> bool:
    """Whether a pattern matches a path, both relative to the same folder and with `/` between names.

    A pattern without `/` matches a file or folder of that name at any depth. One that matches a folder matches
    everything in it.
    """
    names = path.split("/")
    parts = [part for part in pattern.removeprefix("./").split("/") if part]
    if len(parts) == 1 and not pattern.startswith("/"):
        return any(fnmatchcase(name, parts[0]) for name in names)
    return _matches(parts, names)


def _matches(parts: Sequence[str], names: Sequence[str]) -> bool:
    """Whether the parts match the first names, or all of them."""
    # How many names may have been used up by the parts so far.
    reached = {0}
    for part in parts:
        if part == "**":
            reached = set(range(min(reached), len(names) + 1)) if reached else reached
        else:
            reached = {at + 1 for at in reached if at < len(names) and fnmatchcase(names[at], part)}
    return bool(reached)
