"""What is known of a document of the library: how it is called, what its articles hold, and its words."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import Any

from lawcheck.checks.cit.law_table import STATE, Article
from lawcheck.checks.cit.law_texts import law_text, repealed_by
from lawcheck.checks.library.deed_days import AMENDED, PUBLISHED, DeedDay, deed_days
from lawcheck.checks.made_on import made_on
from lawcheck.records import dataclass, field
from lawcheck.structure.document import Document
from lawcheck.text.patterns import Pattern
from lawcheck.text.vocabulary.document_numbers import document_numbers_in, serial_numbers_in

_NOT_IN_NAMES = Pattern(r"[\s《》〈〉“”‘’\"'（）()〔〕\[\]·、，。：:；;—–-]")
# 《示例市河道管护办法》（以下简称《管护办法》）
_SHORT_NAME = Pattern(
    r"《(?P<title>[^《》\n]{6,80})》[（(](?:[^（）()\n]{1,40}[，,；;])?(?:以下|下同?)?简称[为：:]?[《“](?P<name>[^《》“”\n]{6,20})[》”]"
)
# 关于印发《示例市河道管护办法》的通知: the document is known by either title.
_PASSED_ON = Pattern(
    r"(?:印发|转发|批转|公布|发布)[《〈]?(?P<title>[^《》\n]{6,80}?)[》〉]?的(?:通知|公告|决定|命令|函)$"
)
# What stands above the first article, or in the first lines of a document without any.
_HEAD = 600
# What the title is called among the places.
TITLE = "title"


@dataclass(frozen=True, slots=True)
class LibraryDocument:
    """A document of the library.

    `number` is its number as it is to be written ("" where it has none), `orders` those of the orders that published
    it, with their agencies; `day` when it was made (ISO 8601, perhaps only the year), `effective` from when it holds
    ("" where that is not said), `deeds` the days of which its head says what was done. `last` is the number of its last
    article (0 where it has none, or one of them misses), `articles` are those of more than one paragraph. `repealed`
    are the names of the documents that it repeals, `other_titles` those by which it is known as well,
    `short_names` what it calls other documents, with their names.
    """

    path: str
    title: str
    number: str = ""
    orders: tuple[tuple[str, int], ...] = ()
    day: str = ""
    effective: str = ""
    deeds: tuple[DeedDay, ...] = ()
    last: int = 0
    last_chapter: int = 0
    articles: Mapping[str, Article] = field(default_factory=dict)
    repealed: tuple[str, ...] = ()
    other_titles: tuple[str, ...] = ()
    short_names: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """What it is looked up by."""
        return name_of_title(self.title)

    @property
    def holds_from(self) -> str:
        """The day from which on it holds, as far as it is known."""
        return self.effective or self.day

    @property
    def names_all_orders(self) -> bool:
        """Whether its head gives an order for its publication and for each time that it was amended."""
        return len(self.orders) > sum(deed == AMENDED for deed, _ in self.deeds)

    def plain(self) -> dict[str, Any]:
        """It as data of the built-in types."""
        plain = {key: getattr(self, key) for key in self.__dataclass_fields__}
        plain["articles"] = {number: [held.paragraphs, *held.items] for number, held in self.articles.items()}
        return plain


def from_plain(values: Mapping[str, Any]) -> LibraryDocument:
    """The document that `plain` gave."""
    articles = {
        number: Article(paragraphs, tuple((behind, count) for behind, count in items))
        for number, (paragraphs, *items) in values["articles"].items()
    }
    tuples = {key: tuple(values[key]) for key in ("repealed", "other_titles")}
    pairs = {key: tuple((one, other) for one, other in values[key]) for key in ("orders", "deeds", "short_names")}
    return LibraryDocument(**{**values, "articles": articles, **tuples, **pairs})


def name_of_title(title: str) -> str:
    """A title without marks and blanks: 关于印发《办法》的通知 and 关于印发〈办法〉的通知 are one."""
    return _NOT_IN_NAMES.compiled.sub("", title)


def library_document(document: Document, path: str) -> LibraryDocument | None:
    """What is known of a document; None when it has no title."""
    if document.title is None:
        return None
    title = "".join(document.title.text.split())
    facts = law_text(document)
    own = document.frame.letterhead.number
    numbers = document_numbers_in(document.text)
    number = next((number.written for number in numbers if own is not None and number.start == own.start), "")
    nodes = list(document.walk())
    first = next((node.start for node in nodes if node.level in ("article", "chapter")), _HEAD)
    head = document.text[document.title.start : min(document.title.start + _HEAD, max(first, document.title.end))]
    deeds = [*deed_days(head)]
    if number and document.frame.date and document.frame.date.iso:
        deeds.append((PUBLISHED, document.frame.date.iso))
    repealed = facts.repealed if facts else repealed_by(document)
    return LibraryDocument(
        path,
        title,
        number,
        tuple((order.agency, order.number) for order in serial_numbers_in(head) if order.agency),
        made_on(document) or "",
        facts.effective if facts else "",
        tuple(dict.fromkeys(deeds)),
        facts.last if facts else 0,
        max((node.number or 0 for node in nodes if node.level == "chapter"), default=0),
        facts.articles if facts else {},
        tuple(map(name_of_title, repealed)),
        tuple(dict.fromkeys(other for other in _other_titles(document, title) if other != title)),
        tuple(
            (name_of_title(match["name"]), name_of_title(match["title"]))
            for match in _SHORT_NAME.finditer(document.text)
        ),
    )


def _other_titles(document: Document, title: str) -> Iterator[str]:
    """The title without the name of the state, that of what it passes on, and those of its annexes."""
    if title.startswith(STATE):
        yield title.removeprefix(STATE)
    if passed_on := _PASSED_ON.search(title):
        yield passed_on["title"]
        yield from ("".join(text.title.text.split()) for text in document.frame.annexes if text.title)


def places_of(document: Document) -> dict[str, tuple[int, int, int, int]]:
    """Where its title, articles (3, 3-1) and chapters (c2) stand: in the source, and in its words without blanks."""
    found: dict[str, tuple[int, int, int, int]] = {}
    text = document.text
    inked = [at for at, character in enumerate(text) if not character.isspace()]
    if document.title:
        found[TITLE] = (*document.source_span(document.title), 0, 0)
    for node in document.walk():
        if node.level == "chapter" and node.number:
            key = f"c{node.number}"
        elif node.level == "article" and node.parts:
            key = "-".join(map(str, node.parts))
        else:
            continue
        words = bisect_left(inked, node.start), bisect_left(inked, node.end)
        found.setdefault(key, (*document.source_span(node), *words))
    return found
