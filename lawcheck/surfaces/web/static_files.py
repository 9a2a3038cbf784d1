"""The scripts and styles of the page, which are the same for everybody."""

from starlette.requests import Request
from starlette.responses import Response

from lawcheck.reporting.page import resource
from lawcheck.reporting.words import phrase
from lawcheck.surfaces.web.refusals import UnknownError

_SHARED, _OWN = "lawcheck.reporting.display", "lawcheck.surfaces.web"
_CSS, _SCRIPT = "text/css", "text/javascript"
_FILES = {
    "display.css": (_SHARED, _CSS),
    "display.js": (_SHARED, _SCRIPT),
    "page.css": (_OWN, _CSS),
    "page.js": (_OWN, _SCRIPT),
    "calm.js": (_OWN, _SCRIPT),
    "files.js": (_OWN, _SCRIPT),
    "editing.js": (_OWN, _SCRIPT),
    "beside.js": (_OWN, _SCRIPT),
    "beside.css": (_OWN, _CSS),
    "compare.css": ("lawcheck.reporting.comparison", _CSS),
    "cover.css": ("lawcheck.reporting.coverage", _CSS),
}


def static_file(request: Request) -> Response:
    """One of them; raises UnknownError where there is none of this name."""
    name = request.path_params["name"]
    if name not in _FILES:
        raise UnknownError(phrase("no-request"))
    folder, media = _FILES[name]
    return Response(resource(folder, name), media_type=media)
