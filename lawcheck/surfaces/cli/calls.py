"""Commands, and what a call gives for their parameters."""

from argparse import SUPPRESS, ArgumentError, ArgumentParser, HelpFormatter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from lawcheck.errors import UsageError, Words
from lawcheck.surfaces.cli.parameters import HELP, Argument, Option, Parameter, wrong_call

_Value = TypeVar("_Value")
_END_OF_OPTIONS = "--"


class Call:
    """What was given; a parameter that was not, or that the command does not have, has its default."""

    def __init__(self, given: dict[Parameter[Any], Any]) -> None:
        self._given = given

    def __getitem__(self, parameter: Parameter[_Value]) -> _Value:
        found: _Value = self._given.get(parameter, parameter.default)
        return found


@dataclass(frozen=True, slots=True)
class Command:
    """What it does, what it can be given, and what it is said to do."""

    run: Callable[[Call], int]
    parameters: tuple[Parameter[Any], ...]
    help: str

    @property
    def arguments(self) -> list[Argument[Any]]:
        """What is given by its place, in this order."""
        return [parameter for parameter in self.parameters if isinstance(parameter, Argument)]

    @property
    def options(self) -> list[Option[Any]]:
        """What is given by its name."""
        return [parameter for parameter in self.parameters if isinstance(parameter, Option)]


def command(*parameters: Parameter[Any]) -> Callable[[Callable[[Call], int]], Command]:
    """Makes a command of a function, whose docstring is the help for the user."""
    return lambda run: Command(run, (*parameters, HELP), run.__doc__ or "")


def asks_for_help(words: Sequence[str]) -> bool:
    """Whether the words after the name of a command ask for its help, whatever else they say."""
    options, _ = _at_end_of_options(words)
    return any(name in options for name in HELP.names)


def read_call(called: Command, words: Sequence[str]) -> Call:
    """Reads the words after the name of a command, options and arguments in any order; raises UsageError."""
    before, after = _at_end_of_options(words)
    given, rest = _read_options(called.options, before)
    given |= _read_arguments(called.arguments, [*rest, *after])
    for parameter in called.parameters:
        if parameter.required and parameter not in given:
            missing = f"选项 {parameter.key}" if isinstance(parameter, Option) else f"参数 {parameter.metavar}"
            raise wrong_call(Words(f"缺少{missing}", f"{missing} is missing"))
    return Call(given)


def unknown(what: str, name: str, known: Iterable[str]) -> UsageError:
    """An error about a name that does not exist, with the one that is most like it."""
    from difflib import get_close_matches  # only for those who have mistyped

    similar = get_close_matches(name, known, n=1)
    return wrong_call(Words(f"没有{what} {name}", f"unknown {name}") + (f"，是否指 {similar[0]}？" if similar else ""))


def _at_end_of_options(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    end = words.index(_END_OF_OPTIONS) if _END_OF_OPTIONS in words else len(words)
    return words[:end], words[end + 1 :]


def _read_options(options: Sequence[Option[Any]], words: Sequence[str]) -> tuple[dict[Parameter[Any], Any], list[str]]:
    """The values of the options that are given, and the words that are none."""
    try:
        found, rest = _parser(options).parse_known_args(words)
    except ArgumentError as error:  # one value too few or too many: those that cannot be read raise UsageError
        key = (error.argument_name or "-").split("/")[-1]  # some versions do not know of `-=x` what it would be
        missing = any(option.key == key and option.metavar for option in options)
        raise wrong_call(Words(f"选项 {key} {'缺少值' if missing else '不带值'}", "")) from None
    for word in rest:
        if word.startswith("-") and word != "-":
            name = word.partition("=")[0]
            raise unknown("选项", name, [name for option in options for name in option.names])
    given = vars(found)
    return {option: given[option.key] for option in options if option.key in given}, rest


def _parser(options: Sequence[Option[Any]]) -> ArgumentParser:
    # It looks for nothing but options, so that the words between them may stand anywhere and no message is its own.
    # Each option makes a formatter, which without a width would look for that of the terminal.
    parser = ArgumentParser(
        prog="lawcheck",
        formatter_class=lambda prog: HelpFormatter(prog, width=80),
        argument_default=SUPPRESS,
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )
    for option in options:
        option.add_to(parser)
    return parser


def _read_arguments(arguments: Sequence[Argument[Any]], words: list[str]) -> dict[Parameter[Any], Any]:
    given: dict[Parameter[Any], Any] = {}
    for argument in arguments:
        if words and argument.several:
            given[argument], words = words, []
        elif words:
            given[argument], words = words[0], words[1:]
    if words:
        raise wrong_call(Words(f"多余的参数 {' '.join(words)}", ""))
    return given
