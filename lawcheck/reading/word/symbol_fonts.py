"""Signs of symbol fonts, which a file names by font and place, as characters."""

# Wingdings and Wingdings 2: what forms are ticked and listed with.
_SIGNS = {
    0x6C: "●",
    0x6E: "■",
    0x71: "□",
    0x75: "◆",
    0x76: "◇",
    0xA7: "■",
    0xA8: "□",
    0xD8: "➢",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_TICKS = {0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0xA3: "□"}
_UNKNOWN = "□"
_PRIVATE = range(0xE000, 0xF900)


def symbol(font: str | None, code: str | None) -> str:
    """The character of a `w:sym`; a box for the sign of a font that is not known here."""
    try:
        place = int(code or "", 16)
    except ValueError:
        return ""
    if place in _PRIVATE or place < 0x100:
        signs = _TICKS if font == "Wingdings 2" else _SIGNS if (font or "").startswith("Wingdings") else {}
        return signs.get(place & 0xFF, _UNKNOWN)
    return "" if 0xD800 <= place < 0xE000 or place > 0xFFFF else chr(place)
