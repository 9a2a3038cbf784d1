"""A document compared with its earlier revision."""

from lawcheck.comparing.review import review
from lawcheck.reading.files import read_stream
from lawcheck.reporting.comparison.compare_html import compare_html
from lawcheck.reporting.words import word
from lawcheck.surfaces.web.work import WorkJob


def compared(job: WorkJob, name: str, data: bytes) -> tuple[str, str]:
    """What is said of the comparison with this older revision, and the page that shows it."""
    resolved = job.held
    old, new = read_stream(data, name), read_stream(job.version.data, job.name)
    reviewed = review(old, new, resolved.options)
    changes = len(reviewed.comparison.changes)
    said = word("changes", job.language, count=changes) if changes else word("no-changes", job.language)
    return said, compare_html(reviewed, job.language)
