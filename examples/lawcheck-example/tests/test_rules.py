"""The examples of the rules are their tests. The package has to be installed: pip install -e ."""

import pytest

from lawcheck import check_text
from lawcheck.testing import plugin_rules, run_examples


@pytest.mark.parametrize("rule", plugin_rules("example"), ids=lambda rule: rule.code)
def test_the_examples_hold(rule):
    run_examples(rule)


def test_a_document_that_spreads_its_tasks_well():
    tasks = "".join(f"{number}.第{number}项任务。办好。（牵头单位：区民政局）\n" for number in range(1, 4))
    report = check_text(f"二、重点任务\n{tasks}", kind="plan", config={"plugins": ["example"]}, select=["XEX"])
    assert list(report.diagnostics) == []
