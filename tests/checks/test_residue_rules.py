"""The rules on what encodings, recognition and other formats leave in a text."""

import random
from functools import cache

import pytest
from checking import apply_fixes, check
from timing import grows_linearly

from lawcheck.checks.engine import check_of
from lawcheck.pipeline import parse
from lawcheck.reading.formats import MARKDOWN
from lawcheck.rulebook.registry import Selection
from lawcheck.rulebook.rule import Rule
from lawcheck.rulebook.worded import Worded
from lawcheck.structure.document import Document
from lawcheck.text.file_format import PLAIN, FileFormat
from lawcheck.text.source import Source

RULES = Selection(select=["PUN", "NUM", "DOC", "OCR003", "OCR008", "OCR012", "OCR014", "STR010"]).rules()


def found(text: str, code: str, format_: FileFormat = PLAIN) -> list[Worded]:
    return check(Source(text, format=format_), Selection(select=[code]).rules()).diagnostics


def places(text: str, code: str) -> list[str]:
    return [text[a:b] for d in found(text, code) for a, b in d.spans]


@pytest.mark.parametrize("encoding", ["gbk", "latin-1", "cp1252"])
def test_text_in_a_wrong_encoding_is_restored(encoding: str) -> None:
    right = "依法行政优化政务服务"
    garbled = right.encode().decode(encoding, "ignore" if encoding == "cp1252" else "strict")
    if encoding == "cp1252":
        garbled = "æ³•å¾‹"
        right = "法律"
    text = f"前文，{garbled}，后文"
    (finding,) = found(text, "OCR003")
    assert text[finding.start : finding.end] == garbled
    assert apply_fixes(text, [finding]) == f"前文，{right}，后文"


@pytest.mark.parametrize("right", ["文件管理要求如下，按月上报。", "各单位要加强管理"])
def test_gb_text_read_as_latin_is_restored(right: str) -> None:
    text = f"前文，{right.encode('gb2312').decode('latin-1')}，后文"
    assert apply_fixes(text, found(text, "OCR003")) == f"前文，{right}，后文"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("PM_{2.5}、SO_2、PM_10浓度", ["_{2.5}", "_2", "_10"]),
        ("面积300m^2、20km^{2}，10^4立方米", ["^2", "^{2}", "^4"]),
        ("[color=red]重要[/color]通知", ["[color=red]", "[/color]"]),
        (
            "见错误!未定义书签。，Error! Reference source not found.",
            ["错误!未定义书签。", "Error! Reference source not found."],
        ),
        (
            "合计#DIV/0!，姓名[object Object]，比例NaN，链接javascript:void(0)",
            ["#DIV/0!", "[object Object]", "NaN", "javascript:void(0)"],
        ),
        ("加强(cid:12)理", ["(cid:12)"]),
        ("字段PM_25x、user_2、x^2、a_1，参见[1][a]，undefined_name，N/A，#1", []),
        ("单元格显示“#N/A”时请核对，错误信息要及时更正。", []),
    ],
)
def test_marks_of_other_formats_are_found(text: str, marks: list[str]) -> None:
    assert places(text, "OCR014") == marks


@pytest.mark.parametrize(
    "text",
    [
        "涓滴之恩，浣溪沙",
        "牽頭單位：示例州司法局，鋼鐵、銀行、錢幣",
        "Café Ångström naïve São Île-d’Yeu ÄÖÜäöüß ÆØÅæøå",
        "××××年××月，×××÷÷±±°°§§",
        "网页显示锟斤拷等乱码",
    ],
)
def test_rare_characters_and_accents_are_no_garbled_text(text: str) -> None:
    assert found(text, "OCR003") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("进-步落实", "进一步落实"),
        ("统—部署", "统一部署"),
        ("唯ー标识", "唯一标识"),
        ("推进城乡-体化", "推进城乡一体化"),
        ("2021一2025年", "2021—2025年"),
        ("传统—现代", "传统—现代"),
        ("企业—园区—城市", "企业—园区—城市"),
        ("第——位", "第——位"),
    ],
)
def test_a_dash_in_a_word_is_the_numeral(text: str, right: str) -> None:
    assert apply_fixes(text, found(text, "OCR008")) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("加强领导&nbsp;统筹协调", "加强领导 统筹协调"),
        ("加强领导&ldquo;一窗&rdquo;", "加强领导“一窗”"),
        ("<p class='a'>加强领导</p>", "加强领导"),
        ("目标PAGEREF _Toc12345678 \\h", "目标"),
        ("**加强领导**", "加强领导"),
        ("R&D投入、AT&T;公司", "R&D投入、AT&T;公司"),
        ("标签“<br>”表示换行", "标签“<br>”表示换行"),
        ("5<6，7>3", "5<6，7>3"),
    ],
)
def test_left_over_markup_is_removed(text: str, right: str) -> None:
    assert apply_fixes(text, found(text, "OCR014")) == right


def test_the_markup_of_a_markdown_file_is_its_own() -> None:
    assert found("## 一、总体要求\n\n**加强领导**\n", "OCR014", MARKDOWN) == []


def test_spaces_of_layout_are_left_alone() -> None:
    row = "示例市财政局　　张三丰　　绿化、造林　　示例路，一号。"
    joint = "根据《中共示例市委员会办公厅 示例市人民政府办公厅关于绿化的意见》，制定本方案。"
    assert places(f"{row}\n{joint}\n第一条　为了加强管理，制定本办法。\n总　则\n", "OCR012") == []
    assert places("根据市委办公厅有关意见和要求，制定 本方案。\n", "OCR012") == [" "]


PIECES = [
    *(
        "“《",
        "“甲“乙”丙”",
        "《甲《乙》丙》",
        '"甲',
        "1-2人",
        "。，",
        "……等",
        "甲 乙，",
        "附件：甲。\n",
        "：一是二是",
        "&nbsp",
        "鐨涓",
    ),
    *(
        "（一）甲；",
        "三项：（一）甲；（二）乙。",
        "2021年13月",
        "3千",
        "示发[2024]5号",
        "一、甲。\n",
        "ÀÀ",
        "、等",
        "--",
    ),
]


MIXED = "".join(random.Random(7).choices(PIECES, k=300))


@cache
def hostile(text: str, copies: int) -> Document:
    return parse(Source(text * copies))


@pytest.mark.growth
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_time_is_linear_on_hostile_text(rule: Rule) -> None:
    for text, size in ((MIXED, 1), *((piece, 500) for piece in PIECES)):
        assert grows_linearly(lambda copies, text=text: list(check_of(rule)(hostile(text, copies))), size)


@pytest.mark.parametrize(
    "text",
    [
        "联系方式。联系人：示例区安委办综合协调科 李某某；联系电话：12345678。\n",
        "示例区干部群众热议政府工作报告 以奋勇争先之姿，乘势而为\n各镇要抓好落实。\n",
        "示例区绿道建设投资集团有限公司 第三次监事会会议决议公告 本公司监事会保证内容真实、准确，并承担责任。\n",
    ],
)
def test_blanks_of_contacts_headlines_and_titles_are_meant(text: str) -> None:
    found = check(Source(text), Selection(select=["OCR012"]).rules()).diagnostics
    assert found == []


def test_a_blank_of_a_scan_may_be_a_lost_stop_and_goes_away_by_hand_alone() -> None:
    rules = Selection(select=["OCR012"]).rules()
    lost = "经调查认定，4起事故均为责任事故 这4起事故反映出责任制不落实，管理不严。\n"
    parted = "经调查认定，各单位要按时完 成整改，按月报告。\n"
    typed = [issue.fix for issue in check(Source(lost), rules).diagnostics]
    assert [fix.safety for fix in typed if fix] == ["safe"]
    by_hand = [issue.fix for issue in check(Source(lost, scanned=True), rules).diagnostics]
    assert [fix.safety for fix in by_hand if fix] == ["unsafe"]
    within = [issue.fix for issue in check(Source(parted, scanned=True), rules).diagnostics]
    assert [fix.safety for fix in within if fix] == ["safe"]


def test_a_blank_before_an_article_is_layout() -> None:
    assert found("经会议审议，印发示例区登记实施细则 第一条 为了登记，制定本细则。\n", "OCR012") == []


def test_the_blanks_of_a_page_in_one_line_but_not_the_end_of_its_title() -> None:
    words = (
        "社团财务支出应当奉行节俭原则在同等条件下优先购买国产商品或者服务，"
        "会员大会召开时社长应当提交任期内社团的财务清单待社长选举完成以后，"
        "新社长应当向会员大会提交一年任期内的活动计划和财务预算并接受监督，"
        "社团鼓励会员对社团的工作进行批评建议和监督并按时公布各项收支情况，"
        "社团章程的修改由会员大会提出修改草案并且由全体会员投票表决后通过。"
    )
    lines = [words[at : at + 25] for at in range(0, len(words), 25)]
    text = "社团章程 " + " ".join(lines) + "\n"
    (one,) = found(text, "OCR012")
    assert [text[start - 1] for start, _ in one.spans] == [line[-1] for line in lines[:-1] if line[-1] not in "，。"]
