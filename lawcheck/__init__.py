"""lawcheck: reads Chinese official documents as they are and says what is wrong in them, where and by which source."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawcheck.api import (
        check_many,
        check_path,
        check_text,
        compare_paths,
        compare_texts,
        fix_text,
        parse,
        parse_path,
    )
    from lawcheck.comparison.report import CompareReport
    from lawcheck.diagnostics import Severity
    from lawcheck.errors import LawcheckError
    from lawcheck.report import CheckedFile, Diagnostic, FileError, Report
    from lawcheck.structure.model import Document

__version__ = "0.1.0"
__all__ = [
    "CheckedFile",
    "CompareReport",
    "Diagnostic",
    "Document",
    "FileError",
    "LawcheckError",
    "Report",
    "Severity",
    "check_many",
    "check_path",
    "check_text",
    "compare_paths",
    "compare_texts",
    "fix_text",
    "parse",
    "parse_path",
]

_HOMES = {
    "CheckedFile": "report",
    "CompareReport": "comparison.report",
    "Diagnostic": "report",
    "Document": "structure.model",
    "FileError": "report",
    "LawcheckError": "errors",
    "Report": "report",
    "Severity": "diagnostics",
}


def __getattr__(name: str) -> object:
    """Loads the public names on first use: what needs only the version, or one module, stays quick."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'api')}"), name)
