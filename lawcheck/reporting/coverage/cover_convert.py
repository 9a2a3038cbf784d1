"""From the coverage of superior documents to the models of its report, and to the words that people read of it."""

from collections import Counter
from collections.abc import Iterator

from lawcheck.comparing.coverage.cover import Coverage, CoverageLink, Degree
from lawcheck.comparing.coverage.measures import Measure
from lawcheck.reporting.coverage.cover_report import AlteredEntry, CoverLink, CoverReport, OwnMeasure, SuperiorMeasure
from lawcheck.reporting.report import FileError
from lawcheck.reporting.words import word


def cover_report(coverage: Coverage, language: str, errors: tuple[FileError, ...] = ()) -> CoverReport:
    """The whole report."""
    return CoverReport(
        superior=tuple(_superior(index, measure) for index, measure in enumerate(coverage.superior)),
        own=tuple(_own(index, measure) for index, measure in enumerate(coverage.own)),
        links=tuple(_link(link, language) for link in coverage.links),
        own_only=tuple(own_id(index) for index in coverage.own_only),
        errors=errors,
    )


def own_id(index: int) -> str:
    """How a measure of the own document is called in the report."""
    return f"O{index + 1}"


def _superior_id(index: int) -> str:
    return f"S{index + 1}"


def _superior(index: int, measure: Measure) -> SuperiorMeasure:
    start, end = measure.source_span
    return SuperiorMeasure(
        id=_superior_id(index),
        path=measure.file.path,
        label=measure.label,
        text=measure.text,
        task=measure.is_task,
        offset=start,
        end_offset=end,
    )


def _own(index: int, measure: Measure) -> OwnMeasure:
    start, end = measure.source_span
    return OwnMeasure(
        id=own_id(index),
        path=measure.file.path,
        label=measure.label,
        text=measure.text,
        task=measure.is_task,
        units=measure.units,
        offset=start,
        end_offset=end,
    )


def _link(link: CoverageLink, language: str) -> CoverLink:
    return CoverLink(
        superior=_superior_id(link.superior),
        own=tuple(own_id(index) for index in link.own),
        degree=link.degree,
        lost=link.lost,
        changed=tuple(
            AlteredEntry.model_validate(
                {"what": change.what, "from": change.before, "to": change.after, "weaker": change.weaker}
            )
            for change in link.altered
        ),
        reason=reason(link, language),
    )


def reason(link: CoverageLink, language: str) -> str:
    """Why measures belong together, or that nothing was found."""
    if link.degree is Degree.NONE:
        return word("cover-nothing", language)
    parts = [word("cover-heading", language)] if link.same_heading else []
    if link.words:
        parts.append(word("cover-shared", language, words="、".join(link.words)))
    return ("；" if language == "zh" else "; ").join(parts)


def differences(link: CoverageLink, language: str) -> Iterator[str]:
    """What is changed, then what is missing, each in one line."""
    for change in link.altered:
        key = "cover-weaker" if change.weaker else "cover-changed"
        what = word(f"what-{change.what}", language)
        yield word(key, language, what=what, before=change.before, after=change.after or word("nowhere", language))
    if link.lost:
        yield word("cover-lost", language, words="、".join(link.lost))


def summary_line(coverage: Coverage, language: str) -> str:
    """How many measures are taken up, and how far."""
    counts = Counter(link.degree for link in coverage.links)
    degrees = {str(degree): counts[degree] for degree in Degree}
    return word("cover-summary", language, tasks=len(coverage.links), only=len(coverage.own_only), **degrees)
