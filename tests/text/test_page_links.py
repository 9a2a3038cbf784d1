"""What a page lists below a document: links to other pages, who edited it, and the document's first lines again."""

import pytest

from lawcheck.text.layers import clean
from lawcheck.text.source import Source

TITLE = "示例区绿道养护工作实施方案"
FIRST = "为了加强绿道养护，区园林局会同各街道制定本方案。"
TEXT = f"{TITLE}\n{FIRST}\n一、巡查\n每周巡查一次。\n二、修补\n三日内修补。\n"
LONG = TEXT + "".join(f"第{number}段绿道由所在街道的养护队负责，每月报告一次情况。\n" for number in range(90))


@pytest.mark.parametrize(
    "below",
    [
        "相关链接：\n绿道养护政策解读\n示例区召开绿道现场会\n",
        "相关链接\n绿道养护政策解读\n",
        "【相关阅读】\n绿道养护政策解读\n示例日报：绿道新貌\n",
        "责任编辑：\n王某某\n相关附件>>\n相关链接>>\n3f9a:\n示例区绿道养护工作的决议\n打印本页\n关闭窗口\n",
        "扫一扫在手机打开当前页\n主办：示例区园林局　承办：示例区信息中心\n网站标识码：9999000001\n",
        "主办单位：示例区园林局　技术支持：示例公司\n版权所有：示例区园林局\n",
    ],
)
def test_links_below_a_text_are_cut(below: str):
    assert clean(Source(TEXT + below)).text == TEXT


@pytest.mark.parametrize(
    "below",
    [
        "相关链接：\n附件1\n巡查记录表\n",
        "主办：示例区园林局　承办：示例区信息中心\n",
        "审核：\n王某某\n",
        "相关附件\n巡查记录表\n修补记录表\n",
        "相关单位：\n示例区园林局\n示例区财政局\n",
    ],
)
def test_what_the_document_itself_lists_stays(below: str):
    assert clean(Source(TEXT + below)).text.endswith(below.split("\n", 1)[1] or below)


def test_the_first_lines_again_below_the_buttons_are_cut():
    assert clean(Source(f"{LONG}打印本页\n关闭窗口\n{TITLE}\n{FIRST}\n")).text == LONG


def test_a_title_said_again_at_the_end_stays():
    again = f"请按{TITLE}执行。\n{TITLE}\n"
    assert clean(Source(LONG + again)).text == LONG + again
