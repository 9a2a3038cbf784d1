"""What is cut from the view: watermarks, counters, page numbers, line ends in mid-sentence."""

import pytest

from lawcheck.text.file_format import PLAIN, FileFormat
from lawcheck.text.layers import clean
from lawcheck.text.source import Source
from lawcheck.text.view import View

PARAGRAPH = (
    "各部门应当公开办事指南，公开办事流程，公开办事时限。办事指南应当写明办事条件、办事材料和办事时限。"
    "办事流程应当简化，办事材料应当减少，办事时限应当缩短。群众可以查询办事进度，评价办事结果。"
)


def view_of(text: str, text_format: FileFormat = PLAIN) -> View:
    return clean(Source(text, format=text_format))


def removed(text: str) -> list[tuple[str, str]]:
    view = view_of(text)
    return [(r.kind, text[r.start : r.end]) for r in view.removed]


def test_a_clean_text_is_its_own_view() -> None:
    text = f"示例区工作方案\n一、总体要求\n{PARAGRAPH}\n二、重点任务\n（一）公开指南\n{PARAGRAPH}\n"
    view = view_of(text)
    assert view.text == text
    assert view.removed == ()


def test_watermark_lines_at_both_ends() -> None:
    line = "《工作方案.docx》由会员分享，可在线阅读，更多相关内容请在某某文库网上搜索。"
    assert removed(f"{line}\n{PARAGRAPH}\n") == [("watermark", line + "\n")]
    assert removed(f"{PARAGRAPH}\n{line}") == [("watermark", line)]


def test_a_text_about_a_library_is_no_watermark() -> None:
    assert removed("建设政策文库，群众可在线查询。\n" + PARAGRAPH) == []


def counters(text: str, every: int, first: int = 2) -> str:
    """The text with a counter in front of every piece but the first."""
    pieces = [text[i : i + every] for i in range(0, len(text), every)]
    return pieces[0] + "".join(f"\n{n}、{piece}" for n, piece in enumerate(pieces[1:], first))


def test_counters_in_mid_word_are_cut_with_their_line_ends() -> None:
    text = PARAGRAPH * 3
    view = view_of(counters(text, 41))
    assert view.text == text
    assert {r.kind for r in view.removed} == {"segment", "line-break"}


def test_a_lost_counter_does_not_end_the_chain() -> None:
    text = PARAGRAPH * 3
    damaged = counters(text, 41).replace("\n4、", "")
    assert view_of(damaged).text == text


def test_a_list_of_the_author_is_no_counter() -> None:
    text = "办事材料：\n1、申请书\n2、身份证明\n3、场地证明\n4、委托书\n" + PARAGRAPH
    assert removed(text) == []
    sentences = "".join(f"\n{n}、{PARAGRAPH}" for n in range(1, 6))
    assert removed(sentences) == []


def test_line_ends_in_mid_sentence() -> None:
    broken = PARAGRAPH.replace("公开办事流程", "公开办事流\n程").replace("办事材料应当", "办事材\n料应当")
    assert view_of(f"一、总体要求\n{broken}\n").text == f"一、总体要求\n{PARAGRAPH}\n"


def test_a_line_that_begins_with_a_comma_goes_on() -> None:
    assert view_of("一、要求\n公开办事流程\n，公开办事时限。\n").text == "一、要求\n公开办事流程，公开办事时限。\n"


def test_an_unindented_line_among_indented_ones_goes_on() -> None:
    lines = [f"　　（{n}）{PARAGRAPH}" for n in "一二三四五"]
    whole = "\n".join(lines)
    broken = whole.replace("（三）各部门应当", "（三）各部门\n应当")
    assert view_of(broken).text == whole


def test_headings_titles_and_tables_keep_their_lines() -> None:
    text = (
        "示例区人民政府关于优化服务\n的意见\n一、总体要求\n坚持依法办事\n坚持便民高效\n二、重点任务\n"
        "（一）公开办事指南\n（二）公开办事流程\n序号\n任务\n单位\n示例区人民政府\n2024年3月5日\n"
    )
    assert [kind for kind, _ in removed(text)] == []


def test_page_numbers() -> None:
    assert removed(f"{PARAGRAPH}\n— 3 —\n{PARAGRAPH}\n第4页 共9页\n{PARAGRAPH}")[0] == ("furniture", "— 3 —\n")
    view = view_of("各部门应当推进— 3 —改革，完成2024—2025年任务，比例为3 - 1。")
    assert view.text == "各部门应当推进改革，完成2024—2025年任务，比例为3 - 1。"


def test_a_page_number_between_the_halves_of_a_sentence() -> None:
    broken = PARAGRAPH.replace("公开办事流程", "公开办事流\n- 2 -\n程")
    assert view_of(broken).text == PARAGRAPH


def test_other_line_ends_become_line_feeds() -> None:
    assert view_of("一、要求\r\n依法办事。\r二、任务\u2028公开。").text == "一、要求\n依法办事。\n二、任务\n公开。"


WRAPPED = (
    "各街道要充分认识河道保洁工作的重要意义，切实把\n河道保洁摆上重要日程，明确分管负责人和具体经办\n"
    "人员，逐条河道落实责任，逐个排口建立台账，按月\n报送工作进展情况，年底组织考核评价，考核结果作\n"
    "为评先评优的重要依据。\n"
)


def test_a_text_of_the_width_of_a_page_is_joined() -> None:
    text = f"示例区河道保洁工作方案\n一、重点任务\n{WRAPPED}"
    joined = WRAPPED.replace("\n", "") + "\n"
    assert view_of(text).text == text.replace(WRAPPED, joined)
    # After a closing mark, and over an empty line that recognition made.
    closed = f"{text}{WRAPPED}".replace("具体经办\n", "“经办人”\n", 1)
    assert "“经办人”人员" in view_of(closed).text
    apart = f"{text}{WRAPPED}".replace("按月\n", "按月\n\n", 1)
    assert "按月报送" in view_of(apart).text


def test_lists_headings_tables_and_verses_are_of_no_width() -> None:
    texts = [
        "\n".join(f"关于印发示例区第{n}批河道保洁工作实施方案的通知" for n in "一二三四五六七"),
        "\n".join(
            f"坚持{a}，推动河道保洁工作取得新的更大成效" for a in ("依法办事", "便民高效", "公开公正", "统筹兼顾") * 2
        ),
        "\n".join(["张某某 李某某 王某某 赵某某 孙某某 周某某"] * 8),
        "\n".join(["示例街道　　12公里　　每周一次　　示例街道办事处"] * 8),
        "\n".join(["建立动态调整机制", "配备消防安全设施", "派出教师参加实践"] * 4),
    ]
    for text in texts:
        assert view_of(f"示例区工作方案\n一、重点任务\n{text}\n").removed == ()


def test_what_begins_a_paragraph_by_its_words_is_not_joined() -> None:
    body = "各街道要落实责任。按月报送进展，年底考核评价，结果公开"
    label = "报送内容：可以是文字，也可以是图片。"
    assert view_of(f"示例区工作方案\n一、重点任务\n{body}\n{label}\n").removed == ()
    assert view_of(f"一、重点任务\n{body}，具体如图1\n听到通知后，各街道应当上报。\n").removed == ()
    assert view_of(f"示例区工作办法\n为做好工作，落实责任，制定本办法。{PARAGRAPH}\n").removed == ()


@pytest.mark.parametrize(
    "whole",
    [
        "联系立案庭（工作日9:00—12|:00、14:00—17:00）",
        "按照《事先告知书》（示环罚告字〔20|25〕17号）办理",
        "落实《示例区管理办法》（示发改〔2024〕3|8号）",
        "建设粮食烘干中心，完成时限为20|26年10月",
        "填写登记表(见附件|1)，一式两份",
    ],
)
def test_notes_numbers_and_years_stand_on_one_line(whole: str) -> None:
    assert view_of(whole.replace("|", "\n") + "\n").text == whole.replace("|", "") + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "各项任务（一\n二）\n",
        "（1\n2）\n",
        "合计20\n26人\n",
        "见（附件\n说明。完）\n",
        "甲（乙\n丙〕丁\n",
        "编号〔2024〕3\n件\n",
    ],
)
def test_other_lines_with_brackets_and_figures_stay(text: str) -> None:
    assert view_of(text).text == text


def test_those_a_letter_goes_to_begin_a_line_behind_a_full_title() -> None:
    title = "示例县人民政府关于公布县级文物保护单位保护范围的通知"
    rest = "各乡镇人民政府，县政府有关部门：\n" + "\n".join(
        ["根据规定，经县人民政府研究，现将第四批县级文物保护单位"] * 6
    )
    assert view_of(f"{title}\n{rest}").text.startswith(f"{title}\n各乡镇")
