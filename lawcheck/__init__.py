"""lawcheck: reads Chinese official documents as they are and says what is wrong in them, where and by which source."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawcheck.api import check_path, check_text, fix_text, parse
    from lawcheck.diagnostics import Severity
    from lawcheck.report import Diagnostic, Report

__version__ = "0.1.0"
__all__ = ["Diagnostic", "Report", "Severity", "check_path", "check_text", "fix_text", "parse"]

_HOMES = {"Diagnostic": "report", "Report": "report", "Severity": "diagnostics"}


def __getattr__(name: str) -> object:
    """Loads the public names on first use: what needs only the version, or one module, stays quick."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'api')}"), name)
