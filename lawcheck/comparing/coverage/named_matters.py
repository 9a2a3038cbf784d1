"""Items of the superior that one sentence of the own document names together, by what their headings are about."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lawcheck.comparing.coverage.measures import Measure
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_HEADING = Pattern(f"[{HAN}、]+")
# 公开决策信息, 加快推进管网改造: the matter stands behind one verb or two.
_VERB = 2
_SHORTEST = 4
# One matter may be named in passing; where several of one section are, all of them are meant to be done.
_TOGETHER = 2


def named_together(superior: Sequence[Measure], own: Sequence[Measure]) -> Mapping[int, Sequence[int]]:
    """The measures that name the matter of an item with those of others of its section, by the item's first measure:
    围绕决策信息、服务信息和结果信息，推进各领域公开 takes up 公开决策信息."""
    owners = _owners(superior)
    lengths = sorted({len(matter) for matter in owners})
    found: defaultdict[int, list[int]] = defaultdict(list)
    for place, measure in enumerate(own):
        said = measure.said
        runs = (said[at : at + length] for at in range(len(said)) for length in lengths)
        sections: defaultdict[str, list[int]] = defaultdict(list)
        for index in sorted({owners[run] for run in runs if run in owners}):
            sections[superior[index].above].append(index)
        for named in sections.values():
            for index in named if len(named) >= _TOGETHER else ():
                found[index].append(place)
    return found


def _owners(superior: Sequence[Measure]) -> Mapping[str, int]:
    """The first measures of the items by their matters, without those that several have."""
    firsts: dict[int, int] = {}
    for index, measure in enumerate(superior):
        if measure.is_task:
            firsts.setdefault(measure.item, index)
    matters = [(matter, index) for index in firsts.values() for matter in _matters(superior[index].heading)]
    counts = Counter(matter for matter, _ in matters)
    return {matter: index for matter, index in matters if counts[matter] == 1}


def _matters(heading: str) -> Iterator[str]:
    """What a heading may be about, behind its verbs."""
    match = _HEADING.match(heading)
    words = match[0] if match else ""
    for at in (_VERB, 2 * _VERB):
        if len(words) - at >= _SHORTEST:
            yield words[at:]
