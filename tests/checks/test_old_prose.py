"""Texts of old books: what is known of the words of today says nothing of theirs."""

import pytest

from lawcheck import check_text

OLD = (
    "玄明曰：“吾以己志告汝，汝何疑焉？”众人大喜。玄明入帐坐定，饮酒三巡。公曰：“河患将起，汝可治之乎？”"
    "玄明有知人之名，众皆敬之。公曰：“吾观汝久矣。”是日有人来报，言水官已被逮，别人守堤。"
    "玄明谓公曰：“吾今筑堤在此，水将退矣。”\n"
)
WORDS = ["TRM001", "TRM003", "TRM039", "TRM053", "OCR009", "OCR020", "PUN040"]


def codes(text: str) -> set[str]:
    return {each.code for each in check_text(text, select=WORDS, preview=True).diagnostics}


def test_an_old_book_has_words_of_its_own() -> None:
    assert codes(OLD) == set()


@pytest.mark.parametrize("saying", ["子曰：“温故而知新，可以为师矣。”", "吾日三省吾身。"])
def test_a_document_that_quotes_a_saying_is_of_today(saying: str) -> None:
    assert "TRM003" in codes(f"全镇干部要牢记古训。{saying}各村要做到帐目清楚，按月公开收支情况，接受群众监督。\n")
