"""Who is responsible, where sentences say so: in an item, for several at once, and what only looks like it."""

import pytest
from attributed import attributed, only
from timing import grows_linearly

from lawcheck import check_text, parse

SENTENCES = [
    ("排查由区民政局组织开展。", {"responsible": ["区民政局"]}),
    ("此项工作由区民政局负责落实。", {"responsible": ["区民政局"]}),
    ("由区民政局统筹推进，区财政局、区水利局协同推进。",
     {"responsible": ["区民政局"], "participants": ["区财政局", "区水利局"]}),
    ("由区民政局会同区财政局组织开展。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
    ("由区民政局承办。", {"responsible": ["区民政局"]}),
    ("由区教育、财政、水利部门负责落实。", {"responsible": ["区教育部门", "财政部门", "水利部门"]}),
    ("由教育、财政等部门按职责分工负责。", {"responsible": ["教育部门", "财政部门"]}),
    ("由区民政局负责。", {"responsible": ["区民政局"]}),
    ("楼道堆物由区民政局、区城管局负责。", {"responsible": ["区民政局", "区城管局"]}),
    ("由区民政局牵头，会同区财政局、区司法局立规。", {"lead": ["区民政局"], "participants": ["区财政局", "区司法局"]}),
    ("由区民政局牵头，会同有关部门，对堆物逐一登记。", {"lead": ["区民政局"], "participants": ["有关部门"]}),
    ("由区民政局牵头会同区财政局制定办法。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
    ("由区民政局牵头制定办法，逐年实施。", {"lead": ["区民政局"]}),
    ("由区民政局负责牵头，按期完成。", {"lead": ["区民政局"]}),
    ("由区民政局负责制定办法。", {"responsible": ["区民政局"]}),
    ("由区民政局会同区财政局负责。", {"responsible": ["区民政局", "区财政局"]}),
    ("区民政局会同区财政局负责制定办法。", {"responsible": ["区民政局", "区财政局"]}),
    ("区民政局牵头，区财政局、各街道配合。", {"lead": ["区民政局"], "participants": ["区财政局", "各街道"]}),
    ("加强调度，区民政局牵头实施。", {"lead": ["区民政局"]}),
    ("区政府办公室总牵头，按月调度。", {"lead": ["区政府办公室"]}),
    ("区民政局牵头，各有关部门分头负责。", {"lead": ["区民政局"], "responsible": ["各有关部门"]}),
    ("由区应急局、区消防救援大队按职责分工负责。", {"responsible": ["区应急局", "区消防救援大队"]}),
    ("责任单位为区公安分局、区民政局。", {"responsible": ["区公安分局", "区民政局"]}),
    ("牵头单位是区民政局，配合单位是区财政局。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
    ("由区城管局牵头，区民政局等部门参与，各街道负责落实。",
     {"lead": ["区城管局"], "participants": ["区民政局"], "responsible": ["各街道"]}),
    ("由区民政局负责，区市政、供水等单位配合。", {"responsible": ["区民政局"]}),
    ("区民政局牵头负责，各镇街配合。", {"lead": ["区民政局"], "participants": ["各镇街"]}),
    ("区民政局要会同区财政局制定办法。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
    ("区民政局应当会同区财政局、各街道检查。", {"lead": ["区民政局"], "participants": ["区财政局", "各街道"]}),
    ("区民政局会同区财政局研究制定补助标准。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
    ("具体办法由区财政部门会同有关部门另行制定。", {"lead": ["区财政部门"], "participants": ["有关部门"]}),
    ("由区民政局牵头，联合区财政局、区公安分局检查。",
     {"lead": ["区民政局"], "participants": ["区财政局", "区公安分局"]}),
    ("由区城管局负责牵头，区民政局、各物业服务企业等参与。",
     {"lead": ["区城管局"], "participants": ["区民政局", "各物业服务企业"]}),
    ("责任单位为区城管局，配合单位为各街道办事处、区水务集团。",
     {"responsible": ["区城管局"], "participants": ["各街道办事处", "区水务集团"]}),
    ("任务分工：区商务局负责业务指导，区民政局负责登记。", {"responsible": ["区商务局", "区民政局"]}),
    ("由区民政局商区财政局确定。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
    ("区民政局要牵头抓好登记工作。", {"lead": ["区民政局"]}),
    ("区民政局负责统筹全区清理，按月通报。", {"responsible": ["区民政局"]}),
    ("区民政局具体负责登记工作。", {"responsible": ["区民政局"]}),
    ("区民政局负责登记计划的执行。", {"responsible": ["区民政局"]}),
    ("根据区政府安排，区民政局负责登记。", {"responsible": ["区民政局"]}),
    ("消防部门按规定的职责，负责器材的监督管理。", {"responsible": ["消防部门"]}),
    ("区民政局负责受理，区财政局负责拨付，各街道负责登记。", {"responsible": ["区民政局", "区财政局", "各街道"]}),
    ("区民政局牵头组织，区财政局密切配合，各街道具体实施。",
     {"lead": ["区民政局"], "participants": ["区财政局"], "responsible": ["各街道"]}),
    ("区民政局、区发改委负责组织协调，按月通报。", {"responsible": ["区民政局", "区发改委"]}),
    ("人力资源社会保障部门负责做好培训工作。", {"responsible": ["人力资源社会保障部门"]}),
    ("由设区的市人民政府林业主管部门负责组织调查。", {"responsible": ["设区的市人民政府林业主管部门"]}),
    ("由街道办事处防汛指挥机构负责。", {"responsible": ["街道办事处防汛指挥机构"]}),
    ("各市（含甲、乙市）、县（市、区）盐业主管部门牵头负责预案的制定。",
     {"lead": ["各市（含甲、乙市）、县（市、区）盐业主管部门"]}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_a_sentence_says_who_is_responsible(sentence, expected):
    assert only(sentence) == [expected]


OTHERS = [
    "由社区组织开展自查。",
    "活动由学校组织开展。",
    "说明项目牵头单位与参与单位是否存在利益关联关系。",
    "建立由区政府牵头、有关部门参与的工作机制。",
    "推动建立区民政局牵头，区财政局参与的机制。",
    "由建设单位负责，费用自理。",
    "由本企业负责。",
    "由其主管部门负责。",
    "本方案由区民政局负责解释。",
    "区民政局要会同有关部门抓好落实。",
    "由区民政局负责同志任组长。",
    "由一个部门牵头，多个部门配合。",
    "鼓励企业牵头，高校参与。",
    "区民政局根据年度计划，组织检查。",
    "各街道要确定专人负责。",
    "安全自由负责。",
    "区民政局会同区财政局研究提出了补助标准。",
    "近日，区民政局会同区财政局检查了楼道。",
    "有关部门要会同社区做好宣传。",
    "区民政局负责清理的楼道，由居民验收。",
    "区民政局负责人参加会议。",
    "区民政局负责同志要靠前指挥。",
    "区民政局要切实负起责任。",
    "区民政局对登记工作负责。",
    "政府部门负责制定规则。",
    "业务主管部门要会同有关单位处理好善后工作。",
    "市政府各部门应当密切配合。",
    "由市政府批准。",
    "由区财政安排资金。",
    "由高到低排序。",
    "责任由企业承担。",
    "申报材料由区民政局审核，报区政府审批。",
    "建立区民政局负责、街道配合的机制。",
    "区民政局每月开会，适时组织检查。",
]


@pytest.mark.parametrize("sentence", OTHERS)
def test_what_gives_nobody_a_task_is_none(sentence):
    assert only(sentence) == []


def test_sentences_that_say_who_acts_ask_nobody_to_say_so_everywhere():
    named = "".join(f"{n}.清理第{n}处楼道堆物。区民政局负责登记第{n}处楼道堆物。\n" for n in range(1, 6))
    text = f"一、重点任务\n{named}6.清理最后一处楼道的全部堆物。\n"
    assert [d.code for d in check_text(text, kind="plan", select=["RSP001"]).diagnostics] == []


def test_what_is_attributed_in_brackets_is_not_attributed_once_more():
    text = "由区民政局牵头，逐户登记。（责任单位：区民政局、区财政局）"
    assert only(text) == [{"responsible": ["区民政局", "区财政局"]}]


def test_sentences_of_one_item_are_measures_of_their_own():
    found = only("由区民政局负责。更换门牌，由区公安分局负责。")
    assert found == [{"responsible": ["区民政局"]}, {"responsible": ["区公安分局"]}]


def test_who_acts_in_one_sentence_shares_one_measure():
    assert only("申请由区民政局负责受理，由区财政局负责拨付。") == [{"responsible": ["区民政局", "区财政局"]}]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("主责单位是区民政局、区财政局。", {"lead": ["区民政局", "区财政局"]}),
        ("由区民政局主责，区财政局配合。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
        ("职责分工:综治科和派出所负责巡查。", {"responsible": ["综治科", "派出所"]}),
        ("各社区分工负责登记。", {"responsible": ["各社区"]}),
    ],
)
def test_other_words_for_who_acts(sentence, expected):
    assert only(sentence) == [expected]


def test_a_statute_has_no_tasks():
    text = "第一条 绿地由区园林局负责。\n第二条 道路由区城管局负责。\n"
    assert parse(text, "statute").tasks == ()


OWNER = {"responsible": ["区民政局"]}
SHARED = [
    ("一、重点任务\n以下任务均由区民政局负责。\n1.清理楼道。\n2.更换门牌。\n二、其他\n好。\n", [OWNER, OWNER]),
    ("一、重点任务\n以下各项任务责任单位均为区民政局。\n1.清理楼道。\n2.更换门牌。\n", [OWNER, OWNER]),
    ("一、重点任务\n1.清理楼道。\n2.更换门牌。\n以上任务均由区民政局负责。\n", [OWNER, OWNER]),
    ("示例区方案\n以下任务统一由区民政局负责：\n一、清理楼道。\n二、更换门牌。\n", [OWNER, OWNER]),
    (
        "一、重点任务\n下列工作由区民政局负责。\n1.清理楼道。\n2.更换门牌。（责任单位：区公安分局）\n",
        [OWNER, {"responsible": ["区公安分局"]}],
    ),
]


HEADINGS = [
    "{}牵头的工作（2项）",
    "{}牵头",
    "由{}牵头的任务",
    "{}主办件",
    "牵头单位：{}",
    "牵头部门：{}（共2项）",
    "{}共同牵头的重点工作（2项）",
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_may_say_whose_the_items_under_it_are(heading):
    text = "示例区任务清单\n"
    for ordinal, unit in (("一", "区民政局"), ("二", "区水利局")):
        text += f"{ordinal}、{heading.format(unit)}\n1.清理楼道。\n2.更换门牌。\n"
    assert attributed(text) == [{"lead": ["区民政局"]}] * 2 + [{"lead": ["区水利局"]}] * 2


@pytest.mark.parametrize("heading", ["{}负责的事项", "{}负责（2项）", "{}承办（共2件）", "{}（2项）", "责任单位：{}"])
def test_a_heading_may_say_who_is_responsible(heading):
    text = f"示例区任务清单\n一、{heading.format('区民政局')}\n1.清理楼道。\n2.更换门牌。（区公安分局负责）\n"
    assert attributed(text) == [OWNER, {"responsible": ["区公安分局"]}]


@pytest.mark.parametrize("heading", ["区民政局牵头清理楼道", "清理楼道（2项）", "区民政局", "各部门工作任务"])
def test_a_heading_that_says_more_or_less_is_no_owner(heading):
    text = f"示例区任务清单\n一、{heading}\n1.清理楼道。\n2.更换门牌。\n二、其他\n1.培训楼长。（区财政局负责）\n"
    assert {"responsible": ["区财政局"]} in attributed(text)
    assert {"lead": ["区民政局"]} not in attributed(text)[1:]


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_a_sentence_may_be_about_all_items_that_follow(text, expected):
    assert attributed(text) == expected


def test_items_that_share_an_attribution_lack_none():
    text = "一、重点任务\n以下任务均由区民政局负责。\n" + "".join(f"{n}.清理第{n}处楼道堆物。\n" for n in range(1, 6))
    assert [d.code for d in check_text(text, kind="plan", select=["RSP001"]).diagnostics] == []


FIRST = [
    "列第一位者为牵头单位",
    "排在第一位的单位为牵头单位",
    "第一个单位为牵头单位",
    "首位为牵头单位",
    "牵头单位排在首位",
    "排序第一的为牵头单位",
    "排列第一的单位为牵头单位",
    "位于首位的为牵头单位",
    "其中第一个单位为牵头单位",
    "首列单位为牵头单位",
    "列在最前面的牵头",
]


@pytest.mark.parametrize("words", FIRST)
def test_a_note_outside_brackets_makes_every_first_unit_lead(words):
    both = "（责任单位：区民政局、区财政局）"
    expected = [{"lead": ["区民政局"], "responsible": ["区民政局", "区财政局"]}] * 2
    assert attributed(f"一、重点任务\n1.清理楼道。{both}\n2.更换门牌。{both}\n注：责任单位中{words}。\n") == expected
    inner = f"（区民政局、区财政局负责，{words}，下同）"
    assert attributed(f"一、重点任务\n1.清理楼道。{inner}\n2.更换门牌。（区民政局、区财政局负责）\n") == expected


def test_what_is_said_within_one_attribution_holds_from_there():
    both, note = "（区民政局、区财政局负责）", "（区民政局、区财政局负责，列第一位的为牵头单位，下同）"
    found = attributed(f"一、重点任务\n1.清理楼道。{both}\n2.更换门牌。{note}\n3.培训楼长。{both}\n")
    assert [task.get("lead") for task in found] == [None, ["区民政局"], ["区民政局"]]


UNITS = [
    ("市教育局、市属高等学校和科研院所主管部门", ["市教育局", "市属高等学校和科研院所主管部门"]),
    ("市属高校、科研院所主管部门", ["市属高校、科研院所主管部门"]),
    ("各级医疗机构和养老机构主管部门、市财政局", ["各级医疗机构和养老机构主管部门", "市财政局"]),
    ("示例大学和科研院所主管部门", ["示例大学", "科研院所主管部门"]),
    ("市教育局和学校主管部门", ["市教育局", "学校主管部门"]),
    ("各高等学校、市教育局", ["各高等学校", "市教育局"]),
]


@pytest.mark.parametrize(("units", "names"), UNITS)
def test_the_authority_over_kinds_of_institutions_is_one(units, names):
    assert only(f"（责任单位：{units}）") == [{"responsible": names}]


def test_labels_in_brackets_may_be_short():
    assert only("（牵头：区民政局；配合：区财政局）") == [{"lead": ["区民政局"], "participants": ["区财政局"]}]


HOSTILE = [
    "由区民政局、",
    "由",
    "由区民政局牵头，",
    "区民政局牵头，",
    "责任单位为",
    "以下任务均由",
    "，区民政局",
    "由区民政局会同",
    "区民政局要会同",
    "区民政局负责",
    "根据安排，区民政局",
    "发挥区工作领导小组",
    "，各镇配合区民政局",
    "由区民政局牵头，组织区财政局",
    "由区民政局牵头，联合图书馆、",
]


@pytest.mark.growth
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece):
    assert grows_linearly(lambda size: parse("一、重点任务\n1.清理。" + piece * size, "plan"), 1600)


def test_a_sentence_that_speaks_of_the_division_of_work_is_a_task_like_its_neighbours():
    text = (
        "一、重点任务\n1.清理楼道。牵头单位：区民政局\n2.督促各校按照职责分工落实主体责任，定期抽查校园食堂和供餐单位。\n"
        "3.修补围墙。牵头单位：区城管局\n"
    )
    assert attributed(text) == [{"lead": ["区民政局"]}, {}, {"lead": ["区城管局"]}]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        (
            "区财政局要牵头制定办法，区审计局、区民政局要积极配合。",
            {"lead": ["区财政局"], "participants": ["区审计局", "区民政局"]},
        ),
        (
            "区民政局负责建立台账，各镇人民政府要密切配合。",
            {"responsible": ["区民政局"], "participants": ["各镇人民政府"]},
        ),
        ("由区司法局牵头起草文本，区教育局做好配合工作。", {"lead": ["区司法局"], "participants": ["区教育局"]}),
        ("区民政局主抓，各镇人民政府具体负责。", {"lead": ["区民政局"], "responsible": ["各镇人民政府"]}),
        # Who does something else does not help, and others are no offices.
        ("区财政局牵头制定办法，区审计局发现问题要及时报告。", {"lead": ["区财政局"]}),
        ("区财政局负责制定办法，居民要积极配合。", {"responsible": ["区财政局"]}),
        ("区财政局牵头制定办法，配合做好宣传。", {"lead": ["区财政局"]}),
    ],
)
def test_others_help_with_what_somebody_leads(sentence: str, roles: dict[str, list[str]]):
    assert only(sentence) == [roles]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        (
            "由区民政局会同区财政局、区水利局组织实施，各镇人民政府具体落实。",
            {"lead": ["区民政局"], "participants": ["区财政局", "区水利局"], "responsible": ["各镇人民政府"]},
        ),
        ("（区民政局会同区财政局组织实施）", {"lead": ["区民政局"], "participants": ["区财政局"]}),
        ("由区民政局会同区财政局共同组织实施，并聘请专家。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
        (
            "具体工作由区数据局承担，区大数据中心提供技术支撑。",
            {"responsible": ["区数据局"], "participants": ["区大数据中心"]},
        ),
        ("由区民政局负总责，区财政局协助。", {"responsible": ["区民政局"], "participants": ["区财政局"]}),
        ("由区民政局按照职责负责日常监管。", {"responsible": ["区民政局"]}),
        ("由区政府办公室统筹，区民政局具体实施。", {"responsible": ["区政府办公室", "区民政局"]}),
        ("由区民政局牵头抓总，区委党校配合做好培训。", {"lead": ["区民政局"], "participants": ["区委党校"]}),
        (
            "区税务局作为牵头单位，负责汇总数据；区统计局作为配合单位，负责核对。",
            {"lead": ["区税务局"], "participants": ["区统计局"]},
        ),
        ("本项任务区民政局牵头，区财政局协同落实。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
        ("此事由镇综治办负责，于6月10日前办结。", {"responsible": ["镇综治办"]}),
        ("区公安分局负责管控；各镇负责劝导。", {"responsible": ["区公安分局", "各镇"]}),
        ("市教育局负责学校排查，市民政局负责养老机构排查。", {"responsible": ["市教育局", "市民政局"]}),
        ("区民政局应牵头成立专班。", {"lead": ["区民政局"]}),
        ("由县级以上人民政府公安机关负责管理。", {"responsible": ["县级以上人民政府公安机关"]}),
        ("（区数据局负责平台建设，区财政局负责资金保障）", {"responsible": ["区数据局", "区财政局"]}),
        ("楼道清理由区民政局统筹，各乡镇人民政府负责落实。", {"responsible": ["区民政局", "各乡镇人民政府"]}),
        ("由镇党政办会同镇应急办于5月底前完成排查。", {"lead": ["镇党政办"], "participants": ["镇应急办"]}),
        (
            "本措施由县教育局牵头推进，县委编办、县财政局给予支持。",
            {"lead": ["县教育局"], "participants": ["县委编办", "县财政局"]},
        ),
        ("各科室、所属单位按职责分工负责。", {"responsible": ["各科室", "所属单位"]}),
        ("县供销社要积极主动牵头，县民政局要协助。", {"lead": ["县供销社"], "participants": ["县民政局"]}),
        ("牵头：县公安局；配合：县交通局；时限：8月", {"lead": ["县公安局"], "participants": ["县交通局"]}),
        (
            "由区市场监管、公安、城管等部门按职责分工负责。",
            {"responsible": ["区市场监管部门", "公安部门", "城管部门"]},
        ),
        ("（市、县（区）人民政府负责）", {"responsible": ["市、县（区）人民政府"]}),
        (
            "牵头责任单位：区水务局；配合责任单位：区园林局",
            {"lead": ["区水务局"], "participants": ["区园林局"]},
        ),
        (
            "（牵头单位：市金融办；配合单位：市财政局，各区、县级市）",
            {"lead": ["市金融办"], "participants": ["市财政局", "各区、县级市"]},
        ),
    ],
)
def test_more_forms_of_sentences(sentence: str, roles: dict[str, list[str]]):
    found = attributed(f"一、重点任务\n1.清理楼道。{sentence}\n2.修补围墙。（责任单位：区府办）\n")[:-1]
    merged: dict[str, list[str]] = {}
    for task in found:
        for role, units in task.items():
            merged.setdefault(role, []).extend(units)
    assert merged == roles


@pytest.mark.parametrize(
    "sentence",
    [
        "实施方案经区生态环境局会同区财政局组织评审。",
        "全区首张负面清单出台实施。",
        "各镇负责人参会。",
        "所需费用由区财政局承担。",
        "经费由区财政局承担。",
        "责任由区民政局承担。",
        "由政府牵头、企业参与的机制逐步建立。",
    ],
)
def test_sentences_that_give_no_task(sentence: str):
    assert only(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        # Those who come in, without a subject beside them.
        ("同时会同区财政局开展检查。", {"participants": ["区财政局"]}),
        ("要会同区民政局指导用工单位和培训机构登记。", {"participants": ["区民政局"]}),
        ("区民政局将完善台账，将会同区财政局、区水利局开展检查。",
         {"lead": ["区民政局"], "participants": ["区财政局", "区水利局"]}),
        ("由区民政局牵头，组织区财政局等部门，对楼道开展检查。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
        ("区民政局负责登记，商有关部门合理安排运输。", {"responsible": ["区民政局"], "participants": ["有关部门"]}),
        ("区公安局负责治安，协同区民政局打击犯罪。", {"responsible": ["区公安局"], "participants": ["区民政局"]}),
        ("区民政局会同区财政局建立统一的台账。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
        ("区民政局应当自收到材料之日起5日内，会同公安、人力资源和社会保障等部门，对住户的收入、人口等情况进行审核。",
         {"lead": ["区民政局"], "participants": ["公安部门", "人力资源和社会保障部门"]}),
        # Who leads without a word for it, and who helps.
        ("由校长室直接领导，教务处、德育处协调配合。",
         {"responsible": ["校长室"], "participants": ["教务处", "德育处"]}),
        ("区民政局总体负责，区财政局分工负责。", {"responsible": ["区民政局", "区财政局"]}),
        ("发挥区登记工作领导小组作用，统筹负责方案的实施。", {"responsible": ["区登记工作领导小组"]}),
        ("区民政局要继续做好牵头工作。", {"lead": ["区民政局"]}),
        ("责成区民政局牵头整改。", {"lead": ["区民政局"]}),
        ("该活动由校学工部组织，每年一次。", {"responsible": ["校学工部"]}),
        ("宣传工作由办公室统一协调，各处室配合。", {"responsible": ["办公室"], "participants": ["各处室"]}),
        ("区民政局负责登记工作的综合协调。", {"responsible": ["区民政局"]}),
        ("成立专班，由区长任组长，区民政局负责日常工作。", {"responsible": ["区民政局"]}),
        # What is said of a unit is no part of its name.
        ("区民政局作为主管部门，负责登记工作。", {"responsible": ["区民政局"]}),
        ("本级政府办公室要会同宣传部门做好协调。", {"lead": ["本级政府办公室"], "participants": ["宣传部门"]}),
        ("各牵头单位负责制定细则，各配合单位予以支持。",
         {"responsible": ["各牵头单位"], "participants": ["各配合单位"]}),
        ("由乡镇负责清退。", {"responsible": ["乡镇"]}),
        ("县（市、区）负责排查。", {"responsible": ["县（市、区）"]}),
        ("县（市）住房保障部门负责登记。", {"responsible": ["县（市）住房保障部门"]}),
        ("由设区的市、县（市）发展改革部门会同住房保障部门确定。",
         {"lead": ["设区的市、县（市）发展改革部门"], "participants": ["住房保障部门"]}),
        ("由区民政局牵头，不动产管理、住房公积金管理等部门配合。",
         {"lead": ["区民政局"], "participants": ["不动产管理部门", "住房公积金管理部门"]}),
        ("区民政局负责登记，已登记的住户不再登记。", {"responsible": ["区民政局"]}),
        ("由科研处牵头，联合图书馆、档案馆开展清查。", {"lead": ["科研处"], "participants": ["图书馆", "档案馆"]}),
        ("由区民政局牵头，每季度会同区财政局调度一次。", {"lead": ["区民政局"], "participants": ["区财政局"]}),
        ("实现统一登记，各镇配合区民政局做好核对。", {"participants": ["各镇"], "lead": ["区民政局"]}),
        ("由区财政局和区审计局对资金使用情况进行监督检查。", {"responsible": ["区财政局", "区审计局"]}),
    ],
)  # fmt: skip
def test_sentences_name_those_who_act_in_other_ways(sentence: str, roles: dict[str, list[str]]):
    assert only(sentence) == [roles]


@pytest.mark.parametrize(
    "sentence",
    [
        "去年以来，区民政局会同区财政局开展检查12次。",
        "今年以来，由区民政局牵头，区财政局配合，登记3万户。",
        "区民政局负责登记，已登记3万户。",
        "《办法》由区民政局牵头起草，经区政府同意，现印发给你们。",
        "会同学校家长开展检查。",
        "会同区财政局组织的检查。",
        "由托运人自行负责。",
        "授权区民政局负责登记。",
        "由建设主体在区民政局指导下进行整改。",
        "区民政局同区财政局共同负责登记。",
    ],
)
def test_what_was_done_and_who_is_no_unit_give_no_task(sentence: str):
    assert only(sentence) == []


def test_that_all_work_together_helps_with_nothing_said_before():
    found = only("区民政局负责登记。各部门要密切配合，确保成效。")
    assert found == [{"responsible": ["区民政局"]}]
