"""Right texts that look like slips: rows of short members, means with a verb of their own, names that meet."""

import pytest

from lawcheck import check_text


def found(text: str, *codes: str) -> list[str]:
    every = check_text(text, select=list(codes), preview=True).diagnostics
    return [text[each.offset : each.end_offset] for each in every]


@pytest.mark.parametrize(
    "right",
    [
        "坚持重实干、强执行、抓落实，推动工作上台阶。",
        "各所重实干、强执行、抓落实专项行动已经启动。",
        "扬正气、鼓士气、聚人气，促执行、保进度、提质效。",
        "优布局、强配套、补短板，惠企业、稳就业、保增长。",
        "讲政治、守纪律、重品行，拓渠道、引项目、育主体。",
        "快审批、严把关、重服务，明责任、晒清单、亮家底。",
        "党委把方向、严把关、保落实，要严把关、勤督促。",
        "压责任、明权限、细流程，控成本、防风险、增效益。",
        "严把关、细审核、快办结，做到零差错。",
        "晒进度、比成效、促提升，亮身份、作表率、勇担当。",
        "做到有言必录，逢车必查、逢人必问，见违必纠、闻警必动。",
        "有灾必救、遇汛必巡，凡宴必报、凡会必签，来访必接。",
        "手术后极需严格卧床休息，灾区极缺水源，老人极盼亲人。",
        "享受带薪假一天，带薪年假不得跨年，育儿假十天。",
    ],
)
def test_what_is_coined_in_a_row_is_no_slip(right: str) -> None:
    assert found(right, "TRM001", "TRM039", "TRM053") == []


def test_a_slip_in_a_row_is_told_where_the_members_are_longer() -> None:
    assert found("严格直行请示报告制度，健全信息共想机制。", "TRM039") == ["直行", "共想"]
    assert found("各组要严格把观，优化营商坏境。", "TRM001", "TRM039", "TRM008") != []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("通过发放宣传册等形式向居民讲解政策，让更多居民了解流程。", False),
        ("通过走访慰问等方式向困难党员送去温暖，使他们感受到关怀。", False),
        ("通过微信群向家长推送通知，让家长随时掌握情况。", False),
        ("通过广播等渠道及时发布预警，使群众提前防范。", False),
        ("通过政务平台把清单公开，让群众监督。", False),
        ("通过发放宣传册等形式，让更多居民了解流程。", True),
        ("通过走访慰问，使困难党员感受到关怀。", True),
        ("通过政务平台，让群众监督。", True),
        ("通过搭建平台、拓宽渠道，使群众受益。", True),
    ],
)
def test_a_means_with_a_verb_behind_it_has_its_subject_elsewhere(text: str, wrong: bool) -> None:
    assert (found(text, "TRM033") != []) == wrong


@pytest.mark.parametrize(
    "right",
    ["区纪委监委监督检查室牵头。", "市纪委监委监察综合室通报。", "会同纪委监委监测舆情。", "由区纪委监委监管。"],
)
def test_the_end_of_a_name_and_the_next_word_are_no_stutter(right: str) -> None:
    assert found(right, "TRM021") == []


def test_a_word_that_stands_twice_is_told() -> None:
    assert found("由示例区水务局局长牵头，公布公布结果。", "TRM021") == ["公布公布"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("示例市下设示例县、示例区，开设示范岗，增设示范点。", []),
        ("路口摆设示警牌，附设示意图。", []),
        ("公共服务设示齐全。", ["设示"]),
        ("距离达标近一步之遥，贴近一步，离近一步看得更清。", []),
        ("近一步加强管理。", ["近一步"]),
    ],
)
def test_words_that_meet_are_no_slips_of_the_pen(text: str, wrong: list[str]) -> None:
    assert found(text, "TRM008") == wrong


@pytest.mark.parametrize(
    "right",
    [
        "申请材料如下：\n（一）身份证明；\n（二）住所证明。\n（一）、（二）项材料核验后退还。\n",
        "（一）、（二）、（三）项所列材料应当一并提交。\n",
    ],
)
def test_items_that_are_named_have_no_point_too_many(right: str) -> None:
    assert found(right, "STR007") == []


def test_items_with_a_point_behind_their_brackets_are_told() -> None:
    assert found("（一）、总体要求\n（二）、重点任务\n（三）、保障措施\n", "STR007") == ["（一）、"]


def test_who_was_in_a_room_may_be_named_behind_a_comma() -> None:
    assert found("区委书记在二楼会议室，主持会议的副书记宣读了名单。", "PUN039") == []
    assert found("会前，区委书记在二楼会议室，主持召开会议。", "PUN039") == ["，"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("示民初字〔2026〕12号民事判决书已经生效，请依法执行。", False),
        ("示政复决字〔2026〕3号行政复议决定书已经送达当事人。", False),
        ("示发改审〔2026〕9号批复的建设内容已经完成，可以验收。", False),
        ("示政办〔2026〕6号通知明确了各部门的职责分工和完成时限。", False),
        ("示政办〔2026〕6号为加强绿道养护，根据有关规定，制定本方案。", True),
    ],
)
def test_a_text_may_begin_with_a_document_that_it_speaks_of(text: str, wrong: bool) -> None:
    assert bool(check_text(f"{text}\n", select=["DOC013"], preview=True).diagnostics) == wrong


@pytest.mark.parametrize("right", ["买卖双方言和，纠纷了结。", "两队最终讲和，不再诉讼。", "两会火并，旧约废止。"])
def test_words_that_end_with_and_are_whole(right: str) -> None:
    assert found(right, "TRM054") == []


def test_a_clause_that_ends_with_and_is_broken_off() -> None:
    assert found("加强教育和，抓好落实。", "TRM054") == ["和"]


def test_the_regulation_for_supervision_is_known() -> None:
    text = "依据《中华人民共和国监察法实施条例》第二百八十七条办理。"
    assert found(text, "CIT003", "CIT007") == []


def test_one_stop_too_early_is_told_once() -> None:
    assert found("为推进绿道建设，确保按期完工。根据有关规定，制定本办法。", "PUN031", "TRM033") == ["。"]


@pytest.mark.parametrize(
    "right",
    [
        "为扎实推进振兴发展提供更加有力环境保障。",
        "提供有力时机支撑，形成有力条件保证。",
        "近效期药品挂牌催销，冷藏药品随到随验。",
        "架空期不超四个月，逾三十日的按弃权论处，工期约三个月。",
        "与其坐等靠要，不如自己动手。",
        "货船靠泊须瞭望值更，不得脱岗。",
        "村内污水横流、厕所简陋；玉米吐丝、大豆鼓粒。",
    ],
)
def test_words_of_trades_and_speech_are_no_slips(right: str) -> None:
    assert found(right, "TRM001", "TRM008", "TRM039", "TRM053", "TRM054") == []


def test_what_is_cut_off_is_no_terminal() -> None:
    assert found("道路冲毁、通讯中断，村民转移。", "TRM039") == []


def test_an_advantage_that_is_mistyped_is_told() -> None:
    assert found("营造有力环境，创造有力条件。", "TRM008") == ["有力环境", "有力条件"]


@pytest.mark.parametrize(
    "right",
    [
        "本报讯（记者 彭示例 通讯员 薛示例）2月19日，示例县召开会议，部署春耕。",
        "本报讯（记者 张某 王某某 通讯员 李某）昨日，示例区召开会议，部署春耕。",
        "示例网示例区5月6日电 为推进绿道建设，示例区召开会议，部署养护。",
        "近日，省指挥部分别转发了《国家示例指挥部办公室 应急管理部 国家示例局关于加强养护的通知》，提出了要求。",
    ],
)
def test_papers_and_joint_agencies_set_names_apart(right: str) -> None:
    assert found(right, "OCR012") == []


def test_a_space_within_a_sentence_is_told() -> None:
    assert found("各街道要加强巡查，按时做好 养护工作，确保绿道安全。", "OCR012") == [" "]


def test_numbers_above_decimals_have_no_point() -> None:
    right = "1总则\n1.1目的\n为加强养护，编制本预案。\n2职责\n2.1指挥部\n指挥部统一指挥。\n"
    assert found(right, "STR007") == []
    assert found("1总体要求\n加强养护。\n2、重点任务\n加强巡查。\n3、保障措施\n加强领导。\n", "STR007") != []


def test_the_day_on_which_a_form_is_signed_is_left_open() -> None:
    assert found("是否参加：□是 □否\n签名：________\n日期：____年__月__日\n", "DOC026") == []
    assert found("会议于____年__月__日在示例区召开。\n", "DOC026") != []


@pytest.mark.parametrize(
    "right",
    [
        "人民路路段封闭施工，永安桥桥面破损，中山街街面整治，槐树巷巷口堵塞。",
        "南湖湖面清漂，青河河段治理，北沟沟底清淤，龙潭坝坝顶加固，红旗渠渠首改造。",
        "示例村村规民约已经修订，示例县县志已经印发，示例乡乡政府迁址。",
        "东山岛岛上居民，月塘塘边护栏，南锣巷巷内停车，示例湖湖长巡湖。",
    ],
)
def test_a_place_and_a_part_of_it_are_no_stutter(right: str) -> None:
    assert found(right, "TRM021", "TRM039") == []


def test_a_place_that_has_no_name_is_told_twice() -> None:
    assert found("他在路路边停车。", "TRM021") == ["路路"]


def test_village_affairs_are_no_politics() -> None:
    assert found("示例镇镇务公开，示例乡乡务公开，居务监督。", "TRM039") == []


def test_a_label_at_the_head_of_an_item_has_its_line() -> None:
    right = "提出意见的方式如下：\n（一）信函：寄至示例局。\n（二）电子邮件：发送至shuiwu@example.gov.cn。\n"
    assert not check_text(right, select=["STR021"], preview=True).diagnostics


def test_judges_sign_with_chinese_numerals() -> None:
    head = "示例区人民法院\n民事判决书\n（2026）示0101民初12号\n本院于2026年1月5日立案。\n判决如下：\n准许离婚。\n"
    assert found(f"{head}审判员　赵某\n二〇二六年二月三日\n书记员　孙某\n", "DOC007") == []
    assert found(f"{head}审　判　长　赵某\n人民陪审员　李某\n二〇二六年二月三日\n", "DOC007") == []
    notice = "示例区水务局通知\n各街道：\n请于2026年5月6日前完成。\n示例区水务局\n二〇二六年五月一日\n"
    assert found(notice, "DOC007") == ["二〇二六年五月一日"]


def test_what_begins_within_a_name_closes_nothing_behind_it() -> None:
    assert found("依托“青春在社区”等工作基础，各团支部开展社会实践。", "TRM054") == []
    assert found("在广泛征求意见基础，各团支部拟定方案。", "TRM054") == ["基础"]


@pytest.mark.parametrize(
    "right",
    [
        "在座各位的支持，我会记在心里。",
        "在校学生的配合、在职教师的努力，使活动圆满成功。",
        "在编人员的关怀，在岗职工的支持，在外乡亲的帮助，都是动力。",
    ],
)
def test_who_is_in_office_or_present_is_no_place(right: str) -> None:
    assert found(right, "TRM054") == []


def test_help_that_lacks_what_closes_it_is_told() -> None:
    assert found("在各位老师的大力支持，我们建立了制度。", "TRM054") == ["支持"]


@pytest.mark.parametrize(
    "right",
    [
        "线路费用由甲公司承担,其余费用由乙公司承担。",
        "将甲表报送区水利局,将乙表报送区教育局。",
        "共检查驿站(共12家)后,共发现隐患(共30处)。",
        "司价鉴字（2024）47号意见，审鉴字〔2024〕第2号报告。",
    ],
)
def test_halfwidth_points_divide_clauses_and_codes_are_no_words(right: str) -> None:
    assert found(right, "TRM057", "TRM008") == []
