"""The rules on single characters, signs, numbers, names and phrases, as users see their findings."""

import random
from collections.abc import Callable

import pytest
from checking import apply_fixes, check
from timing import grows_linearly

from lawcheck.checks.engine import check_of
from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.worded import Worded
from lawcheck.structure.document import Document
from lawcheck.structure.frame import Extent, Frame
from lawcheck.structure.kinds import Kind
from lawcheck.text.file_format import PLAIN
from lawcheck.text.source import Source
from lawcheck.text.view import View

TEXT_RULES = ("PUN", "NUM", "CIT", "TRM", "DOC", "TGT008", "OCR004", "OCR005", "OCR006", "OCR007", "OCR010")


def found(text: str, code: str, kind: str = "auto") -> list[Worded]:
    return check(Source(text), Selection(select=[code]).rules(), kind=kind).diagnostics


def places(text: str, code: str) -> list[str]:
    return [text[a:b] for d in found(text, code) for a, b in d.spans]


def test_half_width_signs_of_a_document_are_one_finding_with_one_fix() -> None:
    text = "一、总体要求\n坚持依法行政,优化服务;健全机制(含制度)。\n二、主要任务\n推进改革:简政放权,放管结合。\n"
    (finding,) = found(text, "PUN001")
    assert finding.message == "中文里用了半角标点“, ; () :”，应为“， ； （） ：”，共 6 处"
    assert len(finding.occurrences) == 6
    assert apply_fixes(text, [finding]) == text.translate(str.maketrans(",:;()", "，：；（）"))


def test_the_comma_of_an_ordinal_is_left_to_the_rule_on_ordinals() -> None:
    text = "一、主要任务\n1.健全制度。\n2,加强培训。\n3.严格考核。\n"
    assert found(text, "PUN001") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("推进“一业一证“改革，落实“一件事”要求。", [7]),
        ("推进”一业一证”改革，落实“一件事”要求。", [2]),
        ("推进“一业一证改革。\n落实“一件事”要求。", [2]),
        ("健全机制。推进一业一证”改革。\n落实“一件事”要求。", [5]),
        ("“甲”“乙”“丙“，“丁”。", [8]),
    ],
)
def test_the_quotation_mark_that_is_wrong_or_its_clause_is_named(text: str, wrong: list[int]) -> None:
    assert [d.start for d in found(text, "PUN002")] == wrong


@pytest.mark.parametrize(
    "text",
    [
        "修改为：“第三条　档案馆应当开放档案。\n“有下列情形的除外：\n“（一）涉密的；\n“（二）其他。”\n落实“一件事”。",
        "强调“要落实“一岗双责”制度”，推进“一件事”。",
    ],
)
def test_quotations_over_paragraphs_and_within_quotations_are_silent(text: str) -> None:
    assert found(text, "PUN002") == []


def test_a_lost_title_mark_is_looked_for_up_to_the_end_of_the_clause() -> None:
    text = "根据《示例市档案条例和《示例市保密办法》，制定本方案。"
    assert places(text, "PUN003") == ["《示例市档案条例和"]
    assert found(text, "PUN003")[0].message == "《 后面缺少与它配对的一半"


def test_bracket_notes_may_run_over_lines_but_not_for_ever() -> None:
    assert found("（2001年通过\n2011年修正\n2021年修订）", "PUN003") == []
    assert places("（2001年通过\n" + "正文。\n" * 30 + "完）", "PUN003") == ["（2001年通过", "完）"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实施方案（20212025年）", ["20212025年"]),
        ("实施方案(20212035)", ["20212035"]),
        ("20252021年", []),
        ("编号20212025", []),
        ("A20212025年", []),
        ("20210305年检", []),
    ],
)
def test_years_run_together(text: str, expected: list[str]) -> None:
    assert places(text, "NUM002") == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("严格执行示例省档案条例和示例市档案馆管理办法。", ["示例省档案条例", "示例市档案馆管理办法"]),
        ("根据示例市档案工作计划（2021—2025年）要求", ["示例市档案工作计划（2021—2025年）"]),
        ("遵守档案查阅管理办法（试行）。", ["档案查阅管理办法（试行）"]),
        ("依据中华人民共和国档案法和有关规定，", ["中华人民共和国档案法"]),
        ("落实国务院办公厅关于加强档案馆建设的意见，", ["国务院办公厅关于加强档案馆建设的意见"]),
        ("贯彻落实《示例省档案条例》，按照省、市有关规定执行。", []),
        ("按照本办法和相关管理办法的规定，落实国家关于档案的规定。", []),
        ("根据各市县制定的实施方案，落实工作方案和应急预案。", []),
        ("遵守宪法和法律法规，依据中华人民共和国宪法，", []),
        ("依据安全生产法、食品安全法和城镇燃气管理条例开展检查。", ["城镇燃气管理条例"]),
        ("依据中华人民共和国安全生产法和食品安全法第四条开展检查。", ["中华人民共和国安全生产法", "食品安全法"]),
        ("按照上级部门关于档案保管的意见办理。", []),
    ],
)
def test_names_without_title_marks(text: str, names: list[str]) -> None:
    assert places(text, "CIT001") == names


def test_a_statute_may_repeat_a_name_without_title_marks() -> None:
    text = "第一条 根据《档案开放管理条例》，制定本办法。\n第二条 违法的，依照档案开放管理条例处罚。\n"
    assert found(text, "CIT001", kind="statute") == []
    assert len(found(text, "CIT001", kind="plan")) == 1


def test_national_plans_are_known_with_all_their_periods() -> None:
    wrong = "落实《中国妇女发展纲要（2021—2035年）》。"
    assert places(wrong, "CIT005") == ["2021—2035年"]
    assert "2011—2020年、2021—2030年" in found(wrong, "CIT005")[0].message
    for right in (
        "《中国妇女发展纲要（2011—2020年）》",
        "《中国妇女发展纲要(2021-2030年)》",
        "《示例省法治政府建设实施纲要（2022—2026年）》",
    ):
        assert found(right, "CIT005") == []


PLAN = "示例区档案工作实施方案（2023—2025年）\n一、总体要求\n坚持依法管理。\n二、主要任务\n1.健全制度。\n2.加强培训。\n"


def test_the_period_of_the_title_is_compared_with_that_of_a_shared_file_name() -> None:
    name = "示例区档案工作实施方案（2021—2025年）.docx"
    line = f"《{name}》由会员分享，可在线阅读，更多相关《{name}（12页珍藏版）》请在文库网上搜索。\n"
    text = line + PLAN
    (finding,) = found(text, "TGT008")
    assert text[finding.start : finding.end] == "2023—2025年"
    assert finding.message == "标题中的规划期“2023—2025年”与文件名中的“2021—2025年”不一致，请核定"
    assert found(line.replace("2021", "2023") + PLAN, "TGT008") == []


def test_the_period_of_a_cited_plan_is_not_that_of_the_document() -> None:
    assert found(PLAN + "根据《示例市档案工作实施方案（2021—2025年）》执行。\n", "TGT008") == []
    (finding,) = found(PLAN + "修订示例区档案工作实施方案（2021—2025年）。\n", "TGT008")
    assert finding.related[0].message == "标题中的规划期"


@pytest.mark.parametrize(
    ("damaged", "phrase"),
    [
        ("深化“放菅服”改革", "放管服"),
        ("推进“双随机、一公开”监管，优化营商环竟。", "营商环境"),
        ("全面推行一网通力。", "一网通办"),
        ("做到“两个维沪”。", "两个维护"),
        ("推动高质晕发展。", "高质量发展"),
    ],
)
def test_a_phrase_with_one_misread_character(damaged: str, phrase: str) -> None:
    (finding,) = found(damaged, "TRM001")
    assert phrase in finding.message
    assert phrase in apply_fixes(damaged, [finding])


@pytest.mark.parametrize(
    "text",
    [
        "应核尽核、人随岗转、费随岗转，落实“五个中心一张表”。",
        "“三个全面”“两个全覆盖”“五个维护好”，“最多跑一地”。",
        "有关部门推进实施，主动公开，不作为的依法处理；每袋一公斤。",
        "搞“一人堂”，不搞“大水漫灌”。",
    ],
)
def test_local_coinages_and_everyday_words_are_no_damaged_phrases(text: str) -> None:
    assert found(text, "TRM001") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加强领导O落实责任。", ["O"]),
        ("加强领导O\n落实责任。", ["O"]),
        ("自20l6年起，到2O25年", ["20l6", "2O25"]),
        ("共15O万元，完成9O%", ["15O", "9O"]),
        ("评为А级，获CО₂证", ["А", "О"]),
        ("甲O乙、O型血、A股、H股、C位、T台、X光、B超、Ⅱ级、I类、5G、4K、O2O、K12", []),
        ("二O二五年，α粒子，Москва，型号HX20l5", []),
    ],
)
def test_letters_that_look_like_something_else(text: str, expected: list[str]) -> None:
    assert places(text, "OCR007") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不搞“一刀切”口日D牵头单位：区档案局", ["口日D"]),
        ("推进氵亠建设", ["氵亠"]),
        ("推进^|~建设", ["^|~"]),
        ("推进法治□府建设", ["□"]),
        ("□是□否，选择□甲类□乙类", []),
        ("“一网通办”口岸联检，“首站”至T3航站楼，**重点**，A_B", []),
    ],
)
def test_runs_that_say_nothing(text: str, expected: list[str]) -> None:
    assert places(text, "OCR010") == expected


def test_invisible_characters_are_named_by_sort() -> None:
    messages = [d.message for d in found("法\u200b治\ufffd政\ue000府", "OCR004")]
    assert len(messages) == 3
    assert any("U+FFFD" in m for m in messages) and any("U+E000" in m for m in messages)
    assert found("👩\u200d💻", "OCR004") == []


def test_every_radical_is_replaced_by_a_character_outside_its_block() -> None:
    text = "".join(map(chr, range(0x2F00, 0x2FD6)))
    fixed = apply_fixes(text, found(text, "OCR005"))
    assert len(fixed) == 214
    assert not any(0x2E80 <= ord(c) <= 0x2FDF for c in fixed)


def test_indents_and_full_width_punctuation_are_no_odd_characters() -> None:
    assert found("\u3000\u3000（一）总体要求，①②。\n\u00a0\u00a0第二段\u00a0\n", "OCR006") == []
    assert places("第２条\u00a0档案", "OCR006") == ["２", "\u00a0"]
    # The zero of a year in Chinese numerals is a matter of its own (NUM007).
    assert found("从二０一三年九月十八日起施行。\n", "OCR006") == []


RULES = [rule for rule in Selection(select=["ALL"]).rules() if rule.code.startswith(TEXT_RULES)]
ALPHABET = (
    "一二法治政府，。：；、（）()《》“”〈〉\n\t\u00a0\u3000OolI015年%□口土氵\ufffd\u200b⽂２,:;?关于的意见条例"
    "根据落实和市省20212025—"
)


@pytest.mark.parametrize("seed", range(20))
def test_any_text_is_checked_without_a_crash_and_inside_its_bounds(seed: int) -> None:
    rng = random.Random(seed)
    text = "".join(rng.choice(ALPHABET) for _ in range(rng.choice([1, 7, 60, 900])))
    for diagnostic in check(Source(text), RULES).diagnostics:
        assert diagnostic.code != "LAW000", diagnostic.message
        assert all(0 <= a <= b <= len(text) for a, b in diagnostic.spans)


HOSTILE: list[Callable[[int], str]] = [
    lambda n: "“" * n,
    lambda n: "“”" * (n // 2) + "“",
    lambda n: "(" * (n // 2) + "》" * (n // 2),
    lambda n: "《" * n,
    lambda n: "（\n" * (n // 2),
    lambda n: "\u00a0" * n,
    lambda n: "根据市" * (n // 3),
    lambda n: "环境" * (n // 2),
    lambda n: "0O" * (n // 2),
    lambda n: "口" * n,
    lambda n: "20212025" * (n // 8),
    lambda n: "要" * n,
    lambda n: "并进一步" * (n // 4),
]


@pytest.mark.growth
@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_time_grows_no_faster_than_the_text(hostile: Callable[[int], str]) -> None:
    def run(size: int) -> int:
        document = Document(View(hostile(size)), Kind.PLAN, PLAIN, (), Frame(None, Extent(0, 0)), ())
        return sum(1 for rule in RULES for _ in check_of(rule)(document))

    assert grows_linearly(run, 3_000)
