"""The application: what the page asks for, and what is answered."""

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import anyio
import anyio.to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from lawcheck.errors import COMMA, LawcheckError
from lawcheck.reading.formats import converted_endings, endings
from lawcheck.reading.storage import read_bytes
from lawcheck.records import dataclass, field
from lawcheck.reporting.page import rendered
from lawcheck.reporting.words import phrase
from lawcheck.running.configuration.layering import Resolved
from lawcheck.structure.kinds import Kind
from lawcheck.structure.settings import Scanned, Stage
from lawcheck.surfaces.web import downloads, uploads, work
from lawcheck.surfaces.web.applying import changed
from lawcheck.surfaces.web.asked import NextVersion, Typed, asked
from lawcheck.surfaces.web.beside_answers import compare, comparison, download_of, together
from lawcheck.surfaces.web.drafts import MINUTES, Draft, Drafts, DraftVersion, FindingTotals
from lawcheck.surfaces.web.following import FollowedFile
from lawcheck.surfaces.web.form_choices import FormChoices, chosen, language_of
from lawcheck.surfaces.web.guard import Guard
from lawcheck.surfaces.web.house import House, house_of
from lawcheck.surfaces.web.house_answers import change_house, export_house, import_house, set_keeping
from lawcheck.surfaces.web.processes import Processes
from lawcheck.surfaces.web.recovery import RecoveryStore
from lawcheck.surfaces.web.refusals import RefusedError, UnknownError
from lawcheck.surfaces.web.static_files import static_file

# LibreOffice has a limit of its own, after which it is ended with all that it began.
_SECONDS = 60.0
_TIDY_SECONDS = 60.0
_CHOICES = (("kind", Kind), ("stage", Stage), ("scanned", Scanned))


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """An open document in the list of them; `is_lost` if it was to be kept on the disk and could not be."""

    id: str
    name: str
    totals: FindingTotals
    turn: int
    is_unsaved: bool
    is_followed: bool
    is_lost: bool


@dataclass(slots=True)
class Service:
    """The documents that are open, and what is done with them; `options` says what holds after some choices."""

    resolved: Callable[[FormChoices], Resolved]
    drafts: Drafts = field(default_factory=Drafts)
    processes: Processes = field(default_factory=Processes)
    seconds: float = _SECONDS
    house: House = House()
    followed: list[FollowedFile] = field(default_factory=list)
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    store: RecoveryStore | None = None

    def __post_init__(self) -> None:
        if self.store:
            self.drafts = Drafts(store=self.store)
            if kept := self.store.load_house():
                self.house = house_of(kept)

    def app(self, port: int) -> ASGIApp:
        """The application for pages that are opened at this port."""
        routes = [
            Route("/", self._page),
            Route("/static/{name}", static_file),
            Route("/keeping", partial(set_keeping, self), methods=["POST"]),
            Route("/house", partial(change_house, self), methods=["POST"]),
            Route("/house/file", partial(import_house, self), methods=["POST"]),
            Route("/house/file", partial(export_house, self), methods=["GET"]),
            Route("/list", self._list, methods=["POST"]),
            Route("/documents", self._open, methods=["POST"]),
            Route("/documents/{id}", self._show, methods=["GET"]),
            Route("/documents/{id}", self._close, methods=["DELETE"]),
            Route("/documents/{id}/comparison", partial(compare, self), methods=["POST"]),
            Route("/documents/{id}/comparison", partial(comparison, self), methods=["GET"]),
            Route("/documents/{id}/comparison/{kind}", partial(comparison, self), methods=["GET"]),
            Route("/together/{what}", partial(together, self), methods=["GET"]),
            Route("/documents/{id}/next", self._next, methods=["POST"]),
            Route("/documents/{id}/{change}", self._change, methods=["POST"]),
            Route("/documents/{id}/files/{what}", self._download),
        ]
        starlette = Starlette(routes=routes, exception_handlers={LawcheckError: _refused}, lifespan=self._lifespan)
        return Guard(starlette, port, self.token)

    @asynccontextmanager
    async def _lifespan(self, app: Starlette) -> AsyncIterator[None]:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(self._keep_tidy)
            if not self.followed:  # which are asked for at once
                tasks.start_soon(self._warm_up)
            for file in self.followed:
                tasks.start_soon(file.follow, self._saved)
            yield
            tasks.cancel_scope.cancel()

    async def _keep_tidy(self) -> None:
        while True:
            await anyio.sleep(_TIDY_SECONDS)
            self.drafts.forget_old()

    async def _warm_up(self) -> None:
        """Has the rules loaded while the reader looks for a file: the first document is shown as quickly as others."""
        resolved = self.resolved(FormChoices("", "", "", "zh"))
        await self.processes.prepare(self.seconds, work.opened, work.WorkJob("1.txt", DraftVersion(b"1"), resolved))

    def follow(self, path: Path) -> str:
        """Opens a file of this computer, and again each time it is saved; the name of its document."""
        name, data = work.editable(path.name, read_bytes(path))
        draft = Draft(name, "", "", "", [], is_followed=True)
        draft.open(DraftVersion(data, original=data))
        id_ = self.drafts.add(draft)
        self.followed.append(FollowedFile(path, id_))
        return id_

    async def _saved(self, id_: str, file: NextVersion) -> None:
        if draft := self.drafts.find(id_):
            await self.go_on(id_, draft, file, "zh")

    async def _page(self, request: Request) -> Response:
        language, comma = language_of(request), COMMA.in_language(language_of(request))
        values = {"token": self.token, "minutes": MINUTES, "size": uploads.MIBIBYTES}
        shown = {"choices": work.CHOICES, "endings": endings(), "all": comma.join(endings())}
        converted = converted_endings()
        files = {"files": comma.join(e for e in endings() if e not in converted), "converted": comma.join(converted)}
        store, is_kept = self.store, self._is_keeping
        kept = {"store": store, "is_kept": is_kept, "kept": store.names() if store else ()}
        return HTMLResponse(rendered(work.FOLDERS, "page.html", language, **values, **shown, **files, **kept))

    @property
    def _is_keeping(self) -> bool:
        return self.store is not None and self.store.is_on

    async def keep(self, id_: str, draft: Draft) -> None:
        """Keeps a document on this computer, if that was asked for."""
        if self.store and self.store.is_on and not draft.is_followed:
            await anyio.to_thread.run_sync(self.store.save, id_, draft)

    async def _open(self, request: Request) -> Response:
        language = language_of(request)
        name, data = await uploads.document(request, language)
        kind, stage, scanned = (chosen(request.query_params.get(key, ""), values) for key, values in _CHOICES)
        draft = Draft(name, kind, stage, scanned, [])
        draft.open(DraftVersion(data))
        # Its name is part of what is shown, so that it has one before anything is known of it.
        id_ = self.drafts.add(draft)
        try:
            outcome = await self.processes.run(self.seconds, work.opened, self.job(id_, draft, language))
        except Exception:
            self.drafts.close(id_)
            raise
        draft.name, draft.totals = outcome.name, outcome.totals
        draft.open(outcome.version)
        await self.keep(id_, draft)
        return HTMLResponse(outcome.page, 201)

    async def _list(self, request: Request) -> Response:
        """Those of the documents that a page knows which are open still, and how they stand."""
        said = await uploads.words(request)
        drafts = [(name, draft) for name in said.get("ids", "").split() if (draft := self.drafts.find(name))]
        shown = [
            ListedDocument(name, d.called, d.totals, d.turn, d.is_unsaved, d.is_followed, self._is_lost(name, d))
            for name, d in drafts
        ]
        has_xlsx = find_spec("xlsxwriter") is not None
        values = {"documents": shown, "current": said.get("current", ""), "has_xlsx": has_xlsx}
        return HTMLResponse(rendered(work.FOLDERS, "list.html", language_of(request), **values))

    def _is_lost(self, name: str, draft: Draft) -> bool:
        store = self.store
        return store is not None and store.is_on and not draft.is_followed and not store.has(name, draft)

    async def _show(self, request: Request) -> Response:
        language = language_of(request)
        draft = self.find(request)
        job = self.job(request.path_params["id"], draft, language)
        said = ("page-still", draft.now.label) if draft.is_followed and len(draft.versions) > 1 else ()
        outcome = await self.processes.run(self.seconds, work.shown, job, *said)
        draft.totals = outcome.totals
        return HTMLResponse(outcome.page)

    async def _change(self, request: Request) -> Response:
        """Makes a change (`asked`), undoes what was done last, or does that again."""
        language = language_of(request)
        draft = self.find(request)
        said = await uploads.words(request)
        id_, change = request.path_params["id"], request.path_params["change"]
        async with draft.lock:
            if change == "choose":
                draft.choose(*(chosen(said.get(key, ""), values) for key, values in _CHOICES))
                outcome = await self.processes.run(
                    self.seconds, work.shown, self.job(id_, draft, language), "did-choose"
                )
            elif change in ("undo", "redo"):
                label = draft.undo() if change == "undo" else draft.redo()
                done = (f"did-{change}", label) if label else ()
                outcome = await self.processes.run(self.seconds, work.shown, self.job(id_, draft, language), *done)
            else:
                job, asked_for = self.job(id_, draft, language), asked(change, said)
                if isinstance(asked_for, Typed) and draft.begun(asked_for.session) is not draft.now:
                    # What is written in one go is one change, however often it was looked at in between.
                    job = replace(job, version=draft.versions[-2], labels=job.labels[:-1])
                    outcome = await self.processes.run(self.seconds, changed, job, asked_for)
                    draft.versions.pop()
                else:
                    outcome = await self.processes.run(self.seconds, changed, job, asked_for)
                draft.add(outcome.version)
            draft.totals = outcome.totals
            await self.keep(id_, draft)
        self.drafts.tidy(id_)
        return HTMLResponse(outcome.page)

    async def _next(self, request: Request) -> Response:
        """Goes on with another file in the place of the document."""
        language = language_of(request)
        draft = self.find(request)
        name, data = await uploads.document(request, language)
        return HTMLResponse(await self.go_on(request.path_params["id"], draft, NextVersion(name, data), language))

    async def go_on(self, id_: str, draft: Draft, file: NextVersion, language: str) -> str:
        """Another file in the place of a document, which is as it was given then; how the page shows it."""
        async with draft.lock:
            outcome = await self.processes.run(self.seconds, changed, self.job(id_, draft, language), file)
            draft.add(outcome.version)
            draft.kept, draft.totals = outcome.version, outcome.totals
            await self.keep(id_, draft)
        self.drafts.tidy(id_)
        return outcome.page

    async def _close(self, request: Request) -> Response:
        self.drafts.close(request.path_params["id"])
        return Response(status_code=204)

    async def _download(self, request: Request) -> Response:
        language, what = language_of(request), request.path_params["what"]
        draft = self.find(request)
        if what not in downloads.DOWNLOADS:
            raise UnknownError(phrase("no-request"))
        job = self.job(request.path_params["id"], draft, language)
        file = await self.processes.run(self.seconds, downloads.download, job, what)
        if what in downloads.KEEPS:
            draft.kept = draft.now
            await self.keep(request.path_params["id"], draft)
        return download_of(file)

    def find(self, request: Request) -> Draft:
        """The document that is asked for; raises UnknownError."""
        name = request.path_params["id"]
        draft = self.drafts.find(name)
        if draft is None:
            raise UnknownError(phrase("no-restart" if self.drafts.is_of_other_run(name) else "no-document"))
        return draft

    def job(self, id_: str, draft: Draft, language: str) -> work.WorkJob:
        """What is to be known of a document to work on it."""
        resolved = self.resolved(FormChoices(draft.kind, draft.stage, draft.scanned, language))
        return work.WorkJob(
            draft.called,
            draft.now,
            resolved,
            id_,
            draft.labels,
            draft.labels_undone,
            draft.turn,
            self.house,
            draft.before is not None,
            {"kind": draft.kind, "stage": draft.stage, "scanned": draft.scanned},
        )


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, LawcheckError)  # it is for no other
    status = error.status if isinstance(error, RefusedError) else RefusedError.status
    return PlainTextResponse(error.in_language(language_of(request)), status)
