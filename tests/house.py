"""A folder of rules of the user's own, for tests."""

import re

from lawcheck import check_text
from lawcheck.testing import marked

RULE = """\
code = "XAA001"
name = "bad-word"
severity = "warning"
summary = "有坏词"
reason = "坏词不好。"
messages.default = "这里有坏词"
sources = [{ title = "示例规定", level = "convention" }]
examples = [{ bad = "⟦坏⟧" }, { good = "好" }]
check = { kind = "pattern", pattern = "坏" }
"""


def rule_with(**keys):
    """The rule with other values (TOML) for some of its keys."""
    lines = {line.partition(" = ")[0].partition(".")[0]: line for line in RULE.splitlines()}
    lines |= {key: f"{key} = {value}" for key, value in keys.items()}
    return "\n".join(lines.values())


class House:
    """A folder with rules, and a configuration that names it."""

    def __init__(self, folder):
        self.folder = folder
        self.rules = folder / "rules"
        self.rules.mkdir(parents=True)
        self.config = folder / "lawcheck.toml"
        self.config.write_text('rules = ["rules"]\n', encoding="utf-8")

    def add(self, text=RULE, name=None):
        code, rule_name = (re.search(f'^{key} = "(.*)"', text, re.M) for key in ("code", "name"))
        path = self.rules / (name or f"{code[1]}-{rule_name[1]}.toml")
        path.write_text(text, encoding="utf-8")
        return path

    def found(self, text, kind="auto", **keys):
        """The places that a rule with these keys finds, marked in the text."""
        self.add(rule_with(**keys))
        report = check_text(text, config=self.config, select=["XAA"], kind=kind)
        return marked(text, [(d.offset, d.end_offset) for d in report.diagnostics])
