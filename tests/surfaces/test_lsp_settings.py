"""What an editor tells the language server of its user: settings, language; and what it cannot have checked."""

import asyncio

import pytest
from editor import editor
from lsprotocol import types

YEARS = "实施方案（20212025年）已经印发。\n"
COMMA = "为改善环境,提升品质。\n"


def codes(found):
    return [each.code for each in found]


async def messages(session, count):
    async with asyncio.timeout(10):
        while len(session.client.messages) < count:
            await asyncio.sleep(0.01)
    return [message.message for message in session.client.messages]


async def test_the_settings_of_the_start_hold_over_the_configuration(tmp_path):
    (tmp_path / "lawcheck.toml").write_text('lang = "zh"\nignore = ["PUN001"]', encoding="utf-8")
    async with editor(tmp_path, initialization_options={"lang": "en", "ignore": ["NUM002"]}) as session:
        assert await session.open("a.txt", YEARS) == []
        session.set({"lawcheck": {"lang": "en", "select": ["NUM002"], "path": "/usr/bin/lawcheck"}})
        (found,) = await session.findings("a.txt")
        assert (found.code, "years" in found.message) == ("NUM002", True)
        session.set({"kind": "auto", "preview": True})
        (found,) = await session.findings("a.txt")
        assert "years" not in found.message
        assert not session.client.messages


async def test_a_configuration_file_may_be_named(tmp_path):
    (tmp_path / "office.toml").write_text('ignore = ["NUM002"]', encoding="utf-8")
    (tmp_path / "lawcheck.toml").write_text('severity = { NUM002 = "info" }', encoding="utf-8")
    async with editor(tmp_path, initialization_options={"config": "office.toml"}) as session:
        assert await session.open("a.txt", YEARS) == []
        session.set({"config": str(tmp_path / "missing.toml")})
        assert await session.findings("a.txt") == []  # the last right one holds
        assert "missing.toml" in (await messages(session, 1))[0]


@pytest.mark.slow
@pytest.mark.parametrize(("locale", "words"), [("en-us", "years"), ("zh-cn", "年份"), (None, "年份")])
async def test_the_language_is_that_of_the_editor_where_none_is_set(tmp_path, locale, words):
    async with editor(tmp_path, locale=locale) as session:
        (found,) = await session.open("a.txt", YEARS)
        assert words in found.message


@pytest.mark.slow
@pytest.mark.parametrize(
    "settings",
    [{"lang": "fr"}, {"kind": 3}, {"ignore": "NUM002"}, {"select": [1]}, {"config": ["a"]}],
)
async def test_settings_that_make_no_sense_are_told_and_the_last_hold(tmp_path, settings):
    async with editor(tmp_path, initialization_options={"ignore": ["NUM002"]}) as session:
        assert await session.open("a.txt", YEARS) == []
        session.set(settings)
        (key,) = settings
        assert f"lawcheck.{key}" in (await messages(session, 1))[0]
        assert await session.findings("a.txt") == []


async def test_a_rule_that_does_not_exist_is_told(tmp_path):
    async with editor(tmp_path, initialization_options={"select": ["XYZ999"]}) as session:
        assert "NUM002" in codes(await session.open("a.txt", YEARS))
        assert "XYZ999" in (await messages(session, 1))[0]


async def test_word_files_are_refused_in_words(tmp_path):
    async with editor(tmp_path) as session:
        item = types.TextDocumentItem(session.uri("a.docx"), "plaintext", 1, YEARS)
        session.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        assert "lawcheck annotate" in (await messages(session, 1))[0]
        assert codes(await session.open("b.txt", COMMA)) == ["PUN001"]


async def test_own_rules_are_watched(tmp_path):
    rule = """code = "XWN001"
name = "own-word"
since = "1.0.0"
status = "stable"
severity = "%s"

[summary]
zh = "本单位不用的词"
en = "A word that is not used here"

[reason]
zh = "本单位不用这个词。"
en = "It is not used here."

[[sources]]
title = "本单位文风规定"
clause = "第一条"
level = "convention"

[messages.default]
zh = "不用这个词"
en = "Not used here"

[check]
kind = "pattern"
pattern = "坚决彻底"

[[examples]]
bad = "⟦坚决彻底⟧整改。"

[[examples]]
good = "彻底整改。"
"""
    pytest.importorskip("re2")
    (tmp_path / "rules").mkdir()
    file = tmp_path / "rules" / "XWN001-own-word.toml"
    file.write_text(rule % "error", encoding="utf-8")
    (tmp_path / "lawcheck.toml").write_text('rules = ["rules"]', encoding="utf-8")
    async with editor(tmp_path) as session:
        (found,) = await session.open("a.txt", "各单位要坚决彻底整改。\n")
        assert (found.code, found.severity) == ("XWN001", types.DiagnosticSeverity.Error)
        (registration,) = session.registered
        assert [each["globPattern"] for each in registration.register_options["watchers"]] == ["**/*.toml"]
        file.write_text(rule % "info", encoding="utf-8")
        session.configuration_changed("rules/XWN001-own-word.toml")
        (found,) = await session.findings("a.txt")
        assert found.severity is types.DiagnosticSeverity.Information
