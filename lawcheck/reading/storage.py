"""Bytes of files: read whole within a limit, replaced all at once."""

import errno
import io
import os
import re
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from lawcheck.errors import SourceError, Words
from lawcheck.reading.remembered import remember
from lawcheck.text.patterns import Pattern

MAX_BYTES = 64 * 1024 * 1024
_FOLDER = Words("是目录，不是文件", "is a folder, not a file")
_DEVICE = Words("是设备，不是普通文件", "is a device, not a regular file")
_NO_NAME = Words("文件名无效", "invalid name")
_UNREADABLE = {
    FileNotFoundError: Words("文件不存在", "no such file"),
    PermissionError: Words("没有读取权限", "no permission to read it"),
    IsADirectoryError: _FOLDER,
}
_KINDS = (
    (stat.S_ISDIR, _FOLDER),
    (
        stat.S_ISFIFO,
        Words(
            "是管道，不是普通文件；管道中的内容请用 - 从标准输入读",
            "is a pipe, not a regular file; what a pipe gives is read from standard input, as -",
        ),
    ),
    (stat.S_ISSOCK, Words("是套接字，不是普通文件", "is a socket, not a regular file")),
    (stat.S_ISCHR, _DEVICE),
    (stat.S_ISBLK, _DEVICE),
)
# What a system says in a language of its own choice.
_CAUSES = {
    errno.ENOENT: Words("文件或目录不存在", "no such file or folder"),
    errno.EEXIST: Words("文件已经存在", "it exists already"),
    errno.EACCES: Words("没有权限", "no permission"),
    errno.EPERM: Words("没有权限", "no permission"),
    errno.EROFS: Words("文件系统只读", "the file system is read-only"),
    errno.EISDIR: Words("是目录", "is a folder"),
    errno.ENOTDIR: Words("路径中有一段不是目录", "a part of the path is not a folder"),
    errno.ENOTEMPTY: Words("目录不为空", "the folder is not empty"),
    errno.ENAMETOOLONG: Words("文件名过长", "the name is too long"),
    errno.ELOOP: Words("链接绕回了自己", "the link leads back to itself"),
    errno.EINVAL: Words("文件名或者操作无效", "invalid name or operation"),
    errno.ENOSPC: Words("磁盘已满", "the disk is full"),
    errno.EDQUOT: Words("超过磁盘配额", "the disk quota is used up"),
    errno.EFBIG: Words("文件过大", "the file is too large"),
    errno.ENOMEM: Words("内存不足", "out of memory"),
    errno.EAGAIN: Words("系统资源不足", "out of resources"),
    errno.EMFILE: Words("打开的文件过多", "too many open files"),
    errno.ENFILE: Words("打开的文件过多", "too many open files"),
    errno.EBUSY: Words("正被占用", "it is in use"),
    errno.ETXTBSY: Words("正被占用", "it is in use"),
    errno.EIO: Words("设备读写出错", "the device failed"),
    errno.ENXIO: Words("没有这个设备", "no such device"),
    errno.ENODEV: Words("没有这个设备", "no such device"),
    errno.EBADF: Words("已关闭", "it is closed"),
    errno.EPIPE: Words("对方已经关闭", "the other end is closed"),
    errno.EADDRINUSE: Words("已被占用", "it is in use"),
    errno.EADDRNOTAVAIL: Words("地址不可用", "the address is not available"),
}
# Pipes that the shell has opened for this process: `<(…)` and standard input by its other name. They end.
_HANDED_OVER = Pattern(r"/dev/stdin|/(?:dev|proc/self)/fd/\d+")
_SURROGATE = Pattern("[\ud800-\udfff]")
# What a new file is called until it takes the place of another; `tempfile` draws the eight characters.
_UNFINISHED = Pattern(r"\..{1,40}\.[a-z0-9_]{8}\.tmp", re.DOTALL)
# Opening must neither wait for a writer nor make a terminal ours.
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_FLAGS = os.O_RDONLY | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """A regular file, open to be read; raises SourceError, whose text names the file and the reason.

    A pipe, device or socket is never even opened: that could wait for ever, or do something. What the shell hands over
    as an open pipe is read like standard input.
    """
    name = os.fspath(path)
    try:
        status = Path(name).stat()
        is_handed_over = stat.S_ISFIFO(status.st_mode) and _HANDED_OVER.fullmatch(name)
        if not is_handed_over:
            _refuse_irregular(status, name)
        with os.fdopen(os.open(name, _FLAGS if is_handed_over else _FLAGS | _NO_WAIT), "rb") as file:
            if not is_handed_over:  # it may have become another one meanwhile
                _refuse_irregular(os.fstat(file.fileno()), name)
            yield file
    except (OSError, ValueError) as error:
        raise SourceError(printable(name), reason(error)) from error


def _refuse_irregular(status: os.stat_result, name: str) -> None:
    for is_such, what in _KINDS:
        if is_such(status.st_mode):
            raise SourceError(printable(name), what)


def read_bytes(path: str | os.PathLike[str], most: int | None = None) -> bytes:
    """What a file holds; raises SourceError, whose text names the file and the reason.

    The call remembers that it has read it. `most` is another limit than that of documents.
    """
    name = os.fspath(path)
    limit = MAX_BYTES if most is None else most
    with opened(path) as file:
        remember(os.fstat(file.fileno()))
        # One byte more than allowed tells that there is more, whatever the file system says about the size.
        data = file.read(limit + 1)
    limit_size(data, name, most)
    return data


def limit_size(data: bytes, name: str, most: int | None = None) -> None:
    """Raises SourceError when a file is larger than any of its sort is read; `most` as for `read_bytes`."""
    limit = MAX_BYTES if most is None else most
    if len(data) > limit:
        size = f"{limit // 1024 // 1024} MiB" if most is None else f"{limit // 1024} KiB"
        raise SourceError(printable(name), Words(f"超过大小上限（{size}）", f"is larger than {size}"))


def replace_file(target: Path, data: bytes) -> None:
    """Puts new bytes into the place of a file, all at once or not at all; raises OSError.

    Mode, owner and extended attributes, access lists among them, stay as far as this user may set them.
    """
    import tempfile  # takes long to import, and most calls write nothing

    with _undisturbed():
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
        _write_and_rename(handle, Path(name), target, data)


def _write_and_rename(handle: int, temporary: Path, target: Path, data: bytes) -> None:
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            _keep_attributes(target, temporary)
        else:
            temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """What ends a process in order waits until the body is through: it would come between a file and its removal."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def unfinished(folder: Path) -> list[str]:
    """The names of new files that never took the place of another: what wrote them was killed, or still writes."""
    try:
        return sorted(each.name for each in folder.iterdir() if _UNFINISHED.fullmatch(each.name))
    except OSError:
        return []


def _keep_attributes(target: Path, temporary: Path) -> None:
    status = target.stat()
    mode = stat.S_IMODE(status.st_mode)
    if hasattr(os, "chown") and not _is_given(temporary, status):
        mode &= 0o777  # what runs with the rights of its owner must not run with those of another
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for attribute in os.listxattr(target):
                with suppress(OSError):
                    os.setxattr(temporary, attribute, os.getxattr(target, attribute))
    temporary.chmod(mode)


def _is_given(temporary: Path, status: os.stat_result) -> bool:
    """Gives a file the owner and group of another, or the group alone where no more is allowed; whether both are so."""
    for user in (status.st_uid, -1):
        with suppress(OSError):
            os.chown(temporary, user, status.st_gid)
            break
    now = temporary.stat()
    return (now.st_uid, now.st_gid) == (status.st_uid, status.st_gid)


def is_there(path: str | os.PathLike[str]) -> bool:
    """Whether there is a file or folder; of a name that none can have, or that may not be looked at, there is none."""
    return _status(path) is not None


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Whether there is a folder of this name."""
    status = _status(path)
    return status is not None and stat.S_ISDIR(status.st_mode)


def is_link(path: str | os.PathLike[str]) -> bool:
    """Whether a link has this name, wherever it leads."""
    try:
        return Path(path).is_symlink()
    except (OSError, ValueError):
        return False


def _status(path: str | os.PathLike[str]) -> os.stat_result | None:
    try:
        return Path(path).stat()
    except (OSError, ValueError):  # none of this name, one that is too long, or has a NUL in it
        return None


def real_path(path: str | os.PathLike[str]) -> str:
    """Where a path leads to, links followed; a name that no file can have leads nowhere else."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return os.fspath(path)


def encodable(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair: as many code points, all of them characters."""
    return _SURROGATE.compiled.sub("\ufffd", text)


def printable(name: str) -> str:
    """A file name as text that can be encoded: what is in no encoding becomes U+FFFD."""
    return encodable(name)


def reason(error: OSError | ValueError) -> Words:
    """Why a file cannot be read, said to the user."""
    for kind, words in _UNREADABLE.items():
        if isinstance(error, kind):
            return words
    why = cause(error) if isinstance(error, OSError) else _NO_NAME
    return Words(f"无法读取（{why.zh}）", f"cannot be read ({why.en})")


def unwritable(error: OSError | ValueError) -> Words:
    """Why a file cannot be written, said to the user."""
    why = cause(error) if isinstance(error, OSError) else _NO_NAME
    return Words(f"无法写入（{why.zh}）", f"cannot be written ({why.en})")


def cause(error: OSError) -> Words:
    """Why the system refuses something; an error that is not known has its name."""
    # A standard stream that the process was started without.
    code = errno.EBADF if isinstance(error, io.UnsupportedOperation) else error.errno or 0
    name = errno.errorcode.get(code, str(code))
    return _CAUSES.get(code, Words(f"系统错误 {name}", f"system error {name}"))


def _umask() -> int:
    """What new files are denied; it can only be learnt by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
