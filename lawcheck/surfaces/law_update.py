"""Brings the table of national law up to date: `python -m lawcheck.surfaces.law_update FOLDER TO`.

FOLDER holds the texts of laws as lawcheck reads them (text, Markdown, HTML, Word); laws.tsv and law_articles.tsv are
written to TO. What has changed is told, line by line. A figure on which a text and the table differ becomes unknown.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lawcheck.api import parse_path
from lawcheck.checks.cit.law_table import STATE, Article, name_of
from lawcheck.checks.cit.law_texts import LawText, law_text
from lawcheck.errors import LawcheckError, SourceError
from lawcheck.reading.files import find_documents
from lawcheck.reading.resources import resource_dir, rows
from lawcheck.reading.storage import replace_file
from lawcheck.records import dataclass, field

_LAWS, _ARTICLES = "laws.tsv", "law_articles.tsv"
_UNKNOWN = "?"


@dataclass(slots=True)
class _Row:
    """A row of laws.tsv; `versions` are the numbers of last articles by day, 0 where they are not known."""

    title: str
    level: str
    repealed: str = ""
    successor: str = ""
    versions: dict[str, int] = field(default_factory=dict)

    def written(self) -> str:
        """The row as it stands in the file."""
        versions = (f"{day or _UNKNOWN}{f'={last}' if last else ''}" for day, last in sorted(self.versions.items()))
        return "\t".join((self.title, self.level, self.repealed, self.successor, " ".join(versions)))


class LawTables:
    """Both tables while they are brought up to date."""

    def __init__(self) -> None:
        head, *laws = rows(_LAWS)
        self.as_of = head[-1]
        self._laws = {name_of(title): _row(title, *rest) for title, *rest in laws}
        self._articles = {(name_of(title), day): written for title, day, written in rows(_ARTICLES)}

    def add(self, text: LawText) -> Iterator[str]:
        """Adds what a text says; gives what has changed, in words."""
        name = name_of(text.title)
        row = self._laws.get(name)
        if row is None:
            row = self._laws[name] = _Row(text.title, _level(text.title))
            yield f"新增：《{text.title}》"
        if text.day:
            yield from self._add_version(name, row, text)
        for title in text.repealed:
            yield from self._repeal(title, text)

    def _add_version(self, name: str, row: _Row, text: LawText) -> Iterator[str]:
        known = row.versions.get(text.day)
        if known is None:
            yield f"新版本：《{row.title}》{text.day}，{text.last or '条数不明'}"
            row.versions[text.day] = text.last
        elif known and text.last and known != text.last:
            yield f"条数不一：《{row.title}》{text.day}，表中 {known}，文本 {text.last}"
            row.versions[text.day] = 0
            self._articles.pop((name, text.day), None)
            return
        elif not known:
            row.versions[text.day] = text.last
        if text.last and row.versions[text.day]:
            written = _written(text.articles)
            before = self._articles.get((name, text.day))
            if before is not None and before != written:
                yield f"款项不一：《{row.title}》{text.day}"
                del self._articles[name, text.day]
            else:
                self._articles[name, text.day] = written

    def _repeal(self, title: str, text: LawText) -> Iterator[str]:
        row = self._laws.get(name_of(title))
        if row is None or row.repealed or not text.effective or name_of(title) == name_of(text.title):
            return
        if max(row.versions, default="") < text.effective:
            row.repealed, row.successor = text.effective, text.title
            yield f"废止：《{row.title}》，{text.effective} 起为《{text.title}》"

    def write(self, folder: Path, as_of: str) -> None:
        """Writes both files, with the comments that head them now."""
        folder.mkdir(parents=True, exist_ok=True)
        laws = [f"as of\t\t\t\t{as_of}", *(row.written() for row in self._laws.values())]
        articles = (
            f"{self._laws[name].title}\t{day}\t{written}" for (name, day), written in sorted(self._articles.items())
        )
        for file, lines in ((_LAWS, laws), (_ARTICLES, articles)):
            replace_file(folder / file, "".join(f"{line}\n" for line in (*_comments(file), *lines)).encode())


def _row(title: str, level: str, repealed: str, successor: str, versions: str) -> _Row:
    pairs = (version.partition("=") for version in versions.split())
    days = {"" if day == _UNKNOWN else day: int(last or 0) for day, _, last in pairs}
    return _Row(title, level, repealed, successor, days)


def _level(title: str) -> str:
    if title.startswith("最高人民"):
        return "司法解释"
    return "法律" if title.startswith(STATE) and title.endswith("法") and not title.endswith("办法") else "行政法规"


def _written(articles: dict[str, Article]) -> str:
    """Of 20 with two paragraphs and three items behind the first: 20:2/1=3."""
    parts = []
    for number, article in articles.items():
        items = ",".join(f"{behind}={count}" for behind, count in article.items)
        parts.append(f"{number}:{article.paragraphs}{f'/{items}' if items else ''}")
    return " ".join(parts)


def _comments(file: str) -> Iterable[str]:
    text = (resource_dir("rules") / "data" / file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.startswith("#")]


def law_texts(folder: str) -> Iterator[LawText]:
    """The facts of every law in a folder; what cannot be read is told and left out."""
    for path in find_documents(folder):
        try:
            if isinstance(path, SourceError):
                raise path
            found = law_text(parse_path(path, "statute"))
        except LawcheckError as error:
            print(error, file=sys.stderr)
            continue
        if found is None:
            print(f"{path}：没有标题或条文", file=sys.stderr)
        else:
            yield found


def main(arguments: Sequence[str]) -> int:
    """Reads the folder, tells what has changed and writes the tables; returns the exit status."""
    if len(arguments) != 2:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    folder, target = arguments
    table = LawTables()
    texts = list(law_texts(folder))
    for text in texts:
        for line in table.add(text):
            print(line)
    table.write(Path(target), max([table.as_of, *(text.day for text in texts)]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
