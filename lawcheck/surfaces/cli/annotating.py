"""`lawcheck annotate`: the findings in a copy of the Word file."""

from datetime import datetime

from lawcheck import pipeline
from lawcheck.errors import SourceError
from lawcheck.reading.files import is_office_name
from lawcheck.reading.storage import printable
from lawcheck.reading.word.package import Package
from lawcheck.reading.word.word_text import read_text
from lawcheck.reporting.annotation.annotate import Fixes, Manner
from lawcheck.reporting.annotation.annotate import annotate as written
from lawcheck.reporting.words import word
from lawcheck.rulebook.findings import CRASH_CODE
from lawcheck.rulebook.messages import CRASH_WORDS
from lawcheck.rulebook.worded import worded
from lawcheck.running.configuration.finder import Finder
from lawcheck.surfaces.cli.notes import complain, tell
from lawcheck.surfaces.cli.output import write


def annotate(path: str, output: str, fixes: str, author: str, finder: Finder) -> int:
    """Checks a Word file, writes it with comments and tracked changes and returns the exit status."""
    resolved = finder.resolved(path)
    if is_office_name(path):
        raise SourceError(printable(path), "只能批注 .docx，请先用 Word、WPS 另存为 .docx")
    package = Package.open(path)
    text = read_text(package)
    checked = pipeline.check(text.source(package.path), resolved.options)
    # Word takes the time of its comments for local time, whatever zone they name.
    manner = Manner(author, datetime.now().strftime("%Y-%m-%dT%H:%M:%SZ"), resolved.language, Fixes(fixes))
    rules = {rule.code: rule for rule in resolved.rules}
    result = written(package, text, checked.diagnostics, rules, manner)
    package.save(output, result.replaced, result.added)
    counts = {"comments": result.comments, "changes": result.changes}
    write(word("annotated", resolved.language, path=printable(output), **counts) + "\n")
    if package.is_signed and (result.replaced or result.added):
        tell(f"{printable(output)}：{word('signed', resolved.language)}")
    if result.left:
        tell(word("comments-left", resolved.language, count=result.left))
    crashes = [d for d in checked.diagnostics if d.code == CRASH_CODE]
    for crash in crashes:
        complain(worded(crash, CRASH_WORDS, resolved.language).message)
    return 2 if crashes else 0
