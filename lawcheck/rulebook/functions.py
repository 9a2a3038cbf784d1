"""Where the function is that a rule file names: `family.function` in lawcheck, `module.function` in a rule package."""

import re
from collections.abc import Callable, Collection
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from lawcheck import __version__
from lawcheck.errors import RuleFileError, Words
from lawcheck.reading.resources import PACKAGE, kept, states_of

_DEFINITION = re.compile(r"^def ([a-z]\w*)\(", re.MULTILINE)


def function_of(package: str, name: str) -> Callable[..., Any]:
    """The function `place.function` of a package, where a place is a module or a folder of modules (a family).

    What importing it raises is not caught. Raises RuleFileError where no module of the family defines the function,
    or more than one does.
    """
    place, _, function = name.partition(".")
    found = import_module(f"{package}.{place}")
    if hasattr(found, "__path__"):
        module = _module_with(tuple(found.__path__), name)
        found = found if module == "__init__" else import_module(f"{package}.{place}.{module}")
    result: Callable[..., Any] = getattr(found, function)
    return result


def _module_with(folders: tuple[str, ...], name: str) -> str:
    modules = functions_in(folders).get(name.partition(".")[2], ())
    if len(modules) != 1:
        places = Words("没有定义", "is not defined")
        if modules:
            places = Words(f"不止一处定义：{'、'.join(modules)}", f"is defined more than once: {', '.join(modules)}")
        raise RuleFileError(Words(f"函数 {name} ", f"the function {name} ") + places)
    return modules[0]


@cache
def functions_in(folders: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The public functions that the modules of a family define, each with the names of its modules.

    They are read as text, so that only the module that a rule needs is imported; those of lawcheck are kept between
    runs.
    """
    if not all(Path(folder).is_relative_to(PACKAGE) for folder in folders):
        return _read(folders)
    states = [state for folder in folders for state in states_of(Path(folder))]
    name = "functions-" + "-".join(Path(folder).name for folder in folders)
    return cast(dict[str, tuple[str, ...]], kept(name, [__version__, *states], lambda: _read(folders)))


def _read(folders: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted(file for folder in folders for file in Path(folder).glob("*.py")):
        for name in _DEFINITION.findall(file.read_text(encoding="utf-8")):
            found[name] = (*found.get(name, ()), file.stem)
    return found


def verify_options(function: Callable[..., Any], options: Collection[str]) -> None:
    """Raises RuleFileError where the keywords of a function and the options of its rule differ."""
    import inspect  # of no use where only the rules of lawcheck run

    parameters = inspect.signature(function).parameters.values()
    keywords = [each.name.replace("_", "-") for each in parameters if each.kind is inspect.Parameter.KEYWORD_ONLY]
    if sorted(keywords) != sorted(options):
        name = function.__name__
        zh, zh_options = ("、".join(sorted(each)) or "无" for each in (keywords, options))
        en, en_options = (", ".join(sorted(each)) or "none" for each in (keywords, options))
        raise RuleFileError(
            Words(
                f"函数 {name} 星号（*）后的关键字参数（{zh}）与 options（{zh_options}）不符",
                f"the keywords after the * of the function {name} ({en}) are not its options ({en_options})",
            )
        )
