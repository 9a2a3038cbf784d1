"""Characters, words and runs that stand twice by a slip, told by the likelihood of the words (TRM021)."""

import pytest
from checking import places


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("国务院有有关部门应当加强指导。", "有有"),
        ("其他组组织可以参加评选。", "组组"),
        ("对履行监管职责责的情况开展评估。", "责责"),
        ("会同有关单位建立案件处置置等工作机制。", "置置"),
        ("各级人人民政府应当加强领导。", "人人"),
        ("由城市管理行行政主管部门责令改正。", "行行"),
        ("及时通知知保洁员清理。", "知知"),
        ("由市由市交通主管部门责令限期改正。", "由市由市"),
        ("激励企业、高校、科研科研机构开展研究。", "科研科研"),
        ("充分发挥发挥财政资金的引导作用。", "发挥发挥"),
        ("依照第十八条、第二第二十三条规定处理。", "第二第二"),
        ("为中为中小企业提供优质服务。", "为中为中"),
    ],
)
def test_what_stands_twice(text: str, twice: str) -> None:
    assert places(text, "TRM021") == [twice]


@pytest.mark.parametrize(
    "text",
    [
        # Two words, or a word and a place, a head or a name.
        "落实粮食出库库点，统计手术术种，检测太湖湖体水质。",
        "辽阳镇镇长、示例市市长和城区区长参加会议。",
        "（3）班、（4）班班长负责登记。",
        "学科组组织教研活动，检查复习课课堂。",
        "联系人：陈莺莺、李莎莎。",
        "公交车改由三号路发车，沿沿江路行驶，至至善路掉头。",
        "做到周周有检查、件件有着落、人人有责任。",
        "“十五五”时期要坚持稳中求进，十四五期间成效明显。",
        "由项目所在市在市域内统筹解决，其他方式运作的基金的基金份额除外。",
        "足骨骨折，锁骨骨折，胸骨骨折。",
        "改进工作作风，扩大产品品种，完善目标标准，开展会议议程审核。",
        "研究研究再定，一件一件办好，谢谢大家。",
        "通过短信微信微博等方式发布，打造深化文化文艺精品工程。",
    ],
)
def test_what_belongs_to_two_words_or_is_meant(text: str) -> None:
    assert places(text, "TRM021") == []
