"""References to articles that lost one of their words, or have their parts in another order (CIT033).

第三十二第二款, 《示例法》三十二条, 第五条二款, 第（二）款, 第三项第二款, 第三条第四条.
"""

import re
from collections.abc import Iterator

from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import OWN_GENRE

_N = "[一二三四五六七八九十百零〇]{1,7}"
_BRACKETED = f"[（(](?P<bracketed>{_N})[）)]"
_SAYS = "(?=(?:之|的)?规定)"
_COURT = Pattern("(?:法院|检察院)", needs=("法院", "检察院"))
# What is found, and how it should stand. Where nothing is named, nobody can know.
_FORMS = (
    # 第三十二第二款
    ("lost", Pattern(f"(?P<first>第{_N})(?P<second>第{_N}款)", first="第"), "{first}条{second}"),
    # 第三十二条第二规定, 第三十二条第二款第三规定
    ("lost", Pattern(rf"(?P<first>第{_N}条第{_N}款第{_N}){_SAYS}", first="第"), "{first}项"),
    ("lost", Pattern(rf"(?P<first>第{_N}条第{_N}){_SAYS}", first="第"), "{first}款"),
    # 《示例法》第三十二规定
    ("lost", Pattern(rf"(?<=》)(?P<first>第{_N}){_SAYS}", first="第"), "{first}条"),
    # 《示例法》三十二条第一款, 第五条二款
    ("lost", Pattern(rf"(?<=》)(?P<first>{_N}条)(?=第|之?规定|的规定|[、和])", needs=("》",)), "第{first}"),
    ("lost", Pattern(f"(?P<first>第{_N}条)(?P<second>{_N}款)", first="第"), "{first}第{second}"),
    # 第五条、六条: many write so, where space is dear.
    ("series", Pattern(f"(?P<first>第{_N}条[、和])(?P<second>{_N}条)", first="第"), "{first}第{second}"),
    # 第（二）款: only items stand in brackets.
    ("brackets", Pattern(f"(?<=条)第{_BRACKETED}款", first="第"), "第{bracketed}款"),
    # 第二款（三）项
    ("item", Pattern(f"(?P<first>第{_N}[条款]){_BRACKETED}项", first="第"), "{first}第（{bracketed}）项"),
    # 第三项第二款, 第二款第五条
    ("order", Pattern(f"第[（(]?{_N}[）)]?(?:项第{_N}[款条]|款第{_N}条)", first="第"), ""),
    # 第三条第四条
    ("glued", Pattern(f"(?P<first>第{_N}条)(?P<second>第{_N}条)(?![款项])", first="第"), "{first}、{second}"),
    # 第三十条条, 第二款款
    ("doubled", Pattern(f"(?P<first>第{_N}(?:条条|款款|项项))(?!框)", first="第"), ""),
    # 《示例法第三十条》: what the marks enclose is the name alone.
    (
        "marks",
        Pattern(
            f"《(?P<name>[^《》〈〉\n]{{1,40}}?(?:{OWN_GENRE}))(?P<place>第{_N}条(?:之{_N})?(?:第{_N}款)?(?:第[（(]?{_N}[）)]?项)?)》",
            needs=("条》", "款》", "项》"),
        ),
        "《{name}》{place}",
    ),
    # 第三十条规定之规定
    ("said-again", Pattern("(?<=[条款项])规定(?:之|的)规定", needs=("规定",)), "规定"),
)
_HINTS_NOT_IN_COURTS = ("item", "series")


def cut_place(document: Document) -> Iterator[Finding]:
    """CIT033: a reference to an article that lost 第, 条, 款 or 项, or has its parts in another order."""
    text = document.text
    is_of_court = bool(document.title and _COURT.search(document.title.text))
    for variant, pattern, template in _FORMS:
        if is_of_court and variant in _HINTS_NOT_IN_COURTS:
            continue
        for match in pattern.finditer(text):
            right = _written(match, variant, template)
            edits = (Edit(*match.span(), right),) if right else ()
            yield Finding(*match.span(), {"found": match[0], "right": right}, variant, edits)


def _written(match: re.Match[str], variant: str, template: str) -> str:
    """The reference as it should stand."""
    return match[0][:-1] if variant == "doubled" else template.format(**match.groupdict())
