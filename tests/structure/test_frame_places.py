"""Parts of a frame at places of their own: a date above, names over two lines, lists behind a body."""

import pytest
from timing import grows_linearly

from lawcheck.pipeline import parse
from lawcheck.structure.document import Document
from lawcheck.structure.frame import Frame
from lawcheck.text.source import Source

TO, TEXT = "各区人民政府：", "为了保护绿道，现提出如下要求。\n一、加强巡查\n各区要加强巡查，每月报告一次情况。"


def parsed(text: str) -> Document:
    return parse(Source(text))


def frame(text: str) -> Frame:
    return parsed(text).frame


def signers(found: Frame) -> list[str]:
    return [name.name for name in found.signers]


def remarks(text: str) -> list[str]:
    document = parsed(text)
    return [document.text[remark.start : remark.end] for remark in document.frame.remarks]


@pytest.mark.parametrize(
    "head",
    [
        "中共示例市委关于保护绿道的决定\n（2024年3月5日）\n示发〔2024〕5号\n",
        "中共示例市委关于保护绿道的决定\n示发〔2024〕5号\n（2024年3月5日）\n",
        "中共示例市委关于保护绿道的决定\n(2024 年 3 月 5 日)\n",
        "中共示例市委关于保护绿道的决定\n二〇二四年三月五日\n",
        "示例市人民政府关于保护绿道的意见示政发〔2024〕5号2024年3月5日\n各区人民政府：\n",
        "示例市人民政府关于保护绿道的意见（2024年3月5日）示政发〔2024〕5号\n各区人民政府：\n",
        "示例市人民政府关于保护绿道的意见示政发〔2024〕5号2024年3月5日各区人民政府：",
        "示例市人民政府关于保护绿道的意见2024年3月5日各区人民政府：",
        "示政发〔2024〕5号\n2024-03-05\n各区人民政府：\n",
        "示例市绿道保护方案\n（示例市园林局　2024年3月5日）\n",
    ],
)
def test_a_day_between_the_title_and_the_text_is_the_date(head: str) -> None:
    found = frame(head + TEXT + "\n")
    is_of_office = "园林局" in head
    assert (found.date and found.date.iso) == (None if is_of_office else "2024-03-05")
    assert found.body.start == (head + TEXT).index("为了")


@pytest.mark.parametrize(
    "head",
    [
        "示例市绿道条例\n（2024年3月5日示例市第十届人民代表大会常务委员会第二次会议通过）\n",
        "示例市绿道条例\n2024年3月5日 示例市人民代表大会常务委员会通过\n",
        "2024年3月5日\n示例市绿道保护方案\n",
        "示例市绿道保护方案\n（2024年）\n",
        "示例市绿道保护方案（2024年版）\n",
        "示例市绿道保护方案\n（2024—2026年）\n",
        "发布日期：2024年3月5日\n示例市绿道保护方案\n",
    ],
)
def test_another_day_of_the_head_is_no_date(head: str) -> None:
    assert frame(head + TEXT + "\n").date is None


def test_the_date_below_the_signature_comes_first() -> None:
    text = f"示例市关于保护绿道的通知\n（2024年3月5日）\n{TO}\n{TEXT}\n示例市园林局\n2024年4月6日\n"
    found = frame(text)
    assert found.date
    assert found.date.iso == "2024-04-06"


ISSUED = f"{TO}\n现将《示例省绿道保护方案》印发给你们，请认真贯彻落实。\n"


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("示例省工业和信息\n化厅\n", ["示例省工业和信息化厅"]),
        ("示例省发展和改革委\n员会\n", ["示例省发展和改革委员会"]),
        ("示例省教育厅示例省科学技\n术厅\n", ["示例省教育厅", "示例省科学技术厅"]),
        (
            "示例省教育厅\n中国人民银行示例市中心支行中国银行保险监督管理\n委员会示例监管局\n",
            ["示例省教育厅", "中国人民银行示例市中心支行", "中国银行保险监督管理委员会示例监管局"],
        ),
        ("示例省人力资源和社会保\n障厅\n示例省财政厅\n", ["示例省人力资源和社会保障厅", "示例省财政厅"]),
        ("示例省住房和城乡\n建设厅\n", ["示例省住房和城乡建设厅"]),
        ("国家市场监督管\n理总局\n", ["国家市场监督管理总局"]),
        ("示例省教育厅\n示例省财政厅\n", ["示例省教育厅", "示例省财政厅"]),
        ("示例省教育厅\n团委\n", ["示例省教育厅", "团委"]),
    ],
)
@pytest.mark.parametrize("below", ["2024年3月5日\n示例省绿道保护方案\n", "2024年3月5日示例省绿道保护方案\n"])
def test_a_name_may_go_on_in_the_next_line(lines: str, names: list[str], below: str) -> None:
    found = frame(f"{ISSUED}{lines}{below}为了保护绿道，制定本方案。\n一、加强巡查\n每月报告一次。\n")
    assert signers(found) == names
    assert found.annexes[0].title
    assert found.annexes[0].title.text == "示例省绿道保护方案"


@pytest.mark.parametrize(
    "line", ["示例区绿道管护重点路段名单", "请认真填写示例区登记表", "示例区绿道巡查办法", "绿道管护要常抓不懈"]
)
def test_a_line_above_the_signature_is_no_half_of_a_name(line: str) -> None:
    found = frame(f"{TO}\n{TEXT}\n{line}\n示例区园林局\n2024年3月5日\n")
    assert signers(found) == ["示例区园林局"]


PLAN = "示例区绿道管护重点路段整治方案\n为了管护好绿道，制定本方案。\n一、加强巡查\n各镇要整治绿道管护重点路段。\n"


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("绿道管护重点路段名单", "东湖路\n西湖路\n南湖路\n"),
        ("绿道管护重点\n路段名单", "东湖路\n西湖路\n南湖路\n"),
        ("绿道管护重点路段一览表", "序号\n路段\n1\n东湖路\n"),
        ("绿道管护重点路段责任分工表", "东湖路\n示例镇\n西湖路\n示例乡\n"),
        ("示例区绿道管护联系人名单", "王某某　区园林局\n李某某　区水利局\n张某某　区住建局\n"),
    ],
)
def test_a_list_behind_the_body_that_the_text_speaks_of_is_an_annex(title: str, lines: str) -> None:
    spoken = PLAN.replace("各镇要", "示例区绿道管护由各镇负责，各镇要")
    found = frame(f"{spoken}{title}\n{lines}")
    (annex,) = found.annexes
    assert annex.title
    assert annex.title.text == title.replace("\n", "")
    assert annex.label is None
    assert found.body.end <= annex.start


@pytest.mark.parametrize(
    "rest",
    [
        "园林设施名单\n东湖路\n西湖路\n南湖路\n",
        "绿道管护重点路段名单\n东湖路\n西湖路\n示例区园林局\n2024年3月5日\n",
        "绿道管护重点路段名单\n东湖路要加强管护。\n西湖路要补种树木。\n南湖路要修补路面。\n",
        "绿道管护重点路段名单\n东湖路\n",
        "表1绿道管护重点路段名单\n东湖路\n西湖路\n南湖路\n",
        "二、绿道管护重点路段名单\n东湖路\n西湖路\n南湖路\n",
    ],
)
def test_other_lists_are_part_of_the_body(rest: str) -> None:
    assert frame(PLAN + rest).annexes == ()


def test_whom_to_call_about_one_matter_is_no_remark() -> None:
    text = (
        f"示例区关于绿道巡查的通知\n{TO}\n一、报送材料\n寄送地址：示例路5号。\n联系电话：0999-8888888。\n二、加强巡查\n"
        "各镇要加强绿道巡查，发现问题及时处理，每月向区园林局报告。\n联系人：王某某，电话：0999-6666666。\n"
        "示例区园林局\n2024年3月5日\n（此件公开发布）\n"
    )
    assert remarks(text) == ["联系人：王某某，电话：0999-6666666。", "（此件公开发布）"]


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("联系单位：水利科监督电话：0999-8888888", "联系单位：水利科监督电话：0999-8888888"),
        ("联系人：王某某联系电话：0999-8888888", "联系人：王某某联系电话：0999-8888888"),
        ("联系人：王某某邮箱：slk@example.cn", "联系人：王某某邮箱：slk@example.cn"),
    ],
)
def test_whom_to_call_before_a_title_in_one_line(line: str, remark: str) -> None:
    text = (
        "按照安排，制定了《示例区绿道整治行动方案》，现印发你们，请认真组织实施。示例区园林局2024年3月5日（此件主动公开）"
        f"{line}示例区绿道整治行动方案为了管护好绿道，制定本方案。一、加强巡查各镇要加强巡查。\n"
    )
    assert remarks(text) == ["（此件主动公开）", remark]
    (annex,) = frame(text).annexes
    assert annex.title
    assert annex.title.text == "示例区绿道整治行动方案"


def test_a_text_that_stands_twice_in_one_line_has_no_second_copy_annexed() -> None:
    notice = (
        f"{TO}《示例区绿道整治行动方案》已经区政府同意，现印发给你们，请认真组织实施。示例区园林局2024年3月5日"
        "为了管护好绿道，改善沿线环境，制定本方案。一、加强巡查。各镇要加强巡查，发现问题及时处理，每月向区园林局报告。"
        "二、修补路面。各镇要修补破损路面，补种沿线树木，清理堆放的杂物，保证行人安全。三、加强检查。区园林局每季度检查一次。"
    )
    found = frame(notice + notice + "\n")
    assert len(found.annexes) == 1
    assert found.annexes[0].end == len(notice)


@pytest.mark.parametrize(
    "line",
    [
        "2010年3月5日 示例省人民代表大会常务委员会批准　根据",
        "2010年3月5日 示例省人民代表大会常务委员会批准，自",
        "2010年3月5日 示例省人民代表大会常务委员会批准　2012年6月7日修订　经",
    ],
)
def test_a_history_may_be_cut_before_a_date(line: str) -> None:
    head = "示例市绿道条例\n2009年1月2日 示例市人民代表大会常务委员会通过\n"
    text = f"{head}{line}\n第一章 总则\n第一条 为了保护绿道，制定本条例。\n"
    assert frame(text).body.start == text.index("第一章")


def test_issuers_between_a_title_and_the_first_chapter_are_no_body() -> None:
    text = "示例区绿道保护细则\n示例区园林局示例区财政局第一章　总　则\n第一条　为了保护绿道，制定本细则。\n"
    assert frame(text).body.start == text.index("第一章")


def test_many_lists_and_copies_take_linear_time() -> None:
    assert grows_linearly(lambda size: parsed(PLAN + "绿道管护重点路段名单\n东湖路\n" * size), 400)
    assert grows_linearly(lambda size: parsed("联系人：王某某，电话：0999-8888888。\n各镇要加强巡查。\n" * size), 400)
