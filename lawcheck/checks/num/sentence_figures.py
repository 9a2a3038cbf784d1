"""The figures of a sentence with what each is called: 共有学校86所，其中幼儿园31所、小学38所."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lawcheck.records import dataclass
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.sums import NUMBER, SCALE, Amount, amount_of

# A sentence that begins with 其中 goes on with the one before it.
_SENTENCE = Pattern(r"(?:[^。！？\n]++|。(?=其中))++")
_DIGITS = Pattern("[0-9]+")
_FIGURE = Pattern(
    rf"(?<![0-9.,，A-Za-z/第〔-])(?P<number>{NUMBER})(?P<scale>{SCALE})(?P<unit>[{HAN}]{{1,4}}?|[%％])"
    r"(?=[、，,。；;：:（）()\s]|以?及|[和与]|中[，,]|$)"
)
_BREAKS = "、，,。；;：:（）()\n"
_JOINTS = Pattern("^(?:以及|[和及与])")
# So many figures are looked at in one sentence.
_MOST = 60
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, the words before it, the sign that they follow, and how many brackets it stands in."""

    amount: Amount
    scale: str
    label: str
    sign: str
    depth: int

    @property
    def is_share(self) -> bool:
        """Whether it is told in per cent."""
        return self.amount.unit == "%"


@lru_cache(maxsize=1)
def sentences(text: str) -> Sequence[Sequence[Figure]]:
    """The figures of each sentence that has several; several rules ask for those of a text."""
    numbers = [match.start() for match in _DIGITS.compiled.finditer(text)]
    found = []
    for start, end in [match.span() for match in _SENTENCE.compiled.finditer(text)]:
        if bisect_left(numbers, end) - bisect_left(numbers, start) >= _SEVERAL:
            figures = tuple(_figures(text, start, end))
            if len(figures) >= _SEVERAL:
                found.append(figures)
    return found


def _figures(text: str, start: int, end: int) -> Iterator[Figure]:
    at, depth = start, 0
    for count, match in enumerate(_FIGURE.finditer(text, start, end)):
        if count == _MOST:
            return
        between = text[at : match.start()]
        depth += sum(sign in "（(" for sign in between) - sum(sign in "）)" for sign in between)
        cut = max((between.rfind(sign) for sign in _BREAKS), default=-1)
        sign = between[cut] if cut >= 0 else ""
        label = between[cut + 1 :].strip()
        if not sign and (joint := _JOINTS.match(label)):
            sign, label = "、", label[joint.end() :]
        unit = match["unit"].replace("％", "%")
        amount = amount_of(match["number"], match["scale"], unit, match.start("number"), match.end("unit"))
        yield Figure(amount, match["scale"], label, sign.replace(",", "，").replace(";", "；"), depth)
        at = match.end()


def run_of(figures: Sequence[Figure], unit: str) -> list[Figure]:
    """The figures of a unit that follow one another in one row; shares and what stands in deeper brackets are left out.

    A row that was divided by 、 ends where a comma comes: 其中甲类3项、乙类4项，新增2项.
    """
    row: list[Figure] = []
    sign = ""
    for figure in figures:
        if row and figure.depth < row[0].depth:
            break
        if figure.is_share or (row and figure.depth > row[0].depth):
            continue
        if figure.amount.unit != unit or (row and "其中" in figure.label):
            break
        if row:
            sign = sign or figure.sign
            if figure.sign != sign:
                break
        row.append(figure)
    return row
