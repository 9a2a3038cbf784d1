"""The Python interface: what `lawcheck.__all__` names."""

from lawcheck.api.checker import Checker
from lawcheck.api.given import CheckOptions
from lawcheck.api.once import (
    annotate_path,
    check_bytes,
    check_many,
    check_path,
    check_text,
    check_texts,
    fix_path,
    fix_text,
    rules,
)
from lawcheck.api.structures import (
    cite_paths,
    compare_paths,
    compare_texts,
    cover_paths,
    list_tasks,
    parse,
    parse_path,
)

__all__ = [
    "CheckOptions",
    "Checker",
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
