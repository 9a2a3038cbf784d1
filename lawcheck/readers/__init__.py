"""From files to sources, and back."""

from lawcheck.readers.batch import Batch, Content
from lawcheck.readers.files import find_documents, read_path, read_stream
from lawcheck.readers.writer import encoded, write_path

__all__ = ["Batch", "Content", "encoded", "find_documents", "read_path", "read_stream", "write_path"]
