"""Configuration files: where they are found, what they say, and what is wrong with them."""

import re
from pathlib import Path

import pytest
from command import lawcheck

from lawcheck import check_text
from lawcheck.errors import ConfigError
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.globs import matches_path
from lawcheck.running.configuration.keys import parse_config
from lawcheck.running.configuration.layering import NOTHING_SET
from lawcheck.running.configuration.loading import load
from lawcheck.structure.kinds import Kind

BAD = "示例区档案工作实施方案（送审稿）\n一、总体要求\n坚持依法管理,档案（20212025年）。\n"
RULES = ("--extend-select", "PUN001")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder with documents; `write` puts files into it."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "草稿/b.txt", "out/c.txt"):
        write(tmp_path, name, BAD)
    return tmp_path


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(*arguments):
    """The codes that are reported for each document."""
    report = lawcheck("check", "--output-format", "json", *arguments).json
    return {Path(f["path"]).name: {d["code"] for d in f["diagnostics"]} for f in report["files"]}


def complaint(*arguments):
    result = lawcheck("check", *arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.count("\n") == 1
    return result.err.removeprefix("lawcheck: ").rstrip("\n")


def test_the_nearest_file_upwards_counts(project):
    write(project, "lawcheck.toml", 'select = ["PUN001"]\n')
    write(project, "out/lawcheck.toml", 'select = ["NUM002"]\n')
    assert found(".") == {"a.txt": {"PUN001"}, "b.txt": {"PUN001"}, "c.txt": {"NUM002"}}
    assert found("a.txt", "out/c.txt") == {"a.txt": {"PUN001"}, "c.txt": {"NUM002"}}
    assert {"PUN001", "NUM002"} <= found("a.txt", "--isolated")["a.txt"]
    assert found("out", "--config", "lawcheck.toml") == {"c.txt": {"PUN001"}}


def test_standard_input_is_in_the_current_folder(project):
    write(project, "lawcheck.toml", 'select = ["PUN001"]\n')
    report = lawcheck("check", "-", "--output-format", "json", stdin=BAD.encode()).json
    assert {d["code"] for d in report["files"][0]["diagnostics"]} == {"PUN001"}


def test_pyproject(project):
    write(project, "pyproject.toml", '[project]\nname = "x"\n[tool.lawcheck]\nselect = ["PUN001"]\n')
    write(project, "out/pyproject.toml", '[project]\nname = "lawcheck of another sort"\n')
    write(project, "草稿/pyproject.toml", "lawcheck is not TOML")
    assert found(".") == {"a.txt": {"PUN001"}, "b.txt": {"PUN001"}, "c.txt": {"PUN001"}}
    write(project, "lawcheck.toml", 'select = ["NUM002"]\n')
    assert found("a.txt") == {"a.txt": {"NUM002"}}


def test_extends_from_afar_to_near(project):
    write(project, "house/base.toml", 'extends = "../far.toml"\nselect = ["PUN001", "NUM002"]\nlang = "en"\n')
    write(project, "far.toml", 'lang = "zh"\nfail-on = "info"\nseverity = { PUN001 = "info", NUM002 = "info" }\n')
    write(project, "lawcheck.toml", 'extends = "house/base.toml"\nseverity = { NUM002 = "off" }\n')
    result = lawcheck("check", "a.txt", "--output-format", "concise")
    assert result.status == 1
    assert "a.txt:3:7: note PUN001" in result.out or "info PUN001" in result.out
    assert "NUM002" not in result.out


def test_extends_in_a_circle(project):
    write(project, "lawcheck.toml", 'extends = "b.toml"\n')
    write(project, "b.toml", 'extends = "./lawcheck.toml"\n')
    assert complaint("a.txt") == f"{project / 'lawcheck.toml'}：extends 绕回了自己"


def test_paths(project):
    write(
        project,
        "lawcheck.toml",
        'select = ["PUN001", "NUM002"]\nexclude = ["out"]\n'
        '[[per-path]]\npaths = ["草稿/**"]\nignore = ["PUN"]\nextend-select = ["DOC011"]\nkind = "official"\n'
        '[[per-path]]\npaths = ["b.txt"]\nseverity = { NUM002 = "info" }\n',
    )
    assert found(".") == {"a.txt": {"PUN001", "NUM002"}, "b.txt": {"NUM002", "DOC011"}}
    assert found("out/c.txt") == {"c.txt": {"PUN001", "NUM002"}}
    (file,) = lawcheck("check", "草稿", "--output-format", "json", "--select", "NUM").json["files"]
    assert file["kind"] == "official"
    assert [d["severity"] for d in file["diagnostics"]] == ["info"]
    write(project, "lawcheck.toml", 'select = ["NUM002"]\ninclude = ["out/*.txt"]\n')
    assert found(".") == {"c.txt": {"NUM002"}}


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("a.txt", "x/y/a.txt", True),
        ("*.txt", "x/a.txt", True),
        ("x", "x/y/a.txt", True),
        ("x/", "x/y/a.txt", True),
        ("/x", "y/x/a.txt", False),
        ("/x", "x/a.txt", True),
        ("x/*.txt", "x/a.txt", True),
        ("x/*.txt", "x/y/a.txt", False),
        ("x/**", "x/y/a.txt", True),
        ("x/**/a.txt", "x/a.txt", True),
        ("x/**/a.txt", "x/y/z/a.txt", True),
        ("**/y/*", "x/y/a.txt", True),
        ("**/z/*", "x/y/a.txt", False),
        ("x/?.txt", "x/a.txt", True),
        ("./x/a.txt", "x/a.txt", True),
        ("y/*", "x/y", False),
        ("[ab].txt", "b.txt", True),
    ],
)
def test_patterns(pattern, path, expected):
    assert matches_path(pattern, path) is expected


def test_stages(project):
    assert "DOC011" not in found("a.txt")["a.txt"]
    assert "DOC011" in found("a.txt", "--stage", "final")["a.txt"]
    assert "DOC011" not in found("a.txt", "--stage", "draft", "--select", "ALL")["a.txt"]
    write(project, "lawcheck.toml", 'stage = "final"\n[[per-path]]\npaths = ["草稿"]\nstage = "review"\n')
    assert {name for name, codes in found(".").items() if "DOC011" in codes} == {"a.txt", "c.txt"}
    assert "DOC011" not in found("a.txt", "--stage", "review")["a.txt"]


def test_severities_and_what_fails(project):
    write(project, "lawcheck.toml", 'select = ["PUN001"]\nfail-on = "error"\n')
    assert lawcheck("check", "a.txt").status == 0
    assert lawcheck("check", "a.txt", "--fail-on", "warning").status == 1
    write(project, "lawcheck.toml", 'select = ["PUN001"]\nfail-on = "error"\nseverity = { PUN = "error" }\n')
    assert lawcheck("check", "a.txt").status == 1


def test_the_call_has_the_last_word(project):
    write(project, "lawcheck.toml", 'ignore = ["PUN001"]\nkind = "official"\nlang = "en"\n')
    assert "PUN001" not in found("a.txt")["a.txt"]
    assert "PUN001" in found("a.txt", "--extend-select", "PUN001")["a.txt"]
    assert found("a.txt", "--select", "PUN001") == {"a.txt": {"PUN001"}}
    assert lawcheck("check", "a.txt").out.endswith("note(s)\n")
    assert lawcheck("check", "a.txt", "--lang", "zh").out.splitlines()[-1].startswith("检查了")
    (file,) = lawcheck("check", "a.txt", "--kind", "auto", "--output-format", "json").json["files"]
    assert file["kind"] == "plan"
    (file,) = lawcheck("outline", "a.txt", "--output-format", "json").json["files"]
    assert file["kind"] == "official"


def test_registries(project):
    write(project, "names/units.txt", "# 名录\n示例区司法局\t区司法局\n\n示例区财政局\n")
    write(project, "names/base.toml", 'units = "units.txt"\nterms = ["即来即办"]\n')
    path = write(project, "lawcheck.toml", 'extends = "names/base.toml"\nphrases = ["一清单两平台"]\n')
    configuration = load(path)
    assert configuration.settings.units == ("示例区司法局", "示例区财政局")
    assert configuration.settings.terms == {"即来即办"}
    assert configuration.settings.phrases == {"一清单两平台"}
    assert Finder(NOTHING_SET).resolved("a.txt").settings == configuration.settings


def test_a_house_style_over_another(project):
    base = write(project, "base.toml", '[layout]\nbody-size = "小四"\nmargin-top = 30\n')
    path = write(project, "lawcheck.toml", 'extends = "base.toml"\n[layout]\nbody-font = ["宋体"]\nbody-size = 14\n')
    house = load(path).settings.layout
    assert (house.body_size, house.body_font, house.margin_top, house.title_size) == (14.0, ("宋体",), 30.0, 22.0)
    rows = lawcheck("config", "a.docx").out.splitlines()
    assert f"layout.body-size  14       ← {path}" in rows
    assert f"layout.body-font  宋体       ← {path}" in rows
    assert f"layout.margin-top 30       ← {base}" in rows


@pytest.mark.parametrize("key", ["phrases", "terms"])
def test_own_phrases_are_never_damaged(key):
    text = "深入推进“放管股”改革。"
    assert [d.code for d in check_text(text, select=["TRM001"]).diagnostics] == ["TRM001"]
    assert check_text(text, select=["TRM001"], config={key: ["放管股"]}).diagnostics == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('ignroe = ["PUN"]', "第 1 行：没有键 ignroe，是否指 ignore"),
        ("extend_select = []", "第 1 行：没有键 extend_select，是否指 extend-select"),
        ('[[per-path]]\npaths = ["a"]\nstages = "final"', "第 3 行：没有键 per-path[1].stages，是否指 stage"),
        ("[[per-path]]\nignore = []", "第 1 行：per-path[1].paths 缺少这个键"),
        ('select = "PUN"', "第 1 行：select 应为数组"),
        ("select = []", "第 1 行：select 不能为空"),
        ("ignore = [1]", "第 1 行：ignore[1] 应为字符串"),
        ('severity = ["PUN"]', "第 1 行：severity 应为表"),
        ('severity = { PUN = "fatal" }', "第 1 行：severity.PUN 可用的值：error、warning、info、off"),
        ('stage = "done"', "第 1 行：stage 可用的值：draft、review、final"),
        ("units = 3", "第 1 行：units 应为字符串数组，或者每行一个的文件名"),
        ("units = [1]", "第 1 行：units 应为字符串数组，或者每行一个的文件名"),
        ('units = "none.txt"', "{folder}/none.txt：文件不存在"),
        ('units = "http://example.org/x"', "extends 和名录只能是文件，不能是 http://example.org/x"),
        ('extends = "file:///x"', "extends 和名录只能是文件，不能是 file:///x"),
        ('per-path = ["a"]', "第 1 行：per-path[1] 应为表"),
        ('ignore = ["PUM001"]', "第 1 行：ignore 中没有规则 PUM001，是否指 PUN001；用 lawcheck rules 查看全部规则"),
        ('severity = { ZZZ = "off" }', "第 1 行：severity 中没有规则 ZZZ；用 lawcheck rules 查看全部规则"),
        ('[layout]\nbody-size = "大四"', "第 2 行：layout.body-size 应为字号（如 三号、小四）或者 1～200 的磅数"),
        ("[layout]\ntitle-size = true", "第 2 行：layout.title-size 应为字号（如 三号、小四）或者 1～200 的磅数"),
        ("[layout]\nmargin-top = -1", "第 2 行：layout.margin-top 应为 0～200 的毫米数"),
        ("[layout]\nbody-font = []", "第 2 行：layout.body-font 不能为空"),
        ('[layout]\nbodyfont = "x"', "第 2 行：没有键 layout.bodyfont，是否指 body-font"),
        ('[layout]\npage-number = "left"', "第 2 行：layout.page-number 可用的值：outside、center"),
        ("select = [", "不是正确的 TOML（文件末尾，写法不对）"),
        ("x = " + "[" * 5000, "不是正确的 TOML（嵌套过深）"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_key(project, text, message):
    path = write(project, "lawcheck.toml", text)
    told = complaint("a.txt")
    assert told.startswith(f"{path}：{message.format(folder=project)}"[:60])
    if len(message) < 100 and "recursion" not in message:
        assert told == f"{path}：{message.format(folder=project)}"


def test_a_missing_file_and_a_wrong_call(project):
    assert complaint("a.txt", "--config", "none.toml") == "none.toml：文件不存在"
    write(project, "extra.toml", 'extends = "none.toml"')
    assert complaint("a.txt", "--config", "extra.toml") == "none.toml：文件不存在"
    assert complaint("a.txt", "--config", "extra.toml", "--isolated") == "--config 不能与 --isolated 同时使用"
    assert complaint("a.txt", "--config", ".").startswith(".：是目录，不是文件")


def test_several_mistakes_are_told_at_once():
    with pytest.raises(ConfigError, match=r"^x.toml：stage 可用的值.*；没有键 a，可用的键：select、"):
        parse_config({"a": 1, "stage": 3}, "x.toml")


@pytest.mark.parametrize("kind", ["auto", *Kind])
def test_the_kinds_are_those_of_the_model(kind):
    assert parse_config({"kind": kind}, "x.toml").kind == kind


def test_config_shows_what_holds_and_why(project):
    write(project, "base.toml", 'units = ["示例区司法局"]\nstage = "final"\nseverity = { PUN001 = "error" }\n')
    entry = '[[per-path]]\npaths = ["草稿"]\nkind = "plan"\nignore = ["NUM002"]\n'
    path = write(project, "lawcheck.toml", f'extends = "base.toml"\nexclude = ["out"]\n{entry}')
    base, entry = project / "base.toml", f"{path} per-path[1]"
    rows = lawcheck("config", "草稿/b.txt").out.splitlines()
    for row in (
        f"kind     plan     ← {entry}",
        f"stage    final    ← {base}",
        "fail-on  warning  ← 默认",
        f"units    1        ← {base}",
        f"exclude  out      ← {path}",
        f"PUN001   error    ← {base}",
        f"NUM002   off      ← {entry}",
    ):
        assert row in rows
    assert not [row for row in rows if row.startswith(("TRM", "PUN002"))]
    assert "kind     auto     ← 默认" in lawcheck("config").out
    assert "kind     auto     ← 默认" in lawcheck("config", "--config", "base.toml", "草稿/b.txt").out


def test_the_address_of_the_documentation_is_inherited_and_shown(project):
    write(project, "base.toml", 'docs-url = "https://docs.example.gov.cn/{lang}/rules/{code}/"\n')
    write(project, "lawcheck.toml", 'extends = "base.toml"\n')
    shown = lawcheck("config", "a.txt").out
    assert re.search(r"docs-url +https://docs\.example\.gov\.cn/\{lang\}/rules/\{code\}/ ← \S*base\.toml", shown)
    write(project, "lawcheck.toml", 'extends = "base.toml"\ndocs-url = "site/{code}.html"\n')
    assert re.search(r"docs-url +site/\{code\}\.html ← \S*lawcheck\.toml", lawcheck("config", "a.txt").out)
    write(project, "lawcheck.toml", 'docs-url = "javascript:{code}"\n')
    assert "docs-url" in complaint("a.txt")
    write(project, "lawcheck.toml", "docs-url = 1\n")
    assert "docs-url" in complaint("a.txt")
