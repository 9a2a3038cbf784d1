"""What was written into files: the results of the Python functions that write."""

from lawcheck.reporting.report import Model


class FixedFile(Model):
    """A file after its fixes: how many edits of each rule were made, by code; `left` could not be made in it."""

    path: str
    fixes: dict[str, int]
    left: int

    @property
    def count(self) -> int:
        """How many edits were made."""
        return sum(self.fixes.values())


class AnnotatedFile(Model):
    """A Word file with findings in it: how many comments and tracked changes; `left` places have no comment."""

    path: str
    comments: int
    changes: int
    left: int
