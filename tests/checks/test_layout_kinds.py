"""Blanks and line ends that layout, conversion and typing leave in sentences: what is told, and what looks like it."""

import pytest
from checking import check, places

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

BLANKS = [
    # Before an opening mark, behind a closing bracket or 、.
    ("请各科室 （含分室）派员参加，会议由主任李某（兼） 主持。", [" ", " "]),
    ("要把握 “三个重点”，按 《示例条例》的规定执行。", [" ", " "]),
    ("经村监委、 村民代表会议审议，同意实施。", [" "]),
    ("提出值守要求： “先登记、后放行”，各村照办。", [" "]),
    ("示例镇关于举办 “示例杯”比赛的通知\n\n各村：\n定于周五举办比赛。\n", [" "]),
    ("关于举办 “示例杯”比赛的通知\n\n各村：\n定于周五举办比赛。\n", [" "]),
    ("各供水站 （含单村站）要于3月底前完成自查。", [" "]),
    ("各供水站 (含单村站)要完成自查,由王某(代) 负责。", [" ", " "]),
    ("第十二条 “120”急救车优先通行，不得阻拦。", []),
    ("第四十条 《事故调查表》属于证据，应当保存。", []),
    ("2022年3月4日 《示例日报》第2版刊登，全文如下。", []),
    ("（一） 贯彻执行教育方针，保障权利；\n（二） 保护环境，节约用水。", []),
    ("姓名 （签字）　　年　月　日，", []),
    ("张三 （甲公司）  李四 （乙公司），均到会。", []),
    ("用 Excel （2016版）打开，再保存。", []),
    ("示例镇 （简称）", []),
    ("有下列情形的，免缴： （一）军事用海； （二）公务用海。", []),
    ("（评议结束。） 下一项，审议报告。", []),
    ("地点：食堂（二楼） 内容：品尝饭菜，提出意见。", []),
    # A tab between two words of one sentence.
    ("对大型游乐设施，要加大对风险\t高的设备的检查，按月上报。", ["\t"]),
    ("负责人\t电话\t地址，", []),
    ("检查组\t负责巡查，按月上报。", []),
    # Behind a stop.
    ("会议在三楼召开。 会议强调，要抓落实。", [" "]),
    ("经查（见附件）。 各村要整改。", [" "]),
    ("各街道要加强管理。　按月上报。", []),
    ("问：能否外带？ 答：不能外带，请谅解。", []),
]


@pytest.mark.parametrize(("text", "told"), BLANKS)
def test_blanks_beside_marks(text, told):
    assert places(text, "PUN015") == told


def test_blanks_before_marks_that_a_text_always_has_are_its_look():
    line = "各组 （含分组）要按月上报，不得拖延。\n"
    assert places(line * 3, "PUN015") == [" "] * 3
    assert places(line * 8, "PUN015") == []
    assert places(line * 8 + "各组（含分组）要按月上报，不得拖延。\n" * 8, "PUN015") == [" "] * 8


def test_a_form_on_a_long_line_does_not_hide_its_other_blanks():
    line = "为了做好登记工作，各组应当逐户上门核对， 如实填写表格，由组长签字确认后统一报送镇政府办公室存档，"
    filled = "对本表没有列出的情况，可以在备注栏中说明，并附上有关的证明材料，联系人为      ，电话另行通知。"
    assert places(line + filled, "PUN015") == [" "]


LINE = "各组应当按照本办法的规定逐户登记，登记结果在村务公开栏公布，公布期不少于七天，期满无异议的报镇政府备案。"


def lost(text):
    return places(text, "STR021")


def test_blanks_behind_many_stops_of_long_lines_are_lost_line_ends():
    long = " ".join([LINE, LINE + LINE, LINE, LINE + LINE, LINE])
    assert lost(long) == [" "] * 4
    assert places(long, "PUN015") == []


def test_blanks_behind_every_stop_or_in_short_lines_are_slips():
    habit = " ".join([LINE] * 6)
    short = "各组按户登记。 登记结果按月公布。\n" * 5
    for text in (habit, short):
        assert lost(text) == []
        assert len(places(text, "PUN015")) == 5


def test_an_indent_inside_a_line_is_a_lost_line_end():
    text = "各组应当按月登记，及时公布。　　登记结果由镇政府备案，存档备查。\n各组应当按月上报。\n"
    assert lost(text) == ["　　"]
    assert lost("同意办理。　　签字：\n") == []


def test_blanks_of_a_text_that_has_lost_its_lines():
    text = (
        "示例区绿道方案一、工作任务。每月巡查绿道，记录在册。 各街道按时上报，不得瞒报。"
        "二、工作保障。落实经费。三、工作考核。每季度通报一次。"
    )
    assert lost(text) == [" "]
    assert places(text, "PUN015") == []


def test_other_paragraphs_of_a_text_that_has_lost_its_lines():
    text = (
        "一、任期，按章程执行。二、经费，自行解决。三、其他，另行通知。"
        "会议审议后决定如下： 关于增补理事的议案获得通过。（无反对票） 特此公告。 示例会理事会 2024年5月8日\n"
    )
    assert lost(text) == [" "] * 4
    assert lost("如下： 甲、乙\n") == []


def test_members_of_a_row_behind_a_blank():
    text = (
        "示例方案一、工作任务。一是每月巡查绿道，记录在册。 二是按时上报，不得瞒报。二、工作保障。落实经费。三、考核。"
    )
    assert lost(text) == [" "]


SPACES = [
    ("会员代表的五分 之四出席，方可开会。", [" "]),
    ("各村要举一  反三，全面整改。", ["  "]),
    ("经三分 之二以上户主签字，方可实施。", [" "]),
    ("要举一 反三：全面整改。", []),
    ("领导 小组：李某任组长，张某任副组长。", []),
    ("组 长：李某，副组长：张某。", []),
    ("年度 计划由村委会制定。", []),
    ("张 三　李 四　王二小", []),
    ("砥砺奋进 共创未来", []),
]


@pytest.mark.parametrize(("text", "told"), SPACES)
def test_spaces_within_phrases(text, told):
    assert places(text, "OCR012") == told


PAGE = (
    "为规范村级公益事业项目建设 管理工作，提高资金使用效益，根 据有关规定，结合本镇实际，制定本 "
    "办法。本办法所称的村级公益项 目，是指由村民民主议事确定、受益 群众筹资筹劳、财政给予奖补的项 "
    "目。项目实施应当遵循民主决策、 量力而行、公开透明的原则，不得增 加村民负担，不得形成新的债务。"
)


@pytest.mark.parametrize("table", ["", "序 号  项 目  金 额  备 注  数 量  "])
def test_blanks_at_regular_distances_are_the_line_ends_of_a_page(table):
    assert len(places(PAGE + table, "OCR012")) >= 7
    assert len(places(PAGE + table, "PUN015")) == 1


def test_blanks_at_irregular_distances_are_judged_one_by_one():
    text = "各村年度 计划，由村委会 制定。" + LINE * 3 + "各组 计划由组长 制定并公布结果。各组 名单"
    assert len(places(text, "OCR012")) < 7
    assert places("短 句，" * 30 + "本句没有空格" * 10 + "。", "OCR012") == places("短 句，" * 30, "OCR012")


def test_a_row_of_a_table_in_a_long_line_hides_only_its_own_blanks():
    text = "序 号  名 称  数 量  " + LINE + LINE + "对登记不实的，由镇政府责令限期 改正。" + LINE
    assert places(text, "OCR012") == [" "]


LETTER = (
    "示例镇关于做好防汛工作的通知\n各村：\n    为做好防汛工作，现将有关事项通知如下。\n"
    "    一、加强值守。各村要落实专人值守。\n"
)
CONTINUED = [
    ("    请各村干部登录后选择防汛系统中的提交\n\t\t\t\t一栏，系统自动回执，请妥善保存。\n", True),
    ("    各村可以种植玉米、\n            红薯、花生等，面积不限。\n", True),
    ("各村可以种植玉米、\n            红薯、花生等，面积不限。\n", True),
    ("    活动主题\n                同心防汛，共筑平安。\n", False),
    ("    请各村认真贯彻执行\n                      示例镇人民政府\n                      2024年5月8日\n", False),
    ("    二、组织领导\n        组长：李某，副组长：张某。\n", False),
    ("    联系人：李某，电话：0999-88880000，\n            张某，电话：0999-88880001。\n", False),
    ("    请各村认真贯彻执行，\n      按时上报，不得拖延。\n", False),
]


NUMBERS = [
    ("依照本章第二、\n第五款办理，由镇政府负责。\n", True),
    ("依照本章第一、\n三、五、六项规定办理，由镇政府负责。\n", True),
    ("依照本章第一、第二、\n三、加强领导，落实责任。\n", False),
    ("开发区、示例山风景区、产业园区管理委员会、\n平湖景区管委会，各县绿化委，市直各单位。\n", True),
    ("要坚决贯彻落实习惯养成，大胆探\n索“示例经验”的实现途径，深做实各项改革。\n", True),
    ("要坚持城乡一体、协调统\n一、加强组织领导，落实责任。\n", False),
]


@pytest.mark.parametrize(("lines", "told"), NUMBERS)
def test_numbers_and_words_over_a_line_end(lines, told):
    found = check(Source(lines), Selection(select=["OCR011"]).rules()).diagnostics
    assert bool(found) is told


@pytest.mark.parametrize(("lines", "told"), CONTINUED)
def test_continuations_that_are_indented_as_no_paragraph_is(lines, told):
    found = check(Source(LETTER + lines), Selection(select=["OCR011"]).rules()).diagnostics
    assert bool(found) is told


@pytest.mark.parametrize(
    "title",
    [
        "示例区人民政府办公室关于印发示例区水利工程管护实施方案\n的通知",
        "　　　　示例区水务局关于做好汛期值班值守\n　　　　　　　　的紧急通知",
        "示例区水利工程管护工作任务清单和责任单\n位一览表",
    ],
)
def test_a_title_on_two_lines_is_no_sentence(title):
    assert places(f"{title}\n\n各镇水务站：\n请按要求做好工作，认真填报。\n", "OCR011") == []
