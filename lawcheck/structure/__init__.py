"""From a view to a document. Only the modules in here know that Lark does the parsing."""

from lawcheck.structure.build import build_document

__all__ = ["build_document"]
