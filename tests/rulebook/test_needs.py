"""Rules whose functions rest where a document lacks what they need: they would have found nothing there."""

import inspect
import random
import re
import sys
from functools import cache

import pytest
from house import rule_with

from lawcheck.checks.engine import check_of, run
from lawcheck.checks.suppress import Suppressions
from lawcheck.errors import RuleFileError
from lawcheck.pipeline import parse
from lawcheck.rulebook.example import Example
from lawcheck.rulebook.registry import all_rules
from lawcheck.rulebook.rule import FunctionCheck, Origin, Rule
from lawcheck.rulebook.rule_file import parse_rule
from lawcheck.structure.document import Document
from lawcheck.testing import source_of, unmark
from lawcheck.text.source import Source

NEEDING = [each for each in all_rules() if isinstance(each.check, FunctionCheck) and each.check.needs]
# What a document is damaged with: the same in another width, other points, characters that look alike, and nothing.
WIDE = str.maketrans("()%:;,<>\"'-~", "（）％：；，＜＞＂＇－～")
NARROW = str.maketrans("（）％：；，《》“”—～", "()%:;,<>\"'-~")
STRAY = ["", "", " ", "\n", "、", "。", "的", "二", "1", "人", "大", "巳", "日", "口", "為", "條", "號", "請"]


def needing(needs: str, kind: str = "function", key: str = "function") -> Rule:
    """A rule of a package, with a function that nobody has."""
    check = f'{{ kind = "{kind}", {key} = "nowhere.nothing", needs = {needs} }}'
    return parse_rule(rule_with(check=check), "XAA001.toml", Origin("example", "example"))


def texts_of(each: Rule) -> list[tuple[str, Example]]:
    """The examples of a rule without their marks."""
    return [(unmark(e.bad)[0] if e.bad is not None else e.good or "", e) for e in each.examples if e.layout is None]


def parsed(text: str, example: Example) -> Document:
    return parse(source_of(example, text), example.kind)


def rests(each: Rule, document: Document) -> bool:
    """Whether a rule is not even asked for what it finds."""
    asked: list[Rule] = []

    def checks(one: Rule):
        asked.append(one)
        return lambda document: ()

    run(document, (each,), Suppressions(()), checks)
    return not asked and document.kind in each.kinds


@cache
def every_document() -> list[Document]:
    return [parsed(text, example) for each in all_rules() for text, example in texts_of(each)]


@pytest.mark.parametrize("each", NEEDING, ids=lambda each: each.code)
def test_a_rule_that_needs_words_is_asked_where_it_finds_something(each: Rule) -> None:
    for text, example in texts_of(each):
        assert example.bad is None or not rests(each, parsed(text, example)), text


@pytest.mark.property
@pytest.mark.parametrize("each", NEEDING, ids=lambda each: each.code)
def test_a_rule_that_rests_would_find_nothing_in_damaged_examples(each: Rule) -> None:
    rng = random.Random(each.code)
    check, words = check_of(each), words_of_module(each)
    rested = 0
    for text, example in texts_of(each):
        for _ in range(14):
            damaged = parsed(without(text, each, words, rng), example)
            if rests(each, damaged):
                rested += 1
                assert not list(check(damaged)), damaged.text
    assert rested


def words_of_module(each: Rule) -> list[str]:
    """The words and signs beside a function: one that its rule does not name may do for one that it does."""
    check = check_of(each)
    source = inspect.getsource(sys.modules[getattr(check, "func", check).__module__])
    return sorted({*STRAY, *re.findall("[\u3400-\u9fff]{1,6}|[^\\w\\s]", source)})


def without(text: str, each: Rule, words: list[str], rng: random.Random) -> str:
    """A text in which what a rule needs is cut, parted, written otherwise or half lost, and some more is damaged."""
    if rng.random() < 0.2:
        text = text.translate(rng.choice((WIDE, NARROW)))
    characters = ["", *"".join(words)]
    for word in each.check.needs:
        while word in text:
            start, choice = text.index(word), [other for other in words if word not in other]
            end = start + len(word)
            if rng.random() < 0.4:
                start += rng.randrange(len(word))
                end, choice = start + 1, [other for other in characters if other != text[start]]
            text = text[:start] + rng.choice(choice) + text[end:]
    for _ in range(rng.randrange(3)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + text[at + rng.randrange(2) :]
    return text


@pytest.mark.property
@pytest.mark.parametrize("each", NEEDING, ids=lambda each: each.code)
def test_a_rule_that_rests_would_find_nothing_in_the_examples_of_others(each: Rule) -> None:
    check = check_of(each)
    for document in every_document():
        if rests(each, document):
            assert not list(check(document)), document.text


@pytest.mark.property
def test_a_rule_on_the_layout_rests_where_there_is_none() -> None:
    rules = [each for each in all_rules() if isinstance(each.check, FunctionCheck) and each.check.layout]
    assert {each.family for each in rules} == {"FMT"}
    for document in every_document():
        for each in rules:
            assert document.kind not in each.kinds or rests(each, document)
            assert not list(check_of(each)(document))


def test_the_function_of_a_rule_that_rests_is_not_even_loaded() -> None:
    missing = needing('["简称", "（"]')
    texts = ("以下称办法", "全称和简写", "以下简称办法", "办法（试行）")
    assert [rests(missing, parse(Source(text))) for text in texts] == [True, True, False, False]
    found = [[issue.code for issue in run(parse(Source(text)), (missing,), Suppressions(()))] for text in texts]
    assert found == [[], [], ["LAW000"], ["LAW000"]]


def test_a_word_may_stand_in_the_source_alone_or_in_the_view_alone() -> None:
    body = (
        "各部门应当及时公开办事结果，接受群众监督，不得推诿塞责；对群众反映的问题，应当逐一登记、限期办理，并把办理情况告知本人，"
        "做到件件有着落、事事有回音，让群众少跑路、好办事。各街道要明确专人负责此项工作，按月汇总上报。"
    )
    lines = "\n".join(body[at : at + 21] for at in range(0, len(body), 21))
    text = f"示例区办事公开工作方案\n一、总体要求\n{lines}\n- 1 -\n二、重点任务\n{lines}\n- 2 -\n"
    document = parse(Source(text))
    assert "- 1 -" not in document.text and "监督，不得" in document.text and "监督，不得" not in text
    assert not rests(needing('["- 1 -"]'), document)
    assert not rests(needing('["监督，不得"]'), document)
    assert rests(needing('["监督，不能", "- 3 -"]'), document)


@pytest.mark.parametrize("needs", ['[""]', '"简称"', "[1]", '[["简称"]]'])
def test_what_no_text_can_hold_is_no_need(needs: str) -> None:
    with pytest.raises(RuleFileError, match="needs"):
        needing(needs)


def test_only_a_function_needs_words() -> None:
    with pytest.raises(RuleFileError, match=r"没有键 check\.needs"):
        needing('["坏"]', "pattern", "pattern")
