"""Documents of any size, always the same for the same arguments: plans, run-on plans, statutes and scanned notices.

The figures are those of published documents: how long paragraphs, sentences and clauses are, how many headings,
articles, units, titles and figures stand in them, and what scanning damages. `benchmarks/makeup.py` holds the text
against documents of one's own.
"""

import random
import re
from collections.abc import Callable, Iterator
from itertools import count

from benchmarks.damage import shapes
from benchmarks.prose import Makeup, Writer, drawn
from lawcheck.text.vocabulary.numerals import chinese_numeral

UNITS = re.findall(
    r"\S+",
    """区司法局 区财政局 区民政局 区审计局 区教育局 区商务局 区水务局 区城管局 区发展改革局 区市场监管局
    区委编办 各街道办事处 区卫生健康局 区人力资源社会保障局 区自然资源局 区生态环境局 区住房城乡建设局
    区交通运输局 区农业农村局 区文化旅游局 区应急管理局 区统计局 区医保局 区信访局 区委组织部 区委宣传部
    区公安分局 区税务局 区数据局 团区委 区残联 区总工会 区科技局 区工业和信息化局 区退役军人事务局""",
)
PLAN = Makeup(
    paragraph=(12, 18, 38, 95, 174, 259, 499),
    sentence=(8, 14, 26, 54, 86, 120, 220),
    clause=(2, 4, 6, 10, 15, 21, 39),
    stops={"，": 250, "、": 235, "；": 12, "：": 8},
    inserts={
        "money": 6,
        "title": 28,
        "article": 3,
        "quote": 33,
        "bracket": 44,
        "number": 62,
        "year": 11,
        "date": 6,
        "document number": 4.2,
        "short name": 10,
        "letters": 10,
        "ordinals": 0.4,
    },
    strange=0.06,
)
RUN_ON = Makeup(
    paragraph=(20, 40, 80, 130, 190, 270, 500),
    sentence=(8, 16, 32, 52, 77, 110, 230),
    clause=(2, 4, 6, 10, 16, 23, 40),
    stops={"，": 290, "、": 250, "；": 18, "：": 10},
    inserts={
        "money": 3,
        "title": 13,
        "article": 2,
        "quote": 38,
        "bracket": 30,
        "number": 20,
        "year": 8,
        "date": 3,
        "document number": 3.6,
        "short name": 10,
        "letters": 4,
        "ordinals": 0.4,
    },
    strange=0.06,
)
STATUTE = Makeup(
    paragraph=(12, 18, 29, 48, 74, 101, 165),
    sentence=(10, 18, 28, 42, 63, 85, 140),
    clause=(2, 3, 6, 11, 18, 25, 41),
    stops={"，": 254, "、": 215, "；": 8, "：": 1},
    inserts={
        "title": 4,
        "article": 3,
        "quote": 3,
        "bracket": 2,
        "number": 18,
        "year": 1,
        "date": 6,
        "document number": 0.1,
        "short name": 10,
        "letters": 4,
    },
    strange=0.008,
    again=0.25,
)
SCAN = Makeup(
    paragraph=(20, 40, 70, 110, 160, 230, 400),
    sentence=(8, 18, 34, 56, 86, 120, 220),
    clause=(2, 4, 6, 10, 16, 22, 40),
    stops={"，": 290, "、": 180, "；": 10, "：": 15},
    inserts={
        "title": 22,
        "article": 1,
        "quote": 16,
        "bracket": 16,
        "number": 80,
        "year": 6,
        "date": 12,
        "document number": 7,
        "short name": 10,
        "letters": 4,
        "ordinals": 1,
    },
    strange=0.05,
    again=0.3,
)
# A row of a table, each cell a line; so many behind so many sections.
ROWS, SECTIONS = 70, 10
# Damage in 10,000 characters of scanned text, in each document between a third and three times as much.
DAMAGE = {"character": 66, "lost": 8, "extra": 3, "space": 60, "stop lost": 37, "narrow": 55, "other stop": 50}
_STOPS = "，。、；：（）"
_NARROW = str.maketrans("，；：（）", ",;:()")
_NARROW_BRACKETS = str.maketrans("（）", "()")
_OTHERS = str.maketrans("，。、；：（）", "：，·：，〈〉")
_STOPS_MISREAD: dict[str, Callable[[random.Random, str], str]] = {
    "space": lambda rng, stop: f"{stop} ",
    "stop lost": lambda rng, stop: "",
    "narrow": lambda rng, stop: stop.translate(_NARROW),
    "other stop": lambda rng, stop: stop.translate(_OTHERS),
}
LINE = (6, 16, 28, 30, 31, 33, 38)
PAGE_LINES = 24


def plan(size: int, seed: int = 1, units: float = 0.2) -> str:
    """A plan of about `size` bytes of UTF-8: headings, tasks of which a share has its units, and tables."""
    writer = Writer(random.Random(seed), PLAN)
    return _filled(size, _plan_lines(writer, units, tables=True), indent="　　")


def run_on_plan(size: int, seed: int = 1, units: float = 0.3) -> str:
    """A plan that lost its line breaks, as pages give them."""
    writer = Writer(random.Random(seed), RUN_ON)
    return _filled(size, _plan_lines(writer, units, tables=False)).replace("\n", "") + "\n"


def scanned(size: int, seed: int = 1) -> str:
    """A scanned notice: broken lines, page numbers, characters misread and lost."""
    rng = random.Random(seed)
    text = _narrowed(rng, _filled(size, _plan_lines(Writer(rng, SCAN), 0.2, tables=False)), 0.4)
    return "\n".join(_damaged(rng, text.split("\n"))) + "\n"


def statute(size: int, seed: int = 1) -> str:
    """A local law of about `size` bytes of UTF-8: chapters, articles, items."""
    rng = random.Random(seed)
    text = re.sub("本(?:办法|规定|细则|规则|法)", "本条例", _filled(size, _statute_lines(Writer(rng, STATUTE))))
    return _narrowed(rng, text, 0.2) + "本条例自2025年1月1日起施行。\n"


def _narrowed(rng: random.Random, text: str, share: float) -> str:
    """The text with the brackets of half width that a share of documents has."""
    return text.translate(_NARROW_BRACKETS) if rng.random() < share else text


def _filled(size: int, lines: Iterator[list[str]], indent: str = "") -> str:
    made: list[str] = []
    written = 0
    for new in lines:
        made += new
        written += sum(len((indent + line).encode()) + 1 for line in new)
        if written >= size:
            break
    title, *rest = made
    return "\n".join([title, *(indent + line for line in rest)]) + "\n"


def _units(rng: random.Random) -> str:
    lead, *others = rng.sample(UNITS, rng.randint(2, 6))
    rest = "、".join(others)
    return rng.choice(
        (
            f"（牵头单位：{lead}；参加单位：{rest}；完成时限：2025年{rng.randint(1, 12)}月底前）",
            f"（责任单位：{lead}、{rest}）",
            f"（{lead}牵头，{rest}配合）",
            f"（{lead}、{rest}按职责分工负责）",
        )
    )


def _plan_lines(writer: Writer, units: float, tables: bool) -> Iterator[list[str]]:
    """Without end: the beginning of a plan, then its parts one after another."""
    rng = writer.rng
    yield ["示例区优化公共服务行动方案（2024—2026年）", "各街道办事处，区各有关部门：", writer.paragraph(200)]
    yield ["一、总体要求", writer.paragraph(200)]
    annex = 0
    for section in count(1):
        number = section % SECTIONS
        if not number:
            annex += 1
            yield [f"附件{annex}", *(_rows(writer) if tables else ())]
        yield [f"{chinese_numeral(number + 1)}、{writer.phrase(rng.randint(4, 12))}"]
        has_units = rng.random() < units
        for sub in range(1, rng.randint(2, 5)):
            tail = _units(rng) if has_units else ""
            items = rng.randint(1, 4) if rng.random() < 0.5 else 0
            head = f"（{chinese_numeral(sub)}）{writer.phrase(rng.randint(5, 14))}。"
            yield [head + writer.paragraph() + ("" if items else tail)]
            for item in range(1, items + 1):
                tail = _units(rng) if has_units else ""
                yield [f"{item}.{writer.phrase(rng.randint(5, 12))}。{writer.paragraph()}{tail}"]
            if tables and rng.random() < 0.6:
                yield [writer.paragraph()]


def _rows(writer: Writer) -> list[str]:
    rng = writer.rng
    made = [writer.phrase(12), "序号", "事项", "目标", "备注"]
    for row in range(1, ROWS + 1):
        goal = f"{rng.randint(1, 99)}%" if row % 3 else writer.phrase(rng.randint(12, 40))
        made += [str(row), writer.phrase(rng.randint(5, 16)), goal, rng.choice(UNITS) if row % 4 == 0 else "—"]
    return made


def _statute_lines(writer: Writer) -> Iterator[list[str]]:
    """Without end: articles, every tenth in a new chapter."""
    rng = writer.rng
    yield ["示例市公共服务条例"]
    for index in count():
        if index % 10 == 0:
            yield [f"第{chinese_numeral(index // 10 % 99 + 1)}章　{writer.phrase(4)}"]
        article = f"第{chinese_numeral(index % 900 + 1)}条　"
        if rng.random() < 0.14:
            items = [writer.sentence("；") for _ in range(rng.randint(3, 6))]
            items[-1] = items[-1][:-1] + "。"
            yield [
                f"{article}{writer.clause(14)}，应当符合下列条件：",
                *(f"（{chinese_numeral(number)}）{item}" for number, item in enumerate(items, 1)),
            ]
        else:
            yield [article + writer.paragraph()]
        while rng.random() < 0.4:
            yield [writer.paragraph()]


def _damaged(rng: random.Random, lines: list[str]) -> Iterator[str]:
    """The lines as they come from a page: broken, with the numbers of the pages, and with what was misread."""
    degree = 3 ** rng.uniform(-1, 1) / 1e4
    chances = {kind: often * degree for kind, often in DAMAGE.items()}
    width, printed = drawn(rng, (26, 27, 28, 29, 30, 33, 36)), count(1)
    for line in lines:
        for at in range(0, len(line), width):
            yield "".join(_misread(rng, chances, character) for character in line[at : at + width])
            number, rest = divmod(next(printed), PAGE_LINES)
            if not rest:
                yield f"— {number} —"


def _misread(rng: random.Random, chances: dict[str, float], character: str) -> str:
    draw = rng.random()
    if character in _STOPS:
        for kind, misread in _STOPS_MISREAD.items():
            # A tenth of all characters are stops, of which so many are damaged as of all characters together.
            draw -= chances[kind] * 10
            if draw < 0:
                return misread(rng, character)
        return character
    if draw < chances["character"]:
        alike = shapes().get(character, "")
        return rng.choice(alike) if alike else character
    draw -= chances["character"]
    if draw < chances["lost"]:
        return ""
    return character + rng.choice("一丨.-'~八口") * (draw - chances["lost"] < chances["extra"])
