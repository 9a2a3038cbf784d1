"""The pages of the rules, written from their files into `rules/` by `python -m lawcheck.reporting.rule_pages`."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from lawcheck.reading.resources import resource_dir
from lawcheck.reporting.catalogue import force, looks, measured, status
from lawcheck.reporting.convert import rule_url
from lawcheck.reporting.words import word
from lawcheck.rulebook.registry import all_rules
from lawcheck.rulebook.rule import Example, Rule, RuleSource
from lawcheck.rulebook.rule_options import shown_value

INDEX = "rules/README.md"
FAMILIES = {
    "STR": "结构与编号",
    "RSP": "责任分工",
    "TGT": "目标与时限",
    "DOC": "公文要素",
    "CIT": "引用",
    "TRM": "术语与表述",
    "PUN": "标点",
    "NUM": "数字",
    "OCR": "识别与转换损伤",
    "LAW": "法规",
    "FMT": "版式",
    "REV": "版本比较",
    "SUP": "忽略注释",
}
_LEVELS = {
    "law": "法律",
    "party-regulation": "党内法规",
    "national-standard": "国家标准",
    "policy": "政策文件",
}
_NOTE = "<!-- 由 python -m lawcheck.reporting.rule_pages 根据规则文件生成，请勿直接修改。 -->"
_HOW = """\
在 `lawcheck.toml` 中：

```toml
{use} = ["{code}"]  # {what}
severity = {{ {code} = "{severity}" }}  # 或者改变级别
```

只忽略文中一处：在上一行写 `# lawcheck: ignore {code}`，Markdown 和 HTML 中写
`<!-- lawcheck: ignore {code} -->`。"""


def pages() -> dict[str, str]:
    """Every file of the documentation, by its path in the project, with its text."""
    rules = all_rules()
    return {INDEX: _joined(_index(rules))} | {rule_url(rule): _joined(_page(rule)) for rule in rules}


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _index(rules: Sequence[Rule]) -> Iterator[str]:
    yield _NOTE
    yield ""
    yield "# 规则"
    yield ""
    on = sum(rule.enabled for rule in rules)
    yield f"共 {len(rules)} 条，默认启用 {on} 条。规则文件是 `rules/` 各类目录中的 `编号-名称.toml`，"
    yield "数据文件在 `rules/data/`。"
    for family, members in groupby(rules, key=lambda rule: rule.family):
        yield ""
        yield f"## {family} {FAMILIES[family]}"
        yield ""
        yield "| 编号 | 名称 | 内容 | 级别 | 默认 | 修改 |"
        yield "| --- | --- | --- | --- | --- | --- |"
        for rule in members:
            link = f"[{rule.code}]({rule_url(rule).removeprefix('rules/')})"
            fix = word(rule.fix.safety, "zh") if rule.fix else "—"
            cells = (link, f"`{rule.name}`", rule.summary.zh, word(rule.severity, "zh"), _state(rule), fix)
            yield "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _state(rule: Rule) -> str:
    """Whether a rule is on without being asked for."""
    if rule.enabled:
        return f"启用（指定了阶段时，只在 {'、'.join(rule.stages)} 启用）" if rule.stages else "启用"
    return f"阶段为 {'、'.join(rule.stages)} 时启用" if rule.stages else "关闭"


def _page(rule: Rule) -> Iterator[str]:
    yield _NOTE
    yield ""
    yield f"# {rule.code} {rule.name}"
    yield ""
    yield f"{rule.summary.zh}。"
    yield ""
    yield f"- 级别：{word(rule.severity, 'zh')}"
    yield f"- 默认：{_state(rule)}"
    yield f"- 状态：{status(rule, 'zh')}"
    if rule.precision:
        yield f"- 准确率：{measured(rule.precision, 'zh')}"
    if rule.aliases:
        yield f"- 旧编号：{'、'.join(rule.aliases)}"
    yield f"- 适用：{'、'.join(word(kind, 'zh') for kind in rule.kinds)}{_when(rule)}"
    yield "- 修改：" + (f"{rule.fix.title.zh}（{word(rule.fix.safety, 'zh')}）" if rule.fix else "无")
    yield f"- 始于：{rule.since}"
    yield from _section("理由", [rule.reason.zh])
    yield from _section("依据", map(_source, rule.sources))
    yield from _section("提示", (f"- {_shown(text.zh)}" for text in rule.messages.values()))
    yield from _section("示例", (line for example in rule.examples for line in _example(example)))
    if rule.options:
        yield from _section("选项", _options(rule))
    use, what = ("ignore", "不用这条规则") if rule.enabled else ("extend-select", "启用这条规则")
    severity = "error" if rule.severity != "error" else "warning"
    yield from _section("配置", [_HOW.format(code=rule.code, use=use, what=what, severity=severity)])
    yield from _section("English", [f"{rule.summary.en}.", "", rule.reason.en])


def _options(rule: Rule) -> Iterator[str]:
    yield "| 选项 | 默认值 | 含义 | Meaning |"
    yield "| --- | --- | --- | --- |"
    for name, option in rule.options.items():
        cells = (f"`{name}`", f"`{shown_value(option.default)}`", option.zh, option.en)
        yield "| " + " | ".join(_cell(cell) for cell in cells) + " |"
    yield ""
    yield "```toml"
    yield f"[rules.{rule.code}]"
    for name, option in rule.options.items():
        yield f"{name} = {shown_value(option.default)}"
    yield "```"


def _when(rule: Rule) -> str:
    return f"；{word('compares', 'zh')}" if rule.compares else ""


def _section(title: str, lines: Iterator[str] | Sequence[str]) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield "\n".join(lines).strip("\n")


def _source(source: RuleSource) -> str:
    """Where a rule comes from; only what binds and was compared with the original is called a requirement."""
    line = f"- {word(force(source), 'zh')}：{source.title} {source.clause}".rstrip()
    if source.level == "convention":
        return line
    return f"{line}（{_LEVELS[source.level]}，{'已' if source.verified else '未'}核对原文）"


def _example(example: Example) -> Iterator[str]:
    texts = {"old": example.old, "bad": example.bad, "fixed": example.fixed, "good": example.good}
    kind = f"，{word(example.kind, 'zh')}" if example.kind != "auto" else ""
    registry = f"（单位名录：{'、'.join(example.units)}）" if example.units else ""
    for key, text in texts.items():
        if text is not None:
            fence = "```" if "```" not in text else "~~~~"
            yield f"{word(key, 'zh')}{kind}{registry}{looks(example, 'zh')}："
            yield ""
            yield f"{fence}text"
            yield _shown(text).strip("\n")
            yield fence
            yield ""


def _shown(text: str) -> str:
    """A text whose characters can all be seen."""
    return "".join(c if c.isprintable() or c in "\n\u3000" else f"\\u{ord(c):04x}" for c in text)


def main() -> None:
    """Writes every page, and removes those of rules that are gone."""
    root = Path(str(resource_dir("rules"))).parent
    texts = pages()
    for path, text in texts.items():
        target = root / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")
    for page in (root / INDEX).parent.glob("pages/*.md"):
        if str(page.relative_to(root)) not in texts:
            page.unlink()


if __name__ == "__main__":
    main()
