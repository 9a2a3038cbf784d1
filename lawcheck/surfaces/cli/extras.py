"""What is installed only with an extra."""

from collections.abc import Iterator
from contextlib import contextmanager

from lawcheck.errors import UsageError, Words

# What lawcheck itself imports of each extra.
_PACKAGES = {
    "lsp": ("pygls", "lsprotocol"),
    "mcp": ("mcp", "mcp_types"),
    "xlsx": ("xlsxwriter",),
    "web": ("anyio", "jinja2", "markupsafe", "starlette", "uvicorn"),
    "plots": ("jinja2", "markupsafe", "matplotlib"),
    "scan": ("pyarrow", "rensa", "duckdb"),
    "ray": ("duckdb", "pyarrow", "ray", "rensa"),
}


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Around imports: says which extra is to be installed where one of its own packages is missing.

    Whatever else is missing is a fault of the installation, or of lawcheck.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _PACKAGES[extra]:
            raise
        install = f"pip install 'lawcheck[{extra}]'"
        raise UsageError(
            Words(f"缺少 {error.name}，请安装：{install}", f"{error.name} is missing, please install it: {install}")
        ) from error
