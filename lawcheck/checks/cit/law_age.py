"""How old the table of laws is."""

from datetime import date

from lawcheck.errors import Words
from lawcheck.reading.resources import rows

# Nine months.
_OLD_AFTER_DAYS = 274


def known_as_of() -> str:
    """The day as of which the laws are known (ISO 8601)."""
    return rows("laws.tsv")[0][-1]


def age_note(today: date) -> Words | None:
    """What is to be said of laws that were last looked at long before a day."""
    known = date.fromisoformat(known_as_of())
    if (today - known).days <= _OLD_AFTER_DAYS:
        return None
    return Words(
        f"法律法规数据截至{known.year}年{known.month}月，已超过九个月：之后的制定、修改、废止不在其中，请更新 lawcheck",
        f"the table of laws is as of {known:%B %Y}, more than nine months ago: it knows of no"
        " law, amendment or repeal since; please update lawcheck",
    )
