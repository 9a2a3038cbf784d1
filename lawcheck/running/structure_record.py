"""The structure of a document as bytes that can be kept, so that reports need not find it again.

Reading them back makes instances of the classes that structures consist of, and runs nothing else.
"""

import pickle
from dataclasses import is_dataclass, replace
from enum import Enum
from io import BytesIO
from typing import Any

from lawcheck.structure.document import Document
from lawcheck.structure.settings import Settings
from lawcheck.text.file_format import FileFormat
from lawcheck.text.source import Source
from lawcheck.text.view import View

_ROOMS = ("lawcheck.structure.", "lawcheck.text.")
# What is there anyhow is only named.
_TEXT, _FORMAT = "text", "format"


def pack_structure(document: Document, source: Source) -> bytes:
    """The structure of this source; the layout of a Word file and what the user has set are not in it."""
    written = BytesIO()
    _Pickler(written, source).dump(replace(document, layout=None, settings=Settings()))
    return written.getvalue()


def unpack_structure(packed: bytes, source: Source) -> Document:
    """The structure in these bytes; raises ValueError when they are damaged."""
    try:
        found = _Unpickler(BytesIO(packed), source).load()
    except Exception as error:  # of damaged bytes anything may come
        raise ValueError("a damaged structure") from error
    if not isinstance(found, Document):
        raise ValueError("no structure")
    return found


class _Pickler(pickle.Pickler):
    def __init__(self, file: BytesIO, source: Source) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._text = source.text

    def persistent_id(self, value: Any) -> str | None:
        if value is self._text:
            return _TEXT
        return _FORMAT if isinstance(value, FileFormat) else None


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: BytesIO, source: Source) -> None:
        super().__init__(file)
        self._known = {_TEXT: source.text, _FORMAT: source.format}

    def persistent_load(self, name: str) -> Any:
        return self._known[name]

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module.startswith(_ROOMS) else None
        if not isinstance(found, type) or not (is_dataclass(found) or issubclass(found, Enum | tuple | View)):
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a structure")
        return found
