"""Dates and times of day that recognition has left incomplete or impossible (OCR019)."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import CONNECTOR, DAY, MONTH
from lawcheck.text.vocabulary.han import HAN

_HAN_YEAR = "二[〇○零OＯ0oО]?[〇○零OＯ0oО一二]?[〇○零一二三四五六七八九]?"
_LINE = (
    r"(?m)^[ \u3000]{0,60}(?P<date>(?P<year>[0-9]{2,4}|" + _HAN_YEAR + r")[ ]?年[ ]?"
    r"(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[ ]?"
    r"(?P<rest>月[ ]?(?:(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[ ]?(?P<sign>日)?)?)?)[ \u3000]*$"
)
_DATE_LINE = Pattern(_LINE, needs=("年",))
_TIME = Pattern("(?<=[日晚午晨早])(?P<hour>[0-9]{2,3})时(?=[0-9]{1,2}分|许|左右)", needs=("时",))
_WHOLE_YEAR = 4
_HOURS = 24
_YEAR = "(?:19|20)[0-9]{2}"
# 2018中秋: a year without its 年. The names of matches and matters of art are as they are: 2020东京, 2018赛季.
_OF_A_YEAR = (
    *("春节", "元旦", "清明", "端午", "中秋", "国庆", "除夕", "元宵", "寒假", "暑假", "上半年", "下半年"),
    *("春季", "夏季", "秋季", "冬季", "春运", "汛期", "期间", "一季度", "二季度", "三季度", "四季度"),
    *("工作要点", "工作计划", "工作总结", "工作报告", "工作安排", "工作打算", "工作思路", "政府工作", "重点工作"),
    *("重点任务", "目标任务", "部门预算", "部门决算", "财政预算", "财政决算", "预算执行", "政府信息公开", "综合运输"),
)
_BARE_YEAR = Pattern(
    rf"(?<![0-9A-Za-z.．\-—–～~至到/〔（(《“「])(?P<year>{_YEAR})"
    rf"(?=[ ]?(?:{'|'.join(_OF_A_YEAR)})(?!晚会|联欢|高峰|音乐|招聘会))",
    needs=_OF_A_YEAR,
)
# 2010-2020期间, 从20xx至2017年: behind the last year of a period, and behind the first one that is not known.
_BARE_PERIOD = Pattern(
    rf"(?<![0-9A-Za-z.．\-—]){_YEAR}{CONNECTOR}(?P<year>{_YEAR})(?=期间|之间|以来(?![源自]))"
    rf"|(?<=[从自由])(?P<open>20[xX×]{{2}})(?={CONNECTOR}{_YEAR}年)",
    needs=("19", "20"),
)
# 2016军9月: another character where 年 stood; 2016年口月4日: one where the month stood; 9月4曰.
_WRONG_YEAR = Pattern(
    rf"(?<![0-9A-Za-z.．\-—/第]){_YEAR}(?P<wrong>(?![年至到和与及或、届版第])[{HAN}])(?={MONTH}月(?:{DAY}[日号]|[起底初末中至到份]|[上中下]旬))"
)
_WRONG_MONTH = Pattern(rf"{_YEAR}年(?P<wrong>[日曰口月目囗])月(?={DAY}[日号])")
_WRONG_DAY = Pattern(
    rf"(?:{_YEAR}年){MONTH}月{DAY}(?P<wrong>[曰囗口目旧](?![井人锅袋岸]))|{MONTH}月{DAY}(?P<said>曰)",
    needs=("曰", "囗", "口", "目", "旧"),
)


def lost_figures(document: Document) -> Iterator[Finding]:
    """OCR019: a date on a line of its own that has lost a character, one with a wrong one, and an hour beyond 24."""
    text = document.text
    for match in _DATE_LINE.finditer(text):
        start, end = match.span("date")
        short = len(match["year"]) < _WHOLE_YEAR
        # 2024年5月 is the date of a plan, and 24年5月6日 is an abbreviated year.
        cut = (match["rest"] is None and short) or (match["day"] and not match["sign"])
        torn = short and (match["year"].startswith("0") or not match["year"].isdecimal())
        if (cut or torn) and not document.is_in_cell(start):
            yield Finding(start, end, {"found": match["date"]})
    for match in _TIME.finditer(text):
        if int(match["hour"]) > _HOURS:
            start, end = match.span("hour")
            yield Finding(start, end + 1, {"found": text[start : end + 1]}, "time")
    yield from _wrong_signs(text)


def _wrong_signs(text: str) -> Iterator[Finding]:
    """Dates whose 年 or 日 is lost or misread, or whose month is."""
    for match in _BARE_YEAR.finditer(text):
        start, end = match.span("year")
        yield Finding(start, end, {"found": match["year"]}, "year", (Edit(end, end, "年"),))
    for match in _BARE_PERIOD.finditer(text):
        start, end = match.span("year" if match["year"] else "open")
        yield Finding(start, end, {"found": text[start:end]}, "year", (Edit(end, end, "年"),))
    for match in _WRONG_YEAR.finditer(text):
        start, end = match.span("wrong")
        yield Finding(start, end, {"found": match["wrong"], "right": "年"}, "sign", (Edit(start, end, "年"),))
    for match in _WRONG_MONTH.finditer(text):
        start, end = match.span("wrong")
        yield Finding(start, end, {"found": match[0]})
    for match in _WRONG_DAY.finditer(text):
        start, end = match.span("wrong" if match["wrong"] else "said")
        yield Finding(start, end, {"found": text[start:end], "right": "日"}, "sign", (Edit(start, end, "日"),))
