"""CIT002–CIT004 and CIT006–CIT011: cited laws, numbers, articles, annexes and abbreviations."""

from datetime import date, timedelta

import pytest
from checking import apply_fixes, check

from lawcheck.checks.cit.law_age import age_note, known_as_of
from lawcheck.checks.cit.law_table import articles_of, laws
from lawcheck.reading.resources import rows
from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.worded import Worded
from lawcheck.text.source import Source


def found(text: str, code: str, kind: str = "auto") -> list[Worded]:
    return check(Source(text), Selection(select=[code]).rules(), kind=kind).diagnostics


def places(text: str, code: str, kind: str = "auto") -> list[str]:
    return [text[a:b] for d in found(text, code, kind) for a, b in d.spans]


def notice(body: str, date: str) -> str:
    return f"示例市人民政府关于规范管理的通知\n各区人民政府：\n{body}\n示例市人民政府\n{date}\n"


def test_the_table_of_laws_holds_versions_in_order_and_successors_that_exist() -> None:
    table = laws()
    titles = {law.title for law in table.values()}
    assert len(table) > 1500
    for law in table.values():
        days = [version.day for version in law.versions]
        assert days == sorted(set(days)), law
        assert not law.repealed or date.fromisoformat(law.repealed), law
        assert not law.successor or (law.repealed and law.successor in titles), law
        assert all(not version.day or date.fromisoformat(version.day) for version in law.versions), law


def test_what_articles_hold_is_known_of_whole_versions_of_known_laws() -> None:
    versions = {(law.title, version.day): (law, version) for law in laws().values() for version in law.versions}
    assert date.fromisoformat(known_as_of()) > max(date.fromisoformat(day) for _, day in versions if day)
    for title, day, _ in rows("law_articles.tsv"):
        law, version = versions[title, day]
        articles = articles_of(law, version)
        assert articles is not None and version.articles, (title, day)
        for number, article in articles.items():
            assert 0 < int(number.partition("-")[0]) <= version.articles and article.paragraphs > 0, (title, number)
            assert all(0 < behind <= article.paragraphs and count > 0 for behind, count in article.items), title


def test_the_age_of_the_table_is_told_after_nine_months() -> None:
    known = date.fromisoformat(known_as_of())
    assert age_note(known + timedelta(days=270)) is None
    note = age_note(known + timedelta(days=280))
    assert note and str(known.year) in note.zh and str(known.year) in note.en


@pytest.mark.parametrize(
    ("place", "day", "wrong"),
    [
        ("第九条第六项", "2023年3月5日", []),
        ("第九条第（七）项", "2023年3月5日", ["第九条第（七）项"]),
        ("第四十一条第三款、第四款", "2023年3月5日", []),
        ("第八十六条、第八十七条", "2023年3月5日", ["第八十七条"]),
        ("第十条第三款和第十一条第三款", "2023年3月5日", ["第十条第三款"]),
        # The version before it had other paragraphs, and is not known.
        ("第十条第三款", "2012年3月5日", []),
        ("第十条第三款", "2021年3月5日", []),
    ],
)
def test_paragraphs_and_items_are_those_of_the_version_at_the_date(place: str, day: str, wrong: list[str]) -> None:
    assert places(notice(f"依照《中华人民共和国行政处罚法》{place}办理。", day), "CIT007") == wrong


@pytest.mark.parametrize(
    "name", ["婚姻法", "继承法", "民法通则", "收养法", "担保法", "合同法", "物权法", "侵权责任法", "民法总则"]
)
def test_the_civil_code_replaced_nine_laws(name: str) -> None:
    for title in (name, f"中华人民共和国{name}"):
        (finding,) = found(notice(f"依照《{title}》办理。", "2022年3月5日"), "CIT004")
        assert "2021-01-01" in finding.message and "民法典" in finding.message
        assert found(notice(f"依照《{title}》办理。", "2020年12月31日"), "CIT004") == []


@pytest.mark.parametrize(
    ("head", "silent"),
    [
        ("示市办发〔2019〕3号\n", True),
        ("示市办发〔2023〕3号\n", False),
        ("（2018年5月6日示例市人民政府令第3号公布）\n", True),
        ("（2018年5月6日公布　2023年5月6日修正）\n", False),
        ("二〇一九年三月五日\n", True),
        ("二〇二三年十一月十五日\n", False),
        ("", False),
    ],
)
def test_the_date_of_a_document_decides_whether_a_law_was_in_force(head: str, silent: bool) -> None:
    text = f"示例市管理意见\n{head}一、总体要求\n依照《合同法》办理。\n"
    assert (found(text, "CIT004") == []) is silent


@pytest.mark.parametrize(
    "sentence",
    [
        "《合同法》同时废止。",
        # A long list of what is repealed together.
        "一月五日发布的《合同法》、"
        + "".join(f"三月{n}日发布的《示例市第{n}号办法》、" for n in range(1, 9))
        + "同时废止。",
        "2018年签订的协议依照《合同法》办理。",
        "做好《民法典》与原《合同法》的衔接。",
        "《民法典》施行后，《合同法》不再适用。",
        "依照《示例省合同法实施办法》办理。",
    ],
)
def test_history_and_repeal_may_name_former_laws(sentence: str) -> None:
    assert found(sentence, "CIT004") == []


@pytest.mark.parametrize(
    ("cited", "meant"),
    [
        ("行政处罚法法", "中华人民共和国行政处罚法"),
        ("中华人名共和国行政处罚法", "中华人民共和国行政处罚法"),
        ("优化营商环境条列", "优化营商环境条例"),
        ("中华人民共和国行政许可", "中华人民共和国行政许可法"),
        ("中华人民共和国行政可许法", "中华人民共和国行政许可法"),
        ("中华人民共和森国林法", "中华人民共和国森林法"),
        ("中华人民共和国国电力法", "中华人民共和国电力法"),
        ("中华人民共和国城房市地产管理法", "中华人民共和国城市房地产管理法"),
        ("中华人民共和国突发事件应对发", "中华人民共和国突发事件应对法"),
        ("城市公公共交通条例", "城市公共交通条例"),
        ("政府信息公开", None),
        ("安全生产", None),
        ("示例市行政处罚条列", None),
        ("优化营境商环境条例", "优化营商环境条例"),
        ("示例省行政处罚条例", None),
        ("行政处罚法（2021年修订）", None),
        ("水法", None),
        ("化学危险品安全管理条例", None),
        ("危险化品学安全管理条例", "危险化学品安全管理条例"),
        ("反食品浪费法", None),
        (
            "最高人民法院关于审理环境权责任纠纷案件适用法律若干问题的解释",
            "最高人民法院关于审理环境侵权责任纠纷案件适用法律若干问题的解释",
        ),
        ("工作方法", None),
    ],
)
def test_a_name_in_which_one_character_is_wrong(cited: str, meant: str | None) -> None:
    messages = [d.message for d in found(f"依据《{cited}》办理。", "CIT003")]
    assert [meant in m for m in messages if meant] == ([True] if meant else []) and len(messages) == (meant is not None)


def test_articles_of_the_document_itself_are_counted_to_the_end() -> None:
    text = "示例市登记办法\n" + "".join(f"第{n}条 登记事项。\n" for n in "一二三四五")
    closing = "第六条 违反本办法第二条、第七条和第九条之一规定的，予以纠正。本办法自2024年1月1日起施行。\n"
    assert places(text + closing, "CIT006") == ["第七条", "第九条之一"]
    cut_off = "第六条 违反本办法第二条、第七条规定的，予以纠正。\n"
    assert places(text + cut_off, "CIT006") == []


@pytest.mark.parametrize(
    ("reference", "wrong"),
    [
        ("本办法第一条第二款", []),
        ("本办法第一条第三款", ["第一条第三款"]),
        ("本办法第二条第（二）项", []),
        ("本办法第二条第三项", ["第二条第三项"]),
        ("本办法第三条第九项", ["第三条第九项"]),
        ("《示例省登记办法》第八十条", []),
    ],
)
def test_paragraphs_and_items_of_an_article(reference: str, wrong: list[str]) -> None:
    text = (
        "示例市登记办法\n第一条 为了规范登记，制定本办法。\n登记不收费。\n"
        "第二条 有下列情形之一的，不予登记：\n（一）材料不全的；\n（二）内容不实的。\n"
        f"第三条 登记事项公开。\n第四条 违反{reference}规定的，予以纠正。\n第五条 本办法自2024年1月1日起施行。\n"
    )
    assert places(text, "CIT006", "statute") == wrong


def test_an_article_beyond_the_end_of_a_law() -> None:
    assert places("依据《民法典》第一千二百六十一条和《民法典》（2020年）第一千二百六十条办理。", "CIT007") == [
        "第一千二百六十一条"
    ]


def test_article_numbers_are_written_in_chinese_behind_a_title_only() -> None:
    text = "依据《行政处罚法》第33条第1款第2项办理，合同第5条、标准第4条除外。"
    (finding,) = found(text, "CIT008")
    assert apply_fixes(text, [finding]) == text.replace("第33条第1款第2项", "第三十三条第一款第二项")


def test_courts_cite_items_with_brackets() -> None:
    articles = "".join(f"第{n}条 登记事项。\n" for n in "一二三四")
    closing = "第五条 有第三条第（二）项情形的，不予登记。\n"
    assert places(f"示例市登记办法\n{articles}{closing}", "CIT009", "statute") == ["第（二）项"]
    assert places(f"最高人民法院关于登记问题的规定\n{articles}{closing}", "CIT009", "statute") == []


def test_a_number_that_was_introduced_with_its_title_may_stand_alone() -> None:
    alone = "落实示政发〔2023〕7号文件要求。"
    assert places(alone, "CIT002") == ["示政发〔2023〕7号"]
    assert places(f"落实《关于优化服务的通知》（示政发〔2023〕7号）。{alone}", "CIT002") == []


def test_each_part_of_a_document_defines_for_itself() -> None:
    definition = "窗口统一。\n示例市行政服务中心（以下简称中心）受理申请，中心公布结果。\n"
    other = "申请由示例市行政服务中心（以下简称中心）受理，中心公布结果。\n"
    assert places(definition + other, "CIT010") == ["中心"]
    assert places(definition + "示例市人民政府\n2024年3月5日\n" + other, "CIT010") == []
    assert places(definition + definition, "CIT010") == []


@pytest.mark.parametrize(
    ("reference", "wrong"),
    [
        ("（见附件2）", []),
        ("（见附件1至附件4）", ["附件4"]),
        ("（详见附件三）", ["附件三"]),
        ("按照省方案附件9填报", []),
    ],
)
def test_annexes_are_counted_where_they_stand(reference: str, wrong: list[str]) -> None:
    text = f"示例市方案\n一、任务安排\n按清单推进{reference}。\n附件1\n任务清单\n附件2\n责任分工表\n"
    assert places(text, "CIT011") == wrong
    assert places(text[: text.index("附件1\n")], "CIT011") == []


def test_a_day_of_effect_in_the_head_is_not_the_day_of_signature() -> None:
    body = "现将《示例市租赁管理办法》印发给你们，自2021年1月1日起施行。租赁依照《合同法》办理。"
    assert found(notice(body, "2020年12月5日"), "CIT004") == []


def test_an_abbreviation_that_a_line_end_divides_is_used() -> None:
    text = "示例市行政服务中心（以下简称服务中心）受理申请，由服务\n中心公布结果。\n"
    assert found(text, "CIT010") == []


def test_what_was_repealed_long_ago_is_told():
    body = "依照《企业职工伤亡事故报告和处理规定》上报。"
    (finding,) = found(notice(body, "2022年3月5日"), "CIT004")
    assert "2007-06-01" in finding.message and "《生产安全事故报告和调查处理条例》" in finding.message
    assert found(notice(body, "2006年3月5日"), "CIT004") == []


def test_a_stage_may_be_part_of_the_title_of_a_law():
    body = "依照《医疗机构制剂配制质量管理规范（试行）》{}检查。"
    assert found(notice(body.format("第五十一条第三项"), "2022年3月5日"), "CIT007") == []
    assert places(notice(body.format("第九十九条"), "2022年3月5日"), "CIT007") == ["第九十九条"]
