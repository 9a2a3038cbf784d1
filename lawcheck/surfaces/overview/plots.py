"""Plots as SVG, drawn by matplotlib; letters are left to the fonts of the reader."""

import io
import logging
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager

from lawcheck.reporting.excerpt import clipped, visible
from lawcheck.surfaces.overview.totals import TotalsRow

# Its complaints about its cache and about fonts that it does not need are not for the user.
logging.getLogger("matplotlib").setLevel(logging.CRITICAL)
# It reads a configuration file of its own from the current folder, which may be anybody's.
with chdir(sys.prefix):
    import matplotlib as mpl
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle
    from matplotlib.ticker import MaxNLocator

# The most bars of a plot; the table has them all.
MOST_BARS = 30
# Lengths in points, in which a plot is as wide as a telephone, so that it can be read there as well.
_WIDTH = 330
_ROW, _BAR, _LEGEND = 34, 13, 30
_TIME_HEIGHT = 230
_POINTS_PER_INCH = 72
_LABEL_COLUMNS = 45
_TEXT, _LINE = "#1a1a1a", "#767676"
# Dark enough beside white, and told apart by their hatching too.
SEVERITY_COLOURS = ("#a8201a", "#8a5a00", "#2b6299")
DUTY_COLOURS = ("#2b6299", "#2f6e3b", "#74478a")
_HATCHES = ("", "///", "---")
_LEGEND_STEP = 108
# Months between two marks of the time line, few enough to be read.
_TICK_MONTHS = (3, 6, 12, 24, 60, 120, 240, 600, 1200)
_MOST_TICKS = 6
_NUMBERED_MONTHS = 12


def bars(rows: Sequence[TotalsRow], columns: Sequence[tuple[str, str]]) -> bytes:
    """A horizontal bar for each of the first rows, in pieces by column, under its label and number.

    A column is a name and a colour.
    """
    shown = rows[:MOST_BARS]
    height = _LEGEND + len(shown) * _ROW
    with _figure(height) as figure:
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set(xlim=(0, _WIDTH), ylim=(height, 0))
        _legend(axes, columns)
        longest = max((sum(row.counts) for row in shown), default=0)
        for index, row in enumerate(shown):
            top = _LEGEND + index * _ROW
            axes.text(1, top + 13, _label(row), color=_TEXT)
            axes.text(_WIDTH - 1, top + 13, str(row.total), color=_TEXT, ha="right")
            left = 1.0
            for piece, count in enumerate(row.counts):
                width = count * (_WIDTH - 2) / max(longest, 1)
                axes.add_patch(_piece((left, top + 17, width), piece, columns[piece][1]))
                left += width
        return _svg(figure)


def _label(row: TotalsRow) -> str:
    """What stands above a bar; of a long path the end, which tells files apart."""
    text = visible(" ".join(filter(None, (row.label, row.about))))
    return clipped(text, _LABEL_COLUMNS) if row.about else clipped(text[::-1], _LABEL_COLUMNS)[::-1]


def time_line(rows: Sequence[TotalsRow]) -> bytes:
    """A bar for each month in which something is due, along the time."""
    months = [_month(row.label) for row in rows]
    # Two years at least, so that a few bars do not fill the plot.
    margin = max(2, (24 - (months[-1] - months[0])) // 2)
    first, last = months[0] - margin, months[-1] + margin
    step = next(step for step in _TICK_MONTHS if (last - first) / step <= _MOST_TICKS)
    ticks = range(-(-first // step) * step, last + 1, step)
    with _figure(_TIME_HEIGHT) as figure:
        axes = figure.add_axes((0.12, 0.14, 0.84, 0.76))
        found = axes.bar(months, [row.total for row in rows], color=DUTY_COLOURS[0])
        if len(rows) <= _NUMBERED_MONTHS:
            axes.bar_label(found, color=_TEXT)
        axes.set_xlim(first - 0.5, last + 0.5)
        axes.set_xticks(ticks, [f"{tick // 12}-{tick % 12 + 1:02}" for tick in ticks])
        axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
        axes.tick_params(colors=_TEXT)
        axes.spines[["top", "right"]].set_visible(False)
        axes.spines[["left", "bottom"]].set_color(_LINE)
        return _svg(figure)


def _month(name: str) -> int:
    """A month of the calendar (2025-06) as a number, so that there is 1 between neighbours."""
    year, month = name.split("-")
    return int(year) * 12 + int(month) - 1


@contextmanager
def _figure(height: int) -> Iterator[Figure]:
    """An empty figure, while all settings are the library's own and ours."""
    with mpl.rc_context(), warnings.catch_warnings():
        mpl.rcdefaults()
        mpl.rc("svg", fonttype="none", hashsalt="lawcheck")
        mpl.rc("font", size=12)
        mpl.rc("hatch", linewidth=0.8, color="white")
        mpl.rc("text", parse_math=False)  # a $ in a name begins no formula
        # It measures with a font that has no Chinese; nothing is placed by what it measures.
        warnings.filterwarnings("ignore", message="Glyph")
        yield Figure(figsize=(_WIDTH / _POINTS_PER_INCH, height / _POINTS_PER_INCH))


def _legend(axes: Axes, columns: Sequence[tuple[str, str]]) -> None:
    for index, (name, colour) in enumerate(columns):
        left = 1 + index * _LEGEND_STEP
        axes.add_patch(_piece((left, 4, _BAR), index, colour))
        axes.text(left + 19, 15, name, color=_TEXT)


def _piece(place: tuple[float, float, float], index: int, colour: str) -> Rectangle:
    """A piece of a bar from its left, top and width."""
    left, top, width = place
    hatch = _HATCHES[index] if width else None
    return Rectangle((left, top), width, _BAR, facecolor=colour, hatch=hatch, edgecolor="white", linewidth=0.8)


def _svg(figure: Figure) -> bytes:
    written = io.BytesIO()
    # Without the date, the same figures make the same picture.
    figure.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
    return written.getvalue()
