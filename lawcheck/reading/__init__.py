"""From files to sources, and back."""

from lawcheck.reading.batch import Batch, FileContent
from lawcheck.reading.files import find_documents, read_path, read_stream
from lawcheck.reading.writer import encoded, write_path

__all__ = ["Batch", "FileContent", "encoded", "find_documents", "read_path", "read_stream", "write_path"]
