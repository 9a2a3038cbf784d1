"""What holds for the comparison of any two texts, however odd, and what it costs."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_properties import FORMATS, KINDS, TEXTS
from timing import grows_linearly

from lawcheck import compare_texts
from lawcheck.comparing.compare import compare
from lawcheck.comparing.order import displaced
from lawcheck.comparing.review import review
from lawcheck.pipeline import parse
from lawcheck.reporting.comparison.compare_convert import compared_file
from lawcheck.reporting.comparison.compare_html import compare_html
from lawcheck.reporting.comparison.compare_text import compare_text
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.registry import all_rules
from lawcheck.text.source import Source

COMPARING = tuple(rule for rule in all_rules() if rule.compares)


@settings(max_examples=60, deadline=None)
@given(TEXTS, FORMATS, KINDS)
def test_any_text_has_not_changed_from_itself(text, text_format, kind):
    source = Source(text, format=text_format)
    reviewed = review(source, source, Options(COMPARING, kind))
    assert (reviewed.comparison.changes, reviewed.revision) == ((), [])


@settings(max_examples=80, deadline=None)
@given(TEXTS, TEXTS, KINDS)
def test_any_two_texts_are_compared_and_reported(old, new, kind):
    reviewed = review(Source(old), Source(new), Options(COMPARING, kind))
    assert not reviewed.crashed
    file = compared_file(reviewed, "zh")
    texts = {"old": old, "new": new}
    for change in file.changes:
        for side, text in texts.items():
            entry = getattr(change, side)
            assert entry is None or 0 <= entry.offset <= entry.end_offset <= len(text)
            for difference in change.differences:
                words = getattr(difference, side)
                assert 0 <= words.offset <= words.end_offset <= len(text)
    for finding in file.findings.revision:
        assert 0 <= finding.offset <= finding.end_offset <= len(new)
    assert compare_text(reviewed, "zh").splitlines()
    page = compare_html(reviewed, "en")
    assert page.count("<del>") == page.count("</del>") and "<script" not in page


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_every_passage_is_in_a_pair_or_in_a_change(old, new):
    comparison = compare(parse(Source(old)), parse(Source(new)))
    pairing = comparison.pairing
    assert {at: place for place, at in pairing.new_of.items()} == pairing.old_of
    gone = {c.old.index for c in comparison.changes if c.old and ({"removed", "merged"} & set(c.kinds))}
    come = {c.new.index for c in comparison.changes if c.new and ({"added", "split"} & set(c.kinds))}
    assert gone == {p.index for p in pairing.old} - set(pairing.new_of)
    assert come == {p.index for p in pairing.new} - set(pairing.old_of)


@given(st.permutations(range(7)), st.lists(st.integers(1, 5), min_size=7, max_size=7))
def test_the_lightest_set_is_displaced(places, weights):
    found = displaced(places, weights)
    kept = [place for at, place in enumerate(places) if at not in found]
    assert kept == sorted(kept)
    least = min(
        sum(weights[at] for at in moved)
        for size in range(8)
        for moved in combinations(range(7), size)
        if (rest := [place for at, place in enumerate(places) if at not in moved]) == sorted(rest)
    )
    assert sum(weights[at] for at in found) == least


HOSTILE = {
    "the same item": lambda n: ("1.整理档案。\n" * n, "1.整理档案。\n" * (n - n // 20)),
    # Short texts are searched in another way than long ones: both of these are long.
    "items that are alike": lambda n: (
        "".join(f"{at}.整理档案。\n" for at in range(4 * n)),
        "".join(f"{at}.整理案卷。\n" for at in range(4 * n)),
    ),
    "one long passage": lambda n: ("甲乙丙丁" * 4 * n, "甲丙乙丁" * 4 * n),
    "many differences": lambda n: ("甲乙丙，丁" * n, "甲戊丙，丁" * n),
    "references": lambda n: (
        f"第一条　依照{'第二条、' * n}办理。\n第二条　甲。\n",
        f"第一条　乙。\n第二条　依照{'第二条、' * n}办理。\n第三条　甲。\n",
    ),
    "exceptions": lambda n: (f"一、甲{'，但丙除外' * n}", f"一、乙{'，但丁除外' * n}"),
    "units": lambda n: (
        f"1.甲。（牵头单位：{'区甲局、' * n}区乙局）\n",
        f"1.甲。（牵头单位：{'区丙局、' * n}区乙局）\n",
    ),
    "time limits": lambda n: (
        f"1.甲。（牵头单位：区乙局；完成时限：{'2024年6月底前、' * n}）\n",
        f"1.甲。（牵头单位：区乙局；完成时限：{'2024年7月底前、' * n}）\n",
    ),
}


@pytest.mark.growth
@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name):
    def run(size):
        old, new = (parse(Source(text)) for text in HOSTILE[name](size))
        compare(old, new)

    assert grows_linearly(run, 500)


def changes(old, new, kind="plan"):
    file = compare_texts(old, new, kind=kind, select=["REV"]).files[0]
    return {str(kind): count for kind, count in file.summary.items()}


def test_of_passages_that_say_the_same_the_right_one_is_gone():
    one, two, three = "1.每月通报进展。\n", "2.整理档案并编目。\n", "3.开放窗口供查阅。\n"
    again = one.replace("1.", "4.")
    old = "一、任务\n" + one + two + again + three.replace("3.", "5.")
    new = "一、任务\n" + one + two.replace("编目", "装盒上架") + three
    file = compare_texts(old, new, kind="plan", select=["REV"]).files[0]
    gone = [c.old.marker for c in file.changes if "removed" in c.kinds]
    assert gone == ["4."]
    assert {str(k): v for k, v in file.summary.items()} == {"removed": 1, "renumbered": 1, "reworded": 1}


def test_of_a_text_that_is_there_twice_the_copies_keep_apart():
    text = "".join(f"{at}.整理第{name}库房的档案并编写目录。\n" for at, name in enumerate("甲乙丙丁戊", 1))
    old = f"一、上半年\n{text}二、下半年\n{text}"
    assert changes(old, old.replace("甲库房的档案", "甲库房的图纸", 1)) == {"reworded": 1}
    head, tail = old.split("二、")
    assert changes(old, f"{head}二、{tail.replace('丙库房的档案', '丙库房的图纸')}") == {"reworded": 1}


def test_a_long_row_of_rewritten_passages_is_matched_at_its_height():
    names = "甲乙丙丁戊己庚辛壬癸子丑寅卯"
    old = "一、任务\n" + "".join(f"{at}.{name}组逐一清点。\n" for at, name in enumerate(names, 1))
    new = "一、任务\n" + "".join(f"{at}.{name}组一律清查。\n" for at, name in enumerate(names, 1))
    assert changes(old, new) == {"renamed": len(names)}
    assert changes(old, new.replace("甲组一律清查", "甲组一律核对")) == {"renamed": len(names) - 1, "reworded": 1}


def test_measures_of_one_item_that_are_attributed_one_by_one():
    first, second = "整理馆藏档案，编写目录。（区档案馆负责）", "开放查阅窗口，提供邮寄服务。（区司法局负责）"
    old = f"一、任务\n1.做好档案工作。{first}{second}\n2.培训人员。（区人力资源社会保障局负责）\n"
    file = compare_texts(old, old.replace("区司法局", "区民政局"), kind="plan", select=["REV"]).files[0]
    assert [c.new.label for c in file.changes] == ["一、1.-2"]
    assert [f.code for f in file.findings.revision] == ["REV002"]


def test_a_text_without_line_breaks():
    old = (
        "示例区工作方案一、总体要求坚持依法办事。二、重点任务1.整理档案，逐卷清点。（牵头单位：区档案馆）"
        "2.开放窗口，提供查阅。（牵头单位：区司法局）3.培训人员，组织考核。（牵头单位：区民政局）"
    )
    assert changes(old, old.replace("区司法局", "区财政局")) == {"units": 1}
    assert changes(old, old.replace("逐卷", "逐件")) == {"reworded": 1}


def test_what_a_document_is_framed_by_is_no_task():
    note = "（2023年5月1日示例市人民政府令第3号公布）"
    old = f"示例市公园管理办法\n{note}\n第一条　公园免费开放。\n第二条　自2023年7月1日起施行。\n"
    new = old.replace("2023年5月1日", "2024年5月1日").replace("第3号", "第8号").replace("办法\n", "规定\n", 1)
    assert changes(old, new, "statute") == {"reworded": 2}
    assert not compare_texts(old, new, kind="statute", select=["REV"]).files[0].findings.revision


def test_chinese_and_arabic_figures_of_one_value_are_the_same():
    old = "一、任务\n1.办结率达到90%，满意率不低于百分之八十五点五，建成三分之一。\n"
    new = "一、任务\n1.办结率达到百分之九十，满意率不低于85.5％，建成三分之一。\n"
    assert changes(old, new) == {"reworded": 1}
    assert changes(old, new.replace("三分之一", "三分之二").replace("85.5％", "95％")) == {"targets": 1, "reworded": 1}
