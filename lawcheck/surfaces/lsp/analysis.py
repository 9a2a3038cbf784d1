"""What is known of one version of a document."""

from dataclasses import dataclass, field
from functools import cached_property

from lsprotocol import types

from lawcheck import pipeline
from lawcheck.errors import SourceError
from lawcheck.fixing.fixer import Mended
from lawcheck.reading.storage import limit_size
from lawcheck.rulebook.findings import Issue
from lawcheck.running.configuration.layering import Options
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
    options: Options
    positions: Positions
    diagnostics: list[Issue] = field(default_factory=list)
    complaint: str = ""

    @cached_property
    def document(self) -> Document:
        """The structure."""
        return pipeline.parse(self.source, self.options.kind)

    @cached_property
    def mended(self) -> Mended:
        """The text after all safe fixes."""
        return pipeline.mend(self.source, self.options.rules, self.options.kind, self.options.settings)


def analyse(
    version: OpenVersion, configurations: Configurations, encoding: types.PositionEncodingKind
) -> Analysis | None:
    """Checks a document; None where it is no text."""
    source = version.source
    if source is None:
        return None
    options, wanted, complaint = configurations.of(version.path)
    positions = Positions(source.text, encoding)
    try:
        limit_size(source.text.encode(), version.path)
    except SourceError as error:
        return Analysis(version, source, options, positions, complaint=error.in_language(options.language))
    diagnostics: list[Issue] = []
    if wanted:
        diagnostics = pipeline.check(
            source, options.rules, options.kind, options.language, options.settings
        ).diagnostics
    return Analysis(version, source, options, positions, diagnostics, complaint)
