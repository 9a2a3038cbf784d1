"""To whom sentences give a task: schools, companies and villages as well, those who do most of it, and all who help."""

import pytest
from attributed import attributed, only
from timing import grows_linearly

from lawcheck import check_text, parse

GIVEN = [
    ("由学校负责，6月底前完成。", {"responsible": ["学校"]}),
    ("由示例公司负责。", {"responsible": ["示例公司"]}),
    ("由示例集团牵头，各分厂配合。", {"lead": ["示例集团"], "participants": ["各分厂"]}),
    ("由市政集团、自来水公司负责登记。", {"responsible": ["市政集团", "自来水公司"]}),
    ("由用人单位负责。", {"responsible": ["用人单位"]}),
    ("由使用单位负责、保卫处指导。", {"responsible": ["使用单位"]}),
    ("由职工所在单位负责。", {"responsible": ["职工所在单位"]}),
    ("由后勤处负责，驾驶员所在部门配合。", {"responsible": ["后勤处"], "participants": ["驾驶员所在部门"]}),
    ("物业公司负责，保卫科配合。", {"responsible": ["物业公司"], "participants": ["保卫科"]}),
    ("学校会同派出所、社区开展检查。", {"lead": ["学校"], "participants": ["派出所", "社区"]}),
    ("示例公司作为实施主体，负责融资和建设。", {"responsible": ["示例公司"]}),
    ("各社区党组织要发挥牵头作用，组织党员入户。", {"lead": ["各社区党组织"]}),
    ("后勤处负责，各班级配合。", {"responsible": ["后勤处"], "participants": ["各班级"]}),
    ("设备科会同各车间、技术中心每月抽查一次。", {"lead": ["设备科"], "participants": ["各车间", "技术中心"]}),
    ("团委会同学工处、各班级团支部组织团日。", {"lead": ["团委"], "participants": ["学工处", "各班级团支部"]}),
    (
        "由总务处牵头，校医室、食堂、家长委员会参与。",
        {"lead": ["总务处"], "participants": ["校医室", "食堂", "家长委员会"]},
    ),
    ("由镇政府牵头，甲村、乙村、派出所配合。", {"lead": ["镇政府"], "participants": ["甲村", "乙村", "派出所"]}),
    ("交管大队、城管局综合执法大队联合负责校门秩序。", {"responsible": ["交管大队", "城管局综合执法大队"]}),
    ("公安机关会同文化、市场监管部门查处。", {"lead": ["公安机关"], "participants": ["文化部门", "市场监管部门"]}),
    ("由市属科研院所和涉农高等学校主管部门负责。", {"responsible": ["市属科研院所和涉农高等学校主管部门"]}),
]
CHIEFLY = [
    ("以园林处为主体，街道配合。", {"responsible": ["园林处"], "participants": ["街道"]}),
    ("以甲公司为实施主体，各社区协助做好宣传。", {"responsible": ["甲公司"], "participants": ["各社区"]}),
    ("清淤以水利站为责任主体，沿河各村配合。", {"responsible": ["水利站"], "participants": ["沿河各村"]}),
    ("以各村为主，镇卫生院、派出所协助。", {"lead": ["各村"], "participants": ["镇卫生院", "派出所"]}),
    ("区城管局为责任主体，限期拆除。", {"responsible": ["区城管局"]}),
]
HELPED = [
    ("各村、派出所配合综治办每月排查一次纠纷。", {"lead": ["综治办"], "participants": ["各村", "派出所"]}),
    ("护理部配合院感科定期开展检查。", {"lead": ["院感科"], "participants": ["护理部"]}),
    ("由人武部牵头，派出所、各村突击队组成。", {"lead": ["人武部"], "participants": ["派出所", "各村突击队"]}),
    (
        "区住建局牵头负责改造，区水务局、燃气公司协同推进。",
        {"lead": ["区住建局"], "participants": ["区水务局", "燃气公司"]},
    ),
    (
        "由资产处负责，设有实验室的学院、承担检测任务的中心配合。",
        {"responsible": ["资产处"], "participants": ["设有实验室的学院", "承担检测任务的中心"]},
    ),
    ("由农业办负责，畜牧站、各村和养殖大户配合。", {"responsible": ["农业办"], "participants": ["畜牧站", "各村"]}),
    ("医患办负责受理投诉，相关科室配合调查。", {"responsible": ["医患办"], "participants": ["相关科室"]}),
    ("由水利站、供销社按照各自职责储备。", {"responsible": ["水利站", "供销社"]}),
    ("由区政府办公室督办。", {"responsible": ["区政府办公室"]}),
]
NONE = [
    "由该单位负责。",
    "由本公司负责。",
    "由某公司承建。",
    "由企业牵头组建联盟。",
    "由以下单位负责征收：",
    "由施工单位负责现场保洁的，另行约定。",
    "企业负责提供岗位。",
    "建成三百个职业教育集团，带动中小企业参与。",
    "以企业为主体，市场为导向。",
    "以学生为主体，教师为主导。",
    "以政府投入为主，社会资本参与。",
    "各行业主管部门、集团公司要加强与公安机关的协作配合。",
    "由自然资源、住房城乡建设等部门依照各自职责依法予以处罚。",
    "居民应当配合社区做好登记。",
    "费用由学校承担，家长自愿参加。",
    "设备由供应商负责安装调试，质保期为一年。",
    "坚持政府负责、社会协同、公众参与。",
]


@pytest.mark.parametrize(("sentence", "roles"), GIVEN + CHIEFLY + HELPED)
def test_who_acts_is_named_with_all_who_help(sentence: str, roles: dict[str, list[str]]):
    assert only(sentence) == [roles]


@pytest.mark.parametrize("sentence", NONE)
def test_what_only_mentions_them_gives_no_task(sentence: str):
    assert only(sentence) in ([], [{}])


def test_brackets_may_say_it_without_a_colon():
    text = "（牵头单位为甲大队，责任单位为乙局、供电公司和各街道）"
    assert only(text) == [{"lead": ["甲大队"], "responsible": ["乙局", "供电公司", "各街道"]}]


def test_what_is_done_as_things_are_belongs_to_no_name():
    assert only("（市法院、检察院按职责分工负责，各县（区）结合实际落实）") == [
        {"responsible": ["市法院", "检察院", "各县（区）"]}
    ]


def test_helpers_before_a_colon_are_those_of_all_items():
    text = "一、内容\n下列各项工作由物业处牵头，各班组、保洁公司配合：\n（一）清理楼道。\n（二）检查通道。\n"
    assert attributed(text) == [{"lead": ["物业处"], "participants": ["各班组", "保洁公司"]}] * 2


LIST = (
    "1.整治占道。加强巡查。\n责任单位：\n（1）城管局负责主干道；\n（2）各街道负责小巷；\n"
    "2.清理广告。（责任单位：城管局）\n"
)


def test_a_label_may_be_answered_by_a_list_of_sentences():
    assert "RSP002" not in {found.code for found in check_text(LIST).diagnostics}
    assert [unit.name for task in parse(LIST).tasks for unit in task.responsible] == ["城管局", "各街道", "城管局"]


def test_a_label_before_the_next_item_lacks_its_units():
    text = LIST.replace("（1）城管局负责主干道；\n（2）各街道负责小巷；\n", "")
    assert "RSP002" in {found.code for found in check_text(text).diagnostics}


def test_what_an_item_is_headed_by_may_stand_before_blanks():
    text = "一、办证\n1.实施机构   区残联牵头，区卫健委配合。\n2.责任分工  区民政局负责。\n"
    assert attributed(text) == [{"lead": ["区残联"], "participants": ["区卫健委"]}, {"responsible": ["区民政局"]}]


@pytest.mark.parametrize("parting", ["\t", "  "])
def test_names_of_columns_may_have_blanks_between_their_characters(parting: str):
    rows = [["序号", "工 作 任 务", "责 任 单 位", "配 合 单 位"], ["1", "清理河道", "区水务局", "各街道"]]
    rows.append(["2", "清理楼道", "区住建局", "各社区"])
    text = "任务分工表\n\n" + "".join(parting.join(row) + "\n" for row in rows)
    assert attributed(text) == [
        {"responsible": ["区水务局"], "participants": ["各街道"]},
        {"responsible": ["区住建局"], "participants": ["各社区"]},
    ]


@pytest.mark.parametrize(
    "piece", ["由甲处负责，设有乙室的", "以甲处为主体，", "各班级和", "甲处、食堂、", "结合甲实际"]
)
def test_time_grows_with_the_text(piece: str):
    assert grows_linearly(lambda size: parse("一、任务\n1.清理。" + piece * size, "plan"), 800)
