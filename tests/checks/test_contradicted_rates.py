"""NUM036: rates that differ from their own figures."""

import pytest
from checking import check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source


def rates(text: str) -> list[str]:
    found = check(Source(text), Selection(select=["NUM036"]).rules()).diagnostics
    return [text[a:b] for d in found for a, b in d.spans]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全年计划改造20户，已完成12户，完成率65%。", ["65%"]),
        ("全年计划完成20户,实际完成12户,完成率65%.", ["65%"]),
        ("目标任务为8项，完成8项，完成率80%", ["80%"]),
        ("参评320人，满意272人，满意率为83%。", ["83%"]),
        ("合格率94%（抽检50批次，合格46批次）", ["94%"]),
        ("会议应到1,200人，实到1,100人，到会率达到81.7%", ["81.7%"]),
        ("受理投诉40件，已办结38件，办结率98%；排查隐患25处，整改20处，整改率90%。", ["98%", "90%"]),
        ("计划3.2万亩，已完成2.1万亩，完成率75.6%", ["75.6%"]),
        ("发放问卷300份，收回270份，回收率９0%，发放问卷300份，收回270份，回收率95%", []),
        ("一、标题\n发放问卷300份，收回270份，回收率95%\n", ["95%"]),
    ],
)
def test_a_rate_that_its_figures_contradict_is_told(text: str, wrong: list[str]) -> None:
    assert rates(text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "全年计划改造20户，已完成12户，完成率60%。",
        "计划9件，完成7件，完成率77.8%。计划9件，完成7件，完成率77.7%。计划9件，完成7件，完成率78%。",
        "计划9件，完成7件，完成率80%以上；计划9件，完成7件，完成率80%左右。",
        "抽检50批次，不合格4批次，合格率92%。抽检50批次，合格46批次，不合格率8%。",
        "抽检50批次，合格46个，合格率98%。",
        "2024年计划20户，完成率65%，2023年完成12户。2024年完成率65%。",
        "计划20户，本月完成12户，累计完成率75%。计划20户，其中危房完成12户，完成率90%。",
        "计划20户，完成12户，在建3户，完成率65%。",
        "按户数完成率60%，按人数完成率65%。",
        "计划3.2万亩，已完成2.1万亩，完成率65.6%；计划0户，完成0户，完成率100%。",
        "计划投资3亿元，已完成2亿元，完成率66.7%；计划投资3.2亿元，已完成2.2亿元，完成率68%。",
        "任务已完成12户，已完成12户，完成率65%。",
    ],
)
def test_a_rate_that_fits_or_cannot_be_worked_out_is_left_alone(text: str) -> None:
    assert rates(text) == []
