"""Names of findings outlive edits elsewhere in the document."""

from checking import check
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.rulebook.registry import Selection
from lawcheck.running.fingerprint import fingerprints
from lawcheck.text.source import Source

PLAN = "示例区行动方案\n一、总体要求\n坚持依法行政,规范执法行为.\n二、主要任务\n坚持依法行政,规范执法行为.\n"


def names(text):
    checked = check(Source(text), Selection(("PUN001",)).rules())
    return [name for own in fingerprints(text, checked.diagnostics) for name in own]


def test_each_place_has_a_name_of_its_own():
    found = names(PLAN)
    assert len(found) == len(set(found)) == 4
    assert all(len(name) == 16 and int(name, 16) >= 0 for name in found)


def test_names_survive_lines_before_and_between():
    edited = PLAN.replace("一、", "示例区人民政府关于印发方案的通知\n\n一、").replace("二、", "另起一段。\n二、")
    assert names(edited) == names(PLAN)


def test_a_moved_line_keeps_its_name_and_an_edited_one_does_not():
    lines = "第一行有半角,逗号\n第二行没有，半角\n第三行也有半角,逗号\n".splitlines(keepends=True)
    assert set(names("".join(reversed(lines)))) == set(names("".join(lines)))
    assert names("第一行有全部,逗号\n") != names("第一行有半角,逗号\n")


@given(st.text(alphabet="，,.一二\n 示例", max_size=60))
def test_the_sort_of_line_end_does_not_matter(text):
    assert names(text.replace("\n", "\r\n")) == names(text.replace("\n", "\r")) == names(text)


def test_fixing_one_place_leaves_the_names_of_those_beside_it():
    line = "先易后难,分批推进,注重实效,方便居民,按期完成。\n"
    first, *others = names(line)
    assert names(line.replace(",", "，", 1)) == others
    assert names(line.replace(",", " ， ", 1)) == others
    assert first not in others
