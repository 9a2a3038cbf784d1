"""Answers on what holds for all documents: the rules of the house, and whether documents are kept."""

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

from lawcheck.reporting.words import phrase
from lawcheck.running.configuration.layering import FILE
from lawcheck.surfaces.web import uploads
from lawcheck.surfaces.web.form_choices import language_of
from lawcheck.surfaces.web.house import house_of
from lawcheck.surfaces.web.refusals import UnknownError

if TYPE_CHECKING:
    from lawcheck.surfaces.web.app import Service


async def change_house(service: "Service", request: Request) -> Response:
    """Sets something for all documents."""
    service.house = service.house.changed(await uploads.words(request))
    _keep_house(service)
    return Response(status_code=204)


async def import_house(service: "Service", request: Request) -> Response:
    """Takes over what a configuration file says."""
    _, data = await uploads.document(request, language_of(request))
    service.house = house_of(data)
    _keep_house(service)
    return Response(status_code=204)


def _keep_house(service: "Service") -> None:
    if service.store:
        service.store.save_house(service.house.toml())


async def export_house(service: "Service", request: Request) -> Response:
    """The configuration file that says the same."""
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{FILE}"}
    return Response(service.house.toml(), media_type="application/toml", headers=headers)


async def set_keeping(service: "Service", request: Request) -> Response:
    """Keeps what is open on this computer, or nothing any more."""
    if service.store is None:
        raise UnknownError(phrase("no-request"))
    service.store.switch((await uploads.words(request)).get("do") == "on")
    for id_, draft in service.drafts.items():
        await service.keep(id_, draft)
    _keep_house(service)
    return Response(status_code=204)
