"""Documents that are kept on this computer, for those who ask for it."""

import json
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from html_pages import parsed
from starlette.testclient import TestClient
from test_web import HOST, PORT, Here, Page, cards, key_of, note, options

from lawcheck.surfaces.web.app import Service
from lawcheck.surfaces.web.drafts import MINUTES, Draft, Drafts, DraftVersion
from lawcheck.surfaces.web.recovery import RecoveryStore, data_folder


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "user" / "kept"


def started(folder):
    """A page of a service that has just been started."""
    service = Service(options, processes=Here(), store=RecoveryStore(folder))
    return Page(TestClient(service.app(PORT), base_url=f"http://{HOST}"), service.token)


def keeping(page, do="on"):
    return page.client.post("/keeping", content=json.dumps({"do": do}), headers=page.own)


def listed(page, *ids):
    asked = page.client.post("/list", content=json.dumps({"ids": " ".join(ids)}), headers=page.own)
    return parsed(asked.text)


def test_nothing_is_kept_until_it_is_asked_for(folder):
    page = started(folder)
    page.open()
    page.change("fix-all")
    assert not folder.exists()
    assert parsed(page.client.get("/").text).xpath("//input[@name='keeping' and not(@checked)]")


def test_a_new_start_goes_on_with_what_was_kept(folder):
    page = started(folder)
    opened = page.open()
    page.change("ignore", key=key_of(opened, "PUN001"), reason="照抄原文")
    assert keeping(page).status_code == 204
    page.change("fix", key=key_of(opened, "NUM002"))
    page.client.post("/house", content=json.dumps({"do": "add", "key": "terms", "value": "示例用语"}), headers=page.own)
    ids = [page.id]
    page.open("一、总体要求\n", "另一份.txt")
    ids.append(page.id)
    again = started(folder)
    front = parsed(again.client.get("/").text)
    assert set(front.xpath("//body/@data-kept")[0].split()) == set(ids)
    assert front.xpath("//input[@name='keeping' and @checked]")
    rows = listed(again, *ids).xpath("//li[@data-id]")
    assert ["data-unsaved" in row.attrib for row in rows] == [True, False]
    again.id = ids[0]
    shown = again.client.get(f"/documents/{ids[0]}")
    assert not {"PUN001", "NUM002"} & {code for code, *_ in cards(shown)}
    assert "照抄原文" in shown.text
    assert "示例用语" in shown.text
    assert "2024—2026" in again.file("document").text
    assert note(again.change("off", code="RSP001"))
    held = again.client.post(
        f"/documents/{ids[0]}/comparison",
        params={"with": "original", "lang": "zh"},
        headers={**again.own, "lawcheck-name": quote("x")},
    )
    assert held.text.startswith("改动")
    # Another version is written over the one before.
    assert len(list((folder / ids[0]).iterdir())) == 3


def test_what_is_closed_or_switched_off_is_deleted(folder):
    page = started(folder)
    keeping(page)
    page.open()
    first = page.id
    page.open()
    page.client.delete(f"/documents/{first}", headers=page.own)
    assert [path.name for path in folder.iterdir() if path.is_dir()] == [page.id]
    keeping(page, "off")
    assert not folder.exists()
    assert page.change("fix-all").status_code == 200
    assert not folder.exists()
    assert started(folder).client.get(f"/documents/{page.id}").status_code == 404


def test_what_the_disk_does_not_take_is_told(folder):
    page = started(folder)
    keeping(page)
    page.open()
    assert not listed(page, page.id).xpath("//*[contains(., '未能存盘')]")
    shutil.rmtree(folder / page.id)
    (folder / page.id).write_text("", encoding="utf-8")
    assert page.change("fix-all").status_code == 200
    assert listed(page, page.id).xpath("//*[contains(., '未能存盘')]")


@pytest.mark.parametrize("state", [b"", b"{}", b'{"version":{}}', b"\xff"])
def test_what_cannot_be_read_is_no_document(folder, state):
    page = started(folder)
    keeping(page)
    page.open()
    (folder / page.id / "state.json").write_bytes(state)
    assert started(folder).client.get(f"/documents/{page.id}").status_code == 404
    assert RecoveryStore(folder).load(f"{page.id}/../{page.id}") is None


def test_what_is_forgotten_in_memory_is_found_again(folder):
    now = 0.0
    store = RecoveryStore(folder)
    store.switch(on=True)
    drafts = Drafts(lambda: now, store)
    draft = Draft("甲.txt", "", "", "", [])
    draft.open(DraftVersion(b"a", original=b"a"))
    id_ = drafts.add(draft)
    store.save(id_, draft)
    now = MINUTES * 60 + 1
    drafts.forget_old()
    assert len(drafts) == 0
    found = drafts.find(id_)
    assert (found.name, found.now.data, found.is_unsaved) == ("甲.txt", b"a", False)
    drafts.close(id_)
    assert drafts.find(id_) is None


def test_without_a_store_it_cannot_be_asked_for(folder):
    service = Service(options, processes=Here())
    page = Page(TestClient(service.app(PORT), base_url=f"http://{HOST}"), service.token)
    assert keeping(page).status_code == 404
    assert not parsed(page.client.get("/").text).xpath("//input[@name='keeping']")


@pytest.mark.parametrize(
    ("environment", "platform", "base"),
    [
        ({"XDG_DATA_HOME": "/daten"}, "linux", "/daten"),
        ({}, "linux", "~/.local/share"),
        ({}, "darwin", "~/Library/Application Support"),
        ({"LOCALAPPDATA": "/local"}, "win32", "/local"),
        ({}, "win32", "~/AppData/Local"),
    ],
)
def test_it_is_the_folder_of_the_user(environment, platform, base):
    assert data_folder(environment, platform) == Path(base).expanduser() / "lawcheck" / "kept"
