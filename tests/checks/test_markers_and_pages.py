"""Ordinals that are doubled, of another set or parted from their text; pages in sentences; contents; copies."""

import pytest
from checking import check

from lawcheck import check_text, fix_text
from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

CODES = [
    *(f"STR0{n:02}" for n in (1, 2, 3, 4, 5, 6, 7, 9, 12, 14, 22, 23)),
    *("LAW001", "NUM009", "OCR011", "OCR013", "TRM021"),
]
PLAN = """示例市绿道建设方案

为建设绿道，方便群众健身，制定本方案。
一、建设目标
到2027年，建成环城绿道。
二、建设任务
（一）编制规划
按照先急后缓、先易后难的顺序，统筹布局各条绿道，分期组织实施，方便群众就近使用。
（二）组织施工
1.选好队伍。公开招标，择优选择。
2.管好质量。专人监理，每周通报。
3.抓好安全。落实责任，消除隐患。
（三）开展验收
完工一段，验收一段。
三、建设保障
多方筹措资金，按时拨付到位。
四、附则
本方案自印发之日起施行。
"""
RULES = """示例市绿道管理办法

第一章　总则
第一条　为了管好绿道，制定本办法。
第二条　本办法适用于本市的绿道。
第三条　绿道管理遵循方便群众的原则。
第二章　巡查养护
第四条　绿道每周巡查一次，并做好记录。
第三章　附则
第五条　本办法自2026年5月1日起施行。
"""


def told(text: str) -> set[str]:
    """The codes of all that is found."""
    return {d.code for d in check(Source(text), Selection(select=CODES).rules(), "auto").diagnostics}


def places(text: str, code: str) -> list[str]:
    """What a rule marks."""
    diagnostics = check(Source(text), Selection(select=[code]).rules(), "auto").diagnostics
    return [text[start:end] for d in diagnostics for start, end in sorted(d.spans)]


def replaced(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_the_right_texts_are_left_alone() -> None:
    assert told(PLAN) == told(RULES) == set()


DOUBLED = [
    *((PLAN, "三、建", head) for head in ("三、三、建", "三、 三、建", "三、3.建", "三、（三）建")),
    *((PLAN, "（二）组", head) for head in ("（二）（二）组", "（二）(二)组", "（二）二、组", "二（二）组")),
    *((PLAN, "2.管", head) for head in ("2.2.管", "2. 2.管", "2.2、管", "2.2管")),
    *((RULES, "第三条　绿", head) for head in ("第三条 第三条　绿", "第三条第三条　绿", "第三条　三、绿")),
    *((RULES, "第三条　绿", head) for head in ("第第三条　绿", "第三条条　绿", "第三条　第四条　绿")),
]


@pytest.mark.parametrize(("text", "old", "new"), DOUBLED)
def test_an_ordinal_that_stands_twice_is_told_once(text: str, old: str, new: str) -> None:
    assert "STR022" in told(replaced(text, old, new))
    assert not {"STR009", "TRM021"} & told(replaced(text, old, new))


@pytest.mark.parametrize(("old", "new"), [("2.管", "2.、管"), ("2.管", "2..管"), ("三、建", "三、.建")])
def test_two_points_behind_an_ordinal_become_one(old: str, new: str) -> None:
    text = replaced(PLAN, old, new)
    assert told(text) == {"STR022"}
    assert fix_text(text, select=CODES) == PLAN


@pytest.mark.parametrize(
    "line",
    [
        "二、二、三产业融合发展。",
        "1.1、2号楼由街道管理。",
        "（一）（二）项所列费用由街道承担。",
        "第五条第五条款项由街道说明。",
        "1.2.3项说明见附表。",
    ],
)
def test_what_only_looks_doubled_is_left_alone(line: str) -> None:
    assert "STR022" not in told(PLAN + line + "\n")


STRANGE = [
    *(("2.管", head) for head in ("②管", "（2）管", "⑵管", "⒉管", "2）管")),
    *(("（二）组", head) for head in ("㈡组", "（2）组", "2.组")),
    *(("三、建", head) for head in ("（三）建", "㈢建", "3、建", "叁、建")),
]


@pytest.mark.parametrize(("old", "new"), STRANGE)
def test_an_ordinal_of_another_set_is_told_as_that(old: str, new: str) -> None:
    assert told(replaced(PLAN, old, new)) == {"STR005"}


@pytest.mark.parametrize("new", ["2·管", "2•管", "2。管", "2：管", "2；管", "2-管"])
def test_a_strange_sign_behind_a_figure_is_told_as_that(new: str) -> None:
    assert told(replaced(PLAN, "2.管", new)) == {"STR007"}


@pytest.mark.parametrize("new", ["三。建", "三；建", "三·建", "三 建", "三建"])
def test_a_strange_sign_behind_a_numeral_is_told_as_that(new: str) -> None:
    text = replaced(PLAN, "三、建", new)
    assert told(text) == {"STR007"}
    assert fix_text(text, select=CODES) == PLAN


@pytest.mark.parametrize(
    ("old", "new"), [("一、建设目", "一建设目"), ("四、附", "四附"), ("1.选", "1·选"), ("3.抓", "3·抓")]
)
def test_the_first_and_the_last_of_a_list_may_lack_their_sign(old: str, new: str) -> None:
    text = replaced(PLAN, old, new)
    assert told(text) == {"STR007"}
    assert fix_text(text, select=CODES) == PLAN


@pytest.mark.parametrize(
    "line", ["五保供养", "五级联动抓落实", "六安茶园", "五是要求", "五、建设规模为五公里。五级验收"]
)
def test_a_word_behind_the_last_of_a_list_is_no_ordinal(line: str) -> None:
    assert "STR007" not in told(PLAN + line + "\n")


def test_a_list_below_is_none_of_another_set() -> None:
    text = replaced(PLAN, "三、建设保障\n", "")
    assert "STR005" not in told(text)
    assert "STR002" in told(text)


IN_SENTENCES = ["— 3 —", "—3—", "-3-", "－3－", "第 3 页 共 12 页", "第3页共12页", "·3·", "Page 3 of 12"]
IN_LINES = ["\n— 3 —\n", "\n共12页 第3页\n", "\nPage 3\n", "\n示例市绿道建设方案\n", "\n示例市绿道建设方案 第3页\n"]


@pytest.mark.parametrize("page", [*IN_SENTENCES, *IN_LINES, " 示例市绿道建设方案 ", "示例市绿道建设方案第3页"])
def test_a_page_number_or_head_in_a_sentence_is_told(page: str) -> None:
    text = replaced(PLAN, "统筹布局各条绿道", f"统筹布{page}局各条绿道")
    assert [part.strip() for part in places(text, "OCR013")] == [page.strip()]


@pytest.mark.parametrize("page", ["— 3 —", "-3-", "第3页 共12页"])
def test_a_page_number_behind_a_sentence_is_told(page: str) -> None:
    assert places(replaced(PLAN, "公开招标，择优选择。", f"公开招标，择优选择。{page}"), "OCR013") == [page]


@pytest.mark.parametrize(
    "words",
    [
        "详见第3页共12页说明",
        "使用2—苯基—3—丁酮",
        "依照本市的示例市绿道建设方案要求",
        "全长3—5公里",
        "（第3页）所列各条",
    ],
)
def test_what_only_looks_like_a_page_is_left_alone(words: str) -> None:
    assert places(replaced(PLAN, "统筹布局各条绿道", f"统筹布局各条绿道，{words}"), "OCR013") == []


PARTED = [
    (PLAN, "（三）开", "（三）\n开"),
    (PLAN, "三、建", "三、\n\n建"),
    (PLAN, "2.管", "2.\n管"),
    (PLAN, "就近使用。\n（二）组", "就近使用。（二）\n组"),
    (RULES, "第三条　绿", "第三条\n绿"),
    (RULES, "第三条　绿", "第三条 \n　　绿"),
    (RULES, "制定本办法。\n第二条　本", "制定本办法。第二条\n本"),
    (RULES, "养护\n第四条　绿", "养护第四条\n绿"),
]


@pytest.mark.parametrize(("text", "old", "new"), PARTED)
def test_an_ordinal_parted_from_its_text_is_set_beside_it(text: str, old: str, new: str) -> None:
    assert told(replaced(text, old, new)) == {"STR023"}
    assert fix_text(replaced(text, old, new), select=CODES) == text


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [(RULES, "第三条　", "第三\n条　"), (RULES, "第三条　", "第\n三条　"), (PLAN, "2.管", "2\n.管")],
)
def test_a_line_end_within_an_ordinal_is_told(text: str, old: str, new: str) -> None:
    assert told(replaced(text, old, new)) == {"OCR011"}


def test_a_document_may_set_all_its_ordinals_apart() -> None:
    assert told(RULES.replace("条　", "条\n")) == set()


ENTRIES = "一、建设目标……1\n二、建设任务……2\n三、建设保障……5\n四、附则……6\n"
WITH_CONTENTS = replaced(PLAN, "方案\n", f"方案\n\n目录\n{ENTRIES}")


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("二、建设任务……2", "三、建设任务……2", ["三、建设任务……2"]),
        ("三、建设保障……5", "建设保障……5", ["建设保障……5"]),
        ("三、建设保障……5", "三、建设保障……1", ["三、建设保障……1"]),
        ("三、建设保障……5", "三、建设保障……", ["三、建设保障……"]),
        ("二、建设任务……2\n", "二、建设任务……2\n二、建设任务……2\n", ["二、建设任务……2"]),
        ("二、建设任务……2\n三、建设保障……5\n", "三、建设保障……5\n二、建设任务……2\n", ["二、建设任务……2"]),
        ("四、附则……6", "四、附则……6", []),
        ("四、附则……6", "四、附则……5", []),
    ],
)
def test_the_order_of_a_table_of_contents(old: str, new: str, marked: list[str]) -> None:
    assert places(replaced(WITH_CONTENTS, old, new), "STR014") == marked


LIST = "示例街道检查通知\n\n各社区：\n请检查下列事项：\n"
THINGS = ("台账", "制度", "器材", "人员", "标识", "预案", "通道", "照明", "值班")


def listed(*numbers: int) -> str:
    return LIST + "".join(f"{n}.{thing}是否齐全。\n" for n, thing in zip(numbers, THINGS, strict=False))


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("以上四项内容每月检查一次。", ["四项"]),
        ("上述六方面工作由各社区负责。", ["六方面"]),
        ("以上五项内容每月检查一次。", []),
        ("以上三项中的第二项每月检查一次。", []),
        ("示例街道等上述四个社区每月检查一次。", []),
    ],
)
def test_a_count_behind_a_list(line: str, marked: list[str]) -> None:
    assert places(listed(1, 2, 3, 4, 5) + line + "\n", "NUM009") == marked


def test_rows_of_a_table_that_differ_in_their_number_alone() -> None:
    head = "示例区任务分工表\n\n| 序号 | 任务 | 责任单位 |\n| --- | --- | --- |\n"
    rows = "| 1 | 改造示例小区 | 区住建局 |\n| 2 | 建设口袋公园 | 区园林局 |\n| 3 | 改造示例小区 | 区住建局 |\n"
    for text, times in ((rows, 1), (rows.replace("3 | 改造", "3 | 新建"), 0)):
        found = check_text(head + text, path="示例.md", select=["STR012"]).files[0].diagnostics
        assert len(found) == times
