"""Findings with names for their places; those of one cause are one."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from lawcheck.records import dataclass
from lawcheck.rulebook.findings import Issue


@dataclass(frozen=True, slots=True)
class Named:
    """A finding, and a name for each of its places (`lawcheck.running.fingerprint`)."""

    issue: Issue
    names: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name of the finding itself."""
        return self.names[0]

    def among(self, names: Collection[str]) -> "Named | None":
        """With those of its places that have one of these names; None where none has."""
        kept = [number for number, name in enumerate(self.names) if name in names]
        left = self.issue.only(kept)
        return Named(left, tuple(self.names[number] for number in kept)) if left else None

    def only(self, name: str) -> "Named | None":
        """With the place of this name alone."""
        return self.among((name,))


def gathered(findings: Iterable[Named]) -> list[Named]:
    """The findings, in which those that say the same of several places are one, where the first of them stood.

    Nothing that leads elsewhere is joined: it is told of the first place alone.
    """
    groups: dict[object, list[Named]] = {}
    for found in findings:
        issue = found.issue
        said = (issue.code, issue.variant, tuple(issue.values.items()), issue.severity, issue.safety)
        alone = issue.more or any(place.related or place.said for place in issue.places)
        groups.setdefault(found.key if alone else said, []).append(found)
    return [_joined(group) for group in groups.values()]


def _joined(group: list[Named]) -> Named:
    if len(group) == 1:
        return group[0]
    places = sorted(
        ((place, name) for found in group for place, name in zip(found.issue.places, found.names, strict=True)),
        key=lambda pair: pair[0].span,
    )
    return Named(replace(group[0].issue, places=tuple(p for p, _ in places)), tuple(name for _, name in places))
