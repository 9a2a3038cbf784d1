"""What a web page says of a document above it: 索引号, 发文机关, 成文日期, 主题分类, each with its value."""

from lawcheck.structure.frame_heads import is_titled
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import YEAR

_G = r"[ \t\u3000\xa0]{0,4}"
# What only a page says, and what its lines may say beside such a line.
_SURE = (
    rf"索{_G}引{_G}号|主{_G}题{_G}分{_G}类|信{_G}息{_G}分{_G}类|公{_G}文{_G}种{_G}类|体{_G}裁{_G}分{_G}类|服{_G}务{_G}对{_G}象"
    rf"|发{_G}布{_G}机{_G}构|成{_G}文{_G}日{_G}期|生{_G}成{_G}日{_G}期|信{_G}息{_G}名{_G}称|组{_G}配{_G}分{_G}类|有{_G}效{_G}性"
    rf"|公{_G}开{_G}(?:方{_G}式|范{_G}围|时{_G}限|责{_G}任{_G}部{_G}门|形{_G}式|类{_G}型)|文{_G}件{_G}状{_G}态|统{_G}一{_G}编{_G}号"
)
_BESIDE = (
    rf"(?:发{_G}文|制{_G}发|印{_G}发|制{_G}定|公{_G}开|发{_G}布){_G}(?:机{_G}关|单{_G}位|机{_G}构)|发{_G}布{_G}日{_G}期|发{_G}文{_G}日{_G}期|印{_G}发{_G}日{_G}期|生{_G}效{_G}日{_G}期"
    rf"|实{_G}施{_G}日{_G}期|废{_G}止{_G}日{_G}期|失{_G}效{_G}日{_G}期|关{_G}键{_G}词|主{_G}题{_G}词|内{_G}容{_G}概{_G}述|分{_G}类|来{_G}源"
)
# Behind these stands what the document has too: its number, its title.
_OPEN = rf"发{_G}文{_G}字{_G}号|文{_G}件{_G}编{_G}号|文{_G}号|标{_G}题|名{_G}称|文{_G}件{_G}名{_G}称"
_IS = rf"{_G}(?:[：:|｜]{_G}|\t{_G})"
_LABEL = Pattern(
    rf"[\[【|｜•·●◆■▪*-]?{_G}(?:(?P<sure>{_SURE})|(?P<beside>{_BESIDE})|(?P<open>{_OPEN})){_G}[】\]]?(?:{_IS}|$)"
)
# What a page says of itself between its title and the text.
_PAGE = Pattern(
    rf"归档(?:时间|日期){_IS}{YEAR}[-年./].{{0,60}}$"
    # 时间：2024-05-06 08:30
    rf"|.{{0,30}}(?:时间|日期){_IS}{YEAR}[-年./][^ \t\u3000]{{1,6}}[ \u3000]{{1,3}}[0-9]{{1,2}}:[0-9]{{2}}.{{0,60}}$"
    rf"|(?:信息|稿件|文章)?来源{_IS}[^。，]{{1,30}}[ \t\u3000]{{1,8}}(?:(?:发布)?(?:日期|时间)|作者){_IS}.{{0,80}}$"
    rf"|(?:发布|录入|撰写)[人者员]{_IS}[^。；]{{1,80}}$"
    rf"|视力保护色(?:{_IS})?.{{0,20}}$|字号(?:{_IS})?.{{0,20}}$"
)
_NEXT = Pattern(rf"(?:{_SURE}|{_BESIDE}|{_OPEN}){_G}[】\]]?{_IS}")
_LONGEST = 200
_LONGEST_VALUE = 60
_SENTENCE_ENDS = "。；！？"


class Catalogue:
    """Reads the lines of such a catalogue; `begins` looks at one, `read` takes it."""

    def __init__(self, text: str) -> None:
        self._text = text
        # Whether a line said what only a page says, and whether the value of the last label is still to come.
        self._inside = self._waiting = False

    def begins(self, start: int, end: int) -> bool:
        """Whether a line is one of the catalogue, or the value of the label above it."""
        label = _LABEL.match(self._text, start, end)
        if label:
            return self._inside or label["sure"] is not None
        return self._waiting and end - start <= _LONGEST_VALUE

    def read(self, start: int, end: int) -> int | None:
        """Where the part of a line ends that is catalogue only; None where it is none."""
        waiting, self._waiting = self._waiting, False
        if _PAGE.match(self._text, start, end):
            return end
        if end - start > _LONGEST or self._text[end - 1] in _SENTENCE_ENDS:
            return None
        label = _LABEL.match(self._text, start, end)
        if label is None:
            # The value of a label that stands on the line above.
            value = self._text[start:end]
            return end if waiting and len(value) <= _LONGEST_VALUE and not is_titled(value) else None
        if not (self._inside or label["sure"]):
            return None
        self._inside = True
        if label["open"]:
            return label.end() if label.end() < end else end
        if label.end() == end:
            self._waiting = True
            return end
        further = _NEXT.search(self._text, label.end(), end)
        return further.start() if further else end
