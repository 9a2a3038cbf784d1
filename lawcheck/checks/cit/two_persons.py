"""A person whose name is written in two ways: 周某锋局长 beside 周某峰局长 (CIT014)."""

from collections import defaultdict
from collections.abc import Iterator

from lawcheck.checks.alike import look_alikes, sounds_like, sounds_of
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import HOLDERS, SURNAMES

Span = tuple[int, int]

_OFFICE = f"(?:副?(?:{HOLDERS})|同志|先生|女士|老师|书记|委员|队长|组长|所长|站长|科长|处长|代表|教授|经理)"
# 局长周某锋, 组长：周某锋; behind a sign alone a name is one only where an office or a deed follows.
_NAMED = Pattern(
    f"(?:(?P<office>{_OFFICE}|[员长人任记][：:]|(?<=[由请])|(?<=免去)|(?<=任命))|(?<![{HAN}]))(?P<name>[{SURNAMES}][{HAN}]{{2}})"
    f"(?P<after>{_OFFICE}|任|兼|主持|负责|担任|出席|强调|指出|率|带队|[（(、，。；\\s]|$)"
)
_SIGNS = frozenset("（(、，。； \u3000\n")
_MOST = 200


def persons_in_two_ways(text: str) -> Iterator[tuple[Span, Span]]:
    """Each place of the rarer of two names of three characters that differ in one that sounds or looks alike."""
    places: defaultdict[str, list[Span]] = defaultdict(list)
    sure: set[str] = set()
    for match in _NAMED.finditer(text):
        places[match["name"]].append(match.span("name"))
        if match["office"] or match["after"][:1] not in _SIGNS:
            sure.add(match["name"])
    if not sure or len(places) > _MOST:
        return
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in places:
        groups[f"{name[0]}?{name[2]}"].append(name)
        groups[f"{name[:2]}?"].append(name)
    for key, names in groups.items():
        if len(names) != 2 or not sure.issuperset(names):
            continue
        at = key.index("?")
        one, other = names
        rare, usual = sorted(names, key=lambda name: (len(places[name]), -places[name][0][0]))
        is_same = not sounds_of(one[at]).isdisjoint(sounds_of(other[at])) or other[at] in look_alikes(one[at])
        if not is_same and not (sounds_like(one[at], other[at]) and len(places[usual]) > 1):
            continue
        # In one row they are two persons.
        if not any(_are_in_one_row(text, a, b) for a in places[rare] for b in places[usual]):
            yield from ((span, places[usual][0]) for span in places[rare])


def _are_in_one_row(text: str, one: Span, other: Span) -> bool:
    first, last = sorted((one, other))
    return "。" not in text[first[1] : last[0]] and text.count("\n", first[1], last[0]) <= 1
