"""Which encoding a text is in. Nothing is ever replaced or dropped: a text is decoded whole, or it is an error."""

import codecs
from collections.abc import Callable

from lawcheck.errors import SourceError, Words
from lawcheck.reading.binary import has_many_controls
from lawcheck.text.vocabulary.han import is_han

# Each byte order mark with the encoding, and with the codec of what follows it.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)
# What charset-normalizer may answer, once UTF-8 and plausible GB18030 are ruled out.
_GUESSES = ["gb18030", "big5", "big5hkscs", "utf_16_le", "utf_16_be", "shift_jis", "euc_kr", "euc_jp"]
_SAMPLE = 1 << 16
# A tenth of any Chinese text at least; GB18030 gives nearly every byte sequence some character, but not these.
_FREQUENT = frozenset(
    "的一是了和在有不人大中国为以上工作实行政府管理部门及各法规定应发布"
    "為國業與於發會時這對來們條，。、；：（）“”《》\n 0123456789"
)
_LEAST_FREQUENT = 0.1
_LEAST_USUAL = 0.9
_MOST_DAMAGE = 0.02
_UNKNOWN = Words(
    "无法识别文字编码；请另存为 UTF-8 或 GB18030", "is in an unknown encoding; please save it as UTF-8 or GB18030"
)


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text without its byte order mark, and the encoding that was recognised.

    Raises SourceError naming the document and the reason when it is binary or in no known encoding.
    """
    for bom, encoding, _ in _BOMS:
        if data.startswith(bom):
            text = _decoded(data, encoding)
            if text is None:
                raise SourceError(
                    name,
                    Words(
                        f"开头是 {encoding} 的字节序标记，内容却不是这种编码",
                        f"begins with the byte order mark of {encoding} but is in another encoding",
                    ),
                )
            return text, encoding
    if b"\0" in data:
        return _utf16(data, name)
    text = _decoded(data, "utf-8")
    if text is not None:
        if has_many_controls(data):
            raise SourceError(
                name, Words("不是文本文件（控制字符过多）", "is no text file (too many control characters)")
            )
        return text, "utf-8"
    return _legacy(data, name)


def byte_order_mark(data: bytes) -> bytes:
    """The byte order mark that these bytes begin with, if they do."""
    return next((bom for bom, _, _ in _BOMS if data.startswith(bom)), b"")


def encode(text: str, encoding: str, mark: bytes) -> bytes:
    """A text as it stands in a file; the opposite of `decode`. Raises UnicodeEncodeError."""
    codec = next((codec for bom, _, codec in _BOMS if bom == mark), encoding)
    return mark + text.encode(codec)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16(data: bytes, name: str) -> tuple[str, str]:
    """NUL bytes mean UTF-16 without a mark, or that it is no text."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _decoded(data, encoding)
        if text is not None and _share(text, _is_usual) >= _LEAST_USUAL:
            return text, encoding
    raise SourceError(name, Words("不是文本文件（含有空字节）", "is no text file (it has null bytes)"))


def _legacy(data: bytes, name: str) -> tuple[str, str]:
    """GB18030 when what it gives looks like Chinese, else what charset-normalizer makes of it."""
    text = None if has_many_controls(data) else _decoded(data, "gb18030")
    if text is not None and _share(text, _FREQUENT.__contains__) >= _LEAST_FREQUENT:
        return text, "gb18030"
    from charset_normalizer import from_bytes  # slow to import and seldom needed

    best = from_bytes(data[:_SAMPLE], cp_isolation=_GUESSES).best()
    encoding = best.encoding.replace("_", "-") if best else "gb18030"
    guessed = _decoded(data, encoding)
    if guessed is not None and _share(guessed, _FREQUENT.__contains__) >= _LEAST_FREQUENT:
        return guessed, encoding
    if text is not None and _share(text, _is_usual) >= _LEAST_USUAL:
        return text, "gb18030"
    raise SourceError(name, _damage(data) or _UNKNOWN)


def _damage(data: bytes) -> Words | None:
    """What is wrong with a text that is in a known encoding except for a few bytes."""
    for encoding in ("utf-8", "gb18030"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            text = data.decode(encoding, "replace")
            few = text.count("\ufffd") <= _MOST_DAMAGE * len(text)
            if few and _share(text, _FREQUENT.__contains__) >= _LEAST_FREQUENT:
                name, place = encoding.upper(), error.start + 1
                return Words(
                    f"像是 {name} 文本，但第 {place} 个字节处已损坏，请取回完好的文件",
                    f"seems to be {name} text but is damaged at byte {place}; please get an intact copy",
                )
    return None


def _share(text: str, is_wanted: Callable[[str], bool]) -> float:
    sample = text[:_SAMPLE]
    return sum(map(is_wanted, sample)) / max(1, len(sample))


def _is_usual(character: str) -> bool:
    """Whether texts are made of such characters: printable ASCII, Han, Chinese and general punctuation."""
    return (
        " " <= character <= "~"
        or is_han(character)
        or "\u3000" <= character <= "\u30ff"
        or "\uff00" <= character <= "\uffef"
        or "\u2010" <= character <= "\u2027"
        or character in "\t\n\v\f\r"
    )
