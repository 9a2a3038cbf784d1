"""Right text that looks like the fault of a rule, beside the fault itself; and faults that one rule tells, not two."""

import pytest
from checking import check, places

from lawcheck.rulebook.registry import Selection
from lawcheck.text.source import Source

LAW = "为实施《中华人民共和国计量法》（以下简称{}），作如下规定：\n根据计量法第九条规定，授权区检定所检定。\n"
NOTE = "区财政投入{}万元。\n"
LIST = "一、项目\n1、男子组\n2、{}\n3、混合组\n4、老年组\n"
STATUTE = "示例市绿道办法\n第一条 为了管好绿道，制定本办法。\n第二条 {}\n第三条 本办法自2026年5月1日起施行。\n"
FIRM = "本公司设董事会。本公司设经理。本公司与{}其他成员共享资源。本公司年报公布。本公司公告。本公司章程另定。"
CARS = "示B20617号货车上路，示B20617号货车停放，{}。"
LETTER = "示例区水利局关于做好河道保洁的通知\n{}{}\n示例区水利局\n2026年3月5日\n"
PLAIN = LETTER.format("各镇：\n", "做好保洁。")
EMPTY = "一、要求\n坚持依法办事。\n{}\n三、保障\n加强领导。\n四、附则\n自印发之日起施行。\n"
HEAD = "示例区绿道管护方案\n一、总体要求\n{}\n"
PAIRS = [
    # A law is called as the text says that it calls it.
    ("CIT001", LAW.format("《计量法》"), LAW.format("计量法")),
    ("CIT001", LAW.format("本法"), LAW.format("“计量法”")),
    # A row that 和 has closed, and one whose member is spoken of again.
    ("PUN039", "储备物资包括帐篷、棉被，折叠床和水泵。", "储备物资包括帐篷、棉被和水泵，水泵配足油料。"),
    ("PUN039", "登记姓名、住址，电话和职业。", "登记姓名、住址和电话，电话留两个。"),
    ("PUN039", "核对户型、楼层，朝向和面积。", "裂缝包括横裂、竖裂，竖裂居多。"),
    ("PUN039", "裂缝包括横裂、竖裂，斜裂和网裂。", "裂缝包括横裂、竖裂和斜裂，斜裂须拍照存档。"),
    # Behind a character that is lost the number goes on.
    ("NUM031", NOTE.format("00"), NOTE.format("3150\ue01000")),
    ("NUM031", NOTE.format("00"), NOTE.format("3150\ufffd00")),
    # What blanks set in columns.
    ("STR016", LIST.format("  女子甲组"), LIST.format("  女子  甲组")),
    ("STR016", LIST.format("  女子甲组"), LIST.format("  女子甲组\t铅球")),
    # Another version of the text; other words that end in 前; two documents in one sentence.
    (
        "CIT006",
        STATUTE.format("有本办法第三十条情形的，从其规定。"),
        STATUTE.format("修改前的本办法第三十条的事项，从其规定。"),
    ),
    ("CIT013", STATUTE.format("违反前款规定的，通报。"), STATUTE.format("会前款项应当结清，贷前款项由银行审核。")),
    ("CIT013", STATUTE.format("违反前款规定的，通报。"), STATUTE.format("当前款式老旧的座椅应当更换。")),
    (
        "CIT016",
        "转发《关于做好春节值班的通知》（示办〔2024〕1号）。\n按《关于做好春节值班的通知》（示办〔2024〕7号）值班。\n",
        "《关于做好春节值班的通知》（示办〔2024〕1号）和《关于做好春节值班的通知》（示办〔2025〕1号）一并归档。\n",
    ),
    ("CIT026", FIRM.format("本学会"), FIRM.format("本集团")),
    ("CIT027", CARS.format("示B20671号车返回"), CARS.format("示B20617号、示B20671号货车返回")),
    # What a text may begin with, and what stands above its title.
    (
        "DOC013",
        LETTER.format("示水发〔2026〕3号各镇：\n", "做好保洁。"),
        LETTER.format("各镇：\n", "示教字〔2026〕10号同时废止。"),
    ),
    (
        "DOC013",
        PLAIN.replace("通知\n", "通知"),
        "内部资料　注意保存\n" + PLAIN,
    ),
    # A word ends between two characters that look like a slip.
    ("TRM008", "部门已及单位应当配合。", "各镇已及时报送名单，险情已及时处置。"),
    ("TRM008", "双休日、周未加班。", "各组上周未完成的任务，本周内补齐。"),
    ("TRM008", "示例街到办事处负责。", "值班人员上街到村走访，沿街到河边巡查。"),
    ("TRM008", "开展绩效考和评定。", "做好中考和高考期间的噪声管控。"),
    ("TRM008", "这是注要任务。", "表格备注要写清来源。"),
    ("TRM008", "加强干部对伍建设。", "对伍某的处理决定已经送达。"),
    ("TRM008", "将励先进集体。", "将励志故事编入手册。"),
    ("TRM008", "自2020年已来，河道变清。", "市水务局已来函商请。"),
    ("TRM008", "发挥是范作用。", "附件是范本，供参考。"),
    ("TRM008", "采取有校措施。", "有校车的学校应当登记。"),
    ("TRM008", "各单未应当配合。", "清单未列明的事项，名单未公布的不办。"),
    ("TRM008", "注明地理位至。", "我区排名由第8位至第5位。"),
    ("TRM008", "已免发生事故。", "费用已免除，自己已免收。"),
    ("TRM008", "服务对像增加。", "上传的照片对像素有要求。"),
    ("TRM021", "研究会会商结果果。", "本会会员享有下列权利，本会会址设在示例区。"),
    ("TRM021", "会会员入会自愿。会议议决定。", "示例县县委书记、示例盟盟委书记、示例州州长到会，示例县县城改造。"),
    ("TRM021", "直接管网网。", "管线直接接市政管网。"),
    # Members of a row, roles, forms, what is left out, what a sentence begins with.
    ("PUN038", "附件；任务分工表\n", "提交下列材料：申请书；附件；证明。"),
    (
        "RSP002",
        "1.清理水面。（责任单位：）\n2.清理岸线。（责任单位：区水利局）\n",
        "责任单位（盖章）：\n",
    ),
    ("RSP012", "1.清理。（配台单位：区水利局）\n", "参训单位：三家；配建单位：两家；主责单位：区水利局。\n"),
    ("STR011", EMPTY.format("二、问题清单"), EMPTY.format("二、问题清单（略）")),
    ("PUN031", "占用河道的单位。应当按时恢复原状。", "企业提出申请。应当附有关证明。"),
    ("OCR010", "法治?府建设。", "点击“?”查看帮助。"),
    ("TRM039", "要充分法挥作用。", "如甲方违约，由乙方承担。"),
    (
        "STR003",
        "一、任务\n1.清理。\n3.巡查。\n2.管护。\n",
        "一、成效\n40 份文件已归档。\n173 份材料已上报。\n12 家企业获奖。\n",
    ),
    # Sorts that overlap, 余热, an office of staff, and a sum before its parts.
    (
        "NUM011",
        "完成投资3亿元，其中工业投资2亿元、农业投资1.8亿元。",
        "完成投资3亿元，其中民间投资2亿元、工业投资1.8亿元。",
    ),
    ("NUM011", "人口12万人，其中城镇人口10万人、农村人口9万人。", "人口12万人，其中常住人口10万人、户籍人口9万人。"),
    ("NUM030", "出动20多余人次。", "建设20多余热利用项目。"),
    ("OCR009", "自动转人下一环节。", "来访登记后转人社局办理，刷脸录人像。"),
    ("PUN039", "下楼2分，进场1分、跑操4分、退场1分。", "共有教师200人，其中高级80人、中级90人、初级30人、研究生60人。"),
]


@pytest.mark.parametrize(("code", "wrong", "right"), PAIRS)
def test_what_looks_like_a_fault_and_is_none(code: str, wrong: str, right: str) -> None:
    assert places(wrong, code)
    assert places(right, code) == []


@pytest.mark.parametrize(
    "right",
    [
        "持续推动各项措施往深里走、往心里走、往实里走。",
        "如遇稍大汛情发生时立即转移。位于岩溶山区，遇稍大震情即行转移。",
        "由示能服务集团、示拓电气公司、示综能服务集团组织实施。",
        "示例区工信局、改发局配合。",
        "做好饮用水水碘状况调查，碘盐供应，碘缺乏病防治，加碘监测。",
        "扎实做好述前准备。述职人员按时述职，组织述职评议，审阅述职报告，述职内容公开，述职后整改。",
    ],
)
def test_right_words_of_a_scan_are_not_doubted(right: str) -> None:
    assert places(HEAD.format("逐项推进落拟。" + right), "OCR020", True) == ["拟"]


def test_one_fault_is_told_by_one_rule() -> None:
    text = HEAD.format("结合考核等工作，深人了解述职书记情况。")
    assert _codes(Source(text, scanned=True), "OCR009", "OCR020") == ["OCR009"]
    first = "枕套应便于换洗，材质、样式应统一规范，颜色与坐垫保持协调一致。\n"
    second = (
        "鞋套应当以深色为宜，面料宜选用无纺布，开口选用抽绳设计；耳塞应当为柔软的发泡材质，膨胀时对耳部压力小，"
        "独立包装，确保佩戴卫生；牙签应当环保无毒，符合食品安全标准。\n"
    )
    text = HEAD.format(f"{first}{second}靠垫根据定员配备，适当增配。\n{first}{second}")
    assert _codes(Source(text), "STR012", "STR019") == ["STR012"]


def _codes(source: Source, *codes: str) -> list[str]:
    return [each.code for each in check(source, Selection(select=codes).rules()).diagnostics]


def test_two_offices_of_one_body_are_members_of_a_row() -> None:
    (found,) = check(Source("请各部部长副部长到会。\n"), Selection(select=["PUN030"]).rules()).diagnostics
    assert "两项" in found.message


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("示例区绿道方案（送审稿）", ["送审稿"]),
        ("示例区水利局关于印发《示例区绿道办法（征求意见稿）》的通知", ["征求意见稿"]),
        ("关于征求《示例区绿道办法（征求意见稿）》意见的通知", []),
        ("示例区规划草案公示", []),
        ("关于《示例区绿道办法（草案）》的说明", []),
        ("示例区送审稿件管理规定", []),
    ],
)
def test_a_document_on_a_draft_is_none(title: str, marked: list[str]) -> None:
    assert places(f"{title}\n一、要求\n做好管护。\n", "DOC011") == marked
