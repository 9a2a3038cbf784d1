"""An editor that talks to `lawcheck lsp`, for tests: opens and changes documents, applies what is offered."""

import asyncio
import socket
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client
from timing import PATIENCE

from lawcheck.surfaces.lsp.language_server import connect

ROOT = Path(__file__).parent.parent
UTF16 = types.PositionEncodingKind.Utf16
_CODECS = {UTF16: "utf-16-le", types.PositionEncodingKind.Utf8: "utf-8", types.PositionEncodingKind.Utf32: "utf-32-le"}
_WIDTHS = {UTF16: 2, types.PositionEncodingKind.Utf8: 1, types.PositionEncodingKind.Utf32: 4}


# The arguments of Python for `lawcheck lsp`.
SERVER = ("-m", "lawcheck", "lsp")


def command(*program):
    """How Python runs a program."""
    return [sys.executable, *program]


def offset(text, position, encoding=UTF16):
    """The code point at a position: counted without the code that is tested."""
    lines = text.replace("\r\n", "\n\n").replace("\r", "\n").split("\n")
    starts, at = [0], 0
    while at < len(text):
        at += 2 if text.startswith("\r\n", at) else 1
        if text[at - 1] in "\r\n":
            starts.append(at)
    assert len(lines) >= len(starts)
    start = starts[position.line]
    units = text[start:].encode(_CODECS[encoding])[: position.character * _WIDTHS[encoding]]
    return start + len(units.decode(_CODECS[encoding]))


def edited(text, edits, encoding=UTF16):
    """A text after the edits of an editor, all of them in its positions."""
    spans = [(offset(text, e.range.start, encoding), offset(text, e.range.end, encoding), e.new_text) for e in edits]
    for start, end, new in sorted(spans, key=lambda span: span[:2], reverse=True):
        text = text[:start] + new + text[end:]
    return text


@dataclass
class Editor:
    """One connection, with the documents that it has open and all that it was sent of them."""

    client: LanguageClient
    folder: Path
    encoding: types.PositionEncodingKind = UTF16
    texts: dict[str, str] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    published: list[types.PublishDiagnosticsParams] = field(default_factory=list)
    registered: list[types.Registration] = field(default_factory=list)

    def uri(self, name):
        return name if ":" in name else (self.folder / name).as_uri()

    async def open(self, name, text, language="plaintext"):
        """Opens a document and gives what was found in it."""
        uri = self.uri(name)
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.findings(name)

    def type(self, name, *edits):
        """Changes a document: each edit is a position, another and the new text, in the text after those before."""
        uri = self.uri(name)
        self.versions[uri] += 1
        changes = []
        for start, end, new in edits:
            place = types.Range(types.Position(*start), types.Position(*end))
            changes.append(types.TextDocumentContentChangePartial(place, new))
            self.texts[uri] = edited(self.texts[uri], [types.TextEdit(place, new)], self.encoding)
        self.send(uri, changes)

    def replace(self, name, text):
        """Gives a document another text altogether."""
        uri = self.uri(name)
        self.versions[uri] += 1
        self.texts[uri] = text
        self.send(uri, [types.TextDocumentContentChangeWholeDocument(text)])

    def send(self, uri, changes):
        document = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, changes))

    def close(self, name):
        document = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    def listen(self):
        """Keeps what is told of documents from now on; two notifications may come at once, so none is waited for."""
        self.client.protocol.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, self._told)

    def _told(self, params):
        self.published.append(params)
        self.listen()

    async def findings(self, name):
        """What is found in the present version of a document, as soon as it is told."""
        while (params := await self.told(name)).version != self.versions[self.uri(name)]:
            pass
        return list(params.diagnostics)

    async def told(self, name):
        """The last that is told of a document since it was asked for, as soon as there is something."""
        uri = self.uri(name)
        async with asyncio.timeout(PATIENCE):
            while not (told := [params for params in self.published if params.uri == uri]):
                await asyncio.sleep(0.001)
        self.published = [params for params in self.published if params.uri != uri]
        return told[-1]

    async def actions(self, name, place, **context):
        """What is offered for a range."""
        document = types.TextDocumentIdentifier(self.uri(name))
        params = types.CodeActionParams(document, place, types.CodeActionContext([], **context))
        offered = await self.client.text_document_code_action_async(params)
        return None if offered is None else list(offered)

    def after(self, name, action):
        """The text of a document after an action."""
        uri = self.uri(name)
        (change,) = action.edit.document_changes
        assert (change.text_document.uri, change.text_document.version) == (uri, self.versions[uri])
        return edited(self.texts[uri], change.edits, self.encoding)

    def placed(self, name, place):
        """The text in a range."""
        text = self.texts[self.uri(name)]
        return text[offset(text, place.start, self.encoding) : offset(text, place.end, self.encoding)]

    async def hover(self, name, position):
        document = types.TextDocumentIdentifier(self.uri(name))
        return await self.client.text_document_hover_async(types.HoverParams(document, position))

    async def definition(self, name, position):
        document = types.TextDocumentIdentifier(self.uri(name))
        return await self.client.text_document_definition_async(types.DefinitionParams(document, position))

    async def symbols(self, name):
        params = types.DocumentSymbolParams(types.TextDocumentIdentifier(self.uri(name)))
        found = await self.client.text_document_document_symbol_async(params)
        return None if found is None else list(found)

    async def folds(self, name):
        params = types.FoldingRangeParams(types.TextDocumentIdentifier(self.uri(name)))
        found = await self.client.text_document_folding_range_async(params)
        return None if found is None else list(found)

    def set(self, settings):
        self.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))

    def configuration_changed(self, name):
        event = types.FileEvent(self.uri(name), types.FileChangeType.Changed)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))


@asynccontextmanager
async def editor(folder, encoding=None, program=(), capabilities=None, **initial):
    """Starts a server as VS Code would in a folder, and ends it in order.

    A program is a process of its own; without one the server is in this process, where all is loaded already.
    """
    client = make_test_lsp_client()
    session = Editor(client, folder, encoding or UTF16)
    client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: session.registered.extend(params.registrations))
    session.listen()
    if program:
        await client.start_io(*command(*program))
    else:
        ended = await _served_here(client)
    if capabilities is None:
        capabilities = client_capabilities("visual-studio-code")
    if encoding:
        capabilities.general.position_encodings = [encoding]
    params = types.InitializeParams(capabilities, root_uri=folder.as_uri(), **initial)
    result = await client.initialize_session(params)
    assert result.capabilities.position_encoding == session.encoding
    try:
        yield session
        await client.shutdown_session()
        assert (client._server.returncode if program else await ended) == 0
    finally:
        client.protocol.writer.close()
        await client.stop()


async def _served_here(client):
    """Connects the client with a server in this process; returns what waits for its exit status."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve():
        with listening:
            connection, _ = listening.accept()
        with connection, connection.makefile("rb") as sent, connection.makefile("wb") as answers:
            return connect(sent, answers)

    ended = asyncio.ensure_future(asyncio.to_thread(serve))
    await client.start_tcp(*listening.getsockname())
    return ended
