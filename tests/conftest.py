"""What holds for every test."""

import os
from itertools import count

import pytest

_numbers = count()


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory):
    """A cache folder for this run: the one of the user is left alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def locale_without_language():
    """Calls are answered in Chinese, whatever the language of the machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "LC_ALL", "C.UTF-8")
        yield


@pytest.fixture(autouse=True)
def no_earlier_results(monkeypatch):
    """No test sees what came of a document in another, where rules may have been put in or made to fail."""
    monkeypatch.setattr("lawcheck.running.cache.FILE", f"results-{next(_numbers)}.sqlite")
