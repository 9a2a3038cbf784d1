"""What publication on the web does to a document: headings glued to their text, words of the page left in it."""

import pytest
from checking import places

HEADED = (
    "示例区绿道养护方案\n一、总体要求\n坚持分级负责，落实管护责任。\n二、工作任务\n{}\n"
    "四、保障措施\n加强巡查，按月通报。\n"
)
LETTER = (
    "示例区园林局关于绿道巡查的通知\n各街道办事处：\n请各街道按月巡查绿道，发现问题及时处置。\n{}\n每季度通报一次。\n"
)


@pytest.mark.parametrize(
    "glued",
    [
        "每月巡查绿道，发现问题及时处置。\n三、责任分工各街道办事处要建立巡查台账，按月报送情况。",
        "每月巡查绿道，发现问题及时处置。\n三、主要问题一是巡查不及时，台账不健全，部分路段无人管护。",
    ],
)
def test_a_heading_glued_to_its_text_among_headings_in_lines_of_their_own(glued: str) -> None:
    assert places(HEADED.format(glued), "STR009") == [""]


@pytest.mark.parametrize(
    "right",
    [
        "每月巡查绿道，发现问题及时处置。\n三、责任分工。各街道办事处要建立巡查台账，按月报送情况。",
        "每月巡查绿道，发现问题及时处置。\n三、责任分工\n各街道办事处要建立巡查台账，按月报送情况。",
        "每月巡查绿道，发现问题及时处置。\n三、各街道办事处要建立巡查台账，按月报送情况。",
    ],
)
def test_headings_that_are_as_they_should_be(right: str) -> None:
    assert places(HEADED.format(right), "STR009") == []


@pytest.mark.parametrize(
    "line",
    [
        "浏览次数：1203",
        "分享到：微信 微博",
        "【字号：大 中 小】",
        "打印本页 关闭窗口",
        "上一篇：关于做好植树工作的通知",
        "版权所有：示例区人民政府",
        "当前位置：首页 > 政务公开",
        "京ICP备12345678号-1",
    ],
)
def test_lines_of_a_page_within_a_text(line: str) -> None:
    assert places(LETTER.format(line), "OCR015") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "网站首页应当公布巡查结果。",
        "下一篇通讯将介绍管护经验。",
        "关闭窗口后请锁好门窗。",
        "网站应当标明版权所有。",
        "下载",
        "相关文件：",
        "打印本页后存档。",
    ],
)
def test_words_of_a_text_that_speak_of_pages(line: str) -> None:
    assert places(LETTER.format(line), "OCR015") == []


@pytest.mark.parametrize(
    "line",
    [
        "登录 | 注册",
        "无障碍阅读 长者模式",
        "猜你喜欢",
        "任务清单.docx（23.5KB）",
        "转载请注明出处",
        "免费下载",
        "- END -",
    ],
)
def test_lines_of_a_page_below_a_text(line: str) -> None:
    assert places(LETTER.format("").rstrip() + "\n" + line, "OCR015") == [line]


@pytest.mark.parametrize(
    "tail", ["上一篇：关于植树的通知", "【打印】【关闭】", "版权所有：示例区园林局", "附件下载：报名表"]
)
def test_words_of_a_page_glued_to_the_last_sentence(tail: str) -> None:
    assert places(LETTER.format("").rstrip() + tail, "OCR015") == [tail]


@pytest.mark.parametrize(
    "left",
    [
        "EMBED Equation.3",
        "INCLUDEPICTURE",
        "REF _Ref12345678 \\h",
        "FORMTEXT",
        "{ PAGE }",
        "[pic]",
        "批注[王1]：",
        "带格式的：",
        "&nbsp",
        "\\u3000",
        'style="text-indent:2em"',
        "mso-spacerun:yes",
        "[/p]",
    ],
)
def test_what_programs_leave_in_a_text(left: str) -> None:
    assert places(LETTER.format(f"各街道要落实责任{left}，按月报送台账。"), "OCR014") == [left]


@pytest.mark.parametrize(
    "right",
    ["覆盖率提高20%2026年达标", "将“[图片]”删去", "表格报送至邮箱", "批注意见应当具名", "TEXT格式", "文件名为a%20b"],
)
def test_words_that_no_program_left(right: str) -> None:
    assert places(LETTER.format(f"各街道要落实责任，{right}。"), "OCR014") == []


@pytest.mark.parametrize("gap", ["", " ", "\u3000\u3000"])
def test_a_number_behind_the_title(gap: str) -> None:
    text = f"示例区园林局关于绿道巡查的通知{gap}示园发〔2026〕3号\n各街道办事处：\n请各街道按月巡查绿道，及时处置。\n"
    assert places(text, "DOC013") == [""]
