"""Slips and right text that looks like them: OCR009, DOC016, PUN011, TRM021, TRM008, NUM015 and NUM009."""

import pytest
from checking import check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

RULES = Selection(select=["OCR009", "DOC016", "PUN011", "TRM021", "TRM008", "NUM015", "NUM009"]).rules()


def places(text: str) -> list[str]:
    return [text[a:b] for each in check(Source(text + "\n"), RULES).diagnostics for a, b in each.spans]


@pytest.mark.parametrize(
    "text",
    [
        "窗口人员要以己度人，耐心解答。",
        "领导干部要以己率人、以己正人。",
        "不能以己之长比人之短。",
        "要修己安人、立己达人、成己成人。",
        "对孤寡老人视如己出。",
    ],
)
def test_oneself_in_sayings_is_not_misread(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize("text", ["各项任务己完成。", "人均支出己达人民币三千元。"])
def test_other_words_for_already_are_still_told(text: str) -> None:
    assert len(places(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("展期2026年6月1日（星期一）至6月14日（星期一）。", ["6月14日（星期一）"]),
        ("会期2026年6月1日（星期一）上午9:00至6月3日（星期二）。", ["6月3日（星期二）"]),
        ("开放日为2026年6月1日（星期一）、6月8日（星期一）和6月15日（星期三）。", ["6月15日（星期三）"]),
        ("展期2026年6月1日（星期一）至6月14日（星期日）。", []),
        ("会期2026年12月30日（星期三）至1月4日（星期一）。", []),
        ("区水利局2026年5月1日印发通知，6月14日（星期一）开会。", []),
    ],
)
def test_a_day_has_the_year_of_the_day_that_it_is_joined_to(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每村安排2000--3000元。", ["--"]),
        ("每场接待1800-2200人。", ["-"]),
        ("每村安排2000—3000元，见2023-2100号文件。", []),
        ("收录1840-1880页的内容，设备型号A2000-3000米。", []),
    ],
)
def test_an_amount_that_looks_like_a_year_is_an_amount(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("现印发给你们，请请认真组织实施。", ["请请"]),
        ("请请各单位抓好落实。", ["请请"]),
        ("加班时间由部门负责人核定核定后报送。", ["核定核定"]),
        ("名单经审定审定后公布。", ["审定审定"]),
        ("提交申请请示，发出邀请请柬，如需请假应当申请请假条，宴请请注明人数，如需代请请登记，报请请批准。", []),
        ("由税务部门核定核定额，双方移交移交书，汇报汇报稿的内容。", []),
    ],
)
def test_words_that_stand_twice(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("坚持政府引导、市场运做。", ["运做"]),
        ("健全规范运做机制。", ["运做"]),
        ("春运做好服务，客运做大做强，货运做细，搬运做到轻放，航运做强，联运做优。", []),
    ],
)
def test_zuo_of_running(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王某  138000011112\n李某  13800001112\n赵某  13800001113", ["138000011112"]),
        ("王某：13800001111\n李某：1380000112\n赵某：13800001113", ["1380000112"]),
        ("各社区联系电话\n东村：88886693\n西村：8888669\n南村：88886696", ["8888669"]),
        ("王某：13800001111\n李某：88886666\n赵某：13800001113", []),
        ("王某  1380000111\n李某  1380000112\n赵某  1380000113", []),
        ("各社区人口\n东村：88886693\n西村：8888669\n南村：88886696", []),
        ("各社区联系电话\n东村：88886693\n西村：7777669\n南村：88886696", []),
        ("联系电话：88886666\n各村人口\n东村：88886693\n西村：8888669\n南村：88886696", []),
        ("王某  13800001111\n李某  1380000112", []),
    ],
)
def test_the_odd_one_in_a_list_of_telephones(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("落实“五个一批”要求（新建一批、改造一批、盘活一批、关停一批）。", ["“五个一批”"]),
        ("对照“四个到位”目标：认识到位、责任到位、措施到位。", ["“四个到位”"]),
        ("落实“四个一批”要求（新建一批、改造一批、盘活一批、关停一批）。", []),
        ("落实“五个一批”要求（新建一批、改造一批、盘活一批等）。", []),
    ],
)
def test_slogans_with_a_word_behind_them(text: str, expected: list[str]) -> None:
    assert places(text) == expected
