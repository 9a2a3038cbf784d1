"""A document compared with its earlier revision."""

from lawcheck.comparison.review import review
from lawcheck.readers.files import read_stream
from lawcheck.reporters.comparison.html import compare_html
from lawcheck.reporters.words import word
from lawcheck.web.work import Job


def compared(job: Job, name: str, data: bytes) -> tuple[str, str]:
    """What is said of the comparison with this older revision, and the page that shows it."""
    options = job.options
    old, new = read_stream(data, name), read_stream(job.version.data, job.name)
    reviewed = review(old, new, options.rules, options.kind, options.language, options.settings)
    changes = len(reviewed.comparison.changes)
    said = word("changes", job.language, count=changes) if changes else word("no-changes", job.language)
    return said, compare_html(reviewed, job.language)
