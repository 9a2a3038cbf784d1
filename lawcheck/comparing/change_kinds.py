"""The ways in which a passage can change; light, for what only shows them."""

from enum import StrEnum


class ChangeKind(StrEnum):
    """One way in which a passage has changed. A merged one went into another, a split one came out of another."""

    ADDED = "added"
    REMOVED = "removed"
    MERGED = "merged"
    SPLIT = "split"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    UNITS = "units"
    UNIT_ORDER = "unit-order"
    DEADLINES = "deadlines"
    TARGETS = "targets"
    MODALITY = "modality"
    EXCEPTIONS = "exceptions"
    REFERENCES = "references"
    RENAMED = "renamed"
    REWORDED = "reworded"
