"""Articles, items and paragraphs that end in a comma or in no stop at all (STR020)."""

import pytest
from checking import places

STATUTE = """示例市城市绿化条例

第一条 为了促进城市绿化事业的发展，根据有关法律的规定，结合本市实际，制定本条例。
第二条 本市行政区域内城市绿化的规划、建设和管理，适用本条例。
第三条 市园林绿化主管部门负责全市的城市绿化工作。
区园林绿化主管部门负责本辖区的城市绿化工作。
第四条 任何单位和个人都有保护绿地的义务。
第五条 绿化工程由具备条件的单位承担。
第六条 本条例自2024年1月1日起施行。
"""


@pytest.mark.parametrize("words", ["制定本条例", "适用本条例", "保护绿地的义务"])
@pytest.mark.parametrize("sign", ["", "，", "、"])
def test_an_article_without_its_full_stop(words: str, sign: str) -> None:
    assert places(STATUTE.replace(f"{words}。", words + sign), "STR020") == [sign or words[-1]]


def test_a_comma_before_another_paragraph_of_the_article() -> None:
    text = STATUTE.replace("全市的城市绿化工作。", "全市的城市绿化工作，")
    assert places(text, "STR020") + places(text, "OCR011")


def test_articles_with_their_stops_are_right() -> None:
    assert places(STATUTE, "STR020") == []


@pytest.mark.parametrize(
    "body",
    [
        # Titles of articles have no stop, and neither has what leads in a list, or a member of one.
        "第一条 立法的目的和依据\n为了规范管理，制定本办法。\n第二条 适用的单位和范围\n各单位适用本办法。\n"
        "第三条 主管的部门\n由办公室负责。\n",
        "第一条 委员会由下列人员组成：\n主任委员，\n副主任委员若干人，\n委员若干人。\n第二条 委员会每年开会。\n"
        "第三条 会议由主任召集。\n第四条 本办法自印发之日起施行。\n",
        "第一条 为了规范管理，制定本办法。\n第二条 各单位适用本办法。\n第三条 由办公室负责。\n"
        "第四条 自印发之日起施行。\n附件：登记表\n示例区人民政府办公室\n2024年5月6日\n",
    ],
)
def test_what_is_no_sentence_of_a_statute_has_no_stop(body: str) -> None:
    assert places("示例区档案管理办法\n\n" + body, "STR020") == []


ITEMS = (
    "示例区卫生检查通知\n\n检查发现以下问题：\n1.楼道堆放杂物。\n2.楼道墙角有蛛网。\n3.教室窗台积了灰。\n"
    "4.门前草坪有纸屑。\n5.公共厕所地面积水。\n"
)


def test_one_item_of_a_list_that_ends_in_a_comma() -> None:
    assert places(ITEMS.replace("蛛网。", "蛛网，"), "STR020") == ["，"]


def test_a_list_whose_items_all_end_in_commas_is_written_so() -> None:
    assert places(ITEMS.replace("。\n", "，\n").replace("积水，", "积水。"), "STR020") == []


def test_a_sentence_that_ends_as_the_name_of_an_office_does() -> None:
    text = "示例区产业工作报告\n\n" + "企业进步很快。全年新增三十家企业，带动两千人就业。\n" * 3
    open_end = "产业发展有成绩。我们推进技术改造，建成了水平领先的示范工厂\n"
    assert places(text + open_end + "贸易发展有成绩。口岸扩大开放。\n" * 3, "STR020") == ["厂"]
    assert places(text + "特此报告。示例区经济和信息化局\n" + "2024年5月6日\n", "STR020") == []


def test_figures_of_a_deeper_level_do_not_stand_for_a_lost_ordinal() -> None:
    text = (
        "示例区整治方案\n一、整治内容\n（一）清理通道。\n1.清理楼道。\n2.清理车棚。\n3.清理天台。\n"
        "（三）检查线路。\n1.检查电表。\n2.检查插座。\n二、工作要求\n（一）落实责任。\n（二）按时报送。\n"
    )
    assert len(places(text, "STR002")) == 1
    assert places(text.replace("（三）", "（二）"), "STR002") == []
