"""`lawcheck lsp`: speaks the language server protocol on standard input and output."""

import contextlib
import gc
import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from lawcheck import __version__
from lawcheck.errors import UsageError
from lawcheck.reporting.words import word
from lawcheck.surfaces.lsp import actions, published, symbols
from lawcheck.surfaces.lsp.analysis import Analysis
from lawcheck.surfaces.lsp.preferences import preferences
from lawcheck.surfaces.lsp.session import Session

# Those of the configuration, and the rules of one's own.
_WATCHED_FILES = "**/*.toml"


class _Protocol(LanguageServerProtocol):
    """Leaves the texts to the session: those of pygls end lines at U+2028 and the like, where editors do not."""

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Iterator[Any]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Iterator[Any]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Iterator[Any]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None


class Server(LanguageServer):
    """One connection to an editor."""

    def __init__(self) -> None:
        super().__init__("lawcheck", __version__, protocol_cls=_Protocol)
        self.session = Session(self._publish, self._report)
        self.stopped_in_order = False
        self._complaints: dict[str, str] = {}
        self._locale: str | None = None

    def clear(self, uri: str) -> None:
        """Takes the findings of a document off the screen."""
        self._complaints.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @property
    def language(self) -> str:
        """That of whatever is told about no document."""
        preferences = self.session.configurations.preferences
        return preferences.top.lang or preferences.language

    def tell(self, words: str) -> None:
        """Shows the user a message."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"lawcheck: {words}"))

    def prefer(self, settings: object) -> None:
        """Takes up what the user has set in the editor; what makes no sense is told, and the last holds."""
        try:
            found = preferences(settings, self.session.root, self._locale)
        except UsageError as error:
            self.tell(error.in_language(self.language))
        else:
            self.session.configurations.preferences = found

    def speak(self, locale: str | None) -> None:
        """Takes up the language of the editor, before its settings."""
        self._locale = locale

    def _publish(self, analysis: Analysis, shown: list[types.Diagnostic]) -> None:
        uri, version = analysis.version.uri, analysis.version.number
        self._complain(uri, analysis.complaint)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, version))

    def _complain(self, uri: str, complaint: str) -> None:
        """Tells the user once what is wrong, however many documents it is wrong for."""
        if complaint and complaint not in self._complaints.values():
            self.tell(complaint)
        self._complaints[uri] = complaint

    def _report(self, trace: str) -> None:
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, trace))


def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    if not ls.session.open(params.text_document):
        ls.tell(word("not-in-editors", ls.language))


def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    ls.session.change(params.text_document.uri, params.text_document.version, params.content_changes)


def _saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    ls.session.check(params.text_document.uri)


def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.session.close(params.text_document.uri)
    ls.clear(params.text_document.uri)


def _initialize(ls: Server, params: types.InitializeParams) -> None:
    ls.session.root = ls.workspace.root_path or ls.session.root
    ls.speak(params.locale)
    ls.prefer(params.initialization_options)
    ls.session.encoding = types.PositionEncodingKind(ls.workspace.position_encoding)


def _initialized(ls: Server, params: types.InitializedParams) -> None:
    """Asks to be told of changes of configuration files, if the editor can."""
    workspace = ls.client_capabilities.workspace
    watching = workspace and workspace.did_change_watched_files
    if watching and watching.dynamic_registration:
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED_FILES)])
        registration = types.Registration("configuration", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        ls.client_register_capability(types.RegistrationParams([registration]))


def _configuration_changed(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    ls.session.check_all()


def _settings_changed(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    ls.prefer(params.settings)
    ls.session.check_all()


async def _code_actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    analysis = await ls.session.latest(params.text_document.uri)
    if analysis is None:
        return None
    workspace = ls.client_capabilities.workspace
    versioned = bool(workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes)
    return await ls.session.work(lambda: actions.actions(analysis, params, versioned))


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    analysis = await ls.session.latest(params.text_document.uri)
    return await ls.session.work(lambda: published.hover(analysis, params.position)) if analysis else None


async def _definition(ls: Server, params: types.DefinitionParams) -> types.Location | None:
    analysis = await ls.session.latest(params.text_document.uri)
    return await ls.session.work(lambda: published.definition(analysis, params.position)) if analysis else None


async def _symbols(ls: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
    analysis = await ls.session.latest(params.text_document.uri)
    return await ls.session.work(lambda: symbols.symbols(analysis)) if analysis else None


async def _folds(ls: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
    analysis = await ls.session.latest(params.text_document.uri)
    return await ls.session.work(lambda: symbols.folds(analysis)) if analysis else None


def _stopped(ls: Server, params: None) -> None:
    ls.stopped_in_order = True


_FEATURES: dict[str, Callable[..., Any]] = {
    types.INITIALIZE: _initialize,
    types.INITIALIZED: _initialized,
    types.SHUTDOWN: _stopped,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_SAVE: _saved,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _configuration_changed,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: _settings_changed,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_DEFINITION: _definition,
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: _symbols,
    types.TEXT_DOCUMENT_FOLDING_RANGE: _folds,
}


def serve() -> int:
    """Serves the editor that has started this process; returns the exit status."""
    gc.enable()  # unlike the other commands this one lives long
    # Standard output belongs to the protocol, whatever a library may print.
    output = sys.stdout.buffer
    with contextlib.redirect_stdout(sys.stderr):
        return connect(sys.stdin.buffer, output)


def connect(editor: BinaryIO, output: BinaryIO) -> int:
    """Serves one editor until it ends the connection; returns the exit status."""
    server = Server()
    for name, function in _FEATURES.items():
        server.feature(name)(function)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=actions.KINDS))(
        _code_actions
    )
    server.start_io(editor, output)
    server.session.end()
    return 0 if server.stopped_in_order else 1
