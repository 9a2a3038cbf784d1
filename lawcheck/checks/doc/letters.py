"""Whether a letter speaks as its genre asks: opening and closing, whom it addresses (DOC019, DOC021–DOC023)."""

from collections.abc import Iterator
from itertools import islice

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import LETTER_GENRES, SELF_NAME, SELF_NAMES, SENT_AS
from lawcheck.text.vocabulary.han import HAN
from lawcheck.text.vocabulary.offices import SIGNING_END, ends_as_office

_CLOSING = Pattern(rf"特此(?P<says>{SELF_NAME})(?=[。！\n]|$)", needs=("特此",))
_OPENING = Pattern(rf"[现就将][^。！？\n“”《》]{{0,60}}?(?P<says>{SELF_NAME})如下(?=[：:。，\n])", needs=("如下",))
# 以上报告，请审阅。
_SENT = Pattern(f"(?:(?<=[\n。\u3000])|^)以上(?P<says>{SENT_AS})(?=[，,]?(?:请|妥否|当否|如无))", needs=("以上",))
# 此致 and 敬礼 close the letters of persons.
_SALUTE = Pattern("(?:^|(?<=\n))[ \u3000]*(?P<salute>此致|敬礼)[！!。]?[ \u3000]*(?=\n|$)", needs=("此致", "敬礼"))
# What a letter that answers another one says.
_ANSWERS = Pattern("收悉|收到|来函|来文|来电|复函|回复|答复|贵[^。]{0,8}函|《[^》]*函》")


def closing_of_another_genre(document: Document) -> Iterator[Finding]:
    """DOC019: 特此通知 in a 函, 现将有关事项通知如下 in a 通告."""
    genre = document.title.genre if document.title else None
    says = SELF_NAMES.get(genre or "")
    if says is None:
        return
    body = document.frame.body
    for match in islice(_SALUTE.finditer(document.text, body.start, body.end), 1):
        yield Finding(*match.span("salute"), {"genre": genre}, "salute")
    for pattern, variant in ((_OPENING, "opening"), (_CLOSING, "default"), (_SENT, "sent")):
        for match in pattern.finditer(document.text, body.start, body.end):
            # 特此 and 以上 stand before what it says.
            start = match.start("says") - (0 if variant == "opening" else len("特此"))
            end = match.end("says") + (len("如下") if variant == "opening" else 0)
            # 转发…通报的通知 has the 通报 behind it.
            if match["says"] not in says and document.title and match["says"] not in document.title.text:
                yield Finding(start, end, {"genre": genre, "says": match["says"]}, variant)
                return
            if (
                genre == "函"
                and variant == "default"
                and match["says"] == "函复"
                and not _ANSWERS.search(document.text)
            ):
                yield Finding(start, end, {}, "reply")


_BETWEEN = Pattern("[、，,；;和\\s]")


def several_addressees(document: Document) -> Iterator[Finding]:
    """DOC021: a 请示 to several offices."""
    addressee = document.frame.addressee
    if addressee is None or document.title is None or document.title.genre != "请示":
        return
    start, end = addressee.names[0].start, addressee.names[-1].end
    offices = [name for name in _BETWEEN.compiled.split(document.text[start:end]) if ends_as_office(name)]
    if len(offices) > 1:
        yield Finding(start, end, {"offices": len(offices)})


_YOU = Pattern("你(?P<office>局|委|办|厅|部|院|政府|府|机关|单位|署|省|市|县|区|镇|校|街道)(?![员里处])", first="你")
_QUOTED = 8
# 尊敬的示例市人民政府领导： as one writes to a person.
_DEAR = Pattern(
    "尊敬的[^，。；：:\n]{2,30}(?:政府|委|局|厅|部|办|院|办公室|领导|首长|书记|[市县区镇局厅部]长|主任)们?[：:]",
    first="尊",
)
_HEAD = 200


def form_of_address(document: Document) -> Iterator[Finding]:
    """DOC022: 你局, as one speaks to those below, in a 请示 or 报告 to those above."""
    title = document.title
    if title is None or title.genre not in LETTER_GENRES:
        return
    text, body = document.text, document.frame.body
    dear = next(iter(_DEAR.finditer(text, title.end, min(title.end + _HEAD, len(text)))), None)
    if dear and title.issuer:
        yield Finding(*dear.span(), {"found": dear[0][:-1]}, "dear")
    if title.genre not in ("请示", "报告") or document.frame.addressee is None:
        return
    for match in _YOU.finditer(text, body.start, body.end):
        before = text[max(body.start, match.start() - _QUOTED) : match.start()]
        if not any(sign in before for sign in "“《"):
            yield Finding(*match.span(), {"found": match[0], "office": match["office"]})


_LONGEST_NAME = 40
# One department of a place: 示例区教育局.
_PLACED = Pattern(f"[{HAN}]{{1,6}}?[省市区县州盟旗](?=[{HAN}]{{1,14}}{SIGNING_END}$)(?![{HAN}]*(?:联合|等|[省市区县]))")


def signer_mismatch(document: Document) -> Iterator[Finding]:
    """DOC023: the signature differs in a character or two from the office that the title names."""
    title, signers = document.title, document.frame.signers
    issuer = title.issuer if title else None
    if issuer is None or len(issuer) > _LONGEST_NAME or any(signer.name == issuer for signer in signers):
        return
    for signer in signers:
        if len(signer.name) == len(issuer):
            different = sum(a != b for a, b in zip(signer.name, issuer, strict=True))
            if different <= 1 or (different == 2 and len(issuer) > len("示例区水利局")):
                yield Finding(signer.start, signer.end, {"signer": signer.name, "title": issuer})
                return
    judges = (_is_other_office, _is_its_office, _has_lost_half)
    if len(signers) == 1 and any(judge(issuer, signers[0].name) for judge in judges):
        yield Finding(signers[0].start, signers[0].end, {"signer": signers[0].name, "title": issuer})


def _has_lost_half(issuer: str, signer: str) -> bool:
    """Whether the signature is the office of the title without one of its two matters: 林业和草原局, 林业局."""
    place = _PLACED.match(issuer)
    head, joint, tail = issuer.partition("和")
    if not (place and joint and signer.startswith(place[0]) and issuer[-1] == signer[-1]):
        return False
    matters = head[place.end() :], tail[:-1]
    return signer[place.end() : -1] in matters


def _is_its_office(one: str, other: str) -> bool:
    """Whether one is a government and the other one its office (办公室): each issues documents of its own."""
    short, long = sorted((one, other), key=len)
    return short.endswith(("人民政府", "管理委员会")) and long in (f"{short}办公室", f"{short}办公厅")


def _is_other_office(one: str, other: str) -> bool:
    """Whether two names are those of two departments of one place, neither of which is short for the other."""
    place, same = _PLACED.match(one), _PLACED.match(other)
    if not (place and same and place[0] == same[0]):
        return False
    left, right = one[place.end() :], other[place.end() :]
    return not any(_is_short(a, b) for a, b in ((left, right), (right, left)))


def _is_short(short: str, whole: str) -> bool:
    """Whether all characters of one name stand in the other in their order: 卫健委, 卫生健康委员会."""
    rest = iter(whole)
    return all(character in rest for character in short)
