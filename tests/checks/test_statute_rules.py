"""LAW002–LAW010: how statutes are drafted."""

import pytest
from checking import apply_fixes, check

from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.worded import Worded
from lawcheck.text.source import Source

HEAD = "示例市登记办法\n第一条 为了规范登记，制定本办法。\n第二条 登记应当真实。\n第三条 登记机关公布结果。\n"
CLOSING = "第六条 本办法自2024年1月1日起施行。\n"


def found(text: str, code: str, kind: str = "statute") -> list[Worded]:
    return check(Source(text), Selection(select=[code]).rules(), kind=kind).diagnostics


def places(text: str, code: str, kind: str = "statute") -> list[str]:
    return [text[a:b] for d in found(text, code, kind) for a, b in d.spans]


def statute(*articles: str) -> str:
    return HEAD + "".join(f"{article}\n" for article in articles) + CLOSING


@pytest.mark.parametrize("code", [f"LAW{n:03}" for n in range(2, 11)])
def test_rules_on_statutes_are_silent_on_plans(code: str) -> None:
    text = "示例市实施方案\n一、主要任务\n第5条应该在五天内落实，罚款5000元，本办法自发布起执行。\n"
    assert found(text, code, "auto") == []


def test_most_articles_in_arabic_numerals_are_a_style_of_their_own() -> None:
    assert places(statute("第4条 登记不收费。", "第五条 登记机关负责解释。"), "LAW002") == ["第4条"]
    text = "".join(f"第{n}条 登记事项。\n" for n in range(1, 7))
    assert places(text, "LAW002") == []


def test_a_catalogue_behind_the_last_article_is_no_list_of_items() -> None:
    text = (
        statute("第四条 有下列情形之一的：\n（一）甲的；\n（二）乙的。", "第五条 登记不收费。")
        + "品种目录\n第一类\n1.甲\n2.乙\n"
    )
    assert places(text, "LAW002") == []


def test_the_fix_of_an_article_number_is_not_safe() -> None:
    (finding,) = found(statute("第4条 登记不收费。", "第五条 登记机关负责解释。"), "LAW002")
    assert finding.fix is not None and finding.fix.safety == "unsafe"
    assert "第四条 登记不收费" in apply_fixes(statute("第4条 登记不收费。"), [finding])


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("单位应该备案。", ["应该"]),
        ("登记必需按规定办理。", ["必需"]),
        ("保障必需经费，提供必需的材料。", []),
        ("机关理应公开。", []),
        ("登记必须真实，须经核准。", []),
    ],
)
def test_duties_are_expressed_by_one_word(sentence: str, wrong: list[str]) -> None:
    assert places(statute(f"第四条 {sentence}", "第五条 登记不收费。"), "LAW003") == wrong


def test_the_last_item_of_a_list_may_be_a_noun() -> None:
    items = "（一）伪造证件的；\n（二）拒绝核查的；\n（三）{}"
    for last, count in (("其他违法行为。", 0), ("冒用名义。", 1), ("首要分子。", 0)):
        text = statute("第四条 有下列行为之一的，予以注销：\n" + items.format(last), "第五条 登记不收费。")
        assert len(found(text, "LAW004")) == count, last


def test_bounds_are_compared_within_one_article_only() -> None:
    above, below = "面积五百平方米以上的，按年登记", "面积五百平方米以下的，按次登记"
    assert places(statute(f"第四条 {above}；{below}。", "第五条 登记不收费。"), "LAW005") == ["五百平方米以下的"]
    assert places(statute(f"第四条 {above}。", f"第五条 {below}。"), "LAW005") == []


def test_a_gap_between_brackets_names_both_places() -> None:
    text = statute("第四条 金额不足三千元的，免予登记；金额超过三千元的，按月登记。", "第五条 登记不收费。")
    (finding,) = found(text, "LAW005")
    assert "两档都不包括" in finding.message
    assert [text[r.start : r.end] for r in finding.related] == ["不足三千元的"]


def test_penalties_may_share_their_bound() -> None:
    text = statute("第四条 处三千元以下罚款；情节严重的，处三千元以上五千元以下罚款。", "第五条 登记不收费。")
    assert found(text, "LAW005") == []


def test_days_are_no_fault_where_nothing_else_is_counted() -> None:
    assert places(statute("第四条 三天内补正，十日内决定。", "第五条 登记不收费。"), "LAW006") == ["三天"]
    assert places(statute("第四条 三天内补正。", "第五条 每周营业不少于五天，十日内决定。"), "LAW006") == ["三天"]
    assert places(statute("第四条 三天内补正。", "第五条 登记不收费。"), "LAW006") == []


def test_arabic_numerals_throughout_are_a_style_of_their_own() -> None:
    mixed = "第四条 十日内核查，三十日内决定，五个工作日内公布，处{}罚款。"
    assert places(statute(mixed.format("2000元"), "第五条 登记不收费。"), "LAW007") == ["2000元"]
    text = statute("第四条 10日内核查，30日内决定，处2000元罚款。", "第五条 登记不收费。")
    assert places(text, "LAW007") == []


def test_dates_are_no_sums_and_no_limits() -> None:
    text = statute("第四条 十日内核查，三十日内决定，2024年5月1日前登记，误差不超过0.5元。", "第五条 登记不收费。")
    assert places(text, "LAW007") == []


@pytest.mark.parametrize(
    ("clause", "wrong"),
    [
        ("本办法自发布之日起施行。", []),
        ("本办法自印发之日起执行。", ["自印发之日起执行"]),
        ("本办法自公布起施行。", ["自公布起施行"]),
        ("本办法由示例市民政局负责解释。", [""]),
    ],
)
def test_the_day_of_effect_has_to_be_said(clause: str, wrong: list[str]) -> None:
    text = HEAD + f"第四条 登记不收费。\n第五条 登记机关建立档案。\n第六条 {clause}\n"
    assert places(text, "LAW008") == wrong


def test_the_date_of_an_amendment_makes_no_effect_too_early() -> None:
    note = "（2019年3月8日公布　根据2023年6月1日《示例市人民政府关于修改部分规章的决定》修正）\n"
    text = HEAD.replace("\n", "\n" + note, 1) + "第四条 登记不收费。\n第五条 本办法自2019年5月1日起施行。\n"
    assert found(text, "LAW008") == []


def test_interpretations_of_courts_need_no_clause_on_effect() -> None:
    text = "最高人民法院关于示例问题的规定\n" + "".join(f"第{n}条 登记事项。\n" for n in "一二三四五六")
    assert found(text, "LAW008") == []


def test_a_term_that_is_used_before_its_definition_is_used() -> None:
    used = statute("第四条 委托代办机构的，应当登记。", "第五条 本办法所称代办机构，是指接受委托的组织。")
    assert found(used, "LAW009") == []
    assert places(used.replace("委托代办机构的", "委托他人的"), "LAW009") == ["代办机构"]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("违反本规定的，予以纠正。", ["本规定"]),
        ("依照《示例省登记规定》“违反本规定的，予以纠正”处理。", []),
        ("这是登记的基本规定。", []),
        ("违反本办法规定的，予以纠正。", []),
    ],
)
def test_a_statute_calls_itself_by_its_title(sentence: str, wrong: list[str]) -> None:
    assert places(statute(f"第四条 {sentence}", "第五条 登记不收费。"), "LAW010") == wrong


AMENDED = [
    "示例市市容条例修正案\n第一条　第五条修改为：\n“第五条　单位应当保持门前整洁。”\n第二条　第九条修改为：\n"
    "“第九条　禁止随地吐痰。”\n第三条　删去第十二条。\n第四条　本修正案自公布之日起施行。\n",
    "示例市停车办法修改意见\n一、将第二条修改为：\n第二条 停车设施适用本办法。\n二、将第八条修改为：\n第八条 停车场"
    "应当公示标准。\n第九条 停车人应当缴费。\n三、将第十五条修改为：\n第十五条 公安机关负责道路停车。\n",
    "示例公司章程修订对照\n原第六条 注册资本为1000万元。\n现修改为：第六条 注册资本为2000万元。\n"
    "原第十三条 经营范围：供水。\n现修改为：第十三条 经营范围：供水、排水。\n原第二十条 股份总数为1000万股。\n",
    "第二十条修改为：\n“第二十条　申请人应当提交下列材料：\n　　（一）申请书；\n　　（二）身份证明。”\n"
    "　　第二十五条修改为：\n“第二十五条　主管部门应当在十日内作出决定。”\n　　第三十条第（二）项修改为：\n"
    "“（二）提供虚假材料的；”\n",
    "示例市节水办法修改方案\n增加一条，作为第十条：\n第十条 用水单位应当计量。\n"
    "增加一条，作为第二十条：\n第二十条 居民应当节水。\n",
]


@pytest.mark.parametrize("text", AMENDED)
def test_articles_that_an_amendment_words_anew_are_no_sequence(text: str) -> None:
    assert [found(text, code, "auto") for code in ("LAW001", "STR018", "STR002")] == [[], [], []]


def test_a_gap_in_a_statute_that_amends_nothing_is_one() -> None:
    text = HEAD + "第五条 登记机关应当保密。\n" + CLOSING
    assert [d.code for d in found(text, "LAW001")] == ["LAW001"]
