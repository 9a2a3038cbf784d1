"""What stands in a text and is no prose: web and mail addresses, paths, names of files and identifiers, entities.

An address ends at a blank, at a full-width mark or after its last legal character. Chinese characters may stand in its
path, but half-width punctuation before them ends it where it would end a sentence.
"""

import re
from collections.abc import Iterator
from string import ascii_letters, digits

from lawcheck.text.layers.entities import ENTITY, is_known
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.han import HAN

Span = tuple[int, int]

# What no address holds: blanks, angles, quotation marks and full-width marks.
_BAR = '\\s<>"“”‘’（）【】《》〈〉〔〕〖〗「」『』，。；：、！？…—·～'
_REST = f"[^{_BAR}]{{0,2000}}+"
_TOP = "cn|com|org|net|gov|edu|int|mil|info|io|top|xyz|vip|club|site|tech|online|中国|公司|网络|政务|公益"
_URL = Pattern(rf"://[^{_BAR}/?#]{{0,255}}+(?:[/?#]{_REST})?")
# Another one begins, after Chinese words.
_AGAIN = Pattern(rf"[{HAN}]{{1,40}}+(?:[A-Za-z]{{2,8}}://|www\.)")
_SCHEME = Pattern(r"[A-Za-z][A-Za-z0-9+.-]{1,15}\Z")
_NO_HOST = "file"
# htpp, htttps: no address but a broken one.
_MISSPELT = Pattern("(?!https?\\Z)[htp]{3,6}s?", re.IGNORECASE)
_HOST = Pattern(
    rf"(?:[A-Za-z0-9{HAN}-]{{1,30}}\.){{1,5}}(?:{_TOP})(?![A-Za-z0-9.-])(?::[0-9]{{1,5}})?|[^\u0080-\uffff/?#]*"
)
# Without a scheme, by what it ends with: example.gov.cn/a
_DOMAIN = Pattern(rf"(\.(?:{_TOP})(?![A-Za-z0-9-])(?::[0-9]{{1,5}})?)(?:[/?#]{_REST})?", first=".")
_POINTLESS = Pattern("www[a-vx-z]", re.IGNORECASE)
_PATH_MARKS = ("/", "?", "#")
_HOST_CHARACTERS = frozenset(ascii_letters + digits + ".-")
_MAIL = Pattern(r"@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9])", first="@")
_MAIL_CHARACTERS = frozenset(ascii_letters + digits + "._%+-")
# Half-width punctuation that ends a sentence, or a part of it, before Chinese words; but the address may go on.
_STOP = Pattern(rf"[.,;!:](?=[{HAN}])|\?(?=[{HAN}])(?![^?=]{{1,40}}=)")
_GOES_ON = Pattern(r"[^/]{0,100}/(?!/)|.{0,100}\.[A-Za-z0-9]{1,5}\Z")
_ENDS_AGAIN = "://"
_TRAILING = frozenset(".,;:!?'*_~&|")
_ENDING = (
    "s?html?|aspx?|jsp|php|pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|odt|rtf|txt|md|csv|json|xml|ya?ml|toml|zip|rar|7z"
    "|tar|gz|png|jpe?g|gif|bmp|tiff?|svg|mp3|mp4|avi|mov|exe|apk|py|js|css|sql|log|ini|cfg|conf|sh|bat|dwg|shp"
)
_FILE_END = Pattern(rf"\.(?:{_ENDING})(?=[{HAN}])", re.IGNORECASE)
# C:\a\b, \\server\a, ./a/b, ../a, ~/a, /usr/lib/a
_PATHS = (
    Pattern(rf"[A-Za-z]:\\(?<![A-Za-z0-9_].:\\){_REST}", needs=(":\\",)),
    Pattern(rf"\\\\(?<![^\s{HAN}（“：，。]..)[A-Za-z0-9]{_REST}", needs=("\\\\",)),
    Pattern(rf"(?:\.{{1,2}}|~)(?<![A-Za-z0-9_.]\.)(?<![A-Za-z0-9_./]~)/{_REST}", needs=("./", "~/")),
    Pattern(r"/(?<![A-Za-z0-9_./<]/)[A-Za-z0-9_.-]{1,60}(?:/[A-Za-z0-9_.-]{1,60}){1,20}+/?", first="/"),
)
# 任务表(终稿).docx: where the name of a file begins in a sentence cannot be told, but its end can.
_FILE = Pattern(rf"\.(?:{_ENDING})(?![A-Za-z0-9_])", re.IGNORECASE, first=".")
_FILE_CHARACTERS = frozenset(ascii_letters + digits + "_.-")
_LONGEST_BRACKET = 40
# snake_case, v1.2.3, hashes.
_UNDERSCORE = Pattern("__?(?<=[A-Za-z0-9]_)(?=[A-Za-z0-9])|__(?<=[A-Za-z0-9]__)(?=[A-Za-z0-9])", first="_")
# These are no names but what is left of a subscript: SO_2, PM_2.5.
_SUBSCRIPT = Pattern("[A-Z][A-Za-z]{0,2}_[0-9]{1,2}")
_NAME_CHARACTERS = frozenset(ascii_letters + digits + "_")
_VERSION = Pattern(r"[vV](?<![A-Za-z0-9].)[0-9]{1,4}(?:\.[0-9A-Za-z]{1,10}){1,5}+(?![A-Za-z0-9])", first="vV")
_LONG_WORD = Pattern("[A-Za-z0-9-]{16,128}+")
_HASH = Pattern(
    r"-*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{16,})-*", re.IGNORECASE
)
_LETTERS = frozenset(ascii_letters)
_ENTITY = Pattern(ENTITY, first="&")
_MOST = 200


def addresses(text: str) -> list[Span]:
    """Everything of the sort, in order; some may overlap."""
    return sorted([*_urls(text), *_domains(text), *_mail(text), *_paths(text), *_files(text), *_identifiers(text)])


def entities(text: str) -> Iterator[Span]:
    """The entities of HTML that stand in a text as they are."""
    for match in _ENTITY.finditer(text):
        if is_known(match[0]):
            yield match.span()


def _urls(text: str) -> Iterator[Span]:
    at = 0
    while (sign := text.find("://", at)) >= 0:
        at = sign + 3
        scheme = _SCHEME.search(text[max(0, sign - 16) : sign])
        match = _URL.match(text, sign)
        if scheme is None or match is None or _MISSPELT.fullmatch(scheme[0]):
            continue
        end = match.end()
        if again := _AGAIN.search(text, at, end):
            end = again.start()
        host = _HOST.match(text, at, end)
        if host and (host[0] or (scheme[0] == _NO_HOST and text.startswith("/", at))):
            path = host.end()
            at = _end(text, path, end if text[path : path + 1] in _PATH_MARKS else path)
            yield sign - len(scheme[0]), at


def _domains(text: str) -> Iterator[Span]:
    for match in _DOMAIN.finditer(text):
        start = _start(text, match.start(), _HOST_CHARACTERS)
        # 3.网络安全: before a word that is also the end of addresses, a number is the ordinal of an item.
        is_item = not match[1].isascii() and not _LETTERS.intersection(text[start : match.start()])
        # Of wwwexample.cn, which has lost a point, the first letters may be reported.
        start += len("www") if _POINTLESS.match(text, start, match.start()) else 0
        if start < match.start() and not is_item:
            yield start, _end(text, match.end(1), match.end())


def _mail(text: str) -> Iterator[Span]:
    for match in _MAIL.finditer(text):
        start = _start(text, match.start(), _MAIL_CHARACTERS)
        if start < match.start():
            yield start, match.end()


def _paths(text: str) -> Iterator[Span]:
    for pattern in _PATHS:
        for match in pattern.finditer(text):
            yield match.start(), _end(text, match.start() + 2, match.end())


def _files(text: str) -> Iterator[Span]:
    for dot in _FILE.finditer(text):
        start = dot.start()
        if text.startswith(")", start - 1):
            opening = text.rfind("(", max(0, start - _LONGEST_BRACKET - 2), start)
            start = opening if opening >= 0 else start
        start = _start(text, start, _FILE_CHARACTERS)
        if start < dot.start():
            yield start, dot.end()


def _identifiers(text: str) -> Iterator[Span]:
    for mark in _UNDERSCORE.finditer(text):
        start, end = _start(text, mark.start(), _NAME_CHARACTERS), mark.end()
        while end < len(text) and end < start + _MOST and text[end] in _NAME_CHARACTERS:
            end += 1
        if not _LETTERS.isdisjoint(text[start:end]) and not _SUBSCRIPT.fullmatch(text[start:end]):
            yield start, end
    yield from (match.span() for match in _VERSION.finditer(text))
    for word in _LONG_WORD.finditer(text):
        if _HASH.fullmatch(word[0]):
            yield word.span()


def _start(text: str, at: int, characters: frozenset[str]) -> int:
    """Where the run of such characters begins that ends at `at`."""
    first = max(0, at - _MOST)
    while at > first and text[at - 1] in characters:
        at -= 1
    return at


def _end(text: str, path: int, end: int) -> int:
    """Where an address ends whose path begins at `path`, and which ends at `end` at the latest."""
    for found in _STOP.finditer(text, path, end):
        if not _GOES_ON.match(text, found.end(), end) or _ENDS_AGAIN in text[found.end() : end]:
            end = found.start()
            break
    if file := _FILE_END.search(text, path, end):
        end = file.end()
    depth = 0
    for at in range(path, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth < 0:
            end = at
            break
    while end > path and text[end - 1] in _TRAILING:
        end -= 1
    return end
