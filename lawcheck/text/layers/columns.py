"""The space at the start of a line of Markdown, in columns: a tab reaches to the next fourth one."""


def indent_of(text: str, at: int, end: int) -> tuple[int, int]:
    """How many columns of space stand here, and where they end."""
    columns = 0
    while at < end and text[at] in " \t":
        columns += 1 if text[at] == " " else 4 - columns % 4
        at += 1
    return columns, at


def after_columns(text: str, at: int, end: int, width: int) -> int:
    """The place behind so many columns of space; a tab that goes further is left where it is."""
    columns = 0
    while at < end and columns < width:
        columns += 1 if text[at] == " " else 4 - columns % 4
        if columns > width:
            break
        at += 1
    return at
