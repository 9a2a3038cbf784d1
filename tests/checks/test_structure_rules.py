"""What users are told of numbering, headings and paragraphs."""

import pytest
from checking import check

from lawcheck.checks import engine
from lawcheck.checks.str import sequence
from lawcheck.reading.formats import MARKDOWN
from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.worded import Worded
from lawcheck.text.source import Source


def found(text: str, code: str, kind: str = "auto") -> list[Worded]:
    return check(Source(text), Selection(select=[code]).rules(), kind).diagnostics


def places(text: str, code: str) -> list[str]:
    """What the findings name, in the order of the text; "|" and what follows for an empty place."""
    return [text[a:b] or "|" + text[a : a + 4] for d in found(text, code) for a, b in sorted(d.spans)]


def items(*numbers: int, prefix: str = "一、重点任务\n") -> str:
    return prefix + "".join(f"{n}.{'健全公开制度。' * (i + 1)}\n" for i, n in enumerate(numbers))


@pytest.mark.parametrize(
    ("numbers", "code", "expected"),
    [
        ((1, 2, 2, 3), "STR001", ["2."]),
        ((1, 2, 2, 4), "STR001", ["2."]),
        ((1, 1, 3), "STR001", ["1."]),
        ((1, 2, 3), "STR001", []),
        # A second list under the same heading.
        ((1, 2, 3, 1, 2), "STR001", []),
        ((1, 2, 3, 1, 2), "STR002", []),
        ((1, 2, 2, 4), "STR002", []),
        ((1, 2, 4, 5), "STR002", ["|4.健全"]),
        ((1, 2, 5, 6), "STR002", ["|5.健全"]),
        ((2, 3, 4), "STR002", ["|2.健全"]),
        ((1, 3, 2, 4), "STR003", ["3.", "2."]),
        ((1, 3, 2, 4), "STR002", []),
        # A jump as wide as this begins another list.
        ((1, 2, 30, 31), "STR002", []),
        # What stands around it shows the right number: only the wrong one is named.
        ((1, 2, 8, 4, 5, 6), "STR003", ["8."]),
        ((1, 2, 8, 4, 5, 6), "STR002", []),
        ((1, 2, 3, 2, 5, 6), "STR003", ["2."]),
        ((1, 1, 2, 3), "STR001", ["1."]),
    ],
)
def test_sequences(numbers: tuple[int, ...], code: str, expected: list[str]) -> None:
    assert places(items(*numbers), code) == expected


def test_counting_on_through_sections() -> None:
    text = "一、目标\n（一）甲事。\n（二）乙事。\n二、任务\n（三）丙事。\n"
    text += "（四）丁事。\n三、保障\n（四）戊事。\n（六）己事。\n"
    assert places(text, "STR001") == ["（四）"]
    assert places(text, "STR002") == []
    gap = "一、目标\n（一）甲事。\n（二）乙事。\n二、任务\n（三）丙事。\n三、保障\n（五）丁事。\n"
    assert places(gap, "STR002") == ["|（五）丁"]


def test_a_lost_first_ordinal_under_a_heading() -> None:
    text = "一、目标\n（一）甲事。\n（二）乙事。\n二、任务\n丙事。\n（二）丁事。\n（三）戊事。\n"
    assert places(text, "STR002") == ["|（二）丁"]


def test_the_message_names_both_neighbours_and_what_is_missing() -> None:
    text = items(1, 2, 4, 5)
    (diagnostic,) = found(text, "STR002")
    assert diagnostic.message.startswith("“2.”之后直接是“4.”，缺“3.”")
    assert [text[r.start : r.end] for r in diagnostic.related] == ["2."]


def test_a_gap_shows_the_range_in_which_the_ordinal_was_lost() -> None:
    text = "示例市办法\n第一条 甲。\n第二条 乙。\n丙丙丙。\n丁丁丁。\n第四条 戊。\n第五条 己。\n"
    (diagnostic,) = found(text, "LAW001")
    assert text[diagnostic.start : diagnostic.end] == "丙丙丙。\n丁丁丁。\n"
    assert "缺“第三条”" in diagnostic.message


def test_articles_and_chapters() -> None:
    text = "示例市办法\n第一章 总则\n第一条 甲。\n第二条 乙。\n第二章 管理\n"
    text += "第三条 丙。\n第三条 丁。\n第四章 附则\n第五条 戊。\n"
    messages = [d.message for d in found(text, "LAW001")]
    assert messages[0] == "“第三条”与前面的“第三条”重复"
    assert messages[1].startswith("“第二章”之后直接是“第四章”，缺“第三章”")
    assert len(messages) == 2


def test_a_wrong_number_says_which_is_right() -> None:
    (diagnostic,) = found(items(1, 2, 8, 4, 5), "STR003")
    assert "应为“3.”" in diagnostic.message
    text = "示例市办法\n" + "".join(f"第{n}条 示例。\n" for n in ("一", "二", "十三", "四", "五"))
    (diagnostic,) = found(text, "LAW001")
    assert "“第十三条”应为“第三条”" in diagnostic.message


def test_two_lists_one_behind_the_other_may_both_begin_at_one() -> None:
    assert places("一、任务\n1.甲事。\n另外还要做到以下几点。\n1.乙事。\n2.丙事。\n", "STR001") == []
    assert places("一、任务\n1.甲事。附件1\n一、频次\n每周一次。\n附件2\n一、方式\n每月一次。\n", "STR001") == []


def test_articles_are_counted_through_however_many_are_lost() -> None:
    text = "示例市办法\n" + "".join(f"第{n}条 示例。\n" for n in ("一", "二", "十六", "十七", "十八"))
    (diagnostic,) = found(text, "LAW001")
    assert "缺“第三条至第十五条”" in diagnostic.message


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("要求：一是及时公开；二是按季更新；四是接受监督。", "STR002", ["|四是接受"]),
        ("要求：一是及时公开；二是按季更新；二是接受监督。", "STR001", ["二是"]),
        ("要求：①及时公开；②按季更新；④接受监督。", "STR002", ["|④接受监"]),
        ("要求：一是及时公开；二是按季更新；三是接受监督。", "STR002", []),
        ("要求及时公开。一是一，二是二，不得含糊；说三是四的，予以纠正。", "STR002", []),
    ],
)
def test_enumerations_inside_a_paragraph(text: str, code: str, expected: list[str]) -> None:
    assert places(f"一、任务\n{text}\n二、保障\n加强领导。\n", code) == expected


ROWS = """# 示例区分工表

| 序号 | 重点任务 | 承担单位 |
| --- | --- | --- |
| 1 | 清理水面 | 区水利局 |
| 2 | 清理岸线 | 区城管局 |
| {} | 巡查管护 | 区水利局 |
| {} | 宣传引导 | 区教育局 |
"""


@pytest.mark.parametrize(
    ("numbers", "code", "expected"),
    [((3, 4), "STR002", []), ((4, 5), "STR002", ["缺“3”"]), ((2, 3), "STR001", ["“2”与前面的“2”重复"])],
)
def test_rows_of_a_table_are_numbered(numbers: tuple[int, int], code: str, expected: list[str]) -> None:
    source = Source(ROWS.format(*numbers), format=MARKDOWN)
    messages = [d.message for d in check(source, Selection(select=[code]).rules()).diagnostics]
    assert len(messages) == len(expected)
    assert all(part in message for part, message in zip(expected, messages, strict=True))


def test_a_list_inside_a_paragraph_is_not_glued() -> None:
    text = (
        "一、任务\n公开下列事项：（一）指南；（二）结果。\n二、保障\n1.加强领导。\n2.严格考核，做到：1.定期；2.公开。\n"
    )
    assert places(text, "STR009") == []
    glued = "一、任务\n1.公开指南。\n2.公开结果。3.公开流程。\n4.公开时限。\n"
    assert places(glued, "STR009") == ["|3.公开"]


def test_a_damaged_ordinal_needs_its_place_in_the_list() -> None:
    assert places("一、要求\n（—）甲事。\n（二）乙事。\n", "STR006") == ["（—）"]
    assert places("一、要求\n增加（+）、减少（-）两项。\n（一）甲事。\n（二）乙事。\n", "STR006") == []


def test_terminators_of_documents_with_decimal_numbers() -> None:
    assert places("1 总则\n1.1 目的\n规范处置。\n2 职责\n2.1 分工\n各负其责。\n", "STR007") == []


def test_styles_of_subitems() -> None:
    text = "一、任务\n1.公开：\n（1）指南。\n（2）结果。\n3）流程。\n"
    assert places(text, "STR005") == ["3）"]


@pytest.mark.parametrize(
    "ending",
    [
        "示例区人民政府\n2024年3月5日",
        "联系人：张三，电话：12345678",
        "附件：任务分工表，进度安排表",
        "（此件公开发布）",
        "完成时限：2024年底，责任单位：区司法局",
        "公开办事指南。示例区人民政府办公室秘书科，2024年3月5日印发",
        "本办法有效期三年。关于优化服务的实施方案政策解读",
    ],
)
def test_texts_that_end_as_they_should(ending: str) -> None:
    assert places(f"一、任务\n公开办事指南，公开办事结果。\n{ending}\n", "STR013") == []


@pytest.mark.parametrize(
    "ending", ["公开办事指南，定期更新办事流", "公开指南。各部门应当定期", "（二）健全公", "2.公开办事指"]
)
def test_texts_that_stop_too_soon(ending: str) -> None:
    assert len(places(f"一、任务\n（一）公开。公开办事指南，公开办事结果。\n{ending}", "STR013")) == 1


def test_the_end_of_a_table_is_an_end() -> None:
    rows = "".join(f"{n}、任务{n}\n区司法局、区财政局\n全面推开、持续推进\n" for n in "甲乙丙")
    assert places("一、任务\n按下表落实。\n" + rows, "STR013") == []


def test_the_end_of_a_form_is_an_end() -> None:
    assert places("附件\n示例论坛报名表\n姓名：\n单位：\n发表过的论文、著作或奖励\n", "STR013") == []
    assert len(places("关于绿道的通知\n各街道：\n为做好绿道管护工作，改善沿河环境，加强\n", "STR013")) == 1


def test_a_rule_that_fails_is_a_finding_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: object) -> list[object]:
        raise RuntimeError("broken")

    text = items(1, 2, 4)
    rules = Selection(select=["STR001", "STR002"]).rules()
    monkeypatch.setattr(sequence, "duplicate_ordinal", broken)
    monkeypatch.setattr(engine, "_checks", {})
    diagnostics = check(Source(text), rules).diagnostics
    assert [d.code for d in diagnostics] == ["LAW000", "STR002"]
    assert "STR001（duplicate-ordinal）" in diagnostics[0].message
    assert "STR001 (duplicate-ordinal)" in check(Source(text), rules, language="en").diagnostics[0].message


@pytest.mark.parametrize(
    "text",
    [
        "一、巡查设施：1、60公里绿道每周巡查一次。\n2、凉亭每月巡查一次。\n3、路灯每季度巡查一次。\n",
        "一、成员名单\n甲处人员1、张某2、李某\n3、王某\n4、赵某\n",
    ],
)
def test_a_number_that_stands_in_running_words_is_not_missing(text) -> None:
    assert places(text, "STR002") == []


def test_a_number_within_a_word_does_not_stand_for_one_that_is_missing() -> None:
    text = (
        "一、总体要求\n统一二、三季度的安排，落实附件1、附件2的要求。\n三、重点任务\n加强巡查。\n四、保障\n加强领导。\n"
    )
    assert len(places(text, "STR002")) == 1


def test_a_list_in_an_annex_begins_anew() -> None:
    text = (
        "示例区督查方案\n一、督查内容\n二、督查方式\n三、督查时间\n四、督查要求\n自查要实事求是。（名单见附件1）\n"
        "附件1：分组名单 一、第一组：甲街道。\n二、第二组：乙街道。\n三、第三组：丙街道。\n"
    )
    assert places(text, "STR003") == []


def test_articles_of_rules_that_are_alike_are_no_copies() -> None:
    article = "第{}条　养护单位应当每{}巡查一次绿道，发现损坏的设施及时登记并报告主管部门。\n"
    rules = "".join(article.format(*pair) for pair in zip("一二三四五", ("周", "月", "季", "年", "旬"), strict=True))
    assert places(f"示例区绿道管护办法\n{rules}", "STR012") == []


def test_an_addressee_behind_the_title_in_its_line() -> None:
    text = "示例区教育局关于开展校园绿化的通知{}各学校：\n为改善环境，现就绿化工作通知如下。\n一、及时补种树木。\n"
    (finding,) = found(text.format(""), "DOC013")
    assert finding.message == "主送机关没有另起一行"
    assert found(text.format("\n"), "DOC013") == []


def test_one_message_for_several_faults_of_the_contents_or_frame() -> None:
    glued = (
        "示例区人民政府办公室关于加强绿道管护的通知\n示政办发〔2024〕5号各街道办事处：请认真做好绿道管护工作。"
        "示例区人民政府办公室2024年3月5日\n"
    )
    (finding,) = found(glued, "DOC013")
    assert finding.message == "公文要素没有各自另起一行，共 4 处"
    assert finding.each == (
        "主送机关没有另起一行",
        "正文没有另起一段",
        "署名和成文日期没有另起一行",
        "成文日期与署名粘连，应另起一行",
    )


_CUT = (
    "示例区绿道管护方案\n一、总体要求\n坚持依法管护，落实责任。\n二、主要任务\n各街道每周巡查两次，发现问题及时处理。\n"
)


@pytest.mark.parametrize(
    "end",
    ["（", "完善设施、", "要把管护作为“一把手工程”和《绿道", "管护经费只备案不再审批，直接列", "三、加强检查督"],
)
def test_texts_that_stop_behind_an_opening_sign_a_comma_or_in_a_heading(end: str) -> None:
    assert found(_CUT + end, "STR013")


@pytest.mark.parametrize("end", ["抄送：区委办公室，区人大常委会办公室", "张某、李某、王某", "（此件公开发布）"])
def test_lists_and_notes_may_end_without_a_stop(end: str) -> None:
    assert not found(_CUT + end, "STR013")


_ANNEX = (
    "示例区教育局关于印发方案的通知\n各学校：\n现将方案印发给你们，请认真执行。\n示例区教育局\n2024年3月5日\n"
    "附件\n示例区校园绿化方案\n一、补种树木\n每校补种十株，由总务处负责。\n二、修整草坪\n每月修整一次，做好记录。\n"
)


def test_an_annex_of_sentences_is_cut_off_where_a_list_is_not() -> None:
    assert found(_ANNEX + "三、加强检查督", "STR013")
    assert not found(_ANNEX + "附件2\n绿化工作领导小组名单\n张某\n李某\n王某\n组员赵某", "STR013")


def test_no_ordinal_is_to_be_written_like_wrong_ones() -> None:
    text = "一、重点任务\n1、健全制度。\n2、加强培训。\n3.严格考核。\n"
    assert places(text, "STR005") == []
    assert places(text, "STR007")[0] == "1、"


@pytest.mark.parametrize(
    ("ending", "severity"),
    [
        ("每年组织参加两次", "warning"),
        ("切实把责任落到实处", "warning"),
        ("及时报告进展情况", "warning"),
        ("及时报告进展情", "error"),
        ("让参加培训的人员都能够", "error"),
        ("做好“双随机", "error"),
        ("做好核对3件", "warning"),
    ],
)
def test_a_last_sentence_that_is_whole_lacks_only_its_stop(ending: str, severity: str) -> None:
    text = f"一、任务\n1.健全登记制度，定期核对。\n2.加强业务培训，{ending}"
    found = check(Source(text), Selection(select=["STR013"]).rules()).diagnostics
    assert [d.severity for d in found] == [severity]


def test_several_gaps_of_one_kind_are_told_without_mixing_them() -> None:
    text = "示例方案\n一、甲\n登记。\n二、乙\n核对。\n四、丙\n检查。\n七、丁\n总结。\n"
    (one,) = found(text, "STR002")
    assert one.message == "多处缺序号：“三、 五、六”，共 2 处"
    (first,) = found("示例方案\n三、甲\n登记。\n四、乙\n核对。\n五、丙\n检查。\n", "STR002")
    assert first.message == "本级第一个序号是“三、”，缺“一、二”"


def test_the_point_put_behind_an_ordinal_is_as_wide_as_those_of_its_list() -> None:
    text = "一、条件\n1．守纪律，守规矩。\n2、讲诚信，讲信用。\n3．肯学习，肯钻研。\n4．有爱心，有耐心。\n"
    (one,) = found(text, "STR007")
    assert one.fix is not None
    assert [edit.content for edit in one.fix.edits] == ["．"]
