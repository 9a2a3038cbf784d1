"""Where headings end whose text follows them without a break."""

import pytest

from lawcheck.pipeline import parse
from lawcheck.text.source import Source

# Each heading is followed by a bar; the bars are taken away.
GLUED = [
    "示例区绿道管护方案为做好绿道管护工作，制定本方案。一、总体目标|到年底，全区绿道做到无破损、无积水。"
    "二、工作任务|各街道办事处要组织力量，对绿道进行全面检查。三、保障措施|区园林局会同区财政局落实经费，确保按期完成。",
    "关于冬季供水的通知各供水单位：现就有关事项通知如下。一、加强管网巡查力度|每日对主干管网开展两次巡查，发现漏点立即处置。"
    "二、做好应急物资储备|足额储备管件、水泵和保温材料，确保随时可用。三、落实值班值守制度|严格执行领导带班和二十四小时值班制度，及时报告情况。",
    "示例县农村道路养护实施意见一、明确养护责任|县交通运输局负责县道养护，乡镇人民政府负责乡道养护，村民委员会负责村道养护。"
    "二、完善资金保障机制|将养护资金纳入财政预算，建立稳定增长机制。三、强化监督考核|每半年对养护质量进行一次检查，结果予以通报。",
    "示例市图书馆工作总结一、基本情况|2023年，全馆接待读者三十万人次，外借图书二十万册。"
    "二、主要做法|我们坚持读者至上，不断改进服务，延长开放时间。三、存在问题|馆舍面积不足，专业人员偏少，数字资源不够丰富。",
]
WHOLE = [
    # Sentences without headings.
    "示例区值班要求一、各单位要加强领导，明确责任，按时上报情况。二、各街道要组织巡查，发现问题及时处理。三、值班人员要坚守岗位，不得擅离职守。",
    "示例区工作安排：1.组织开展安全培训，覆盖全体职工。2.对重点部位进行检查，建立台账并限期整改。3.将检查结果于月底前报区安委办，由其汇总通报。",
    # Headings that end in a stop.
    "示例区绿道方案一、明确目标。到年底，绿道全部达标，群众满意。二、落实责任。各街道要分片包干，定期检查。三、严格考核。区园林局每季度通报一次，并纳入年度考核。",
    # Subjects and what is said of them.
    "示例区项目情况1.绿道建设项目能够改善出行条件，方便群众健身。2.湿地修复项目应当同步推进，确保按期完成。3.泵站改造项目已完成招标，正在组织施工。",
]


def titles(text: str) -> list[str]:
    return [node.title for node in parse(Source(text)).walk()]


@pytest.mark.parametrize("marked", GLUED)
def test_a_heading_ends_where_its_text_begins(marked: str) -> None:
    expected = [part.rpartition("、")[2] for part in marked.split("|")[:-1]]
    assert titles(marked.replace("|", "")) == expected


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_no_heading_stays_whole(text: str) -> None:
    document = parse(Source(text))
    stops = "，。；：,"
    assert document.run_on
    assert all(document.text[node.title_end] in stops for node in document.walk())
