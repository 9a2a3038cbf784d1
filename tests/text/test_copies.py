"""A document that stands twice in a file."""

import pytest
from timing import grows_linearly

from lawcheck import check_text
from lawcheck.pipeline import parse
from lawcheck.text.layers import copies
from lawcheck.text.source import Source

NOTICE = """示例区水务局关于做好河道保洁工作的通知

各街道办事处，区政府各部门：

为做好今年的河道保洁工作，改善沿河环境，现将有关事项通知如下。

一、明确责任。各街道确定一名负责人，每周巡查不少于两次，发现漂浮物当天清理，发现排污口当天上报区水务局。（责任单位：区水务局）

二、加强检查。区水务局每月检查一次，检查结果在全区通报，连续两次排名末位的街道应当说明情况并限期整改。（责任单位：区水务局）

示例区水务局
2024年3月5日
"""


@pytest.mark.parametrize(
    "text",
    [
        NOTICE + NOTICE,
        NOTICE + "\n\n" + NOTICE,
        NOTICE + NOTICE + NOTICE,
        NOTICE.rstrip() + NOTICE,
        NOTICE + NOTICE.replace("\n\n", "\n"),
        NOTICE + NOTICE.replace("\n", "\n\u3000\u3000"),
        "转载\n" + NOTICE + NOTICE,
        NOTICE + "公开程序：本单位审核后公开\n责任部门：区政府办公室" + NOTICE,
        NOTICE + NOTICE.rpartition("示例区水务局\n")[0],
    ],
)
def test_a_copy_is_cut_once(text: str) -> None:
    document = parse(Source(text))
    (removed,) = document.view.removed_as(copies.KIND)
    assert text[removed.start :].startswith("示例区水务局关于")
    assert [node.number for node in document.walk() if node.level == "section"] == [1, 2]
    assert document.frame.annexes == ()


def test_what_differs_in_a_copy_stays() -> None:
    text = NOTICE + NOTICE.replace("改善沿河环境", "改善水边环境")
    document = parse(Source(text))
    assert len(list(document.view.removed_as(copies.KIND))) == 2
    assert document.view.text[len(NOTICE) :].strip().startswith("为做好今年的河道保洁工作，改善水边环境")
    (found,) = check_text(text, select=["DOC014"]).files[0].diagnostics
    assert text[found.offset : found.end_offset] == "示例区水务局关于做好河道保洁工作的通知"


OTHER = (
    NOTICE.replace("河道保洁", "绿道养护")
    .replace("漂浮物", "枯枝")
    .replace("排污口", "断枝")
    .replace("排名末位", "不合格")
)
SLIP = "示例区文化馆借阅登记表（一式两联）\n姓名：　　　　　联系电话：　　　　\n借阅日期：　　　　\n经办人：　　　　\n"


@pytest.mark.parametrize(
    "text",
    [
        NOTICE,
        NOTICE + OTHER,
        "示例区水务局关于做好河道保洁工作的通知\n" + NOTICE,
        NOTICE + "附件\n《示例区水务局关于做好河道保洁工作的通知》任务表\n一、东河：甲街道。\n",
        NOTICE
        + "解读\n《示例区水务局关于做好河道保洁工作的通知》已经印发，现解读如下。\n一、背景。河道保洁很重要。\n" * 3,
        NOTICE + NOTICE[:70],
        SLIP * 8,
        "示例区水务局\n" * 60,
        "每季度组织一次业务培训，考核结果报区水务局备案。\n" * 3,
        "",
    ],
)
def test_what_only_looks_like_a_copy(text: str) -> None:
    assert not list(parse(Source(text)).view.removed_as(copies.KIND))


@pytest.mark.parametrize(
    "hostile", [NOTICE, "示例区水务局关于做好河道保洁工作的通知", "示例区水务局关于做好河道保洁工作。\n"]
)
def test_time_grows_no_faster_than_the_text(hostile: str) -> None:
    assert grows_linearly(lambda size: parse(Source(hostile * (size // len(hostile)))), 20_000)


def test_a_safe_fix_in_one_copy_leaves_the_others_copies() -> None:
    text = NOTICE.replace("：区水务局", ":区水务局") * 3
    fixed = text.replace(":区水务局", "：区水务局", 1)
    line = "".join(NOTICE.split())
    for each in (
        text,
        fixed,
        f"{line}\n{line.replace('，', ',')}\n",
        NOTICE + NOTICE.replace("，", ",").replace("2024", "２０２４"),
    ):
        assert "DOC014" in {found.code for found in check_text(each).files[0].diagnostics}


def test_a_mistake_of_the_copy_alone_is_told() -> None:
    text = NOTICE + NOTICE.replace("不少于两次，", "不少于两次,")
    found = {each.code: each for each in check_text(text).files[0].diagnostics}
    assert found["PUN001"].offset > len(NOTICE)
    assert "DOC014" in found


def test_a_line_of_a_copy_that_differs_is_no_heading_of_its_own() -> None:
    text = NOTICE + NOTICE.replace("不少于两次，", "不少于两次,")
    document = parse(Source(text))
    assert len(list(document.view.removed_as(copies.KIND))) == 2
    assert [node.number for node in document.walk() if node.level == "section"] == [1, 2]
    found = check_text(text, select=["STR", "DOC014", "PUN001"]).files[0].diagnostics
    assert [each.code for each in found] == ["DOC014", "PUN001"]
    # One that has another number there is wrong by itself.
    third = "三、落实经费。区财政局按照河道长度核定保洁经费，每季度拨付一次。（责任单位：区财政局）\n\n"
    longer = NOTICE.replace("示例区水务局\n2024", f"{third}示例区水务局\n2024")
    found = check_text(longer + longer.replace("二、加强", "五、加强"), select=["STR"]).files[0].diagnostics
    assert [each.code for each in found] == ["STR002"]
