"""Which function a rule file means by `family.function`, and what options it takes."""

from inspect import Parameter, signature
from pathlib import Path
from typing import get_type_hints

import pytest

from lawcheck import checks
from lawcheck.errors import RuleFileError
from lawcheck.rulebook.functions import function_of, functions_in, verify_options
from lawcheck.rulebook.registry import all_rules
from lawcheck.rulebook.rule import ComparisonCheck, FunctionCheck

WITH_OPTIONS = [rule for rule in all_rules() if rule.options]


@pytest.fixture
def package(tmp_path, monkeypatch):
    """An importable package whose family `abc` has these modules."""

    def made(name, **modules):
        family = tmp_path / name / "abc"
        family.mkdir(parents=True)
        for module, text in {"__init__": "", **modules}.items():
            (family / f"{module}.py").write_text(text, encoding="utf-8")
        (tmp_path / name / "__init__.py").write_text("", encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        return name

    return made


def test_a_function_is_found_in_whatever_module_of_its_family_defines_it(package):
    name = package("family_one", one="def first():\n    return 1\n", two="def second():\n    return 2\n")
    assert (function_of(name, "abc.first")(), function_of(name, "abc.second")()) == (1, 2)


def test_only_the_module_that_is_needed_is_imported(package):
    name = package("family_two", one="def first():\n    return 1\n", two="raise ImportError\n\ndef second(): ...\n")
    assert function_of(name, "abc.first")() == 1


def test_a_module_that_bears_the_name_of_its_function(package):
    name = package("family_three", first="def first():\n    return 1\n")
    for _ in range(2):
        assert function_of(name, "abc.first")() == 1


def test_two_functions_of_one_name_in_a_family_are_refused(package):
    name = package("family_four", one="def same(): ...\n", two="def same(): ...\n")
    with pytest.raises(RuleFileError, match=r"函数 abc\.same 不止一处定义：one、two"):
        function_of(name, "abc.same")


def test_a_function_that_no_module_has_is_refused(package):
    with pytest.raises(RuleFileError, match=r"函数 abc\.nothing 没有定义"):
        function_of(package("family_five", one="other = 1\n"), "abc.nothing")


def test_no_family_of_lawcheck_defines_a_function_twice():
    (folder,) = checks.__path__
    families = sorted({path.parent for path in Path(folder).glob("*/*.py")})
    assert len(families) >= 10
    for family in families:
        twice = {name: where for name, where in functions_in((str(family),)).items() if len(where) > 1}
        assert twice == {}


@pytest.mark.parametrize("rule", WITH_OPTIONS, ids=lambda rule: rule.code)
def test_functions_take_the_options_of_their_rules(rule):
    assert isinstance(rule.check, FunctionCheck | ComparisonCheck)
    room = "lawcheck.comparing" if rule.compares else "lawcheck.checks"
    function = function_of(room, rule.check.function)
    verify_options(function, rule.options)
    types = get_type_hints(function)
    assert {name: types[name] for name in rule.arguments} == {n: type(v) for n, v in rule.arguments.items()}
    assert all(option.zh and option.en for option in rule.options.values())


def test_functions_without_options_take_none():
    for rule in all_rules():
        if isinstance(rule.check, FunctionCheck) and not rule.options:
            function = function_of("lawcheck.checks", rule.check.function)
            assert [p for p in signature(function).parameters.values() if p.kind is Parameter.KEYWORD_ONLY] == []
