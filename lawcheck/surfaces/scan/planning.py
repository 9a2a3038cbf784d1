"""From the inputs of a scan to pieces: what is in folders, archives and tables, found without reading documents."""

import csv
import io
import tarfile
import zipfile
from collections.abc import Callable, Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from lawcheck.errors import SourceError, Words
from lawcheck.reading.formats import endings
from lawcheck.reading.storage import printable
from lawcheck.records import dataclass
from lawcheck.surfaces.scan.file_addresses import documents_in, is_folder, opened, size_of
from lawcheck.surfaces.scan.partition import PARTITION_BYTES, InputPiece

# Where the text of a document may stand, and what it may be called, when nobody says so.
TEXT_COLUMNS = ("text", "content", "body", "正文", "内容", "全文", "文本", "bytes", "data")
_READ_AT_ONCE = 1 << 20
_LONGEST_HEAD = 1 << 20


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that are read of a table: the text or bytes, and what tells the documents apart ("" for the row)."""

    text: str = ""
    name: str = ""


def pieces_of(paths: list[str], most: int = PARTITION_BYTES) -> Iterator[InputPiece | SourceError]:
    """The pieces of these files and folders, in order, each of about `most` bytes where it can be divided."""
    for path in paths:
        try:
            if is_folder(path):
                yield from _of_folder(path)
            else:
                yield from _of_file(path, most)
        except SourceError as error:
            yield error


def _of_folder(path: str) -> Iterator[InputPiece | SourceError]:
    for found in documents_in(path, endings()):
        if isinstance(found, SourceError):
            yield found
            continue
        try:
            yield InputPiece("file", found, size_of(found))
        except SourceError as error:
            yield error


def _of_file(path: str, most: int) -> Iterator[InputPiece]:
    low = path.lower()
    divide = next((divide for ends, divide in _DIVIDERS.items() if low.endswith(ends)), None)
    if divide is None:
        yield InputPiece("file", path, size_of(path))
        return
    try:
        yield from divide(path, most)
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, pa.ArrowException, NotImplementedError) as error:
        raise SourceError(printable(path), Words("已损坏，无法读取", "is damaged and cannot be read")) from error


def _of_zip(path: str, most: int) -> Iterator[InputPiece]:
    with opened(path) as file, zipfile.ZipFile(file) as archive:
        sizes = [info.file_size for info in archive.infolist()]
    yield from _stretches("zip", path, sizes, most)


def _of_tar(path: str, most: int) -> Iterator[InputPiece]:
    with opened(path) as file, tarfile.open(fileobj=file, mode="r:") as archive:
        sizes = [member.size for member in archive]
    yield from _stretches("tar", path, sizes, most)


def _of_packed_tar(path: str, most: int) -> Iterator[InputPiece]:
    """One piece: it can only be read from its beginning."""
    yield InputPiece("packed-tar", path, size_of(path), 0, -1)


def _of_parquet(path: str, most: int) -> Iterator[InputPiece]:
    with opened(path) as file:
        metadata = pq.ParquetFile(file).metadata
        row = 1
        for group in range(metadata.num_row_groups):
            found = metadata.row_group(group)
            yield InputPiece("parquet", path, found.total_byte_size, group, group + 1, row)
            row += found.num_rows


def _stretches(form: str, path: str, sizes: list[int], most: int) -> Iterator[InputPiece]:
    """Stretches of the members of an archive."""
    start = size = 0
    for index, each in enumerate(sizes):
        if index > start and size + each > most:
            yield InputPiece(form, path, size, start, index)
            start, size = index, 0
        size += each
    if start < len(sizes):
        yield InputPiece(form, path, size, start, len(sizes))


def _of_lines(path: str, most: int) -> Iterator[InputPiece]:
    yield from _line_stretches("lines", path, most, 0, 1, "", lambda line: False)


def _of_csv(path: str, most: int) -> Iterator[InputPiece]:
    """Records may go on over several lines, within quotation marks."""
    with opened(path) as file:
        head = b""
        while True:
            line = file.readline(_LONGEST_HEAD)
            head += line
            if not line or len(head) > _LONGEST_HEAD or head.count(b'"') % 2 == 0:
                break
    if not head.strip():
        return
    quoted = False

    def goes_on(line: bytes) -> bool:
        nonlocal quoted
        quoted ^= line.count(b'"') % 2 == 1
        return quoted

    yield from _line_stretches("csv", path, most, len(head), 1, head.decode("latin-1"), goes_on)


def _line_stretches(
    form: str, path: str, most: int, start: int, row: int, head: str, goes_on: Callable[[bytes], bool]
) -> Iterator[InputPiece]:
    """Stretches of whole records; `goes_on` says of each line in turn whether its record goes on in the next one."""
    with opened(path) as file:
        file.seek(start)
        at, rows = start, 0
        # A record of any length is passed over without being held in memory.
        while line := file.readline(_READ_AT_ONCE):
            at += len(line)
            if goes_on(line) or not line.endswith(b"\n"):
                continue
            rows += 1
            if at - start >= most:
                yield InputPiece(form, path, at - start, start, at, row, head)
                start, row, rows = at, row + rows, 0
        if at > start:
            yield InputPiece(form, path, at - start, start, at, row, head)


_DIVIDERS: dict[tuple[str, ...], Callable[[str, int], Iterator[InputPiece]]] = {
    (".zip",): _of_zip,
    (".tar",): _of_tar,
    (".tar.gz", ".tgz", ".tar.bz2", ".tar.xz"): _of_packed_tar,
    (".parquet",): _of_parquet,
    (".jsonl", ".ndjson"): _of_lines,
    (".csv",): _of_csv,
}


def header_of(head: str, encoding: str) -> list[str]:
    """The names of the columns in the first record of a CSV file, whose bytes are given as Latin-1."""
    text = head.encode("latin-1").decode(encoding, "replace").removeprefix("\ufeff")
    return next(csv.reader(io.StringIO(text)), [])


def text_column(names: list[str], wanted: str, path: str) -> str:
    """The column that holds the text: the one that is wanted, or one of the usual names; raises SourceError."""
    if wanted and wanted in names:
        return wanted
    found = None if wanted else next((name for usual in TEXT_COLUMNS for name in names if name.lower() == usual), None)
    if found is None:
        shown = "、".join(names[:20])
        raise SourceError(
            printable(path),
            Words(
                f"没有正文所在的列，请用 --text-column 指定；现有的列：{shown}",
                f"has no column that is known to hold the text, please name it with --text-column; it has: {shown}",
            ),
        )
    return found
