"""The scheme of levels that a document keeps, and the one place that departs from it (STR004)."""

import pytest
from checking import check, places

from lawcheck.reading.formats import HTML, MARKDOWN
from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

STR004 = Selection(select=["STR004"])


def marked(text: str, file_format) -> list[str]:
    found = check(Source(text, format=file_format), STR004.rules()).diagnostics
    return [text[start:end] for each in found for start, end in each.spans]


def sections(*lists: str) -> str:
    headings = "一二三四五六"
    body = "".join(f"{headings[n]}、第{n}部分的工作\n{each}" for n, each in enumerate(lists))
    return f"示例区绿道建设方案\n为建好绿道，制定本方案。\n{body}"


def listed(form: str, below: str = "") -> str:
    """Two items of a form, each with two of another form below."""
    return "".join(
        f"{form.format(n)}做好绿道的工作。\n" + "".join(f"{below.format(m)}按月通报情况。\n" for m in "12" if below)
        for n in ("一二" if "（" in form and "1" not in form else "12")
    )


DEEP, FLAT = listed("（{}）", "{}."), listed("{}.")

DEEPER = listed("{}.", "({})")
OF_PARTS = """示例区方案
第一部分　基础
一、成绩
（一）设施增多。
（二）服务变好。
二、问题
（一）设施不足。
（二）服务不均。
第二部分　要求
（一）坚持便民。
（二）坚持公平。
第三部分　任务
一、增设施
（一）建馆。
（二）建站。
二、强服务
（一）延时。
（二）上门。
"""
ABOVE = """示例区方案
（一）整治范围。全区高层住宅。
（二）整治时间。4月至11月。
一、内容
清理通道。
二、要求
按月报告。
"""
ARTICLE_ABOVE = """示例市办法
第一条　为了加强管理，制定本办法。
第一章　总则
第二条　本市供热活动适用本办法。
第二章　供热
第三条　供热单位应当按时供热。
"""
CHAPTER_ABOVE = """示例市规定
第一章　总则
第一条　为了加强管理，制定本规定。
第一编　用地
第二章　分类
第二条　用地分类管理。
"""
DIVISION_ABOVE = """示例市条例
第一节　一般规定
第一章　总则
第一条　为了规范行为，制定本条例。
第二章　登记
第二条　应当登记。
"""

DEPARTING = [
    (sections(DEEP, DEEP, DEEP, FLAT), ["1."]),
    (sections(DEEP, FLAT, DEEP), ["1."]),
    (sections(DEEPER, DEEPER, FLAT + "3.按季小结。\n①梳理问题。\n②逐项整改。\n"), ["①"]),
    (OF_PARTS, ["（一）"]),
    (ABOVE, ["（一）"]),
    (ARTICLE_ABOVE, ["第一条"]),
    (CHAPTER_ABOVE, ["第一章"]),
    (DIVISION_ABOVE, ["第一节"]),
]


@pytest.mark.parametrize(("text", "expected"), DEPARTING, ids=range(len(DEPARTING)))
def test_the_place_that_departs_from_the_scheme_is_told_once(text: str, expected: list[str]) -> None:
    assert [place.strip() for place in places(text, "STR004")] == expected


KEPT = [
    sections(FLAT, FLAT, listed("{}.", "({})")),
    sections(DEEP, DEEP, FLAT, FLAT),
    sections(DEEP, DEEP, DEEP, "完成下列事项：\n" + FLAT),
    sections(DEEP, DEEP, DEEP, "评估指标表\n" + FLAT),
    sections(DEEP, FLAT),
    "示例区通知\n各单位遵循以下原则：\n1.依法调查。\n2.数据真实。\n一、内容\n人口情况。\n二、时间\n11月1日。\n",
    "示例市条例\n第一章　总则\n第一条　应当保护湿地。\n第二章　规划\n第一节　编制\n第二条　规划应当公布。\n",
    "示例市决定\n第一条　删去第八条。\n第二条　本决定即日施行。\n示例市办法\n第一章　总则\n第一条　应当加强管理。\n",
]


@pytest.mark.parametrize("text", KEPT, ids=range(len(KEPT)))
def test_a_scheme_that_is_kept_is_right(text: str) -> None:
    assert places(text, "STR004") == []


def test_the_mark_of_a_heading_is_that_of_those_like_it() -> None:
    text = "# 示例手册\n## 一、登录\n输入工号。\n## 二、查询\n输入编号。\n### 三、退出\n点击按钮。\n"
    assert marked(text, MARKDOWN) == ["三、退出"]
    assert marked(text.replace("###", "##"), MARKDOWN) == []


SKIPPING = (
    "# 手册\n## 登录\n### 首次登录\n输入工号。\n## 查询\n### 按编号\n输入编号。\n## 退出\n#### 正常退出\n点击按钮。\n"
)


def test_a_mark_that_skips_a_level_in_use_is_told() -> None:
    assert marked(SKIPPING, MARKDOWN) == ["正常退出"]
    assert marked(SKIPPING.replace("####", "###"), MARKDOWN) == []
    lines = (line.split(" ") for line in SKIPPING.splitlines())
    page = "\n".join(
        f"<h{len(line[0])}>{line[1]}</h{len(line[0])}>" if line[1:] else f"<p>{line[0]}</p>" for line in lines
    )
    assert marked(page, HTML) == ["正常退出"]
    assert marked(page.replace("h4", "h3"), HTML) == []
