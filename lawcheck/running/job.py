"""The check of one document, in whatever process it runs."""

import gc
import os
from itertools import count

from lawcheck.checks.checked import Checked
from lawcheck.errors import LawcheckError, SourceError, fault_words
from lawcheck.reading import FileContent
from lawcheck.reading.storage import printable
from lawcheck.records import dataclass, field
from lawcheck.running.configuration.layering import Resolved

Outcome = Checked | SourceError
# An outcome as another process hands it over: `record.pack` has made bytes of what was found.
Packed = bytes | SourceError

# Documents between two collections of garbage.
_COLLECT_EVERY = 64
_done = count(1)


@dataclass(frozen=True, slots=True)
class Job:
    """A document that is to be checked, and what holds for it."""

    path: str
    content: FileContent
    resolved: Resolved
    original: bool = False


@dataclass(slots=True, eq=False)
class Chunk:
    """Documents that go to a process together, and the outcomes of the first ones so far."""

    jobs: list[Job] = field(default_factory=list)
    size: int = 0
    sent: bool = False
    outcomes: list[Outcome | Packed] = field(default_factory=list)

    @property
    def waiting(self) -> list[Job]:
        """The documents of which nothing is known yet."""
        return self.jobs[len(self.outcomes) :]


def usable_processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def check_job(job: Job) -> Outcome:
    """The outcome of a document; one that cannot be read or checked must not cost the others."""
    # Takes long to import, and a run that knows everything from before does without.
    from lawcheck import pipeline

    try:
        source = job.content.source(job.path, job.original)
        job.content.release()
        return pipeline.check(source, job.resolved.options)
    except SourceError as error:
        return error
    except LawcheckError:  # of the call or its configuration, which are wrong for the others too
        raise
    except Exception as error:
        return fault(job.path, error)
    finally:
        collect()


def fault(path: str, error: Exception) -> SourceError:
    """What is said of a document that brought a fault of lawcheck itself to light."""
    return SourceError(printable(path), fault_words(error))


def collect() -> None:
    """Collects garbage between documents, now and then, where that is not done all the time."""
    if next(_done) % _COLLECT_EVERY == 0 and not gc.isenabled():
        gc.collect()
        gc.freeze()  # what is left now lasts, and need not be looked at again
