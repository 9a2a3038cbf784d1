"""Titles that differ by one character on purpose: forms for two groups, annexes of their own (CIT014)."""

from lawcheck.text.patterns import Pattern

Span = tuple[int, int]

# What stands between two names of a list, and how long it is at most.
_LISTED = Pattern("》(?:（[^（）\n]{0,6}）)?、?《")
_FARTHEST = 11
# 附件：1.甲表⏎2.乙表
_ANNEX_NUMBER = Pattern("(?:附件[0-9一二三四五]{0,2}[：:]?|[0-9]{1,2}[.．、]|[\n（(][0-9]{1,2}[)）])[ \u3000]*《?$")
_NUMBER = 12
# A sentence that holds two names sets them against each other, but for a word as little as these.
_PARTICLES = frozenset("的和及与了等、")
_SENTENCE = 160
_SENTENCE_SIGNS = "。；\n"
_SENTENCE_END = Pattern(f"[{_SENTENCE_SIGNS}]")


def stand_side_by_side(text: str, ones: list[Span], others: list[Span]) -> bool:
    """Whether two names are listed one behind the other: 《甲表》《乙表》."""
    return any(
        end + by in starts and _LISTED.fullmatch(text, end, end + by)
        for before, after in ((ones, others), (others, ones))
        for starts in [{start for start, _ in after}]
        for _, end in before
        for by in range(2, _FARTHEST + 1)
    )


def are_two(text: str, one: str, other: str) -> bool:
    """Whether two names are those of two annexes, or one has a word more that the text sets against the other one."""
    if all(_is_numbered(text, name) for name in (one, other)):
        return True
    short, long = sorted((one, other), key=len)
    lost = next((sign for sign, other in zip(long, short, strict=False) if sign != other), long[-1])
    if len(short) == len(long) or lost in _PARTICLES:
        return False
    # Each once in a sentence: 企业填写《甲表》，事业单位填写《乙表》.
    first, last = sorted(text.find(f"《{name}》") for name in (short, long))
    if last - first > _SENTENCE or _SENTENCE_END.search(text, first, last):
        return False
    before = max(text.rfind(sign, 0, first) for sign in _SENTENCE_SIGNS)
    after = _SENTENCE_END.search(text, last)
    sentence = text[before + 1 : after.start() if after else len(text)]
    return all(sentence.count(f"《{name}》") == 1 for name in (short, long))


def _is_numbered(text: str, name: str) -> bool:
    """Whether a name stands in the list of what is attached, with its number."""
    at = text.find(name)
    while at >= 0:
        if _ANNEX_NUMBER.search(text, max(0, at - _NUMBER), at):
            return True
        at = text.find(name, at + 1)
    return False
