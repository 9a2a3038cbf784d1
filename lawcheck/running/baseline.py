"""Findings that are accepted as they are: a file of their names, so that only new ones are reported."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lawcheck.checks.checked import Checked
from lawcheck.errors import ConfigError, SourceError, Words
from lawcheck.reading.files import STDIN
from lawcheck.reading.storage import read_bytes
from lawcheck.records import dataclass, field
from lawcheck.rulebook.findings import CRASH_CODE
from lawcheck.running.fingerprint import fingerprints

if TYPE_CHECKING:
    from lawcheck.rulebook.rule import Rule

SCHEMA = "lawcheck-baseline/1"
_NO_JSON = Words("不是基线文件（不是正确的 JSON）", "is no baseline (it is not valid JSON)")
_OTHER_SCHEMA = Words(
    f"不是基线文件（schema 应为 {SCHEMA}）；用 lawcheck baseline 生成",
    f"is no baseline (schema must be {SCHEMA}); lawcheck baseline writes one",
)
_DAMAGED = Words(
    "基线文件已损坏，请删除后用 lawcheck baseline 重新生成",
    "the baseline is damaged; please delete it and have lawcheck baseline write it anew",
)

# The names of findings by rule, of one document.
_Names = dict[str, set[str]]


@dataclass(slots=True)
class Baseline:
    """Accepted findings of documents, whose paths are relative to the folder of the file that they stand in."""

    folder: Path
    files: dict[str, _Names] = field(default_factory=dict)
    stale: int = 0

    def accept(self, path: str, checked: Checked) -> None:
        """Takes up all findings of a document; that a rule failed is never accepted."""
        names = self.files.setdefault(self._key(path), {})
        for code, own in _named(checked):
            if code != CRASH_CODE:
                names.setdefault(code, set()).update(own)

    def new(self, path: str, checked: Checked, rules: Callable[[], Sequence["Rule"]]) -> Checked:
        """What is not accepted of the findings of a document; of a finding in several places, the new places.

        `rules` gives those that it was checked with: what they no longer find is counted as `stale`.
        """
        accepted = _renamed(self.files.get(self._key(path), {}), checked, rules)
        lost = {code: set(names) for code, names in accepted.items()}
        left = []
        for diagnostic, (code, names) in zip(checked.diagnostics, _named(checked), strict=True):
            lost.get(code, set()).difference_update(names)
            known = accepted.get(code, set())
            if kept := diagnostic.only({number for number, name in enumerate(names) if name not in known}):
                left.append(kept)
        if any(lost.values()):
            codes = {rule.code for rule in rules()}
            self.stale += sum(len(names) for code, names in lost.items() if code in codes)
        return replace(checked, diagnostics=left)

    def gone(self) -> int:
        """How many accepted findings are those of files that are no more."""
        missing = (names for key, names in self.files.items() if key != STDIN and not (self.folder / key).exists())
        return sum(map(len, (own for names in missing for own in names.values())))

    @property
    def size(self) -> int:
        """How many findings are accepted."""
        return sum(len(own) for names in self.files.values() for own in names.values())

    def to_json(self) -> str:
        """The content of a baseline file: sorted, with one name on a line, so that Git shows what has changed."""
        files = {
            path: {code: sorted(own) for code, own in sorted(names.items())}
            for path, names in sorted(self.files.items())
            if names
        }
        return json.dumps({"schema": SCHEMA, "files": files}, ensure_ascii=False, indent=1) + "\n"

    def _key(self, path: str) -> str:
        if path == STDIN:
            return path
        real = Path(os.path.realpath(path))
        try:
            return Path(os.path.relpath(real, self.folder)).as_posix()
        except ValueError:  # on another drive
            return real.as_posix()


def empty_baseline(file: str) -> Baseline:
    """A baseline that accepts nothing yet, for this file."""
    return Baseline(Path(os.path.realpath(file)).parent)


def load_baseline(file: str) -> Baseline:
    """The baseline in a file; raises ConfigError naming the file and what is wrong with it."""
    try:
        values = json.loads(read_bytes(file).decode("utf-8-sig"))
    except SourceError as error:
        raise ConfigError(file, error.reason) from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(file, _NO_JSON) from error
    if not isinstance(values, dict) or values.get("schema") != SCHEMA:
        raise ConfigError(file, _OTHER_SCHEMA)
    baseline = empty_baseline(file)
    baseline.files = _files(values.get("files"), file)
    return baseline


def _files(values: Any, file: str) -> dict[str, _Names]:
    files: dict[str, _Names] = {}
    for path, names in _items(values, file):
        files[path] = {code: _strings(own, file) for code, own in _items(names, file)}
    return files


def _items(values: Any, file: str) -> Iterator[tuple[str, Any]]:
    if not isinstance(values, dict):
        raise ConfigError(file, _DAMAGED)
    yield from values.items()


def _strings(values: Any, file: str) -> set[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ConfigError(file, _DAMAGED)
    return set(values)


def _renamed(accepted: _Names, checked: Checked, rules: Callable[[], Sequence["Rule"]]) -> _Names:
    """The accepted names by the codes of today: a rule may have had another one when they were accepted."""
    unused = accepted.keys() - {diagnostic.code for diagnostic in checked.diagnostics}
    aliases = {alias: rule.code for rule in rules() for alias in rule.aliases if alias in unused} if unused else {}
    current = {code: set(names) for code, names in accepted.items() if code not in aliases}
    for alias, code in aliases.items():
        found = [diagnostic for diagnostic in checked.diagnostics if diagnostic.code == code]
        before, after = (
            chain.from_iterable(fingerprints(checked.source.text, [replace(each, code=named) for each in found]))
            for named in (alias, code)
        )
        names = dict(zip(before, after, strict=True))
        current.setdefault(code, set()).update(names.get(name, name) for name in accepted[alias])
    return current


def _named(checked: Checked) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The code of each finding, and the names of its places."""
    names = fingerprints(checked.source.text, checked.diagnostics)
    yield from zip((diagnostic.code for diagnostic in checked.diagnostics), names, strict=True)
