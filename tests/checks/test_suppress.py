"""Comments in a document that hide findings."""

import re

import pytest
from checking import check
from command import lawcheck
from hypothesis import given, settings
from hypothesis import strategies as st
from test_properties import MARKERS

from lawcheck.reading.formats import HTML, MARKDOWN
from lawcheck.rulebook.registry import Selection, all_rules
from lawcheck.text.file_format import PLAIN
from lawcheck.text.source import Source

RULES = Selection(select=["PUN001", "NUM002", "SUP001"]).rules()
BAD = "健全制度,明确责任。"
YEARS = "实施方案（20212025年）。"


def places(text, text_format=PLAIN, rules=RULES):
    """The code of each place that is reported, and the number of its line."""
    diagnostics = check(Source(text, format=text_format), rules).diagnostics
    spans = [(d.code, start) for d in diagnostics for start, _ in d.spans]
    return sorted((code, len(re.findall("\r\n|\r|\n", text[:start])) + 1) for code, start in spans)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_line_of_its_own_is_about_the_next_line(line_end):
    text = f"{BAD}\n# lawcheck: ignore PUN001\n{BAD}\n{BAD}\n".replace("\n", line_end)
    assert places(text) == [("PUN001", 1), ("PUN001", 4)]


def test_blank_lines_and_other_comments_do_not_part_it_from_its_line():
    text = f"# lawcheck: ignore PUN001\n# lawcheck: ignore NUM002\n\n{BAD}{YEARS}\n{BAD}{YEARS}\n"
    assert places(text) == [("NUM002", 5), ("PUN001", 5)]


def test_at_the_end_of_a_line_it_is_about_that_line():
    text = f"{BAD}<!-- lawcheck: ignore PUN001 -->\n\n{BAD}\n"
    assert places(text, MARKDOWN) == [("PUN001", 3)]
    assert places(f"<p>{BAD}</p><!-- lawcheck: ignore PUN001 -->\n<p>{BAD}</p>", HTML) == [("PUN001", 2)]


def test_in_markdown_and_html_a_line_of_its_own():
    text = f"<!-- lawcheck: ignore PUN001 -->\n\n{BAD}\n\n{BAD}\n"
    assert places(text, MARKDOWN) == [("PUN001", 5)]
    assert places(f"<div>\n  <!-- lawcheck: ignore PUN001 -->\n  <p>{BAD}</p>\n  <p>{BAD}</p>\n", HTML) == [
        ("PUN001", 4)
    ]


@pytest.mark.parametrize("end", ["ignore-end PUN001", "ignore-end"])
def test_ranges(end):
    text = f"{BAD}\n# lawcheck: ignore-start PUN001\n{BAD}\n{YEARS}\n{BAD}\n# lawcheck: {end}\n{BAD}\n"
    assert places(text) == [("NUM002", 4), ("PUN001", 1), ("PUN001", 7)]


def test_ranges_of_different_rules_overlap():
    text = (
        f"# lawcheck: ignore-start PUN001\n{BAD}\n# lawcheck: ignore-start NUM002\n{BAD}{YEARS}\n"
        f"# lawcheck: ignore-end PUN001\n{BAD}{YEARS}\n# lawcheck: ignore-end NUM002\n{BAD}{YEARS}\n"
    )
    assert places(text) == [("NUM002", 8), ("PUN001", 6), ("PUN001", 8)]


def test_whole_files():
    assert places(f"{BAD}\n{YEARS}\n# lawcheck: ignore-file NUM002\n{YEARS}\n") == [("PUN001", 1)]


@pytest.mark.parametrize("codes", ["", "ALL", "PUN001,NUM002", "PUN001、NUM", "halfwidth-punctuation glued-year-range"])
def test_which_rules(codes):
    assert places(f"# lawcheck: ignore {codes}\n{BAD}{YEARS}\n") == []


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("ignroe PUN001", "忽略注释写法不对，应为 ignore、ignore-start、ignore-end 或 ignore-file，后接规则编号"),
        ("", "忽略注释写法不对，应为 ignore、ignore-start、ignore-end 或 ignore-file，后接规则编号"),
        ("ignore PUN001 QQQ", "忽略注释中的“QQQ”不是规则的编号或名称，全条不起作用"),
        ("ignore-start PUN001", "ignore-start 没有对应的 ignore-end，一直作用到文末"),
        ("ignore-end PUN001", "ignore-end 没有对应的 ignore-start"),
        ("ignore PUN001", "这条忽略注释没有对应的问题，应删除"),
    ],
)
def test_comments_that_are_wrong(comment, message):
    text = f"健全制度。\n  # lawcheck: {comment}\n明确责任。\n"
    (found,) = check(Source(text), RULES).diagnostics
    assert (found.code, found.message) == ("SUP001", message)
    assert text[found.start : found.end] == f"# lawcheck: {comment}".strip()


def test_a_comment_is_not_unused_because_its_rule_did_not_run():
    text = "# lawcheck: ignore STR001\n健全制度。\n# lawcheck: ignore\n明确责任。\n"
    assert places(text) == []
    assert places(text, rules=Selection().rules()) == [("SUP001", 1), ("SUP001", 3)]


def test_only_the_comment_that_hid_nothing_is_unused():
    text = f"# lawcheck: ignore NUM002,PUN001\n{BAD}\n# lawcheck: ignore PUN001\n{YEARS}\n"
    assert places(text) == [("NUM002", 4), ("SUP001", 3)]


def test_comments_are_no_text_of_the_document():
    """They part no sentence, are no heading in plain text, and no rule finds their half-width punctuation."""
    text = f"各部门应当公开办事指南，\n# lawcheck: ignore PUN001\n公开办事结果{BAD}\n"
    assert places(text, rules=Selection(select=["PUN", "STR"]).rules()) == []


def test_what_only_looks_like_a_comment():
    assert places(f"说明 # lawcheck: ignore PUN001\n{BAD}\n") == [("PUN001", 2)]
    assert places(f"```\n<!-- lawcheck: ignore-file PUN001 -->\n```\n\n{BAD}\n", MARKDOWN) == [("PUN001", 5)]
    assert places(f"# lawcheck: ignore PUN001\n{BAD}\n", MARKDOWN) == [("PUN001", 2)]


def test_a_place_of_many_is_taken_out_of_its_finding():
    text = f"{BAD}\n# lawcheck: ignore PUN001\n{BAD}\n{BAD}\n"
    (found,) = check(Source(text), RULES).diagnostics
    assert "2 处" in found.message
    assert len(found.fix.edits) == 2


def test_statistics_count_what_is_hidden(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"# lawcheck: ignore PUN001\n{BAD}\n{YEARS}\n", encoding="utf-8")
    result = lawcheck("check", path, "--statistics", "--select", "PUN001,NUM002")
    assert result.out.splitlines() == [
        "     1  NUM002  错误  glued-year-range",
        "     1  PUN001  已忽略",
        "检查了 1 个文件：错误 1，警告 0，提示 0",
    ]
    hidden = lawcheck("check", path, "--statistics", "--select", "PUN001", "--lang", "en")
    assert "     1  PUN001  suppressed" in hidden.out
    assert hidden.status == 0


COMMENTS = [
    f"{start} lawcheck: {verb} {code}{end}"
    for start, end in (("#", ""), ("<!--", " -->"), ("<!--", ""))
    for verb in ("ignore", "ignore-start", "ignore-end", "ignore-file", "x")
    for code in ("", "PUN001", "STR", "Q")
]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from([*COMMENTS, *MARKERS, BAD, "\n", "\r\n"]), max_size=40).map("".join),
    st.sampled_from([PLAIN, MARKDOWN, HTML]),
)
def test_any_comments_anywhere(text, text_format):
    found = check(Source(text, format=text_format), all_rules()).diagnostics
    assert not [d for d in found if d.code == "LAW000"]
    assert all(0 <= start <= end <= len(text) for d in found for start, end in d.spans)
