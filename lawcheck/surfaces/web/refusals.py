"""What the page is told when something cannot be done, each with its status of HTTP."""

from typing import ClassVar

from lawcheck.errors import LawcheckError


class RefusedError(LawcheckError):
    """Something cannot be done with a document as it is."""

    status: ClassVar[int] = 422


class UnknownError(RefusedError):
    """There is no such document, or nothing of that name can be done."""

    status = 404


class TooLargeError(RefusedError):
    """More was sent than is taken."""

    status = 413


class StoppedError(RefusedError):
    """What was to be done took too long, or the process that did it has died of it."""

    status = 503


class FaultError(RefusedError):
    """A fault of lawcheck itself has come to light."""

    status = 500
