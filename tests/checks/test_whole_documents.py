"""What a reader of the whole document finds: notes on annexes, closings, dates, citations, terms in two forms."""

import pytest

from lawcheck import check_text

HEAD = "示例区林业局关于上报造林计划的通知\n\n各街道办事处：\n"
SIGNED = "\n示例区林业局\n2026年3月5日\n"


def places(code: str, text: str) -> list[str]:
    found = check_text(text, select=[code], preview=True).files[0].diagnostics
    spans = [(d.offset, d.end_offset) for d in found]
    spans += [(o.offset, o.end_offset) for d in found for o in d.occurrences or ()]
    return [text[a:b] for a, b in sorted(set(spans))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("请按时报送。特此通知\n示例区林业局\n", ["特此通知"]),
        ("特此函告；\n", ["特此函告；"]),
        ("　　特此声明\n", ["特此声明"]),
        ("特此批复，\n示例区林业局\n", ["特此批复，"]),
        ("特此公告。\n", []),
        ("现将停水时间特此通知\n", []),
        ("结束语写“特此通知”\n", []),
        ("特此函复的格式见下。\n", []),
    ],
)
def test_a_closing_formula_ends_in_a_full_stop(text, found):
    assert places("DOC045", text) == found


def test_formulas_in_the_cells_of_a_table_are_left_alone():
    table = "<table><tr><td>特此证明</td><td>要求如下</td></tr><tr><td>甲</td><td>乙</td></tr></table>\n"
    found = check_text(table, select=["DOC045", "DOC049"], path="a.html").files[0].diagnostics
    assert not found


def test_letters_without_addressee_may_leave_out_the_year():
    assert places("DOC027", "造林说明\n请按时报送。\n\n示例区林业局\n3月5日\n") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("请填写登记表（附件1）和汇总表。\n", ["附件1"]),
        ("请填报附表，3月底前报送。\n", ["附表"]),
        ("格式详见附件二。\n", ["附件二"]),
        ("格式详见附件。\n附件：登记表\n", []),
        ("格式详见附件。\n附 件：登记表\n", []),
        ("格式见附件《造林办法》。\n", []),
        ("格式见附件2024年版。\n", []),
        ("请附件随文报送。\n", []),
    ],
)
def test_what_is_annexed_is_named(body, found):
    assert places("DOC046", HEAD + body + SIGNED) == found


def test_an_annex_behind_the_signature_needs_no_other_sign():
    assert places("DOC046", HEAD + "格式见附件。\n" + SIGNED + "\n附件\n造林登记表\n街道　亩数\n") == []
    assert places("DOC046", "造林计划\n格式见附件。\n") == []


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("请按时报送。\n\n示例区林业局\n", ["示例区林业局"]),
        ("附件：造林登记表\n\n示例区林业局\n", ["示例区林业局"]),
        ("请按时报送。\n\n示例区林业局　示例区财政局\n", ["示例区林业局　示例区财政局"]),
        ("请送：\n示例区林业局\n", []),
        ("请按时报送。\n\n示例区林业局\n2026年3月5日\n", []),
        ("请按时报送。\n", []),
        ("请按时报送。\n2026年3月5日\n示例区林业局\n", []),
        ("联系单位：示例区林业局\n", []),
    ],
)
def test_a_signed_letter_is_dated(end, found):
    assert places("DOC047", HEAD + end) == found


def test_a_letter_may_be_dated_at_its_head():
    text = "示例区林业局关于造林的通知\n2026年3月5日\n各街道办事处：\n请按时报送。\n示例区林业局\n"
    assert places("DOC047", text) == []


def test_two_lines_are_no_letter():
    assert places("DOC047", "各街道办事处：\n示例区林业局\n") == []


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("附：造林计划表\n", ["附："]),
        ("附件；造林计划表\n", ["附件；"]),
        ("附件 1.造林计划表\n2.填报说明\n", ["附件 1."]),
        ("附件　造林计划表\n", ["附件　"]),
        ("附件一：造林计划表\n附件二：填报说明\n", ["附件一：", "附件二："]),
        ("附件：1.造林计划表\n2.填报说明\n", []),
        ("附件 和附表一并报送。\n", []),
        ("附件1：造林计划表\n附件3：填报说明\n", []),
        ("登记表见附件。\n造林登记表\n", ["造林登记表"]),
        ("登记表见附件。\n一、造林登记表\n", []),
        ("需交的材料见附件：\n造林登记表\n", []),
        ("请交材料。\n造林登记表\n", []),
    ],
)
def test_the_form_of_a_note_on_annexes(note, found):
    assert places("DOC032", HEAD + "请按时报送。\n" + note + SIGNED) == found


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("附：1.造林计划表\n2.填报说明\n", ["附：1.造林计划表\n2.填报说明"]),
        ("附件1：造林计划表\n附件2：填报说明\n", []),
        ("附件\n造林计划表\n街道　亩数\n", []),
    ],
)
def test_a_note_stands_above_the_signature(below, found):
    assert places("DOC032", HEAD + "请按时报送。\n" + SIGNED + "\n" + below) == found


def test_no_note_stands_below_a_date_above_the_text():
    above = "示例区委关于保护绿道的决定\n（2024年3月5日）\n各镇要保护绿道。\n"
    text = above + "附件：1.路段表\n2.分工表\n特此决定。\n示例区园林局\n"
    assert places("DOC032", text) == []


@pytest.mark.parametrize(
    ("dated", "found"),
    [("3月5日", ["3月5日"]), ("2026年3月", ["2026年3月"]), ("2026/3/5", ["2026/3/5"]), ("2026年3月5日", [])],
)
def test_a_date_of_signing_is_whole(dated, found):
    assert places("DOC027", HEAD + f"请按时报送。\n\n示例区林业局\n{dated}\n") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("请于2月6日前报送名单。\n", ["2月6日前报送"]),
        ("定于2月6日召开会议。\n", ["2月6日"]),
        ("一、会议时间\n2026年2月6日上午9时\n", ["2026年2月6日"]),
        ("请于每年2月6日前报送名单。\n", []),
        ("请于次年2月6日前报送名单。\n", []),
        ("请于2月30日前报送名单。\n", []),
        ("请于2月29日前报送名单。\n", []),
        ("请于4月6日前报送名单。\n", []),
        ("请于2025年3月前报送名单。\n", []),
    ],
)
def test_a_day_without_its_year_is_of_the_year_of_the_document(body, found):
    assert places("DOC018", HEAD + body + SIGNED) == found


def test_a_day_without_its_year_may_be_told_of_the_past():
    text = HEAD.replace("通知", "通报") + "报名于2月6日前完成。\n" + SIGNED
    assert places("DOC018", text) == []


def test_a_day_long_past_may_be_of_the_next_year():
    text = HEAD + "请于1月6日前报送名单。\n\n示例区林业局\n2026年12月5日\n"
    assert places("DOC018", text) == []


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("（示林发〔2025〕18号）", ["示林发〔2025〕18号"]),
        ("（示林发〔2024〕8号）", ["示林发〔2024〕8号"]),
        ("（示林办发〔2025〕8号）", ["示林办发〔2025〕8号"]),
        ("（示林发〔2024〕18号）", []),
        ("（示林发〔2025〕8号）", []),
        ("，按示林发〔2025〕18号", []),
    ],
)
def test_one_document_has_one_number(second, found):
    text = f"按照《示例区林业局关于造林的通知》（示林发〔2025〕8号）。\n落实《示例区林业局关于造林的通知》{second}。\n"
    assert places("CIT016", text) == found


def test_short_titles_may_be_those_of_several_documents():
    assert places("CIT016", "《通知》（示林发〔2025〕8号）和《通知》（示林发〔2025〕9号）") == []


TERM = "成立粮食应急保障中心（以下简称“粮食应急保障中心”）。\n粮食应急保障中心值班，粮食应急保障中心通报。\n"


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("应急粮食保障中心调度。", ["应急粮食保障中心"]),
        ("粮食应急保中心调度。", ["粮食应急保中心"]),
        ("粮食应急应保障中心调度。", ["粮食应急应保障中心"]),
        ("粮食应急保彰中心调度。", ["粮食应急保彰中心"]),
        ("粮食保障应急中心调度。", ["粮食保障应急中心"]),
        ("粮食应急的保障中心调度。", []),
        ("防汛应急保障中心调度。", []),
        ("粮食应急保障中心调度。", []),
        ("粮食应急保障分中心调度。", []),
        ("应急粮食保障中心调度，应急粮食保障中心值班。", []),
    ],
)
def test_a_defined_term_has_one_form(other, found):
    assert places("CIT017", TERM + other + "\n") == found


def test_a_term_that_is_rare_has_no_usual_form():
    assert places("CIT017", "粮食应急保障中心（以下简称“粮食保障中心”）和保障粮食中心。\n") == []


def test_what_a_statute_defines_and_what_is_quoted_are_terms():
    statute = "本办法所称建筑垃圾资源化，是指再利用。建筑垃圾资源化、建筑垃圾资源化，建筑垃极资源化。\n"
    assert places("CIT017", statute) == ["建筑垃极资源化"]
    assert places("CIT017", "“一网通办”“一网通办”“一网通办”，一网统办。\n") == ["一网统办"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("按照“关于做好造林工作的意见”执行。", ["“关于做好造林工作的意见”"]),
        ("《关于转发“区林业局关于造林的通知”的函》", []),
        ("落实“关于绿水青山”的要求和“造林意见”。", []),
    ],
)
def test_titles_in_quotation_marks(text, found):
    assert places("CIT018", text) == found


def test_the_title_of_the_document_itself_is_not_cited():
    assert places("CIT018", "“关于做好造林工作的通知”\n\n各街道办事处：\n请按时报送。\n") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“您好”“您好”“你好，请用餐。”", ["你好"]),
        ("“您好”“您好”“同学你好，请用餐。”", []),
        ("“您好”“您好”，唱《你好，示例》。", []),
        ("“您好”“你好，请用餐。”", []),
    ],
)
def test_guests_are_greeted_alike(text, found):
    assert places("TRM013", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("X先生、X女士、X先生、×女士", ["×"]),
        ("XX局、XX处、XX局、xx局", ["xx"]),
        ("X先生、X女士、×先生、×女士", []),
        ("X先生、X女士、X先生、x轴", []),
        ("X先生、X女士", []),
    ],
)
def test_names_are_masked_alike(text, found):
    assert places("TRM014", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("免去王某某同志委员职务，任命李某某同志为主任，免去XXX副主任职务。", ["XXX"]),
        ("任命王某某同志为主任，李某某同志为委员，赵某某为书记。", ["赵某某"]),
        ("任命王某某同志为主任，李某某、赵某某同志为委员，张某、孙某同志为副主任。", []),
        ("任命王某某同志为主任，赵某某为书记。", []),
        ("任命王某某同志为主任，李某某同志为委员，赵某某为书记，孙某某为委员。", []),
    ],
)
def test_all_are_called_alike(text, found):
    assert places("TRM015", text) == found


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("DOC005", "按照示林发2025 8号文件办理。", ["2025 8号"]),
        ("DOC005", "按照示林发2025　第8号文件办理，收发2025 8号。", ["2025　第8号"]),
        ("DOC005", "《通知》（示林发2025-8号）、《办法》（示政办发2025年8号）", ["2025-8号", "2025年8号"]),
        ("DOC005", "按照示林发{2025}8号和示林发「2025」8号办理。", ["{2025}8号", "「2025」8号"]),
        ("DOC005", "按照示林发〔20255〕8号和示林发〔205〕8号办理。", ["〔20255〕8号", "〔205〕8号"]),
        ("DOC005", "示林发〔2025〕　号", ["〔2025〕　号"]),
        ("DOC005", "示林发〔二〇二五〕8号、示林发〔2025〕八号", ["〔二〇二五〕8号", "〔2025〕八号"]),
        ("DOC005", "公告2025年8号，批发2025 8号楼，第〔12〕号，函〔2025〕号码。", []),
        ("DOC005", "造林。\n" * 200 + "示林罚〔2025〕　号\n《通知》（示林发〔2025〕　号）", ["〔2025〕　号"]),
        ("DOC048", "示例区林业局\n2026年3月5日\n　　此件主动公开。\n", ["此件主动公开。"]),
        ("DOC048", "示例区林业局\n2026年3月5日\n（此件主动公开）\n此件公开后另行登记。\n", []),
        ("DOC049", "现将有关情况函告如下；\n一、造林。\n", ["函告如下；"]),
        ("DOC049", "现将有关情况函告如下。\n要求如下表\n通知如下", []),
        ("DOC019", HEAD.replace("通知", "函") + "请提供资料。\n特此函复。\n" + SIGNED, ["特此函复"]),
        ("DOC019", HEAD.replace("通知", "函") + "贵单位来函收悉。\n特此函复。\n" + SIGNED, []),
        ("DOC031", HEAD + "请报送。\n" + SIGNED + "抄送；区委办公室。\n", ["抄送；"]),
        ("DOC031", HEAD + "请报送。\n" + SIGNED + "抄送：区委办公室。\n", []),
        ("STR013", "造林方案\n一、选好树种。\n责任单位：区林业局；完成时限：2026年10月\n", []),
        ("CIT003", "依据《中华共和国森林法》办理。", ["中华共和国森林法"]),
        ("CIT003", "依据《人民共和国森林法》办理。", ["人民共和国森林法"]),
        ("CIT003", "依据《中华人民共和国森林法》办理。", []),
        ("CIT003", "依据《社会团体登记条例》办理。", ["社会团体登记条例"]),
        (
            "CIT003",
            "依据《示例市社会团体登记条例》（以下简称《社会团体登记条例》）办理，《社会团体登记条例》另印。",
            [],
        ),
        ("CIT003", "依据《社会团体登记管理条例》和《社会团体条例》办理。", []),
        ("CIT019", "按照《关于做好造林工作批复》办理。", ["批复"]),
        ("CIT019", "按照《关于造林的决定》《关于造林若干决定》《关于造林处罚决定》办理。", []),
        (
            "TRM042",
            "由国家民政部、区工业与信息化局、区妇联会和区文化与旅游局负责。",
            ["国家民政部", "工业与信息化局", "妇联会", "文化与旅游局"],
        ),
        ("TRM042", "国家民政部门、区教育与文化局、区退役军人事务局、市检察院和检查院墙的人员。", []),
        ("TRM042", "国家市场监督管理局和中央纪律检查委员会负责。", ["国家市场监督管理局"]),
        ("TRM021", "完善工作机制机制，关于做好报名工作的通知通知\n", ["机制机制", "通知通知"]),
        ("TRM021", "机制机制化运行，通知通知书的收件人。", []),
        ("TRM033", "区林业局开展了督查，现督查情况通报如下。", ["现"]),
        ("TRM033", "体现工作情况通报如下，现就情况通报如下，“现情况通报如下”。", []),
        ("OCR014", "坚持源头减量image002.png，提高实效&;。", ["image002.png", "&;"]),
        ("OCR014", "文件名用image002.png，命名为image003.png。", []),
        (
            "OCR015",
            "造林计划\n来源：区林业局 发布时间：2026-03-05\n请按时报送。\n",
            ["来源：区林业局 发布时间：2026-03-05"],
        ),
        ("OCR015", "请按时报送。\n编　辑|王某某\n审　核|李某某\n", ["编　辑|王某某\n审　核|李某某"]),
        ("OCR015", "请按时报送。\n微信图片_20260305.jpg\n请认真核对。\n", ["微信图片_20260305.jpg"]),
        ("RSP006", "由铁路总公司负责，2024年完成。", ["铁路总公司"]),
    ],
)
def test_other_forms_of_known_kinds(code, text, found):
    assert places(code, text) == found


def test_annexes_that_end_alike_are_the_same_form():
    note = "附件：1.造林要点\n2.自查情况统计表\n"
    annexes = "\n附件1\n造林要点\n一、选好树种。\n附件2\n安全自查汇总表\n街道　亩数\n"
    assert places("DOC004", HEAD + "请按时报送。\n" + note + SIGNED + annexes) == ["安全自查汇总表"]


def test_what_is_to_be_reached_in_a_year_is_one_number():
    text = "造林方案\n到2027年，全区森林覆盖率达到42%。\n一、目标\n到2027年全区森林覆盖率达到45%。\n"
    assert places("NUM021", text) == ["45%"]


ARTICLES = "第一条　为加强绿化管理，制定本办法。\n第二条　本办法自2026年5月1日起施行。\n"


@pytest.mark.parametrize(
    "line",
    [
        "您当前的位置：首页>政务公开>规范性文件",
        "时间：2026-03-05 10:20:00 来源：区林业局",
        "2026-03-05 10:20 来源：区林业局 【字体：大 中 小】",
        "发布者：党政办  发布日期：2026-03-05",
        "打印本页 关闭窗口",
        "供稿：党政办 审核：王某某 编辑：李某某",
        "保护视力色：",
    ],
)
def test_what_a_web_page_says_above_a_document(line):
    assert places("OCR015", f"示例区绿化管理办法\n{line}\n{ARTICLES}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "【打印本页】【关闭窗口】",
        "打印此文 | 关闭窗口",
        "联系我们 | 网站地图 | 隐私声明",
        "（责任编辑：王某某）",
        "相关附件：",
        "已有0人发表评论",
        "我要纠错",
        "原文链接：https://example.org/a.html",
    ],
)
def test_what_a_web_page_says_below_a_document(line):
    assert places("OCR015", f"示例区绿化管理办法\n{ARTICLES}{line}\n") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "编辑：王某某　审核：李某某　签发：张某某",
        "供稿：区林业局",
        "下载地址另行公布",
        "关闭",
        "主办：区林业局　承办：区园林中心",
    ],
)
def test_what_a_document_may_say_too(line):
    assert places("OCR015", f"示例区绿化管理办法\n{ARTICLES}{line}\n") == []
