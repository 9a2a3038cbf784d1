"""Where headings end whose text follows them without a break."""

import pytest

from lawcheck.pipeline import parse
from lawcheck.text.source import Source

# Each heading is followed by a bar; the bars are taken away.
GLUED = [
    "示例区绿道管护方案为做好绿道管护工作，制定本方案。一、总体目标|到年底，全区绿道做到无破损、无积水。"
    "二、工作任务|各街道办事处要组织力量，对绿道进行全面检查。三、保障措施|区园林局会同区财政局落实经费，确保按期完成。",
    "关于冬季供水的通知各供水单位：现就有关事项通知如下。一、加强管网巡查力度|每日对主干管网开展两次巡查，发现漏点立即处置。"
    "二、做好物资储备工作|对管件、水泵和保温材料进行清点，及时补充。三、落实值班值守制度|严格执行领导带班和二十四小时值班制度，及时报告情况。",
    "示例县农村道路养护实施意见一、明确养护责任|县交通运输局负责县道养护，乡镇人民政府负责乡道养护，村民委员会负责村道养护。"
    "二、完善资金保障机制|将养护资金纳入财政预算，建立稳定增长机制。三、强化监督考核|每半年对养护质量进行一次检查，结果予以通报。",
    "示例市图书馆工作总结一、基本情况|2023年，全馆接待读者三十万人次，外借图书二十万册。"
    "二、主要做法|我们坚持读者至上，不断改进服务，延长开放时间。三、存在问题|馆舍面积不足，专业人员偏少，数字资源不够丰富。",
]
GLUED += [
    "关于开展消防安全检查的通知一、检查时间|2024年3月1日至3月31日。二、检查范围|全区所有商场、宾馆、学校和医院，重点是地下空间。"
    "三、检查内容|消防设施是否完好，疏散通道是否畅通，值班制度是否落实。四、有关要求|被检查单位应当如实提供资料，不得隐瞒。",
    "示例县乡村治理实施意见一、健全组织体系|在村党组织领导下，完善村民自治机制，规范村务公开。"
    "二、推进移风易俗|倡导婚事新办、丧事简办，修订完善村规民约。三、化解矛盾纠纷|建立村级调解室，做到小事不出村、大事不出镇。",
]
WHOLE = [
    "示例市意见一、充分认识加强基层治理的重要意义，切实增强责任感。二、进一步明确乡镇职责，做到权责一致。三、强化人员经费保障，推动力量下沉，提升服务水平。",
    "示例区绿化任务：1.在滨河路两侧种植银杏一千株，由区园林局负责。2.对人民公园进行改造，年底前完工。3.将古树名木纳入保护名录，实行挂牌管理。",
    "示例省通报一、张某某在担任局长期间，违规收受礼金，受到党内警告处分。二、李某某利用职务便利，为他人谋取利益，被开除公职。",
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


def test_a_line_or_a_blank_ends_a_heading_already() -> None:
    text = GLUED[0].replace("|", "").replace("工作任务各", "工作任务 各").replace("保障措施区", "保障措施\n区")
    document = parse(Source(text))
    assert document.run_on
    assert [node.title[:4] for node in document.walk()] == ["总体目标", "工作任务", "保障措施"]
