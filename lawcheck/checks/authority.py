"""Whether a document is one of a public authority, or of somebody whose customs do nobody harm."""

from functools import lru_cache

from lawcheck.structure.document import Document
from lawcheck.structure.kinds import Kind
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import ORGAN, PLACE_END

_BODY = (
    f"{ORGAN}|政府|[厅局署]$|委员会|管委会|办事处|[人党纪监政工]委|法院|检察院|人大|政协|领导小组|指挥部|街道"
    "|各[省市县区镇乡]"
)
_PUBLIC = Pattern(_BODY)
_TITLED = Pattern(f"^(?:中共)?[{HAN}]{{2,8}}?{PLACE_END}|{ORGAN}|政府|[厅局]关于|委员会")

_OTHERS = Pattern("^[^，。；：]{2,12}?(?:[中小大]学|学校|学院|幼儿园|公司|集团|医院|协会|学会|商会)(?!生)")


@lru_cache(maxsize=1)
def has_own_customs(document: Document) -> bool:
    """Whether a document is plainly another's than a public authority's: of a school, a firm, an association.

    Law and what an authority issues show it by their kind, number, title, addressee or signature. What shows nothing,
    as a part of a text, may be of either.
    """
    frame = document.frame
    names = [*frame.signers, *(frame.addressee.names if frame.addressee else ())]
    if document.kind is Kind.STATUTE or frame.letterhead.number or frame.letterhead.mark:
        return False
    if document.title is None and not names:
        return False
    if document.title and _OTHERS.search(document.title.text):
        return True
    if document.title and _TITLED.search(document.title.text):
        return False
    return not any(_PUBLIC.search(each.name) for each in names)
