"""What is known of a document of the library: how it is called, what its articles hold, and its words."""

from collections.abc import Mapping
from typing import Any

from lawcheck.checks.cit.law_table import Article
from lawcheck.checks.cit.law_texts import law_text
from lawcheck.checks.made_on import made_on
from lawcheck.records import dataclass, field
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import document_numbers_in

_NOT_IN_NAMES = Pattern(r"[\s《》〈〉“”‘’\"'（）()〔〕\[\]·、，。：:；;—–-]")
# 以下简称“实施意见”
_SHORT_NAME = Pattern(r"(?:以下|下同?)?简称[：:]?[《“\"](?P<name>[^》”\"\n]{2,20})[》”\"]")


@dataclass(frozen=True, slots=True)
class LibraryDocument:
    """A document of the library.

    `number` is its number as it is to be written ("" where it has none), `day` when it was made (ISO 8601, perhaps only
    the year), `last` the number of its last article (0 where it has none, or one of them misses), `articles` those of
    more than one paragraph. `repealed` are the names of the documents that it repeals.
    """

    path: str
    title: str
    number: str = ""
    day: str = ""
    last: int = 0
    last_chapter: int = 0
    articles: Mapping[str, Article] = field(default_factory=dict)
    repealed: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is looked up by."""
        return name_of_title(self.title)

    def plain(self) -> dict[str, Any]:
        """It as data of the built-in types."""
        articles = {number: [held.paragraphs, *held.items] for number, held in self.articles.items()}
        return {
            "path": self.path,
            "title": self.title,
            "number": self.number,
            "day": self.day,
            "last": self.last,
            "last_chapter": self.last_chapter,
            "articles": articles,
            "repealed": self.repealed,
            "short_names": self.short_names,
        }


def from_plain(values: Mapping[str, Any]) -> LibraryDocument:
    """The document that `plain` gave."""
    articles = {
        number: Article(paragraphs, tuple((behind, count) for behind, count in items))
        for number, (paragraphs, *items) in values["articles"].items()
    }
    tuples = {key: tuple(values[key]) for key in ("repealed", "short_names")}
    return LibraryDocument(**{**values, "articles": articles, **tuples})


def name_of_title(title: str) -> str:
    """A title without marks and blanks: 关于印发《办法》的通知 and 关于印发〈办法〉的通知 are one."""
    return _NOT_IN_NAMES.compiled.sub("", title)


def library_document(document: Document, path: str) -> LibraryDocument | None:
    """What is known of a document; None when it has no title."""
    if document.title is None:
        return None
    facts = law_text(document)
    own = document.frame.letterhead.number
    numbers = document_numbers_in(document.text)
    chapters = [node.number or 0 for node in document.walk() if node.level == "chapter"]
    return LibraryDocument(
        path,
        "".join(document.title.text.split()),
        next((number.written for number in numbers if own is not None and number.start == own.start), ""),
        made_on(document) or "",
        facts.last if facts else 0,
        max(chapters, default=0),
        facts.articles if facts else {},
        tuple(map(name_of_title, facts.repealed)) if facts else (),
        tuple(dict.fromkeys(match["name"] for match in _SHORT_NAME.finditer(document.text))),
    )
