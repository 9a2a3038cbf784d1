"""What word processors and pages leave of their own language in a text (part of OCR014)."""

from collections.abc import Iterator

from lawcheck.checks.ocr.sharing_sites import sharing_sites
from lawcheck.checks.ocr.spam import spam
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

_SWITCHES = r"(?:[ ]{1,3}\\[*@a-z](?:[ ]?(?:MERGEFORMAT(?:INET)?|\"[^\"\n]{1,40}\"|[0-9]{1,2}))?){0,4}"
# EMBED Equation.3, INCLUDEPICTURE "1.jpg", REF _Ref12345678 \\h, FORMTEXT, { PAGE }
_FIELD = Pattern(
    r"EMBED (?:Equation|Word|Excel|PowerPoint|Visio|Package|PBrush|MSPhotoEd|WPS)[\w.]{0,30}(?: \\s)?"
    rf"|INCLUDEPICTURE(?: {{1,2}}\"[^\"\n]{{1,200}}\")?{_SWITCHES}"
    rf"|SEQ [{HAN}A-Za-z]{{1,8}} \\\* ARABIC|(?:PAGE)?REF _Ref[0-9]{{4,12}}{_SWITCHES}"
    rf"|STYLEREF {{1,2}}[0-9]{_SWITCHES}|FORM(?:TEXT|CHECKBOX|DROPDOWN)|MACROBUTTON|NUMPAGES|SECTIONPAGES"
    r"|LINK (?:Excel|Word)\.[A-Za-z]{1,12}(?:\.[0-9]{1,2})?|(?:CREATE|SAVE|PRINT)?DATE {1,2}\\@ \"[^\"\n]{1,40}\""
    r"|\{ ?(?:PAGE|HYPERLINK|REF|TOC|SEQ)(?: [^{}\n]{0,80})?\}|[eE][qQ] \\[oO](?:\\[a-z]{2})?\([^()\n]{1,12}\)|_GoBack",
    needs=(
        "EMBED",
        "INCLUDE",
        "SEQ",
        "_Ref",
        "STYLEREF",
        "FORM",
        "MACRO",
        "PAGES",
        "LINK",
        "DATE",
        "{",
        "\\",
        "_GoBack",
    ),
)
# [pic], 批注[王1]：, 带格式的：: what stood in the place of a picture, and what a review said.
_REVIEW = Pattern(
    r"(?P<lost>[\[【](?:pic|image|图片|插图|表格)[\]】])"
    r"|批注[ ]?[\[［][^\[\]\n]{1,12}[\]］][：:]?|[\[［]批注[^\[\]\n]{0,12}[\]］]"
    "|带格式的[：:]|删除的内容[：:]",
    needs=("pic", "image", "图片", "插图", "表格", "批注", "带格式的", "删除的内容"),
)
_CODE = Pattern(
    r"&nbsp(?![;A-Za-z])|(?<![&A-Za-z$])n?bsp;|\$nbsp;?|\\u(?:3000|00[aA]0|200[bB])|\\x0[cC]|%20(?![0-9%])"
    r"|style=\"[^\"\n]{1,200}\"|mso-[a-z-]{2,40}:[ ]?[A-Za-z0-9.%-]{1,20};?"
    r"|(?:<!)?\[(?:end)?if[^\]\n]{0,60}\](?:>|-->)?"
    r"|document\.write\([^)\n]{0,80}\)|\[/(?:p|b|i|u|url|img|color|size|font|quote|align|center|table|tr|td)\]",
    needs=("nbsp", "bsp;", "\\", "%20", "style=", "mso-", "if", "document.write", "[/"),
)


def program_words(text: str) -> Iterator[tuple[int, int, bool]]:
    """Each place, and whether it stood for something that is lost."""
    for pattern in (_FIELD, _CODE):
        for match in pattern.finditer(text):
            yield *match.span(), False
    for written in (spam, sharing_sites):
        yield from ((start, end, False) for start, end in written(text))
    for match in _REVIEW.finditer(text):
        yield *match.span(), match["lost"] is not None
