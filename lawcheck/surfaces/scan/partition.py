"""What a scan is divided into: pieces of files, gathered into partitions of about the same number of bytes."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from lawcheck.records import dataclass

PARTITION_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class InputPiece:
    """A document or a stretch of them: a `file`, members of an `archive`, rows of a `lines`, `csv` or `parquet` file.

    `start` and `end` are its bytes in the file (of Parquet its row groups, of an archive its members, exclusive end),
    `row` is the number of its first row, from 1; `size` is about how many bytes it has.
    """

    form: str
    path: str
    size: int
    start: int = 0
    end: int = 0
    row: int = 1
    head: str = ""


@dataclass(frozen=True, slots=True)
class Partition:
    """Pieces that are checked one after another by one process, and become one file of each table."""

    number: int
    pieces: tuple[InputPiece, ...]

    @property
    def size(self) -> int:
        """About how many bytes it has."""
        return sum(piece.size for piece in self.pieces)

    @property
    def name(self) -> str:
        """What its files are called."""
        return f"part-{self.number:06}"

    def plain(self) -> dict[str, Any]:
        """The partition as JSON has it."""
        return asdict(self)


def restored(plain: dict[str, Any]) -> Partition:
    """The partition that `Partition.plain` gave."""
    return Partition(plain["number"], tuple(InputPiece(**piece) for piece in plain["pieces"]))


def partitions_of(pieces: Iterable[InputPiece], most: int = PARTITION_BYTES) -> Iterator[Partition]:
    """Gathers pieces, in their order, into partitions of at most so many bytes, or of one piece that is larger."""
    gathered: list[InputPiece] = []
    number = size = 0
    for piece in pieces:
        if gathered and size + piece.size > most:
            yield Partition(number, tuple(gathered))
            number, gathered, size = number + 1, [], 0
        gathered.append(piece)
        size += piece.size
    if gathered:
        yield Partition(number, tuple(gathered))
