"""Where a pattern names what its matches begin with or need, it finds the same as without."""

import importlib
import pkgutil
import random
import re

import pytest
from matching import matching

import lawcheck.checks
import lawcheck.structure
import lawcheck.text
from lawcheck.text.patterns import Pattern

FILLING = "的" * 120
SIGNS = "，。：（）《》“”、\n 　0125年月日第一二条附件"


def modules():
    for package in (lawcheck.checks, lawcheck.text, lawcheck.structure):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(module.name)


def patterns():
    """Every pattern by its name, and the modules that have some."""
    for module in modules():
        found = {name: value for name, value in vars(module).items() if isinstance(value, Pattern)}
        if found:
            yield pytest.param(found, id=module.__name__.removeprefix("lawcheck."))


def eager(pattern: Pattern) -> Pattern:
    """The same pattern, as it is after much searching."""
    made = Pattern(pattern.pattern, pattern._flags, pattern.needs, pattern.first)
    made._searched = 1 << 30
    return made


def text_with_match(pattern: Pattern, seed: int) -> str:
    """What the expression describes, by itself in a long text: nothing beside it holds what it may need."""
    rng = random.Random(seed)
    made = matching(pattern.pattern, pattern._flags, rng)
    return FILLING * 5 + rng.choice(("", "\n")) + made + rng.choice(("", "\n")) + FILLING * 5


def text_with_pieces(pattern: Pattern, seed: int) -> str:
    """Pieces made of the characters of a pattern, far enough apart for its first characters to be rare."""
    rng = random.Random(seed)
    letters = re.sub(r"[\\?{}()\[\]^$|*+<>=!:,]", "", pattern.pattern) + SIGNS + pattern.first
    # The words of a pattern itself match more often than characters by chance.
    words = [*re.findall("[\u3400-\u9fff]+", pattern.pattern), *SIGNS]
    pieces = []
    for _ in range(25):
        made = [rng.choice(words) if rng.random() < 0.5 else rng.choice(letters) for _ in range(rng.randint(1, 12))]
        pieces += [FILLING, rng.choice(pattern.first or words), *made]
    return "".join(pieces)


@pytest.mark.property
@pytest.mark.parametrize("patterns", list(patterns()))
def test_nothing_is_lost_by_looking_only_where_a_match_can_begin(patterns):
    for name, pattern in patterns.items():
        searched = eager(pattern)
        few = 3 if pattern.first or pattern.needs else 1
        texts = [text_with_match(pattern, seed) for seed in range(4 * few)]
        texts += [text_with_pieces(pattern, seed) for seed in range(few)]
        for text in texts:
            assert spans(searched, text) == spans(pattern.compiled, text), name


def spans(pattern: Pattern | re.Pattern[str], text: str) -> tuple[object, ...]:
    """What is found: everywhere, in a stretch, first."""
    first = pattern.search(text, 50)
    return (
        [match.span() for match in pattern.finditer(text)],
        [match.span() for match in pattern.finditer(text, 100, 900)],
        first and first.span(),
    )


def test_a_pattern_says_what_it_has_as_its_expression_does():
    pattern = Pattern("(?P<year>[0-9]{4})年")
    assert (pattern.groups, dict(pattern.groupindex)) == (1, {"year": 1})
    assert pattern.match("2024年") and Pattern("年").match("年") and Pattern("年").fullmatch("年")


def test_a_needed_word_that_a_match_looks_back_to_may_stand_before_the_stretch():
    assert list(Pattern("(?<=第)[0-9]", needs=("第",)).finditer("在第5条", 2))


def test_a_text_full_of_first_characters_is_searched_as_usual():
    pattern = Pattern("一二?", first="一")
    assert [m.span() for m in pattern.finditer("一二" * 100)] == [(i, i + 2) for i in range(0, 200, 2)]


def test_matches_do_not_overlap():
    pattern = Pattern("一一", first="一")
    assert [m.span() for m in pattern.finditer("的" * 200 + "一一一一一")] == [(200, 202), (202, 204)]


def test_a_text_without_the_needed_words_has_no_match():
    assert list(Pattern("a|b", needs=("c",)).finditer("aabb")) == []
    assert len(list(Pattern("a|b", needs=("c",)).finditer("aabbc"))) == 4
