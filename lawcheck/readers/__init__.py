"""From files to sources."""

from lawcheck.readers.files import find_documents, read_path, read_stream

__all__ = ["find_documents", "read_path", "read_stream"]
