"""`make rule`: what it writes is a rule that works, or one whose example still fails."""

import shutil

import pytest

from lawcheck.errors import LawcheckError
from lawcheck.reading.resources import resource_dir
from lawcheck.rulebook import scaffold
from lawcheck.rulebook.registry import all_rules
from lawcheck.rulebook.rule_file import parse_rule
from lawcheck.testing import run_examples


@pytest.fixture
def folders(tmp_path):
    """Folders of rules and of the package, with one family each."""
    for family in ("str", "rev"):
        (tmp_path / "rules" / family).mkdir(parents=True)
        file = next((resource_dir("rules") / family).glob("*.toml"))
        shutil.copy(file, tmp_path / "rules" / family)
    (tmp_path / "package" / "checks" / "str").mkdir(parents=True)
    (tmp_path / "package" / "comparing" / "rev").mkdir(parents=True)
    return tmp_path / "rules", tmp_path / "package"


def test_a_rule_with_a_pattern_works_at_once(folders):
    steps = scaffold.scaffold("STR099", "my-rule", "pattern", *folders)
    file = folders[0] / "str" / "STR099-my-rule.toml"
    rule = parse_rule(file.read_text(encoding="utf-8"), file.name)
    assert (rule.code, rule.name, rule.status) == ("STR099", "my-rule", "preview")
    run_examples(rule)
    assert str(file) in steps and "pytest" in steps


def test_a_rule_with_a_function_fails_until_it_is_written(folders, monkeypatch):
    steps = scaffold.scaffold("STR099", "my-rule", "function", *folders)
    stub = folders[1] / "checks" / "str" / "my_rule.py"
    assert str(stub) in steps
    scope: dict[str, object] = {}
    exec(compile(stub.read_text(encoding="utf-8"), stub.name, "exec"), scope)
    monkeypatch.setattr("lawcheck.checks.declarative.function_of", lambda package, name: scope["my_rule"])
    file = folders[0] / "str" / "STR099-my-rule.toml"
    rule = parse_rule(file.read_text(encoding="utf-8"), file.name)
    assert rule.check.function == "str.my_rule"
    with pytest.raises(LawcheckError, match="STR099 的示例不符"):
        run_examples(rule)


def test_a_rule_on_two_revisions_takes_the_comparison(folders):
    scaffold.scaffold("REV099", "my-rule", "function", *folders)
    file = folders[0] / "rev" / "REV099-my-rule.toml"
    assert parse_rule(file.read_text(encoding="utf-8"), file.name).compares
    assert "comparison: Comparison" in (folders[1] / "comparing" / "rev" / "my_rule.py").read_text(encoding="utf-8")


def test_the_family_alone_means_its_next_code(folders):
    scaffold.scaffold("STR", "my-rule", "pattern", *folders)
    (file,) = (folders[0] / "str").glob("*-my-rule.toml")
    code = file.name[:6]
    used = {each for rule in all_rules() for each in (rule.code, *rule.aliases) if each.startswith("STR")}
    assert code > max(used) and f"STR{int(code[3:]) - 1:03}" in used
    scaffold.scaffold("STR", "other-rule", "pattern", *folders)
    assert len(list((folders[0] / "str").glob(f"STR{int(code[3:]) + 1:03}-other-rule.toml"))) == 1


WRONG = [
    (("str99", "my-rule", "pattern"), "CODE 如 STR 或 STR099"),
    (("STR099", "My rule", "pattern"), "NAME 由小写字母和连字符组成"),
    (("STR099", "my-rule", "magic"), "KIND 可用的值：pattern、function"),
    (("REV099", "my-rule", "pattern"), "KIND 可用的值：function"),
    (("QQQ099", "my-rule", "pattern"), "没有 QQQ 类规则；有：REV、STR"),
    (("STR001", "my-rule", "pattern"), "STR001 已经是另一条规则"),
    (("STR099", "duplicate-paragraph", "pattern"), "duplicate-paragraph 已经是另一条规则"),
]


@pytest.mark.parametrize(("arguments", "complaint"), WRONG)
def test_a_rule_that_cannot_be_named_so_is_refused(folders, arguments, complaint):
    with pytest.raises(LawcheckError, match=complaint):
        scaffold.scaffold(*arguments, *folders)


def test_nothing_is_overwritten(folders):
    scaffold.scaffold("STR099", "my-rule", "function", *folders)
    with pytest.raises(LawcheckError, match="STR099 已经是另一条规则"):
        scaffold.scaffold("STR099", "other-rule", "pattern", *folders)
    with pytest.raises(LawcheckError, match="已经存在"):
        scaffold.scaffold("STR098", "my-rule", "function", *folders)


def test_the_command_tells_what_it_takes(capsys):
    assert scaffold.main(["", "", "pattern"]) == 2
    assert "make rule CODE=STR NAME=my-rule [KIND=pattern|function]" in capsys.readouterr().err
    for arguments in ([], ["STR099"], ["STR099", "my-rule", "pattern", "more"]):
        assert scaffold.main(arguments) == 2
        usage, zh, en = capsys.readouterr().err.splitlines()
        assert usage.startswith("make rule ")
        assert zh == f"要三个参数（代码、名称、种类），给了 {len(arguments)} 个"
        assert en == f"takes three arguments (code, name, kind), not {len(arguments)}"
