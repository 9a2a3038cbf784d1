"""An answer as a table, as CSV, as JSON, or as a page with a plot."""

import csv
import io
import json
from base64 import b64encode
from numbers import Real
from typing import Any

from lawcheck.reporting.excerpt import visible
from lawcheck.reporting.page import page
from lawcheck.reporting.table import table
from lawcheck.reporting.task_table import harmless_cell
from lawcheck.surfaces.scan.asking import Answer

_WIDEST = 60


def answer_table(answer: Answer) -> str:
    """The rows for people."""
    rows = [[_shown(value) for value in row] for row in answer.rows]
    return "".join(f"{line}\n" for line in table(answer.columns, rows, [_WIDEST] * len(answer.columns)))


def answer_csv(answer: Answer) -> str:
    """The rows for a spreadsheet, with the byte order mark that makes Excel read UTF-8."""
    written = io.StringIO()
    written.write("\ufeff")
    writer = csv.writer(written)
    writer.writerow(answer.columns)
    writer.writerows([harmless_cell(_shown(value)) for value in row] for row in answer.rows)
    return written.getvalue()


def answer_json(answer: Answer) -> str:
    """The rows as objects."""
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2, default=str) + "\n"


def answer_html(answer: Answer, title: str, language: str) -> str:
    """The rows as a page, with a plot of the first ones where they have a name and a number."""
    return page(
        "lawcheck.surfaces.scan",
        "answer.html",
        "answer.css",
        language,
        heading=title,
        columns=[(visible(name), _is_number(answer, index)) for index, name in enumerate(answer.columns)],
        rows=[[visible(_shown(value)) for value in row] for row in answer.rows],
        picture=_picture(answer),
    )


def _picture(answer: Answer) -> str:
    """A bar for each of the first rows; "" where there is nothing to be drawn."""
    number = next((index for index in range(len(answer.columns)) if _is_number(answer, index)), None)
    if not number or not answer.rows:
        return ""
    from lawcheck.surfaces.overview.plots import SEVERITY_COLOURS, bars
    from lawcheck.surfaces.overview.totals import TotalsRow

    counts = [(_shown(row[0]), int(row[number] or 0)) for row in answer.rows]
    rows = [TotalsRow(visible(name), (count,), count) for name, count in counts]
    svg = bars(rows, [(answer.columns[number], SEVERITY_COLOURS[-1])])
    return f"data:image/svg+xml;base64,{b64encode(svg).decode()}"


def _is_number(answer: Answer, column: int) -> bool:
    values = [row[column] for row in answer.rows if row[column] is not None]
    return bool(values) and all(isinstance(value, Real) and not isinstance(value, bool) for value in values)


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return "、".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
