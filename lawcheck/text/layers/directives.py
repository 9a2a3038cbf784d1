"""Comments to lawcheck: `<!-- lawcheck: ignore CODE -->`, in plain text a line `# lawcheck: ignore CODE`."""

from lawcheck.text.file_format import LINE_COMMENT, FileFormat
from lawcheck.text.layers.code import outside
from lawcheck.text.patterns import Pattern
from lawcheck.text.view import Cut, View

KIND = "directive"

_NAME = "lawcheck"
_COMMENT = Pattern(r"<!--[ \t]{0,8}lawcheck[ \t]{0,8}[:：][^\n]{0,400}?-->")
_LINE = Pattern(r"#[ \t]{0,8}lawcheck[ \t]{0,8}[:：][^\n]{0,400}")
_SPACE = " \t\u3000"


def directive_cuts(view: View, file_format: FileFormat) -> list[Cut]:
    """Every comment to lawcheck, with its line where it has one to itself; in plain text it must have one."""
    text = view.text
    if _NAME not in text:
        return []
    if file_format.comment == LINE_COMMENT:
        lines = (_line(text, *m.span()) for m in _LINE.finditer(text))
        return [Cut(KIND, *line) for line in lines if line]
    code = file_format.find_code(text) if file_format.find_code else iter(())
    spans = (match.span() for match in outside(_COMMENT.finditer(text), code))
    return [Cut(KIND, *(_line(text, *span) or span)) for span in spans]


def _line(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The whole line of a span, with its line end; None where there is something else on it."""
    while start and text[start - 1] in _SPACE:
        start -= 1
    while end < len(text) and text[end] in _SPACE:
        end += 1
    if text[max(0, start - 1) : start] not in ("", "\n") or text[end : end + 1] not in ("", "\n"):
        return None
    return start, min(end + 1, len(text))
