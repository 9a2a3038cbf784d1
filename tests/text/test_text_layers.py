"""What is cut from the view: watermarks, counters, page numbers, line ends in mid-sentence."""

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
