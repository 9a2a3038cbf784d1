"""What is installed only with an extra."""

from collections.abc import Iterator
from contextlib import contextmanager

from lawcheck.errors import UsageError, Words


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Around imports: says which extra is to be installed where a library is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        install = f"pip install 'lawcheck[{extra}]'"
        raise UsageError(
            Words(f"缺少 {error.name}，请安装：{install}", f"{error.name} is missing, please install it: {install}")
        ) from error
