"""Titles whose genre stands behind the closing mark: 《示例区河道管理》办法 (CIT001)."""

from collections.abc import Iterator

from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import ABOUT_GENRE, NAMING_GENRE, TITLE_GENRE, VERB_GENRES
from lawcheck.text.vocabulary.han import HAN

# 《示例法》规定…, 实施《示例法》办法: a title with a genre of its own is whole, and what follows it is the verb or the
# name of another document. 规定, 决定, 规划 and 计划 are verbs too, so they count only where the title cannot be whole.
_GENRE = Pattern(
    f"(?<=[{HAN}〉])》(?P<genre>(?:实施|暂行|指导|管理)?(?:{NAMING_GENRE})|{'|'.join(VERB_GENRES)})", first="》"
)
# 《示例区河道管理办法》（试行）: the stage is a part of the title.
STAGE_OUTSIDE = Pattern(
    f"(?<=[{HAN}]{{4}})》(?P<stage>[（(](?:试行|暂行)[）)])", needs=("（试行", "(试行", "（暂行", "(暂行")
)
# A paper, a list or a standard ends so.
# 《关于加强示例河管理》的通知: a title that begins with 关于 is not whole without its genre.
_ABOUT = Pattern(f"《(?P<about>[^《》\n]{{0,30}}关于[^《》\n]{{3,60}})》(?P<genre>的(?:{ABOUT_GENRE}))", first="《")
_WHOLE = Pattern(f"(?:{TITLE_GENRE}|[法典报表书刊网录册单准])$")
_CUT_OFF = Pattern("(?:的|若干|暂行|处罚|处分)$")
_SHORTEST, _LONGEST = 6, 80
# Nothing but a statute is called so, whatever its subject: 《信访》条例.
_OF_STATUTES = ("条例", "细则")


def genres_outside(text: str) -> Iterator[tuple[int, int, str]]:
    """The place of each such closing mark with the genre, and the title that it should close."""
    for match in _ABOUT.finditer(text):
        if not _WHOLE.search(match["about"]):
            yield match.end("about"), match.end("genre"), match["about"] + match["genre"]
    for match in _GENRE.finditer(text):
        at, end = match.start(), match.end("genre")
        before = text[max(0, at - _LONGEST) : at]
        opened = before.rfind("《")
        name = before[opened + 1 :]
        is_short = len(name) < _SHORTEST and not match["genre"].endswith(_OF_STATUTES)
        if opened < 0 or "》" in name or "\n" in name or is_short or _WHOLE.search(name):
            continue
        if match["genre"] not in VERB_GENRES or _CUT_OFF.search(name):
            yield at, end, name + match["genre"]
