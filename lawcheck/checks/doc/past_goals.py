"""Goals for a year that was over when the document was signed (DOC018): 到2013年，… in a plan of 2023."""

from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import YEAR, value_of
from lawcheck.text.vocabulary.sentences import sentence_before

_GOAL = Pattern(
    f"(?<![截达])[到至](?P<year>{YEAR})年(?:年?[底末]|年末)?(?P<sign>[，前])(?P<rest>[^。；\\n]{{1,200}})", first="到至"
)
# What was reached is told with these; what reaches from one year to another is no goal either.
_REACHED = Pattern("已|曾|了(?!解)|原|累计|截[至止]|以来|目前|当时|[同去上]年|为止|只有|仅|比20|比1")
_FROM = Pattern("[自从由比][^，]{0,12}$")
_LONGEST = 60
# Of the year before a document may still tell.
_TELLS = 2


def past_goals(document: Document) -> Iterator[Finding]:
    """The years of these goals, with the date or the number of the document that tells when it was made."""
    frame = document.frame
    made, number = frame.date, frame.letterhead.number
    if made and made.iso:
        year, start, end = int(made.iso[:4]), made.start, made.end
    elif number and number.year:
        year, start, end = number.year, number.start, number.end
    else:
        return
    text = document.text
    # What a notice hands on stands behind it.
    for match in _GOAL.finditer(text, frame.body.start):
        before = sentence_before(text, match.start(), _LONGEST)
        told = _FROM.search(before) or _REACHED.search(before + match["rest"])
        if value_of(match["year"]) <= year - _TELLS and not told:
            values = {"day": text[match.start("year") : match.start("sign")], "date": text[start:end]}
            yield Finding(match.start("year"), match.start("sign"), values, related=((start, end, "date"),))
