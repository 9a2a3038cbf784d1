"""lawcheck: reads Chinese official documents as they are and says what is wrong in them, where and by which source."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawcheck.api import (
        check_many,
        check_path,
        check_text,
        compare_paths,
        compare_texts,
        cover_paths,
        fix_text,
        parse,
        parse_path,
    )
    from lawcheck.errors import LawcheckError
    from lawcheck.reporting.comparison.compare_report import CompareReport
    from lawcheck.reporting.coverage.cover_report import CoverReport
    from lawcheck.reporting.report import CheckedFile, Diagnostic, FileError, Report
    from lawcheck.rulebook.findings import Finding, Severity
    from lawcheck.structure.document import Document
    from lawcheck.text.edits import Edit

__version__ = "0.1.0"
__all__ = [
    "CheckedFile",
    "CompareReport",
    "CoverReport",
    "Diagnostic",
    "Document",
    "Edit",
    "FileError",
    "Finding",
    "LawcheckError",
    "Report",
    "Severity",
    "check_many",
    "check_path",
    "check_text",
    "compare_paths",
    "compare_texts",
    "cover_paths",
    "fix_text",
    "parse",
    "parse_path",
]

_HOMES = {
    "CheckedFile": "reporting.report",
    "CompareReport": "reporting.comparison.compare_report",
    "CoverReport": "reporting.coverage.cover_report",
    "Diagnostic": "reporting.report",
    "Document": "structure.document",
    "Edit": "text.edits",
    "FileError": "reporting.report",
    "Finding": "rulebook.findings",
    "LawcheckError": "errors",
    "Report": "reporting.report",
    "Severity": "rulebook.findings",
}


def __getattr__(name: str) -> object:
    """Loads the public names on first use: what needs only the version, or one module, stays quick."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'api')}"), name)
