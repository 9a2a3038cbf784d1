"""Bytes of files: read whole within a limit, replaced all at once."""

import os
from pathlib import Path

from lawcheck.errors import SourceError

MAX_BYTES = 64 * 1024 * 1024
_REASONS = {
    FileNotFoundError: "文件不存在",
    PermissionError: "没有读取权限",
    IsADirectoryError: "是目录，不是文件",
}


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """What a file holds; raises SourceError, whose text names the file and the reason."""
    name = os.fspath(path)
    try:
        # One byte more than allowed tells that there is more, whatever the file system says about the size.
        with Path(name).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SourceError(printable(name), reason(error)) from error
    limit_size(data, name)
    return data


def limit_size(data: bytes, name: str) -> None:
    """Raises SourceError when a document is larger than any is read."""
    if len(data) > MAX_BYTES:
        raise SourceError(printable(name), f"超过大小上限（{MAX_BYTES // 1024 // 1024} MiB）")


def replace_file(target: Path, data: bytes) -> None:
    """Puts new bytes into the place of a file, all at once or not at all; its permissions stay. Raises OSError."""
    import shutil  # these two take long to import, and most calls write nothing
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if target.exists():
            shutil.copymode(target, temporary)
        else:
            temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def printable(name: str) -> str:
    """A file name as text that can be encoded: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def reason(error: OSError | ValueError) -> str:
    """Why a file cannot be read, said to the user."""
    for kind, words in _REASONS.items():
        if isinstance(error, kind):
            return words
    return f"无法读取（{getattr(error, 'strerror', None) or error}）"


def _umask() -> int:
    """What new files are denied; it can only be learnt by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
