"""What holds for every test."""

import gc
import os
import shutil
from itertools import count

import measured  # before lawcheck is loaded
import pytest
from hypothesis import HealthCheck, settings
from timing import PATIENCE

from lawcheck.running import cache

# What is collected lives to the end of the run: to look for garbage among it takes a quarter of the time of collecting.
gc.disable()
_numbers = count()
# Neither the speed of the machine nor luck decides a test: `make fuzz` looks for new examples.
settings.register_profile("fuzz", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("any machine", settings.get_profile("fuzz"), derandomize=True)
settings.load_profile("any machine")


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory):
    """A cache folder for this run, as the one of the user is left alone; and time for LibreOffice to start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setattr("lawcheck.reading.office.START_SECONDS", float(PATIENCE))
        yield


@pytest.fixture(scope="session", autouse=True)
def locale_without_language():
    """Calls are answered in Chinese, whatever the language of the machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "LC_ALL", "C.UTF-8")
        yield


def pytest_runtest_setup():
    """No test sees what came of a document in another, where rules may have been put in or made to fail."""
    cache.FILE = f"results-{next(_numbers)}.sqlite"


# What only some machines have; `make quick` leaves out the tests that ask for one of these.
_PROGRAMS = ("soffice", "browser")


def pytest_collection_modifyitems(items):
    for item in items:
        if any(program in item.fixturenames for program in _PROGRAMS):
            item.add_marker(pytest.mark.program)
        if "grows_linearly" in getattr(getattr(item.obj, "__code__", None), "co_names", ()):
            item.add_marker(pytest.mark.slow)
        if getattr(item.obj, "is_hypothesis_test", False):
            item.add_marker(pytest.mark.property)


def pytest_collection_finish():
    """From here on garbage is looked for, and not among the tests."""
    gc.freeze()
    gc.enable()


def pytest_sessionfinish():
    measured.write()


@pytest.fixture(scope="session")
def soffice():
    """LibreOffice."""
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: `make test` installs it, or says what to install"
    return program
