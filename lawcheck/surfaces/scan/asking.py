"""Questions to a dataset: SQL over its tables, ready reports, and samples of findings to be read."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow as pa
from pyarrow import dataset

from lawcheck.errors import UsageError, Words
from lawcheck.reading.storage import is_folder
from lawcheck.records import dataclass
from lawcheck.surfaces.scan.dataset import TABLES, schema_of

_COPIES = 0.8
_BANDS, _BAND = 16, 4


@dataclass(frozen=True, slots=True)
class Answer:
    """The names of the columns and the rows of an answer."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


class Dataset:
    """A dataset that `lawcheck scan` has written; raises UsageError when the folder is none.

    SQL sees its tables and nothing else: no file, no network, no extension.
    """

    def __init__(self, folder: str) -> None:
        root = Path(folder)
        if not is_folder(root / "documents"):
            raise UsageError(
                Words(f"{folder}：不是 lawcheck scan 写出的数据集", f"{folder}: is no dataset of lawcheck scan")
            )
        # What does not fit into memory goes to a folder that ends with this object, and not to the current one.
        self._spilled = TemporaryDirectory(prefix="lawcheck-query-")
        self._connection = duckdb.connect(":memory:", config={"temp_directory": self._spilled.name})
        for table in TABLES:
            # Files in the making are called otherwise.
            files = sorted(str(path) for path in (root / table).glob("part-*.parquet"))
            self._connection.register(table, dataset.dataset(files, schema=schema_of(table), format="parquet"))
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    def ask(self, sql: str, parameters: Sequence[Any] = ()) -> Answer:
        """The answer to a question in SQL; raises UsageError for what cannot be answered."""
        try:
            found = self._connection.execute(sql, list(parameters))
            if not found.description:
                return Answer((), ())
            rows = tuple(tuple(row) for row in found.fetchall())
        except (duckdb.Error, pa.ArrowException) as error:
            why = str(error).strip().splitlines()[0]
            raise UsageError(Words(f"不能回答：{why}", f"cannot be answered: {why}")) from error
        return Answer(tuple(column[0] for column in found.description), rows)

    def report(self, name: str) -> Answer:
        """One of the ready reports."""
        return self.ask(REPORTS[name][0])

    def sample(self, count: int, rule: str, seed: int) -> Answer:
        """So many findings, drawn at random with a seed, with the text around them; of one rule, or of all ("")."""
        return self.ask(_SAMPLE, [rule, rule, seed, count])


_SAMPLE = """
SELECT document, line, code, severity, before || '⟦' || found || '⟧' || after AS context, message
FROM findings WHERE (? = '' OR code = ?)
ORDER BY hash(document || '#' || "offset" || '#' || code || '#' || ?), document, "offset" LIMIT ?
"""

# Copies count once: of documents with the same content the first one is taken.
_ONCE = """
once AS (SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY sha256 ORDER BY document) AS copy
         FROM documents WHERE error IS NULL) WHERE copy = 1)
"""
_KEYS = ", ".join(
    f"hash({', '.join(f'signature[{band * _BAND + at}]' for at in range(1, _BAND + 1))}) AS key{band}"
    for band in range(_BANDS)
)
_SAME = " UNION ALL ".join(
    f"SELECT list(row) AS rows FROM keys GROUP BY key{band} HAVING count(*) > 1" for band in range(_BANDS)
)
REPORTS: dict[str, tuple[str, Words]] = {
    "rules": (
        f"""WITH {_ONCE}
        SELECT code, any_value(findings.name) AS name, any_value(severity) AS severity, count(*) AS findings,
               count(DISTINCT document) AS documents,
               round(10000.0 * count(*) / (SELECT greatest(sum(characters), 1) FROM once), 3) AS per_10000_characters
        FROM findings JOIN once USING (document) GROUP BY code ORDER BY findings DESC, code""",
        Words("各规则的问题数", "findings by rule"),
    ),
    "units": (
        """SELECT unit, count(*) FILTER (role = 'lead') AS lead, count(*) FILTER (role = 'responsible') AS responsible,
               count(*) FILTER (role = 'participants') AS participants, count(*) AS tasks,
               count(DISTINCT document) AS documents
        FROM (SELECT document, 'lead' AS role, unnest(lead) AS unit FROM tasks
              UNION ALL SELECT document, 'responsible', unnest(responsible) FROM tasks
              UNION ALL SELECT document, 'participants', unnest(participants) FROM tasks)
        GROUP BY unit ORDER BY tasks DESC, unit""",
        Words("各单位的任务数", "tasks by unit"),
    ),
    "documents": (
        """SELECT document, title, kind, characters, errors, warnings, findings - errors - warnings AS infos, error
        FROM documents ORDER BY error IS NULL, errors DESC, warnings DESC, document""",
        Words("各文件的问题数和未能检查的原因", "findings by document, and why some were not checked"),
    ),
    "years": (
        f"""WITH {_ONCE}
        SELECT year, count(*) AS documents, sum(characters) AS characters, sum(findings) AS findings,
               sum(errors) AS errors, sum(warnings) AS warnings,
               round(10000.0 * sum(errors + warnings) / greatest(sum(characters), 1), 3) AS per_10000_characters
        FROM once GROUP BY year ORDER BY year NULLS LAST""",
        Words("各年份的文件和问题", "documents and findings by year"),
    ),
    "citations": (
        """SELECT title, count(*) AS citations, count(DISTINCT document) AS documents,
               count(*) FILTER (state = 'repealed') AS repealed, count(*) FILTER (state = 'different') AS different
        FROM citations WHERE title <> '' GROUP BY title ORDER BY citations DESC, title""",
        Words("被引用的文件", "what is cited"),
    ),
    "near-duplicates": (
        # Documents that agree in one of the bands of their signatures are compared as a whole. Bands are compared one
        # after another, each as one number, and rows by their numbers: strings and lists would take ten times as long.
        f"""WITH first AS MATERIALIZED (SELECT sha256, min(document) AS document, count(*) AS copies
                                    FROM documents WHERE error IS NULL GROUP BY sha256),
        keys AS MATERIALIZED (SELECT row_number() OVER () AS row, document, {_KEYS}
                              FROM documents SEMI JOIN first USING (document) WHERE signature IS NOT NULL),
        same AS (SELECT row_number() OVER () AS same, rows FROM ({_SAME})),
        members AS MATERIALIZED (SELECT same, unnest(rows) AS row FROM same),
        pairs AS (SELECT DISTINCT a.row AS one, b.row AS other FROM members a JOIN members b USING (same)
                  WHERE a.row < b.row),
        named AS MATERIALIZED (SELECT least(a.document, b.document) AS one,
                                      greatest(a.document, b.document) AS other
                               FROM pairs JOIN keys a ON a.row = pairs.one JOIN keys b ON b.row = pairs.other),
        signed AS MATERIALIZED (SELECT document, signature FROM documents
                                WHERE document IN (SELECT one FROM named UNION SELECT other FROM named)),
        near AS (SELECT one, other,
                        len([i FOR i IN range(1, {_BANDS * _BAND + 1}) IF o.signature[i] = t.signature[i]])
                        / {_BANDS * _BAND}.0 AS alike
                 FROM named JOIN signed o ON o.document = one JOIN signed t ON t.document = other)
        SELECT one, other, round(alike, 2) AS alike FROM near WHERE alike >= {_COPIES}
        UNION ALL
        SELECT first.document, copied.document, 1.0 FROM first JOIN documents copied USING (sha256)
        WHERE copies > 1 AND copied.document <> first.document AND copied.error IS NULL
        ORDER BY alike DESC, one, other""",
        Words("内容相同或者几乎相同的文件", "documents that are copies of one another, or nearly"),
    ),
}
