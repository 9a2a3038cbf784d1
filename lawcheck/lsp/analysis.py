"""What is known of one version of a document."""

from dataclasses import dataclass, field
from functools import cached_property

from lsprotocol import types

from lawcheck import pipeline
from lawcheck.configuration.layers import Options
from lawcheck.diagnostics import Diagnostic
from lawcheck.errors import SourceError
from lawcheck.fixer import Mended
from lawcheck.lsp.configured import Configurations
from lawcheck.lsp.documents import Version
from lawcheck.lsp.positions import Positions
from lawcheck.source import Source
from lawcheck.storage import limit_size
from lawcheck.structure.model import Document


@dataclass(frozen=True)
class Analysis:
    """A version of a document with what was found in it. The rest is worked out when it is asked for, once.

    `complaint` is what the user has to be told: a wrong configuration, or why the document was not checked.
    """

    version: Version
    source: Source
    options: Options
    positions: Positions
    diagnostics: list[Diagnostic] = field(default_factory=list)
    complaint: str = ""

    @cached_property
    def document(self) -> Document:
        """The structure."""
        return pipeline.parse(self.source, self.options.kind)

    @cached_property
    def mended(self) -> Mended:
        """The text after all safe fixes."""
        return pipeline.mend(self.source, self.options.rules, self.options.kind, self.options.settings)


def analyse(version: Version, configurations: Configurations, encoding: types.PositionEncodingKind) -> Analysis | None:
    """Checks a document; None where it is no text."""
    source = version.source
    if source is None:
        return None
    options, wanted, complaint = configurations.of(version.path)
    positions = Positions(source.text, encoding)
    try:
        limit_size(source.text.encode(), version.path)
    except SourceError as error:
        return Analysis(version, source, options, positions, complaint=str(error))
    diagnostics: list[Diagnostic] = []
    if wanted:
        diagnostics = pipeline.check(
            source, options.rules, options.kind, options.language, options.settings
        ).diagnostics
    return Analysis(version, source, options, positions, diagnostics, complaint)
