"""What is known of one version of a document."""

from functools import cached_property

from lsprotocol import types

from lawcheck import pipeline
from lawcheck.checks.checked import Checked
from lawcheck.errors import SourceError
from lawcheck.fixing.fixer import Fixed
from lawcheck.reading.storage import limit_size
from lawcheck.records import dataclass
from lawcheck.reporting.told import tell
from lawcheck.rulebook.findings import Issue
from lawcheck.rulebook.worded import Worded
from lawcheck.running.configuration.layering import Resolved
from lawcheck.structure.document import Document
from lawcheck.surfaces.lsp.configurations import Configurations
from lawcheck.surfaces.lsp.open_documents import OpenVersion
from lawcheck.surfaces.lsp.positions import Positions
from lawcheck.text.source import Source


@dataclass(frozen=True)
class Analysis:
    """A version of a document with what was found in it. The rest is worked out when it is asked for, once.

    `complaint` is what the user has to be told: a wrong configuration, or why the document was not checked.
    """

    version: OpenVersion
    source: Source
    resolved: Resolved
    positions: Positions
    checked: Checked | None = None
    complaint: str = ""

    @property
    def diagnostics(self) -> list[Issue]:
        """What was found in it."""
        return self.checked.diagnostics if self.checked else []

    @cached_property
    def document(self) -> Document:
        """The structure."""
        return self.checked.document if self.checked else pipeline.parse(self.source, self.resolved.kind)

    @cached_property
    def fixed(self) -> Fixed:
        """The text after all safe fixes."""
        return pipeline.fix(self.source, self.resolved.options)

    def told(self, found: Issue, number: int) -> Worded:
        """One place of a finding, in the words of the editor's user."""
        return tell(found, self.checked.own_rules if self.checked else (), self.resolved.language, number)


def analyse(
    version: OpenVersion, configurations: Configurations, encoding: types.PositionEncodingKind
) -> Analysis | None:
    """Checks a document; None where it is no text."""
    source = version.source
    if source is None:
        return None
    resolved, wanted, complaint = configurations.of(version.path)
    positions = Positions(source.text, encoding)
    try:
        limit_size(source.text.encode(), version.path)
    except SourceError as error:
        return Analysis(version, source, resolved, positions, complaint=error.in_language(resolved.language))
    checked = pipeline.check(source, resolved.options) if wanted else None
    return Analysis(version, source, resolved, positions, checked, complaint)
