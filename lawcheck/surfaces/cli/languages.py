"""The language of help and of what is wrong with a call: as the call says, or the configuration, or the locale."""

import os
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from lawcheck.errors import LawcheckError

_LANGUAGES = ("zh", "en")
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
# Locales that name no language.
_NEUTRAL = ("", "C", "POSIX")
_SEPARATOR = "\x1f"


def both(zh: str, en: str) -> str:
    """A help text in both languages, as declarations hold it; `chosen` tells them apart when it is shown."""
    return f"{zh}{_SEPARATOR}{en}"


def chosen(text: str, language: str) -> str:
    """A help text in "zh" or "en"."""
    return text.rpartition(_SEPARATOR)[2] if language == "en" else text.partition(_SEPARATOR)[0]


def language_of(words: Sequence[str]) -> str:
    """The language in which a call, whatever is wrong with it, is to be answered."""
    asked = _given(words, "--lang")
    if asked in _LANGUAGES:
        return asked
    return language_configured(_given(words, "--config"), "--isolated" in words) or _of_locale()


def language_configured(config: str | None, isolated: bool) -> str | None:
    """The language that the configuration sets: the file `config`, or the one that holds for this folder."""
    if isolated:
        return None
    from lawcheck.running.configuration.finder import Finder
    from lawcheck.running.configuration.layering import NOTHING_SET

    # What is wrong with a configuration is reported where it is used.
    with suppress(LawcheckError, OSError, ValueError):
        if config:
            from lawcheck.running.configuration.loading import load

            return load(Path(config)).lang
        return Finder(NOTHING_SET).configuration(".").lang
    return None


def _given(words: Sequence[str], option: str) -> str:
    """The last value of an option, "" without one."""
    found = ""
    for word, following in pairwise([*words, ""]):
        if word == "--":
            break
        if word == option:
            found = following
        elif word.startswith(f"{option}="):
            found = word.partition("=")[2]
    return found


def _of_locale() -> str:
    """English where the locale names another language than Chinese."""
    locale = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    name = locale.partition(".")[0].partition("@")[0]
    return "zh" if name in _NEUTRAL or name.lower().startswith("zh") else "en"
