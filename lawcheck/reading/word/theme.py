"""The fonts that a theme has for headings (major) and the body (minor)."""

from lawcheck.reading.safe_xml import Element
from lawcheck.reading.word.package import Package

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_KINDS = {"majorFont": "major", "minorFont": "minor"}
_CHINESE = "Hans"


def theme_fonts(package: Package) -> dict[str, str]:
    """Fonts by what formats call them: minorEastAsia, minorHAnsi, minorAscii, majorEastAsia …"""
    fonts: dict[str, str] = {}
    for part in package.related(package.main, "theme")[:1]:
        for tag, kind in _KINDS.items():
            found = package.xml(part).find(f".//{_DRAWING}{tag}")
            if found is not None:
                latin = _typeface(found.find(f"{_DRAWING}latin"))
                fonts |= {f"{kind}EastAsia": _east_asian(found), f"{kind}HAnsi": latin, f"{kind}Ascii": latin}
    return fonts


def _east_asian(fonts: Element) -> str:
    """The font named for East Asia; where it is left open, that for Chinese."""
    chinese = (f for f in fonts.iterchildren(f"{_DRAWING}font") if f.get("script") == _CHINESE)
    return _typeface(fonts.find(f"{_DRAWING}ea")) or _typeface(next(chinese, None))


def _typeface(font: Element | None) -> str:
    return "" if font is None else font.get("typeface", "")[:100]
