"""lawcheck: reads Chinese official documents as they are and says what is wrong in them, where and by which source."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawcheck.api import (
        Checker,
        CheckOptions,
        annotate_path,
        check_bytes,
        check_many,
        check_path,
        check_text,
        check_texts,
        cite_paths,
        compare_paths,
        compare_texts,
        cover_paths,
        fix_path,
        fix_text,
        list_tasks,
        parse,
        parse_path,
        rules,
    )
    from lawcheck.errors import ConfigError, LawcheckError, LawcheckWarning, RuleFileError, SourceError, UsageError
    from lawcheck.reporting.citing.cite_report import CiteReport
    from lawcheck.reporting.comparison.compare_report import CompareReport
    from lawcheck.reporting.coverage.cover_report import CoverReport
    from lawcheck.reporting.report import (
        CheckedFile,
        Diagnostic,
        FileError,
        Report,
        TaskEntry,
        TaskReport,
    )
    from lawcheck.reporting.rule_report import RuleEntry, RuleReport
    from lawcheck.reporting.written import AnnotatedFile, FixedFile
    from lawcheck.rulebook.findings import Finding, Safety, Severity
    from lawcheck.structure.document import (
        Attribution,
        Deadline,
        Document,
        Field,
        Node,
        Paragraph,
        Role,
        Task,
        Unit,
        UnitTasks,
    )
    from lawcheck.structure.frame import (
        Addressee,
        Annex,
        AnnexNote,
        Contents,
        ContentsEntry,
        Extent,
        Frame,
        FrameName,
        Glued,
        Imprint,
        Letterhead,
        Secrecy,
        SigningDate,
        Text,
        Title,
    )
    from lawcheck.structure.kinds import Kind
    from lawcheck.text.edits import Edit

__version__ = "0.1.0"
__all__ = [
    "Addressee",
    "Annex",
    "AnnexNote",
    "AnnotatedFile",
    "Attribution",
    "CheckOptions",
    "CheckedFile",
    "Checker",
    "CiteReport",
    "CompareReport",
    "ConfigError",
    "Contents",
    "ContentsEntry",
    "CoverReport",
    "Deadline",
    "Diagnostic",
    "Document",
    "Edit",
    "Extent",
    "Field",
    "FileError",
    "Finding",
    "FixedFile",
    "Frame",
    "FrameName",
    "Glued",
    "Imprint",
    "Kind",
    "LawcheckError",
    "LawcheckWarning",
    "Letterhead",
    "Node",
    "Paragraph",
    "Report",
    "Role",
    "RuleEntry",
    "RuleFileError",
    "RuleReport",
    "Safety",
    "Secrecy",
    "Severity",
    "SigningDate",
    "SourceError",
    "Task",
    "TaskEntry",
    "TaskReport",
    "Text",
    "Title",
    "Unit",
    "UnitTasks",
    "UsageError",
    "annotate_path",
    "check_bytes",
    "check_many",
    "check_path",
    "check_text",
    "check_texts",
    "cite_paths",
    "compare_paths",
    "compare_texts",
    "cover_paths",
    "fix_path",
    "fix_text",
    "list_tasks",
    "parse",
    "parse_path",
    "rules",
]

_HOMES = {
    "Addressee": "structure.frame",
    "Annex": "structure.frame",
    "AnnexNote": "structure.frame",
    "AnnotatedFile": "reporting.written",
    "Attribution": "structure.document",
    "CheckedFile": "reporting.report",
    "CiteReport": "reporting.citing.cite_report",
    "CompareReport": "reporting.comparison.compare_report",
    "ConfigError": "errors",
    "Contents": "structure.frame",
    "ContentsEntry": "structure.frame",
    "CoverReport": "reporting.coverage.cover_report",
    "Deadline": "structure.document",
    "Diagnostic": "reporting.report",
    "Document": "structure.document",
    "Edit": "text.edits",
    "Extent": "structure.frame",
    "Field": "structure.document",
    "FileError": "reporting.report",
    "Finding": "rulebook.findings",
    "FixedFile": "reporting.written",
    "Frame": "structure.frame",
    "FrameName": "structure.frame",
    "Glued": "structure.frame",
    "Imprint": "structure.frame",
    "Kind": "structure.kinds",
    "LawcheckError": "errors",
    "LawcheckWarning": "errors",
    "Letterhead": "structure.frame",
    "Node": "structure.document",
    "Paragraph": "structure.document",
    "Report": "reporting.report",
    "Role": "structure.document",
    "RuleEntry": "reporting.rule_report",
    "RuleFileError": "errors",
    "RuleReport": "reporting.rule_report",
    "Safety": "rulebook.findings",
    "Secrecy": "structure.frame",
    "Severity": "rulebook.findings",
    "SigningDate": "structure.frame",
    "SourceError": "errors",
    "Task": "structure.document",
    "TaskEntry": "reporting.report",
    "TaskReport": "reporting.report",
    "Text": "structure.frame",
    "Title": "structure.frame",
    "Unit": "structure.document",
    "UnitTasks": "structure.document",
    "UsageError": "errors",
}


def __dir__() -> list[str]:
    """All public names, whether they have been used or not: notebooks and shells complete them."""
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> object:
    """Loads the public names on first use: what needs only the version, or one module, stays quick."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'api')}"), name)
