"""Slogans and their parts, enumerations within a paragraph, rows, and texts that lack their stop."""

import pytest
from checking import places

HEAD = "示例区关于做好有关工作的通知\n各街道办事处：\n现就有关事项通知如下：\n"
TAIL = "\n示例区人民政府办公室\n2025年6月3日\n"


def in_letter(text: str, code: str) -> list[str]:
    return places(HEAD + text + TAIL, code)


@pytest.mark.parametrize(
    ("text", "slogan"),
    [
        ("一、推行“三个一律”，即一律查封、一律停产，严肃查处。", "“三个一律”"),
        ("一、落实“五个一”工作法：一张清单、一个专班、一套方案、一本台账。", "“五个一”"),
        ("一、推行“两员一长”制度，即网格员、联络员、协管员和网格长。", "“两员一长”"),
        ("一、坚持“六不”原则，不漏一户、不落一人、不误一时、不留死角、不走过场。", "“六不”"),
        ("一、推行马上办、网上办、一次办、就近办、预约办“四办”服务。", "“四办”"),
        ("一、建立“三张清单”，包括问题清单、任务清单、责任清单和效果清单。", "“三张清单”"),
        ("一、建立三级河长制，由县级河长、村级河长分段负责。", "三级河长制"),
        ("一、落实“一核三带四区”布局。\n二、“一核三带五区”由区发展改革局牵头。", "“一核三带五区”"),
    ],
)
def test_a_slogan_has_another_number_of_parts(text: str, slogan: str) -> None:
    assert in_letter(text, "NUM009") == [slogan]


@pytest.mark.parametrize(
    "text",
    [
        "一、落实“四不两直”，即不发通知、不打招呼、不听汇报、不用陪同接待，直奔基层、直插现场。",
        "一、开展“三查”，查思想，看认识是否到位；查作风，看工作是否扎实；查纪律，看执行是否严格。",
        "一、“三清一改”即清垃圾、清塘沟、清畜禽粪污和改习惯。",
        "一、落实“三同时”，即安全设施与主体工程同时设计、同时施工、同时投入使用。",
        "一、做到“四个到位”，即思想认识、组织领导、工作措施和经费保障到位。",
        "一、严格落实“四早”要求，即早发现、早报告等。",
        "一、“十四五”期间完成，“十五五”期间提升；推行“三位一体”改革和“五位一体”布局。",
        "一、县级河长每季度巡河，三级河长制由区水利局牵头推行。",
    ],
)
def test_slogans_with_all_their_parts(text: str) -> None:
    assert in_letter(text, "NUM009") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("一、抓好两项重点：一是清理，包括（1）道路、（2）沟渠、（4）房前屋后；二是整治。", "STR002"),
        ("一、抓好两类项目：一是道路，（1）主干道、（2）支路、（2）巷道；二是管网。", "STR001"),
        ("一、材料包括①申请书、②身份证、④户口簿、⑤照片。", "STR002"),
        ("一、要做到：一查制度，二查台账，三查现场，五查责任。", "STR002"),
    ],
)
def test_enumerations_within_members(text: str, code: str) -> None:
    assert len(in_letter(text, code)) == 1


def test_right_enumerations_within_members() -> None:
    text = (
        "一、抓好两项重点：一是清理，包括（1）道路、（2）沟渠；二是整治，包括（1）棚屋、（2）围栏、（3）招牌。"
        "其中（1）、（3）项由街道负责，①、③两种表格报电子版。"
        "从三个方面推进：第一，完善制度；第二，加大投入；最后，严格考核。"
    )
    assert [in_letter(text, code) for code in ("STR001", "STR002", "NUM009")] == [[], [], []]


@pytest.mark.parametrize(
    "text",
    [
        "一、储备物资包括帐篷、棉被，折叠床、应急灯、食品和饮用水等。",
        "一、申请应当载明姓名，住址、联系电话和申请事项。",
        "一、由区教育局，区公安局、区交通运输局组成检查组。",
    ],
)
def test_one_comma_in_a_row_of_things(text: str) -> None:
    assert in_letter(text, "PUN039") == ["，"]


@pytest.mark.parametrize(
    "text",
    [
        "一、储备物资包括雨衣、雨鞋，并配备手电筒、救生衣。",
        "一、提交身份证、户口簿，同时填写姓名、住址和联系电话。",
        "一、登记姓名、住址，材料齐全、手续完备。",
        "一、区教育局负责校园安全，区公安局、区交通运输局负责周边秩序。",
        "一、发送单位：区教育局，区公安局、区交通运输局：",
    ],
)
def test_commas_between_clauses(text: str) -> None:
    assert in_letter(text, "PUN039") == []


def test_texts_under_headings_lack_their_stop() -> None:
    text = (
        "一、检查范围\n全区范围内的楼顶广告、墙面广告、电子显示屏和门店招牌\n"
        "二、检查内容\n重点检查锈蚀、松动等问题。逾期不拆除的依法处理\n"
        "三、有关要求\n各街道应当按时报送。不认真的，予以通报。"
    )
    assert in_letter(text, "STR020") == ["牌", "理"]


def test_names_under_headings_need_no_stop() -> None:
    text = (
        "一、会议地点\n区政府三楼会议室\n二、参会人员\n各街道分管负责人，区教育局、区民政局负责人\n"
        "三、有关要求\n请按时参会。\n四、经营范围\n主营：粮食收购、仓储、运输和销售\n五、联系方式\n电话12345，邮箱见附件。"
    )
    assert in_letter(text, "STR020") == []


def test_two_quotations_that_are_not_closed_are_both_told() -> None:
    text = "一、开展“光荣牌悬挂工作。\n二、举行“简朴而隆重的悬挂仪式，上门悬挂。"
    assert in_letter(text, "PUN002") == ["“光荣牌悬挂工作", "“简朴而隆重的悬挂仪式，上门悬挂"]


def test_a_doubled_title_mark_is_told_alone() -> None:
    assert in_letter("一、依照《《示例区备案规定》提出“继续有效”的意见。", "PUN003") == ["《"]
