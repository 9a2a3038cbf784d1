"""A bound without its figure, above the next article or section (STR020)."""

import pytest
from checking import places

TEXT = (
    "示例区人才办法\n第一条　为了引进人才，制定本办法。\n第二条　引进的博士，安家补助{}\n第三条　子女入学统筹安排。\n"
)


@pytest.mark.parametrize("bound", ["不少于", "不低于", "不超过", "不大于"])
def test_a_bound_has_its_figure(bound: str) -> None:
    assert places(TEXT.format(bound), "STR020") == [bound]
    assert places(TEXT.format(bound + "十万元。"), "STR020") == []
