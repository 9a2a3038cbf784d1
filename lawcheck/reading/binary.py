"""Tells files that are not text from those that are."""

# The first bytes of what people take for documents, and what it is.
_SIGNATURES = (
    (b"%PDF-", "是 PDF 文件"),
    (b"\x89PNG\r\n", "是图片（PNG）"),
    (b"\xff\xd8\xff", "是图片（JPEG）"),
    (b"GIF8", "是图片（GIF）"),
    (b"\x1f\x8b\x08", "是压缩文件（gzip）"),
    (b"7z\xbc\xaf\x27\x1c", "是压缩文件（7z）"),
    (b"Rar!\x1a\x07", "是压缩文件（RAR）"),
    (b"\x7fELF", "是程序文件"),
    (b"SQLite format 3\x00", "是数据库文件"),
)
_ZIP = b"PK\x03\x04"
_ZIP_MEMBERS = (
    (b"xl/", "是 Excel 文件（.xlsx）"),
    (b"ppt/", "是 PPT 文件（.pptx）"),
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


def file_type(data: bytes) -> str | None:
    """What a file is, said to the user, when its first bytes show that it is not text and no document either."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if not data.startswith(_ZIP):
        return None
    for member, name in _ZIP_MEMBERS:
        if member in data:
            return name
    return "是压缩文件（zip）"


def has_many_controls(data: bytes) -> bool:
    """Whether so many bytes are control characters that it cannot be text (in an encoding that extends ASCII)."""
    return len(data) - len(data.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(data)
