"""Characters misread for others, and runs that say nothing, as users see them."""

from collections.abc import Callable

import pytest
from checking import apply_fixes, check, places
from timing import grows_linearly

from lawcheck.checks.engine import check_of
from lawcheck.checks.lexicon import best_division, rank, words
from lawcheck.reading.resources import resource_dir, rows
from lawcheck.rulebook.registry import Selection, find_rule
from lawcheck.rulebook.worded import Worded
from lawcheck.structure.document import Document
from lawcheck.structure.frame import Extent, Frame
from lawcheck.structure.kinds import Kind
from lawcheck.text.file_format import PLAIN
from lawcheck.text.source import Source
from lawcheck.text.view import View


def found(text: str, *codes: str, scanned: bool | None = None) -> list[Worded]:
    return check(Source(text, scanned=scanned), Selection(select=codes).rules()).diagnostics


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("深人基层听取意见", "深入基层听取意见"),
        ("把档案工作纳人年度考核", "把档案工作纳入年度考核"),
        ("加大投人力度", "加大投入力度"),
        ("主动融人发展大局", "主动融入发展大局"),
        ("将其列人重点名单", "将其列入重点名单"),
        ("自愿加人协会", "自愿加入协会"),
        ("财政收人稳步增长", "财政收入稳步增长"),
        ("各项任务己经落实", "各项任务已经落实"),
        ("己完成整改的单位", "已完成整改的单位"),
        ("末经批准不得查阅", "未经批准不得查阅"),
        ("全面依法冶理", "全面依法治理"),
        ("培育币场主体", "培育市场主体"),
        ("简化力理流程", "简化办理流程"),
        ("改善生态坏境", "改善生态环境"),
        ("健全监督机钊，强化管埋", "健全监督机钊，强化管理"),
        ("选拨优秀千部", "选拔优秀干部"),
        ("压实主休责任", "压实主体责任"),
        ("明确贵任分工", "明确责任分工"),
        ("提高服务质晕", "提高服务质量"),
    ],
)
def test_a_misread_character_of_a_scan_is_named_with_what_it_probably_was(damaged: str, right: str) -> None:
    assert apply_fixes(damaged, found(damaged, "OCR009", scanned=True)) == right


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("深人基层听取意见", "深入基层听取意见"),
        ("把档案工作纳人年度考核", "把档案工作纳入年度考核"),
        ("各项任务己经落实", "各项任务已经落实"),
        ("末经批准不得查阅", "未经批准不得查阅"),
        ("全面依法冶理", "全面依法治理"),
        ("各省、自治区、直辖币", "各省、自治区、直辖市"),
        ("财政收人稳步增长", "财政收入稳步增长"),
        ("将其列人重点名单", "将其列入重点名单"),
    ],
)
def test_what_is_misread_most_often_is_named_in_any_document(damaged: str, right: str) -> None:
    assert apply_fixes(damaged, found(damaged, "OCR009", scanned=False)) == right


@pytest.mark.parametrize(
    "damaged", ["简化力理流程", "选拨优秀干部", "明确贵任分工", "提高服务质晕", "发布公吿，认真贯砌"]
)
def test_other_characters_are_named_in_scans_alone(damaged: str) -> None:
    assert found(damaged, "OCR009", scanned=False) == []


@pytest.mark.parametrize("scanned", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "推动理论学习入脑入心，全区上下齐心协力、同心协力。",
        "大幅压缩办水办气办电时间，完善“一企一策一专班”机制。",
        "审批环节太多，训练效果不佳的应当调整，不得越权办事。",
        "明朝末年，清末民初，“十三五”末改善明显，汛末台风。",
        "发展悦己消费，支持卫国戍边，发行纪念币，己所不欲、勿施于人。",
        "水位在156米及175米之间，4人及以上。",
        "总经理王体轩、区长尹有万、矿长王忠太受到处分。",
        "干部要常到社区走访，对进人用人严格把关。",
        "推动政府采购、招标投标、公共资源交易公开。",
        "禁止擅自取土、弃土、动土，做好覆土、培土和固土护坡。",
    ],
)
def test_words_that_tables_lack_are_no_damage(text: str, scanned: bool) -> None:
    assert found(text, "OCR009", scanned=scanned) == []


@pytest.mark.parametrize(
    "text",
    [
        "权随事转、应审必审、人随事走、费随事转，坚持能进必进、应放尽放。",
        "接收人员应当核对，参加人可以申请加入，缴纳人不服的可以申诉，代收人签收。",
        "冶金企业、有色金属冶炼，人民币与外币，自己动手，据为己有，各抒己见。",
        "期末考核、年末总结、首末站、末端网点、“十四五”末建成，逾期未改正的，当年未使用完的。",
        "养犬人应当登记，狂犬病免疫，千分之三，中国共产党第二十次全国代表大会。",
        "在淮河流域开展调查，王体林、侯末、冶秀兰等同志参加，六价铬、己内酰胺。",
        "万元以上、行政主管部门、政府办公厅、权限范围内、应当根据实际。",
    ],
)
def test_legal_words_names_and_coinages_are_silent(text: str) -> None:
    assert found(text, "OCR009", "OCR010", "TRM001") == []


def test_a_message_says_how_sure_it_is() -> None:
    (sure,) = found("深入推进法冶建设。", "OCR009")
    (likely,) = found("加大投人。", "OCR009")
    assert sure.message == "“法冶”很可能是“法治”之误，请核对原件"
    assert likely.message == "“投人”可能是“投入”之误，请核对原件"


def test_a_word_that_recurs_is_a_term_of_its_own() -> None:
    once = "各单位要明确贵任。"
    assert len(found(once, "OCR009", scanned=True)) == 1
    assert found(once * 3, "OCR009", scanned=True) == []
    (finding,) = found(once * 3 + "干部要落实责任。", "OCR009", scanned=True)
    assert len(finding.spans) == 3
    (finding,) = found("各单位要深人基层。" * 3, "OCR009")
    assert len(finding.spans) == 3


def test_a_damaged_phrase_is_one_finding() -> None:
    codes = [d.code for d in found("优化营商坏境，做好人居坏境整治。", "OCR009", "TRM001")]
    assert codes == ["TRM001", "TRM001"]


def test_a_finding_does_not_depend_on_how_long_the_text_is() -> None:
    damaged = "深人推进法冶建设，末经批准不得收人。改善坏境，币场监管。"
    filler = "各单位要认真落实。\n" * 80
    short = [(d.start, d.message) for d in found(damaged, "OCR009", scanned=True)]
    long = [(d.start, d.message) for d in found(f"{damaged}\n{filler}", "OCR009", scanned=True)]
    assert len(short) == 6
    assert long == short


def test_the_likeliest_words_cover_a_text() -> None:
    likelihood, start, end = best_division("接收人员名单", 2)
    assert (start, end) == (2, 4)
    assert likelihood > best_division("接收入员名单", 2)[0]
    assert best_division("龘", 0)[1:] == (0, 1)


def test_the_tables_are_sound() -> None:
    for right, *groups in rows("confusables.tsv"):
        assert len(right) == 1
        assert right not in "".join(groups)
    assert all(1 <= len(word) <= 5 for word in words())
    size = sum(
        (resource_dir("rules") / "data" / name).stat().st_size for name in ("words.tsv", "confusables.tsv", "pairs.tsv")
    )
    assert size < 600_000
    following = {row[0]: "".join(row[1:]) for row in rows("pairs.tsv")}
    assert all(len(second) == len(set(second)) for second in following.values())
    assert rank("环境") > rank("依法") - 2 > rank("境环")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全面推l进档案工作", ["推l进"]),
        ("由区工业和信.息化局牵头", ["信.息"]),
        ("示例街·学生.活动中心", []),
        ("落7实各项要求", ["落7实"]),
        ("近3年每年2次，第3方，前5名，A股、B超、n次方", []),
        ("补偿系数n由示例市确定，达到A级标准", []),
        ("山体塌方致3死1伤，另一处4死6伤", []),
    ],
)
def test_letters_that_tear_words_apart(text: str, expected: list[str]) -> None:
    assert [text[d.start : d.end] for d in found(text, "OCR010")] == expected


HOSTILE: list[Callable[[int], str]] = [
    lambda n: "深人" * (n // 2),
    lambda n: "末" * n,
    lambda n: "己末冶币" * (n // 4),
    lambda n: "营商坏境" * (n // 4),
    lambda n: "推l进" * (n // 3),
    lambda n: "".join(chr(0x4E00 + i * 7919 % 20000) for i in range(n)),
    lambda n: "“四个" * (n // 3),
    lambda n: "政治意识、" * (n // 5),
]


@pytest.mark.growth
@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("code", ["OCR009", "OCR010", "TRM001", "TRM009"])
def test_time_grows_no_faster_than_the_text(hostile: Callable[[int], str], code: str) -> None:
    rule = check_of(find_rule(code))

    def run(size: int) -> int:
        return sum(1 for _ in rule(Document(View(hostile(size)), Kind.PLAN, PLAIN, (), Frame(None, Extent(0, 0)), ())))

    assert grows_linearly(run, 1_000)


@pytest.mark.parametrize(
    "text",
    [
        "请登录⟦http:/⟧map.example.cn/a下载",
        "请登录⟦http：//⟧map.example.cn下载",
        "请登录⟦https:／／⟧example.cn下载",
        "请登录⟦https//⟧example.cn下载",
        "请登录⟦http:///⟧example.cn下载",
        "请登录⟦http:\\\\⟧www.example.cn下载",
        "请登录⟦htpp://⟧example.cn、⟦htttp://⟧example.cn下载",
        "请登录⟦http:// ⟧example.cn下载",
        "请登录⟦www。example。cn⟧下载",
        "请登录⟦www，⟧example.cn下载",
        "请登录example-1.⟦map。cn⟧下载",
        "发送至⟦zhang_1＠⟧example.cn",
    ],
)
def test_broken_addresses(text):
    assert marked_places(text, "OCR018") == text


@pytest.mark.parametrize(
    "text",
    [
        "请登录http://example.cn/a//b、https://www.example.cn/?u=http:/x。",
        "网址为www.example.cn。cn是域名，万维网（WWW）。",
        "文件在file:///data/a.txt，协议为HTTP/HTTPS，见//example.cn/a。",
        "邮箱为a@example.cn，电话0571-88888888。",
        "采用http、https两种协议：均可。",
        "甲。com组件、.net平台和ASP.NET。网络",
    ],
)
def test_whole_addresses(text):
    assert marked_places(text, "OCR018") == text


@pytest.mark.parametrize("right", ["各单位要加强管理。", "文件要求如下，按月上报。", "中华人民共和国"])
@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_text_in_gbk_that_was_read_as_latin(right, encoding):
    garbled = right.encode("gbk").decode(encoding)
    assert marked_places(f"⟦{garbled}⟧\n后文", "OCR003") == f"⟦{garbled}⟧\n后文"


@pytest.mark.parametrize("text", ["符号×÷±°²³、§¶", "Œuvre, São Tomé, Ångström, ÄÖÜß", "àéèùçÀÉÈÙÇ"])
def test_letters_and_signs_in_a_row(text):
    assert marked_places(text, "OCR003") == text


def marked_places(text, code):
    """The text with ⟦ ⟧ where the rule finds something, those that it came with left out."""
    text = text.replace("⟦", "").replace("⟧", "")
    found = check(Source(text), Selection(select=[code]).rules()).diagnostics
    for start, end in sorted((span for d in found for span in d.spans), reverse=True):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("对承担全民阅读职责k的主管部门开展评估。", "k"),
        ("各地要开展执法监督，按要求报送b材料清单。", "b"),
        ("推动制造业h高质量发展。", "h"),
    ],
)
def test_a_small_letter_by_itself_between_words(text: str, letter: str) -> None:
    assert places(text, "OCR010") == [letter]


@pytest.mark.parametrize(
    "text",
    [
        "每组选取n个样本，共设置k组对照，按x型布置。",
        "设总量为a，其余b由各区分担，b不超过总量，以a计算。",
        "推广e租平台、i志愿平台和T台展示，办理A类许可。",
        "其中x表示年份，用x代表各年的数值。",
    ],
)
def test_a_small_letter_that_is_a_sign(text: str) -> None:
    assert places(text, "OCR010") == []
