"""Faults of whole documents: other forms than those of the rule files, and right texts that look like them."""

import pytest

from lawcheck import check_path, check_text

CODES = (
    *("CIT001", "CIT003", "CIT014", "CIT015", "DOC005", "DOC009", "DOC018", "DOC020", "DOC022", "DOC023", "DOC030"),
    *("DOC031", "DOC044", "NUM011", "NUM012", "NUM017", "NUM019", "NUM021", "NUM022", "RSP011", "TRM021"),
)


def codes(text: str) -> list[str]:
    return [found.code for found in check_text(text, select=CODES, preview=True).files[0].diagnostics]


def notice(body: str, note: str = "", annexes: str = "", genre: str = "通知") -> str:
    head = f"示政发〔2026〕3号\n示例市人民政府关于公园管护的{genre}\n各区人民政府：\n"
    return f"{head}{body}\n{note}\n示例市人民政府\n2026年3月5日\n{annexes}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("可否。请批准。", ["DOC044"]),
        ("以上意见当否，请审定。", []),
        ("公园由区园林局建成。方案可否请批示者决定。", []),
        (notice("培训时间：2026年3月1日。"), ["DOC018"]),
        (notice("拟于2025年4月2日举办讲座。"), ["DOC018"]),
        (notice("已于2026年2月2日举办讲座。培训时间：2026年4月1日。"), []),
        (notice("培训时间：2026年3月1日。", genre="通报"), []),
        (notice("按照示园发〔2028〕2号执行。"), ["CIT015"]),
        (notice("按照示园发〔2024〕2号执行。"), []),
        (notice("依据森林法第三条管护，根据民法典规定处理。"), ["CIT001"]),
        (notice("开展森林法宣传。按照森林法规定管护。"), []),
        (notice("根据《中华人民共和国公园绿化条例》，制定本通知。"), ["CIT003"]),
        (notice("推动制定《中华人民共和国公园绿化条例》。"), []),
        (notice("依照《公园条例》（国务院令第999号）处理。"), []),
        (notice("依照《城市绿化管理工作规定》（国务院令第100号）处理。"), []),
    ],
)
def test_letters_and_citations(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("note", "annexes", "expected"),
    [
        ("附件：树木名录", "附件1\n树木名录\n一棵。\n", ["DOC030"]),
        ("附件：1.树木名录", "附件1\n树木名录\n一棵。\n", []),
        ("附件：树木名录", "附件\n树木名录\n一棵。\n", []),
        ("附件：1树木名录\n2管护标准\n3联系人名单", "", ["DOC009"] * 3),
        ("附件：1棵古树的名录", "", []),
        (
            "附件：1.城市公园树木名录（含古树名木和后\n　　　　备树）\n　　　2.管护标准",
            "附件1\n城市公园树木名录\n一棵。\n附件2\n管护标准\n每周。\n",
            [],
        ),
    ],
)
def test_annexes(note, annexes, expected):
    assert codes(notice("请认真执行。", note, annexes)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公园由12个增加到20个，净增10个。", ["NUM012"]),
        ("绿地率由30％提高到35％，提高5个百分点。", []),
        ("甲、乙、丙三园分别种树30棵、40棵、50棵，合计130棵。", ["NUM011"]),
        ("分别种树30棵，养护40棵，合计70棵。", []),
        ("全市现有城市公园12个。\n一、巡查\n全市现有城市公园15个，每周巡查。", ["NUM021"]),
        ("全市现有城市公园12个。\n一、巡查\n其中全市现有城市公园15个。", []),
        ("全市现有绿地面积1.2万亩。\n一、巡查\n全市现有绿地面积12000亩。", []),
        ("全市建成城市公园12个。\n一、巡查\n全市建成城市公园15个。", []),
        ("处五万元以上一万元以下罚款。", ["NUM022"]),
        ("处三万元以上五十万元以下、一百万元以上五百万元以下罚款。", []),
        ("处三倍以上十倍以下、100000000元以上200元以下罚款。", []),
        ("要依法依法处置，让让让群众满意。", ["TRM021", "TRM021"]),
        ("抓落实要抓紧抓紧再抓紧，确保落实落实，再落实。", []),
    ],
)
def test_figures_and_repetitions(text, expected):
    assert codes(text) == expected


def test_figures_of_a_table_are_those_of_its_rows(tmp_path):
    path = tmp_path / "parks.md"
    path.write_text("|公园|数|\n|---|---|\n|全市现有城市公园12个|1|\n|全市现有城市公园15个|2|\n", encoding="utf-8")
    assert not check_path(path, select=("NUM021",), preview=True).files[0].diagnostics
