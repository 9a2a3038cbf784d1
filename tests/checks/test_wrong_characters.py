"""Characters that no list calls wrong, but two models of official language do (TRM039, OCR020)."""

import pytest
from checking import places
from timing import grows_linearly

from lawcheck.checks.alike import blurred_alikes, blurred_to
from lawcheck.checks.coined import is_coined
from lawcheck.checks.meant_characters import is_unknown
from lawcheck.checks.person_names import is_of_person
from lawcheck.checks.sequences import sequence_score
from lawcheck.checks.swapped_characters import swapped_characters
from lawcheck.checks.wrong_characters import wrong_characters
from lawcheck.reading.language import run_level

HEAD = "示例区工作方案\n为做好有关工作，制定本方案。\n一、重点任务\n"


def below_head(text: str, code: str, scanned: bool | None = None) -> list[str]:
    return places(HEAD + text + "\n", code, scanned)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("各街道要充分法挥网格员作用。", "法挥"),
        ("建立部门之间信息共想机制。", "共想"),
        ("各部门要加强信息抱送工作。", "抱送"),
        ("弘扬社会主义核心价只观。", "价只"),
        ("规范行政之法行为。", "之法"),
        ("加强调查言究。", "言究"),
        ("严格执行财务管理治度。", "治度"),
        ("鼓励社会力量参与养老服物。", "服物"),
        ("提高公共就业服务质亮。", "质亮"),
        ("健全突发事件应急预按。", "预按"),
    ],
)
def test_one_character_for_another_of_the_same_sound(text: str, wrong: str) -> None:
    assert below_head(text, "TRM039") == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "各街道要充分发挥网格员作用，建立部门之间信息共享机制。",
        "由禚玉龙、亓红霞、缪志翀三位同志分别负责。",
        "总经理芦艾林、副主任计承法到会。",
        "晏家坳村的鲊辣椒、羊肚菌、赤松茸陆续上市。",
        "推动湘企抱团出海，做好环京地区生态保护。",
        "坚持以学增智、以学促干，做到能联尽联、应报尽报。",
        "推进制造业数智化转型，打造灯塔工厂。",
        "开展“雅韵三湘”“剑鱼”等活动，拍摄《高原之羚》。",
        "安置房为二室一厅、三室两厅两种户型。",
        "镉、六价铬、壬基酚等污染物达标排放。",
        "推广羊肚菌、鲟鱼、缢蛏、泥蚶养殖。",
        "请郫筒、戚墅堰、盱眙、亳州等地报送名单。",
        "按照示医教字〔2024〕3号文件执行。",
        "养老护理员做好压茬换岗，压茬换岗前交接，压茬换岗后登记。",
        "逐条、逐段、逐点落实责任到班、任务到岗。",
        "以交通互联、产业共兴为重点，推动片区协同；案件简繁分流。",
        "成员：唐景林钱新辉孙胡孔子渊关玉芹焦文杰。",
        "执行出入井人员检身制度，携带火种的人员不得入井，升井后清点人数。",
        "更新老龄低质胶园7万亩，建设标准化胶园9万亩。",
    ],
)
def test_what_is_rare_and_right_stays_silent(text: str) -> None:
    assert below_head(text, "TRM039") == below_head(text, "OCR020") == []


def test_in_a_scan_a_character_that_looks_alike_is_wrong() -> None:
    assert below_head("召开专题会议研完重大事项。", "TRM039", True) == ["研完"]
    assert below_head("召开专题会议研究重大事项。", "TRM039", True) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("确保完成年度标目任务。", ["标目"]), ("健全应急置处机制。", ["置处"]), ("提高群众满度意。", ["度意"])],
)
def test_two_characters_that_have_changed_below_head(text: str, wrong: list[str]) -> None:
    assert below_head(text, "TRM039") == wrong


def test_neighbours_that_may_stand_either_way_are_right() -> None:
    right = "水产品量质双增，以进促稳，房屋售出时支付，教育互相沟通，技术人员展开交流，总队长队总结。"
    assert swapped_characters(right) == [] == swapped_characters("") == swapped_characters("标")


def test_a_typed_document_is_told_of_doubts_where_it_has_wrong_characters() -> None:
    doubtful = "加强对权力运行的治约。"
    assert below_head(doubtful, "OCR020") == []
    assert below_head("各街道要充分法挥网格员作用。" + doubtful, "OCR020") == ["治"]


def test_a_typed_document_with_many_wrong_characters_is_told_of_slighter_doubts() -> None:
    doubtful = "深化供给侧结构性改草。无分调动群众参与的积极性。"
    once = "各街道要充分法挥网格员作用。"
    assert below_head(once + doubtful, "OCR020") == []
    often = once + "完善突发事件应急顶案。优化营商环竟。广泛开展宣传教盲。"
    assert below_head(often + doubtful, "OCR020") == ["草", "无"]
    # Spread over many pages they are few.
    assert below_head(often + "各单位要按时报送进展。" * 800 + doubtful, "OCR020") == []


def test_a_reading_names_the_word_that_was_meant() -> None:
    (one,) = wrong_characters("各街道要充分法挥网格员作用。", False)
    assert (one.at, one.right, one.word, one.start, one.end) == (6, "发", "发挥", 6, 8)
    assert one.is_sure(scanned=False)
    assert one.gain == one.by_sequence + one.by_words >= 2 * one.agreed


def test_of_two_neighbours_the_likelier_one_is_told() -> None:
    found = wrong_characters("推进全区环境卫生整治工做，落实管护责仁。", False)
    assert all(abs(one.at - other.at) > 1 for one in found for other in found if one is not other)


def test_what_is_written_often_is_a_term() -> None:
    text = "各街道要充分法挥作用。"
    assert wrong_characters(text, False) and wrong_characters(text * 3, False) == ()


def test_the_counts_of_runs() -> None:
    assert run_level("发挥作") > 0 > run_level("法挥")
    assert run_level("的") > run_level("挥") > 0
    assert run_level("龘") == run_level("发挥龘") == run_level("龘龘龘") == -1.0


def test_sequences_that_are_met_are_likelier() -> None:
    assert sequence_score("充分发挥作用", 2, 5) > sequence_score("充分法挥作用", 2, 5)
    assert sequence_score("龘龘", 0, 9) < 0


def test_pairs_that_are_met_seldom_are_unknown_by_measure() -> None:
    assert is_unknown("法挥") and not is_unknown("发挥") and not is_unknown("a挥") and not is_unknown("挥，")
    assert is_unknown("发挥", 20.0)


def test_shapes_lead_both_ways() -> None:
    assert "未" in blurred_alikes("末")
    assert all(character in blurred_alikes(other) for character in "末" for other in blurred_to(character))
    assert blurred_alikes("a") == ""


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("主任计承法受到表扬", 3),
        ("欧阳其昭到会", 3),
        ("王体轩，到会", 2),
        ("矿长王俊利被移交司法机关", 3),
    ],
)
def test_names_of_persons(text: str, at: int) -> None:
    assert is_of_person(text, at)


@pytest.mark.parametrize(("text", "at"), [("高度重视安全生产", 1), ("各街道全面落实责任", 4), ("他们到会", 0)])
def test_words_that_begin_as_names_do(text: str, at: int) -> None:
    assert not is_of_person(text, at)


def test_what_is_coined() -> None:
    assert is_coined("推动湘企出海", 2, misread=False) and not is_coined("推动湘企出海", 2, misread=True)
    assert is_coined("两链有效衔接", 1, misread=False)
    assert is_coined("应报尽报", 1, misread=False)
    assert is_coined("以链补链融合", 0, misread=False) or is_coined("以链补链融合", 1, misread=False)
    assert is_coined("数智化", 1, misread=False)
    assert is_coined("开展“雅韵”活动", 3, misread=False)
    assert not is_coined("充分法挥作用", 2, misread=False)


def test_the_time_is_proportional_to_the_text() -> None:
    def run(size: int) -> None:
        wrong_characters.cache_clear()
        for scanned in (False, True):
            wrong_characters("".join(f"第{at}组充分法挥作用，" for at in range(size)), scanned)

    assert grows_linearly(run, 400)


def test_a_measure_behind_its_number_is_right() -> None:
    lines = (
        "全区空气质量优良天数比例较上年提高2个百分点；4个国考断面水质\n"
        "全部达标，区政府及其有关部门要切实抓好审议意见的办理落实，并按月报\n"
    )
    assert places(lines + "告办理情况，不得迟报漏报。\n", "TRM039") == []


def test_short_names_of_offices_and_characters_of_the_matter_are_left_alone_in_scans() -> None:
    right = "新区管委会改发局，各有关单位要加强碘盐监测。\n卫生部门负责居民饮用水水碘状况调查、碘营养评价和碘缺乏防治。"
    assert below_head(right, "TRM039", scanned=True) == []
    assert below_head(right.replace("碘盐", "食盐").replace("碘营养", "营养"), "TRM039", scanned=True) != []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("销毁涉密裁体应当登记。", "裁体"),
        ("提供烘干、晾哂服务，防止霉变。", "晾哂"),
        ("接受村民监瞀，按季度公布账目。", "监瞀"),
        ("发生泄蜜事件的，立即报告。", "泄蜜"),
        ("燃气管道发现泻漏的立即停气。", "泻漏"),
    ],
)
def test_shapes_that_are_easily_taken_and_rare_characters(text: str, wrong: str) -> None:
    assert below_head(text, "TRM039") == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "饮片分帖后放入戥盘称量，阿胶烊化后兑服。",
        "闸门启闭机配备镍铬合金轴套，坝脚设减压井。",
        "推广糙米、蕹菜、芡实等特产，修复榫卯构件。",
        "肱骨骺端、髌骨损伤的，由示例医院鉴定。",
    ],
)
def test_rare_characters_of_trades_are_right(text: str) -> None:
    assert below_head(text, "TRM039") == []
