"""TRM008: words typed for others that are words too, told by what stands around them, and their right uses."""

import re

import pytest

from lawcheck.reading.resources import data_lines
from tests.checking import places

WRONG = [
    ("操作旋转设备时，不得带手套。进入厂区应带好安全帽。", "带带"),
    ("该场所作为隔离点，另一处做为备用点，均不做为固定站点。", "做为做为"),
    ("切实作好防汛准备，把网格工作作深作细。", "作好作深作细"),
    ("全镇工作要到达预期目标，森林覆盖率到达45%。救援队伍迅速达到事故现场。", "到达到达达到"),
    ("广阔师生积极参与，市场前景广大，前途广大。", "广阔"),
    ("镇里印发了停产整顿的紧张通知。", "紧张"),
    ("联合执法有利推动了整治工作，提供有利保障，因监管不利造成损失。", "有利有利不利"),
    ("精神鼓励和物资鼓励相结合，储备防汛物质。", "物资物质"),
    ("本会是非盈利组织，不以盈利为目的，公司的营利能力较强。", "非盈利不以盈利为营利"),
    ("退宿后返回押金，余款按20%返回。", "返回返回"),
    ("第五章 罚责\n专项资金是用语鼓励创新的。", "罚责用语"),
    ("考生隔列而座，张某席地而座，老师请考生让坐。", "而座而座"),
    ("合同登记、公证、签证工作由法务部负责；其余均维合格，人数维12人。", "签证维维"),
    ("须由村委会出县证明，并由具级以上主管部门审核。", "出县具级以上"),
    ("镇里不定期明查暗访，认真做好结队帮扶工作。", "明查暗访结队帮扶"),
    ("把他们象亲人一样对待，就象这样。", "象象这样"),
    ("项目以基本完成，工程以竣工。", "以基本以竣工"),
    ("我们既要抓发展，又要抓安全；即要抓发展，又要抓安全。", "即"),
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_the_context_tells_which_word_was_meant(text, found):
    assert "".join(places(text, "TRM008")) == found


RIGHT = """自带手套，随身携带口罩，佩戴安全帽，穿戴整齐，带好身份证。
叫做为民服务日，做为民的好干部，工作好的单位，协作好、合作好、制作好。
列车到达目的地，到达目标水域，旅客到达30%的车站；达到现场管理要求。
广阔天地，广大群众，广阔的前景，广大农村。
用电紧张情况通报，紧张有序，紧急通知，经过紧张的救援。
有利于推动发展，有利地形，创造有利条件，有力保障，避免对落实不利的影响，情况不利。
救灾物资，物资储备，物质文明，标准物质采购，污染物资源化利用，物资局。
盈利能力，营利性医疗机构，实现盈利。
返回原单位工作，返还押金，返回学校。
受到处罚责任人，行政处罚责令改正，罚则。
文明用语规范，法律用语解释，用于鼓励。
席地而坐，就座，一座桥，座谈会，30座客车。
工程签证，办理签证，鉴证报告，思维方式，项维护工作，维修12人次。
途经县城，外出县域，由县委出县，县级以上，县体育局。
检查与暗访，组队帮扶，结对共建，列队前行。
大象一样的雕塑，现象一样普遍，象征着，对象一样。
应当以经备案的名称开展活动，支出必须以经批准的预算为依据，可以竣工验收资料为准。
立即要求整改，当即要他停工；既要抓发展，又要抓安全；旋即要走，又要来。
不做定量研究，综合整治定量考核，科研单位制定的制度，违反长江采砂规划，稳产能稳订单，各省分会场，必需经费列入预算。"""


@pytest.mark.parametrize("text", RIGHT.split("\n"))
def test_right_words_stay(text):
    assert places(text, "TRM008") == []


def test_what_is_only_unusual_is_information():
    found = places("室内设消防栓，特制订本方案。", "TRM008")
    assert found == ["消防栓", "制订"]


def test_every_row_has_a_word_another_and_expressions_that_compile():
    rows = [line.split("\t") for line in data_lines("telling_contexts.tsv")]
    assert len(rows) > 400
    for row in rows:
        wrong, right, _, before, _, not_before = [*row, "", "", "", ""][:6]
        assert 2 <= len(row) <= 6 and wrong and right.rstrip("?") and wrong != right.rstrip("?"), row
        assert not (before and re.compile(before).match("")), row
        assert not (not_before and re.compile(not_before).match("")), row
    assert len(set(map(tuple, rows))) == len(rows)
