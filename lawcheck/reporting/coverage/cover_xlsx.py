"""How superior documents are taken up, as the table that offices make of it (对照表): a workbook."""

from collections.abc import Sequence

from lawcheck.comparing.coverage.cover import Coverage, CoverageLink
from lawcheck.reporting.coverage.cover_convert import differences, reason
from lawcheck.reporting.ledger import Value
from lawcheck.reporting.words import word
from lawcheck.reporting.xlsx import Sheet, workbook

_WIDTHS = {
    "column-number": 6,
    "column-superior-place": 14,
    "column-superior-text": 46,
    "column-degree": 10,
    "column-own-place": 14,
    "column-own-text": 46,
    "column-units": 22,
    "column-note": 30,
    "column-reason": 26,
}
_ONLY_WIDTHS = {"column-number": 6, "column-own-place": 14, "column-own-text": 70, "column-units": 30}


def cover_xlsx(coverage: Coverage, language: str) -> bytes:
    """The workbook: a sheet with every measure of the superiors, and one with those of the own document only."""
    return workbook(
        [
            _sheet(
                "cover-sheet", _WIDTHS, [_row(coverage, link, n, language) for n, link in _numbered(coverage)], language
            ),
            _sheet("cover-sheet-only", _ONLY_WIDTHS, _only(coverage), language),
        ],
        language,
    )


def _sheet(name: str, widths: dict[str, int], rows: Sequence[Sequence[Value]], language: str) -> Sheet:
    header = [word(key, language) for key in widths]
    return Sheet(word(name, language), [header, *rows], list(widths.values()))


def _numbered(coverage: Coverage) -> list[tuple[int, CoverageLink]]:
    return list(enumerate(coverage.links, 1))


def _row(coverage: Coverage, link: CoverageLink, number: int, language: str) -> list[Value]:
    superior = coverage.superior[link.superior]
    own = [coverage.own[index] for index in link.own]
    place = superior.label if len(coverage.superiors) == 1 else f"{superior.file.path}\n{superior.label}"
    return [
        number,
        place,
        superior.text,
        word(f"degree-{link.degree}", language),
        "\n".join(measure.label for measure in own),
        "\n".join(measure.text for measure in own),
        "\n".join("、".join(measure.units) for measure in own if measure.units),
        "\n".join(differences(link, language)),
        reason(link, language),
    ]


def _only(coverage: Coverage) -> list[list[Value]]:
    measures = (coverage.own[index] for index in coverage.own_only)
    return [[n, m.label, m.text, "、".join(m.units)] for n, m in enumerate(measures, 1)]
