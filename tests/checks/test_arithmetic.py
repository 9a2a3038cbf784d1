"""Sums, changes, capital amounts and days that contradict each other: other forms than those of the rule files."""

import pytest
from docx_documents import cell, docx, p, table

from lawcheck import check_text
from lawcheck.pipeline import check
from lawcheck.reading import read_stream
from lawcheck.rulebook.check_options import Options
from lawcheck.rulebook.registry import Selection


def codes(text: str, *select: str) -> list[str]:
    """The codes of these rules that a text gives."""
    return [found.code for found in check_text(text, select=select).files[0].diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "共有河长120人，其中男70人、女60人。",
        "投资3.5亿元（其中：中央资金2亿元，省级资金1亿元，市县配套1亿元）。",
        "改造管网85公里，其中东片40公里、西片50公里。",
        "共收到意见30条，其中市级部门意见20条和区级部门意见15条。",
        "资金由省、市、县三级组成，共300万元，由省、市、县分担，分别为100万元、100万元、90万元。",
        "一年级12个班、二年级13个班，共计26个班。",
    ],
)
def test_parts_that_do_not_add_up(text):
    assert codes(text, "NUM011") == ["NUM011"]


@pytest.mark.parametrize(
    "text",
    [
        "共有河长120人，其中男70人、女50人。",
        "投资3.5亿元（其中：中央资金2亿元，省级资金1亿元，市县配套5000万元）。",
        "改造管网85公里，其中东片40公里、西片30公里。",
        "现有党员120人，其中女党员60人、离退休党员80人。",
        "每村补助10万元，其中道路村8万元、水利村9万元。",
        "现有技术人员200人，其中高级职称120人、研究生学历110人。",
        "投资1.2亿元，其中市级0.67亿元、区级0.54亿元。",
        "现有水闸12座，其中完好10座、在用12座。",
        "完成投资800万元，两年分别为500万元、600万元。",
        "受理800件，其中当年受理700件、往年受理200件。",
        "一年级12个班、二年级13个班，共计26个班级。",
        "办结率95%，其中市级98%、区级93%。",
    ],
)
def test_parts_that_may_be_so(text):
    assert codes(text, "NUM011") == []


@pytest.mark.parametrize(
    "text",
    [
        "绿地率从30%提升到38%，提升6个百分点。",
        "受理量由800件减少至600件，降幅35%。",
        "床位由1.2万张增至1.5万张，增加了5000张。",
        "覆盖率由2020年的40%提高到2025年底的60%（提高30个百分点）。",
        "积水点由25处减少到30处，完成整治。",
    ],
)
def test_changes_that_are_told_wrong(text):
    assert codes(text, "NUM012") == ["NUM012"]


@pytest.mark.parametrize(
    "text",
    [
        "绿地率从30%提升到38%，提升8个百分点。",
        "受理量由800件减少至600件，降幅25%。",
        "床位由1.2万张增至1.5万张，增加了3000张。",
        "产值由83.4亿元增加到101.2亿元，增长21.3%。",
        "由300人增加到500人，其中党员增加100人。",
        "水质由2020年的60%提高到2025年的75%，较全市提高3个百分点。",
        "由1个试点增加到10个片区，增加20个。",
        "客流由100万人次增加到120万人次，年均增长9.5%。",
        "比例由1/3提高到1/2，提高明显。",
    ],
)
def test_changes_that_are_told_right(text):
    assert codes(text, "NUM012") == []


def test_totals_of_tables_in_word_files():
    def rows(total):
        lines = (("街道", "河道"), ("甲街道", "12"), ("乙街道", "15"), ("合计", total))
        return docx(p("示例区河道表") + table(*("".join(cell(text) for text in line) for line in lines)))

    options = Options(Selection(select=("NUM013",)).rules())
    source = read_stream(rows("28"), "甲.docx")
    (found,) = check(source, options).diagnostics
    assert [source.text[start:end] for start, end in found.spans] == ["28"]
    assert check(read_stream(rows("27"), "甲.docx"), options).diagnostics == []


NOTICE = """示例区水利局关于开展河道清理的通知

各街道办事处：
{body}

示例区水利局
2026年3月5日
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("会议于3月12日（星期三）召开。", ["DOC016"]),
        ("会议于3月12日（星期四）召开。", []),
        ("活动于1月8日（星期五）开始。", []),  # of the next year
        ("2026年2月30日（星期一）放假。", []),  # no day at all: another rule says so
        ("请于2026年2月20日之前上报计划。", ["DOC018"]),
        ("各街道要在2026年1月底前完成，2026年2月10日前全部建成。", []),
        ("2026年2月20日前报送了计划的，不再报送。", []),
        ("凡2026年2月20日前提交申请的，均可参加。", []),
        ("计划已于2026年2月20日前印发。", []),
        ("请于2026年3月20日前上报计划。", []),
    ],
)
def test_days_of_a_notice(body, expected):
    assert codes(NOTICE.format(body=body), "DOC016", "DOC018") == expected


@pytest.mark.parametrize(
    "text",
    ["共二十三（25）个。", "副本叁（2）份。", "准备一百（10）套。", "分发两百（20）份。", "工期叁佰陆拾（300）天。"],
)
def test_counts_that_differ_from_their_figures(text):
    assert codes(text, "NUM014") == ["NUM014"]


@pytest.mark.parametrize(
    "text",
    [
        "共二十三（23）个。",
        "副本贰（2）份。",
        "准备一百（100）套。",
        "分发两百二十（220）份。",
        "延期百十（110）天。",
        "三（2）班共四（2）项。",
    ],
)
def test_counts_as_their_figures(text):
    assert codes(text, "NUM014") == []
