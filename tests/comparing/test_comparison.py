"""What has changed between two revisions is found, and nothing else."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from revisions import EDITS, EXAMPLES, OLD_PLAN, Draft, revised

from lawcheck import compare_texts
from lawcheck.comparing.internal_references import Targets
from lawcheck.comparing.passages import passages
from lawcheck.pipeline import parse
from lawcheck.text.source import Source

PRINCIPLES = "第三条　社区公共场地的管理遵循公益优先、共建共享、安全便利的原则。"
STATUTE = (EXAMPLES / "statute.txt").read_text(encoding="utf-8")
TASK = "示例区档案工作方案\n一、重点任务\n{}"


def compare(old, new, **options):
    report = compare_texts(old, new, select=["REV"], **options)
    return report.files[0]


def shown(file):
    """Each kind of change with the first words of its passage."""
    found = Counter()
    for change in file.changes:
        passage = change.old or change.new
        title = passage.text.removeprefix(passage.marker).split("。")[0].split("\n")[0]
        found.update((title, str(kind)) for kind in change.kinds)
    return found


def codes(file):
    return Counter(finding.code for finding in file.findings.revision)


def assert_found(draft: Draft):
    file = compare(OLD_PLAN, draft.text())
    assert shown(file) == draft.expected()
    assert codes(file) == draft.codes


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_an_edit_alone_is_found_and_nothing_else(edit):
    assert_found(revised([edit]))


def test_all_edits_at_once_are_found_and_nothing_else():
    draft = revised(EDITS)
    assert len(EDITS) >= 10
    assert_found(draft)


@pytest.mark.slow
def test_every_two_edits_are_found_and_nothing_else():
    for pair in combinations(EDITS, 2):
        assert_found(revised(pair))


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(EDITS)))
def test_any_edits_are_found_and_nothing_else(edits):
    assert_found(revised(edit for edit in EDITS if edit in edits))


@settings(max_examples=30, deadline=None)
@given(st.sets(st.sampled_from(EDITS)))
def test_swapped_revisions_have_swapped_changes(edits):
    new = revised(edit for edit in EDITS if edit in edits).text()
    forth, back = compare(OLD_PLAN, new), compare(new, OLD_PLAN)
    for kind, other in (("added", "removed"), ("removed", "added"), ("renumbered", "renumbered"), ("units", "units")):
        assert forth.summary.get(kind, 0) == back.summary.get(other, 0)


@pytest.mark.parametrize("name", ["plan.txt", "plan-scanned.txt", "plan-defects.txt", "statute.txt"])
def test_a_document_has_not_changed_from_itself(name):
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    report = compare_texts(text, text)
    file = report.files[0]
    assert (file.changes, file.renamings, file.summary) == ((), (), {})
    assert not (file.findings.revision or file.findings.new or file.findings.gone)
    assert len(file.findings.still) == len(report.files[0].findings.still)


def test_space_and_line_breaks_are_no_change():
    assert not compare(OLD_PLAN, OLD_PLAN.replace("\n\n", "\n")).changes


def with_article(references):
    """The statute with a new fifth article, its references raised by one or left."""
    head, tail = STATUTE.split("第五条　")
    text = f"{head}第五条　场地的边界应当清楚，并设置耐用的标志。\n\n第五条　{tail}"
    count = 0
    lines = []
    numerals = ["", *"一二三四五六七八九十", *(f"十{n}" for n in "一二三四五六")]
    for line in text.split("\n"):
        if line.startswith("第") and "条　" in line:
            count += 1
            line = f"第{numerals[count]}条　{line.split('　', 1)[1]}"
        lines.append(line.replace("本办法第十一条", "本办法第十二条") if references else line)
    return "\n".join(lines)


def test_references_that_a_new_article_has_made_stale():
    file = compare(STATUTE, with_article(references=False))
    assert file.summary == {"added": 1, "renumbered": 11}
    stale = [f for f in file.findings.revision if f.code == "REV004"]
    text = with_article(references=False)
    # 第三项, which hangs on the second one, goes with it.
    assert [text[f.offset : f.end_offset] for f in stale] == ["第十一条第一项", "第十一条第二项"]
    assert "现在是第十二条（一）" in stale[0].message


def test_references_that_were_raised_are_right():
    file = compare(STATUTE, with_article(references=True))
    assert file.summary == {"added": 1, "renumbered": 11, "references": 2}
    assert codes(file) == Counter({"REV008": 1})


@pytest.mark.parametrize(
    ("old", "new", "kinds", "found"),
    [
        ("应当建立巡查制度", "可以建立巡查制度", {"modality": 1}, {"REV005": 1}),
        ("不得有下列行为", "原则上不得有下列行为", {"modality": 1}, {"REV005": 1}),
        ("三个工作日", "五个工作日", {"targets": 1}, {"REV003": 1}),
        ("2024年5月1日起施行。", "2024年7月1日起施行。", {"deadlines": 1}, {"REV003": 1}),
        ("或者赔偿", "或者赔偿，但因自然灾害损坏的除外", {"exceptions": 1}, {"REV007": 1}),
        ("五百元以上一千元以下", "500元以上1000元以下", {"reworded": 1}, {}),
        ("地面平整，排水通畅", "地面平整、排水通畅", {"reworded": 1}, {}),
        ("第四条　市民政部门", "第四条　市、区民政部门", {"reworded": 1}, {}),
    ],
)
def test_edits_of_a_statute(old, new, kinds, found):
    assert STATUTE.count(old) == 1
    file = compare(STATUTE, STATUTE.replace(old, new), ignore=["REV008"])
    assert file.summary == kinds
    assert codes(file) == found


def test_obligations_may_become_stronger():
    file = compare(STATUTE, STATUTE.replace("应当在显著位置公布", "可以在显著位置公布"))
    back = compare(STATUTE.replace("应当在显著位置公布", "可以在显著位置公布"), STATUTE)
    assert [file.changes[0].values[0].weaker, back.changes[0].values[0].weaker] == [True, False]
    assert "REV005" not in codes(back)


def test_a_reference_to_what_is_gone():
    start = STATUTE.index("（二）占用场地")
    new = STATUTE[:start] + STATUTE[STATUTE.index("（三）损坏场地设施") :]
    messages = [f.message for f in compare(STATUTE, new).findings.revision if f.code == "REV004"]
    assert messages == ["“第十一条第二项”在前稿中所指的内容已经删去"]


def test_references_to_tasks_and_parts():
    old = TASK.format(
        "1.整理馆藏档案，逐卷清点登记并装盒上架。（牵头单位：区档案馆）\n"
        "2.开放查阅窗口，提供打印和邮寄服务。（牵头单位：区档案馆）\n"
        "3.按照第2项任务的要求培训查阅人员，每年考核。（牵头单位：区人力资源社会保障局）\n"
        "二、组织保障\n按照第一部分的分工抓好落实。\n"
    )
    new = old.replace("1.整理", "2.整理").replace("2.开放", "3.开放").replace("3.按照", "4.按照")
    new = new.replace("一、重点任务\n", "一、重点任务\n1.编制开放目录，向社会公布并按年更新。（牵头单位：区档案馆）\n")
    messages = [f.message for f in compare(old, new).findings.revision]
    assert messages == ["“第2项”在前稿中所指的内容现在是一、3.，引用没有更新"]


def test_references_to_other_documents_are_left_alone():
    law = "第三条　场地的消防适用《示例市消防条例》第十条、第十一条和民法典第九条的规定。"
    old = STATUTE.replace(PRINCIPLES, law)
    new = with_article(references=True).replace(PRINCIPLES, law)
    assert law in old and law in new
    assert "REV004" not in codes(compare(old, new))


def test_a_rename_that_was_not_finished():
    new = revised([]).text().replace("牵头单位：区政务服务局", "牵头单位：区政务和数据局")
    new = new.replace("参加单位：区政务服务局", "参加单位：区政务和数据局", 1)
    file = compare(OLD_PLAN, new)
    assert [(r.before, r.after, r.places) for r in file.renamings] == [("区政务服务局", "区政务和数据局", 8)]
    left = [f for f in file.findings.revision if f.code == "REV006"]
    assert len(left) == len(file.findings.revision) == 1
    assert new[left[0].offset : left[0].end_offset] == "区政务服务局"
    assert left[0].fix.edits[0].content == "区政务和数据局"


def test_a_unit_named_as_after_a_reform_is_the_same():
    old = OLD_PLAN.replace("区市场监管局", "区工商局").replace("区卫生健康局", "区卫计委")
    file = compare(old, revised([]).text())
    assert codes(file) == {}
    assert "renamed" in file.summary and "units" not in file.summary


def test_parts_of_tasks_that_were_put_together_and_taken_apart():
    one = "1.整理馆藏档案，按年度逐卷清点登记，编写目录并装盒上架。（牵头单位：区档案馆）\n"
    two = "2.开放查阅窗口，在政务服务大厅安排专人值守，提供打印和邮寄服务。（牵头单位：区档案馆）\n"
    both = one.replace("。（", "；开放查阅窗口，在政务服务大厅安排专人值守，提供打印和邮寄服务。（")
    file = compare(TASK.format(one + two), TASK.format(both))
    assert file.summary == {"merged": 1, "reworded": 1}
    assert file.changes[-1].new.text.startswith("1.整理") and codes(file) == {}
    assert compare(TASK.format(both), TASK.format(one + two)).summary == {"split": 1, "reworded": 1}


def test_a_section_that_moves_takes_its_tasks_along():
    text = (EXAMPLES / "plan.txt").read_text(encoding="utf-8")
    third, fourth = text.index("三、方便群众办事"), text.index("四、加强监督评价")
    fifth = text.index("五、保障措施")
    new = text[:third] + text[fourth:fifth] + text[third:fourth] + text[fifth:]
    file = compare(text, new)
    assert file.summary == {"moved": 1}
    assert file.changes[0].new.text == "四、加强监督评价"


def test_a_heading_is_known_by_what_hangs_under_it():
    file = compare(OLD_PLAN, OLD_PLAN.replace("（四）统一事项清单", "（四）开展标准化建设"))
    assert file.summary == {"reworded": 1}


def test_what_was_rewritten_between_its_neighbours_is_known():
    new = OLD_PLAN.replace(
        "聘请企业代表和群众代表担任监督员，每半年组织一次体验活动", "请市民担任监督员，体验办事并提出改进建议"
    )
    assert compare(OLD_PLAN, new).summary == {"reworded": 1}


def test_time_limits_that_are_set_and_lifted():
    old = TASK.format("1.整理馆藏档案，逐卷清点登记。（牵头单位：区档案馆；完成时限：2024年6月底前）\n")
    new = old.replace("；完成时限：2024年6月底前", "")
    lifted, put = compare(old, new), compare(new, old)
    assert lifted.summary == put.summary == {"deadlines": 1}
    assert [f.message for f in lifted.findings.revision] == ["删去了时限“2024年6月底前”，请确认"]
    assert [f.message for f in put.findings.revision] == ["增加了时限“2024年6月底前”，请确认"]
    assert compare(old, old.replace("6月底前", "6月30日前")).findings.revision == ()


def test_units_that_are_new_or_gone():
    old = TASK.format("1.整理馆藏档案，逐卷清点登记。（牵头单位：区档案馆；参加单位：区财政局）\n")
    new = old.replace("；参加单位：区财政局", "")
    assert [f.message for f in compare(old, new).findings.revision] == ["不再列“区财政局”，请确认"]
    assert [f.message for f in compare(new, old).findings.revision] == ["新列“区财政局”，请确认已会签"]


def test_an_exception_that_moved_is_not_gone():
    clause = "，但居民日常健身除外"
    old = STATUTE.replace("适用本办法。", f"适用本办法{clause}。")
    new = STATUTE.replace("并提供下列材料：", f"并提供下列材料{clause}：")
    assert "REV007" not in codes(compare(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2024年3月5日", "2024年3月5日", {"REV008"}),
        ("2024年3月5日", "2024年4月5日", set()),
        ("示例区人民政府办公室\n2024年3月5日\n", "示例区人民政府办公室\n2024年3月5日\n", {"REV008"}),
    ],
)
def test_the_date_of_a_text_that_has_changed(old, new, expected):
    text = OLD_PLAN.replace("减环节、减材料", "减材料、减环节").replace(old, new)
    assert set(codes(compare(OLD_PLAN, text))) == expected
    assert "REV008" not in codes(compare(OLD_PLAN, OLD_PLAN.replace("，接受监督", "、接受监督")))


def test_no_date_is_not_stale():
    old = TASK.format("1.整理馆藏档案，逐卷清点登记。（牵头单位：区档案馆）\n")
    assert codes(compare(old, old.replace("逐卷", "逐件"))) == {}


def test_a_reference_to_an_inserted_article_leads_to_it():
    text = (
        "示例市物业条例\n第一条　为了规范物业服务，制定本条例。\n第二条　物业服务应当公示收费标准。\n"
        "第二条之一　街道办事处负责指导。\n第三条　违反本条例第二条之一、第二条规定的，责令改正。\n"
    )
    found = passages(parse(Source(text)))
    *_, last = found
    targets = [reference.target.marker for reference in Targets(text, found).of(last)]
    assert targets == ["第二条之一", "第二条"]
