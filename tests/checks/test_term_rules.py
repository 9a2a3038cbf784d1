"""The rules on words and set phrases, as users see their findings."""

import pytest
from checking import apply_fixes, check

from lawcheck import check_text
from lawcheck.reading.resources import rows
from lawcheck.rulebook.registry import Selection, find_rule
from lawcheck.rulebook.worded import Worded
from lawcheck.text.source import Source


def found(text: str, code: str, kind: str = "plan") -> list[Worded]:
    return check(Source(text), Selection(select=[code]).rules(), kind=kind).diagnostics


def places(text: str, code: str, kind: str = "plan") -> list[str]:
    return [text[a:b] for d in found(text, code, kind) for a, b in d.spans]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("依法做出行政许可决定。", 1),
        ("当场做出了书面批示。", 1),
        ("做出重要贡献的，给予表彰决定。", 0),
        ("做出成绩后作出决定。", 0),
        ("把做出的产品送检，另行决定。", 0),
        ("做出努力。决定从略。", 0),
    ],
)
def test_what_is_decided_is_zuochu_with_the_other_character(text: str, count: int) -> None:
    assert len(found(text, "TRM002")) == count


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        (
            "建立台帐，按月对帐，开立帐户，核对帐目，列入财政专帐管理。",
            "建立台账，按月对账，开立账户，核对账目，列入财政专账管理。",
        ),
        ("搭建帐篷、发放蚊帐，在营帐内核实帐篷数量。", "搭建帐篷、发放蚊帐，在营帐内核实帐篷数量。"),
        ("修改为：“（三）通过转帐方式转移资金”。", "修改为：“（三）通过转帐方式转移资金”。"),
        ("执行《会计帐簿管理规定》，登记帐簿。", "执行《会计帐簿管理规定》，登记账簿。"),
    ],
)
def test_accounts_and_curtains(text: str, fixed: str) -> None:
    assert apply_fixes(text, found(text, "TRM003")) == fixed


def test_statutes_keep_the_old_character_of_accounts() -> None:
    text = "第一条 为了规范帐簿管理，制定本办法。\n第二条 本办法适用于帐户管理。\n"
    assert found(text, "TRM003", kind="statute") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截止2024年6月底，全区已建成八家。", ["截止"]),
        ("截止目前，共办理三百件。", ["截止"]),
        ("截止10月31日全市完成投资八成。", ["截止"]),
        ("报名截止2024年6月30日，逾期不予受理。", []),
        ("截止日期为6月30日，截止时间不变，截止到目前已建成。", []),
        ("申报工作自3月1日开始，截止5月31日。", []),
        ("保护期为五十年，截止于作品发表后第五十年。", []),
    ],
)
def test_up_to_and_until(text: str, expected: list[str]) -> None:
    assert places(text, "TRM004") == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("TRM005", "编制权利清单，行使公权利，保障民主权力。", ["权利清单", "公权利", "民主权力"]),
        ("TRM005", "明确权利义务，行政权利救济，公权利益，滥用权力人员，依法行使权利。", []),
        ("TRM006", "政策影响抵销，设定公司，不得牟取集体利益。", ["影响抵销", "设定公司", "牟取集体利益"]),
        ("TRM006", "债务抵销，牟取非法利益，设立公司，设定行政许可。", []),
        ("TRM007", "惟一渠道，弘扬精神，宏扬正气，人材培养。", ["惟一", "宏扬", "人材"]),
        ("TRM007", "宽宏扬善，全部份额，结构成份，报导弹专家，月份外出。", []),
        ("TRM008", "公平竟争，贯切落实，防犯风险，修茸校舍。", ["竟争", "贯切", "防犯", "修茸"]),
        ("TRM008", "颁布署名，究竟争取什么，国防犯罪，预防犯罪，既便利群众又节约，计提拨付，追究正当。", []),
        (
            "TRM008",
            "会议布署，统酬推进，抓好落时，付主任兼任，登记薄，流于形势，即使上报，自制区。",
            ["布署", "统酬", "抓好落时", "付主任", "登记薄", "流于形势", "即使上报", "自制区"],
        ),
        ("TRM008", "设立一批覆盖全区的站点，漂洗脏物，以经济手段引导，在次月公布，发布会报名截止。", []),
        ("TRM008", "既将水面纳入，又将岸线纳入，不予案件受理，支付主任医师报酬，叫做为民服务日。", []),
        ("TRM008", "飞机降落时断电，记录薄弱环节，及时上报，即使有困难，推进有机枸杞种植。", []),
        ("TRM032", "迫在眉捷，名列前矛，不能“按步就班”，提倡“雷励风行抓落实”。", ["迫在眉捷", "名列前矛", "雷励风行"]),
        ("TRM032", "固步自封，势不可当，不加思索，明查暗访，源源本本，厚积薄发。", []),
        ("TRM011", "瞎子、聋子、农村长期规划、盲人摸象，打工妹。", ["瞎子", "聋子", "打工妹"]),
    ],
)
def test_words_that_are_confused(code: str, text: str, expected: list[str]) -> None:
    assert places(text, code) == expected


def test_titles_keep_their_words() -> None:
    assert found("依照《其它资产登记办法》办理。", "TRM007") == []
    assert places("《其它资产登记办法》以外的其它资产。", "TRM007") == ["其它"]


@pytest.mark.parametrize(
    "name", ["power", "legal_pairs", "variant_forms", "typos", "misspellings", "cautious_words", "territory_names"]
)
def test_the_lists_are_sound(name: str) -> None:
    listed = rows(f"{name}.tsv")
    terms = [row[0] for row in listed]
    assert len(set(terms)) == len(terms)
    assert all(2 <= len(row) <= 4 and row[0] != row[1] for row in listed)
    assert not {row[1] for row in listed} & set(terms)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("增强“四个意志”。", "“四个意志”疑为“四个意识”之误"),
        ("做到“两个保护”。", "“两个保护”疑为“两个维护”之误"),
        ("四个意识即政治意识、大局意识、核心意识。", "“四个意识”所列缺“看齐意识”"),
        (
            "坚定理论自信、道路自信、制度自信、文化自信这“四个自信”。",
            "“四个自信”的顺序应为“道路自信、理论自信、制度自信、文化自信”",
        ),
    ],
)
def test_set_phrases_are_exact(text: str, message: str) -> None:
    assert [d.message for d in found(text, "TRM009")] == [message]


@pytest.mark.parametrize(
    "text",
    [
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”，拥护“两个确立”。",
        "增强政治意识、大局意识、核心意识、看齐意识，即四个意识。",
        "坚定道路自信、理论自信、制度自信。",
        "做到“两个不变”，坚定“四个不放过”，落实“四个最严”，抓好“两个清单”。",
    ],
)
def test_other_sets_and_other_times_are_silent(text: str) -> None:
    assert found(text, "TRM009") == []


def test_a_misread_set_phrase_is_left_to_the_rule_on_damaged_phrases() -> None:
    text = "增强“四个意职”。"
    assert found(text, "TRM009") == []
    assert places(text, "TRM001") == ["四个意职"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("巡护要一抓到低，各站如坐针粘。", ["一抓到低", "如坐针粘"]),
        ("切忌走马观化、浅尝辙止，更不得徇私舞敝。", ["走马观化", "浅尝辙止", "徇私舞敝"]),
        ("做到雷厉风形、久久为攻。", ["雷厉风形", "久久为攻"]),
        # The right forms, and others in use.
        ("一抓到底，走马观花，浅尝辄止，雷厉风行，久久为功，名符其实，混水摸鱼，勠力同心，前赴后继，前仆后继。", []),
        ("扩大优质高校招生，规范高校管理，坚持不动摇，夯基础、优服务，有关部（局）。", []),
    ],
)
def test_idioms_with_a_character_mistyped(text: str, expected: list[str]) -> None:
    codes = {"TRM001", "TRM008", "TRM032", "TRM039"}
    assert [text[d.offset : d.end_offset] for d in check_text(text).diagnostics if d.code in codes] == expected


def test_an_earlier_congress_alone_in_a_later_document() -> None:
    def made(day: str, congress: str) -> str:
        return f"示例区档案工作要点\n贯彻党的{congress}精神。\n示例区档案局\n{day}\n"

    (finding,) = found(made("2024年3月5日", "十九大"), "TRM010")
    assert finding.message == "文件成文于2024年，只提“党的十九大”，请核对是否应提“党的二十大”"
    assert found(made("2024年3月5日", "十九大、二十大"), "TRM010") == []
    assert found(made("2019年3月5日", "十九大"), "TRM010") == []
    assert found("示例区档案工作要点（2024年）\n贯彻党的十九大精神。\n", "TRM010") == []


@pytest.mark.parametrize("code", ["TRM010", "TRM011", "TRM012"])
def test_what_cannot_be_precise_is_off_by_default(code: str) -> None:
    assert not find_rule(code).enabled
    assert code not in {rule.code for rule in Selection().rules()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由示例区退役军人事物局办理。", ["退役军人事物局"]),
        ("由示例区应急理管局办理。", ["应急理管局"]),
        ("报国家税务总局局备案。", ["国家税务总局局"]),
        ("加快发展新质生产利，推动升级。", ["新质生产利"]),
        ("扎实推进共富同裕。", ["共富同裕"]),
        ("本办法由国铁路局负责解释。", ["国铁路局"]),
        ("一是落实疫情控要求，二是加强对非物质文化产的宣传。", ["疫情控", "非物质文化产"]),
        ("组织未成年人护苗专项行动，建设应急广播，推进一网办。", []),
        ("为此，在变局中开创新局，扩内需、优供给，落实全面依法治市要求。", []),
        ("区市场监管局会同市市场监管局，报教育部部长；全国国家机关依法行政政策。", []),
    ],
)
def test_a_name_at_distance_one_is_found_where_nothing_else_can_be_meant(text: str, expected: list[str]) -> None:
    codes = {"TRM001", "TRM020", "TRM032"}
    assert [text[d.offset : d.end_offset] for d in check_text(text).diagnostics if d.code in codes] == expected


@pytest.mark.parametrize(
    "text", ["协同创新新路径，产业链链主，环节节粮，物资资敌，团团伙伙", "重要要素，人人有责，是是非非"]
)
def test_characters_of_two_words_do_not_stand_twice(text: str) -> None:
    assert [d for d in check_text(text).diagnostics if d.code == "TRM021"] == []
