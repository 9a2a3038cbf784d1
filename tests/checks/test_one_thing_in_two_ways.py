"""One thing that a text calls in two ways, and marks that clauses of one form have in two."""

import pytest
from checking import check
from timing import grows_linearly

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source


def told(code: str, text: str) -> list[str]:
    found = check(Source(text), Selection(select=[code]).rules()).diagnostics
    return [text[start:end] for d in found for start, end in d.spans]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("CIT026", "为做好我镇防火工作，结合我乡实际，制定本方案。", "我乡"),
        ("CIT026", "本乡各村要落实，本乡干部包村，本镇每月通报。", "本镇"),
        ("CIT026", "乡党委研究，乡政府印发，全乡动员，报镇政府备案。", "镇政府"),
        ("CIT026", "镇党委书记任组长，全镇推进，镇政府调度，驻乡干部参加。", "驻乡干部"),
        ("CIT014", "成立督察组，督察队每月督察，发现问题由督查组交办。", "督查组"),
        ("CIT028", "启动草原补奖政策，落实第三轮草原奖补政策。", "草原奖补政策"),
        ("CIT028", "加固堤防护坡工程，验收堤防坡护工程。", "堤防坡护工程"),
        ("CIT029", "落实“三个一批”举措，“三个一批”项目开工，三个一批任务完成。", "三个一批"),
        ("CIT029", "推进“十件实事”工程，做好“十件实事工程”。", "“十件实事工程”"),
        ("CIT029", "开展“爱护河道、美化示例”活动，“爱护河道 美化示例”活动分三步。", "爱护河道 美化示例"),
        ("PUN031", "为进一步规范停车管理，维护群众利益。按照统一部署，制定本方案。", "。"),
        ("PUN037", "各镇、街道干部、务必到场。", "、"),
        ("PUN037", "村民报所在镇审核、居民报区民政局审核，办理登记。", "、"),
        ("PUN037", "夯实了基础、锻炼了队伍，积累了经验，促进了发展。", "、"),
        ("PUN039", "让示例区的山更绿、水更清，空气更新鲜。", "，"),
        ("PUN039", "销毁过期药品，医疗器具和废弃药品，", ""),
        ("PUN039", "禁止邮寄印刷品，音像制品或者仿制品。", "，"),
        ("NUM005", "报名人数大致保持在三百人左右。", ""),
        ("NUM005", "费用大约控制在总额的8%左右。", "大约控制在总额的8%左右"),
        ("TRM021", "每户最高高不超过5万元。", "高高"),
        ("TRM057", "为了进一步推进改革任务的推进，制定本方案。", "推进"),
        ("TRM057", "请在规定的时间内按时报名。", "在规定的时间内按时"),
        ("TRM057", "截至目前为止，已有三户登记。", "截至目前为止"),
    ],
)
def test_it_is_told(code: str, text: str, found: str) -> None:
    assert told(code, text) == ([found] if found else [])


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("CIT026", "我镇各村要防火，镇政府调度，全镇动员，返乡人员登记，各乡镇联动，城乡同步。"),
        ("CIT026", "乡镇人民政府、街道办事处负责，乡、镇、村三级联动，镇政府、镇党委、全镇配合，县乡政府督促。"),
        ("CIT026", "我乡与示例镇政府商定，镇政府派人，全镇配合。"),
        ("CIT014", "省督察组来访，县督查组每月督查，督查结果公开。检查组检查现场，检察机关监督。"),
        ("CIT028", "检查督促各村，督促检查各镇，互相学习先进，相互学习先进，河道管护工作，管道护河工作。"),
        ("CIT028", "甲村、红岭、永和、石井、松树等村，乙村、红岭、永和、石井、柏树等村。"),
        ("CIT029", "做好“三农”工作，研究“三农”问题，三农服务站。“一号工程”和“民心工程”。"),
        ("CIT029", "落实“三个一”要求，“三个一”清单，三个一般项目，第三个一。"),
        ("CIT029", "［1］三个一批：指项目。落实“三个一批”，推进“三个一批”。"),
        ("RSP007", "负责人：吴某\n责任人：王某\n联系人：赵某\n"),
        ("PUN031", "为方便群众，县总工会深入开展服务。根据安排，第二期下月举办。"),
        ("PUN037", "公布要点、要求和要件，说明要什么、要多少，无法保留、必须迁移的古树。"),
        ("PUN037", "查看了台账、询问了情况、提出了要求。"),
        ("PUN039", "让群众腰包更鼓，底气更足、预期更稳。山更绿，水更清，空气更新鲜。"),
        ("PUN039", "存放物品，食品和药品分开存放。清点物品，领取药品和器具。"),
        ("TRM021", "得分最多，多退少补，最多多少分另定，最高高度不变。"),
        ("TRM057", "落实任务，抓落实，提前预订，目前现有三处，首先第一步是登记，在规定时间内上报。"),
    ],
)
def test_it_is_right(code: str, text: str) -> None:
    assert told(code, text) == []


@pytest.mark.growth
@pytest.mark.parametrize("code", ["CIT026", "CIT028", "CIT029", "PUN037", "PUN039", "RSP007"])
@pytest.mark.parametrize(
    "part",
    [
        "石井、永和、松树、柳塘。",
        "“三个一批”三个一批，",
        "天更蓝、水更清，",
        "我乡镇政府，",
        "负责人：吴某\n责任人：赵某\n",
        "草原补奖政策草原奖补政策",
    ],
)
def test_the_work_is_in_proportion(code: str, part: str) -> None:
    assert grows_linearly(lambda size: told(code, part * size), 400)
