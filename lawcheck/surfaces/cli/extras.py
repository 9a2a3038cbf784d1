"""What is installed only with an extra."""

from collections.abc import Iterator
from contextlib import contextmanager

from lawcheck.errors import UsageError


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Around imports: says which extra is to be installed where a library is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise UsageError(f"缺少 {error.name}，请安装：pip install 'lawcheck[{extra}]'") from error
