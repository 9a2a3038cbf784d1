"""The rules on numbers, years, ranges, marks and dashes, as users see their findings."""

import pytest
from checking import apply_fixes, check

from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.worded import Worded
from lawcheck.text.source import Source


def found(text: str, code: str, kind: str = "auto") -> list[Worded]:
    return check(Source(text), Selection(select=[code]).rules(), kind=kind).diagnostics


def places(text: str, code: str, kind: str = "auto") -> list[str]:
    return [text[a:b] for d in found(text, code, kind) for a, b in d.spans]


def fixed(text: str, code: str, kind: str = "auto") -> str:
    return apply_fixes(text, found(text, code, kind))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("规划期为2021-2025年。", "规划期为2021—2025年。"),
        ("规划期为2021年--2025年。", "规划期为2021年—2025年。"),
        ("方案（2021-2025）印发。", "方案（2021—2025）印发。"),
        ("安排在5-6月进行。", "安排在5—6月进行。"),
        ("11月15日-3月15日供暖。", "11月15日—3月15日供暖。"),
        ("每组5-10人，每次2-3小时。", "每组5～10人，每次2～3小时。"),
        ("占比10%-20%。", "占比10%～20%。"),
        ("高度0.5-2米。", "高度0.5～2米。"),
        ("时间为9:00-11:30。", "时间为9:00—11:30。"),
    ],
)
def test_a_hyphen_in_a_range_becomes_the_connector_of_its_sort(text: str, right: str) -> None:
    assert fixed(text, "PUN011") == right


@pytest.mark.parametrize(
    "text",
    [
        "电话0123-4567890，传真0123-456789转3人。",
        "热线400-123-4567。",
        "标准GB/T 1234-2011年版。",
        "日期2024-03-05，编号2024-12-31。",
        "见表1-2项目一览，图3-5处标注，附件2-3项。",
        "型号A3-5米，货号X-10-20个。",
        "10-2项不递增，2021—2025年、5～10人没有问题。",
        "比赛以第1-3名计。",
    ],
)
def test_hyphens_of_codes_and_tables_are_left_alone(text: str) -> None:
    assert places(text, "PUN011") == []


def test_hyphens_of_one_document_are_one_finding() -> None:
    text = "规划期为2021-2025年，前期为2016-2020年，每组5-10人。"
    (ranges,) = found(text, "PUN011")
    assert ranges.message == "全文的起止多用“-”，按规定应为“— ～”，共 3 处"
    assert [edit.content for edit in ranges.fix.edits] == ["—", "—", "～"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("落实到位。。下一步", "落实到位。下一步"),
        ("健全机制，，加强监督", "健全机制，加强监督"),
        ("健全机制、，加强监督", "健全机制，加强监督"),
        ("加强监督；。", "加强监督。"),
        ("加强监督！。", "加强监督！。"),
        ("加强监督。，健全机制", "加强监督。，健全机制"),
    ],
)
def test_of_two_points_the_stronger_second_one_stays(text: str, right: str) -> None:
    assert len(places(text, "PUN012")) == 1
    assert fixed(text, "PUN012") == right


def test_dots_belong_to_one_rule_each() -> None:
    text = "清单、台账。。。均已建立。。下一步"
    assert places(text, "PUN009") == ["。。。"]
    assert places(text, "PUN012") == ["。。"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("单个—连接，行中不报。\n—服务更加便捷。\n", ["—"]),
        ("    —— 服务更加便捷。\n  --办事更加高效。\n", ["--"]),
        ("一一对应，逐项落实。\n一一年三月。\n", []),
    ],
)
def test_half_a_dash_is_found_where_a_line_begins(text: str, expected: list[str]) -> None:
    assert places(text, "PUN010") == expected


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('推进"放管服"改革。', "推进“放管服”改革。"),
        ('推进"放管服”改革。', "推进“放管服”改革。"),
        ('推进“放管服"改革。', "推进“放管服”改革。"),
        ("推进“落实'双减'政策”改革。", "推进“落实‘双减’政策”改革。"),
        (
            '推进"5G"建设，落实“中国制造2025"战略，推广"智慧2030"平台。',
            "推进“5G”建设，落实“中国制造2025”战略，推广“智慧2030”平台。",
        ),
        ("It's a test，don't care。", "It's a test，don't care。"),
        ('15"屏幕和21"屏幕。', '15"屏幕和21"屏幕。'),
        ('{"名称": "值"}', '{"名称": "值"}'),
    ],
)
def test_straight_marks_become_curved_by_their_place(text: str, right: str) -> None:
    assert fixed(text, "PUN004") == right


def test_a_reversed_mark_is_no_quotation_in_a_quotation() -> None:
    assert places("增强“四个意识“、坚定“四个自信”、做到”两个维护”。", "PUN005") == []


def test_a_lost_closing_title_mark_is_no_title_in_a_title() -> None:
    assert places("根据《示例市绿化条例、《示例市供水办法》规定。", "PUN006") == []


def test_a_series_of_points_is_judged_list_by_list() -> None:
    text = (
        "第一条 申请人应当提交：\n（一）申请表；\n（二）证明；\n（三）图纸；\n（四）承诺书。\n"
        "申请人可以提交：\n（一）照片；\n（二）图纸；\n（三）其他材料。\n第二条 略。\n第三条 略。\n"
    )
    assert places(text, "PUN013", "statute") == []
    assert len(places(text.replace("证明；", "证明。"), "PUN013", "statute")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021—25年", "2025年"),
        ("1998—02年", None),
        ("自21年3月起", "2021年"),
        ("98年7月完成", "1998年"),
        ("民国21年3月", None),
        ("满25年底数", None),
        ("有期徒刑15年", None),
        ("2021年3月", None),
    ],
)
def test_only_a_year_is_lengthened(text: str, expected: str | None) -> None:
    messages = [d.message for d in found(text, "NUM001")]
    assert messages == ([f"年份不简写，应为“{expected}”"] if expected else [])


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("缩短三、四天", "缩短三四天"),
        ("压减3、4个月", "压减三四个月"),
        ("发展二、三产业", "发展二、三产业"),
        ("第三、四个方面", "第三、四个方面"),
        ("三、四、五个批次", "三、四、五个批次"),
        ("任务完成。\n三、四个平台建设\n", "任务完成。\n三、四个平台建设\n"),
        ("约需五、七天", "约需五、七天"),
    ],
)
def test_only_an_approximate_number_loses_its_mark(text: str, right: str) -> None:
    assert fixed(text, "NUM004") == right


@pytest.mark.parametrize("text", ["30千米", "2.5千瓦", "2个百分点", "3万元", "2024百强企业", "2025十大工程", "5亿"])
def test_units_and_words_of_their_own_are_no_mixed_numbers(text: str) -> None:
    assert places(f"共{text}。", "NUM006") == []


def test_a_number_is_compared_with_the_list_behind_it() -> None:
    assert places("抓好三项工作：一是培训，二是考核。", "NUM009") == ["三项工作"]
    assert places("抓好两项工作：一是培训，二是考核。", "NUM009") == []
    # Lists within lists, lists that go on, and members whose number was lost are no matter for counting.
    assert places("抓好三项工作：一是培训，一是考核，二是督查。", "NUM009") == []
    assert places("抓好三项工作：一是培训，二是考核，四是督查。", "NUM009") == []
    assert places("抓好三项工作：一是培训，二是考核。\n三是督查。\n", "NUM009") == []
    assert places("延长四个月：\n（一）偏远地区；\n（二）案情复杂。\n", "NUM009") == []


def test_a_converted_unit_has_no_fix() -> None:
    same, other = found("宽30公分，重5市斤。", "NUM010")
    assert same.fix is not None and other.fix is None
    assert other.message == "“市斤”不是法定计量单位或写法不对，应为“千克（1市斤＝0.5千克）”"


@pytest.mark.parametrize("date", ["7年9月27日", "0年0月", "5年1月", "7年9月", "年9月", "七年九月"])
def test_text_cut_off_within_its_first_year_breaks_no_rule(date):
    assert found(f"{date}，示例区召开会议。", "NUM001") == []


def test_year_of_two_digits_that_begins_a_text_is_seen():
    assert places("21年3月5日，示例区召开会议。", "NUM001") == ["21年"]
