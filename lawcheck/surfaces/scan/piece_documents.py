"""The documents in the pieces of a partition, one after another."""

import csv
import io
import json
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from lawcheck.errors import SourceError, Words
from lawcheck.reading.encoding import decode
from lawcheck.reading.formats import of_ending
from lawcheck.reading.storage import MAX_BYTES, printable
from lawcheck.records import dataclass
from lawcheck.surfaces.scan.file_addresses import opened
from lawcheck.surfaces.scan.partition import InputPiece
from lawcheck.surfaces.scan.planning import Columns, header_of, text_column

_TOO_LARGE = Words(f"超过大小上限（{MAX_BYTES >> 20} MiB）", f"is larger than {MAX_BYTES >> 20} MiB")
_DAMAGED = Words("已损坏，无法读取", "is damaged and cannot be read")
_LOCKED = Words("已加密，无法读取", "is encrypted and cannot be read")
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_ROWS_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Found:
    """A document: its id, what it is called, what it holds, and whether that is text that has been decoded.

    Of one that cannot be read `data` is the reason.
    """

    document: str
    name: str
    data: bytes | SourceError
    size: int
    is_text: bool = False


def documents_of(piece: InputPiece, columns: Columns) -> Iterator[Found]:
    """The documents of a piece, in order; what cannot be read comes among them with its reason."""
    try:
        yield from _READERS[piece.form](piece, columns)
    except SourceError as error:
        yield Found(printable(piece.path), printable(piece.path), error, piece.size)
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, pa.ArrowException, NotImplementedError) as error:
        reason = SourceError(printable(piece.path), _DAMAGED)
        reason.__cause__ = error
        yield Found(printable(piece.path), printable(piece.path), reason, piece.size)


def _file(piece: InputPiece, columns: Columns) -> Iterator[Found]:
    with opened(piece.path) as file:
        yield _found(printable(piece.path), printable(piece.path), file, piece.size)


def _found(document: str, name: str, file: IO[bytes], size: int) -> Found:
    """A document that is read within the limit, whatever is said of its size."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return Found(document, name, SourceError(document, _TOO_LARGE), size)
    return Found(document, name, data, len(data))


def _zip(piece: InputPiece, columns: Columns) -> Iterator[Found]:
    with opened(piece.path) as file, zipfile.ZipFile(file) as archive:
        for info in archive.infolist()[piece.start : piece.end]:
            name = _zip_name(info)
            if info.is_dir() or not _is_document(name):
                continue
            document = f"{printable(piece.path)}!{name}"
            if info.flag_bits & _ENCRYPTED:
                yield Found(document, name, SourceError(document, _LOCKED), info.file_size)
                continue
            try:
                with archive.open(info) as member:
                    yield _found(document, name, member, info.file_size)
            except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError):
                yield Found(document, name, SourceError(document, _DAMAGED), info.file_size)


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The name of a member; Chinese Windows writes it in GBK, which the format does not say."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return printable(info.filename)
    raw = info.filename.encode("cp437", "replace")
    try:
        return raw.decode("gbk")
    except UnicodeDecodeError:
        return printable(info.filename)


def _tar(piece: InputPiece, columns: Columns) -> Iterator[Found]:
    packed = piece.form == "packed-tar"
    with opened(piece.path) as file, tarfile.open(fileobj=file, mode="r|*" if packed else "r:") as archive:
        for index, member in enumerate(archive):
            if not packed and index >= piece.end:
                break
            name = printable(member.name)
            if index < piece.start or not member.isfile() or not _is_document(name):
                continue
            content = archive.extractfile(member)
            assert content is not None  # it is a file
            yield _found(f"{printable(piece.path)}!{name}", name, content, member.size)


def _is_document(name: str) -> bool:
    path = PurePosixPath(name)
    return of_ending(name) is not None and not any(part.startswith((".", "__MACOSX", "~$")) for part in path.parts)


def _lines(piece: InputPiece, columns: Columns) -> Iterator[Found]:
    for row, line in enumerate(_records(piece), piece.row):
        document = f"{printable(piece.path)}#{row}"
        if isinstance(line, SourceError):
            yield Found(document, document, line, MAX_BYTES)
            continue
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            reason = Words("不是 JSON 对象", "is no JSON object")
            yield Found(document, document, SourceError(document, reason), len(line))
            continue
        yield _of_record(document, record, columns, piece.path)


def _records(piece: InputPiece) -> Iterator[bytes | SourceError]:
    with opened(piece.path) as file:
        file.seek(piece.start)
        left = piece.size
        while left > 0:
            line = file.readline(MAX_BYTES + 1)
            left -= len(line)
            if len(line) <= MAX_BYTES:
                yield line
                continue
            while left > 0 and not line.endswith(b"\n"):
                line = file.readline(MAX_BYTES)
                left -= len(line)
            yield SourceError(printable(piece.path), _TOO_LARGE)


def _of_record(document: str, record: Any, columns: Columns, path: str) -> Found:
    """A document out of the record of a table."""
    if not isinstance(record, dict):
        return Found(document, document, SourceError(document, Words("不是 JSON 对象", "is no JSON object")), 0)
    try:
        text = record[text_column(list(record), columns.text, document)]
    except SourceError as error:
        return Found(document, document, error, 0)
    named = record.get(columns.name) if columns.name else None
    name = document if named is None else printable(str(named))
    document = document if named is None else f"{printable(path)}#{name}"
    if isinstance(text, bytes):
        if len(text) > MAX_BYTES:
            return Found(document, name, SourceError(document, _TOO_LARGE), len(text))
        return Found(document, name, text, len(text))
    data = ("" if text is None else str(text)).encode("utf-8", "replace")
    if len(data) > MAX_BYTES:
        return Found(document, name, SourceError(document, _TOO_LARGE), len(data))
    return Found(document, name, data, len(data), is_text=True)


def _csv(piece: InputPiece, columns: Columns) -> Iterator[Found]:
    with opened(piece.path) as file:
        file.seek(piece.start)
        data = file.read(piece.size)
    _, encoding = decode(piece.head.encode("latin-1") + data, printable(piece.path))
    names = header_of(piece.head, encoding)
    text_column(names, columns.text, printable(piece.path))  # told once, and not of each row
    with _any_length():
        records = csv.reader(io.StringIO(data.decode(encoding, "replace"), newline=""))
        for row, values in enumerate(records, piece.row):
            if values:
                record = dict(zip(names, values, strict=False))
                yield _of_record(f"{printable(piece.path)}#{row}", record, columns, piece.path)


@contextmanager
def _any_length() -> Iterator[None]:
    """Lets a field of CSV be as long as a document."""
    before = csv.field_size_limit(min(sys.maxsize, 2 * MAX_BYTES))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _parquet(piece: InputPiece, columns: Columns) -> Iterator[Found]:
    with opened(piece.path) as file:
        table = pq.ParquetFile(file)
        text = text_column(table.schema_arrow.names, columns.text, printable(piece.path))
        wanted = [text, *([columns.name] if columns.name in table.schema_arrow.names else [])]
        groups = list(range(piece.start, piece.end))
        row = piece.row
        for batch in table.iter_batches(_ROWS_AT_ONCE, groups, wanted):
            for record in batch.to_pylist():
                yield _of_record(f"{printable(piece.path)}#{row}", record, Columns(text, columns.name), piece.path)
                row += 1


_READERS = {
    "file": _file,
    "zip": _zip,
    "tar": _tar,
    "packed-tar": _tar,
    "lines": _lines,
    "csv": _csv,
    "parquet": _parquet,
}
