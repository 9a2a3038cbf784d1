"""What a text calls its own body: 本商会 everywhere, 本学会 in one place; 我委 in a letter that a 局 signs (CIT026)."""

from collections import defaultdict
from collections.abc import Iterator

from lawcheck.checks.cit.own_kinds import own_kinds
from lawcheck.checks.cit.own_levels import own_levels
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern

_KINDS = (
    *("协会", "商会", "学会", "研究会", "联合会", "促进会", "基金会", "团体", "公司", "集团", "合作社", "中心"),
    *("医院", "学院", "研究院", "研究所"),
)
_SHORT = ("会", "院", "社", "所")
# 基本学会, 本团体标准, 本中心城区 and 本会议 are no names of a body.
_OWN = Pattern(
    rf"(?<![基样日原课文成根版标脚资书剧译抄])本(?P<kind>{'|'.join(_KINDS)}|(?:{'|'.join(_SHORT)})(?![议场员长计期见审址所谓称列在]))(?!标准|城|会议)",
    first="本",
)
# A firm speaks of the group that it belongs to: 本集团其他成员.
_GROUP, _WHOLE_GROUP = "集团", Pattern("其他|各|内|外|成员|下属|所属|旗下|系统|总部|范围")
_QUOTES = "“”《》"
_USUAL = 5
_MOST_RARE = 2
# The usual form stands so many times as often as another one.
_TIMES = 5


# 我委 and 我厅 of a letter; 我部分 and 我办好 are other words.
_SELF = Pattern(
    "(?<!自)我(?P<kind>[局委厅署]|办(?!理|好|完|成|事|公|的|了|过)|部(?!分|队|门|署))(?![“”])", needs=("我",)
)


def _of_the_signer(document: Document) -> Iterator[Finding]:
    """我委 in a letter that one 局 signs, where the text has 我局 too."""
    for part in document.frame.texts:
        own = part.signers[0].name[-1:] if len(part.signers) == 1 else ""
        named = list(_SELF.finditer(document.text, part.body.start, part.body.end))
        usual = next((match for match in named if match["kind"] == own), None)
        for match in named if usual else ():
            if usual and match["kind"] != own:
                values = {"found": match[0], "usual": usual[0]}
                yield Finding(*match.span(), values, related=((*usual.span(), "related"),))


def own_name_in_two_forms(document: Document) -> Iterator[Finding]:
    """CIT026: the one or two places where a body is of another kind than in all the others.

    A kind that the text names in any other way is that of another body: 本集团下属公司…本公司.
    """
    yield from _of_the_signer(document)
    yield from own_levels(document)
    yield from own_kinds(document)
    text = document.text
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in _OWN.finditer(text):
        places[match["kind"]].append(match.span())
    if len(places) < 2:
        return
    usual = max(places, key=lambda kind: len(places[kind]))
    often = len(places[usual])
    first = places[usual][0]
    for kind, spans in places.items():
        # One of one character is short for any body, or the beginning of another word.
        is_rare = (
            kind != usual
            and kind not in _SHORT
            and len(spans) <= _MOST_RARE
            and often >= max(_USUAL, _TIMES * len(spans))
        )
        if not is_rare or text.count(kind) > len(spans):
            continue
        for start, end in spans:
            if kind == _GROUP and _WHOLE_GROUP.match(text, end):
                continue
            if text[start - 1 : start] not in _QUOTES or not start:
                values = {"found": text[start:end], "usual": "本" + usual}
                yield Finding(start, end, values, related=((*first, "related"),))
