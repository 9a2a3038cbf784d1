"""Whether the genre of a letter fits whom it goes to: above, below or beside its issuer (DOC050)."""

from collections.abc import Iterator
from enum import Enum

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import PLACE_END

# A department of a place, and the government of one.
_DEPARTMENT = Pattern(f"(?P<place>[{HAN}]{{1,8}}?{PLACE_END})(?P<name>[{HAN}]{{2,14}}[局厅])$")
_GOVERNMENT = Pattern(f"(?P<place>[{HAN}]{{1,8}}{PLACE_END})人民政府$")
_TOWN = Pattern(f"[{HAN}]{{2,12}}(?:街道办事处|[镇乡]人民政府)$")
_EVERY = Pattern(f"各(?:街道|镇|乡|县|区|科室|处室|社区|村|学校|部门|[{HAN}]{{0,4}}(?:局|办事处|科室|学校|人民政府))")
_AUTHORITY = Pattern("(?:[局厅办]|政府|办公室|委员会|办事处)$")
_ASKS = Pattern("批准|审批|批复|核准|拨付|核拨|解决|同意")
_UPWARDS, _DOWNWARDS = ("请示", "报告"), ("通知", "批复", "通报", "决定")


class Relation(Enum):
    """Where an addressee stands, seen from the issuer; its values are the variants of the message."""

    ABOVE = "above"
    BESIDE = "default"
    BELOW = "below"


def genre_against_addressee(document: Document) -> Iterator[Finding]:
    """DOC050: a 请示 to an office of the same rank or to those below, a 通知 to the government above."""
    title, addressee, signers = document.title, document.frame.addressee, document.frame.signers
    genre = title.genre if title else None
    if title is None or genre is None or addressee is None or len(signers) != 1:
        return
    issuer = title.issuer or signers[0].name
    relations = {_relation(issuer, name.name) for name in addressee.names}
    if len(relations) != 1 or (relation := relations.pop()) is None:
        return
    wrong = {
        Relation.ABOVE: genre in _DOWNWARDS or (genre == "函" and _asks(document)),
        Relation.BESIDE: genre == "请示",
        Relation.BELOW: genre in _UPWARDS,
    }
    if wrong[relation]:
        start = title.end - len(genre)
        values = {"genre": genre, "addressee": document.text[addressee.names[0].start : addressee.names[-1].end]}
        if document.text[start : title.end] == genre:
            yield Finding(start, title.end, values, relation.value, also=((addressee.start, addressee.end),))


def _relation(issuer: str, addressee: str) -> Relation | None:
    """Where an addressee stands, as far as the names tell."""
    if _EVERY.match(addressee) and _AUTHORITY.search(issuer):
        return Relation.BELOW
    department, government, other = map(
        lambda pattern, name: pattern.match(name),
        (_DEPARTMENT, _GOVERNMENT, _DEPARTMENT),
        (issuer, addressee, addressee),
    )
    if government and (_TOWN.match(issuer) or (department and department["place"] == government["place"])):
        return None if _TOWN.match(addressee) else Relation.ABOVE
    if department and other and department["place"] == other["place"] and department["name"] != other["name"]:
        return Relation.BESIDE
    return None


def _asks(document: Document) -> bool:
    """Whether a letter asks for what only those above can give."""
    body = document.frame.body
    return _ASKS.search(document.text, body.start, body.end) is not None
