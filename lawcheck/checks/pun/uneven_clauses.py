"""Marks of clauses that are built alike: 天更蓝、水更清，山更绿; 突出了甲、丰富了乙，培养了丙 (PUN037, PUN039)."""

from collections.abc import Iterator

from lawcheck.checks.pun.even_rows import CLAUSE, NO_MEMBER
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

# 天更蓝、空气更清新，环境更优美
_MORE = f"[{HAN}]{{1,6}}更加?[{HAN}]{{1,4}}?"
_MORES = Pattern(
    f"(?<=[，。；：“让使])(?P<row>[{HAN}的]{{0,8}}{_MORE}(?:[、，]{_MORE}){{2,8}})(?=[。；”]|的(?!，))", needs=("更",)
)
# 突出了甲、丰富了乙，培养了丙，磨炼了丁
_DONE = Pattern(f"(?P<sign>[，、])(?P<verb>[{HAN}]{{2}})了(?=[{HAN}“])", first="，、")
_BEGUN = Pattern(f"[{HAN}]{{2}}了")
_SENTENCE = Pattern("[^。；！？\n]{12,400}")
_FEW_DONE = 3
# 小学报所在镇核准、中学报县局核准
_DONE_BY = Pattern(
    f"(?P<by>报|由|经)(?!告|表|名|送|道|纸|销|警|到|济|营|过|费|验|常|历|理)[{HAN}、]{{3,40}}?(?:[核批]准|审[批核定]|备案|同意|负责|受理|办理|组织实施|认定)"
    f"(?P<sign>、)[{HAN}]{{2,6}}(?P=by)[{HAN}]{{3,30}}(?:[核批]准|审[批核定]|备案|同意|负责|受理|办理|组织实施|认定)后?(?=[，。；])",
    first="报由经",
)

# 印刷品，音像制品和出版物的: the row ends with the clause, and none of it is done.
_THINGS = Pattern(
    f"(?<=[{HAN}]{{2}})(?P<end>[品物器具剂药证票费])(?P<comma>，)(?P<next>[{HAN}]{{1,5}}(?P=end))(?:和|及|以及|或者?)(?:(?!的)[{HAN}]){{1,5}}[品物器具剂药证票费](?=的|等|[。；，）])",
    first="品物器具剂药证票费",
)
_ACT = tuple(
    "装载运携带持用购买存放取送交收验查清拆换发领备补检提加减免退缴纳付支报办核开填打印制造生销使把将由对在每各该其有无是"
)


def odd_things(text: str) -> Iterator[int]:
    """A comma between two things that end alike, in a row that 和 closes."""
    for match in _THINGS.finditer(text):
        if not match["next"].startswith((*_ACT, *NO_MEMBER)) and not CLAUSE.match(match["next"]):
            yield match.start("comma")


def odd_comma_of_alike(text: str) -> Iterator[int]:
    """The one comma of a row of 更…."""
    for match in _MORES.finditer(text):
        row = match["row"]
        # Behind the first a second level may begin: 腰包更鼓，底气更足、信心更强.
        if row.count("，") == 1 and "、" in row.partition("，")[0]:
            yield match.start("row") + row.index("，")


def clause_dunhao(text: str) -> Iterator[tuple[int, str]]:
    """The one 、 between clauses that ， divides otherwise, and the word behind it."""
    for sentence in _SENTENCE.finditer(text):
        done = list(_DONE.finditer(text, *sentence.span()))
        odd = [match for match in done if match["sign"] == "、"]
        if len(odd) != 1 or len(done) < _FEW_DONE:
            continue
        at = odd[0].start()
        clause = text[max(sentence.start(), text.rfind("，", sentence.start(), at) + 1) : at]
        if done[0] is odd[0] and _BEGUN.search(clause) and "、" not in clause:
            yield at, odd[0]["verb"] + "了"
    for match in _DONE_BY.finditer(text):
        at = match.start("sign")
        yield at, text[at + 1 : at + 3]
