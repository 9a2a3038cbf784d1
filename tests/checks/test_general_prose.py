"""What general prose has and official texts seldom: names, sayings, words in their own order. None of it is a fault."""

import pytest

from tests.checking import places

RIGHT = (
    # What stands twice because the language has it so.
    ("TRM021", "去年年底动工，2024年年底完工，今年年初验收。"),
    ("TRM021", "一棵棵果树挂满果实，一箱箱蔬菜送到各家。"),
    ("TRM021", "天空碧蓝碧蓝的，大家想着想着就笑了。"),
    ("TRM021", "安全这根弦要绷得很紧很紧，松懈的时候要极少极少。"),
    ("TRM021", "请专家鉴定鉴定，也提醒提醒大家。"),
    ("TRM021", "示例出版署署长到会，原三军军部旧址已经修缮，选手捧走金鹿奖奖杯。"),
    ("TRM021", "干部一个村民小组一个村民小组地走访，采用上门、网上等等方式办理。"),
    # Two words, or a name, that hold what is often mistyped.
    ("TRM008", "出口服装定单已经签订，余下的还在洽谈。"),
    ("TRM008", "有关意见择要论列如下，供各组参考。"),
    ("TRM008", "有一批令外行人也信服的成果。"),
    ("TRM008", "不少干部参加，不少干活的群众也参加。"),
    ("TRM008", "各方共度难关，文集首发式在示例县文化馆举行。"),
    ("TRM008", "检察机关和广大检察干警全力支持，标牌必须用语正确、文字规范。"),
    ("TRM008", "餐具原浆经科学配制、模压成型，驻院值勤的医生每日巡查。"),
    ("TRM008", "出席的有：陈良、王作义、徐乐义、李建力。"),
    # Phrases that go on as they may.
    ("TRM001", "各部门要脚踏实地地推进，造福于两镇居民，以实绩开创新的局面。"),
    ("TRM001", "对违法者绳之以党纪国法，文章要有真实情感。"),
    ("TRM001", "这项工程举世注目，其变化引人瞩目，使人为之一怔。"),
    ("TRM053", "教育事业任重而道远，遇到缺斤又短两的摊位要及时劝导。"),
    # One's own, and what is told.
    ("OCR009", "安全生产与己无关的想法要不得，要以服务群众为己任。"),
    ("OCR009", "整改要抓两点：一曰求实，二曰求新。"),
    ("OCR009", "队长被一伙人围在门口，由他带人驻点排查。"),
    # Names of persons.
    ("TRM039", "示例大学洪银兴认为，这一做法值得推广。"),
    ("TRM039", "（示例市青山区范卫青）"),
    ("TRM039", "出席的有李芳、洪国藩、姚建年、过梅丽（女）。"),
    ("TRM039", "本刊记者郭嘉整理，广告部的单伟同志审核。"),
)


@pytest.mark.parametrize(("code", "text"), RIGHT)
def test_what_is_right_is_not_told(code: str, text: str) -> None:
    assert places(f"{text}\n", code) == []


WRONG = (
    ("TRM021", "加强对企业的的监管，落实落实责任。", ["的的", "落实落实"]),
    ("TRM021", "由市由市交通局负责，按照照规定办理，公公布结果。", ["由市由市", "照照", "公公"]),
    ("TRM008", "按照实施方安抓好落实，应当建力长效机制。", ["方安", "建力"]),
    ("TRM008", "列如，有的单位不够重视。", ["列如"]),
    ("TRM001", "推进新时代中国特社会主义建设。", ["中国特社会主义"]),
    ("OCR009", "我区己完成任务。", ["己"]),
)


@pytest.mark.parametrize(("code", "text", "wrong"), WRONG)
def test_what_is_wrong_is_told_all_the_same(code: str, text: str, wrong: list[str]) -> None:
    assert places(f"{text}\n", code) == wrong
