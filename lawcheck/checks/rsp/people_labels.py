"""Labels of those who answer for a matter: 负责人 in one place and 责任人 in those like it (RSP007)."""

from collections.abc import Iterator
from itertools import pairwise

from lawcheck.rulebook.findings import Finding
from lawcheck.text.patterns import Pattern

_LABEL = Pattern(
    "(?:(?<=\n)|^)[ \u3000]{0,8}(?P<label>负责人|责任人|联系人|联络人)[ \u3000]?[：:]",
    needs=("负责人", "责任人", "联系人", "联络人"),
)
_PAIRS = (("负责人", "责任人"), ("联系人", "联络人"))
# So near each other two labels stand in one list, and mean two people.
_NEAR = 60


def people_labels(text: str) -> Iterator[Finding]:
    """The rarer of two such labels, or the later; those that stand side by side are meant."""
    found = list(_LABEL.finditer(text))
    for pair in _PAIRS:
        spans = [[match.span("label") for match in found if match["label"] == label] for label in pair]
        usual, rare = sorted(spans, key=lambda each: (-len(each), each))
        ends = sorted([*usual, *rare])
        near = [(one, other) for one, other in pairwise(ends) if other[0] - one[1] < _NEAR]
        if any(text[slice(*one)] != text[slice(*other)] for one, other in near):
            continue
        if len(rare) == 1 or 2 * len(rare) <= len(usual):
            for start, end in rare:
                yield Finding(start, end, {"label": text[start:end], "usual": text[slice(*usual[0])]})
