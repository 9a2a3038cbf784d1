"""Forms of a frame that documents have which were read for the first time."""

import pytest

from lawcheck.pipeline import parse
from lawcheck.structure.document import Document
from lawcheck.structure.frame import Frame
from lawcheck.text.source import Source

TITLE, TO, TEXT, SIGNED, DATE = "关于清淤的通知", "各镇人民政府：", "请清淤。", "示例区水利局", "2026年3月5日"
ABOVE = f"{TITLE}\n{TO}\n{TEXT}\n"


def parsed(text: str) -> Document:
    return parse(Source(text))


def frame(text: str) -> Frame:
    return parsed(text).frame


def body(text: str) -> str:
    document = parsed(text)
    return document.text[document.frame.body.start : document.frame.body.end].strip()


def remarks(text: str) -> list[str]:
    document = parsed(text)
    return [document.text[remark.start : remark.end] for remark in document.frame.remarks]


def signers(found: Frame) -> list[str]:
    return [name.name for name in found.signers]


@pytest.mark.parametrize(
    "below",
    [
        "实施方案（示政发〔2024〕5号）已经印发。",
        "示例区河道保洁实施方案（试行）已经印发。请各镇办理。",
        "实施方案（2024年）自印发之日起施行。",
        "管理办法（试行）和工作规则（试行）同时废止。",
    ],
)
def test_a_sentence_about_a_document_is_no_title(below: str):
    text = f"示例区绿化\n{below}\n一、总体要求\n加强。\n"
    assert frame(text).title is None
    assert body(text).startswith(below[:4])


@pytest.mark.parametrize(
    "line",
    [
        "示例区绿化实施方案（试行）为了绿化，制定本方案。",
        "示例区绿化实施方案（试行）示例区水利局编制。",
        "示例区绿化实施方案（示政发〔2024〕5号）各镇要绿化。",
        "示例区绿化实施方案示政发〔2024〕5号经区政府同意，现予印发。",
    ],
)
def test_a_title_before_a_text_in_its_line(line: str):
    title = frame(f"{line}\n一、总体要求\n加强。\n").title
    assert title is not None
    assert title.text.startswith("示例区绿化实施方案")


def test_letters_set_apart_are_one_name_to_its_end():
    document = parsed(f"{ABOVE}水 利 局\n{DATE}\n")
    (name,) = document.frame.signers
    assert document.text[name.start : name.end] == "水 利 局"


def test_a_long_rule_below_a_date():
    text = (
        f"{TITLE}\n{TO}\n现将方案印发给你们，请执行。\n{SIGNED}\n{DATE}{'-' * 90}\n示例区清淤方案\n一、目标\n清淤。\n"
    )
    found = frame(text)
    assert found.date and found.date.iso == "2026-03-05"
    assert [annex.title.text for annex in found.annexes if annex.title] == ["示例区清淤方案"]


@pytest.mark.parametrize("done", ["签发\n2026年3月6日发布", "签发", "公布"])
def test_what_was_done_on_the_day_below_who_signs(done: str):
    found = frame(f"{ABOVE}{SIGNED}\n{DATE}{done}\n")
    assert signers(found) == [SIGNED]
    assert found.date and found.date.iso == "2026-03-05"


@pytest.mark.parametrize("label", ["部门", "单位", "学校"])
def test_a_bare_label_is_no_addressee(label: str):
    text = f"{TITLE}\n{label}：区水利局（3项）\n序号\n一\n"
    assert frame(text).addressee is None


def test_a_bracket_that_the_note_on_annexes_closes_on_the_next_line():
    text = f"{ABOVE}附件：1.任务表\n2.登记表（各镇填报后由\n区水利局汇总用）\n{SIGNED}\n{DATE}\n"
    found = frame(text)
    assert found.note and [name.name for name in found.note.names] == ["任务表", "登记表（各镇填报后由区水利局汇总用）"]
    assert body(text) == TEXT
    text = f"{ABOVE}附件：1.任务表\n2.登记表\n区水利局汇总用）\n{SIGNED}\n{DATE}\n"
    assert "登记表" in body(text) or frame(text).note


def test_annexes_labelled_without_their_second_letter():
    found = frame(f"{ABOVE}附1：清淤点位\n甲河。\n附2：清淤要求\n一、深度\n三米。\n")
    assert [(annex.number, annex.title and annex.title.text) for annex in found.annexes] == [
        (1, "清淤点位"),
        (2, "清淤要求"),
    ]
    assert frame(f"{TITLE}\n{TO}\n附1所列河段请清淤。\n").annexes == ()


def test_an_annex_whose_name_the_note_has_just_said():
    text = (
        f"{ABOVE}附件：1.纳入中长期规划的河段2.清淤任务分解表附件1-1纳入中长期规划的河段附件1-2清淤任务分解表"
        f"示例区水利局办公室{DATE}印发"
    )
    titles = [annex.title.text for annex in frame(text).annexes if annex.title]
    assert titles == ["纳入中长期规划的河段", "清淤任务分解表"]


def test_the_name_of_an_annex_with_and_without_marks():
    text = (
        f"{ABOVE}附件：1.《清淤项目申请书》编写提纲\n2.任务表\n{SIGNED}\n{DATE}\n附件1\n清淤项目申请书\n编写提纲\n项目名称：\n"
        "附件2\n任务表\n甲河。\n"
    )
    assert [annex.title.text for annex in frame(text).annexes if annex.title] == ["清淤项目申请书编写提纲", "任务表"]


def test_an_annex_of_names_has_a_body():
    document = parsed(f"{ABOVE}附件：单位名单\n{SIGNED}\n{DATE}\n附件\n单位名单\n区水利局\n区教育局\n")
    (annex,) = document.frame.annexes
    assert document.text[annex.body.start : annex.body.end].split() == ["区水利局", "区教育局"]


@pytest.mark.parametrize("formula", ["特此通知。", "特此通知", "专此函达。", "妥否，请批示。", "特此公告！"])
def test_who_signs_without_a_date_below_the_formula(formula: str):
    text = f"{ABOVE}{formula}\n{SIGNED}\n"
    assert signers(frame(text)) == [SIGNED]
    assert body(text) == f"{TEXT}\n{formula}"


@pytest.mark.parametrize("text", ["每月检查一次。", "下列单位参加：", "特此邀请下列单位参加比赛，名单如下："])
def test_names_at_the_end_that_sign_nothing(text: str):
    assert frame(f"{ABOVE}{text}\n区水利局\n").signers == ()


@pytest.mark.parametrize(
    "line", ["此件公开发布", "此件主动公开", "此件不予公开。", "本件删减后公开", "此件公开发至县团级"]
)
def test_a_remark_without_brackets(line: str):
    text = f"{ABOVE}{SIGNED}\n{DATE}\n{line}\n区委办公室\n区政府办公室\n"
    assert remarks(text) == [line]
    assert signers(frame(text)) == [SIGNED]
    assert body(text) == TEXT


def test_a_remark_behind_a_note():
    text = f"{ABOVE}附件：1.任务表2.清淤申请书（此件主动公开）"
    found = frame(text)
    assert found.note and [name.name for name in found.note.names] == ["任务表", "清淤申请书"]
    assert remarks(text) == ["（此件主动公开）"]


@pytest.mark.parametrize(
    "contact",
    [
        "联系人：王某某\n联系电话：0999-8880000\n邮箱：sl@example.cn",
        "联系电话：办公室0999-8880000\n工程科0999-8880001",
        "联系人：王某某　0999-8880000\n李某某　　0999-8880001；13900000001",
        "校团委联系人：王某某\n电话：8880000\n地址：示例路8号\n邮编：100000",
        "区普法办联系人及电话：王某某，8880000；\n监督电话：0999-8880002",
        "联系人：王某某\nsl@example.cn",
    ],
)
def test_whom_to_call_over_several_lines(contact: str):
    text = f"{ABOVE}{contact}\n{SIGNED}\n{DATE}\n"
    assert remarks(text) == contact.split("\n")
    assert body(text) == TEXT


@pytest.mark.parametrize("line", ["各河段的咨询电话如下：", "区水利局联系人：", "三、联系方式"])
def test_what_names_nobody_to_call(line: str):
    assert remarks(f"{ABOVE}{line}\n按上报名单公布。\n{SIGNED}\n{DATE}\n") == []


def test_a_signature_behind_whom_to_call_in_one_line():
    text = f"{TITLE}\n{TO}\n{TEXT}联系方式：0999-8880000电子邮箱：sl@example.cn{SIGNED}{DATE}（此件主动公开）"
    found = frame(text)
    assert (signers(found), body(text)) == ([SIGNED], TEXT)
    assert remarks(text) == ["联系方式：0999-8880000电子邮箱：sl@example.cn", "（此件主动公开）"]


def test_an_imprint_behind_whom_to_call_in_one_line():
    text = f"{ABOVE}{SIGNED}\n{DATE}\n联系人：王某某　联系电话：8880000抄送：区委办。示例区水利局办公室{DATE}印发\n"
    found = frame(text)
    assert remarks(text) == ["联系人：王某某　联系电话：8880000"]
    assert found.imprint and found.imprint.printed


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("示例水务股份有限公司　监事会", ["示例水务股份有限公司监事会"]),
        ("共青团示例大学\n水利学院委员会\n水利学院学生会", ["共青团示例大学水利学院委员会", "水利学院学生会"]),
        ("××市水利局办公室", ["××市水利局办公室"]),
        ("共青团示例省委示例铁路集团有限公司", ["共青团示例省委示例铁路集团有限公司"]),
        ("共青团示例省委中国铁路示例局集团有限公司", ["共青团示例省委", "中国铁路示例局集团有限公司"]),
        ("共青团示例省委\n中共示例省委", ["共青团示例省委", "中共示例省委"]),
        ("共青团示例大学\n示例水务公司", ["共青团示例大学", "示例水务公司"]),
    ],
)
def test_which_names_are_one(lines: str, names: list[str]):
    assert signers(frame(f"{ABOVE}{lines}\n{DATE}\n")) == names


@pytest.mark.parametrize(
    "above",
    ["示例要闻\n示例要闻\n", "通知公告\n", "接访信息详情\n", ""],
)
def test_the_columns_of_a_page_are_no_title(above: str):
    found = frame(f"{above}示例区水利局关于清淤的通知\n发布人：王某某　　联络点：示例镇\n{TO}\n{TEXT}\n")
    assert found.title and found.title.text == "示例区水利局关于清淤的通知"
    assert found.addressee and [name.name for name in found.addressee.names] == ["各镇人民政府"]


@pytest.mark.parametrize("line", ["查看详情", "请点击了解详情"])
def test_other_words_before_details_stay(line: str):
    assert line in parsed(f"{ABOVE}{line}\n").text


def test_the_announcement_of_a_company_in_one_line():
    found = frame("示例水务股份有限公司 监事会决议公告 本公司监事会及全体监事保证本公告内容真实。 会议于三月召开。\n")
    assert found.title and found.title.text == "示例水务股份有限公司监事会决议公告"


@pytest.mark.parametrize("heading", ["范围", "总体要求", "前言"])
def test_a_first_heading_without_an_ordinal_belongs_to_the_body(heading: str):
    assert body(f"示例清淤标准\n{heading}\n本标准规定了清淤的要求。\n").startswith(heading)


def test_dates_in_the_column_of_a_table_close_nothing():
    rows = "示例中学培训\n2026.8.1\n2026.12.31\n32\n120\n" * 3
    text = f"{ABOVE}附件\n安排表\n{rows}教务室\n{DATE}\n"
    (annex,) = frame(text).annexes
    assert [name.name for name in annex.signers] == ["教务室"]


@pytest.mark.parametrize(
    ("end", "stays"),
    [
        ("请按月报送。重点任务清单.docx", "请按月报送。"),
        ("邮箱：sl@example.com任务表.xls", "邮箱：sl@example.com"),
        ("附件：1.任务表2.点位图政策解读：《示例区清淤方案》文字解读", "附件：1.任务表2.点位图"),
        ("请打开任务清单.docx", "请打开任务清单.docx"),
        ("三、加强清淤政策解读：组织宣讲。", "三、加强清淤政策解读：组织宣讲。"),
    ],
)
def test_what_a_page_has_glued_to_the_end(end: str, stays: str):
    assert parsed(f"{ABOVE}{end}\n").text.rstrip().endswith(stays)


@pytest.mark.parametrize("variant", ["（局）", "（委、局）", "（局、委、办）", "(委，局)", "（委/局）", "（委局）"])
def test_other_endings_of_an_office_in_brackets_belong_to_the_addressee(variant: str) -> None:
    found = frame(f"{TITLE}\n各市水利厅{variant}，示例农场水务局：\n{TEXT}\n{SIGNED}\n{DATE}\n").addressee
    assert found is not None
    assert [name.name for name in found.names] == [f"各市水利厅{variant}", "示例农场水务局"]


def test_a_note_in_brackets_is_no_ending_of_an_office() -> None:
    found = frame(f"{TITLE}\n各市水利局（不含示例市），示例农场水务局：\n{TEXT}\n{SIGNED}\n{DATE}\n").addressee
    assert found is not None
    assert [name.name for name in found.names] == ["各市水利局", "示例农场水务局"]
