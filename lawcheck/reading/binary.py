"""Tells files that are not text from those that are."""

from lawcheck.errors import Words

# The first bytes of what people take for documents, and what it is.
_SIGNATURES = (
    (b"GIF8", Words("是图片（GIF）", "is a picture (GIF)")),
    (b"\x1f\x8b\x08", Words("是压缩文件（gzip）", "is an archive (gzip)")),
    (b"7z\xbc\xaf\x27\x1c", Words("是压缩文件（7z）", "is an archive (7z)")),
    (b"Rar!\x1a\x07", Words("是压缩文件（RAR）", "is an archive (RAR)")),
    (b"\x7fELF", Words("是程序文件", "is a program")),
    (b"SQLite format 3\x00", Words("是数据库文件", "is a database")),
)
_ZIP = b"PK\x03\x04"
_ZIP_MEMBERS = (
    (b"xl/", Words("是 Excel 文件（.xlsx）", "is an Excel file (.xlsx)")),
    (b"ppt/", Words("是 PPT 文件（.pptx）", "is a PowerPoint file (.pptx)")),
)
# Files of word processors, by what they begin with.
_OFFICE = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf", "rtf"),
)
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_ODT_WITHIN = 200
_LAYOUT = frozenset(b"\t\n\v\f\r\x1a")
_CONTROLS = bytes(b for b in range(32) if b not in _LAYOUT) + b"\x7f"
_MOST_CONTROLS = 0.02


def office_format(data: bytes) -> str | None:
    """Which word processor's format this is by its content: "docx", "doc", "odt", "rtf"; None for all else."""
    for signature, name in _OFFICE:
        if data.startswith(signature):
            return name
    if not data.startswith(_ZIP):
        return None
    if _ODT in data[:_ODT_WITHIN]:
        return "odt"
    return "docx" if b"word/" in data else None


def file_type(data: bytes) -> Words | None:
    """What a file is, said to the user, when its first bytes show that it is not text and no document either."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if not data.startswith(_ZIP):
        return None
    for member, name in _ZIP_MEMBERS:
        if member in data:
            return name
    return Words("是压缩文件（zip）", "is an archive (zip)")


def has_many_controls(data: bytes) -> bool:
    """Whether so many bytes are control characters that it cannot be text (in an encoding that extends ASCII)."""
    return len(data) - len(data.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(data)
