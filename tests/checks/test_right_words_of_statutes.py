"""What published statutes say that looks like a mistake, beside the mistakes that it looks like."""

import pytest
from checking import places

STATUTE = "示例市绿道条例\n第一条 为了管好绿道，制定本条例。\n第二条 {}\n第三条 本条例自2024年1月1日起施行。\n"


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("CIT001", "企业应当遵守当地自治条例、单行条例和地方性法规。"),
        ("CIT001", "具体比例由省人民政府根据各设区的市、直管县绿地实际情况规定。"),
        ("CIT001", "市疾病预防控制机构依照传染病防治法提出预防、控制措施。"),
        ("TRM001", "下列土地应当根据国土空间规划划为绿地，实行严格保护。"),
        ("TRM001", "在本市实施《关于中华人民共和国国都、纪年、国歌、国旗的决议》。"),
        ("TRM008", "保障农村五保户、低保户和参保户的基本生活。"),
        ("TRM008", "企业可以征寻合作者，按照自愿节约资源的协议执行。"),
        ("TRM008", "饲养场配种点、剪毛点应当登记；但是，因该使用人的过失造成损失的除外。"),
        ("PUN037", "公民因结婚、分户、并户、失踪变更登记的，应当申报。"),
        ("TRM039", "确属误卸、溢卸的货物可以退运，交割库包括交割仓库和交割厂库。"),
        ("CIT014", "适用《关于保护国际性展览作品的议定书》和《关于保护非国际性展览作品的议定书》。"),
        ("CIT001", "不能计算的，按照市人民政府生态环境主管部门规定的方法计算。"),
        ("TRM021", "由集体经济组织组织开展绿化，由基层党组织组织学习。"),
        ("TRM039", "推动在全社会广泛形成尊医重卫的良好氛围，不称职的应当改做其他工作。"),
        ("OCR009", "市人民代表大会常务委员会在休会期间可以召开特别会议。"),
    ],
)
def test_what_statutes_say_is_right(code: str, right: str) -> None:
    assert places(STATUTE.format(right), code) == []


@pytest.mark.parametrize(
    ("code", "wrong", "found"),
    [
        ("CIT001", "企业应当遵守示例市绿化条例、单行条例和地方性法规。", "示例市绿化条例"),
        ("TRM001", "下列土地应当根据国土空间规划划的绿地范围，实行严格保护。", "国土空间规划划"),
        ("TRM008", "加强绿地保户，严格执法。", "保户"),
        ("TRM021", "要加强组织组织领导，落实责任。", "组织组织"),
    ],
)
def test_mistakes_that_look_like_it_are_found(code: str, wrong: str, found: str) -> None:
    assert places(STATUTE.format(wrong), code) == [found]


AMENDMENT = (
    "示例市人民代表大会常务委员会关于修改《示例市绿道条例》的决定\n"
    '一、将第五条修改为："绿道应当养护。养护单位有下列情形之一的，责令改正：\n'
    '"（一）未按时巡查，造成设施损坏的；\n'
    '"（二）未及时登记，造成资料遗失的。\n'
    '"单位有前款行为的，对直接负责的主管人员和其他直接责任人员，依照前款的规定处罚。"\n'
    '二、将第六条修改为："绿道应当开放，按季公布开放时间。\n'
    '"单位有前款行为的，对直接负责的主管人员和其他直接责任人员，依照前款的规定处罚。"\n'
    "本决定自2024年1月1日起施行。\n"
)


@pytest.mark.parametrize("quotes", ['""', "“”"])
@pytest.mark.parametrize("code", ["OCR011", "STR009", "STR012"])
def test_paragraphs_of_new_provisions_begin_with_a_quotation_mark(code: str, quotes: str) -> None:
    text = AMENDMENT.replace('："', f"：{quotes[0]}").replace('\n"', f"\n{quotes[0]}").replace('"', quotes[1])
    assert places(text, code) == []


def test_a_list_of_titles_has_nothing_under_them() -> None:
    text = (
        "示例区绿化资料\n一、目录\n本区执行下列文件。\n二、《关于绿道养护的决定》\n三、《示例市绿化条例》\n"
        "四、要求\n按时报送。\n五、保障\n落实经费。\n"
    )
    assert places(text, "STR011") == []
    assert places(text.replace("《示例市绿化条例》", "加强领导"), "STR011") == ["三、加强领导"]


def test_a_statute_that_ends_another_one_says_what_becomes_of_what_was_done() -> None:
    text = STATUTE.format("依照《中华人民共和国居民身份证条例》领取的证件可以使用。")
    assert places(text, "CIT004") == ["《中华人民共和国居民身份证条例》"]
    ended = "《中华人民共和国居民身份证条例》同时废止。依照《中华人民共和国居民身份证条例》领取的证件可以使用。"
    assert places(STATUTE.format(ended), "CIT004") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "飞行中是指自民用航空器完成登机或者装货后舱门关闭时起。",
        "确保各族人民共同当家做主人。",
        "其他富有爱国主义精神的内容。",
        "本法下列用语的含意是。",
        "制作讯问笔录应当使用能够长期保持字迹的材料。",
        "又走私行为仅指走私普通货物。",
        "对全职到我省工作的人才给予补贴。",
        "加大辛集、无极等重点防控区建设力度。",
        "使执法强度、执法水平具有可比较性。",
        "应当送看守所寄押。",
    ],
)
def test_words_that_sound_like_others_in_their_own_company_stay(sentence: str) -> None:
    assert places(STATUTE.format(sentence), "TRM039") == []
