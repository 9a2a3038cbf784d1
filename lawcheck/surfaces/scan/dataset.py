"""The dataset that a scan writes: its tables, what their columns hold, and how rows become Parquet files.

Every table is a folder of the dataset with a file for each partition. Offsets are code points of a document's text;
`document` is the id that joins the tables.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lawcheck.errors import Words

Row = dict[str, Any]
# One file for each partition; the tables that ask most of a reader's memory have small pages all the same.
_ROWS_IN_GROUP = 20_000

# By table, by column: its type, and what it holds.
TABLES: Mapping[str, Mapping[str, tuple[pa.DataType, Words]]] = {
    "documents": {
        "document": (
            pa.string(),
            Words("文件编号：路径、压缩包内的路径或者行号", "id: path, path in an archive, or row"),
        ),
        "name": (pa.string(), Words("文件名称", "what it is called")),
        "bytes": (pa.int64(), Words("字节数", "its size in bytes")),
        "characters": (pa.int64(), Words("字数（码位）", "its length in code points")),
        "sha256": (pa.string(), Words("内容的摘要", "the digest of its content")),
        "kind": (pa.string(), Words("文种：plan、official、statute", "plan, official or statute")),
        "scanned": (pa.bool_(), Words("是否作为扫描识别件检查", "whether it was checked as a scan")),
        "title": (pa.string(), Words("标题", "title")),
        "genre": (pa.string(), Words("标题中的文种", "the genre that its title names")),
        "issuer": (pa.string(), Words("发文机关", "who issued it")),
        "number": (pa.string(), Words("发文字号", "document number")),
        "date": (pa.string(), Words("成文日期", "the date that it was signed on")),
        "year": (pa.int32(), Words("成文日期或者发文字号的年份", "the year of its date or number")),
        "sections": (pa.int32(), Words("标题和条款数", "headings, items and articles")),
        "tasks": (pa.int32(), Words("任务数", "tasks")),
        "citations": (pa.int32(), Words("引用数", "references")),
        "findings": (pa.int32(), Words("问题数", "findings")),
        "errors": (pa.int32(), Words("其中错误", "those that are errors")),
        "warnings": (pa.int32(), Words("其中警告", "those that are warnings")),
        "signature": (pa.list_(pa.int64()), Words("文字的 MinHash 签名", "the MinHash signature of its text")),
        "error": (pa.string(), Words("未能检查的原因；检查过的为空", "why it was not checked; null where it was")),
    },
    "findings": {
        "document": (pa.string(), Words("文件编号", "id of the document")),
        "code": (pa.string(), Words("规则编号", "code of the rule")),
        "name": (pa.string(), Words("规则名称", "name of the rule")),
        "severity": (pa.string(), Words("error、warning 或 info", "error, warning or info")),
        "message": (pa.string(), Words("说明", "message")),
        "offset": (pa.int64(), Words("起点", "where it begins")),
        "end_offset": (pa.int64(), Words("终点（不含）", "its exclusive end")),
        "line": (pa.int32(), Words("行", "line")),
        "column": (pa.int32(), Words("列", "column")),
        "places": (pa.int32(), Words("同一原因的处数", "places of one cause")),
        "before": (pa.string(), Words("上文", "the text before it")),
        "found": (pa.string(), Words("所指文字", "the text itself")),
        "after": (pa.string(), Words("下文", "the text after it")),
        "fix": (pa.string(), Words("改法：safe、unsafe 或者空", "its fix: safe, unsafe or null")),
    },
    "tasks": {
        "document": (pa.string(), Words("文件编号", "id of the document")),
        "number": (pa.int64(), Words("编号", "number")),
        "part": (pa.int32(), Words("条内第几项措施", "which measure of its item")),
        "section": (pa.string(), Words("所在部分", "the section that it stands in")),
        "subsection": (pa.string(), Words("所在小节", "the subsection")),
        "summary": (pa.string(), Words("任务", "what is to be done")),
        "lead": (pa.list_(pa.string()), Words("牵头单位", "lead units")),
        "participants": (pa.list_(pa.string()), Words("参加单位", "participants")),
        "responsible": (pa.list_(pa.string()), Words("责任单位", "responsible units")),
        "deadlines": (pa.list_(pa.string()), Words("时限", "deadlines as written")),
        "due": (pa.string(), Words("最早的时限（日期）", "the earliest of them as a date")),
        "offset": (pa.int64(), Words("起点", "where it begins")),
        "end_offset": (pa.int64(), Words("终点（不含）", "its exclusive end")),
    },
    "sections": {
        "document": (pa.string(), Words("文件编号", "id of the document")),
        "depth": (pa.int32(), Words("深度，从 0 起", "depth, from 0")),
        "level": (pa.string(), Words("层次", "level")),
        "marker": (pa.string(), Words("序号", "ordinal as written")),
        "number": (pa.int64(), Words("序号的数值", "the value of its ordinal")),
        "title": (pa.string(), Words("标题", "heading")),
        "offset": (pa.int64(), Words("起点", "where it begins")),
        "end_offset": (pa.int64(), Words("终点（不含）", "its exclusive end")),
    },
    "citations": {
        "document": (pa.string(), Words("文件编号", "id of the document")),
        "title": (pa.string(), Words("所引文件名称", "title of what is cited")),
        "number": (pa.string(), Words("所引文件字号", "its number")),
        "places": (pa.list_(pa.string()), Words("条款项", "articles, paragraphs and items")),
        "state": (pa.string(), Words("核对结果", "how it stands")),
        "offset": (pa.int64(), Words("起点", "where it begins")),
        "end_offset": (pa.int64(), Words("终点（不含）", "its exclusive end")),
    },
}


@cache
def schema_of(table: str) -> pa.Schema:
    """The Arrow schema of a table."""
    return pa.schema([(name, kind) for name, (kind, _) in TABLES[table].items()])


def parquet_bytes(table: str, rows: Sequence[Row]) -> bytes:
    """These rows as a Parquet file; the same rows are the same bytes."""
    written = pa.BufferOutputStream()
    pq.write_table(
        pa.Table.from_pylist(list(rows), schema=schema_of(table)),
        written,
        compression="zstd",
        row_group_size=_ROWS_IN_GROUP,
    )
    return written.getvalue().to_pybytes()  # type: ignore[no-any-return]
