"""What the status of a rule means: preview, stable, deprecated; codes of earlier days, in any case."""

import pytest
from command import lawcheck
from house import House, rule_with

from lawcheck import check_many, check_path, check_text, fix_text
from lawcheck.errors import LawcheckWarning
from lawcheck.rulebook.registry import all_rules

TEXT = "坏、旧。"


@pytest.fixture
def house(tmp_path, monkeypatch):
    """Rules of each status: XAA001 is stable, XAB001 in preview, XAC001 deprecated; XAD002 was once XAD001."""
    monkeypatch.chdir(tmp_path)
    house = House(tmp_path)
    house.add(rule_with())
    house.add(rule_with(code='"XAB001"', name='"new-word"', status="'preview'"))
    house.add(rule_with(code='"XAC001"', name='"old-word"', status="'deprecated'", successor="'XAA001'"))
    house.add(rule_with(code='"XAD002"', name='"renamed"', aliases="['XAD001']"))
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return house


def codes(*arguments):
    result = lawcheck("check", "a.txt", "--output-format", "json", *arguments)
    (file,) = result.json["files"]
    return [d["code"] for d in file["diagnostics"] if d["code"].startswith("XA")], result.err


@pytest.mark.usefixtures("house")
def test_a_rule_in_preview_runs_only_where_they_are_asked_for():
    assert codes() == (["XAA001", "XAD002"], "")
    assert codes("--preview") == (["XAA001", "XAB001", "XAD002"], "")
    assert codes("--select", "ALL") == (["XAA001", "XAD002"], "")
    assert codes("--select", "ALL", "--preview") == (["XAA001", "XAB001", "XAD002"], "")
    assert codes("--select", "XAB001", "--preview") == (["XAB001"], "")


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("selector", ["XAB001", "XAB", "new-word", "xab001"])
def test_to_select_what_is_in_preview_is_told_once(selector):
    found, told = codes("--extend-select", selector, "--extend-select", f"{selector},XA")
    assert found == ["XAA001", "XAD002"]
    assert told == f"lawcheck: {selector} 是预览规则，没有启用；要用它，请加 --preview 或在配置中写 preview = true\n"
    assert f"{selector} is in preview" in codes("--extend-select", selector, "--lang", "en")[1]


def test_the_configuration_can_ask_for_previews(house):
    house.config.write_text('rules = ["rules"]\npreview = true\n', encoding="utf-8")
    assert codes() == (["XAA001", "XAB001", "XAD002"], "")
    shown = lawcheck("config", "a.txt").out
    assert "preview" in shown and "true" in shown
    paths = '[[per-path]]\npaths = ["a.txt"]\npreview = false\n'
    house.config.write_text(f'rules = ["rules"]\npreview = true\n{paths}', encoding="utf-8")
    assert codes() == (["XAA001", "XAD002"], "")
    assert codes("--preview") == (["XAA001", "XAB001", "XAD002"], "")


def test_python_can_ask_for_previews(house):
    keys = {"config": house.config, "select": ["XA"], "preview": True}
    for report in (check_text(TEXT, **keys), check_path("a.txt", **keys)):
        assert [d.code for d in report.diagnostics] == ["XAA001", "XAB001", "XAD002"]
    (file,) = check_many(["a.txt"], **keys)
    assert len(file.diagnostics) == 3
    fix = "{ safety = 'safe', title = '改' }"
    check = "{ kind = 'substitute', pattern = '旧', template = '新' }"
    bad = "[{ bad = '⟦旧⟧' }, { good = '新' }]"
    house.add(rule_with(code='"XAE001"', name='"fixes"', status="'preview'", fix=fix, check=check, examples=bad))
    assert fix_text(TEXT, config=house.config) == TEXT
    assert fix_text(TEXT, config=house.config, preview=True) == "坏、新。"


def test_python_warns(house):
    with pytest.warns(LawcheckWarning, match="XAB001 是预览规则"):
        assert not check_text(TEXT, config=house.config, select=["XAB001"]).diagnostics


@pytest.mark.usefixtures("house")
def test_a_deprecated_rule_runs_by_its_own_name_alone_and_tells_its_successor():
    assert codes("--select", "XA") == (["XAA001", "XAD002"], "")
    told = "lawcheck: 规则 {} 已经弃用，请改用 XAA001\n"
    assert codes("--select", "XAC001") == (["XAC001"], told.format("XAC001"))
    assert codes("--select", "old-word,XAC001", "--ignore", "XAC")[0] == []
    assert "弃用（改用 XAA001）" in lawcheck("explain", "XAC001").out


@pytest.mark.usefixtures("house")
def test_an_old_code_still_selects_ignores_and_explains():
    assert codes("--select", "XAD001") == (["XAD002"], "lawcheck: 规则 XAD001 现在的编号是 XAD002\n")
    assert codes("--ignore", "XAD001") == (["XAA001"], "")
    explained = lawcheck("explain", "xad001").out
    assert explained.startswith("XAD002 renamed\n")
    assert "旧编号：XAD001" in explained


@pytest.mark.parametrize("code", ["XAD001", "xad001", "xad002", "Renamed", "xad"])
def test_comments_and_configurations_take_old_codes_in_any_case(house, code):
    (house.folder / "a.txt").write_text(f"# lawcheck: ignore {code}\n{TEXT}\n", encoding="utf-8")
    assert codes()[0] == ["XAA001"]
    house.config.write_text(f'rules = ["rules"]\nignore = ["{code}"]\n', encoding="utf-8")
    (house.folder / "a.txt").write_text(TEXT, encoding="utf-8")
    assert codes()[0] == ["XAA001"]
    house.config.write_text(f'rules = ["rules"]\nseverity = {{ "{code}" = "error" }}\n', encoding="utf-8")
    report = check_text(TEXT, config=house.config, select=["XAD002"])
    assert [d.severity for d in report.diagnostics] == ["error"]


def test_a_range_of_lines_is_closed_by_the_same_code_in_another_case(house):
    text = f"# lawcheck: ignore-start XAA001\n{TEXT}\n# lawcheck: ignore-end xaa001\n{TEXT}\n"
    report = check_text(text, config=house.config, select=["XAA", "SUP"])
    assert [(d.code, d.start.line) for d in report.diagnostics] == [("XAA001", 4)]


def test_a_comment_that_names_a_family_is_not_kept_by_its_rules_in_preview(house):
    house.add(rule_with(code='"XAA002"', name='"coming"', status="'preview'"))
    report = check_text("# lawcheck: ignore XAA\n好。\n", config=house.config)
    assert [d.code for d in report.diagnostics] == ["SUP001"]


def test_a_baseline_of_an_old_code_still_accepts(house):
    text = "这里有坏人。\n那里有坏事。\n"
    (house.folder / "a.txt").write_text(text, encoding="utf-8")
    new = house.rules / "XAD002-renamed.toml"
    later = new.read_text(encoding="utf-8")
    new.unlink()
    house.add(rule_with(code='"XAD001"', name='"renamed"'))
    assert lawcheck("baseline", "a.txt", "-o", "b.json", "--select", "XAD").status == 0
    (house.rules / "XAD001-renamed.toml").unlink()
    new.write_text(later, encoding="utf-8")
    assert codes("--select", "XAD", "--baseline", "b.json") == ([], "")
    (house.folder / "a.txt").write_text("那里有坏事。\n又说了坏话。\n", encoding="utf-8")
    found, told = codes("--select", "XAD", "--baseline", "b.json")
    assert found == ["XAD002"]
    assert "1 " in told  # of the one that is gone


def test_two_rules_cannot_have_had_the_same_code(house):
    house.add(rule_with(code='"XAE001"', name='"other"', aliases="['XAD001']"))
    result = lawcheck("check", "a.txt")
    assert (result.status, result.out) == (2, "")
    assert "XAD001 不止一条规则" in result.err


def test_the_catalogue_tells_status_and_precision(house):
    house.add(rule_with(code='"XAE001"', name='"measured"', precision="{ read = 40, right = 38, date = '2026-01-31' }"))
    entries = {rule["code"]: rule for rule in lawcheck("rules", "--output-format", "json").json["rules"]}
    assert entries["XAB001"]["status"] == "preview"
    assert entries["XAC001"]["successor"] == "XAA001"
    assert entries["XAD002"]["aliases"] == ["XAD001"]
    assert entries["XAE001"]["precision"] == {"read": 40, "right": 38, "date": "2026-01-31"}
    assert entries["XAB001"]["precision"] is None
    assert "准确率：95%（2026-01-31 读 40 处，对 38 处）" in lawcheck("explain", "XAE001").out
    english = lawcheck("explain", "XAE001", "--lang", "en").out
    assert "(38 of 40 findings were right, 2026-01-31)" in english
    assert "用 --preview 启用" in lawcheck("explain", "XAB001").out


def test_codes_of_lawcheck_stand_for_one_rule_each_and_successors_are_there():
    rules = all_rules()
    named = [code for rule in rules for code in (rule.code, *rule.aliases)]
    assert len(set(named)) == len(named)
    assert {rule.successor for rule in rules if rule.successor} <= {rule.code for rule in rules}


def test_a_code_with_a_typing_error_gets_the_nearest_one():
    for name, nearest in (("str01", "STR0"), ("duplicate-paragraf", "duplicate-paragraph")):
        for result in (lawcheck("explain", name), lawcheck("check", "-", "--select", f"{name}x", stdin=b"a")):
            assert result.status == 2
            assert f"是否指 {nearest}" in result.err
