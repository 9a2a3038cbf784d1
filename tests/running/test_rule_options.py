"""Options of rules: what they change, where they are set, how they are shown, what is wrong with them."""

import re

import pytest
from command import lawcheck

from lawcheck import check_text, compare_texts
from lawcheck.errors import ConfigError, RuleFileError
from lawcheck.rulebook.functions import verify_options
from lawcheck.rulebook.rule_options import RuleOption

OWNER = "（责任单位：区民政局）"
COPIED = "健全登记制度，定期核对登记事项，及时公布结果。"
# A copy differs in its signs and small words.
OTHER_SIGNS = COPIED[:-1].replace("，", "、") + "的。"
# Under two headings, for under one nothing stands twice, however short.
TWICE = f"一、任务\n{COPIED}\n加强培训。\n二、保障\n加强督查。\n{COPIED}\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with a document that repeats a short paragraph; called with a configuration, it writes that."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TWICE, encoding="utf-8")

    def configure(text, name="lawcheck.toml"):
        (tmp_path / name).write_text(text, encoding="utf-8")

    return configure


def found(*arguments):
    files = lawcheck("check", "--select", "STR012", "--output-format", "json", *arguments).json["files"]
    return {file["path"]: len(file["diagnostics"]) for file in files}


ATTRIBUTED = "".join(f"{n}.健全登记制度办法。{OWNER if n < 5 else ''}\n" for n in range(1, 9))
ISSUED = (
    "关于印发《示例区楼道清理整治工作方案》的通知\n各单位：\n现将方案印发给你们，请认真执行。\n示例区政府\n2026年1月5日\n\n"
    "示例区楼道清理工作方案\n为了清理楼道，制定本方案。\n一、工作目标\n楼道整洁。\n二、工作任务\n逐户清理。\n"
)
CASES = "第一条 有下列情形之一的，责令改正：\n（一）伪造证件的；\n（二）涂改证件的；\n（三）出借证件；\n"
# A text in which a rule finds something with the first value of an option, and nothing with the second.
OTHERWISE = [
    ("STR012", "min-length", 10, 30, TWICE, "plan"),
    ("STR012", "min-similarity", 60, 95, f"{COPIED * 2}\n\n{COPIED}{OTHER_SIGNS}\n", "official"),
    ("STR019", "min-length", 12, 20, "要按月核对各类登记事项信息。好。要按月核对各类登记事项信息。\n好。\n", "plan"),
    ("STR010", "max-length", 30, 5, "一、总体工作要求。\n好。\n二、重点任务\n好。\n三、保障措施\n好。\n", "plan"),
    ("RSP001", "min-attributed", 2, 3, f"一、任务\n1.登记。{OWNER}\n2.核对各类登记事项。\n3.公布。{OWNER}\n", "plan"),
    ("RSP001", "min-share", 50, 60, f"一、任务\n{ATTRIBUTED}二、其他\n好。\n", "plan"),
    ("TGT001", "min-tasks", 2, 5, f"一、任务\n1.健全制度。{OWNER}\n2.培训。{OWNER}\n", "plan"),
    ("DOC004", "min-similarity", 60, 95, ISSUED, "official"),
    ("LAW004", "min-items", 3, 4, CASES, "statute"),
    ("LAW007", "min-ratio", 1, 3, "第一条 处五百元罚款。\n第二条 处三百元罚款。\n第三条 处200元罚款。\n", "statute"),
    ("LAW008", "min-articles", 2, 5, "示例区停车管理办法\n第一条 为了规范停车。\n第二条 按照本办法停车。\n", "statute"),
    ("PUN013", "min-items", 3, 5, "一、分工\n（一）登记。\n（二）核对；\n（三）公布；\n（四）归档。\n", "plan"),
    ("TRM009", "min-parts", 2, 3, "增强“四个意识”（政治意识、大局意识）。\n", "official"),
    ("TRM010", "since", 2020, 2023, "学习党的十九大精神。\n示例区政府\n2021年3月5日\n", "official"),
]


@pytest.mark.parametrize(
    ("code", "option", "finds", "misses", "text", "kind"), OTHERWISE, ids=[f"{row[0]}-{row[1]}" for row in OTHERWISE]
)
def test_an_option_changes_what_is_found(code, option, finds, misses, text, kind):
    numbers = [
        len(check_text(text, kind=kind, select=[code], config={"rules": {code: {option: value}}}).diagnostics)
        for value in (finds, misses)
    ]
    assert numbers[0] > 0 == numbers[1]


def test_the_suggestion_of_a_unit_keeps_to_the_difference_that_is_allowed():
    text = f"一、任务\n1.健全登记制度。{OWNER}\n"
    for most, near in ((2, True), (1, False)):
        config = {"units": ["区财务局"], "rules": {"rsp010": {"max-difference": most}}}
        (found,) = check_text(text, kind="plan", select=["RSP010"], config=config).diagnostics
        assert ("是否为" in found.message) == near


def test_a_rule_that_compares_takes_options():
    old = "".join(f"{n}.由街道服务站办理第{n}类事项。\n" for n in range(1, 6))
    new = old.replace("服务站", "便民站").replace("5.由街道便民站", "5.由街道服务站")
    for value, places in ((3, 1), (9, 0)):
        config = {"rules": {"REV006": {"min-replaced": value}}}
        (file,) = compare_texts(old, new, select=["REV006"], config=config).files
        assert len(file.findings.revision) == places


def test_options_are_merged_through_extends_and_for_paths(project):
    assert found(".") == {"a.txt": 0, "b.txt": 0}
    project("[rules.STR012]\nmin-length = 10\nmin-similarity = 90\n", "base.toml")
    project('extends = "base.toml"\n[rules.duplicate-paragraph]\nmin-similarity = 80\n')
    assert found(".") == {"a.txt": 1, "b.txt": 1}
    project('extends = "base.toml"\n[[per-path]]\npaths = ["b.txt"]\nrules.str012.min-length = 40\n')
    assert found(".") == {"a.txt": 1, "b.txt": 0}
    shown = lawcheck("config", "b.txt").out
    assert re.search(r"rules\.STR012\.min-length +40 +← .*lawcheck\.toml per-path\[1\]", shown)
    assert re.search(r"rules\.STR012\.min-similarity +90 +← .*base\.toml", shown)


def test_what_was_found_with_one_value_is_not_what_is_found_with_another(project):
    for value, number in ((10, 1), (30, 0), (10, 1)):
        project(f"[rules.STR012]\nmin-length = {value}\n")
        assert found("a.txt") == {"a.txt": number}


def test_the_catalogue_tells_options_and_their_values(project):
    assert "min-length = 30：至少多少字的段落才比较" in lawcheck("explain", "STR012").out
    project("[rules.STR012]\nmin-length = 12\n")
    assert "min-length = 12: The shortest" in lawcheck("explain", "STR012", "--lang", "en").out
    (rule,) = (r for r in lawcheck("rules", "--output-format", "json").json["rules"] if r["code"] == "STR012")
    assert rule["options"][0] == {"name": "min-length", "value": 12, "summary": "至少多少字的段落才比较"}


WRONG = {
    "[rules.STR099]\nmin = 1": "rules 中没有规则 STR099",
    "[rules.STR012]\nmin-lenght = 1": "没有键 rules.STR012.min-lenght，是否指 min-length",
    "[rules.STR012]\nmin-length = 'a'": "rules.STR012.min-length 应为整数",
    "[rules.STR012]\nmin-length = 30.0": "rules.STR012.min-length 应为整数",
    "[rules.STR012]\nmin-length = true": "rules.STR012.min-length 应为整数",
    "[rules.STR012]\nmin-length = 9": "rules.STR012.min-length 至少为 10",
    "[rules.STR012]\nmin-similarity = 101": "rules.STR012.min-similarity 至多为 100",
    "[rules.FMT001]\ntolerance = nan": "rules.FMT001.tolerance 应为数",
    "[rules.STR001]\nmin = 1": "没有键 rules.STR001.min，这条规则没有选项",
    "[rules]\nSTR012 = 30": "rules.STR012 应为表",
    "[rules]\nfolders = 3": "rules.folders 应为数组",
    "[[per-path]]\npaths = ['a']\nrules.STR012.min-length = 1": "per-path[1].rules.STR012.min-length 至少为 10",
    "[[per-path]]\npaths = ['a']\nrules = ['x']": "per-path[1].rules 只能写规则的选项",
}


@pytest.mark.parametrize(("text", "complaint"), WRONG.items(), ids=range(len(WRONG)))
def test_a_wrong_option_is_told_in_one_line(project, text, complaint):
    project(text)
    result = lawcheck("check", "a.txt")
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    line = 1 if "没有规则" in complaint else text.count("\n") + 1
    assert f"lawcheck.toml：第 {line} 行：{complaint}" in result.err


def test_folders_of_rules_and_options_stand_in_one_table(project, tmp_path):
    with pytest.raises(ConfigError, match="没有这个规则目录"):
        check_text("好", config={"rules": {"folders": ["nothing"], "STR012": {"min-length": 40}}})


VALUES = [
    (True, False, 1),
    (3, 4, True),
    (1.5, 2, "2"),
    ("一", "二", 2),
    (("一",), ["二", "三"], ["二", 3]),
]


@pytest.mark.parametrize(("default", "right", "wrong"), VALUES, ids=[type(row[0]).__name__ for row in VALUES])
def test_an_option_has_the_type_of_its_default(default, right, wrong):
    option = RuleOption(default, zh="示例")
    taken = option.taken(right)
    assert type(taken) is type(default)
    assert list(taken) == right if isinstance(right, list) else taken == right
    with pytest.raises(ValueError, match="应为"):
        option.taken(wrong)


def test_a_function_and_its_rule_must_agree():
    def check(document, *, most):
        return []

    verify_options(check, ["most"])
    for options in ([], ["most", "least"], ["least"]):
        with pytest.raises(RuleFileError, match="与 options"):
            verify_options(check, options)
