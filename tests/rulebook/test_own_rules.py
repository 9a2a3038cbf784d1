"""Rules that a folder declares: what they can say, what they cannot do, and how they are used like any other."""

import json
import re
from pathlib import Path

import pytest
from command import lawcheck
from house import House, rule_with
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from timing import grows_linearly

from lawcheck import check_text
from lawcheck.errors import ConfigError, LawcheckError, RuleFileError
from lawcheck.rulebook import expressions
from lawcheck.rulebook.registry import all_rules
from lawcheck.testing import folder_rules, marked, run_examples, unmark

EXAMPLES = Path(__file__).parents[2] / "examples"
HOUSE = EXAMPLES / "house-rules"


@pytest.fixture
def house(tmp_path):
    return House(tmp_path)


# What rules can say.

PLAN = """\
示例区楼道整治方案

一、总体要求
坏事先办。

二、重点任务
（一）清理坏楼道。集中清理坏堆物。（区民政局负责）
（二）更换门牌。坏的先换。（区司法局负责）
"""


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("scope = 'heading'", PLAN.replace("坏楼道", "⟦坏⟧楼道")),
        ("scope = 'task', under = '更换'", PLAN.replace("坏的", "⟦坏⟧的")),
        ("under = '总体'", PLAN.replace("坏事", "⟦坏⟧事")),
        ("scope = 'section', under = '^重点任务$'", PLAN.replace("坏", "⟦坏⟧").replace("⟦坏⟧事", "坏事")),
        ("scope = 'sentence', unless = '坏事|坏堆物'", PLAN.replace("坏楼", "⟦坏⟧楼").replace("坏的", "⟦坏⟧的")),
        ("under = '没有这个标题'", PLAN),
    ],
)  # fmt: skip
def test_patterns_keep_to_their_places(house, check, expected):
    assert house.found(PLAN, "plan", check=f"{{ kind = 'pattern', pattern = '坏', {check} }}") == expected


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("pattern = '保障措施'", PLAN.rstrip() + "⟦⟧\n"),
        ("pattern = '楼道'", PLAN),
        ("pattern = '楼道', part = 'title'", PLAN),
        ("pattern = '门牌', part = 'title'", PLAN.rstrip() + "⟦⟧\n"),
        ("pattern = '坏', scope = 'section', part = 'sentence'", PLAN),
        ("pattern = '民政', scope = 'task'", PLAN.rstrip() + "⟦⟧\n"),
        ("pattern = '民政', scope = 'task', under = '清理'", PLAN),
        ("pattern = '民政', under = '总体'", PLAN.replace("先办。", "先办。⟦⟧")),
    ],
)
def test_require(house, check, expected):
    assert house.found(PLAN, "plan", check=f"{{ kind = 'require', {check} }}") == expected


def test_an_empty_document_lacks_what_is_required(house):
    house.add(rule_with(check="{ kind = 'require', pattern = '坏' }"))
    assert len(check_text("", config=house.config, select=["XAA"]).diagnostics) == 1


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("characters = 9, scope = 'title'", PLAN),
        ("characters = 8, scope = 'title'", PLAN.replace("示例区楼道整治方案", "⟦示例区楼道整治方案⟧")),
        ("times = 3, pattern = '坏'", PLAN.replace("坏的", "⟦坏⟧的")),
        ("times = 1, pattern = '坏', scope = 'task'", PLAN.replace("坏堆", "⟦坏⟧堆")),
        ("times = 1, pattern = '坏', scope = 'task', unless = '坏楼道'", PLAN),
        ("times = 1, pattern = '坏', scope = 'paragraph'", PLAN.replace("坏堆", "⟦坏⟧堆")),
    ],
)
def test_limit(house, check, expected):
    assert house.found(PLAN, "plan", check=f"{{ kind = 'limit', {check} }}") == expected


def test_messages_name_what_was_counted_and_found(house):
    house.add(
        rule_with(check="{ kind = 'limit', times = 1, pattern = '坏' }", messages="{ default = '{number}>{limit}' }")
    )
    assert [d.message for d in check_text("坏坏坏", config=house.config, select=["XAA"]).diagnostics] == ["3>1"] * 2
    words = "{ default = { zh = '“{word}”', en = '{word}!' } }"
    house.add(rule_with(check="{ kind = 'pattern', pattern = '(?P<word>坏)(?P<place>人)' }", messages=words))
    (found,) = check_text("坏人", config=house.config, select=["XAA"], lang="en").diagnostics
    assert (found.message, found.offset) == ("坏!", 1)


def test_articles_are_places(house):
    law = "示例市办法\n第一条 为了坏，制定本办法。\n第二条 好。\n"
    check = "{ kind = 'require', pattern = '坏', scope = 'article' }"
    assert house.found(law, "statute", check=check) == law.replace("好。", "好。⟦⟧")


def test_a_lexicon_has_its_words_beside_it(house):
    (house.rules / "words.tsv").write_text("# 词\t改为\n坏\t好\n\n差\n", encoding="utf-8")
    fix = "{ safety = 'safe', title = '改' }"
    house.add(rule_with(check="{ kind = 'lexicon', data = 'words.tsv', scope = 'sentence' }", fix=fix))
    report = check_text("很坏。太差。", config=house.config, select=["XAA"])
    assert [(d.offset, d.fix and d.fix.edits[0].content) for d in report.diagnostics] == [(1, "好"), (4, None)]


# What they cannot do.

WRONG = {
    "code = 'PUN999'": "XAA001-bad-word.toml：自定规则的编号以 X 开头，如 XUN999",
    "code = 'xa1'": "code 是三个大写字母加三个数字",
    "name = 'other'": "文件名应为 XAA001-other.toml",
    "severity = 'fatal'": "severity 可用的值：error、warning、info",
    "summary = 3": "summary 应为表",
    "summary = { zh = '一' }": "summary.en 缺少这个键",
    "reasons = '因为'": "没有键 reasons，是否指 reason",
    "origin = { name = 'x' }": "没有键 origin",
    "values = { most = 1 }": "没有键 values",
    "status = 'final'": "status 可用的值：preview、stable、deprecated",
    "status = 'deprecated'": 'successor 要与 status = "deprecated" 一起写',
    "successor = 'XAA002'": 'successor 要与 status = "deprecated" 一起写',
    "aliases = ['bad']": "aliases、successor 是规则编号",
    "aliases = ['PUN001']": "自定规则的编号以 X 开头，如 XUN001",
    "precision = { read = 2, right = 3, date = '2026-01-31' }": "precision right 不能大于 read",
    "precision = { read = 2, right = 1, date = '昨天' }": "precision date 写作 2026-01-31",
    "precision = { reed = 2, right = 1, date = '2026-01-31' }": "没有键 precision.reed，是否指 read",
    "options = { most = { default = 3, zh = '至多' } }": "options 只用于函数规则",
    "options = { most = { default = 3 } }": "options.most zh、en 至少要写一个",
    "options = { most = { default = 3, least = 4, zh = '至多' } }": "options.most default 至少为 4",
    "options = { most = { default = 3, laest = 4, zh = '至多' } }": "没有键 options.most.laest，是否指 least",
    "sources = [{ titel = '示例', title = '示例', level = 'law' }]": "没有键 sources[1].titel，是否指 title",
    "examples = [{ good = '好' }]": "examples 中 bad、good 至少各有一个",
    "check = 'pattern'": "check.kind 可用的值：pattern、substitute、lexicon、require、limit",
    "check = { kind = 'function', function = 'os.getcwd' }": "check.kind 可用的值：pattern、",
    "check = { kind = 'suppression' }": "check.kind 可用的值：pattern、",
    "check = { kind = 'pattern', pattern = '坏', skope = 'title' }": "没有键 check.skope，是否指 scope",
    "check = { kind = 'pattern', pattern = '坏', scope = 'line' }": "check.scope 可用的值：document、",
    "check = { kind = 'pattern', pattern = '坏（(' }": "check.pattern 不是正确的 RE2 表达式",
    "check = { kind = 'pattern', pattern = '坏(?!人)' }": "check.pattern 不是正确的 RE2 表达式，环视和反向引用都不能用",
    "check = { kind = 'pattern', pattern = '坏', unless = '[' }": "check.unless 不是正确的",
    f"check = {{ kind = 'pattern', pattern = '{'坏' * 2001}' }}": "check.pattern 超过 2000 个字符",
    "check = { kind = 'substitute', pattern = '坏' }": "check replace、template 要写且只写一个",
    r"check = { kind = 'substitute', pattern = '(坏)', template = '\2' }": r"check.template 中没有这个组：\2",
    r"check = { kind = 'substitute', pattern = '坏', template = '\g<a>' }": r"check.template 中没有这个组：\g<a>",
    "check = { kind = 'limit', characters = 0 }": "check characters、times 至少为 1",
    "check = { kind = 'limit', times = 1 }": "check times 要与 pattern 一起写",
    "check = { kind = 'limit', times = 1, characters = 1, pattern = '坏' }": "characters、times 要写且只写一个",
    "check = { kind = 'limit', characters = 1, unless = '坏' }": "unless 要与 pattern 一起写",
    "check = { kind = 'limit', times = 'x', pattern = '坏' }": "check.times ",
    "check = { kind = 'lexicon', data = 'no.tsv' }": "no.tsv：文件不存在",
    "check = { kind = 'lexicon', data = '../lawcheck.toml' }": "check.data 只能是规则目录中的文件",
    "messages = { default = '{place.__class__}' }": "messages.default 中不能用 {place.__class__}，可用：{count}",
    "messages = { default = '{count:999999999}' }": "messages.default 中不能用 {count}",
    "messages = { default = '{' }": "messages.default 的花括号不成对",
    "messages = { other = '一' }": "缺少 messages.default",
    "code = ": "不是正确的 TOML",
}


@pytest.mark.parametrize(("line", "complaint"), WRONG.items(), ids=range(len(WRONG)))
def test_a_wrong_file_is_told_in_one_line(house, line, complaint):
    key, _, value = line.partition(" = ")
    house.add(rule_with(**{key: value}), "XAA001-bad-word.toml")
    document = house.folder / "a.txt"
    document.write_text("坏", encoding="utf-8")
    result = lawcheck("check", document)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert complaint in result.err
    assert result.err.startswith(f"lawcheck: {house.config}：")
    assert "XAA001-bad-word.toml：" in result.err


@pytest.mark.parametrize(
    ("wrong", "key"),
    [("severity = 'fatal'", "severity"), ("reasons = '因为'", "reasons"), ("messages = { default = '{' }", "messages")],
)
def test_a_wrong_key_is_told_with_its_line(house, wrong, key):
    name, _, value = wrong.partition(" = ")
    file = house.add(rule_with(**{name: value}))
    lines = file.read_text(encoding="utf-8").split("\n")
    (line,) = (number for number, text in enumerate(lines, 1) if text.startswith(f"{key} "))
    with pytest.raises(ConfigError, match=rf"{file.name}：第 {line} 行：(没有键 )?{key}"):
        check_text("坏", config=house.config)


def test_a_folder_that_has_no_rules_is_told(house):
    for folder, complaint in (("rules", "没有规则文件（.toml）"), ("nothing", "没有这个规则目录")):
        with pytest.raises(ConfigError, match=re.escape(complaint)):
            check_text("坏", config={"rules": [str(house.folder / folder)]})
    with pytest.raises(ConfigError, match="rules 应为规则目录的数组"):
        check_text("坏", config={"rules": "rules"})


def test_a_code_stands_for_one_rule(house):
    house.add()
    other = House(house.folder / "other")
    other.add(rule_with(name='"other-name"'))
    house.config.write_text('rules = ["rules", "other/rules"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"rules、.*other.*rules：XAA001 不止一条规则"):
        check_text("坏", config=house.config)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"x" * 300_000])
def test_files_that_cannot_be_rules(house, data):
    house.add().write_bytes(data)
    with pytest.raises(RuleFileError, match=r"XAA001-bad-word\.toml：(第 1 行不是 UTF-8 文字|超过大小上限（256 KiB）)"):
        folder_rules(house.rules)


def test_a_rule_file_that_is_a_folder_is_told(house):
    (house.rules / "XAA001-a.toml").mkdir()
    with pytest.raises(RuleFileError, match=r"XAA001-a\.toml：是目录，不是文件"):
        folder_rules(house.rules)


def test_too_many_files_are_told(house, monkeypatch):
    monkeypatch.setattr("lawcheck.rulebook.own_rules._MOST_RULES", 1)
    house.add()
    house.add(rule_with(code='"XAA002"', name='"other"'))
    with pytest.raises(RuleFileError, match="超过 1 个"):
        folder_rules(house.rules)


def test_a_link_does_not_lead_out_of_the_folder(house):
    (house.folder / "secret.tsv").write_text("坏\n", encoding="utf-8")
    (house.rules / "words.tsv").symlink_to(house.folder / "secret.tsv")
    house.add(rule_with(check="{ kind = 'lexicon', data = 'words.tsv' }"))
    with pytest.raises(RuleFileError, match=r"check\.data 只能是规则目录中的文件"):
        folder_rules(house.rules)


def test_patterns_need_google_re2(house, monkeypatch):
    house.add()
    monkeypatch.setitem(__import__("sys").modules, "re2", None)
    with pytest.raises(RuleFileError, match=re.escape("pip install 'lawcheck[rules]'")):
        folder_rules(house.rules)


@pytest.mark.growth
@pytest.mark.parametrize("pattern", ["(坏*)*人", "(坏|坏)*人", ".*.*.*人", "([^人]+)+人", "坏(?:.*人)?"])
def test_no_pattern_takes_more_than_linear_time(house, pattern):
    house.add(rule_with(check=f"{{ kind = 'limit', times = 1, pattern = '{pattern}', unless = '{pattern}' }}"))
    expression = expressions.compiled(pattern, linear=True)
    assert grows_linearly(lambda size: list(expression.finditer("坏" * size)), 20_000)
    assert all(d.code == "XAA001" for d in check_text("坏" * 1000, config=house.config, select=["X"]).diagnostics)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["坏", "坏人", "好", "。", "\n", "好" * 990, "坏。" * 400])).map("".join))
def test_a_match_is_found_wherever_it_stands(text):
    linear = expressions.compiled("(?P<place>坏)(人)?|^好", linear=True)
    found = {(match[0], *match.span(linear.groupindex["place"])) for match in linear.finditer(text) if match["place"]}
    # Only a line of more than a thousand characters is taken apart, and then behind a sentence where there is one.
    expected = {(match[0], *match.span(1)) for match in re.finditer("(坏)(人)?", text)}
    assert {places[1:] for places in found} == {places[1:] for places in expected}
    if all(len(line) < 1000 for line in text.split("\n")):
        assert found == expected
    first = linear.search(text)
    assert (first is None) == (re.search("坏|^好", text, re.MULTILINE) is None)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="坏好一二、。（）1.\n第条章区局负责：“” "), scope=st.sampled_from(
    ["document", "title", "heading", "section", "task", "article", "paragraph", "sentence"]
))  # fmt: skip
def test_rules_of_all_kinds_hold_for_any_text(tmp_path_factory, text, scope):
    house = House(tmp_path_factory.mktemp("house"))
    checks = ("'pattern', pattern = '坏', unless = '坏好'", "'require', pattern = '坏'", "'limit', characters = 3")
    for number, check in enumerate(checks):
        where = f"scope = '{scope}', under = '好|^$'"
        house.add(
            rule_with(code=f'"XAA00{number}"', name=f'"rule-{"abc"[number]}"', check=f"{{ kind = {check}, {where} }}")
        )
    for found in check_text(text, config=house.config, select=["XAA"]).diagnostics:
        assert found.code != "LAW000"
        assert 0 <= found.offset <= found.end_offset <= len(text)


# They are used like any other rule.


def test_no_rule_of_lawcheck_has_a_code_of_theirs():
    assert not any(rule.code.startswith("X") for rule in all_rules())


@pytest.mark.parametrize("rule", folder_rules(HOUSE / "rules"), ids=lambda rule: rule.code)
def test_the_worked_example_bears_out_its_examples(rule):
    run_examples(rule)


def test_the_worked_example():
    result = lawcheck(
        "check", HOUSE / "plan.txt", "--config", HOUSE / "house.toml", "--select", "X", "--output-format", "json"
    )
    assert result.status == 1
    found = result.json["files"][0]["diagnostics"]
    assert {d["code"] for d in found} == {"XDW001", "XDW002", "XDW003", "XDW005", "XDW006", "XDW007"}
    assert {(d["url"], d["source"][0]["level"]) for d in found} == {("", "convention")}


@pytest.mark.slow
def test_configuration_and_command_line_know_them(house):
    house.add()
    house.add(
        rule_with(code='"XAA002"', name='"off-rule"', check="{ kind = 'pattern', pattern = '好' }", enabled="false")
    )
    house.config.write_text(
        'rules = ["rules"]\nseverity = { bad-word = "error" }\n[[per-path]]\npaths = ["b.txt"]\nignore = ["XAA001"]\n',
        encoding="utf-8",
    )
    for name in ("a.txt", "b.txt"):
        (house.folder / name).write_text("坏好。\n", encoding="utf-8")
    (house.folder / "sub").mkdir()
    (house.folder / "sub" / "lawcheck.toml").write_text('extends = "../lawcheck.toml"\n', encoding="utf-8")
    (house.folder / "sub" / "c.txt").write_text("坏。\n", encoding="utf-8")

    def codes(*arguments):
        result = lawcheck("check", house.folder, "--output-format", "json", *arguments)
        return {
            Path(file["path"]).name: [(d["code"], d["severity"]) for d in file["diagnostics"]]
            for file in result.json["files"]
        }

    plain = [("XAA001", "error")]
    assert codes() == {"a.txt": plain, "b.txt": [], "c.txt": plain}
    both = [("XAA001", "error"), ("XAA002", "warning")]
    assert codes("--extend-select", "off-rule") == {"a.txt": both, "b.txt": both[1:], "c.txt": plain}
    assert codes("--select", "X", "--ignore", "XAA001") == {"a.txt": both[1:], "b.txt": both[1:], "c.txt": []}
    shown = lawcheck("config", house.folder / "a.txt").out
    assert f"rules    2        ← {house.config}" in shown
    assert f"XAA001   error    ← {house.config}" in shown
    wrong = lawcheck("check", house.folder, "--select", "XAA003")
    assert (wrong.status, wrong.err) == (
        2,
        "lawcheck: 没有规则 XAA003，是否指 XAA002；用 lawcheck rules 查看全部规则\n",
    )
    assert "没有规则 XAA001" in lawcheck("check", house.folder, "--isolated", "--select", "XAA001").err


@pytest.mark.parametrize("command", ["check", "baseline"])
def test_a_call_may_name_a_rule_that_only_a_folder_below_has(tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    House(tmp_path / "下" / "有").add()
    for place in ("a.txt", "下/有/b.txt"):
        Path(place).write_text("坏。\n", encoding="utf-8")
    for paths in ((".",), ("下",), ("a.txt", "下")):
        assert lawcheck(command, *paths, "--select", "XAA001").err == ""
    # A code that none of the documents has is told once, before anything else is.
    baseline = Path(".lawcheck-baseline.json")
    baseline.unlink(missing_ok=True)
    Path("c.docx").write_text("不是", encoding="utf-8")
    (tmp_path / "空").mkdir()
    result = lawcheck(command, ".", "空", "--select", "XAA001", "--ignore", "XAA002")
    assert (result.status, result.out) == (2, "")
    assert result.err == "lawcheck: 没有规则 XAA002，是否指 XAA001；用 lawcheck rules 查看全部规则\n"
    assert not baseline.exists()
    for path in ("a.txt", "空"):
        result = lawcheck(command, path, "--select", "XAA001")
        assert (result.status, result.err) == (2, "lawcheck: 没有规则 XAA001；用 lawcheck rules 查看全部规则\n")


def test_a_call_may_fix_by_a_rule_that_only_a_folder_below_has(tmp_path):
    fix = "{ safety = 'safe', title = '改' }"
    check = "{ kind = 'substitute', pattern = '坏', template = '好' }"
    House(tmp_path / "下").add(rule_with(check=check, fix=fix))
    document = tmp_path / "下" / "a.txt"
    document.write_text("坏。\n", encoding="utf-8")
    assert lawcheck("check", tmp_path, "--fix", "--select", "XAA001").status == 0
    assert document.read_text(encoding="utf-8") == "好。\n"


@pytest.mark.parametrize("command", ["check", "annotate"])
def test_commands_tell_a_code_that_there_is_not(house, command):
    arguments = ("-o", house.folder / "out.docx") if command == "annotate" else ()
    result = lawcheck(command, EXAMPLES / "plan.docx", *arguments, "--select", "XAA001")
    assert (result.status, result.err) == (2, "lawcheck: 没有规则 XAA001；用 lawcheck rules 查看全部规则\n")


def test_a_configuration_cannot_name_a_rule_that_it_does_not_have(house):
    house.add()
    house.config.write_text('rules = ["rules"]\nignore = ["XAA009"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="ignore 中没有规则 XAA009"):
        check_text("坏", config=house.config)


def test_comments_hide_their_findings(house):
    house.add()
    text = "# lawcheck: ignore XAA001\n坏。\n坏。\n# lawcheck: ignore bad-word\n好。\n"
    found = check_text(text, config=house.config).diagnostics
    assert [(d.code, d.start.line) for d in found] == [("XAA001", 3), ("SUP001", 4)]
    (unknown,) = check_text("# lawcheck: ignore XAA001\n好。\n").diagnostics
    assert "XAA001" in unknown.message


def test_fixes_are_made(house):
    fix = "{ safety = 'safe', title = '改' }"
    house.add(rule_with(check=r"{ kind = 'substitute', pattern = '坏(人)', template = '好\1' }", fix=fix))
    document = house.folder / "a.txt"
    document.write_text("坏人坏事。\n", encoding="utf-8")
    lawcheck("check", "--fix", document)
    assert document.read_text(encoding="utf-8") == "好人坏事。\n"


def test_they_are_listed_and_explained(house, monkeypatch):
    house.add()
    monkeypatch.chdir(house.folder)
    assert "XAA001  bad-word" in lawcheck("rules").out
    entry = json.loads(lawcheck("rules", "--output-format", "json").out)["rules"][-1]
    assert (entry["code"], entry["url"], entry["summary"]) == ("XAA001", "", "有坏词")
    assert "坏词不好。" in lawcheck("explain", "bad-word").out
    assert "XAA001" not in lawcheck("rules", "--isolated").out
    assert lawcheck("explain", "XAA001", "--isolated").status == 2
    assert "坏词不好。" in lawcheck("explain", "XAA001", "--config", house.config).out


def test_reports_for_machines_explain_them(house):
    house.add()
    document = house.folder / "a.txt"
    document.write_text("坏。\n", encoding="utf-8")
    for _ in range(2):  # the second time it is known from before
        run = json.loads(lawcheck("check", document, "--output-format", "sarif").out)["runs"][0]
        (rule,) = run["tool"]["driver"]["rules"]
        assert (rule["id"], rule["fullDescription"]["text"]) == ("XAA001", "坏词不好。")
        assert lawcheck("check", document, "--output-format", "json").json["files"][0]["diagnostics"][0]["source"]


def test_what_is_known_from_before_is_forgotten_when_a_rule_changes(house):
    house.add()
    document = house.folder / "a.txt"
    document.write_text("坏好。\n", encoding="utf-8")
    assert "这里有坏词" in lawcheck("check", document).out
    house.add(rule_with(messages="{ default = '换了说法' }"))
    assert "换了说法" in lawcheck("check", document).out


@pytest.mark.slow
def test_several_processes_find_what_one_finds(house):
    house.add()
    for number in range(20):
        (house.folder / f"{number}.txt").write_text("坏。\n" * number, encoding="utf-8")
    one, two = (
        lawcheck("check", house.folder, "--jobs", jobs, "--no-cache", "--output-format", "json") for jobs in (1, 2)
    )
    assert one.out == two.out
    assert sum(len(file["diagnostics"]) for file in one.json["files"]) == sum(range(20))


# Their examples are their tests.


def test_examples_are_run_by_a_command(house, monkeypatch):
    monkeypatch.chdir(house.folder)
    house.add()
    assert lawcheck("rules", "--test") == lawcheck("rules", "--test", "--config", house.config)
    assert (lawcheck("rules", "--test").status, lawcheck("rules", "--test").out) == (
        0,
        "检验了 1 条规则的示例：0 条不符\n",
    )
    house.add(rule_with(examples="[{ bad = '⟦好⟧坏' }, { good = '好' }]"))
    result = lawcheck("rules", "--test")
    told = "XAA001 的示例不符，报告处应为 '⟦好⟧坏'，实为 '好⟦坏⟧'\n检验了 1 条规则的示例：1 条不符\n"
    assert (result.status, result.out) == (1, told)
    assert lawcheck("rules", "--test", "--isolated").err == "lawcheck: 配置中没有自定规则（rules、plugins）\n"


def test_a_rule_that_fails_does_not_bear_out_its_examples(house, monkeypatch):
    house.add()
    (rule,) = folder_rules(house.rules)
    monkeypatch.setattr("lawcheck.checks.engine.check_of", lambda rule: 1 // 0)
    with pytest.raises(LawcheckError, match="ZeroDivisionError"):
        run_examples(rule)


@given(st.text(alphabet="甲乙⟦⟧"))
def test_marks_are_put_where_they_were(text):
    if re.fullmatch("[甲乙]*(⟦[甲乙]*⟧[甲乙]*)*", text):
        assert marked(*unmark(text)) == text


def test_folders_that_share_a_code_keep_apart(tmp_path):
    for name, word in (("one", "坏"), ("two", "差")):
        house = House(tmp_path / name)
        (house.rules / "words.tsv").write_text(word, encoding="utf-8")
        house.add(rule_with(check="{ kind = 'lexicon', data = 'words.tsv' }"))
        (house.folder / "a.txt").write_text("坏差。", encoding="utf-8")
    (tmp_path / "two" / "b.txt").write_text("坏差差。", encoding="utf-8")
    result = lawcheck("check", tmp_path, "--output-format", "json", "--no-cache")
    offsets = [[d["offset"] for d in file["diagnostics"]] for file in result.json["files"]]
    assert offsets == [[0], [1], [1, 2]]


def test_a_line_that_is_taken_apart_has_one_beginning_and_one_end():
    linear = expressions.compiled("^好|坏$", linear=True)
    text = f"好。{'好' * 1500}坏好\n坏坏"
    assert [match.span(0) for match in linear.finditer(text)] == [(0, 1), (1506, 1507)]
