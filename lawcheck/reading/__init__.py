"""From files to sources, and back."""

from lawcheck.reading.batch import Batch, FileContent
from lawcheck.reading.editors import OpenedFile
from lawcheck.reading.files import find_documents, read_path, read_stream, text_source
from lawcheck.reading.writer import encoded, write_file

__all__ = [
    "Batch",
    "FileContent",
    "OpenedFile",
    "encoded",
    "find_documents",
    "read_path",
    "read_stream",
    "text_source",
    "write_file",
]
