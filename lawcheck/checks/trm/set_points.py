"""Political names whose parts stand with wrong points between them (TRM055)."""

from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import is_han

# As they are printed in the decisions and notices that set them.
_NAMES = (
    ("守初心、", "担使命，", "找差距、", "抓落实"),
    ("学史明理、", "学史增信、", "学史崇德、", "学史力行"),
    ("学党史、", "悟思想、", "办实事、", "开新局"),
    ("创新、", "协调、", "绿色、", "开放、", "共享"),
    ("信念坚定、", "为民服务、", "勤政务实、", "敢于担当、", "清正廉洁"),
    ("照镜子、", "正衣冠、", "洗洗澡、", "治治病"),
    ("产业兴旺、", "生态宜居、", "乡风文明、", "治理有效、", "生活富裕"),
)
# In reports these words stand with a comma: they are a name before 主题教育 alone.
_THEME = "不忘初心、牢记使命"
_CALLED = "主题教育"
# Names of so long parts are used in part too.
_LONG = len("学史明理、")
_POINTS = frozenset("、，,；;。 \u3000")
_QUOTED = Pattern("“(?P<name>[^“”\n]{7,32})”", first="“")
_NUMBERED = ("两个维护", "两个确立", "四个意识", "四个自信", "四个全面", "三严三实", "两学一做", "三会一课", "三个代表")
_AT_END = Pattern(rf"“(?P<name>{'|'.join(_NUMBERED)})(?P<point>[、，；])”(?P<next>[、，；。]?)", needs=_NUMBERED)

# 党的“十七”大: the number and 大 are one word.
_CONGRESS = Pattern("“(?P<number>十[一二三四五六七八九]|二十)”大(?![于小型众家会])", first="“")


@cache
def _names() -> dict[str, str]:
    """The names by what remains of them without points."""
    found = {}
    for parts in _NAMES:
        for size, name in enumerate(accumulate(parts), 1):
            if size == len(parts) or (size > 1 and len(parts[0]) >= _LONG):
                found[_letters(name)] = name.rstrip("、")
    return found


def wrong_points_of_name(document: Document) -> Iterator[Finding]:
    """TRM055: a set name in quotation marks with other points than its own, with none, or with one at its end."""
    text = document.text
    for match in _QUOTED.finditer(text):
        name = match["name"]
        letters = _letters(name)
        right = (
            _THEME if text.startswith(_CALLED, match.end()) and letters == _letters(_THEME) else _names().get(letters)
        )
        between = {each for each in name if not is_han(each)}
        # On posters the parts stand apart, with blanks alone.
        if right and name != right and between <= _POINTS and not (between and between <= {" ", "\u3000"}):
            start, end = match.span("name")
            yield Finding(start, end, {"found": name, "right": right}, edits=(Edit(start, end, right),))
    for match in _CONGRESS.finditer(text):
        right = f"{match['number']}大"
        yield Finding(*match.span(), {"found": match[0], "right": right}, edits=(Edit(*match.span(), right),))
    for match in _AT_END.finditer(text):
        right = f"“{match['name']}”{match['next'] or match['point']}"
        values = {"found": match["name"], "point": match["point"]}
        yield Finding(*match.span(), values, "end", edits=(Edit(*match.span(), right),))


def _letters(name: str) -> str:
    return "".join(filter(is_han, name))
