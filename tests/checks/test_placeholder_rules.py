"""What was never filled in (DOC026), and what shows how something is filled in, as users see them."""

import pytest
from checking import check

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

HEAD = "示例区人民政府办公室关于做好河道保洁工作的通知\n\n各街道办事处：\n现将有关事项通知如下。\n"


def places(text: str) -> list[str]:
    found = check(Source(HEAD + text), Selection(select=["DOC026"]).rules()).diagnostics
    return [(HEAD + text)[a:b] for d in found for a, b in d.spans]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("由××部门会同XX街道落实。\n", ["××部门", "XX街道"]),
        ("由某某单位牵头，对某某公司开展检查。\n", ["某某单位", "某某公司"]),
        ("20XX年底前完成，202X年起推广，自××年××月××日起施行。\n", ["20XX年", "202X年", "××年××月××日"]),
        ("按照示政发〔2024〕XX号和示政发〔20XX〕3号执行。\n", ["XX号", "〔20XX〕"]),
        ("联系人：某某某。\n", ["某某某"]),
        ("名单另附（名单待补）。【待补充联系电话】\n", ["（名单待补）", "【待补充联系电话】"]),
        ("经费【待核实】，路线（南线是否延长待定）。\n", ["【待核实】", "（南线是否延长待定）"]),
        ("由【填写单位名称】牵头。（此处插入分工表）\n", ["【填写单位名称】", "（此处插入分工表）"]),
        ("单击此处添加标题\n联系电话：待补充。\n", ["单击此处添加标题", "待补充"]),
        ("TBD：补充名单。Lorem ipsum dolor sit\n", ["TBD", "Lorem ipsum dolor sit"]),
        ("由{{unit}}牵头，${date}前完成，<%= name %>负责。\n", ["{{unit}}", "${date}", "<%= name %>"]),
        ("作为一个人工智能语言模型，我无法核实。\n", ["作为一个人工智能语言模型，我"]),
        (
            "以下是为您撰写的方案：\n希望这份方案对您有所帮助。\n",
            ["以下是为您撰写的方案：", "希望这份方案对您有所帮助"],
        ),
        ("产值增长5%【3†source】。达到10家[citation:2]。\n", ["【3†source】", "[citation:2]"]),
    ],
)
def test_what_was_never_filled_in_is_found(text: str, left: list[str]) -> None:
    assert places(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "张某某、李某某因违法倾倒垃圾被处罚，某企业、某局已经整改。\n",
        "文件编号为“XX-YYYY-NNN”，其中XX为街道代码，邮件主题为XX街道月报。\n",
        "材料以“××街道+姓名”命名，报送《××社区保洁方案》。\n",
        "标题格式为××街道保洁月报，例如××社区可报月报。\n",
        "附件1\n××街道保洁承诺书\n××街道承诺按月报送，自20XX年起执行。\n",
        "附件2\n保洁合同（示范文本）\n甲方：××公司。自××年××月××日起生效。\n",
        "一、月报格式\n由××街道报送。\n",
        "由××街道、××社区、××公司、××学校、××部门、××单位、××乡镇分别报送。\n",
        "具体时间待定，另行通知。待补充材料到齐后办理。材料待完善的（待整改事项），逐项销号。\n",
        "请在此处填写姓名，（此处盖章），点击【填写信息】，进入[输入密码]页面。\n",
        "二〇二四年，二○○七年，2024年，5×3米，XX染色体，1000XX型，Lorenz曲线，TODOS。\n",
        "对邮箱hbqtxxz@example.cn、电话5502XXXX的使用，按规定办理。XX年级学生参加。\n",
        "作为人工智能应用示范区，我区加快建设；以下是各街道的分工。好的做法要推广。\n",
        "如有需要，请告诉我们；如需修改方案，请及时告知。希望这次活动对居民有所帮助。\n",
        "（一）待遇保障。（二）待业登记【重点任务】〔注〕[1]\n",
    ],
)
def test_what_shows_how_something_is_written_is_right(text: str) -> None:
    assert places(text) == []
