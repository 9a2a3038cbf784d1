"""Answers on a document beside another one, and on all that are open."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from lawcheck.reporting.words import phrase
from lawcheck.surfaces.web import downloads, uploads
from lawcheck.surfaces.web.drafts import Draft
from lawcheck.surfaces.web.form_choices import language_of
from lawcheck.surfaces.web.refusals import UnknownError
from lawcheck.surfaces.web.two_revisions import WAYS

if TYPE_CHECKING:
    from lawcheck.surfaces.web.app import Service

# A page that is one file says itself which styles it may have; nothing here may widen that.
_POLICY_OF_PAGES = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)


async def compare(service: "Service", request: Request) -> Response:
    """Holds the document against another, which is sent or known; the files about it can be asked for then."""
    language = language_of(request)
    draft, id_ = service.find(request), request.path_params["id"]
    way = WAYS.get(request.query_params.get("way", "compare"))
    if way is None:
        raise UnknownError(phrase("no-request"))
    name, data = _other(service, request, draft) or await uploads.document(request, language)
    async with draft.lock:
        draft.beside = await service.processes.run(service.seconds, way, service.job(id_, draft, language), name, data)
        said = draft.beside.said
    service.drafts.tidy(id_)
    return PlainTextResponse(said)


def _other(service: "Service", request: Request, draft: Draft) -> tuple[str, bytes] | None:
    """The other document, where it is named: as it was uploaded, the version before, or another that is open."""
    match request.query_params.get("with", ""):
        case "":
            return None
        case "original":
            return draft.called, draft.now.original
        case "before" if draft.before:
            return draft.before.name or draft.name, draft.before.data
        case name if other := service.drafts.find(name):
            return other.called, other.now.data
    raise UnknownError(phrase("no-document"))


async def comparison(service: "Service", request: Request) -> Response:
    """The page about the document beside another, or a file of this kind about it."""
    draft, kind = service.find(request), request.path_params.get("kind", "")
    beside = draft.beside
    if beside is None or (kind or "html") not in beside.files:
        raise UnknownError(phrase("no-comparison"))
    if not kind:
        return HTMLResponse(beside.files["html"], headers={"content-security-policy": _POLICY_OF_PAGES})
    return download_of(downloads.beside(draft.called, beside, kind, language_of(request)))


async def together(service: "Service", request: Request) -> Response:
    """A file about several documents that are open."""
    language, what = language_of(request), request.path_params["what"]
    names = request.query_params.get("ids", "").split()
    jobs = [service.job(name, draft, language) for name in names if (draft := service.drafts.find(name))]
    if not jobs or what not in downloads.TOGETHER:
        raise UnknownError(phrase("no-request"))
    return download_of(await service.processes.run(service.seconds, downloads.together, jobs, what))


def download_of(file: downloads.File) -> Response:
    """A file to be taken away."""
    disposition = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
    return Response(file.data, media_type=file.media, headers={"content-disposition": disposition})
