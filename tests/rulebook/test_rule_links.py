"""Where rules are described, and which addresses can be configured for that."""

from dataclasses import replace

import pytest

from lawcheck.rulebook.registry import find_rule
from lawcheck.rulebook.rule import Origin
from lawcheck.rulebook.rule_links import is_docs_url, rule_url

RULE = find_rule("NUM002")
SITE = "https://docs.example.gov.cn/lawcheck/{lang}/rules/{code}/"


def test_a_rule_is_described_in_this_project_or_where_the_configuration_says():
    assert rule_url(RULE, "zh") == "rules/pages/NUM002.md"
    assert rule_url(RULE, "en") == "rules/pages/NUM002.en.md"
    assert rule_url(RULE, "en", SITE) == "https://docs.example.gov.cn/lawcheck/en/rules/NUM002/"
    assert rule_url(RULE, "zh", "../site/{code}.html") == "../site/NUM002.html"


def test_rules_of_the_user_have_no_page():
    assert rule_url(replace(RULE, origin=Origin("rules")), "zh", SITE) == ""


@pytest.mark.parametrize(
    "address", [SITE, "http://intranet:8080/{code}", "rules/{code}.html", "/lawcheck/{code}#{lang}", "?rule={code}"]
)
def test_addresses_that_can_be_used(address):
    assert is_docs_url(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://docs.example.gov.cn/",
        "javascript:alert('{code}')",
        "JavaScript:alert({code})",
        "data:text/html,{code}",
        "file:///etc/{code}",
        "//elsewhere.example/{code}",
        "https:{code}",
        "https://[::1/{code}",
        "https://a.example/{code}/{version}",
        "https://a.example/{code}\n",
        " https://a.example/{code}",
        'https://a.example/{code}"onclick="',
        "\\\\server\\{code}",
        "https://a.example/{}{code}",
    ],
)
def test_addresses_that_cannot(address):
    assert not is_docs_url(address)
