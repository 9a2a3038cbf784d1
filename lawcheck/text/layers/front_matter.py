"""What a generator of pages is told above a text, where the text is not read as Markdown: --- / title: … / ---."""

from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut, View

KIND = "front-matter"
_FIELDS = Pattern(
    r"\s{0,4}---[ \t]{0,8}\n"
    r"(?:(?:[A-Za-z_][A-Za-z0-9_-]{0,40}:[^\n]{0,2000}|[ \t]{1,8}-[ \t][^\n]{0,500}|-[ \t][^\n]{0,500})?\n){1,60}?"
    r"---[ \t]{0,8}(?:\n|\Z)"
)


def front_matter_cuts(view: View) -> list[Cut]:
    """The fields at the beginning of a text."""
    found = _FIELDS.match(view.text)
    return [Cut(KIND, *found.span())] if found else []
