"""Articles, paragraphs and items that a cited law does not have (CIT007)."""

import re
from collections.abc import Iterator, Sequence

from lawcheck.checks.cit.article_places import article_places, value
from lawcheck.checks.cit.law_table import Article, Law, Version, articles_of, law_named, versions_at
from lawcheck.checks.made_on import made_on, mentioned_years
from lawcheck.rulebook.findings import Finding, Values
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.genres import NOTES

_CITED = Pattern(rf"《(?P<name>[^《》\n]{{3,60}})》(?P<notes>{NOTES})(?=第)")
# 《某法》（2018年修正）: the author says which version is meant.
_OTHER_VERSION = Pattern("[0-9]{4}|修[订正]|旧|原")


def article_out_of_range(document: Document) -> Iterator[Finding]:
    """CIT007: an article, paragraph or item that no version of a law has which the document may mean."""
    text = document.text
    date: str | None = None
    is_dated = False
    for match in _CITED.finditer(text):
        law = law_named(match["name"])
        if law is None:
            continue
        if not is_dated:
            date, is_dated = made_on(document), True
        versions = _meant(document, law, date, match["notes"])
        if not versions or not all(version.articles for version in versions):
            continue
        for place in article_places(text, match.end()):
            if place["article"] and (wrong := _wrong(law, versions, place)):
                variant, values = wrong
                yield Finding(*place.span(), {"name": law.title, "place": place[0], **values}, variant)


def is_open(document: Document, law: Law, date: str | None, notes: str, place: re.Match[str]) -> bool:
    """Whether it is not known if a law has a place: it is not known which version is meant, or what that one holds."""
    versions = _meant(document, law, date, notes)
    named = _OTHER_VERSION.search(notes)
    if not versions or not place["article"] or (named and not any(v.day[:4] in notes for v in versions if v.day)):
        return True
    return any(_is_open(law, version, place) for version in versions)


def _is_open(law: Law, version: Version, place: re.Match[str]) -> bool:
    number = value(place["article"])
    if number > version.articles:
        return True
    if not (place["inserted"] or place["paragraph"] or place["item"]):
        return False
    articles = articles_of(law, version)
    return articles is None or _missing(version, articles, number, place) is not None


def _meant(document: Document, law: Law, date: str | None, notes: str) -> Sequence[Version]:
    """The versions of which one is meant; none where that is not known."""
    if _OTHER_VERSION.search(notes):
        return law.versions
    if date is None and law.versions:
        # A text without a date that names no year before a version speaks of the newest one.
        newest = law.versions[-1]
        if newest.day and min(mentioned_years(document), default=9999) > int(newest.day[:4]):
            return (newest,)
    return versions_at(law, date)


def _wrong(law: Law, versions: Sequence[Version], place: re.Match[str]) -> tuple[str, Values] | None:
    """The variant and the values of the message when no version has the place."""
    number = value(place["article"])
    if number > max(version.articles for version in versions):
        return "default", {"articles": max(version.articles for version in versions)}
    wrong = None
    for version in versions:
        articles = articles_of(law, version)
        wrong = None if articles is None else _missing(version, articles, number, place)
        if wrong is None:
            return None
    return wrong


def _missing(
    version: Version, articles: dict[str, Article], number: int, place: re.Match[str]
) -> tuple[str, Values] | None:
    if number > version.articles:
        return "default", {"articles": version.articles}
    key = str(number)
    if place["inserted"]:
        key = f"{number}-{value(place['inserted'][1:])}"
        if key not in articles:
            return "inserted", {}
    article = articles.get(key, Article())
    paragraph = value(place["paragraph"]) if place["paragraph"] else None
    if paragraph and paragraph > article.paragraphs:
        return "paragraph", {"last": article.paragraphs}
    if place["item"]:
        count = article.items_of(paragraph)
        if value(place["item"]) > count:
            return ("item", {"last": count}) if count else ("no-item", {})
    return None
