"""The open documents and what is known of them: checked one at a time, away from the loop that serves the editor."""

import asyncio
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from lsprotocol import types

from lawcheck.surfaces.lsp.analysis import Analysis, analyse
from lawcheck.surfaces.lsp.configurations import Configurations
from lawcheck.surfaces.lsp.open_documents import OpenDocument
from lawcheck.surfaces.lsp.published import diagnostics

# So many seconds pass before a change is checked: those that come with it are checked with it, as are those that come
# while a check runs.
_DELAY = 0.005

_Result = TypeVar("_Result")


class Session:
    """Checks every document when it changes, the newest version only.

    `publish` is given what was found in a version that is still the latest, as it is to be shown; `fault` the trace of
    a check that failed. `root` is the folder of documents that are no files, `encoding` that of the editor's
    positions.
    """

    def __init__(
        self, publish: Callable[[Analysis, list[types.Diagnostic]], None], fault: Callable[[str], None]
    ) -> None:
        self.root = str(Path.cwd())
        self.encoding = types.PositionEncodingKind.Utf16
        self._publish = publish
        self._fault = fault
        self._documents: dict[str, OpenDocument] = {}
        # The last check of each document, and which of them have not begun: those will take the latest version.
        self._checks: dict[str, asyncio.Task[Analysis | None]] = {}
        self._waiting: set[str] = set()
        self.configurations = Configurations()
        # One check after another: they would only slow one another down.
        self._worker = ThreadPoolExecutor(1, "lawcheck")

    def open(self, item: types.TextDocumentItem) -> bool:
        """Takes up a document and checks it; returns whether it is one that can be checked in an editor."""
        opened = self._documents[item.uri] = OpenDocument(item, self.root, self.encoding)
        self.check(item.uri, 0)
        return opened.latest.source is not None

    def change(self, uri: str, number: int | None, changes: Sequence[types.TextDocumentContentChangeEvent]) -> None:
        """Follows a change of a document; one that is not open is no concern."""
        if uri in self._documents:
            self._documents[uri].change(number, changes)
            self.check(uri)

    def close(self, uri: str) -> None:
        """Forgets a document."""
        self._documents.pop(uri, None)
        self._checks.pop(uri, None)
        self._waiting.discard(uri)

    def check(self, uri: str, delay: float = _DELAY) -> None:
        """Has a document checked that may have changed; a check that has begun is followed by another."""
        if uri in self._documents and uri not in self._waiting:
            self._waiting.add(uri)
            earlier = self._checks.get(uri)
            self._checks[uri] = asyncio.create_task(self._checked(uri, earlier, delay))

    def check_all(self) -> None:
        """Has all documents checked again, because the configuration may have changed."""
        for uri in self._documents:
            self.check(uri)

    async def latest(self, uri: str) -> Analysis | None:
        """What is known of the latest version of a document, as soon as it is."""
        while uri in self._checks:
            check = self._checks[uri]
            analysis = await asyncio.shield(check)
            if self._checks.get(uri) is check:
                return analysis
        return None

    async def work(self, task: Callable[[], _Result]) -> _Result:
        """What takes long is done beside the loop."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, task)

    def end(self) -> None:
        """Stops checking; what has begun is the last."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def _checked(self, uri: str, earlier: asyncio.Task[Analysis | None] | None, delay: float) -> Analysis | None:
        """Checks the latest version; what was found in it is published if it still is the latest then."""
        own = asyncio.current_task()
        await asyncio.sleep(delay)
        if earlier:
            await asyncio.wait([earlier])
        if self._checks.get(uri) is not own:
            return None
        self._waiting.discard(uri)
        version = self._documents[uri].latest
        try:
            analysis = await self.work(lambda: analyse(version, self.configurations, self.encoding))
            shown = await self.work(lambda: diagnostics(analysis)) if analysis else []
        except Exception:
            self._fault(traceback.format_exc())
            return None
        if analysis and self._checks.get(uri) is own:
            self._publish(analysis, shown)
        return analysis
