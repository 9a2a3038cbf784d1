"""Lists that change their form, marks behind numbers, and what is called by another kind than it is."""

import pytest
from checking import check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

RULES = Selection(select=["STR", "CIT", "OCR", "PUN"]).rules()


def codes(text: str) -> list[str]:
    return [found.code for found in check(Source(text), RULES).diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "重点抓好：一是加强巡查；二是落实责任；第三，严格考核。",
        "第一，加强巡查。第二，落实责任。三是严格考核。",
        "要做到：一要进村；二要入户；第三要登记。",
    ],
)
def test_a_member_of_another_series_is_told(text: str) -> None:
    assert "STR003" in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "一是加强巡查；二是发展第三产业；三是严格考核。",
        "一是加强巡查。二是落实责任。\n第三，各村要登记。",
        "第一，加强巡查。第二，落实责任。第三季度验收。",
    ],
)
def test_what_counts_something_else_is_no_member(text: str) -> None:
    assert "STR003" not in codes(text)


def test_a_mark_behind_a_chapter_is_told_alone_or_as_a_custom() -> None:
    articles = "第一条　巡河每周一次。\n第二条　护栏每月检查。\n第三条　按月报送。\n"
    assert "STR007" in codes(f"示例河道管理制度\n第一章、总则\n{articles}")
    assert "STR007" in codes(articles.replace("条　", "条、"))
    assert "STR007" not in codes(articles)
    assert "STR007" not in codes("示例河道管理制度\n第一条、第二条另有规定的，从其规定。\n")


def test_an_article_without_text_is_told() -> None:
    text = "示例河道管理办法\n第一条　巡河每周一次。\n第二条{}\n第三条　护栏每月检查。\n第四条　按月报送。\n"
    assert "STR011" in codes(text.format("。"))
    assert "STR011" not in codes(text.format("\n巡查人员佩戴标志。"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("根据《示例市防汛预案》《示例市抗旱方案》等法律法规，制定本预案。", True),
        ("根据《中华人民共和国水法》《示例市抗旱方案》等法律法规，制定本预案。", False),
        ("根据《示例市防汛预案》等法律法规和文件，制定本预案。", False),
        ("法律：《示例市河道管理条例》", True),
        ("法律：《中华人民共和国户口登记条例》", False),
        ("行政法规：《中华人民共和国水法》", True),
        ("行政法规：《中华人民共和国水法实施办法》", False),
        ("地方性法规：《示例市河道管理条例》", False),
    ],
)
def test_papers_are_no_laws(text: str, told: bool) -> None:
    assert ("CIT031" in codes(text)) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("按照十四五规划推进绿道建设。", True),
        ("按照“十四五”规划推进绿道建设。", False),
        ("第十五期间隔较长，二十四五规划不详。", False),
    ],
)
def test_the_plan_of_five_years_is_quoted(text: str, told: bool) -> None:
    assert ("CIT029" in codes(text)) is told


def test_marks_of_notes_without_notes_are_residue() -> None:
    text = "示例河水质改善[1]，两岸建成绿道[2]。"
    assert "OCR014" in codes(text)
    assert "OCR014" not in codes(text + "\n[1]示例区公报\n[2]示例区年报\n")
    assert "OCR014" not in codes("计算见式[1]，数组为a[2]。")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("水质改善是治理的产\n物，也是各方努力的结果。", True),
        ("去年以来，示例区各级人民\n政府组织巡河，水质改善。", True),
        ("示例区人民\n政府办公室", False),
    ],
)
def test_a_line_that_ends_within_a_word_is_told(text: str, told: bool) -> None:
    assert ("OCR011" in codes(text)) is told


def test_an_aim_without_its_sentence_is_told() -> None:
    text = "{}规范殡葬管理，维护群众利益。根据市里要求，{}。"
    assert "PUN031" in codes(text.format("进一步", "制定本方案"))
    assert "PUN031" not in codes(text.format("区局进一步", "制定本方案"))
    assert "PUN031" not in codes(text.format("进一步", "各村要加强宣传"))


def test_a_township_is_told_by_its_names_too() -> None:
    text = "示例镇成立小组，镇政府负责调度，推进全镇信息公开。专人负责{}政府的网页。"
    assert "CIT026" in codes(text.format("乡"))
    assert "CIT026" not in codes(text.format("镇"))
    assert "CIT026" not in codes(text.format("示例乡"))


@pytest.mark.parametrize("place", ["示例镇", ""])
def test_the_group_of_a_notice_has_one_name(place: str) -> None:
    text = f"关于成立示例镇地质灾害防治工作领导小组的通知\n各村：\n现决定成立{place}地质{{}}防治工作领导小组。\n"
    assert "CIT014" in codes(text.format(""))
    assert "CIT014" not in codes(text.format("灾害"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("按照《示例市关于印发的通知》要求办理。", True),
        ("按照《示例市关于印发<>的通知》要求办理。", True),
        ("按照《示例市关于印发〈绿化办法〉的通知》要求办理。", False),
        ("根据《》的规定，制定本办法。", True),
        ("名称用“《》”标示。", False),
        ("学习《示例省绿化管理》《示例市防火条例》等法律法规。", True),
        ("学习《绿化管理》等课程。", False),
    ],
)
def test_a_title_that_lost_a_part_is_told(text: str, told: bool) -> None:
    assert ("CIT032" in codes(text)) is told


def test_chapters_above_decimals_have_their_numbers() -> None:
    text = "1 总则\n1.1 目的\n防汛。\n{}组织\n2.1 机构\n区防指。\n3 监测\n3.1 雨情\n按时监测。\n"
    assert "STR002" in codes(text.format(""))
    assert "STR002" not in codes(text.format("2 "))
    assert "STR002" not in codes(
        "一、总则\n1.1 目的\n防汛。\n二、组织\n2.1 机构\n区防指。\n三、监测\n3.1 雨情\n监测。\n"
    )


ALL = Selection(select=["CIT", "LAW", "TGT", "NUM", "TRM", "DOC"]).rules()


def every(text: str) -> list[str]:
    return [found.code for found in check(Source(text), ALL).diagnostics]


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("成立救治小组，由院长牵头。领导小组下设办公室，负责联络。", "CIT014", True),
        ("成立领导小组，由院长牵头。领导小组下设办公室，负责联络。", "CIT014", False),
        ("成立救治小组，由院长牵头。示例行动领导小组下设办公室，负责联络。", "CIT014", False),
        ("先报县教育局批准，由县教育体育局登记。", "CIT014", True),
        ("先报市教育局批准，由县教育体育局登记。", "CIT014", False),
        ("先报原县教育局批准，由县教育体育局登记，两局已经合并。", "CIT014", False),
        ("第一条　为规范考勤，制定本规定。\n第二条　本制度适用于职工。\n第三条　按时到岗。\n", "LAW010", True),
        ("第一条　为规范考勤，制定本规定。\n第二条　本规定适用于职工。\n第三条　按时到岗。\n", "LAW010", False),
        ("示例镇2026年防汛方案\n为做好2025年防汛工作，制定本方案。\n", "TGT008", True),
        ("示例镇2026年防汛工作方案\n为做好2025年防汛工作，制定本方案。\n", "TGT008", True),
        ("示例镇2026年防汛工作方案\n为做好2025年护林工作，制定本方案。\n", "TGT008", False),
        ("一、步骤\n（一）动员阶段（3月1日—3月31日）。\n（二）检查阶段（3月20日—4月30日）。\n", "TGT004", True),
        ("一、步骤\n（一）动员阶段（3月1日—3月31日）。\n（二）检查阶段（4月1日—4月30日）。\n", "TGT004", False),
        ("一、步骤\n（一）动员阶段（11月1日—12月31日）。\n（二）检查阶段（1月1日—2月20日）。\n", "TGT004", False),
        ("分四个阶段进行，即动员阶段、实施阶段和总结阶段。", "NUM009", True),
        ("分三个阶段进行，即动员阶段、实施阶段和总结阶段。", "NUM009", False),
        ("领导小组下设办公室在镇林业站，由王某负责。", "TRM033", True),
        ("领导小组下设办公室，办公室在镇林业站，由王某负责。", "TRM033", False),
    ],
)
def test_one_document_says_one_thing(text: str, code: str, told: bool) -> None:
    assert (code in every(text)) is told


def test_a_heading_stands_once_in_its_list() -> None:
    text = "一、目标\n各镇全面排查。\n二、工作要求\n各镇加强领导。\n三、步骤\n各镇分步实施。\n四、{}\n各镇落实责任。\n"
    assert "STR012" in codes(text.format("工作要求"))
    assert "STR012" not in codes(text.format("保障措施"))
    two = "一、目标\n各镇全面排查。\n二、工作要求\n各镇加强领导。\n"
    assert "STR012" not in codes(two + two.replace("各镇", "各村"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("发现火情要立刻报告时间、地点、状况、\n\n火势大小，由值班室登记。", True),
        ("参加人员：张三、李四、\n王五、赵六", False),
        ("对瞒报的，要按照《\n示例省统计条例》处理，逐级上报。", True),
        ("响应规定见文件（示市府\n办〔2013〕59号），按级启动。", True),
        ("组长：马某；副组长：\n唐某\n成员：各村主任", True),
        ("为做好工作，现通知如下：\n各村要加强领导，按时上报。", False),
        ("附件：示例表（2023年）\n示例表（2024年）", False),
    ],
)
def test_a_line_that_leaves_something_open_is_told(text: str, told: bool) -> None:
    assert ("OCR011" in codes(text)) is told


def test_advertisements_in_a_sentence_are_residue() -> None:
    assert "OCR014" in codes("由bet365亚洲官网 示例街道编制的报告。")
    assert "OCR014" not in codes("打击网络赌博，查处bet365等网站。")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("检查五类场所：学校、医院、商场、宾馆。", True),
        ("检查四类场所：学校、医院、商场、宾馆。", False),
        ("检查三类场所：学校和医院、商场、宾馆、车站。", False),
        ("检查五类场所：学校、医院、商场等。", False),
    ],
)
def test_the_kinds_of_a_short_list_are_counted(text: str, told: bool) -> None:
    assert ("NUM009" in every(text)) is told
