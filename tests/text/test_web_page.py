"""What web pages put around a document is cut from the view, and what a document says itself is not."""

import pytest

from lawcheck.text.layers import clean
from lawcheck.text.source import Source

TEXT = "示例区绿道养护方案\n一、巡查\n每周巡查一次。\n二、修补\n三日内修补。\n"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("打印\n【字号：\n加大\n减小\n】\n", ""),
        ("当前位置：首页 > 政务公开 > 文件\n", ""),
        ("首页 > 公告\n下载\n收藏\n", "【打印】 【关闭】\n"),
        ("来源：示例日报\n", "责任编辑：张某\n"),
        ("发布时间：2024-03-12 来源：本站 阅读次数：36\n", ""),
        ("2024-03-12 08:30:00\n", "分享到：微信 微博\n"),
        ("", "更多信息请关注官方微信“示例绿道”\n"),
        ("分享：\n", ""),
        ("", "（来源：示例日报）\n编辑：张某\n审核：李某\n"),
        ("", "上一篇：示例通知\n下一篇：示例公告\n"),
        ("", "政策解读：一图读懂绿道方案\n扫一扫在手机打开当前页\n"),
        ("", "公开程序：审核后公开\n责任部门：区园林局\n"),
    ],
)
def test_a_page_around_a_text_is_cut(above: str, below: str):
    assert clean(Source(above + TEXT + below)).text == TEXT


def test_advertising_behind_the_last_sentence_is_cut():
    assert clean(Source(TEXT.strip() + "更多信息请关注官方微信“示例绿道”")).text == TEXT.strip()


@pytest.mark.parametrize(
    "line",
    [
        "/images/park/5_1.jpg",
        "../parkList.jsp",
        "./uploads/2024/03/12/plan.PDF?id=3",
        "images/001.png",
        "http://www.example.cn/pic/2024/1.jpg",
        "附件下载：/accessory/2024_3/20240312155553804.doc",
        "373073790230205934.docx",
        "W020240312371550.pdf",
        "5f3a9b2c-7d1e-4c22.xls",
        "image001.png",
        "区长到现场察看。示例日报全媒体记者 张三 摄",
        "（通讯员 李四 摄）",
    ],
)
def test_a_line_that_names_a_file_of_the_page_is_cut_anywhere(line: str):
    head, tail = TEXT.split("二、")
    assert clean(Source(f"{head}{line}\n二、{tail}")).text == TEXT
    assert clean(Source(f"{TEXT}{line}\n")).text == TEXT


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT + "附件：1.申报表.docx\n      2.汇总表.xlsx\n",
        "示例区方案\n一、网址\n登录\nhttp://www.example.cn/index.html\n下载表格。\n",
        "示例区方案\n一、文件\n将 /images/1.jpg 上传到平台。\n数据在README.pdf。\n",
        "示例区方案\n一、摄影\n通讯员、记者参加拍摄\n邀请记者到场拍摄，选送摄影作品。\n",
        "示例区申报指南\n一、下载\n下载申报软件，请关注官方微信“示例绿道”获取指南。\n二、打印\n打印申报表。\n",
        "示例区方案\n一、公开\n注明来源：区统计局。\n二、分享\n将材料分享到工作群。\n",
        "示例桥通车（附图片1张）\n本报讯示例桥今天通车。\n图为通车仪式。（本报记者张三摄）\n示例区举办书展\n书展人山人海。\n",
        "打印\n",
        "大\n中\n小\n",
    ],
)
def test_what_a_text_says_itself_stays(text: str):
    assert clean(Source(text)).text == text


@pytest.mark.parametrize("when", ["时间：2024年5月6日", "时间：2024年5月6日下午"])
def test_the_time_of_a_meeting_is_no_residue(when: str) -> None:
    minutes = f"示例区绿化委员会会议纪要\n{when}\n地点：第一会议室\n会议研究了绿道建设工作。\n"
    assert clean(Source(minutes)).text == minutes
    page = f"示例区绿道方案\n来源：示例日报\n{when}\n为建好绿道，制定本方案。\n"
    assert clean(Source(page)).text == "示例区绿道方案\n为建好绿道，制定本方案。\n"


@pytest.mark.parametrize(
    "trace",
    [
        "关于示例区绿道养护方案的政策解读",
        "《示例区绿道养护方案》政策解读",
        "《示例区绿道养护方案》的解读更多信息请关注官方微信“示例绿道”",
        "关于绿道养护的图文解读分享到：微信",
        "《示例区绿道养护方案》图解",
    ],
)
def test_traces_of_a_page_glued_to_the_last_sentence_are_cut(trace: str):
    assert clean(Source(f"{TEXT.rstrip()}{trace}\n")).text.strip() == TEXT.strip()


@pytest.mark.parametrize(
    "end", ["做好政策解读", "关于绿道，要做好政策解读。", "四、加强宣传解读", "\n附件：1.《绿道方案》解读"]
)
def test_sentences_about_explaining_stay(end: str):
    assert clean(Source(f"{TEXT.rstrip()}{end}\n")).text.strip().endswith(end)


OWN = "示例区人民政府关于保护绿道的意见"


@pytest.mark.parametrize("title", [OWN, "示例区人民政府关于\n保护绿道的意见", OWN + "示政发〔2024〕5号2024年3月5日"])
@pytest.mark.parametrize("trace", [OWN + OWN + "解读", OWN + "政策解读", OWN + OWN + OWN + "图解"])
@pytest.mark.parametrize("last", ["附件：1.路段表2.任务分工表", "各镇要加强巡查。"])
def test_the_title_of_a_text_and_what_explains_it_are_cut_from_its_end(title: str, trace: str, last: str) -> None:
    text = f"{title}\n各镇人民政府：\n为了保护绿道，提出如下意见。\n{last}"
    assert clean(Source(text + trace)).text == text


@pytest.mark.parametrize("end", ["各镇要做好" + OWN + "的解读", "二、做好政策解读", "附件：示例区绿道图解"])
def test_other_ends_with_an_explanation_stay(end: str) -> None:
    text = f"{OWN}\n各镇人民政府：\n为了保护绿道，提出如下意见。\n{end}"
    assert clean(Source(text)).text == text


@pytest.mark.parametrize(
    "line", ["可点击下载通知PDF文件", "点击此处下载附件", "请点击查看原文", "点击下载全文", "可直接点击打开PDF"]
)
def test_a_line_that_is_a_link_to_a_file_is_cut_anywhere(line: str) -> None:
    assert clean(Source(TEXT.replace("二、", line + "\n二、"))).text == TEXT


@pytest.mark.parametrize("line", ["点击下载按钮，选择文件。", "点击查看后逐项填写", "请登录系统后点击下载附件。"])
def test_a_step_of_how_to_use_a_system_stays(line: str) -> None:
    text = TEXT.replace("二、", line + "\n二、")
    assert clean(Source(text)).text == text
