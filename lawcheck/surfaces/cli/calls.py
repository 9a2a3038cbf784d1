"""How a call is read: options and arguments in any order, and everything that is wrong with it in one line."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import typer
from typer.core import TyperCommand

from lawcheck.errors import UsageError, Words
from lawcheck.surfaces.cli.help import command_help
from lawcheck.surfaces.cli.languages import chosen, language_of
from lawcheck.surfaces.cli.output import write
from lawcheck.surfaces.cli.wrong_calls import no_such, no_value, parameter_missing, too_many, value_missing

HELP_NAMES = ("-h", "--help")
OPTION = Words("选项", "option")
_END_OF_OPTIONS = "--"
# The base of all that Typer says about wrong calls, which it has under one name in none of its versions.
_WrongUsage: type[Any] = typer.BadParameter.__base__  # type: ignore[assignment]


class Command(TyperCommand):
    """A command whose help and complaints are those of lawcheck."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Reads the words after the name of the command; raises UsageError."""
        if ctx.resilient_parsing:
            return super().parse_args(ctx, args)
        end = args.index(_END_OF_OPTIONS) if _END_OF_OPTIONS in args else len(args)
        if any(name in args[:end] for name in HELP_NAMES):
            write(self.get_help(ctx))
            raise typer.Exit
        for option in _without_value(self.params, args[:end]):
            raise value_missing(option)
        with_words = reading(self, ctx, args, super().parse_args)
        if ctx.args:
            raise too_many(ctx.args)
        return with_words

    def get_help(self, ctx: Any) -> str:
        """The page that --help shows."""
        return command_help(self, language_of(ctx.obj or ()))

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """The names of options, with what they are for."""
        return localised(super().shell_complete(ctx, incomplete))


def reading(command: Any, ctx: Any, args: list[str], parse: Any) -> list[str]:
    """What Typer reads of a call; raises UsageError for what it refuses."""
    try:
        words: list[str] = parse(ctx, args)
    except _WrongUsage as error:
        raise _in_words(error, command.params) from None
    return words


def localised(offers: list[Any]) -> list[Any]:
    """What completion offers, with its help in one language."""
    language = language_of(())
    for offer in offers:
        if offer.value in HELP_NAMES:
            offer.help = Words("显示帮助", "show this help").in_language(language)
        elif offer.help:
            offer.help = chosen(offer.help, language)
    return offers


def _in_words(error: Any, parameters: Sequence[Any]) -> UsageError:
    option = getattr(error, "option_name", None)
    if option is None:
        return parameter_missing(error.param)
    own = next((parameter for parameter in parameters if option in parameter.opts), None)
    if own is None:
        return no_such(OPTION, option, [name for each in parameters for name in each.opts if name[0] == "-"])
    return no_value(own.opts[-1]) if own.is_flag else value_missing(own.opts[-1])


def _without_value(parameters: Sequence[Any], words: Sequence[str]) -> Iterator[str]:
    """The options that need a value and are followed by another option, which Typer would take for it."""
    names = {name: parameter for parameter in parameters for name in parameter.opts if name.startswith("-")}
    value = False
    for word, following in pairwise(words):
        parameter = None if value else names.get(word)
        value = parameter is not None and not parameter.is_flag
        if parameter is not None and value and following.partition("=")[0] in names:
            yield parameter.opts[-1]
