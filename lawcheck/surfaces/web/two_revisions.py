"""A document beside another one: beside its earlier revision, or beside those of a superior."""

from collections.abc import Callable
from importlib.util import find_spec

from lawcheck import pipeline
from lawcheck.comparing.coverage.cover import cover
from lawcheck.comparing.coverage.measures import CoveredFile
from lawcheck.comparing.review import review
from lawcheck.reading.files import read_stream
from lawcheck.reporting.comparison.compare_html import compare_html
from lawcheck.reporting.comparison.compare_table import COMPARED_COLUMNS, compared_table
from lawcheck.reporting.coverage.cover_convert import summary_line
from lawcheck.reporting.coverage.cover_html import cover_html
from lawcheck.reporting.table_docx import table_docx
from lawcheck.reporting.words import word
from lawcheck.surfaces.web.drafts import Beside
from lawcheck.surfaces.web.work import WorkJob


def compared(job: WorkJob, name: str, data: bytes) -> Beside:
    """The comparison with this older revision."""
    language = job.language
    reviewed = review(read_stream(data, name), read_stream(job.version.data, job.name), job.held.options)
    changes = len(reviewed.comparison.changes)
    said = word("changes", language, count=changes) if changes else word("no-changes", language)
    table, widths, title = (
        compared_table(reviewed, language),
        list(COMPARED_COLUMNS.values()),
        word("compare", language),
    )
    files = {"html": compare_html(reviewed, language).encode(), "docx": table_docx(title, table, widths)}
    if _has_xlsx():
        from lawcheck.reporting.xlsx import Sheet, workbook  # of an extra

        files["xlsx"] = workbook([Sheet(title, table, widths)], language)
    return Beside("compare", said, files)


def covered(job: WorkJob, name: str, data: bytes) -> Beside:
    """How this superior document is taken up."""
    language, held = job.language, job.held
    superior, own = (
        CoveredFile(called, pipeline.parse(read_stream(content, called), held.kind))
        for called, content in ((name, data), (job.name, job.version.data))
    )
    coverage = cover([superior], own)
    files = {"html": cover_html(coverage, language).encode()}
    if _has_xlsx():
        from lawcheck.reporting.coverage.cover_xlsx import cover_xlsx  # of an extra

        files["xlsx"] = cover_xlsx(coverage, language)
    return Beside("cover", summary_line(coverage, language), files)


def _has_xlsx() -> bool:
    return find_spec("xlsxwriter") is not None


WAYS: dict[str, Callable[[WorkJob, str, bytes], Beside]] = {"compare": compared, "cover": covered}
