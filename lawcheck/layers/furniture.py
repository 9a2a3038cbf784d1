"""Page numbers that stayed in the text when its pages were joined."""

from lawcheck.patterns import Pattern
from lawcheck.view import Cut, View

KIND = "furniture"
# The same where it belongs, in a header or footer.
_IN_PLACE = "page-number"

# On a line of its own: — 3 —, - 3 -, 第3页, 第3页 共20页, 3 / 20.
_DASH = "[-－—–─]"
_LINE = Pattern(
    r"(?m)^[ \t\u3000]{0,40}(?:"
    rf"[-－—–─·•][ \u3000]?{_DASH}?[ \u3000]{{0,2}}\d{{1,4}}[ \u3000]{{0,2}}{_DASH}?[ \u3000]?[-－—–─·•]"
    r"|第[ \u3000]?\d{1,4}[ \u3000]?页(?:[ \u3000，,/]{0,3}共[ \u3000]?\d{1,4}[ \u3000]?页)?"
    r"|\d{1,4}[ ]?/[ ]?\d{1,4}"
    r")[ \t\u3000]{0,40}(?:\n|\Z)"
)
# Between two characters of a sentence only with dashes and a space on either side: 推进— 3 —改革.
_INLINE = Pattern(r"(?<=[\u4e00-\u9fff，、])[ ]?([—－-])[ \u3000]\d{1,4}[ \u3000]\1[ ]?(?=[\u4e00-\u9fff])")


def furniture_cuts(view: View) -> list[Cut]:
    """Every page number, with its line where it has one."""
    body_end = view.body_end
    found = (m.span() for pattern in (_LINE, _INLINE) for m in pattern.finditer(view.text))
    return [Cut(KIND if start < body_end else _IN_PLACE, start, end) for start, end in found]
