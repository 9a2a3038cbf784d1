"""What is wrong with a call as it is written, in words, with the right name that is nearest to a wrong one."""

from collections.abc import Iterable
from typing import Any

from lawcheck.errors import UsageError, Words, nearest


def wrong_call(message: Words) -> UsageError:
    """What is wrong with a call, whatever the command would do."""
    return UsageError(Words("用法错误：", "wrong call: ") + message)


def no_such(what: Words, name: str, known: Iterable[str]) -> UsageError:
    """An error about an unknown option or command."""
    similar = nearest(name, known)
    return wrong_call(
        Words(
            f"没有{what.zh} {name}{f'，是否指 {similar}？' if similar else ''}",
            f"unknown {what.en} {name}{f'; did you mean {similar}?' if similar else ''}",
        )
    )


def no_such_value(name: str, value: str, known: Iterable[str]) -> UsageError:
    """An error about a value that an option cannot have."""
    known = list(known)
    similar = nearest(value, known)
    guess = Words(f"，是否指 {similar}？", f"; did you mean {similar}?") if similar else Words("，", ";")
    return wrong_call(
        Words(f"{name} 不能是“{value}”", f'{name} cannot be "{value}"')
        + guess
        + Words(f"可以是 {'、'.join(known)}", f" it can be {', '.join(known)}")
    )


def value_missing(option: str) -> UsageError:
    """An error about an option that needs a value and has none."""
    return wrong_call(Words(f"选项 {option} 缺少值", f"option {option} needs a value"))


def no_value(option: str) -> UsageError:
    """An error about an option that has a value and takes none."""
    return wrong_call(Words(f"选项 {option} 不带值", f"option {option} takes no value"))


def parameter_missing(parameter: Any) -> UsageError:
    """An error about an argument or option that must be given."""
    if parameter.param_type_name == "option":
        name = parameter.opts[-1]
        return wrong_call(Words(f"缺少选项 {name}", f"option {name} is missing"))
    return wrong_call(Words(f"缺少参数 {parameter.metavar}", f"argument {parameter.metavar} is missing"))


def too_many(words: Iterable[str]) -> UsageError:
    """An error about words that the command has no use for."""
    left = " ".join(words)
    return wrong_call(Words(f"多余的参数 {left}", f"unexpected arguments {left}"))
