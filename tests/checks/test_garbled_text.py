"""Characters misread for others, and runs that say nothing, as users see them."""

from collections.abc import Callable

import pytest
from checking import apply_fixes, check
from timing import grows_linearly

from lawcheck.checks.engine import check_of
from lawcheck.checks.lexicon import best_division, words
from lawcheck.checks.ocr import misread
from lawcheck.reading.resources import resource_dir
from lawcheck.rulebook.registry import Selection, find_rule
from lawcheck.rulebook.worded import Worded
from lawcheck.structure.document import Document
from lawcheck.structure.frame import Extent, Frame
from lawcheck.structure.kinds import Kind
from lawcheck.text.file_format import PLAIN
from lawcheck.text.source import Source
from lawcheck.text.view import View


def found(text: str, *codes: str) -> list[Worded]:
    return check(Source(text), Selection(select=codes).rules()).diagnostics


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("深人基层听取意见", "深入基层听取意见"),
        ("把档案工作纳人年度考核", "把档案工作纳入年度考核"),
        ("加大投人力度", "加大投入力度"),
        ("主动融人发展大局", "主动融入发展大局"),
        ("引人社会力量", "引入社会力量"),
        ("将其列人重点名单", "将其列入重点名单"),
        ("自愿加人协会", "自愿加入协会"),
        ("财政收人稳步增长", "财政收入稳步增长"),
        ("各项任务己经落实", "各项任务已经落实"),
        ("己完成整改的单位", "已完成整改的单位"),
        ("末经批准不得查阅", "未经批准不得查阅"),
        ("逾期末按规定移交的", "逾期未按规定移交的"),
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
def test_a_misread_character_is_named_with_what_it_probably_was(damaged: str, right: str) -> None:
    assert apply_fixes(damaged, found(damaged, "OCR009")) == right


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
    once = "各单位要深人基层。"
    assert len(found(once, "OCR009")) == 1
    assert found(once * 3, "OCR009") == []
    assert len(found(once * 3 + "干部要深入群众。", "OCR009")) == 3


def test_a_damaged_phrase_is_one_finding() -> None:
    codes = [d.code for d in found("优化营商坏境，做好人居坏境整治。", "OCR009", "TRM001")]
    assert codes == ["TRM001", "TRM001"]


def test_a_finding_does_not_depend_on_how_long_the_text_is() -> None:
    damaged = "深人推进法冶建设，末经批准不得收人。改善坏境，币场监管。"
    filler = "各单位要认真落实。\n" * 80
    short = [(d.start, d.message) for d in found(damaged, "OCR009")]
    long = [(d.start, d.message) for d in found(f"{damaged}\n{filler}", "OCR009")]
    assert len(short) == 6
    assert long == short


def test_the_likeliest_words_cover_a_text() -> None:
    likelihood, start, end = best_division("接收人员名单", 2)
    assert (start, end) == (2, 4)
    assert likelihood > best_division("接收入员名单", 2)[0]
    assert best_division("龘", 0)[1:] == (0, 1)


def test_the_tables_are_sound() -> None:
    for right, *groups in misread.rows("confusables.tsv"):
        assert len(right) == 1
        assert right not in "".join(groups)
    assert all(1 <= len(word) <= 5 for word in words())
    size = sum(
        (resource_dir("rules") / "data" / name).read_bytes().__len__() for name in ("words.tsv", "confusables.tsv")
    )
    assert size < 300_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全面推l进档案工作", ["推l进"]),
        ("落7实各项要求", ["落7实"]),
        ("近3年每年2次，第3方，前5名，A股、B超、n次方", []),
        ("补偿系数n由示例市确定，达到A级标准", []),
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

    assert grows_linearly(run, 2_000)
