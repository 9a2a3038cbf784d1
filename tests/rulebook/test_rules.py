"""Every rule bears out its own file, and the rules get on with each other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from checking import apply_fixes, check

from lawcheck.checks.engine import check_of
from lawcheck.errors import RuleFileError
from lawcheck.pipeline import parse
from lawcheck.reading.resources import resource_dir
from lawcheck.rulebook.example import Example
from lawcheck.rulebook.findings import Safety
from lawcheck.rulebook.functions import function_of
from lawcheck.rulebook.registry import Selection, all_rules, find_rule
from lawcheck.rulebook.rule import ComparisonCheck, FunctionCheck, Rule
from lawcheck.rulebook.rule_file import parse_rule
from lawcheck.rulebook.worded import LANGUAGES, worded
from lawcheck.testing import findings, run_examples, source_of, unmark
from lawcheck.text.source import Source

RULES = all_rules()
DEFAULTS = Selection().rules()
# Examples that show one rule and, on purpose, cannot please another one: what else they may give.
OVERLAPS = {
    "DOC005": {"CIT002"},  # numbers of documents without their titles
    "CIT001": {"PUN007"},  # titles divided by 、
    "OCR002": {"STR007"},  # a list that is no row of counters, marked 1、
    "OCR007": {"NUM007"},  # 二O二四年 is left to the rule on Chinese years
    "OCR010": {"OCR014"},  # marks of Markdown in a plain text
    "PUN002": {"PUN005"},  # a quotation in a quotation, whose marks all have partners
    "PUN003": {"PUN001"},  # a bracket pair of mixed widths
    "PUN014": {"PUN007"},  # a row that is divided by 、 throughout
    "PUN039": {"PUN007"},  # titles divided by 、 throughout
    "RSP001": {"STR013"},  # a text that stops in the middle of a word
    "RSP004": {"RSP009"},  # units divided by both 、 and ，
}


def texts_without_findings(rule: Rule) -> Iterator[tuple[str, Example]]:
    """The good and fixed texts of a rule, with the examples that they belong to."""
    for example in rule.examples:
        text = example.good if example.good is not None else example.fixed
        if text is not None:
            yield text, example


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_finds_and_fixes_what_its_examples_say(rule: Rule) -> None:
    run_examples(rule)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_good_and_fixed_examples_pass_every_default_rule(rule: Rule) -> None:
    for text, example in texts_without_findings(rule):
        found = {d.code for d in check(source_of(example, text), DEFAULTS, kind=example.kind).diagnostics}
        assert found <= OVERLAPS.get(rule.code, set()), f"{text!r} gives {found}"


@pytest.mark.parametrize("rule", [r for r in RULES if r.fix and r.fix.safety is Safety.SAFE], ids=lambda r: r.code)
def test_a_safe_fix_silences_its_rule_and_stirs_up_no_other(rule: Rule) -> None:
    for example in rule.examples:
        if example.bad is None:
            continue
        text, _ = unmark(example.bad)
        source = source_of(example, text)
        found = check(source, (rule,), kind=example.kind, settings=example.settings).diagnostics
        fixed = apply_fixes(text, found)
        before = {d.code for d in check(source, DEFAULTS, kind=example.kind).diagnostics}
        after = {d.code for d in check(source_of(example, fixed), DEFAULTS, kind=example.kind).diagnostics}
        left = check(source_of(example, fixed), (rule,), kind=example.kind, settings=example.settings).diagnostics
        assert not any(d.fix for d in left)
        assert after <= before, f"{fixed!r} gives {after - before}"


@pytest.mark.slow
def test_the_order_of_the_rules_does_not_matter() -> None:
    text = "\n".join(unmark(e.bad)[0] for rule in RULES for e in rule.examples if e.bad)
    forwards = check(Source(text), RULES).diagnostics
    assert forwards == check(Source(text), RULES[::-1]).diagnostics
    assert len({d.code for d in forwards}) > 10


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_keeps_its_places_inside_the_smallest_texts(rule: Rule) -> None:
    for text in ("", "\n", " ", "。", "“", "《", "(", "O"):
        document = parse(Source(text))
        assert all(0 <= f.start <= f.end <= len(document.text) for f in check_of(rule)(document))


@pytest.mark.slow
def test_messages_take_the_values_of_their_findings() -> None:
    """Both languages: a placeholder without a value would be a crash for the user."""
    for rule in RULES:
        for example in rule.examples:
            if example.bad is not None:
                text, _ = unmark(example.bad)
                found = findings(rule, example, text)
                assert found and all(d.code == rule.code for d in found)
                assert all(worded(d, rule.words, language).message for d in found for language in LANGUAGES)


def test_every_data_file_is_used_by_a_check() -> None:
    package = Path(__file__).parents[2] / "lawcheck"
    code = "".join(p.read_text(encoding="utf-8") for p in package.rglob("*.py"))
    code += "".join(file.read_text(encoding="utf-8") for file in resource_dir("rules").rglob("*.toml"))
    files = sorted((resource_dir("rules") / "data").iterdir())
    assert files
    assert [file.name for file in files if f'"{file.name}"' not in code] == []


def test_a_rule_is_found_by_code_and_by_name() -> None:
    assert find_rule("PUN002") is find_rule("mismatched-quote")


@pytest.mark.parametrize("file", sorted(resource_dir("rules").rglob("*.toml")), ids=lambda file: file.stem)
def test_the_files_of_lawcheck_are_right_and_read_the_same_either_way(file: Path) -> None:
    rule = parse_rule(file.read_text(encoding="utf-8"), file.name)
    assert file.stem == f"{rule.code}-{rule.name}"
    assert find_rule(rule.code) == rule


def test_no_two_rules_share_a_code_or_name() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)


GOOD_FILE = (resource_dir("rules") / "num" / "NUM002-glued-year-range.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (GOOD_FILE.replace("NUM002", "num2"), "code"),
        (GOOD_FILE + '\nunknown = "x"\n', "unknown"),
        (GOOD_FILE.replace("[messages.default]", "[messages.other]"), "messages.default"),
        ("code = ", "NUM002-glued-year-range.toml"),
    ],
)
def test_a_malformed_rule_file_is_refused_by_name(content: str, complaint: str) -> None:
    with pytest.raises(RuleFileError, match=complaint.replace(".", r"\.")):
        parse_rule(content, "NUM002-glued-year-range.toml")


# The order of articles is a matter of statutes, and is counted together with that of all other ordinals.
SHARED = {"LAW001": "str.article_sequence"}


@pytest.mark.parametrize(
    "rule",
    [rule for rule in RULES if isinstance(rule.check, FunctionCheck | ComparisonCheck)],
    ids=lambda rule: rule.code,
)
def test_a_function_stands_in_the_folder_of_its_family_and_names_its_rule(rule: Rule) -> None:
    assert isinstance(rule.check, FunctionCheck | ComparisonCheck)
    name = rule.check.function
    assert name.startswith(f"{rule.code[:3].lower()}.") or SHARED.get(rule.code) == name
    package = "lawcheck.checks" if isinstance(rule.check, FunctionCheck) else "lawcheck.comparing"
    assert (function_of(package, name).__doc__ or "").startswith(f"{rule.code}: ")
