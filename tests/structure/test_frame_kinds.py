"""Kinds of documents whose frame differs from that of a notice: announcements, minutes, orders, letters with slips."""

import pytest

from lawcheck.pipeline import parse
from lawcheck.structure.document import Document
from lawcheck.structure.frame import Frame
from lawcheck.text.source import Source

HEAD = "关于清理沟渠的通知\n各村：\n请认真落实。\n"


def parsed(text: str) -> Document:
    return parse(Source(text))


def frame(text: str) -> Frame:
    return parsed(text).frame


def said(document: Document, start: int, end: int) -> str:
    return document.text[start:end].strip()


def body(text: str) -> str:
    document = parsed(text)
    return said(document, document.frame.body.start, document.frame.body.end)


def signed(found: Frame) -> tuple[list[str], str | None]:
    return [name.name for name in found.signers], found.date.iso if found.date else None


def titles(found: Frame) -> list[str | None]:
    return [annex.title.text if annex.title else None for annex in found.annexes]


@pytest.mark.parametrize(
    ("title", "line", "year", "number"),
    [
        ("示例市公安局关于禁放烟花的公告", "〔2026〕3号", 2026, 3),
        ("示例市公安局关于禁放烟花的公告", "（2026）第3号", 2026, 3),
        ("示例市公安局关于禁放烟花的公告", "[2026]3号", 2026, 3),
        ("示例区政府常务会议纪要", "第12期", None, 12),
        ("示例区政府常务会议纪要", "（第12期）", None, 12),
        ("示例区政府常务会议纪要", "第十二期", None, 12),
        ("示例区政府常务会议纪要", "第12次", None, 12),
        ("示例区工作简报", "2026年第4期", 2026, 4),
        ("示例区工作简报", "2026年第4期（总第31期）", 2026, 4),
        ("示例区工作简报", "总第31期", None, 31),
    ],
)
def test_a_number_that_is_a_line_without_a_code(title: str, line: str, year: int | None, number: int):
    text = f"{title}\n{line}\n沟渠已经清理，现将情况说明如下。\n一、东渠\n已经清理。\n"
    found = frame(text).letterhead.number
    assert found is not None
    assert (found.year, found.number) == (year, number)
    assert body(text).startswith("沟渠已经清理")


@pytest.mark.parametrize(
    "text",
    [
        "关于举办沟渠养护培训班的通知\n第12期\n培训于3月举行。\n",
        "示例区工作简报\n第12期培训班已经结束。\n一、情况\n良好。\n",
        "示例区清淤方案\n第一期\n清理东渠。\n第二期\n清理西渠。\n",
        "关于清淤的公告\n〔2026〕3号文件规定，沟渠由各村管护。\n",
    ],
)
def test_what_only_looks_like_such_a_number(text: str):
    assert frame(text).letterhead.number is None


@pytest.mark.parametrize(
    ("closing", "signers"),
    [
        ("2026年9月5日\n示例县水利局\n", ["示例县水利局"]),
        ("特此公告。\n2026年9月5日\n示例县水利局\n示例县财政局\n", ["示例县水利局", "示例县财政局"]),
        ("二〇二六年九月五日\n示例县水利局\n", ["示例县水利局"]),
        ("2026年9月5日　示例县水利局\n", ["示例县水利局"]),
        ("2026年9月5日\n示例县水利局\n（此件公开发布）\n", ["示例县水利局"]),
        ("2026年9月5日\n示例县水利局\n抄送：县委办公室。\n", ["示例县水利局"]),
        ("2026年9月5日\n示例县水利局\n附件：\n沟渠名单\n东渠　石桥村\n", ["示例县水利局"]),
        ("2026年9月5日\n县　长　王某某\n", ["县长王某某"]),
    ],
)
def test_who_signs_below_the_day(closing: str, signers: list[str]):
    found = frame(HEAD + closing)
    assert signed(found) == (signers, "2026-09-05")
    assert body(HEAD + closing).endswith(("请认真落实。", "特此公告。"))


@pytest.mark.parametrize(
    "text",
    [
        "清淤完成时间：\n2026年9月5日\n示例县水利局\n负责验收。\n",
        "时间和单位如下。\n2026年9月5日\n示例县水利局\n2026年9月6日\n示例县财政局\n由各单位验收。\n",
        "请按时参加。\n2026年9月5日，示例县水利局\n",
        "会议安排如下。\n9月5日\n示例县水利局\n",
    ],
)
def test_a_day_above_an_office_that_signs_nothing(text: str):
    assert signed(frame(HEAD + text))[1] is None


@pytest.mark.parametrize("holder", ["市长　王某某", "市　长　王某某", "市 长 王某某", "市  长  王  某"])
def test_an_office_holder_whose_title_is_set_apart(holder: str):
    text = (
        "示例市人民政府令\n第88号\n《示例市停车场管理办法》已经2026年3月2日市政府常务会议审议通过，现予公布。\n"
        f"{holder}\n2026年3月10日\n示例市停车场管理办法\n第一条　为了规范停车场，制定本办法。\n"
    )
    (signer,), day = signed(frame(text))
    assert (signer[:3], day) == ("市长王", "2026-03-10")
    assert titles(frame(text)) == ["示例市停车场管理办法"]


@pytest.mark.parametrize(
    "row",
    [
        "示例县水利局办公室|2026年9月5日印发",
        "示例县水利局办公室｜2026年9月5日印发",
        "示例县水利局办公室\t2026年9月5日印发",
    ],
)
def test_an_imprint_that_was_a_table(row: str):
    document = parsed(f"{HEAD}示例县水利局\n2026年9月5日\n抄送：|县委办公室。\n{row}\n")
    imprint = document.frame.imprint
    assert imprint
    assert imprint.printed
    assert said(document, imprint.printed.start, imprint.printed.end) == row
    assert document.frame.annexes == ()


@pytest.mark.parametrize(
    "line",
    ["报：县政府", "送：县水利局，县财政局", "发：各乡镇", "发 ：各乡镇", "报：县委。\n送：县水利局。\n发：各乡镇。"],
)
def test_who_gets_a_copy_in_one_character(line: str):
    found = frame(f"{HEAD}示例县水利局\n2026年9月5日\n{line}\n")
    assert found.imprint
    assert len(found.imprint.copied_to) == len(line.split("\n"))


def test_one_character_and_a_colon_within_a_body_say_nothing_of_copies():
    assert frame(f"{HEAD}送：按时送达。\n发：按时发放。\n示例县水利局\n2026年9月5日\n").imprint is None


@pytest.mark.parametrize(
    ("slip", "title"),
    [
        ("参会回执\n单位　姓名　职务　电话\n", "参会回执"),
        ("回　　执\n学生姓名　家长签字\n", "回执"),
        ("沟渠养护培训报名回执\n单位　姓名\n", "沟渠养护培训报名回执"),
    ],
)
def test_a_slip_below_a_signature(slip: str, title: str):
    assert titles(frame(f"{HEAD}示例县水利局\n2026年9月5日\n{slip}")) == [title]


def test_one_line_below_a_label_with_its_name_is_text():
    text = (
        f"{HEAD}示例县水利局\n2026年9月5日\n附件1：清淤规程\n一、东渠\n先清理。\n附件2：报名表\n姓名　单位\n"
        "附件3：清淤记录表\n示例县清淤记录表\n沟渠　日期\n"
    )
    document = parsed(text)
    bodies = [said(document, annex.body.start, annex.body.end) for annex in document.frame.annexes]
    assert bodies == ["一、东渠\n先清理。", "姓名　单位", "沟渠　日期"]
    assert titles(document.frame) == ["清淤规程", "报名表", "示例县清淤记录表"]


@pytest.mark.parametrize("last", ["编写提纲", "编制大纲", "编制指南"])
def test_a_title_that_says_in_its_last_line_what_of_a_document_it_is(last: str):
    text = f"{HEAD}示例县水利局\n2026年9月5日\n附件1\n示例县河道\n清淤实施方案\n{last}\n沟渠名称：\n"
    assert titles(frame(text)) == [f"示例县河道清淤实施方案{last}"]


@pytest.mark.parametrize("heading", ["编制说明", "填写说明", "一、编制说明", "总则"])
def test_a_heading_below_a_title_is_no_part_of_it(heading: str):
    text = f"{HEAD}示例县水利局\n2026年9月5日\n附件1\n示例县河道\n清淤实施方案\n{heading}\n沟渠由各村管护。\n"
    assert titles(frame(text))[0] in ("示例县河道清淤实施方案", "示例县河道清淤实施方案编制说明")


ISSUE = (
    "示例县水利局关于印发《2026年度示例县沟渠清淤工作方案》的通知为了清理沟渠，各村要认真组织。"
    "现将《2026年度示例县沟渠清淤方案》印发你们，请遵照执行。"
)


def test_a_title_glued_behind_the_sentence_that_issues_it():
    found = frame(f"{ISSUE}2026年度示例县沟渠清淤工作方案根据县政府安排，制定本方案。一、目标清理东渠。\n")
    assert titles(found) == ["2026年度示例县沟渠清淤工作方案"]


@pytest.mark.parametrize(
    "sentence",
    [
        "2026年度示例县沟渠清淤工作方案已经县政府同意，自印发之日起施行。",
        "2026年度示例县沟渠清淤工作方案的解释工作由县水利局承担。",
        "2026年度示例县沟渠清淤工作方案实施情况于年底前报送。",
    ],
)
def test_a_sentence_about_what_is_issued_is_no_title(sentence: str):
    assert frame(ISSUE + sentence + "\n").annexes == ()


ANOTHER = "石桥村沟渠清理即将开始，通知如下。\n请王某某于今天下午到会。\n"


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("关于举行2026年清淤启动仪式的通知", "一、时间\n9月5日。\n"),
        ("关于清淤用工的通报", "各村民小组：\n现将情况通报如下。\n"),
        ("示例镇关于清淤的通知", "各村：\n请落实。\n示例镇人民政府\n2026年9月1日\n"),
    ],
)
def test_a_second_letter_below_the_first(title: str, below: str):
    assert titles(frame(f"清淤开会通知\n{ANOTHER}{title}\n{below}")) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "有关文件如下。\n关于清淤的通知\n关于管护的通知\n关于用工的通报\n以上文件继续有效。\n",
        "请学习有关文件。\n关于清淤的通知\n由各村转发。\n",
        "请学习有关文件。\n一、关于清淤的通知\n一、目的\n清淤。\n",
        "请学习有关文件。\n附：关于清淤的通知\n示例县水利局\n2026年9月5日\n",
    ],
)
def test_the_name_of_a_letter_in_a_text_is_no_second_one(text: str):
    found = frame(f"清淤开会通知\n{ANOTHER}{text}")
    assert not [annex for annex in found.annexes if annex.label is None]


@pytest.mark.parametrize(
    "sentence",
    [
        "经研究，决定撤销下列议事协调机构：",
        "经研究，同意设立以下机构：",
        "研究确定如下单位：",
        "现决定成立下列机构：",
    ],
)
def test_a_sentence_that_introduces_offices_addresses_nobody(sentence: str):
    text = f"关于撤销机构的决定\n各村：\n{sentence}\n示例县禁毒委员会\n本决定自印发之日起施行。\n"
    assert body(text).startswith(sentence)


@pytest.mark.parametrize("name", ["示例省社会科学研究院", "各科研院所、研究中心", "示例县人民政府、县决策咨询委员会"])
def test_offices_that_study_are_addressed(name: str):
    assert frame(f"关于清淤的函\n{name}：\n请予支持。\n示例县水利局\n2026年9月5日\n").addressee


@pytest.mark.parametrize(
    ("line", "title"), [("聘　书", "聘书"), ("证　　明", "证明"), ("公　告", "公告"), ("喜　报", "喜报")]
)
def test_a_title_whose_letters_are_set_apart(line: str, title: str):
    found = frame(f"{line}\n兹聘请王某某同志为示例中学校外辅导员，聘期两年。\n示例中学\n2026年9月1日\n").title
    assert found
    assert found.text == title


def test_a_heading_set_apart_below_the_contents_belongs_to_the_body():
    text = "示例县沟渠规划\n目　录\n前　言\n第一章　基础\n前　言\n沟渠是农田的血脉。\n第一章　基础\n良好。\n"
    assert body(text).startswith("前　言\n沟渠")


@pytest.mark.parametrize("sign", ["★", "————————————", "＊＊＊", "☆"])
def test_a_sign_below_the_number_is_no_title(sign: str):
    found = frame(f"示例大学文件\n示大校〔2026〕56号\n{sign}\n{HEAD}示例大学\n2026年9月5日\n")
    assert found.title
    assert found.title.text == "关于清理沟渠的通知"
    assert found.letterhead.mark


@pytest.mark.parametrize(
    "day", ["2026年9月5日18时", "2026年9月5日18时30分", "2026年9月5日上午9时", "2026年9月5日 18:30"]
)
def test_an_urgent_notice_is_signed_to_the_hour(day: str):
    assert signed(frame(f"{HEAD}示例县防汛指挥部\n{day}\n")) == (["示例县防汛指挥部"], "2026-09-05")


@pytest.mark.parametrize("text", ["请于\n2026年9月5日18时\n前报送。\n", "集合时间：\n2026年9月5日18时\n地点：\n石桥\n"])
def test_an_hour_within_a_body_signs_nothing(text: str):
    assert signed(frame(HEAD + text)) == ([], None)


@pytest.mark.parametrize(
    "line", ["信息公开选项：主动公开", "公开类型：主动公开", "政府信息公开方式：依申请公开", "公开时限：长期公开"]
)
def test_how_open_a_document_is_begins_no_annex(line: str):
    assert frame(f"{HEAD}示例县水利局\n2026年9月5日\n{line}\n").annexes == ()


@pytest.mark.parametrize("name", ["示例县石桥矿“3·5”事故调查组", "示例县“厕所革命”工作领导小组办公室"])
def test_a_signer_with_a_name_in_marks(name: str):
    text = f"{HEAD}附件：成员名单\n{name}\n2026年9月5日\n"
    assert signed(frame(text)) == ([name], "2026-09-05")
    assert frame(text).note


@pytest.mark.parametrize("to", ["各供应商", "各班级", "各年级组", "广大养殖农户", "全体考生", "有关客户"])
def test_everybody_is_spoken_to(to: str):
    found = frame(f"关于清淤的通知\n{to}：\n请予支持。\n示例县水利局\n2026年9月5日\n").addressee
    assert found
    assert [name.name for name in found.names] == [to]


@pytest.mark.parametrize("label", ["供应商", "参赛班级", "申请人", "客户", "中标供应商"])
def test_a_label_is_spoken_to_by_nobody(label: str):
    assert frame(f"道路养护采购结果公告\n{label}：\n示例县石桥超市\n金额为5万元。\n").addressee is None


@pytest.mark.parametrize(("holder", "name"), [("县长：王某某", "县长王某某"), ("局　长：王某某", "局长王某某")])
def test_who_signs_an_order_behind_a_colon(holder: str, name: str):
    text = (
        "示例县人民政府令\n第6号\n现公布《示例县户外广告管理规定》，自2026年8月1日起施行。\n"
        f"{holder}\n2026年7月1日\n示例县户外广告管理规定\n第一条　为了规范户外广告，制定本规定。\n"
    )
    assert signed(frame(text)) == ([name], "2026-07-01")


def test_a_member_of_a_list_above_a_signature_signs_nothing():
    text = f"{HEAD}组成人员如下：\n主任：王某某\n示例县水利局\n2026年9月5日\n"
    assert signed(frame(text))[0] == ["示例县水利局"]


def test_the_rows_of_a_form_are_no_part_of_its_title():
    document = parsed(f"{HEAD}示例县水利局\n2026年9月5日\n附件：\n报价单\n名称　单价　数量\n轮椅\n日期：\n")
    (annex,) = document.frame.annexes
    assert annex.title
    assert annex.title.text == "报价单"
    assert said(document, annex.body.start, annex.body.end).startswith("名称")
