"""Short paragraphs, items and sentences that stand twice, and the many that may (STR012, STR019)."""

import pytest
from checking import places

HEAD = "示例区绿道建设方案\n为建好绿道，制定本方案。\n"
KEEPS = "绿道保洁每日两次，垃圾日产日清。"
LONG = "绿道沿线驿站、座椅、照明等设施由管护单位每月检查一次，发现损坏当日报修。"

TWICE = [
    ("STR012", f"{HEAD}1.{KEEPS}\n2.照明设施完好。\n3.{KEEPS}\n", [f"3.{KEEPS}"]),
    ("STR012", f"{HEAD}一、保洁\n{KEEPS}\n照明设施完好，按时开灯。\n{KEEPS}\n", [KEEPS]),
    ("STR012", "示例市绿化条例\n第一条　为了加强绿化，制定本条例。\n第一章　总则\n第二条　禁止攀折花木、损毁草坪。\n"
     "第二章　管护\n第三条　绿地应当养护。\n第四条　禁止攀折花木、损毁草坪。\n", ["第四条　禁止攀折花木、损毁草坪。"]),
    ("STR012", "示例区函\n现将情况函告如下：工程已完工。\n特此函告。\n特此函告。\n示例区水利局\n", ["特此函告。"]),
    ("STR012", "示例区通知\n各街道：\n请派员参加。\n示例区水利局\n2026年4月2日\n示例区水利局\n2026年4月2日\n",
     ["示例区水利局\n2026年4月2日"]),
    ("STR019", f"{HEAD}培训对象为在岗员工。培训对象为在岗员工。每季度一次。\n", ["培训对象为在岗员工。"]),
    ("STR019", f"{HEAD}一、东段\n全长三公里，已经建成。{LONG}\n二、西段\n全长五公里，正在建设。{LONG}\n", [LONG]),
    ("STR019", "示例市城市绿化条例\n示例市城市绿化条例\n第一条　为了加强绿化，制定本条例。\n", ["示例市城市绿化条例"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "expected"), TWICE, ids=range(len(TWICE)))
def test_what_cannot_be_said_twice_is_told(code: str, text: str, expected: list[str]) -> None:
    assert places(text, code) == expected


def test_what_is_copied_in_many_places_is_one_finding() -> None:
    said = [f"第{n}段的{LONG}" for n in "一二三四五"]
    text = HEAD + "".join(f"全长{n}公里，已经建成。{words}\n" for n, words in enumerate(said)) + "附注如下。\n"
    text += "".join(f"养护{n}公里，按月检查。{words}\n" for n, words in enumerate(said))
    assert places(text, "STR019") == said


ON_PURPOSE = [
    f"{HEAD}一、组长\n1.贯彻执行公司各项规章制度。\n2.组织生产。\n二、组员\n1.贯彻执行公司各项规章制度。\n2.服从安排。\n",
    f"{HEAD}一、问题\n绿道照明不足。\n整改情况：已整改到位，并建立长效机制。\n座椅破损。\n整改情况：已整改到位，并建立长效机制。\n",
    f"{HEAD}一、东段\n{KEEPS}\n二、西段\n{KEEPS}\n",
    f"{HEAD}东段管护\n{KEEPS}\n西段管护\n{KEEPS}\n",
    "示例登记表\n申请人签字：\n2026年  月  日\n申请人签字：\n2026年  月  日\n",
    f"{HEAD}东段：{LONG}\n西段：{LONG}\n",
    "示例区倡议书\n同学们，珍爱生命！珍爱生命！\n",
]


@pytest.mark.parametrize("text", ON_PURPOSE, ids=range(len(ON_PURPOSE)))
def test_what_may_be_said_again_is_right(text: str) -> None:
    assert places(text, "STR012") == places(text, "STR019") == []


def test_a_name_that_ends_in_a_number_is_no_heading() -> None:
    assert places("参会回执（一）\n姓名：\n单位：\n参会回执（二）\n姓名：\n单位：\n", "STR009") == []


def test_what_is_said_of_three_things_is_said_of_each() -> None:
    two = f"{HEAD}一、东段\n全长三公里，已经建成。{LONG}\n二、西段\n全长五公里，正在建设。{LONG}\n"
    assert places(two, "STR019") == [LONG]
    assert places(f"{two}三、中段\n尚未开工，今年内完成设计。{LONG}\n", "STR019") == []
