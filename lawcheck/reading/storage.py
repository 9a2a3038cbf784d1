"""Bytes of files: read whole within a limit, replaced all at once."""

import errno
import os
from pathlib import Path

from lawcheck.errors import SourceError, Words

MAX_BYTES = 64 * 1024 * 1024
_UNREADABLE = {
    FileNotFoundError: Words("文件不存在", "no such file"),
    PermissionError: Words("没有读取权限", "no permission to read it"),
    IsADirectoryError: Words("是目录，不是文件", "is a folder, not a file"),
}
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
    errno.EPIPE: Words("对方已经关闭", "the other end is closed"),
    errno.EADDRINUSE: Words("已被占用", "it is in use"),
    errno.EADDRNOTAVAIL: Words("地址不可用", "the address is not available"),
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
        mib = MAX_BYTES // 1024 // 1024
        raise SourceError(printable(name), Words(f"超过大小上限（{mib} MiB）", f"is larger than {mib} MiB"))


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


def reason(error: OSError | ValueError) -> Words:
    """Why a file cannot be read, said to the user."""
    for kind, words in _UNREADABLE.items():
        if isinstance(error, kind):
            return words
    why = cause(error) if isinstance(error, OSError) else Words("文件名无效", "invalid name")
    return Words(f"无法读取（{why.zh}）", f"cannot be read ({why.en})")


def unwritable(error: OSError) -> Words:
    """Why a file cannot be written, said to the user."""
    why = cause(error)
    return Words(f"无法写入（{why.zh}）", f"cannot be written ({why.en})")


def cause(error: OSError) -> Words:
    """Why the system refuses something; an error that is not known has its name."""
    name = errno.errorcode.get(error.errno or 0, str(error.errno))
    return _CAUSES.get(error.errno or 0, Words(f"系统错误 {name}", f"system error {name}"))


def _umask() -> int:
    """What new files are denied; it can only be learnt by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
