"""The declarative checks, gathered findings and what happens when a rule fails."""

from dataclasses import replace

import pytest
from checking import apply_fixes, check

from lawcheck.errors import LawcheckError, RuleFileError
from lawcheck.reading import resources
from lawcheck.rulebook.closed import WrongValueError
from lawcheck.rulebook.findings import Severity
from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.rule import Rule
from lawcheck.rulebook.rule_file import parse_rule
from lawcheck.structure.kinds import Kind
from lawcheck.testing import run_examples
from lawcheck.text.source import Source

HEAD = """
code = "{code}"
name = "some-rule"
since = "0.1.0"
status = "preview"
severity = "warning"
gather = {gather}
summary = {{ zh = "概要", en = "summary" }}
reason = {{ zh = "理由", en = "reason" }}
sources = [{{ title = "惯例", level = "convention" }}]
messages = {{ default = {{ zh = "{message}", en = "{message}" }} }}
fix = {{ safety = "safe", title = {{ zh = "改", en = "fix" }} }}
examples = [{{ bad = "{bad}", fixed = "{fixed}" }}, {{ good = "好" }}]
[check]
{body}
"""


def rule(code: str, body: str, message: str = "错", gather: bool = False, bad: str = "⟦坏⟧", fixed: str = "好") -> Rule:
    """A rule for these tests; each has a code of its own, for checks are built once for each code."""
    gathers = str(gather).lower()
    return parse_rule(HEAD.format(code=code, body=body, message=message, gather=gathers, bad=bad, fixed=fixed), code)


def test_a_pattern_names_its_place_and_fills_the_message() -> None:
    found = rule("ZZA001", "kind = 'pattern'\npattern = '(?P<what>甲+)(?P<place>乙)'", message="{what}后有乙")
    (diagnostic,) = check(Source("丙甲甲乙"), [found]).diagnostics
    assert (diagnostic.start, diagnostic.end, diagnostic.message, diagnostic.fix) == (3, 4, "甲甲后有乙", None)


def test_a_substitution_looks_up_or_expands() -> None:
    table = rule("ZZA002", "kind = 'substitute'\npattern = '帐|贴'\nreplace = { '帐' = '账' }")
    text = "台帐和帖、贴"
    assert apply_fixes(text, check(Source(text), [table]).diagnostics) == "台账和帖、贴"
    placed = rule("ZZA003", "kind = 'substitute'\npattern = '台(?P<place>帐)'\nreplace = { '帐' = '账' }")
    assert apply_fixes("台帐帐", check(Source("台帐帐"), [placed]).diagnostics) == "台账帐"
    template = rule("ZZA004", "kind = 'substitute'\npattern = '(甲)-(乙)'\ntemplate = '\\2—\\1'")
    assert apply_fixes("甲-乙", check(Source("甲-乙"), [template]).diagnostics) == "乙—甲"


def test_a_lexicon_prefers_the_longest_term(tmp_path, monkeypatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "terms.tsv").write_text("# terms\n布署\t部署\n布署工作\n\n", encoding="utf-8")
    monkeypatch.setattr(resources, "resource_dir", lambda name: tmp_path)
    lexicon = rule("ZZA005", "kind = 'lexicon'\ndata = 'terms.tsv'", message="{term}→{replacement}")
    text = "安排布署，布署工作"
    first, second = check(Source(text), [lexicon]).diagnostics
    assert (first.message, second.message) == ("布署→部署", "布署工作→")
    assert apply_fixes(text, [first, second]) == "安排部署，布署工作"


def test_where_no_fix_is_safe_the_safety_of_a_place_parts_nothing() -> None:
    text = (
        "一、总体要求\n坚持依法办事，坚持便民高效。各部门应当及时公开办事结\n果，接受群众监督。\n"
        "二、重点任务\n办事结果应当公开。\n各街道以服务为源头\n的创业园按月报送。\n"
    )
    (found,) = check(Source(text), Selection(select=["OCR011"]).rules()).diagnostics
    assert len(found.spans) == 2


def test_findings_with_the_same_words_are_gathered() -> None:
    gathering = rule("ZZA006", "kind = 'pattern'\npattern = '(?P<sign>[,;])'", message="{sign}：{count}处", gather=True)
    commas, semicolon = check(Source("一,二;三,"), [gathering]).diagnostics
    assert (commas.message, commas.spans) == (",：2处", ((1, 2), (5, 6)))
    assert (semicolon.message, semicolon.occurrences, semicolon.spans) == (";：1处", (), ((3, 4),))


def test_a_rule_that_fails_costs_no_other_finding() -> None:
    missing = rule("ZZA007", "kind = 'function'\nfunction = 'nowhere.nothing'")
    works = rule("ZZA008", "kind = 'pattern'\npattern = '坏'")
    crash, finding = check(Source("坏"), [missing, works], language="en").diagnostics
    assert (crash.code, finding.code) == ("LAW000", "ZZA008")
    assert "ZZA007" in crash.message
    assert "ModuleNotFoundError" in crash.message


def test_rules_for_other_kinds_of_document_rest() -> None:
    works = replace(rule("ZZA009", "kind = 'pattern'\npattern = '坏'"), kinds=(Kind.STATUTE,))
    assert check(Source("坏"), [works], "plan").diagnostics == []
    assert len(check(Source("坏"), [works], "statute").diagnostics) == 1


@pytest.mark.parametrize(
    ("code", "bad", "fixed", "complaint"),
    [
        ("ZZB001", "好⟦好⟧", "好好", "报告处应为 '好⟦好⟧'，实为 '好好'"),
        ("ZZB002", "⟦坏⟧", "好", "修改后应为 '好'，实为 '坏'"),
    ],
)
def test_examples_that_do_not_hold_are_told(code, bad, fixed, complaint) -> None:
    with pytest.raises(LawcheckError, match=complaint):
        run_examples(rule(code, "kind = 'pattern'\npattern = '坏'", bad=bad, fixed=fixed))


def test_overlapping_fixes_are_not_both_applied() -> None:
    wide = rule("ZZB003", "kind = 'substitute'\npattern = '坏坏'\ntemplate = '好'")
    narrow = rule("ZZB004", "kind = 'substitute'\npattern = '坏'\ntemplate = '美'")
    assert apply_fixes("坏坏", check(Source("坏坏"), [wide, narrow]).diagnostics) == "美美"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("kind = 'pattern'\npattern = '('", "check.pattern 不是正确的正则表达式"),
        ("kind = 'substitute'\npattern = '坏'", "replace、template 要写且只写一个"),
        ("kind = 'nothing'", "check"),
    ],
)
def test_a_check_that_makes_no_sense_is_refused(body, complaint) -> None:
    with pytest.raises(RuleFileError, match=complaint):
        rule("ZZB005", body)


def test_everything_of_a_document_can_be_one_finding_with_places_of_their_own() -> None:
    gathering = replace(rule("ZZB006", "kind = 'pattern'\npattern = '(?P<sign>[,;])'", message="{sign}"), gather="all")
    (finding,) = check(Source("一,二;三,"), [gathering]).diagnostics
    assert (finding.message, finding.spans) == (", ;，共 3 处", ((1, 2), (3, 4), (5, 6)))
    (one,) = check(Source("一,二,三"), [gathering], language="en").diagnostics
    assert one.message == ",, 2 places"


def test_a_rule_that_gathers_different_messages_needs_one_for_all() -> None:
    text = HEAD.format(
        code="ZZB007", body="kind = 'pattern'\npattern = '坏'", message="错", gather='"all"', bad="⟦坏⟧", fixed="好"
    )
    with pytest.raises(RuleFileError, match=r"messages\.several"):
        parse_rule(text.replace("messages = {", "messages = { more = { zh = '又错', en = 'more' },"), "ZZB007")


def test_what_lies_inside_a_finding_of_another_rule_is_not_told_again() -> None:
    whole = rule("ZZA021", "kind = 'pattern'\npattern = '坏坏+'", bad="⟦坏坏⟧", fixed="好")
    part = replace(rule("ZZA022", "kind = 'pattern'\npattern = '坏'"), yields=("ZZA021",))
    found = check(Source("坏坏，坏"), [part, whole]).diagnostics
    assert [(d.code, d.start, d.end) for d in found] == [("ZZA021", 0, 2), ("ZZA022", 3, 4)]
    assert [d.start for d in check(Source("坏坏，坏"), [part]).diagnostics] == [0, 1, 3]


def test_a_message_may_be_less_grave_than_its_rule() -> None:
    mild = replace(rule("ZZA023", "kind = 'pattern'\npattern = '坏'"), severities={"default": Severity.INFO})
    (found,) = check(Source("坏"), [mild]).diagnostics
    assert found.severity is Severity.INFO
    with pytest.raises(WrongValueError):
        replace(mild, severities={"other": Severity.INFO})
