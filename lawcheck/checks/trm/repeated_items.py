"""Members of a list and clauses that stand twice by mistake (TRM050)."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import compress

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import SURNAMES, ends_as_office

_DIVIDER = Pattern(r"[，。；：！？,;:!?（）()《》“”\n\t|]")
_SHORTEST_NAME = 4
# 监测、监察、督察、监察: only short members stand between two of them. In three and a half million characters of
# published text there is none.
_SHORTEST_MEMBER, _LONGEST_MEMBER = 2, 6
_MEMBER = Pattern(rf"[{HAN}]{{{_SHORTEST_MEMBER},{_SHORTEST_NAME - 1}}}$")
# 张某、李某、张某, 刑法××××、××××: what is masked may hide two things; 检查、检查、再检查
_MASKED, _AGAIN = Pattern("[某×✕＊*□○●]|[XxＸｘ]{2}"), "再"
_LONGEST_NAME = 12
_NAME = Pattern(rf"[{HAN}“”《》]{{{_SHORTEST_NAME},}}$")
# 由甲局、乙局; but 特别重大事故、重大事故 are two things.
_LEAD_IN = Pattern("[由有对向和是为同括即如将把在含 \u3000]$")
_TWO_LISTS = Pattern("[和或及与的]")
# What may follow the last member of a list: 甲局、乙局负责.
_BEHIND_LIST = Pattern("等|负责|牵头|配合|参加|参与|协助|按|要|应|为|的|与|和|及|组织|联合|共同|分别|根据")
# 要提高认识，要提高认识，
_CLAUSE_TWICE = Pattern(
    rf"(?:(?<![{HAN}])|(?<=要)(?<![必需]要))(?P<clause>[{HAN}]{{4,40}})(?P<again>[，,；;](?P=clause))(?=[，。；,;！\n]|$)"
)


def repeated_item(document: Document) -> Iterator[Finding]:
    """TRM050: a member that stands twice in a list, or a clause that is said again right behind itself."""
    text = document.text
    stretches = _DIVIDER.compiled.split(text)
    twice = any(
        len(end) >= _SHORTEST_NAME for end in compress(stretches[1:], map(str.endswith, stretches, stretches[1:]))
    )
    for match in _CLAUSE_TWICE.finditer(text) if twice else ():
        start, end = match.span("again")
        if _is_spoken(text, start) or _MASKED.search(match["clause"]):
            continue
        values = {"found": match["clause"]}
        yield Finding(
            start + 1, end, values, edits=(Edit(start, end, ""),), related=((*match.span("clause"), "first"),)
        )
    for first, start, end in _persons_twice(text):
        yield Finding(start, end, {"found": text[start:end]}, related=((first, first + end - start, "first"),))
    if "、" not in text:
        return
    attributed = sorted((a.start, a.end) for a in document.every_attribution)
    starts = [start for start, _ in attributed]
    at = 0
    for stretch in stretches:
        place, at = at, at + len(stretch) + 1
        for first, start, end in _twice(stretch, place) if "、" in stretch else ():
            # Fields of responsible units are a matter of RSP004.
            index = bisect_right(starts, start) - 1
            if (index < 0 or attributed[index][1] <= start) and not _is_spoken(text, start):
                cut = Edit(start - 1, end, "")
                related = ((first, first + end - start, "first"),)
                yield Finding(start, end, {"found": text[start:end]}, edits=(cut,), related=related)


_OPENED, _CLOSED = "“‘『「", "”’』」"
_SPEECH = 60


def _is_spoken(text: str, at: int) -> bool:
    """Whether a place stands in what is quoted: who speaks says a thing twice, and so does a rhyme."""
    before = text[max(0, at - _SPEECH) : at].rpartition("\n")[2]
    return max(map(before.rfind, _OPENED)) > max(map(before.rfind, _CLOSED))


# 副组长：甲某、乙某 and 成员：甲某、丙某 of one body.
_ROLE = Pattern(
    "(?:(?<=[\n；;。])|^)[ \t\u3000]*(?P<role>组[ \u3000]{0,4}长|副[ \u3000]?组[ \u3000]?长|成[ \u3000]{0,4}员)[：:]"
    "(?P<names>[^；;。：:\n]{2,400})",
    needs=("长", "员"),
)
_PERSON = Pattern(f"(?:(?<=^)|(?<=[、，, \u3000]))(?P<name>[{HAN}]{{2,4}})(?=[、，,（( \u3000]|$)")
_HEAD = Pattern("(?<!副)[组队会校站]长|主任|总指挥|召集人", needs=("长", "主任", "总指挥", "召集人"))
_BODY_REACH = 600


def _persons_twice(text: str) -> Iterator[tuple[int, int, int]]:
    """Who stands twice among those of one body: where first, and the span of the other place."""
    seen: dict[str, int] = {}
    last = 0
    for match in _ROLE.finditer(text):
        role = match["role"].replace(" ", "").replace("\u3000", "")
        between = text[last : match.start()]
        # Another body of that document begins with its head.
        if role == "组长" or len(between) > _BODY_REACH or _HEAD.search(between):
            seen = {}
        last = match.end()
        for person in _PERSON.compiled.finditer(match["names"]):
            name, start = person["name"], match.start("names") + person.start()
            if name[0] in SURNAMES and not ends_as_office(name):
                if name in seen and not _MASKED.search(name):
                    yield seen[name], start, start + len(name)
                seen.setdefault(name, start)


def _twice(listed: str, at: int) -> Iterator[tuple[int, int, int]]:
    """Members of a list that stood in it before: where the first one begins, and the span of the other."""
    parts = listed.split("、")
    if not _may_repeat(parts):
        return
    seen: dict[str, int] = {}
    place, plain_from = at, at
    yield from _short_twice(parts, at)
    for index, part in enumerate(parts):
        name = _last_name(part, seen, parts[0]) if index == len(parts) - 1 else part
        first = seen.get(name)
        if first is None and index and len(name) >= _SHORTEST_NAME and _leads_in(parts[0], name):
            # 由甲局: what leads the list in belongs to no name.
            first = at + len(parts[0]) - len(name)
        if first is not None and first >= plain_from and not _MASKED.search(name):
            yield first, place, place + len(name)
        elif _NAME.match(name):
            seen[name] = place
        place += len(part) + 1
        # A member that is more than a name may end one list and begin another.
        if index and (len(part) > _LONGEST_NAME or _TWO_LISTS.search(part)):
            plain_from = place


def _short_twice(parts: list[str], at: int) -> Iterator[tuple[int, int, int]]:
    """Short members that stood in the list before, with short ones between."""
    first = parts[0].rstrip()
    # 第六条 财政、教育 and 由财政、教育: what leads the list in is no member of it.
    ends = [first[-size:] for size in range(_SHORTEST_MEMBER, _SHORTEST_NAME) if _leads_in(first, first[-size:])]
    seen = {name: at + len(first) - len(name) for name in (first, *ends) if _is_short_member(name)}
    place = at + len(parts[0]) + 1
    for index, part in enumerate(parts[1:], 1):
        is_last = index == len(parts) - 1
        name = part.partition("等")[0] if is_last else part
        if name in seen and (is_last or not parts[index + 1].startswith(_AGAIN)):
            yield seen[name], place, place + len(name)
        elif _is_short_member(name):
            seen[name] = place
        place += len(part) + 1
        if len(part) > _LONGEST_MEMBER or _TWO_LISTS.search(part):
            seen = {}


def _is_short_member(name: str) -> bool:
    return _MEMBER.match(name) is not None and not _MASKED.search(name)


def _may_repeat(parts: list[str]) -> bool:
    """Whether a member may stand twice: of most lists this is told at once."""
    first, *others = parts
    known, last = set(parts[:-1]), parts[-1]
    if len(known) < len(parts) - 1 or first.endswith(tuple(filter(None, others))):
        return True
    if not last.startswith(tuple(known)) and last[:_SHORTEST_MEMBER] not in first:
        return False
    # What is said of all members may be of any length behind the last one.
    sizes = (*range(_SHORTEST_MEMBER, min(len(last), _LONGEST_NAME) + 1), len(last))
    return any(last[:size] in known or first.endswith(last[:size]) for size in sizes)


def _last_name(part: str, seen: dict[str, int], first: str) -> str:
    """The member that a list ends with, without what is said of all members behind it."""
    for size in range(_SHORTEST_NAME, min(len(part), _LONGEST_NAME) + 1):
        name = part[:size]
        if (name in seen or (first.endswith(name) and _leads_in(first, name))) and (
            size == len(part) or _BEHIND_LIST.match(part, size)
        ):
            return name
    return part


def _leads_in(first: str, name: str) -> bool:
    """Whether the first member is a name with what leads the list in: 由甲局."""
    return first.endswith(name) and (first == name or _LEAD_IN.search(first[: -len(name)]) is not None)
