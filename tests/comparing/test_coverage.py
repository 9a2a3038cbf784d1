"""How the measures of a superior document are taken up: which, how far, what is lost and what is less."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import grows_linearly

from lawcheck import parse
from lawcheck.comparing.coverage.cover import Degree, cover
from lawcheck.comparing.coverage.losses import What
from lawcheck.comparing.coverage.measures import CoveredFile, measures_of

SUPERIOR = """示例市河道管护行动计划

一、总体要求
（一）指导思想。坚持生态优先，持续改善河道面貌。

二、重点任务
（二）清理河道垃圾。各区要组织保洁队伍每日巡查打捞，2024年6月底前清理完毕。（责任单位：市水利局）
（三）整治排污口。全面摸排入河排污口，不得新设排污口，整治率达到90%以上。（责任单位：市生态环境局）
（四）修复岸坡。种植护坡植物，修建步道、座椅、护栏和照明设施，沿河每五百米设置警示标志。（责任单位：市园林局）
（五）建立河长公示牌。公示河长姓名、电话和职责，接受群众监督。

三、保障措施
（六）加强组织领导。水利部要研究制定河道管护标准。各区成立工作专班，定期调度。
"""
OWN = """示例区河道管护实施方案

一、工作任务
（一）打捞河道垃圾。镇街组织保洁队伍每日巡查打捞，2024年6月底前清理完毕。（牵头单位：区水务局）
（二）整治排污口。摸排入河排污口，不得新设排污口，整治率达到90%以上。（牵头单位：区生态环境局）
（三）修复岸坡。种植护坡植物，修建步道、座椅、护栏和照明设施，沿河每五百米设置警示标志。（牵头单位：区园林局）
（四）竖立河长公示牌。公示河长姓名、电话和职责，接受群众监督。
（五）举办护河活动。每年三月组织志愿者开展护河活动。

二、工作保障
（六）加强组织领导。区政府成立工作专班，定期调度。
"""


def coverage(superior=SUPERIOR, own=OWN):
    return cover([CoveredFile("superior.txt", parse(superior))], CoveredFile("own.txt", parse(own)))


def degrees(found):
    return {found.superior[link.superior].label: link.degree for link in found.links}


def link_of(found, label):
    (link,) = (link for link in found.links if found.superior[link.superior].label == label)
    return link


def test_every_measure_has_those_that_take_it_up():
    found = coverage()
    assert degrees(found) == dict.fromkeys(
        ("二、（二）", "二、（三）", "二、（四）", "二、（五）", "三、（六）句2"), Degree.FULL
    )
    labels = {found.superior[x.superior].label: [found.own[o].label for o in x.own] for x in found.links}
    assert labels == {
        "二、（二）": ["一、（一）"],
        "二、（三）": ["一、（二）"],
        "二、（四）": ["一、（三）"],
        "二、（五）": ["一、（四）"],
        "三、（六）句2": ["二、（六）"],
    }
    assert [found.own[index].label for index in found.own_only] == ["一、（五）"]
    assert not any(link.is_less for link in found.links)


def test_general_thought_and_duties_of_central_bodies_are_nobodys_task():
    found = coverage()
    assert [m.label for m in found.superior if not m.is_task and m.label] == ["一、（一）", "三、（六）"]


@pytest.mark.parametrize(
    ("label", "before", "after", "what", "weaker"),
    [
        ("二、（二）", "2024年6月底前", "2024年12月底前", What.DEADLINE, True),
        ("二、（二）", "2024年6月底前", "2024年3月底前", What.DEADLINE, False),
        ("二、（三）", "90%", "60%", What.FIGURE, True),
        ("二、（三）", "90%", "95%", What.FIGURE, False),
        ("二、（三）", "不得新设", "鼓励新设", What.MODALITY, True),
        ("二、（四）", "五百米", "八百米", What.FIGURE, False),
    ],
)
def test_what_is_said_otherwise(label, before, after, what, weaker):
    link = link_of(coverage(own=OWN.replace(before, after)), label)
    (change,) = link.altered
    assert (change.what, change.weaker) == (what, weaker)
    assert change.before in before and change.after in after
    assert link.is_less is weaker and link.degree is (Degree.PARTLY if weaker else Degree.FULL)


@pytest.mark.parametrize(
    ("label", "gone", "lost"),
    [
        ("二、（二）", "，2024年6月底前清理完毕", ("2024年6月底前",)),
        ("二、（三）", "，整治率达到90%以上", ("90%",)),
        ("二、（四）", "、座椅、护栏和照明设施", ("座椅", "护栏", "照明设施")),
    ],
)
def test_what_is_left_out(label, gone, lost):
    link = link_of(coverage(own=OWN.replace(gone, "")), label)
    assert (link.degree, link.lost) == (Degree.PARTLY, lost)


def test_a_measure_that_is_left_out_is_not_taken_up():
    found = coverage(own=OWN.replace("（四）竖立河长公示牌。公示河长姓名、电话和职责，接受群众监督。\n", ""))
    link = link_of(found, "二、（五）")
    assert (link.degree, link.own) == (Degree.NONE, ())
    assert sum(degree is Degree.NONE for degree in degrees(found).values()) == 1


def test_the_office_of_another_level_has_the_same_duty():
    assert link_of(coverage(), "二、（三）").altered == ()
    (change,) = link_of(coverage(own=OWN.replace("区园林局", "区商务局")), "二、（四）").altered
    assert (change.what, change.before, change.after) == (What.UNIT, "市园林局", "区商务局")


def test_a_limit_that_is_raised_is_less():
    superior, own = (
        f"示例方案\n一、任务\n1.压缩办理时间。窗口业务办理不超过{n}个工作日，逾期登记原因。\n" for n in (5, 8)
    )
    (link,) = coverage(superior, own).links
    assert [(change.before, change.after, change.weaker) for change in link.altered] == [
        ("5个工作日", "8个工作日", True)
    ]


def test_several_superiors_are_held_against_one_document():
    other = "示例省护河通知\n一、任务\n1.举办护河活动。每年三月组织志愿者开展护河活动。\n"
    superiors = [CoveredFile("a.txt", parse(SUPERIOR)), CoveredFile("b.txt", parse(other))]
    found = cover(superiors, CoveredFile("own.txt", parse(OWN)))
    last = found.links[-1]
    assert found.superior[last.superior].file.path == "b.txt"
    assert [found.own[index].label for index in last.own] == ["一、（五）"]
    assert found.own_only == ()


def test_a_document_without_ordinals_is_compared_by_its_sentences():
    text = "示例区通知\n组织保洁队伍每日巡查打捞河道垃圾。\n竖立河长公示牌，公示河长姓名。\n"
    assert [m.said for m in measures_of(CoveredFile("x", parse(text))) if m.is_task]


@given(st.text("一二（）1.、。\n河长公示牌整治应当不得90%年月2024单位：责任局", max_size=200))
def test_any_text_takes_itself_up(text):
    found = coverage(text, text)
    for link in found.links:
        measure = found.superior[link.superior]
        assert 0 <= measure.start <= measure.end <= len(measure.file.document.text)
        if link.own:
            assert not link.lost and not any(change.weaker for change in link.altered)


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ("不得新设", "原则上不得新设", "不得", "原则上不得"),
        ("摸排入河排污口", "探索摸排入河排污口", "摸排入河排", "探索摸排入河排"),
        ("整治率达到90%以上", "力争整治率达到90%以上", "整治率达到", "力争整治率达到"),
    ],
)
def test_a_word_that_weakens_is_seen(before, after, was, now):
    superior = SUPERIOR.replace("全面摸排", "摸排")
    link = link_of(coverage(superior, OWN.replace(before, after)), "二、（三）")
    (change,) = link.altered
    assert (change.what, change.before, change.after, change.weaker) == (What.MODALITY, was, now, True)


@pytest.mark.parametrize(
    "own",
    [
        # The superior says it too, or the word stands before something else.
        OWN.replace("摸排入河排污口", "全面摸排入河排污口"),
        OWN.replace("区政府成立工作专班", "区政府鼓励各镇自查，成立工作专班"),
        OWN.replace("接受群众监督", "接受群众监督，探索公示河段长"),
    ],
)
def test_words_that_weaken_nothing_of_the_superior(own):
    assert not any(link.altered for link in coverage(own=own).links)


def test_one_unit_of_several_that_is_put_for_another_is_seen_once():
    superior = SUPERIOR.replace(
        "公示河长姓名、电话和职责，接受群众监督。",
        "公示河长姓名、电话和职责，接受群众监督。每季度核对公示内容，更换破损牌面。（责任单位：市水利局、市教育局、市财政局）",
    )
    own = OWN.replace(
        "公示河长姓名、电话和职责，接受群众监督。",
        "公示河长姓名、电话和职责，接受群众监督。每季度核对公示内容，更换破损牌面。（责任单位：区水务局、区体育局、区财政局）",
    )
    changes = [change for link in coverage(superior, own).links for change in link.altered]
    assert [(change.what, change.before, change.after) for change in changes] == [(What.UNIT, "市教育局", "区体育局")]


def test_a_copy_of_one_of_two_like_measures_takes_up_no_other():
    superior = """示例市奖励办法
一、奖励
1.对新认定的市级示范工厂，给予10万元奖励，专项用于设备更新和技术改造。
2.对新认定的市级示范车间，给予10万元奖励，专项用于设备更新和技术改造。
3.建立奖励台账，每年公示奖励结果。
"""
    own = superior.replace("市", "区").replace(superior.splitlines()[3].replace("市", "区") + "\n", "")
    assert list(degrees(coverage(superior, own)).values()) == [Degree.FULL, Degree.NONE, Degree.FULL]


def test_a_short_sentence_that_stands_as_a_heading_is_found():
    superior = """示例市护河方案
一、任务
（一）巡查河道。组织志愿者定期巡查。河长负责督办打捞。每月公布水质检测结果，接受群众监督。
"""
    own = """示例区护河方案
一、任务
（一）河长负责督办打捞。每月公布水质检测结果，接受群众监督。
"""
    found = coverage(superior, own)
    assert [link.degree for link in found.links] == [Degree.NONE, Degree.FULL, Degree.FULL]


def test_names_in_lists_are_no_measures():
    text = "示例市护河通知\n附件\n1.（示例区）\n2.（示例县）\n3.每月组织一次护河活动，清理岸边垃圾。\n"
    measures = measures_of(CoveredFile("a.txt", parse(text)))
    assert [measure.text[:6] for measure in measures if measure.is_task] == ["3.每月组织"]


def test_a_word_that_weakens_is_seen_within_a_clause():
    superior = SUPERIOR.replace("接受群众监督。", "由河长办公室开展满意度调查。")
    own = OWN.replace("接受群众监督。", "由河长办公室鼓励开展满意度调查。")
    (change,) = link_of(coverage(superior, own), "二、（五）").altered
    assert (change.what, change.after, change.weaker) == (What.MODALITY, "鼓励开展满意度", True)


def test_a_date_before_a_measure_and_a_unit_may_be_left_out():
    superior = SUPERIOR.replace("公示河长姓名", "2025年，公示河长姓名").replace(
        "（责任单位：市园林局）", "（责任单位：市园林局、市财政局）"
    )
    found = coverage(superior)
    assert link_of(found, "二、（五）").lost == ("2025年",)
    assert link_of(found, "二、（四）").lost == ("市财政局",)
    assert not any(link.lost for link in coverage(superior.replace("2025年，", "巩固2025年成果，")).links[3:])
    own = OWN.replace("公示河长姓名", "2026年，公示河长姓名")
    (change,) = link_of(coverage(superior, own), "二、（五）").altered
    assert (change.before, change.after, change.weaker) == ("2025年", "2026年", True)


def test_the_level_of_a_place_is_no_other_wording():
    superior = SUPERIOR.replace("接受群众监督。", "接受群众监督。完善全市河道名录。")
    own = OWN.replace("接受群众监督。", "接受群众监督。鼓励完善全区河道名录。")
    (change,) = link_of(coverage(superior, own), "二、（五）句2").altered
    assert (change.what, change.weaker) == (What.MODALITY, True)


def plan_with(sentence):
    return (
        f"示例方案\n一、任务\n（一）整治排污口。{sentence}\n（二）清理河道垃圾。组织保洁队伍每日巡查打捞水面漂浮物。\n"
    )


def changes_between(before, after):
    return [
        (change.before, change.after, change.weaker)
        for link in coverage(plan_with(before), plan_with(after)).links
        for change in link.altered
    ]


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ("加快更换破损的截污管道。", "稳步更换破损的截污管道。", "加快", "稳步"),
        ("严格执行入河排污口登记制度。", "适当执行入河排污口登记制度。", "严格", "适当"),
        ("破损管道全部更换为铸铁管道。", "破损管道部分更换为铸铁管道。", "全部", "部分"),
        ("截污管道的破损部位要全部更换", "截污管道的破损部位要部分更换", "要全部", "要部分"),
        ("各镇政府要登记入河排污口的位置。", "各镇政府可登记入河排污口的位置。", "要", "可"),
        ("有关单位应当加强入河排污口巡查。", "有关单位宜加强入河排污口巡查。", "应当", "宜"),
        ("支持企业改造入河排污管道。", "研究支持企业改造入河排污管道。", "支持", "研究支持"),
        ("大力支持企业改造入河排污管道。", "适度支持企业改造入河排污管道。", "大力支持", "适度支持"),
        ("河岸两侧不得设立经营摊点。", "河岸两侧一般不设立经营摊点。", "不得设立经营", "一般不设立经营"),
        ("定期开展入河排污口水质监测。", "适时开展入河排污口水质监测。", "定期", "适时"),
        (
            "加大支持力度，登记入河排污口的位置。",
            "加大支持力度，探索登记入河排污口的位置。",
            "登记入河排",
            "探索登记入河排",
        ),
    ],
)
def test_a_weaker_word_in_the_place_of_another(before, after, was, now):
    assert [(change[0][:2], change[1][:2], change[2]) for change in changes_between(before, after)] == [
        (was[:2], now[:2], True)
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("加快推进入河排污口改造。", "推进入河排污口改造。"),
        ("推进入河排污口改造。", "稳步推进入河排污口改造。"),
        ("支持企业改造入河排污管道。", "鼓励支持企业改造入河排污管道。"),
        ("为沿河居民提供便利的取水设施。", "修建步道，支持为沿河居民提供便利的取水设施。"),
        ("列入河道整治规划纲要及相关专项规划。", "列入河道整治规划纲要及相关专项规划。"),
        ("必须登记入河排污口的位置。", "应当登记入河排污口的位置。"),
    ],
)
def test_words_that_bind_as_much(before, after):
    assert not [change for change in changes_between(before, after) if change[2]]


def test_a_short_sentence_in_other_words_takes_up_a_long_one():
    superior = """示例省农产品流通方案
一、任务
（一）建设设施。鼓励各县因地制宜新建产地仓、气调库、冷藏保鲜库等设施，以租赁、共享等方式降低经营主体的成本。
（二）培训人员。组织农村经纪人学习分级包装、质量检测和市场营销知识，培养一批带头人。
（三）宣传品牌。依托展销会、推介会宣传区域公用品牌，扩大地方特产的知名度和市场占有率。
"""
    own = """示例县农产品流通方案
一、任务
（一）摸底数。在五个镇统计种植面积和产量，每月报送一次。
（二）建仓库。在示例镇建一座冷藏保鲜库，低价租给收购户。
（三）办活动。每年秋季组队参加省里的展销会，亮出公用品牌。
"""
    found = coverage(superior, own)
    labels = {found.superior[x.superior].label: [found.own[o].label for o in x.own] for x in found.links}
    assert labels == {"一、（一）": ["一、（二）"], "一、（二）": [], "一、（三）": ["一、（三）"]}


def test_what_every_measure_says_takes_up_none():
    own = "".join(
        f"（{n}）加强河道{word}。落实河道管护责任，{deed}。\n"
        for n, word, deed in (
            ("一", "巡查", "每日记录水位和水色"),
            ("二", "保洁", "打捞水草和漂浮物"),
            ("三", "绿化", "补种芦苇和菖蒲"),
        )
    )
    superior = own + "（四）加强河道执法。落实河道管护责任，查处非法采砂船只。\n"
    found = coverage(f"示例市方案\n一、任务\n{superior}", f"示例区方案\n一、任务\n{own}")
    assert list(degrees(found).values()) == [Degree.FULL] * 3 + [Degree.NONE]


def test_numbered_items_of_many_sentences_are_several_measures():
    few = "1.修建设施。修建沿河步道和座椅。每年检修一次照明设施。\n"
    many = "2.管护设施。每月清扫沿河步道。每季度油漆座椅。每年检修照明设施。损坏的护栏在三日内修复。\n"
    measures = measures_of(CoveredFile("x", parse(f"示例方案\n一、任务\n{few}{many}")))
    assert [m.label for m in measures if m.is_task] == ["一、1.", "一、2.", "一、2.句2", "一、2.句3", "一、2.句4"]


def test_a_section_of_the_own_document_may_take_up_one_measure():
    superior = """示例市方案
一、任务
（一）改善出行条件。修建步道、非机动车道和停车场，方便群众绿色出行。
（二）清理河道垃圾。组织保洁队伍每日巡查打捞。
"""
    own = """示例区方案
一、改善出行条件
（一）打通步道。沿示例河修建步道六公里，设置休息座椅。
（二）划出停车场。利用闲置地块建成停车场四处，免费开放。
二、整治河道
（三）打捞垃圾。保洁队伍每日巡查打捞水面漂浮物。
"""
    found = coverage(superior, own)
    labels = [[found.own[o].label for o in link.own] for link in found.links]
    assert labels == [["一、（一）", "一、（二）"], ["二、（三）"]]


def test_a_section_carries_out_what_its_item_begins_with():
    superior = """示例市方案
一、任务
（一）公开养老服务信息。围绕老年人的需要，进一步做好养老服务信息公开。及时公布助餐点名单、床位数量、收费标准和评估结果，方便家属查询比较。
（二）清理河道垃圾。组织保洁队伍每日巡查打捞水面漂浮物。
"""
    own = """示例区方案
一、任务
（一）公开养老服务信息
1.助餐点。在门户网站公布助餐点名单和供餐时间，方便老人就近用餐。
2.养老院。每季度更新养老院床位数量和收费标准，注明联系电话。
（二）整治河道
3.打捞垃圾。保洁队伍每日巡查打捞水面漂浮物。
"""
    found = coverage(superior, own)
    labels = {found.superior[x.superior].label: [found.own[o].label for o in x.own] for x in found.links}
    section = ["一、（一）1.", "一、（一）2."]
    assert labels == {"一、（一）": section, "一、（一）句2": section, "一、（二）": ["一、（二）3."]}


def test_who_acts_in_a_sentence_is_a_part_of_it():
    text = """示例区方案
一、任务
（一）建立台账。由区水务局牵头，会同区财政局逐月登记河道设施状况。
（二）修复岸坡。种植护坡植物，设置警示标志。（牵头单位：区园林局）
（三）清理垃圾。每日打捞水面漂浮物。责任单位：区城市管理局。
"""
    said = [m.said.rstrip("\n") for m in measures_of(CoveredFile("x", parse(text))) if m.is_task]
    assert said[0] == "由区水务局牵头，会同区财政局逐月登记河道设施状况。"
    assert "区园林局" not in said[1]
    assert "区城市管理局" not in said[2]


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ("严格清理河道垃圾", "适当清理河道垃圾", "严格", "适当"),
        ("建立健全河道巡查登记制度", "探索建立河道巡查登记制度", "建立河道巡", "探索建立河道巡"),
        ("由河道研究院建立巡查档案", "由河道研究院探索建立巡查档案", "建立巡查档", "探索建立巡查档"),
    ],
)
def test_a_weaker_word_in_a_heading_or_before_one_verb_of_two(before, after, was, now):
    superior = f"示例市方案\n一、任务\n（一）{before}。组织保洁队伍每日打捞水面漂浮物。每月报送清理情况。\n"
    own = superior.replace("示例市", "示例区").replace(before, after)
    changes = [change for link in coverage(superior, own).links for change in link.altered]
    assert [(change.before, change.after, change.weaker) for change in changes] == [(was, now, True)]


def test_words_that_are_scattered_over_measures_for_others_take_up_none():
    deeds = (
        ("（一）巡查河道。每日记录水位和水色", "，含绘图方法"),
        ("（二）清理水面。每周打捞水草和漂浮物", "，含急救知识、轮训骨干"),
        ("（三）补种植物。每年春季补种芦苇和菖蒲", "，含志愿者轮训"),
        ("（四）检修设施。每季度检修步道和护栏", "，含操作手册、轮训骨干"),
    )
    training = "（五）培训骨干。举办志愿者轮训，讲授急救知识和绘图方法，印发操作手册。\n"
    superior = "".join(f"{deed}。\n" for deed, _ in deeds)
    own = "".join(f"{deed}{more}。\n" for deed, more in deeds)
    found = coverage(f"示例市方案\n一、任务\n{superior}{training}", f"示例区方案\n一、任务\n{own}")
    assert list(degrees(found).values()) == [Degree.FULL] * 4 + [Degree.NONE]


def test_a_date_without_a_signature_closes_a_document():
    found = coverage(f"{SUPERIOR}\n2023年5月8日\n", f"{OWN}\n2023年9月1日\n")
    assert degrees(found) == degrees(coverage())


@pytest.mark.growth
def test_ten_times_the_measures_cost_ten_times_as_much():
    def thing(number):
        return chr(0x4E00 + number) + chr(0x5E00 + number)

    def plan(level, count):
        lines = [
            f"{n}.每月检修{thing(n)}设施，登记{thing(n + 1)}数量，公布{thing(n + 2)}名单，方便群众监督。"
            for n in range(1, count + 1)
        ]
        return CoveredFile(level, parse("\n".join([f"示例{level}设施方案", "一、任务", *lines, ""])))

    @cache
    def made(count):
        return plan("市", count), plan("区", count)

    def run(count):
        superior, own = made(count)
        cover([superior], own)

    assert grows_linearly(run, 800)


HEADED = """示例市政务公开工作方案

一、重点任务
（一）公开决策事项。重大项目在确定之前征求群众意见。
（二）公开服务指南。公布办理条件和流程。
（三）公开执行进展。定期发布年度任务完成情况。
（四）规范网站建设。关停长期不更新的网站。
"""


def test_a_sentence_that_names_several_items_together_takes_them_up():
    own = """示例区政务公开实施方案

一、主要任务
（一）总体安排。各镇街围绕决策事项、服务指南、执行进展三个方面，在教育、医疗、社保领域编制目录。
（二）教育领域。公布招生片区和录取办法。
"""
    found = coverage(HEADED, own)
    assert degrees(found) == {
        "一、（一）": Degree.PARTLY,
        "一、（二）": Degree.PARTLY,
        "一、（三）": Degree.PARTLY,
        "一、（四）": Degree.NONE,
    }
    assert {found.own[place].label for link in found.links for place in link.own} == {"一、（一）"}


def test_an_item_that_is_named_in_passing_is_not_taken_up():
    own = """示例区政务公开实施方案

一、主要任务
（一）整理档案。各镇街把服务指南的纸质旧稿一并入库。
（二）教育领域。公布招生片区和录取办法。
"""
    assert degrees(coverage(HEADED, own))["一、（二）"] is Degree.NONE


def test_an_item_of_one_short_sentence_is_a_measure():
    superior = "示例市营商工作方案\n\n一、任务\n（一）推行企业开办一日办结。\n（二）推行“扫码入企”，规范检查。\n"
    own = "示例区营商实施方案\n\n一、任务\n（一）企业开办。设立登记、刻章一日办结。\n（二）规范检查。\n"
    found = coverage(superior, own)
    assert list(degrees(found)) == ["一、（一）", "一、（二）"]
    assert link_of(found, "一、（一）").degree is not Degree.NONE


def test_a_heading_that_stands_above_others_is_no_measure():
    superior = "示例市营商方案\n\n一、任务\n（一）推行一日办结。\n1.整合窗口，统一收件。\n2.取消重复材料，共享证照。\n"
    assert list(degrees(coverage(superior, superior))) == ["一、（一）1.", "一、（一）2."]


def test_a_unit_that_an_item_lost_is_told_once():
    superior = """示例市后勤工作方案

一、任务
（一）管好食堂。每天核对食材清单，公示采购价格。每周检查留样柜温度，登记检查结果。每月评议配餐质量，通报名次。
（责任单位：市教育局、市财政局）
（二）管好宿舍。安装烟感报警器，熄灯后巡查。
"""
    found = coverage(superior, superior.replace("、市财政局", ""))
    assert [link.lost for link in found.links if link.lost] == [("市财政局",)]
    assert [link.degree for link in found.links].count(Degree.PARTLY) == 1


@pytest.mark.parametrize("hedge", ["适时", "择机"])
def test_what_is_put_off_to_a_fitting_time_is_weaker(hedge):
    superior = SUPERIOR.replace("接受群众监督。", "推进信息公开平台建设。")
    link = link_of(coverage(superior, OWN.replace("接受群众监督。", f"{hedge}推进信息公开平台建设。")), "二、（五）")
    assert link.is_less and link.degree is Degree.PARTLY


REWRITTEN = """示例区防汛工作方案

一、任务
（一）公布责任名单。每座水库的责任人名单在门户网站公布。
（二）{}
（三）汛期值班。实行全天值班，带班领导在岗在位。
"""
FLOODS = """示例市防汛工作要点

一、任务
（一）压实责任。水库逐座明确责任人并公布名单。
（二）组织转移避险。修订预案，提前转移危险区域人员。
（三）加强值守。严格二十四小时值班，带班领导在岗。
"""


def test_what_is_left_on_both_sides_in_the_same_place_belongs_together():
    found = coverage(FLOODS, REWRITTEN.format("人员避险。更新各村转移路线图，做到应转尽转。"))
    assert degrees(found)["一、（二）"] is Degree.PARTLY
    assert [found.own[place].label for place in link_of(found, "一、（二）").own] == ["一、（二）"]


@pytest.mark.parametrize(
    "other",
    [
        "采购物资。购置冲锋舟和编织袋，登记造册。",
        # A single word is shared by chance.
        "联络人员。建立各村信息员通讯录，每月更新。",
    ],
)
def test_what_only_stands_in_the_same_place_does_not_take_up(other):
    assert degrees(coverage(FLOODS, REWRITTEN.format(other)))["一、（二）"] is Degree.NONE
