"""Which files in folders are not to be checked: those that .gitignore and .lawcheckignore name.

A .gitignore counts inside a Git repository only, a .lawcheckignore everywhere; both have Git's syntax.
"""

import os
import re
import stat
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lawcheck.errors import SourceError, Words
from lawcheck.reading.remembered import remember
from lawcheck.reading.storage import opened, printable, real_path, reason
from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

GIT = ".gitignore"
OWN = ".lawcheckignore"
_REPOSITORY = ".git"
_MOST_BYTES = 256 * 1024
_MOST_LINES = 5000
# Each wildcard multiplies the time that it takes to see that a long name does not match.
_MOST_STARS = 3
_STARS = Pattern(r"\*+")
_SEVERAL_STARS = Pattern(r"(?:\[\^/\]\*){2,}")
# In the expression of a pattern: a star and single characters behind it, up to the next star of the same name.
_BETWEEN_STARS = Pattern(r"\[\^/\]\*((?:\\.|\[\^?(?:\\.|[^\]\\])+\](?!\*)|[^][\\/()*+?.|^$])+)(?=\[\^/\]\*)")


@dataclass(frozen=True, slots=True)
class IgnoreLevel:
    """What holds in a folder, by its absolute path: the patterns of the folders around it, outermost first."""

    folder: str
    specs: tuple[tuple[str, "GitIgnoreSpec"], ...] = ()
    in_repository: bool = False
    errors: tuple[SourceError, ...] = ()

    def below(self, name: str) -> "IgnoreLevel":
        """What holds in a folder of this one."""
        return _entered(replace(self, folder=str(Path(self.folder, name))))

    def ignores(self, name: str, is_folder: bool = False) -> bool:
        """Whether a file or folder in this folder is ignored: the innermost pattern that speaks of it decides."""
        if not self.specs:
            return False
        path = Path(self.folder, name)
        for base, spec in reversed(self.specs):
            found = spec.check_file(path.relative_to(base).as_posix() + "/" * is_folder).include
            if found is not None:
                return found
        return False


def top_level(start: str) -> IgnoreLevel:
    """What holds in a folder where a search begins, which is searched even if it is itself ignored.

    The folders around it count, in a repository up to its root.
    """
    folder = Path(os.path.realpath(start))
    around = [folder, *folder.parents]
    root = next((place for place, path in enumerate(around, 1) if _is_repository(str(path))), len(around))
    level = IgnoreLevel("")
    for path in reversed(around[:root]):
        asked_for = level.folder and level.ignores(path.name, is_folder=True)
        level = _entered(replace(level, folder=str(path), specs=() if asked_for else level.specs))
    return level


class IgnoredFiles:
    """Tells which of the files that a call names are ignored, as a search from the root of the repository would."""

    def __init__(self) -> None:
        # What is wrong with ignore files.
        self.errors: list[SourceError] = []
        # None stands for a folder that is ignored itself.
        self._levels: dict[Path, IgnoreLevel | None] = {}

    def has(self, path: str) -> bool:
        """Whether a file is ignored, by itself or with a folder around it."""
        folder, name = os.path.split(path)
        level = self._level(Path(real_path(folder)))
        return level is None or level.ignores(name)

    def _level(self, folder: Path) -> IgnoreLevel | None:
        around = [folder, *folder.parents]
        above = next((place for place, path in enumerate(around) if path in self._levels), len(around))
        for path in reversed(around[:above]):
            outer = IgnoreLevel("") if _is_repository(str(path)) else self._levels.get(path.parent, IgnoreLevel(""))
            level = None
            if outer is not None and not outer.ignores(path.name, is_folder=True):
                level = _entered(replace(outer, folder=str(path)))
                self.errors += level.errors
            self._levels[path] = level
        return self._levels[folder]


def _entered(level: IgnoreLevel) -> IgnoreLevel:
    """A level with the patterns in its own folder, and what is wrong with its ignore files."""
    in_repository = level.in_repository or _is_repository(level.folder)
    lines: list[str] = []
    errors: list[SourceError] = []
    for name in (GIT, OWN) if in_repository else (OWN,):
        try:
            lines += _lines(Path(level.folder, name))
        except SourceError as error:
            errors.append(error)
    specs = (*level.specs, (level.folder, _spec(lines))) if lines else level.specs
    return replace(level, specs=specs, in_repository=in_repository, errors=tuple(errors))


def _is_repository(folder: str) -> bool:
    return os.path.lexists(Path(folder, _REPOSITORY))


def _lines(path: Path) -> list[str]:
    """The patterns in an ignore file; like Git, it does not follow links. Raises SourceError."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return []
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise SourceError(printable(str(path)), reason(error)) from error
    with opened(path) as file:
        remember(os.fstat(file.fileno()))
        data = file.read(_MOST_BYTES + 1)
    lines = data.decode("utf-8-sig", "surrogateescape").splitlines()
    if len(data) > _MOST_BYTES or len(lines) > _MOST_LINES:
        size = f"{_MOST_BYTES // 1024} KiB"
        large = Words(
            f"忽略文件过大（上限 {size}、{_MOST_LINES} 行），未采用",
            f"is too large for an ignore file (at most {size} and {_MOST_LINES} lines) and is not used",
        )
        raise SourceError(printable(str(path)), large)
    for number, line in enumerate(lines, 1):
        names = line.split("/")
        if max(names.count("**"), *(len(_STARS.compiled.findall(name)) for name in names)) > _MOST_STARS:
            wild = Words(
                f"第 {number} 行的通配符过多，忽略文件未采用",
                f"has too many wildcards on line {number} and is not used",
            )
            raise SourceError(printable(str(path)), wild)
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _linear(pattern: "GitIgnoreSpecPattern") -> "GitIgnoreSpecPattern":
    """The same pattern, in time in proportion to the name.

    What stands between two stars of one name is best found where it first occurs, and need not be looked for again.
    """
    if pattern.regex is not None:
        expression = _BETWEEN_STARS.compiled.sub(
            r"(?>[^/]*?\1)", _SEVERAL_STARS.compiled.sub("[^/]*", pattern.regex.pattern)
        )
        pattern.regex = re.compile(expression, pattern.regex.flags)
    return pattern


def _spec(lines: list[str]) -> "GitIgnoreSpec":
    """The patterns; those that make no sense match nothing, as with Git."""
    # Seldom needed: most folders have no ignore file.
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    patterns: list[GitIgnoreSpecPattern] = []
    for line in lines:
        with suppress(ValueError, re.error):
            patterns.append(_linear(GitIgnoreSpecPattern(line)))
    return GitIgnoreSpec(patterns, backend="simple")
