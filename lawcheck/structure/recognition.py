"""What sort of document it is, by its genre, its frame and what it is made of."""

from collections.abc import Sequence

from lawcheck.structure.frame import Frame
from lawcheck.structure.kinds import Kind
from lawcheck.structure.lexer import Candidate
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import Meaning

_FORWARDING = Pattern(r"印发|转发|的通知|各[市县区省有].{0,30}[：:]")
_FORWARDING_REACH = 400
# A speech or a report to those who are assembled, and what the news say of a document that two offices have issued.
_SPOKEN = Pattern("各位(?:代表|委员|同志|理事|会员|来宾)[们]?[，,：:]", needs=("各位",))
_REPORTED = Pattern("印发了?《[^《》\n]{4,60}》[（(]?[^。\n]{0,60}(?:发出通知|全文如下)", needs=("印发",))
_SPOKEN_REACH = 600
_FEWEST_ARTICLES = 3
_OFFICIAL = frozenset((Meaning.OFFICIAL, Meaning.OTHER))


def detect_kind(text: str, frame: Frame, ordinals: Sequence[Candidate]) -> Kind:
    """The kind that the articles, the title and the frame speak for.

    A notice that carries measures is an official document. So is a text without a title that is addressed, numbered or
    signed; any other is taken for a plan.
    """
    articles = [ordinal for ordinal in ordinals if ordinal.form == "ARTICLE"]
    sections = sum(ordinal.form == "SECTION" for ordinal in ordinals)
    is_laid_out = len(articles) >= _FEWEST_ARTICLES and len(articles) > sections
    if is_laid_out and not _FORWARDING.search(text, 0, min(articles[0].start, _FORWARDING_REACH)):
        return Kind.STATUTE
    meaning = frame.title.meaning if frame.title else None
    if meaning is None and (frame.addressee or frame.letterhead.number or (frame.signers and frame.date)):
        return Kind.OFFICIAL
    if meaning is None and any(pattern.search(text, 0, _SPOKEN_REACH) for pattern in (_SPOKEN, _REPORTED)):
        return Kind.OFFICIAL
    return Kind.OFFICIAL if meaning in _OFFICIAL else Kind.PLAN
