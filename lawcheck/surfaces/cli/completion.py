"""Completion in shells: what it is installed by, and the values that it offers."""

from collections.abc import Callable, Iterable
from contextlib import suppress

from lawcheck.errors import LawcheckError, UsageError, Words
from lawcheck.surfaces.cli.languages import language_of

VARIABLE = "_LAWCHECK_COMPLETE"
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
_PROGRAM = "lawcheck"

# A value, and what it is.
_Offer = tuple[str, str]


def values_of(names: Iterable[str]) -> Callable[[str], list[_Offer]]:
    """Offers a few words."""

    def offer(incomplete: str) -> list[_Offer]:
        return [(str(name), "") for name in names]

    return offer


def rule_codes(incomplete: str) -> list[_Offer]:
    """Offers the codes and names of rules, after the commas of a list too, in the letters that were begun with."""
    from lawcheck.rulebook.registry import known_rules
    from lawcheck.running.configuration.finder import Finder
    from lawcheck.running.configuration.layering import NOTHING_SET

    before, comma, part = incomplete.rpartition(",")
    language = language_of(())
    rules = known_rules()
    with suppress(LawcheckError):  # what is wrong with a configuration is reported where it is used
        rules = known_rules(Finder(NOTHING_SET).resolved(".").own_rules)
    # Names are in small letters; codes can be in either.
    names = [
        (name, rule.summary.in_language(language))
        for rule in rules
        for name in ((rule.code, rule.name) if part.islower() or not part else (rule.code,))
    ]
    return [
        (f"{before}{comma}{part}{name.lower()[len(part) :] if part.islower() else name[len(part) :]}", about)
        for name, about in names
        if name.lower().startswith(part.lower())
    ]


def formats(incomplete: str) -> list[_Offer]:
    """Offers the formats of reports."""
    from lawcheck.reporting.report_formats import FORMATS

    language = language_of(())
    return [(row.name, row.en if language == "en" else row.zh) for row in FORMATS.values()]


def script(shell: str | None) -> str:
    """What a shell runs to know how calls are completed."""
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name=_PROGRAM, complete_var=VARIABLE, shell=_known(shell)) + "\n"


def install(shell: str | None) -> Words:
    """Has a shell run it whenever it starts; returns what is to be said of it."""
    from typer import _completion_shared

    from lawcheck.reading.storage import unwritable

    shell = _known(shell)
    try:
        shell, path = _completion_shared.install(shell, _PROGRAM, VARIABLE)
    except OSError as error:
        raise UsageError(Words("补全", "completion ") + unwritable(error)) from error
    return Words(
        f"已为 {shell} 安装补全：{path}；重新打开终端后生效",
        f"completion for {shell} is installed in {path}; it takes effect in the next terminal",
    )


def _known(shell: str | None) -> str:
    """The shell that is named, or else the one that this runs in."""
    if shell is None:
        import shellingham

        with suppress(shellingham.ShellDetectionFailure):
            shell = shellingham.detect_shell()[0]
    if shell not in SHELLS:
        which = Words("不能为这种命令行外壳补全", "no completion for this shell") + (f" {shell}" if shell else "")
        raise UsageError(which + Words(f"，可以是 {'、'.join(SHELLS)}", f"; it can be {', '.join(SHELLS)}"))
    return shell
