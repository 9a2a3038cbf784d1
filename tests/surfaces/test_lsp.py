"""The language server, as an editor uses it."""

import asyncio
import json
import re
import subprocess
import sys
import tomllib
from itertools import product
from unittest import mock

import pytest
import pytest_asyncio
from editor import ROOT, SERVER, UTF16, command, edited, editor
from hypothesis import example, given
from hypothesis import strategies as st
from lsprotocol import types
from timing import PATIENCE

from lawcheck import fix_text
from lawcheck.checks import engine
from lawcheck.surfaces.lsp import actions, published
from lawcheck.surfaces.lsp.analysis import analyse
from lawcheck.surfaces.lsp.configurations import Configurations
from lawcheck.surfaces.lsp.open_documents import OpenDocument
from lawcheck.surfaces.lsp.positions import Positions

ENCODINGS = list(types.PositionEncodingKind)
QUICK_FIX = types.CodeActionKind.QuickFix
YEARS = "实施方案（20212025年）已经印发。\n"
COMMAS = "为改善环境,提升品质,制定本方案。\n各单位要密切配合,共同推进。\n"
PLAN = """示例区社区建设方案

一、总体要求
（一）工作思路。先易后难，分批推进。
（二）工作目标。到2025年底全部完成。
二、重点任务
1.清理楼道。保持通道畅通。
3.修补道路。设置无障碍坡道。
"""


# The tests with a server of their own need another language, encoding, program or editor, or what it was sent first.
shares = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared(tmp_path_factory):
    """One server, a process as in an editor, for all the tests that it is harmless for."""
    async with editor(tmp_path_factory.mktemp("shared"), program=SERVER) as session:
        yield session


@pytest.fixture
def session(shared, tmp_path):
    """An editor with nothing open, in a folder of its own."""
    shared.folder = tmp_path
    yield shared
    for uri in shared.texts:
        shared.close(uri)
    for kept in (shared.texts, shared.versions, shared.published):
        kept.clear()


def codes(published):
    return [found.code for found in published]


def titled(actions, words):
    (found,) = [action for action in actions if words in action.title]
    return found


@shares
async def test_what_is_found_follows_what_is_typed(session):
    (found,) = await session.open("a.txt", YEARS)
    assert (found.code, found.source, found.severity) == ("NUM002", "lawcheck", types.DiagnosticSeverity.Error)
    assert session.placed("a.txt", found.range) == "20212025年"
    assert "2021—2025" in found.message
    session.type("a.txt", ((0, 9), (0, 9), "—"))
    assert await session.findings("a.txt") == []
    session.type("a.txt", ((1, 0), (1, 0), "要密切配合,共同推进。\n"), ((0, 9), (0, 10), ""))
    assert codes(await session.findings("a.txt")) == ["NUM002", "PUN001"]
    session.close("a.txt")
    assert (await session.told("a.txt")).diagnostics == ()


@shares
async def test_a_fix_is_applied_where_the_cursor_is(session):
    (found,) = await session.open("a.txt", YEARS)
    cursor = types.Range(found.range.start, found.range.start)
    fix, ignore, fix_all = await session.actions("a.txt", cursor)
    assert (fix.kind, fix.is_preferred, fix.diagnostics) == (QUICK_FIX, True, (found,))
    assert session.after("a.txt", fix) == YEARS.replace("20212025", "2021—2025")
    assert not ignore.is_preferred
    assert fix_all.kind == "source.fixAll.lawcheck"
    assert await session.actions("a.txt", cursor, only=[types.CodeActionKind.Refactor]) == []


@shares
async def test_places_that_a_finding_gathers_are_shown_and_fixed_one_by_one(session):
    found = await session.open("a.txt", COMMAS)
    assert codes(found) == ["PUN001"] * 3
    assert [session.placed("a.txt", each.range) for each in found] == [","] * 3
    actions = await session.actions("a.txt", found[1].range, only=[QUICK_FIX])
    assert session.after("a.txt", titled(actions, "此处")) == COMMAS.replace("品质,", "品质，")
    assert session.after("a.txt", titled(actions, "全部 3 处")) == COMMAS.replace(",", "，")


@shares
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
async def test_everything_safe_is_fixed_at_once(line_end, session):
    text = f"{YEARS}工作计划\n{COMMAS}{'、' * 3}见《办法》。\n".replace("\n", line_end)
    await session.open("a.txt", text)
    nowhere = types.Range(types.Position(1, 0), types.Position(1, 0))
    (action,) = await session.actions("a.txt", nowhere, only=[types.CodeActionKind.SourceFixAll])
    assert session.after("a.txt", action) == fix_text(text)
    # The cursor moved: the editor asks by itself, and shows no more than quick fixes.
    assert await session.actions("a.txt", nowhere, trigger_kind=types.CodeActionTriggerKind.Automatic) == []
    session.replace("a.txt", fix_text(text))
    assert not {"NUM002", "PUN001"} & set(codes(await session.findings("a.txt")))
    assert await session.actions("a.txt", nowhere, only=[types.CodeActionKind.SourceFixAll]) == []


IGNORED_BY = [
    ("a.txt", "plaintext", "# lawcheck: ignore NUM002"),
    ("a.md", "markdown", "<!-- lawcheck: ignore NUM002 -->"),
    ("a.html", "html", "<!-- lawcheck: ignore NUM002 -->"),
    ("untitled:Untitled-1", "markdown", "<!-- lawcheck: ignore NUM002 -->"),
]


@shares
async def test_a_line_is_ignored_by_a_comment(session):
    for (name, language, comment), line_end in product(IGNORED_BY, ("\n", "\r\n")):
        text = f"<p>\n{YEARS}</p>\n" if language == "html" else f"工作计划\n\n{YEARS}"
        text = text.replace("\n", line_end)
        (found,) = await session.open(name, text, language)
        ignored = session.after(name, titled(await session.actions(name, found.range), "忽略"))
        assert ignored == text.replace("实施", f"{comment}{line_end}实施")
        session.replace(name, ignored)
        assert await session.findings(name) == []
        session.close(name)
        assert (await session.told(name)).diagnostics == ()


@shares
async def test_no_comment_is_put_into_a_tag(session):
    (found,) = await session.open("a.html", f'<p\nclass="a">{YEARS}</p>\n', "html")
    assert [action.title for action in await session.actions("a.html", found.range, only=[QUICK_FIX])] == [
        "在两个年份之间补一字线（安全，此处）"
    ]


@shares
async def test_hovering_says_why(session):
    (found,) = await session.open("a.txt", YEARS)
    hover = await session.hover("a.txt", found.range.start)
    assert hover.contents.kind is types.MarkupKind.PlainText
    assert hover.contents.value.startswith(f"[NUM002] {found.message}\n")
    for part in ("理由：", "依据：[", "建议：在两个年份之间补一字线"):
        assert part in hover.contents.value
    assert hover.range == found.range
    assert await session.hover("a.txt", types.Position(0, 1)) is None


@shares
async def test_reports_are_in_the_language_that_is_configured(tmp_path, session):
    (tmp_path / "lawcheck.toml").write_text('lang = "en"', encoding="utf-8")
    (found,) = await session.open("a.txt", YEARS)
    assert "years" in found.message
    actions = await session.actions("a.txt", found.range)
    assert actions[-1].title == "Fix all that can be fixed safely in this file"
    assert "\nReason: " in (await session.hover("a.txt", found.range.start)).contents.value


@shares
async def test_the_outline_is_shown_and_folds(session):
    found = await session.open("a.txt", PLAN)
    assert "STR002" in codes(found)
    first, second = await session.symbols("a.txt")
    assert (first.name, [child.name for child in first.children]) == (
        "一、总体要求",
        ["（一）工作思路", "（二）工作目标"],
    )
    assert session.placed("a.txt", second.range).startswith("二、重点任务\n1.清理楼道。")
    assert session.placed("a.txt", second.selection_range) == "二、重点任务"
    assert first.kind is types.SymbolKind.Namespace
    assert [(fold.start_line, fold.end_line) for fold in await session.folds("a.txt")] == [(2, 4), (5, 7)]


@shares
async def test_related_places_lead_to_them(session):
    text = "一、总体要求\n1.清理楼道。按月。\n2.修补道路。按季。\n2.补种花草。按年。\n"
    found = {each.code: each for each in await session.open("a.txt", text)}
    (related,) = found["STR001"].related_information
    assert related.location.uri == session.uri("a.txt")
    assert session.placed("a.txt", related.location.range) == "2."


async def test_configuration_is_found_and_read_again(tmp_path):
    config = tmp_path / "lawcheck.toml"
    async with editor(tmp_path) as session:
        assert codes(await session.open("a.txt", YEARS)) == ["NUM002"]
        (registration,) = session.registered
        assert registration.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        address = "https://docs.example.gov.cn/{lang}/{code}/"
        config.write_text(f'docs-url = "{address}"\nseverity = {{ NUM002 = "info" }}', encoding="utf-8")
        session.configuration_changed("lawcheck.toml")
        (found,) = await session.findings("a.txt")
        assert found.severity is types.DiagnosticSeverity.Information
        assert found.code_description.href == "https://docs.example.gov.cn/zh/NUM002/"
        # Without being told, with the next change.
        config.write_text('ignore = ["NUM002"]', encoding="utf-8")
        session.type("a.txt", ((0, 0), (0, 0), "新"))
        assert await session.findings("a.txt") == []
        config.write_text('exclude = ["a.txt"]', encoding="utf-8")
        document = types.TextDocumentIdentifier(session.uri("a.txt"))
        session.client.text_document_did_save(types.DidSaveTextDocumentParams(document))
        assert await session.findings("a.txt") == []
        config.unlink()
        session.configuration_changed("lawcheck.toml")
        assert codes(await session.findings("a.txt")) == ["NUM002"]


async def test_a_wrong_configuration_is_told_once_and_the_last_right_one_holds(tmp_path):
    config = tmp_path / "lawcheck.toml"
    config.write_text('severity = { NUM002 = "info" }', encoding="utf-8")
    async with editor(tmp_path) as session:
        await session.open("a.txt", YEARS)
        for _ in range(2):
            config.write_text("stage = 3", encoding="utf-8")
            session.configuration_changed("lawcheck.toml")
            (found,) = await session.findings("a.txt")
            assert found.severity is types.DiagnosticSeverity.Information
        (found,) = await session.open("b.txt", YEARS)
        assert found.severity is types.DiagnosticSeverity.Error
        (message,) = session.client.messages
        assert message.message.startswith(f"lawcheck: {config}：第 1 行：stage ")
        config.unlink()
        session.configuration_changed("lawcheck.toml")
        (found,) = await session.findings("a.txt")
        assert found.severity is types.DiagnosticSeverity.Error


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ENCODINGS)
async def test_positions_are_right_with_any_characters(tmp_path, encoding):
    text = f"𠮷\u2028é\x0b{YEARS}\r\n𠮷𠮷,各单位\r\n".replace("\n", "\r\n")
    async with editor(tmp_path, encoding) as session:
        found = await session.open("a.txt", text)
        places = {each.code: session.placed("a.txt", each.range) for each in found}
        assert (places["NUM002"], places["PUN001"]) == ("20212025年", ",")
        fix = titled(await session.actions("a.txt", found[-1].range), "此处")
        assert session.after("a.txt", fix) == text.replace(",", "，")
        end = {"utf-8": 8, "utf-16": 4, "utf-32": 2}[encoding]
        row = found[-1].range.start.line
        session.type("a.txt", ((row, 0), (row, end), "我"))
        places = {each.code: session.placed("a.txt", each.range) for each in await session.findings("a.txt")}
        assert (places["NUM002"], places["PUN001"]) == ("20212025年", ",")


async def test_what_is_no_text_or_has_none_is_left_alone(tmp_path):
    async with editor(tmp_path) as session:
        assert await session.open("empty.txt", "") == []
        assert await session.symbols("empty.txt") == []
        assert await session.folds("empty.txt") == []
        session.type("empty.txt", ((0, 0), (0, 0), YEARS))
        assert codes(await session.findings("empty.txt")) == ["NUM002"]
        item = types.TextDocumentItem(session.uri("a.docx"), "plaintext", 1, YEARS)
        session.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        place = types.Range(types.Position(0, 0), types.Position(0, 20))
        for name in ("a.docx", "never-opened.txt"):
            assert await session.actions(name, place) is None
            assert await session.symbols(name) is None
            assert await session.hover(name, place.start) is None
            assert await session.folds(name) is None
        assert not [name for name in session.client.diagnostics if name.endswith("docx")]


@pytest.mark.slow
async def test_the_newest_version_wins(tmp_path):
    text = COMMAS * 200
    async with editor(tmp_path, program=SERVER) as session:
        await session.open("a.txt", text)
        seen = []

        def publish(params):
            seen.append(params.version)

        session.client.protocol.fm._features.pop(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        session.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(publish)
        for _ in range(30):
            session.type("a.txt", ((0, 0), (0, 0), "新"))
        session.replace("a.txt", YEARS)
        assert codes(await session.findings("a.txt")) == ["NUM002"]
        assert seen == sorted(set(seen))
        assert len(seen) < 30
        # An answer is about the newest version too.
        session.replace("a.txt", PLAN)
        assert [symbol.name for symbol in await session.symbols("a.txt")] == ["一、总体要求", "二、重点任务"]


@pytest.mark.slow
async def test_a_question_waits_for_the_version_that_follows(tmp_path):
    async with editor(tmp_path, program=SERVER) as session:
        await session.open("a.txt", YEARS * 250)
        session.replace("a.txt", COMMAS * 250)
        asked = asyncio.ensure_future(session.symbols("a.txt"))
        await asyncio.sleep(0.1)
        session.replace("a.txt", PLAN)
        assert [symbol.name for symbol in await asked] == ["一、总体要求", "二、重点任务"]


@shares
async def test_a_document_that_is_closed_at_once_leaves_nothing(session):
    for _ in range(3):
        await session.open("a.txt", YEARS)
        session.replace("a.txt", COMMAS)
        session.close("a.txt")
        session.replace("a.txt", YEARS)  # of a document that is not open any more
    assert codes(await session.open("b.txt", YEARS)) == ["NUM002"]
    assert session.client.diagnostics[session.uri("a.txt")] == ()


BROKEN = """
import sys
from lawcheck import pipeline
from lawcheck.surfaces.cli import main
check = pipeline.check
def broken(source, *rest):
    print("not for the editor")
    if "坏" in source.text:
        raise RuntimeError("very bad")
    return check(source, *rest)
pipeline.check = broken
sys.exit(main(["lsp"]))
"""


@pytest.mark.slow
async def test_a_check_that_fails_is_told_and_the_next_one_works(tmp_path):
    script = tmp_path / "broken.py"
    script.write_text(BROKEN, encoding="utf-8")
    async with editor(tmp_path, program=(str(script),)) as session:
        await session.open("a.txt", YEARS)
        session.replace("a.txt", "坏")
        await session.client.wait_for_notification(types.WINDOW_LOG_MESSAGE)
        assert "RuntimeError: very bad" in session.client.log_messages[-1].message
        assert await session.symbols("a.txt") is None
        session.replace("a.txt", YEARS)
        assert codes(await session.findings("a.txt")) == ["NUM002"]


async def test_an_editor_that_can_do_little_is_served_too(tmp_path):
    async with editor(tmp_path, capabilities=types.ClientCapabilities()) as session:
        (found,) = await session.open("a.txt", YEARS)
        assert session.registered == []
        actions = await session.actions("a.txt", found.range)
        (edits,) = titled(actions, "此处").edit.changes.values()
        assert edited(YEARS, edits) == fix_text(YEARS)


@pytest.mark.slow
def test_it_ends_with_its_editor():
    for data in (b"", b'Content-Length: 33\r\n\r\n{"jsonrpc":"2.0","method":"exit"}'):
        done = subprocess.run(command(*SERVER), input=data, capture_output=True, check=False, timeout=PATIENCE)
        assert (done.returncode, done.stdout) == (1, b"")


@pytest.mark.slow
def test_without_the_extra_it_says_what_to_install():
    program = "import sys; sys.modules['pygls'] = None; from lawcheck.surfaces.cli import main; sys.exit(main(['lsp']))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "pip install 'lawcheck[lsp]'" in done.stderr


@pytest.mark.slow
def test_other_commands_do_not_load_it():
    program = "import sys; from lawcheck.surfaces.cli import main; main(['rules']); sys.exit('pygls' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("page", ["docs/zh/editors.md", "docs/en/editors.md"])
def test_editors_are_told_the_right_command(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    settings = json.loads(re.search(r"```json\n(\{\n  \"lawcheck.*?)```", text, re.DOTALL)[1])
    assert settings["lawcheck.path"].endswith("/lawcheck")
    assert actions.FIX_ALL in settings["editor.codeActionsOnSave"]
    assert "cmd = { 'lawcheck', 'lsp' }" in text
    assert '("lawcheck" "lsp")' in text
    helix = tomllib.loads(re.search(r"```toml\n(\[language-server.*?)```", text, re.DOTALL)[1])
    assert helix["language-server"] == {"lawcheck": {"command": "lawcheck", "args": ["lsp"]}}
    assert all(language["language-servers"] == ["lawcheck"] for language in helix["language"])


def test_a_document_that_is_too_large_is_not_checked(tmp_path):
    document = OpenDocument(types.TextDocumentItem("file:///a.txt", "plaintext", 1, YEARS), str(tmp_path), UTF16)
    with mock.patch("lawcheck.reading.storage.MAX_BYTES", 10):
        analysis = analyse(document.latest, Configurations(), UTF16)
    assert (analysis.diagnostics, analysis.complaint) == ([], "/a.txt：超过大小上限（0 MiB）")


def test_a_rule_that_fails_cannot_be_ignored_by_a_comment(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "check_of", lambda rule: 1 // (rule.code != "NUM002") and (lambda document: ()))
    document = OpenDocument(types.TextDocumentItem("file:///a.txt", "plaintext", 1, YEARS), str(tmp_path), UTF16)
    analysis = analyse(document.latest, Configurations(), UTF16)
    start = types.Range(types.Position(0, 0), types.Position(0, 0))
    context = types.CodeActionContext([], only=[QUICK_FIX])
    params = types.CodeActionParams(types.TextDocumentIdentifier("file:///a.txt"), start, context)
    assert actions.actions(analysis, params, versioned=True) == []
    assert published.hover(analysis, start.start).contents.value.startswith("[LAW000] 规则 NUM002（")


TEXTS = st.text(st.sampled_from(["a", "é", "国", "𠮷", "\n", "\r", "\u2028", "\ud800"]), max_size=30)


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_positions_lead_back(text, encoding):
    positions = Positions(text, encoding)
    for at in range(len(text) + 1):
        place = positions.position(at)
        inside = text[max(0, at - 1) : at + 1] == "\r\n"
        assert positions.offset(place) == (at - 1 if inside else at)
    assert positions.offset(types.Position(100, 0)) == len(text)


def test_long_lines_have_right_positions():
    text = "国𠮷a" * 1000
    for encoding, width in (("utf-8", 8), ("utf-16", 4), ("utf-32", 3)):
        positions = Positions(text, types.PositionEncodingKind(encoding))
        assert positions.position(2997) == types.Position(0, 999 * width)
        assert [positions.offset(types.Position(0, n * width)) for n in range(1001)] == list(range(0, 3001, 3))
        # In the middle of a character.
        assert Positions("𠮷", types.PositionEncodingKind.Utf16).offset(types.Position(0, 1)) == 0


@given(
    TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), TEXTS), max_size=4), st.sampled_from(ENCODINGS)
)
@example("a\r", [(2, 2, "\n")], UTF16)
@example("a\rb\n", [(2, 3, "")], UTF16)
def test_a_document_has_the_text_of_its_editor(text, edits, encoding):
    document = OpenDocument(types.TextDocumentItem("untitled:a", "plaintext", 1, text), "/", encoding)
    for number, (one, other, new) in enumerate(edits):
        text = document.latest.text
        start, end = sorted((min(one, len(text)), min(other, len(text))))
        positions = Positions(text, encoding)
        # No position is between the two characters of a line end.
        start, end = positions.offset(positions.position(start)), positions.offset(positions.position(end))
        change = types.TextDocumentContentChangePartial(positions.range(start, end), new)
        document.change(number, [change])
        assert document.latest.text == text[:start] + new + text[end:]
        assert document.latest.number == number
