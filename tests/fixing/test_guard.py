"""What is never changed unseen: each kind that was damaged once, with right texts beside it."""

import pytest

from lawcheck import fix_text
from lawcheck.pipeline import check
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.findings import Safety
from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

HEAD = "示例区河道保洁工作方案\n\n为做好河道保洁工作，制定本方案。\n\n一、重点任务\n"


@pytest.mark.parametrize(
    "text",
    [
        # quotations and the names of others
        "活动以“重温红色记忆 建设美丽家园”为主题，组织志愿者参加，并开展“进窗口 走流程”体验。",
        "基金覆盖“从0到1、从1到2、从2到N”全过程，支持装备研发。",
        "逗号“,”用于句内，句号“。”用于句末。",
        "按照《示例省河道保护规划（2019-2025年）》办理。",
        "会议指出“其它单位要建立台帐”。",
        # numbers of other documents
        "根据《示例办法》（示政发〔1998〕003号）执行。",
        "根据示办字〔2018〕第05号文件执行。",
        # figures and what is left open
        "报送时间为4 月份、5 月份各一次，第3 次另行通知。",
        "联系人：；电话：。",
        "牵头单位：；配合单位：区城管局。",
        # references and addresses
        "[1] 张某, 李某. 示例河道研究[J]. 示例学报, 2001, 9(12): 123-128",
        "［2］ 王某, 李某. 示例水文概论[M]. 北京: 示例出版社, 1979: 56-68",
        "李某. 某研究(节选)[D/OL]. 示例市: 示例大学, 2020.",
        "请见http://example.gov.cn/查询,名称(一)，或者写信给a.b@example.gov.cn。",
        "组长由区水利局局长担任：李 明，区水利局局长，负责全面工作。",
        "总部--基地协同推进。",
        "示例湖区?水闸改造开工，一个项目进入全省前1?。",
    ],
)
def test_what_is_quoted_or_left_open_stays(text: str) -> None:
    document = f"{HEAD}{text}\n"
    assert fix_text(document) == document


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("推行“预防为主,防治结合”的机制, 落实(试行)办法。", "推行“预防为主，防治结合”的机制，落实（试行）办法。"),
        ("根据《示例办法(试行)》（示办字[2018]58号）执行。", "根据《示例办法（试行）》（示办字〔2018〕58号）执行。"),
        ("规划期为2019-2025年，每组3--5人。", "规划期为2019—2025年，每组3～5人。"),
        ("按期上报.逾期不报的予以通报.情节严重的追究责任.", "按期上报。逾期不报的予以通报。情节严重的追究责任。"),
        ("保洁全面推开（含开发区）.各单位照此办理。", "保洁全面推开（含开发区）。各单位照此办理。"),
        ("各 单 位 要 认 真 管 理 ， 按 月 上 报 。", "各单位要认真管理，按月上报。"),
        ("没有“ 示例卡”的，不予优惠。", "没有“示例卡”的，不予优惠。"),
        ("根据《关于修改<示例市供水办法>的决定》办理。", "根据《关于修改〈示例市供水办法〉的决定》办理。"),
        ("请于下午5：00前报送。", "请于下午5:00前报送。"),
    ],
)
def test_what_a_proofreader_would_change_is_changed(text: str, fixed: str) -> None:
    assert fix_text(f"{HEAD}{text}\n") == f"{HEAD}{fixed}\n"


def test_the_title_of_the_document_itself_is_its_authors() -> None:
    text = (
        "示例区河道保洁规划（2019-2025年）\n\n"
        "《示例区河道保洁规划（2019-2025年）》已经批准，请参照《示例省河道保护纲要（2019-2025年）》执行。\n"
    )
    fixed = fix_text(text)
    assert fixed.count("2019—2025") == 2
    assert "《示例省河道保护纲要（2019-2025年）》" in fixed


def test_the_zero_of_the_documents_own_number_goes() -> None:
    text = "示政发[2026]05号\n\n示例区人民政府关于河道保洁的通知\n\n各街道办事处：\n现将有关事项通知如下。\n"
    assert fix_text(text).startswith("示政发〔2026〕5号\n")


def test_what_is_held_back_is_offered_as_unsafe_beside_the_rest() -> None:
    text = f"{HEAD}规划期为2019-2025年，参照《示例省河道保护纲要（2019-2025年）》执行。\n"
    issues = check(Source(text), Options(tuple(Selection(select=["PUN011"]).rules()))).diagnostics
    assert [(issue.safety, [text[b : b + 6] for _, b in issue.spans]) for issue in issues] == [
        (Safety.SAFE, ["2025年，"]),
        (Safety.UNSAFE, ["2025年）"]),
    ]
    assert "《示例省河道保护纲要（2019—2025年）》" in fix_text(text, select=["PUN011"], unsafe=True)


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("《示例方案.docx》由会员分享，可在线阅读，更多相关《示例方案.docx（8页珍藏版）》请在某文库网上搜索。", True),
        ("本文档由某网友上传，免费下载，可在线阅读。", True),
        (
            "1.建设示例文库，可在线阅读，由会员上传的资料逐份核对，各街道按月汇总并报区水利局。（牵头单位：区水利局）",
            False,
        ),
        ("二、提供在线阅读、免费下载服务，馆藏图书向全体居民开放借阅，年底前完成全部编目工作。", False),
    ],
)
def test_a_line_of_the_author_is_no_watermark(line: str, site: bool) -> None:
    text = f"{HEAD}{line}\n2.清理岸线。\n"
    assert (line in fix_text(text, select=["OCR001"])) is not site


def test_a_second_document_in_the_file_calls_itself_what_it_is() -> None:
    first = "示例区河道管理规定\n第一条 为了加强管理，制定本规定。\n第二条 本规定自2026年1月1日起施行。\n"
    second = "示例区河道保洁办法\n第一条 为了保洁，制定本办法。\n第二条 本办法自2026年1月1日起施行。\n"
    assert fix_text(first + second) == first + second


def test_an_ordinal_keeps_its_own_point() -> None:
    text = "一、加强管理。\n二、加强保洁。\n三、。加强督查，按月上报。\n"
    assert fix_text(text) == text.replace("三、。", "三、")
    listed = f"{HEAD}1.清理。\n2、保洁。\n3、巡查，分设教室4、办公室5、食堂6、操场。\n"
    assert "教室4、办公室5、食堂6、操场" in fix_text(listed)


def test_a_sentence_is_no_addressee_and_keeps_its_stop() -> None:
    text = (
        "示例区人民政府关于河道保洁的通知\n\n示例区、各街道、各部门参加了会议，邀请了各单位。\n会议强调，要加强保洁。\n"
    )
    assert fix_text(text) == text


def test_a_date_that_is_left_open_keeps_its_form() -> None:
    text = "示例区人民政府关于河道保洁的通知\n\n各街道办事处：\n请认真贯彻执行。\n\n示例区人民政府\n二Ｏ  年  月  日\n"
    assert fix_text(text) == text
