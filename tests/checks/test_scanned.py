"""Which documents are taken for scans, and what is found in scans alone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from checking import places
from timing import grows_linearly

from lawcheck import pipeline
from lawcheck.checks.engine import check_of
from lawcheck.checks.scanned import is_misread, is_scanned
from lawcheck.rulebook.registry import find_rule
from lawcheck.structure.document import Document
from lawcheck.structure.frame import Extent, Frame
from lawcheck.structure.kinds import Kind
from lawcheck.structure.settings import Scanned, Settings
from lawcheck.text.file_format import PLAIN
from lawcheck.text.source import Source
from lawcheck.text.view import View

HEAD = "示例区河道保洁方案\n为做好河道保洁工作，制定本方案。\n一、重点任务\n"
WRAPPED = (
    "各街道要充分认识河道保洁工作的重要意义，切实把\n河道保洁摆上重要日程，明确分管负责人和具体经办\n"
    "人员，逐条河道落实责任，逐个排口建立台账，按月\n报送工作进展情况，年底组织考核评价，考核结果作\n"
    "为评先评优的重要依据。\n"
)


def scanned(text: str, said: bool | None = None) -> bool:
    return is_scanned(pipeline.parse(Source(text, scanned=said)))


@pytest.mark.parametrize(
    "text",
    [
        HEAD + WRAPPED * 2,
        HEAD + "各街道要深人推进保洁，己完成任务的纳人考核，加强法冶宣传。\n",
        HEAD + "〈一）建立台账。（二》每月报送。【三）按季考核，经费20l5元、l0万元，l2月底前完成。\n",
        HEAD + "建立台账 。每月报送 ，按季考核 。结果公开 ，推进法治?府建设，由示例街?办理。〈一）加强领导。\n",
        "《示例区工作方案.docx》由会员分享，可在线阅读，更多相关《示例区工作方案.docx（8页珍藏版）》请在某文库网上搜索。\n"
        + HEAD,
    ],
)
def test_the_marks_of_recognition_tell_a_scan(text: str) -> None:
    assert scanned(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        HEAD + "各街道要落实责任。\n",
        HEAD + "各街道要深人推进保洁。\n",
        HEAD + "经费l0万元。\n",
        HEAD + "示例□□区，是□否□，示例?街道。\n",
        HEAD + "（一）建立台账,每月报送;按季考核.（二)结果公开:年底前完成。\n" * 3,
        HEAD + "一、加强领导\n二、落实责任\n三、严格考核\n坚持依法办事\n坚持便民高效\n" * 3,
    ],
)
def test_a_mark_or_two_or_careless_typing_make_no_scan(text: str) -> None:
    assert not scanned(text)


@pytest.mark.parametrize("text", [HEAD, HEAD + WRAPPED * 2])
def test_the_reader_and_above_all_the_user_may_say_so(text: str) -> None:
    for said in (True, False):
        assert scanned(text, said) is said
    document = pipeline.parse(Source(text, scanned=True))
    assert not is_scanned(_with(document, Scanned.NO))
    assert is_scanned(_with(document, Scanned.YES))
    assert is_scanned(_with(document, Scanned.AUTO))


def _with(document: Document, scanned: Scanned) -> Document:
    return replace(document, settings=Settings(scanned=scanned.decided))


def test_dots_that_were_stops_are_found_in_scans_alone() -> None:
    text = HEAD + "建立管理台账·每月报送情况.组织年度考核·\n阿依古丽·买买提负责，习题·答案另附。\n"
    assert sorted(places(text, "OCR007", True)) == [".", "·", "·", "·"]
    assert "·买" not in "".join(places(text, "OCR007", True))
    assert places(text, "OCR007", False) == []


def test_stray_letters_are_found_in_scans_alone() -> None:
    text = HEAD + "每月报送情况。\nRN\n按季考核。    Ne\n实施GDP核算和A级评定。\n"
    assert places(text, "OCR010", True) == ["RN", "Ne"]
    assert places(text, "OCR010", False) == []


def test_a_paragraph_without_a_stop_is_found_in_scans_alone() -> None:
    text = (
        HEAD
        + "各街道要落实责任，每月报送情况\n二、工作要求，保障措施\n（一）示例街道，按月报送\n按季考核，结果公开。\n"
    )
    assert places(text, "OCR016", True) == ["况"]
    assert places(text, "OCR016", False) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进法治?府建设。", ["?"]),
        ("由张?负责，加强领??。", ["?", "??"]),
        ("优化营□环境，落实■任务。", ["□", "■"]),
        ("是否可行?请说明。谁来负责?怎样落实?同意吗?请回复。", []),
        ("是□否□，有□无□，合格□不合格□，示例□□区。", []),
        ("请问何时完成?年底前。多少?三个。", []),
    ],
)
def test_characters_of_which_a_sign_is_left_are_lost(text: str, expected: list[str]) -> None:
    assert places(text, "OCR010") == expected
    widened = places(text, "PUN001")
    assert not (set(expected) & {"?", "??"} and widened)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建l0个站点，l2月底前完成，I5个工作日内答复。", ["l0", "l2", "I5"]),
        ("20Z4年、2Ol5年、投资1OO万元。", ["20Z4", "2Ol5", "1OO"]),
        ("启动Ill级、lV级、1V级响应。", ["Ill", "lV", "1V"]),
        ("I级、II级、IV级、1级、11级，I类，O型，B1级，A15个，编号l-10个。", []),
    ],
)
def test_letters_in_the_place_of_figures(text: str, expected: list[str]) -> None:
    assert places(text, "OCR007") == expected


@pytest.mark.parametrize(
    "text", ["建琴房3间", "仰角3度以上", "更换接口板1块", "购置会议桌2张", "每层楼2层", "教学班4个班"]
)
def test_what_is_counted_is_torn_by_no_figure(text: str) -> None:
    assert places(text + "，年底前完成。", "OCR010") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各单位要加強管理，確保实效。", ["強", "確"]),
        ("认真执行任務，提高服務質量。", ["務", "務質"]),
        ("由邓啟棠、張東升负责，加强管理，确保实效，按时完成任务。", []),
        ("關於加強檔案管理工作的通知：各單位要確保實效。", []),
    ],
)
def test_traditional_characters_in_words_of_a_simplified_text(text: str, expected: list[str]) -> None:
    assert places(text, "OCR017") == expected


HOSTILE: list[Callable[[int], str]] = [
    lambda n: "?" * n,
    lambda n: "法?" * (n // 2),
    lambda n: "□法" * (n // 2),
    lambda n: "·" * n,
    lambda n: "台账·" * (n // 3),
    lambda n: "l0个" * (n // 3),
    lambda n: "IlV1" * (n // 4),
    lambda n: " " * n + "A",
    lambda n: "（" * n,
    lambda n: "各街道要落实责任，\n" * (n // 10),
    lambda n: "務务" * (n // 2),
    lambda n: "ÎÄ¼þ" * (n // 4),
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("code", ["OCR003", "OCR007", "OCR010", "OCR016", "OCR017"])
def test_time_grows_no_faster_than_the_text(hostile: Callable[[int], str], code: str) -> None:
    rule = check_of(find_rule(code))

    def run(size: int) -> int:
        text = hostile(size)
        frame = Frame(None, Extent(0, len(text)))
        return sum(1 for _ in rule(Document(View(text), Kind.PLAN, PLAIN, (), frame, (), scanned=True)))

    assert grows_linearly(run, 16_000)


def test_time_to_look_for_marks_grows_no_faster_than_the_text() -> None:
    for hostile in HOSTILE:

        def run(size: int, hostile: Callable[[int], str] = hostile) -> bool:
            return is_scanned(Document(View(hostile(size)), Kind.PLAN, PLAIN, (), Frame(None, Extent(0, 0)), ()))

        assert grows_linearly(run, 16_000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全程接受监督·三是建立台账。", ["·"]),
        ("距示例镇5公里·据当地反映，水位上涨。", ["·"]),
        ("加强预警`及时转移群众。", ["`"]),
        ("现将有关事项通知如下；\n联系人；示例某，电话/12345。\n", ["；", "；", "/"]),
        ("艾合买提·吐尔逊、约翰·史密斯到会。", []),
        ("纪念五·四运动，弘扬“清风·正气”文化。", []),
        ("示例河·示例湖一带，示例河·示例湖两岸。", []),
        ("各责任单位：示例局；示例委。", []),
        ("一.加强领导\n二.落实责任\n", []),
    ],
)
def test_what_is_left_of_stops_is_told_from_dots_of_names(text: str, expected: list[str]) -> None:
    assert places(HEAD + text, "OCR007", True) == expected
    assert places(HEAD + text, "OCR007", False) == []


ITEMS = (
    "一、主要职责\n（一）负责日常保洁；\n（二）组织街道开展巡{}\n（三）对保洁单位进行考核；\n"
    "（四）受理群众投诉；\n（五）完成其他工作。\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ITEMS.format("查"), ["查"]),
        (ITEMS.format("查，"), ["，"]),
        (ITEMS.format("查；"), []),
        ("2.1.1负责统一指挥。\n2.1.2负责发布预警。\n2.1.3负责调运物资\n2.1.4负责恢复秩序。\n", ["资"]),
        ("第一条 为了加强管理，制定本办法\n第二条 本办法自公布之日起施行，由示例局负责解释，示例镇参照执行。\n", []),
        ("1、机构设置\n（1）设立办公室。\n（2）配备人员。\n2、工作制度\n（1）每月例会。\n（2）每季通报。\n", []),
        ("成员部门：省财政厅、省交通运输厅\n组长：示例某，副区长\n", []),
        ("（一）加强日常保洁\n各街道要每周巡查。\n（二）严格监督考核\n各部门要每季考核。\n", []),
    ],
)
def test_an_item_that_ends_in_no_stop_beside_those_that_do(text: str, expected: list[str]) -> None:
    assert places(HEAD + text, "OCR016", True) == expected
    assert places(HEAD + text, "OCR016", False) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（一）加强领导。\n（=）落实责任。\n（三）严格考核。\n", ["（=）"]),
        ("（一）加强领导。\n（）落实责任。\n（三）严格考核。\n", ["（）"]),
        ("（一）加强领导。\n二）落实责任。\n[三)严格考核。\n（四）加强宣传。\n", ["二）", "[三)"]),
        ("（1）加强领导。\n2）落实责任。\n（3）严格考核。\n", ["2）"]),
        ("1.加强领导。\nL.落实责任。\n3.严格考核。\n", ["L."]),
        ("1.加强领导。\nZ.落实责任。\n3.严格考核。\n", ["Z."]),
        ("第一条 加强领导。\n第=条 落实责任。\n第三条 严格考核。\n", ["第=条"]),
        ("1)加强领导。\n2)落实责任。\n3)严格考核。\n", []),
        ("一）加强领导。\n二）落实责任。\n三）严格考核。\n", []),
        ("（一）加强领导。\n（二）落实责任。\n（=）表示相等，（+）表示增加。\n", []),
        ("A.加强领导。\nB.落实责任。\nC.严格考核。\n", []),
    ],
)
def test_broken_ordinals_are_told_by_those_beside_them(text: str, expected: list[str]) -> None:
    assert places(HEAD + text, "STR006") == expected


def test_in_a_scan_figures_tell_ordinals_none_of_which_is_whole() -> None:
    text = HEAD + "一）加强领导。\n二）落实责任。\n三）严格考核。\n"
    assert places(text, "STR006", True) == ["一）", "二）", "三）"]


@pytest.mark.parametrize(
    ("text", "scan", "expected"),
    [
        ("按照示政发2023]12号、示水发〔20208号执行。", False, ["2023]12号", "〔20208号"]),
        ("按照示发改规20191号执行。", True, ["20191号"]),
        ("按照示发改规20191号执行。", False, []),
        ("教师资格证书字20231234号，编号为20231234号，2020年8号。", True, []),
    ],
)
def test_numbers_of_documents_that_lost_a_bracket(text: str, scan: bool, expected: list[str]) -> None:
    assert places(HEAD + text + "\n", "DOC005", scan) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("示例区人民政府\n2021年10月29\n", ["2021年10月29"]),
        ("示例区人民政府\n二〇二一年十月二十\n", ["二〇二一年十月二十"]),
        ("示例区人民政府\n021年8月5日\n", ["021年8月5日"]),
        ("于19日晚88时35分恢复供水。\n", ["88时"]),
        ("示例区人民政府\n2021年10月29日\n", []),
        ("2021年10月\n24年5月6日\n二〇二一年十月\n", []),
        ("连续施工48时30分，于当日晚8时35分恢复。\n", []),
    ],
)
def test_dates_and_hours_that_lost_or_gained_a_figure(text: str, expected: list[str]) -> None:
    assert places(HEAD + text, "OCR019") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由主要负责人人、分管人员落实。", ["负责人人"]),
        ("做到家家户户，规规矩矩，实实在在，工作常常，群众个个。", []),
    ],
)
def test_last_characters_that_stand_twice_are_found_in_scans_alone(text: str, expected: list[str]) -> None:
    assert places(HEAD + text + "\n", "OCR010", True) == expected
    assert places(HEAD + text + "\n", "OCR010", False) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建成lOO个站点，投入2O0把铁锹，见第l章。", ["lOO", "2O0", "l"]),
        ("第I章、第II条、O2O平台、B2层、S1号线。", []),
    ],
)
def test_letters_in_long_and_ordinal_numbers(text: str, expected: list[str]) -> None:
    assert places(HEAD + text + "\n", "OCR007") == expected


def test_it_is_said_by_what_a_document_is_taken_for_a_scan() -> None:
    from lawcheck import check_path, check_text

    (plain,) = check_text("示例区绿道管护方案\n一、总体要求\n坚持依法管护。\n").files
    assert plain.scanned == ()
    (scan,) = check_path("examples/plan-scanned.txt").files
    assert scan.scanned == ("watermark", "line-breaks")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("逐项推进落拟，议定重大事项。", ["拟"]),
        ("由总站竺有关单位负责，克许社会力量参与。", ["竺", "克"]),
        ("逐项推进落实，研究重大事项，允许社会力量参与。", []),
        ("示例站站长王体轩、陈宝生到会。", []),
        ("推广“农裕通”平台，按照示农函〔2024〕3号文件执行。", []),
    ],
)
def test_doubtful_readings_of_a_scan(text: str, expected: list[str]) -> None:
    assert places(HEAD + text + "\n", "OCR020", True) == expected
    assert places(HEAD + text + "\n", "OCR020", False) == []


def test_a_typed_text_with_the_marks_of_a_site_has_no_misread_characters() -> None:
    text = (
        "《示例区方案.docx》由会员分享，可在线阅读，更多相关《示例区方案.docx（8页珍藏版）》请在某文库网上搜索。\n"
        + HEAD
    )
    clean = text + "支持示例区·河口区开发区建设，加强病源排查，精益求精，涉农资金仅占一成。" * 3
    document = pipeline.parse(Source(clean))
    assert is_scanned(document)
    assert not is_misread(document)
    assert [places(clean, code) for code in ("OCR007", "OCR009", "TRM039")] == [[], [], []]
    # The characters themselves say so, or the reader or the user does.
    assert is_misread(pipeline.parse(Source(text + "各街道要深人推进保洁，己完成任务的纳人考核。")))
    assert is_misread(pipeline.parse(Source(text + "经费l0万元、2Ol5年l0个。")))
    assert is_misread(pipeline.parse(Source(clean, scanned=True)))
    assert not is_misread(pipeline.parse(Source(text + "各街道要深人推进保洁。", scanned=False)))


def test_a_full_line_of_a_page_goes_on_and_lacks_no_stop() -> None:
    lines = ["各街道要落实责任，每月报送情况，及时发现并", "消除各类隐患，建立台账，逐项销号，按月公示"]
    page = "\n".join(lines * 3)
    assert places(f"{HEAD}{page}\n每季考核。\n", "OCR016", True) == []
    assert places(f"{HEAD}{page}\n一、工作要求。\n", "OCR016", True) == ["示"]


def test_the_end_of_a_longer_quotation_is_no_damaged_phrase() -> None:
    assert places("实施“高精尖专特新”人才工程，开展培训。", "TRM001", False) == []
    assert places("支持“专特新”企业发展，开展培训。", "TRM001", False) == ["专特新"]


def test_our_place_is_not_doubted() -> None:
    plan = (Path(__file__).parents[2] / "examples" / "plan-defects.txt").read_text(encoding="utf-8")
    assert "我区" in plan
    assert places(plan, "OCR020") == []
