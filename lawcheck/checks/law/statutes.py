"""How statutes are drafted: numerals, their own name, terms, the day on which they take effect (LAW002–LAW010)."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from string import digits

from lawcheck.checks.made_on import made_on
from lawcheck.checks.str.extracts import first_named
from lawcheck.rulebook.findings import Finding
from lawcheck.structure.document import Document
from lawcheck.structure.kinds import Kind
from lawcheck.text.edits import Edit
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.dates import DATE, WrittenDate, date_of
from lawcheck.text.vocabulary.genres import ENACTED_GENRE, NOTES, OWN_GENRE, PLANNED_GENRE, STATUTE_GENRE
from lawcheck.text.vocabulary.numerals import chinese_numeral

_TITLE_GENRE = Pattern(f"(?P<genre>{STATUTE_GENRE}|{PLANNED_GENRE}){NOTES}$")
_SELF = Pattern(f"本(?P<genre>{OWN_GENRE})(?=[规所第自适由中施未实没颁公对的履执附印下解，。])")
_NOT_SELF = frozenset("基根日原版成文样资")
_QUOTES = {"“": "”", "《": "》", "「": "」", "〈": "〉"}
_QUOTE_REACH = 200
_OTHER_TEXT = Pattern("修改|修正|废止|的决定|的通知|印发|附件|合同|示范文本")

_ARABIC_ARTICLE = Pattern(r"第[^\S\n]{0,2}(?P<number>\d{1,4})[^\S\n]{0,2}条")
_ARABIC_TERM = Pattern("[0-9]{1,9}(?:万|亿)?(?:元|个工作日|个月|日(?=[内以前])|年以[上下]|倍)", first=digits)
# After these it is the end of a date, a decimal or an article.
_NOT_TERM = frozenset(".．第年月0123456789")
_CHINESE_TERM = Pattern("[一二三四五六七八九十百千万亿]{1,6}(?:元|个工作日|个月|日(?=[内以前])|年以[上下]|倍)")
_DIGITS = Pattern("[0-9]+")
# 说明：1.…, 注：1.…, in a line of its own.
_NOTE_LABEL = Pattern(
    "附[件表录]?[：:]$|\\n[ \t\u3000]*(?:(?:填[表写报]|表格?|有关|其他)?(?:说明|注意事项)|[备附]?注|注释|示例)[：:]$"
)
_LONGEST_LABEL = 16
_LONGEST_NUMBER = 4

_TERM = Pattern(
    f"本(?:{STATUTE_GENRE})所(?P<named>称的?|指的?)(?P<term>“?[^，。；：、（）()\n是指系为包的]{{2,14}}?”?)(?=(?:还|也|主要|均|，)?(?P<verb>是指|系指|指|包括|为))"
)
# No statute defines more; each one is looked for in the whole text.
_MOST_TERMS = 100
_NO_TERM = Pattern('[“”"]|属于|不$')
_PLACE = 2
_OWN_CLAUSE = Pattern(f"(?:{ENACTED_GENRE}){NOTES}$")
_COURT = Pattern("最高人民(?:法院|检察院)")
_EFFECT = Pattern("施行|实施|执行|生效")
_IN_FORCE = Pattern("(?:自|从)[^，。；\n]{1,24}起(?:施行|实施|执行|实行|试行|生效)", first="自从")
_CLOSING_ARTICLES = 3
_VAGUE_EFFECT = Pattern(
    "(?P<place>自(?:发布|公布|颁布|印发|下发|发文|通过|批准)(?:之日)?起?(?:执行|实行|试行|生效|实施)"
    "|自(?:发布|公布|颁布|印发|下发)起施行|从(?:发布|公布|颁布|印发|下发)之日起(?:施行|执行|实施|生效))"
)
_EFFECTIVE_DAY = Pattern(rf"自(?P<place>{DATE})起(?:施行|实施)")


def article_numeral_form(document: Document) -> Iterator[Finding]:
    """LAW002: an article 第5条 among those numbered in Chinese; a list 1. 2. where the others are （一）（二）."""
    articles = [node for node in document.walk() if node.level == "article"]
    arabic = [(node, match) for node in articles if (match := _ARABIC_ARTICLE.match(node.marker))]
    if 2 * len(arabic) > len(articles):
        return
    for node, match in arabic:
        content = f"第{chinese_numeral(int(match['number']))}条"
        edit = Edit(node.start + match.start(), node.start + match.end(), content)
        yield Finding(edit.start, edit.end, {"marker": match[0], "right": content}, edits=(edit,))
    if any(child.level == "clause" for node in articles for child in node.children):
        for node in articles:
            if node.children and all(child.level == "item" for child in node.children):
                first = node.children[0]
                lead = document.text[node.start : first.start].rstrip()
                # The notes under a table are numbered by themselves.
                if not lead.endswith(("：", ":")) or _NOTE_LABEL.search(lead[-_LONGEST_LABEL:]):
                    continue
                yield Finding(first.start, first.body_start, {"marker": first.marker}, "item")


def numerals_in_statute(document: Document, *, min_ratio: int) -> Iterator[Finding]:
    """LAW007: a sum or a time limit in Arabic numerals in a statute that writes them in Chinese almost throughout."""
    text = document.text
    arabic = [m.span() for m in _ARABIC_TERM.finditer(text) if text[max(0, m.start() - 1)] not in _NOT_TERM]
    needed = min_ratio * len(arabic)
    if not arabic or sum(1 for _ in islice(_CHINESE_TERM.finditer(text), needed)) < needed:
        return
    for start, end in arabic:
        number = _DIGITS.match(text, start, end)
        edits: tuple[Edit, ...] = ()
        if number and len(number[0]) <= _LONGEST_NUMBER:
            edits = (Edit(start, number.end(), chinese_numeral(int(number[0]))),)
        yield Finding(start, end, {"found": text[start:end]}, edits=edits)


def self_name_mismatch(document: Document) -> Iterator[Finding]:
    """LAW010: “本办法” in a document whose title ends in 规定."""
    title = document.title
    genre = title and _TITLE_GENRE.search(title.text)
    if title is None or not genre:
        yield from _against_itself(document)
        return
    if _OTHER_TEXT.search(title.text):
        return
    text = document.text
    # A code (法典) calls itself 本法.
    own = genre["genre"].removesuffix("典")
    stop = min((annex.start for annex in document.frame.annexes), default=_end_of_first(document))
    stop = min(stop, first_named(document, title.end))
    named = [
        match
        for match in _SELF.finditer(text, title.end, stop)
        if text[match.start() - 1] not in _NOT_SELF and not _is_quoted(text, match.start())
    ]
    others = [match for match in named if match["genre"] != own]
    # A plan that never names itself may speak of another text that it lays down.
    if len(others) == len(named) and document.kind is not Kind.STATUTE:
        return
    # Where the text calls itself otherwise throughout, its title may be what is wrong.
    unsafe = 2 * len(others) >= len(named) or document.kind is not Kind.STATUTE
    for match in others:
        values = {"found": match[0], "right": f"本{own}"}
        yield Finding(*match.span(), values, edits=(Edit(*match.span(), f"本{own}"),), unsafe=unsafe)


# 特制定本规定, and below it 本制度适用于…: what a text that has lost its title calls itself.
_MADE = Pattern(f"制[定订]本(?P<genre>{OWN_GENRE})(?=[，。])", needs=("制定本", "制订本"))
_APPLIES = Pattern(
    f"(?<![基根日原版成文样资])(?P<self>本(?P<genre>{OWN_GENRE}))(?=适用于|自[^，。\n]{{2,20}}起(?:施行|实施|执行)|由[^，。\n]{{2,20}}解释|未尽事宜)",
    first="本",
)


def _against_itself(document: Document) -> Iterator[Finding]:
    """Where a text without a title is made under one name and applies under another."""
    made = list(_MADE.finditer(document.text))
    if len(made) != 1:
        return
    own = made[0]["genre"]
    for match in _APPLIES.finditer(document.text, made[0].end()):
        start, end = match.span("self")
        if match["genre"] != own and not _is_quoted(document.text, start):
            values = {"found": match["self"], "right": f"本{own}"}
            yield Finding(start, end, values, "made", (Edit(start, end, f"本{own}"),), unsafe=True)


def _end_of_first(document: Document) -> int:
    """Where the first of several documents in a file ends at the latest: the articles of the next begin anew."""
    first = [node.start for node in document.articles if node.number == 1]
    return first[1] if len(first) > 1 else len(document.text)


def _is_quoted(text: str, at: int) -> bool:
    """Whether a quotation or title that began before a place is still open there."""
    before = text[max(0, at - _QUOTE_REACH) : at]
    before = before[before.rfind("\n") + 1 :]
    return any(before.rfind(opening) > before.rfind(closing) for opening, closing in _QUOTES.items())


def effective_date_clause(document: Document, *, min_articles: int) -> Iterator[Finding]:
    """LAW008: no article says when the statute takes effect, or one leaves the day open, or names one too early."""
    articles = [node for node in document.walk() if node.level == "article"]
    title = document.title.text if document.title else ""
    if len(articles) < min_articles or not _OWN_CLAUSE.search(title) or _OTHER_TEXT.search(title):
        return
    text = document.text
    closing = max(articles, key=lambda node: node.start)
    if not _EFFECT.search(text, closing.start):
        # The article before the last may say it, and the last who explains the statute.
        said = any(_IN_FORCE.search(text, node.start, node.end) for node in articles[-_CLOSING_ARTICLES:])
        if not said and not _COURT.search(title):
            end = closing.start + len(text[closing.start : closing.end].rstrip())
            yield Finding(end, end, {}, "missing")
        return
    if vague := _VAGUE_EFFECT.search(text, closing.start, closing.end):
        yield Finding(*vague.span("place"), {"found": vague["place"]})
    day = _EFFECTIVE_DAY.search(text, closing.start, closing.end)
    effective = date_of(day["place"]) if day else None
    made = made_on(document)
    # A later date at the head is that of an amendment; one that is only a year says too little.
    if day and effective and made and len(made) > 4 and f"{effective.iso}" < made < _a_year_later(effective):
        yield Finding(*day.span("place"), {"effective": effective.iso, "made": made}, "early")


def _a_year_later(day: WrittenDate) -> str:
    return replace(day, year=(day.year or 0) + 1).iso or ""


def unused_term(document: Document) -> Iterator[Finding]:
    """LAW009: “本办法所称X，是指…”, where X occurs nowhere else."""
    text = document.text
    for match in islice(_TERM.finditer(text), _MOST_TERMS):
        # “三日”“十日” are two terms; 所指的 begins a description as often as a definition.
        term = match["term"].strip('“”"')
        if _NO_TERM.search(term) or (match["verb"] == "为" and match["named"] == "指的"):
            continue
        start = match.start("term") + (match["term"][0] in '“"')
        # 长江重要支流 may be called 重要支流 where it is clear which.
        called = term[_PLACE:] if len(term) >= 2 * _PLACE else term
        if len(term) >= 2 and text.find(term) == start and text.count(called) == 1:
            yield Finding(start, start + len(term), {"term": term})
