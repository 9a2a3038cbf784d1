"""Numbers that are said or written twice over, or cut in two (NUM030–NUM032)."""

from collections.abc import Iterator

from lawcheck.checks.num.doubled_units import doubled_measures
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import CUT_CENTURY
from lawcheck.text.vocabulary.han import HAN

_MEASURED = (
    "万|亿|元|人|个|名|户|亩|吨|米|公里|千米|平方|立方|公顷|公斤|千克|千瓦|兆瓦|小时|分钟|天|年|月|岁|家|项|件|次|处|座|台|套|辆|条|株|棵"
    "|份|场|所|村|只|头|倍"
)
_AMOUNT = "(?<![0-9０-９.．,，])[0-9０-９]{1,9}(?:[.．][0-9０-９]{1,3})?"
# 20多余人, 100余万多元: what is beyond the number is said twice.
_TWICE = Pattern(
    f"{_AMOUNT}(?:(?:多余|余多|[多余]几)(?=[{HAN}])(?!出|下|额|的|热|量|粮)|(?P<first>[多余])[十百千万亿]{{1,2}}(?P<last>[多余])(?!额|的)(?=[{HAN}，。；]))",
    needs=("多", "余"),
)
# 近500余人, 约三百多户: about so many, and more than so many.
_ABOUT = Pattern(
    "(?P<word>大约|约(?!定)|将近|接近|(?<![最远附邻就亲靠相临贴])近)(?P<number>[0-9]{1,9}|[一二三四五六七八九两]?[十百千])"
    f"(?P<more>[余多])(?=(?:[十百千万亿]{{0,2}})(?:{_MEASURED}|人次|多家))",
    needs=("约", "近"),
)


# 1.2亿万元, 3万万元: two scales of one number.
_SCALES = Pattern(
    "(?<=[0-9余多])(?:亿万|万万|亿亿|万亿万)(?=[余多]?(?:元|美元|人|户|吨|亩|公顷|平方|立方|千瓦))",
    needs=("亿万", "万万", "亿亿"),
)


def doubled_remainder(document: Document) -> Iterator[Finding]:
    """NUM030: 余 and 多 of one number (20多余人), or 约 before and 余 behind it (近500余人)."""
    for match in _TWICE.finditer(document.text):
        yield Finding(*match.span(), {"found": match[0]})
    for match in _ABOUT.finditer(document.text):
        yield Finding(*match.span(), {"word": match["word"], "more": match["more"]}, "about")
    yield from doubled_measures(document.text)
    for match in _SCALES.finditer(document.text):
        yield Finding(*match.span(), {"found": match[0]}, "scale")


# 3。5万亩, 3，5%: the point of a decimal is a dot. A year or a long number before the sign ends a part of a sentence.
_POINT = Pattern(
    f"(?<![0-9０-９.．,，、。第—～~-])(?P<whole>[0-9]{{1,3}})(?P<sign>[。，])(?P<rest>[0-9]{{1,2}})(?=[%％‰]|个百分点|[万亿](?![{HAN}]{{0,2}}[以之])|公里|千米|平方|公顷|亩)",
    first="0123456789",
)
# 1．2公里: a full-width point.
_WIDE_POINT = Pattern(
    f"(?<=[{HAN}，（])(?P<whole>[0-9]{{1,6}})(?P<sign>．)(?P<rest>[0-9]{{1,3}})(?=[余多]?(?:{_MEASURED})|[%％‰]|个百分点)",
    needs=("．",),
)
# 1，234，567元; with one group only behind what says that an amount follows.
_GROUPS = Pattern(
    "(?:(?<![0-9０-９.．,，、。])[0-9]{1,3}(?:，[0-9]{3}){2,4}(?![0-9，])(?=[万亿]?(?:元|人|吨|户|亩|美元)|[。；（）\n])"
    f"|(?<=[{HAN}])(?<![第年月日号条款项件表图为是])(?<!截至)[1-9][0-9]{{0,2}}，[0-9]{{3}}(?=[余多]?[万亿]?(?:元|人|吨|户|亩|美元|[个家项件次台辆]|平方米|公里)))",
    needs=("，",),
)
# 1..5万, 1.．5%: the point stands twice; 1..5 of a range has no unit behind it.
_TWO_POINTS = Pattern(
    f"(?<![0-9.．])(?P<whole>[0-9]{{1,6}})(?:[.．]{{2}}|[.．][,，、。]|[,，、。][.．])(?P<rest>[0-9]{{1,3}})"
    f"(?=[%％‰]|个百分点|[余多]?(?:{_MEASURED}))",
    first="0123456789",
)
# 增长3,1%: parts of a hundred are no thousands; 1,25万 and 增长3,1,2% are left to the reader.
_COMMA_POINT = Pattern(
    f"(?<=[{HAN}（])(?<![第件表图号])(?P<whole>[0-9]{{1,3}}),(?P<rest>[0-9]{{1,2}})(?=[%％‰]|个百分点|[万亿][{HAN}]|平方公里|公里)",
    needs=(",",),
)
# 提高.5个百分点
_NO_ZERO = Pattern(f"(?<=[{HAN}，：（])\\.[0-9]{{1,3}}(?=个百分点|[%％]|[万亿]元|倍)", needs=(".",))
# 05户, 00万元: a code or a serial number stands behind letters, signs or 第; behind a lost character a number goes on.
_PADDED = Pattern(
    "(?<![0-9０-９.．:：,，、/\\-－—～~A-Za-z第号年月至到零〇\ue000-\uf8ff\ufffd?□■])0[0-9]{1,3}(?=[余多]?[万亿]?(?:户|人(?!民)|家|元|亩|名|辆|公里))",
    first="0",
)
# 500,00元, 1,2345万元: groups of thousands have three figures.
_ODD_GROUP = Pattern(
    "(?<![0-9.,，、])[0-9]{1,3}(?:,[0-9]{3})*,(?:[0-9]{2}|[0-9]{4,5})(?=[余多]?[万亿]?(?:元|美元))", needs=(",",)
)
# 95.%: nothing behind the point.
_BARE = Pattern(
    f"(?:(?<![0-9.])[0-9]{{1,3}}(?=[.．][%％‰])|(?<=[{HAN}])(?<!第)[0-9]{{1,4}}(?=[.．][万亿][元人亩吨户]))(?P<sign>[.．])(?P<unit>.)",
    needs=tuple(point + unit for point in ".．" for unit in "%％‰万亿"),
)
# 30℅: the sign for "care of" is not that of per cent.
_CARE_OF = Pattern("(?<=[0-9０-９])[℅﹪٪]", needs=("℅", "﹪", "٪"))
# 0571—88001234: a dash or a wave in a telephone number.
_TELEPHONE = Pattern(
    "(?<![0-9])(?P<area>0[1-9][0-9]{1,2})(?P<sign>[—–－―～~]{1,2})(?P<number>[2-9][0-9]{6,7})(?![0-9])",
    needs=tuple("—–－―～~"),
)
_YEAR_OR_ORDINAL = Pattern("[第年表图号附件条款项至到]$")


def sign_in_number(document: Document) -> Iterator[Finding]:
    """NUM031: a full-width stop or comma inside a number (3。5万亩, 1，234，567元), or a point without a figure."""
    text = document.text
    for match in _WIDE_POINT.finditer(text):
        at = match.start("sign")
        values = {"found": match[0], "right": f"{match['whole']}.{match['rest']}"}
        yield Finding(*match.span(), values, edits=(Edit(at, at + 1, "."),))
    for pattern in (_TWO_POINTS, _COMMA_POINT):
        for match in pattern.finditer(text):
            right = f"{match['whole']}.{match['rest']}"
            edits = (Edit(match.end("whole"), match.start("rest"), "."),)
            yield Finding(*match.span(), {"found": match[0], "right": right}, edits=edits)
    for match in _POINT.finditer(text):
        if not _YEAR_OR_ORDINAL.search(text, max(0, match.start() - 1), match.start()):
            right = f"{match['whole']}.{match['rest']}"
            at = match.start("sign")
            yield Finding(*match.span(), {"found": match[0], "right": right}, edits=(Edit(at, at + 1, "."),))
    for match in _GROUPS.finditer(text):
        values = {"found": match[0], "right": match[0].replace("，", ",")}
        yield Finding(*match.span(), values, edits=(Edit(*match.span(), values["right"]),))
    for match in _NO_ZERO.finditer(text):
        yield Finding(
            *match.span(),
            {"found": match[0], "right": f"0{match[0]}"},
            edits=(Edit(match.start(), match.start(), "0"),),
        )
    for match in _PADDED.finditer(text):
        yield Finding(*match.span(), {"found": match[0]}, "padded")
    for match in _ODD_GROUP.finditer(text):
        yield Finding(*match.span(), {"found": match[0]}, "group")
    for match in _BARE.finditer(text):
        at = match.start("sign")
        values = {"found": match[0], "right": text[match.start() : at] + match["unit"]}
        yield Finding(*match.span(), values, edits=(Edit(at, at + 1, ""),))
    for match in _CARE_OF.finditer(text):
        yield Finding(*match.span(), {"found": match[0], "right": "%"}, edits=(Edit(*match.span(), "%"),))
    for match in _TELEPHONE.finditer(text):
        values = {"found": match[0], "right": f"{match['area']}-{match['number']}"}
        yield Finding(*match.span(), values, "telephone", (Edit(*match.span("sign"), "-"),))


# 3 5万亩: a blank inside a number; three figures behind it may be a group of thousands.
_CUT = Pattern(
    f"(?<=[{HAN}，、：；（“])(?P<first>[0-9]{{1,4}})[ \u3000](?P<rest>[0-9]{{1,2}}(?:\\.[0-9]{{1,2}})?)"
    f"(?=[余多]?(?:{_MEASURED})|[%％‰])",
    first="0123456789",
)
_CUT_POINT = Pattern(
    f"(?<=[{HAN}，、：；（“])[0-9]{{1,4}}(?: \\. ?|\\. )[0-9]{{1,2}}(?=[余多]?(?:{_MEASURED})|[%％‰])",
    first="0123456789",
)
_CUT_YEAR = Pattern(f"{CUT_CENTURY}[0-9]{{2}}(?=年)", first="12")
_NUMBERED = "第表图号附件条款项至到月年室栋楼班级组题页页话机址卡车站路"
_COLUMNS = Pattern("\t| {2}|\u3000{2}|[|]|[0-9] [0-9]+ [0-9]")
_LINE = 300


def blank_in_number(document: Document) -> Iterator[Finding]:
    """NUM032: a blank that cuts a number in two (3 5万亩, 3. 5万亩)."""
    text = document.text
    for pattern in (_CUT, _CUT_POINT, _CUT_YEAR):
        for match in pattern.finditer(text):
            start, end = match.span()
            if text[start - 1] in ("号" if pattern is _CUT_YEAR else _NUMBERED) or document.is_in_cell(start):
                continue
            # The blanks of the indent are none between columns.
            first = text.rfind("\n", max(0, start - _LINE), start) + 1
            while text[first] in " \u3000":
                first += 1
            last = text.find("\n", end, end + _LINE)
            if not _COLUMNS.search(text, first, last if last >= 0 else end + _LINE):
                yield Finding(start, end, {"found": match[0]})
    yield from _odd_blanks(document)


_BEFORE_SIGN = Pattern("[0-9] (?P<sign>[%％‰])(?![0-9])", needs=(" %", " ％", " ‰"))
_DATE = Pattern(
    "[12][0-9]{3}(?P<a> ?)年(?P<b> ?)[0-9]{1,2}(?P<c> ?)月(?:(?P<d> ?)[0-9]{1,2}(?P<e> ?)[日号])?", needs=("年",)
)
_LONGEST_NUMBER = 12


def _odd_blanks(document: Document) -> Iterator[Finding]:
    """A blank before %, and one in a date that has none at its other places."""
    text = document.text
    for match in _BEFORE_SIGN.finditer(text):
        start = match.start()
        while start > max(0, match.start() - _LONGEST_NUMBER) and text[start - 1] in "0123456789.":
            start -= 1
        if not document.is_in_cell(start):
            yield Finding(start, match.end(), {"sign": match["sign"]}, "sign")
    for match in _DATE.finditer(text):
        after_figures = {match[name] for name in "ace" if match[name] is not None}
        before_figures = {match[name] for name in "bd" if match[name] is not None}
        # Blanks before all figures, behind all of them or on both sides are somebody's custom.
        if (
            len(after_figures) > 1
            or len(before_figures) > 1
            or (len(before_figures) == 1 and after_figures == {" "} and before_figures == {""})
        ):
            yield Finding(*match.span(), {}, "date")
