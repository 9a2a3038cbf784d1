"""Dates and periods of years: every form is read as the same day, and what is none is left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import (
    DATE,
    PART_OF_DATE,
    date_at,
    date_of,
    dates_in,
    period_at,
    periods_in,
)
from lawcheck.text.vocabulary.numerals import chinese_numeral

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
FORMS = [
    "2024年5月6日",
    "２０２４年５月６日",
    "2024 年 5 月 6 日",
    "2024　年　5　月　6　日",
    "2024年05月06日",
    "二〇二四年五月六日",
    "二○二四年五月六日",
    "二Ｏ二四年五月六日",
    "二O二四年五月六日",
    "二o二四年五月六日",
    "二0二四年五月六日",
    "二０二四年五月六日",
    "二零二四年五月六日",
    "二〇二四年5月6日",
    "2024年五月六日",
    "2024-05-06",
    "2024-5-6",
    "2024.5.6",
    "2024．5．6",
    "2024/5/6",
    "２０２４／０５／０６",
]


@pytest.mark.parametrize("written", FORMS)
def test_one_day_in_every_form(written: str) -> None:
    found = date_of(written)
    assert found is not None
    assert found.iso == "2024-05-06"
    assert found.is_whole and found.exists
    assert [(d.start, d.end, d.iso) for d in dates_in(f"自{written}起施行")] == [(1, 1 + len(written), "2024-05-06")]
    assert Pattern(DATE).fullmatch(written)


@pytest.mark.parametrize(
    ("written", "parts", "iso"),
    [
        ("5月6日", (None, 5, 6), None),
        ("五月六日", (None, 5, 6), None),
        ("十二月三十一日", (None, 12, 31), None),
        ("2024年5月", (2024, 5, None), "2024-05"),
        ("2024年元月", (2024, 1, None), "2024-01"),
        ("2024年", (2024, None, None), "2024"),
        ("二〇二四年", (2024, None, None), "2024"),
        ("二〇二四年一〇月二〇日", (2024, 10, 20), "2024-10-20"),
        ("二〇二四年五月二八日", (2024, 5, 28), "2024-05-28"),
        ("1998 年 12 月", (1998, 12, None), "1998-12"),
    ],
)
def test_parts(written: str, parts: tuple[int | None, ...], iso: str | None) -> None:
    found = date_of(written)
    assert found is not None
    assert (found.year, found.month, found.day) == parts
    assert found.iso == iso
    assert found.is_whole == (None not in parts)
    assert Pattern(PART_OF_DATE).fullmatch(written)


@pytest.mark.parametrize(
    "text",
    [
        "12024年",
        "5月",
        "6日",
        "三年行动",
        "2024-13-06",
        "2024-05-32",
        "2024.5.6.1",
        "V2024.5.6.1",
        "12024-05-06",
        "2024-05/06",
        "年　月　日",
        "2024-2025-1学期",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert not dates_in(text)


@pytest.mark.parametrize(
    ("written", "exists"),
    [
        ("2024年2月29日", True),
        ("2023年2月29日", False),
        ("2月29日", True),
        ("4月31日", False),
        ("2023年13月", False),
        ("2023年0月", False),
        ("二〇二三年二月三十日", False),
        ("2023年", True),
    ],
)
def test_whether_the_calendar_has_it(written: str, exists: bool) -> None:
    found = date_of(written)
    assert found is not None and found.exists == exists


def test_several_in_one_text() -> None:
    text = "2023年5月1日印发，2024 年6月修订，每年3月5日检查，到2025年完成。"
    assert [(d.year, d.month, d.day) for d in dates_in(text)] == [
        (2023, 5, 1),
        (2024, 6, None),
        (None, 3, 5),
        (2025, None, None),
    ]


@pytest.mark.parametrize("padding", ["", "一" * 500])
def test_a_span_has_only_what_lies_in_it(padding: str) -> None:
    text = f"{padding}2023年，2024年，2025年"
    at = len(padding)
    assert [d.year for d in dates_in(text, at + 1)] == [2024, 2025]
    assert [d.year for d in dates_in(text, at, at + 11)] == [2023, 2024]
    assert [d.year for d in dates_in(text, at, at + 10)] == [2023]
    assert [d.year for d in dates_in(text, at + 1, at + 4)] == []


def test_at_a_place() -> None:
    text = "到2025年5月底"
    found = date_at(text, 1)
    assert found is not None and (found.start, found.end, found.iso) == (1, 8, "2025-05")
    assert date_at(text, 0) is None


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.booleans())
def test_every_day_comes_back(day: date, wide: bool) -> None:
    figures = f"{day.year}年{day.month}月{day.day}日"
    year = "".join("〇" if figure == "0" else chinese_numeral(int(figure)) for figure in str(day.year))
    words = f"{year}年{chinese_numeral(day.month)}月{chinese_numeral(day.day)}日"
    for written in (figures.translate(FULL_WIDTH) if wide else figures, words, day.isoformat()):
        found = date_of(written)
        assert found is not None and found.iso == day.isoformat() and found.exists


@given(st.text("年月日0129１９一二十〇元-./ （）—至"))
def test_any_text_is_read_in_order(text: str) -> None:
    for found in (dates_in(text), periods_in(text)):
        ends = [0, *(place.end for place in found)]
        assert all(end <= place.start < place.end for end, place in zip(ends, found, strict=False))


@pytest.mark.parametrize(
    "written",
    [
        "2023—2025年",
        "2023-2025年",
        "2023－2025年",
        "2023～2025年",
        "2023年—2025年",
        "2023年至2025年",
        "2023年到2025年",
        "2023 — 2025 年",
        "２０２３—２０２５年",
        "二〇二三—二〇二五年",
        "二零二三年至二零二五年",
        "20232025年",
        "2023——2025年",
        "2023—2025",
    ],
)
def test_periods(written: str) -> None:
    (found,) = periods_in(f"规划（{written}）")
    assert (found.start, found.end) == (3, 3 + len(written))
    assert (found.first, found.last) == (2023, 2025)
    assert written[: found.gap - 3] in ("2023", "２０２３", "二〇二三", "二零二三")
    assert written[found.second - 3 :][:4] in ("2025", "２０２５", "二〇二五", "二零二五")
    assert period_at(f"规划（{written}）", 3) == found


@pytest.mark.parametrize(
    "text", ["2023年2025年", "20232025", "编号20232025号", "2023—25年", "2023-20251", "2023-2025-1"]
)
def test_what_is_no_period(text: str) -> None:
    assert not periods_in(text)


def test_years_run_together_alone_in_brackets() -> None:
    (found,) = periods_in("行动计划（20212025）")
    assert (found.first, found.last, found.gap, found.second) == (2021, 2025, 9, 9)
    assert period_at("20212025）", 0) is None
