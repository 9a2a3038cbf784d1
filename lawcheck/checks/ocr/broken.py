"""OCR018: web and mail addresses that are damaged."""

import re
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern

_TOP = "cn|com|net|org|gov|edu"
_BROKEN = Pattern(
    rf"""
    # http:/a, http：//, http//a, http:///, http:\\a, http: //a
    (?<![a-z0-9])https?(?:
        :[/／](?![/／])(?=[a-z0-9]) | [：∶﹕][ ]?[/／]{{1,3}} | :[ ]?／[/／]? | :/／ | [/／]{{2}}(?=[a-z0-9])
        | :{{2,3}}// | :/{{3,4}} | :\\{{1,2}}(?=[a-z0-9]) | :[ ]// | ://[ ](?=[a-z0-9])
    )
    | (?<![a-z0-9])(?:htpp|htttp|hhttp|httpp|hptt|hppt|thtp|htp|ttp)s?://
    # www。a。cn
    | (?<![a-z0-9])www(?:[。，、,．·]|\.[ ])(?=[a-z0-9])(?:[a-z0-9-]{{1,40}}[。．](?:{_TOP})(?![a-z0-9]))?
    # wwwexample.cn
    | (?<![a-z0-9.@_/-])www(?=[a-vx-z][a-z0-9-]{{1,40}}\.(?:{_TOP})(?![a-z0-9-]))
    | (?<![a-z0-9-])(?!(?:{_TOP})[。．])[a-z0-9][a-z0-9-]{{0,40}}[。．](?:{_TOP})(?![a-z0-9])
    | (?<![a-z0-9._-])[a-z0-9][a-z0-9._-]{{0,40}}＠(?=[a-z0-9])
    # 163,com, @163com, @@
    | (?<![a-z0-9-])[a-z0-9][a-z0-9-]{{0,40}}[,，]\ ?(?:com|cn|net|org|gov)(?![a-z0-9])
    | @(?:163|126|139|189|qq|sina|sohu|gmail|outlook)(?:com|cn)(?![a-z0-9.])
    | (?<=[a-z0-9])@{{2,3}}(?=[a-z0-9])
    """,
    re.IGNORECASE | re.VERBOSE,
    needs=(
        *("http", "HTTP", "Http", "www", "WWW", "＠", "tp://", "TP://", "tps://", "TPS://", "htpp"),
        *(f"{s}{t}" for s in ("。", "．", ",", "，", ", ", "， ") for t in _TOP.split("|")),
        *("@163c", "@126c", "@139c", "@189c", "@qqc", "@sinac", "@sohuc", "@gmailc", "@outlookc", "@@"),
    ),
)


def broken_address(document: Document) -> Iterator[Finding]:
    """OCR018: a scheme, www or domain that is no longer one; what is whole is left alone with all that is in it."""
    for match in _BROKEN.finditer(document.view.text):
        yield Finding(*match.span())
