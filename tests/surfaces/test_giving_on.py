"""What is given on from the local page: tracked changes against the upload, notes, and the next version."""

import io
import json
import os

import anyio
import pytest
from command import lawcheck
from docx import Document as WordDocument
from docx_documents import OFFICIAL, cell, docx, num, p, table
from docx_strategies import BODIES, document
from docx_undone import joined, undone
from html_pages import parsed, words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from starlette.testclient import TestClient
from test_web import HOST, PLAN, PORT, Page, cards, key_of, note, page, service  # noqa: F401 (fixtures)
from timing import wait_until

from lawcheck.errors import SourceError, Words
from lawcheck.reading import read_stream
from lawcheck.reading.word.package import Package
from lawcheck.surfaces.web import following
from lawcheck.surfaces.web.following import FollowedFile

ROWS = ([cell("任务"), cell("牵头单位")], [cell("清理,整治"), cell("区住房城乡建设局")])
BODY = p("示例区方案") + p("总体要求", 1, 0) + p("改善环境,20242026年推进。") + p("其它工作。。") + table(*ROWS)


def comments(data):
    package = Package(data, "批注.docx")
    parts = package.related(package.main, "comments")
    return package.read(parts[0]).decode() if parts else ""


@pytest.mark.slow
def test_what_was_accepted_is_a_tracked_change_of_the_upload(page):  # noqa: F811
    upload = docx(BODY, numbering=OFFICIAL + num(1, 1))
    opened = page.open(upload, "方案.docx")
    before = read_stream(upload, "方案.docx").text
    after = page.change("fix", key=key_of(opened, "NUM002"))
    page.change("ignore", key=key_of(after, "PUN012"), reason="原文如此")
    given_on = page.file("annotated").content
    assert read_stream(given_on, "a.docx", original=True).text == before
    shown = read_stream(page.file("document").content, "方案.docx").text
    assert "2024—2026" in shown
    assert read_stream(given_on, "a.docx").text == shown
    told = comments(given_on)
    assert "PUN001" in told
    assert "PUN012" not in told
    assert "NUM002" not in told


def test_what_no_tracked_change_can_show_is_told_in_a_comment(page):  # noqa: F811
    upload = docx(p("示例区方案") + p("一、总体要求。改善环境。二、重点任务。清理场地。"))
    page.open(upload, "方案.docx")
    page.change("fix-all")
    given_on = page.file("annotated").content
    assert read_stream(given_on, "a.docx", original=True).text == read_stream(upload, "方案.docx").text


def test_what_was_written_into_an_empty_cell_is_a_tracked_change(page):  # noqa: F811
    rows = ([cell("任务"), cell("牵头单位")], [cell("清理整治"), cell("")])
    upload = docx(p("示例区方案") + table(*rows))
    page.open(upload, "方案.docx")
    before = read_stream(upload, "方案.docx").text
    page.change("type", start=str(before.index("清理整治") + 5), was="", text="甲局", session="甲")
    given_on = page.file("annotated").content
    assert read_stream(given_on, "a.docx", original=True).text == before
    assert "清理整治\t甲局" in read_stream(given_on, "a.docx").text


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        st.sampled_from(["改善环境,推进。", "20242026年完成。。", "其它工作；", "做好 保障", "共10-15人。"]),
        min_size=1,
        max_size=6,
    )
)
def test_rejected_it_is_the_upload_and_accepted_what_was_shown(page, lines):  # noqa: F811
    upload = docx(p("示例区工作方案") + "".join(map(p, lines)))
    opened = page.open(upload, "方案.docx")
    for code in ("PUN001", "PUN012", "NUM002"):
        key = next((key for own, key, has_fix in cards(opened) if own == code and has_fix), None)
        if key:
            opened = page.change("fix", key=key)
    given_on = page.file("annotated").content
    assert read_stream(given_on, "a.docx", original=True).text == read_stream(upload, "方案.docx").text
    shown = read_stream(page.file("document").content, "方案.docx").text
    assert read_stream(given_on, "a.docx").text == shown


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BODIES, st.lists(st.tuples(st.booleans(), st.integers(0, 9), st.sampled_from(["改", "，", ""])), max_size=4))
def test_whatever_was_done_rejected_it_is_the_xml_of_the_upload(page, body, done):  # noqa: F811
    upload = document(body)
    opened = page.open(upload, "方案.docx")
    for is_fix, number, written in done:
        lines = parsed(opened.text).xpath('//*[contains(@class, "line")][@data-at]')
        fixes = [key for _, key, has_fix in cards(opened) if has_fix]
        if is_fix and fixes:
            answer = page.change("fix", key=fixes[number % len(fixes)])
        elif lines:
            start, end = map(int, lines[number % len(lines)].get("data-at").split("-"))
            was = read_stream(page.file("document").content, "方案.docx").text[start:end]
            text = was[: len(was) // 2] + written + was[len(was) // 2 + (not written) :]
            answer = page.change("type", start=str(start), was=was, text=text, session=str(number))
        else:
            continue
        opened = answer if answer.status_code == 200 else opened  # what cannot be done is refused
    given_on = page.file("annotated").content
    before, after = (Package(data, "方案.docx") for data in (upload, given_on))
    for part in before.names:
        if part.startswith("word/") and part.endswith(".xml"):
            assert undone(etree.fromstring(after.read(part)), "lawcheck") == joined(etree.fromstring(before.read(part)))
    assert read_stream(given_on, "a.docx").text == read_stream(page.file("document").content, "方案.docx").text
    page.client.delete(f"/documents/{page.id}", headers=page.own)


def test_the_notes_say_what_where_why_and_by_which_standard(page):  # noqa: F811
    opened = page.open()
    after = page.change("fix", key=key_of(opened, "NUM002"))
    page.change("ignore", key=key_of(after, "RSP004"), reason="名单如此")
    (sheet,) = load_workbook(io.BytesIO(page.file("notes-xlsx").content)).worksheets
    rows = [[str(value or "") for value in row] for row in sheet.values]
    assert rows[0][:3] == ["序号", "处理", "位置"]
    assert rows[1][1] == "已改"
    assert "一、总体要求" in rows[1][2]
    assert "20242026" in rows[1][4]
    assert "2024—2026" in rows[1][4]
    assert rows[2][1] == "未改"
    assert rows[2][5] == "名单如此"
    assert {row[1] for row in rows[3:]} == {"待处理"}
    word = WordDocument(io.BytesIO(page.file("notes-docx").content))
    assert word.paragraphs[0].text == "修改说明"
    assert [[c.text for c in row.cells] for row in word.tables[0].rows] == rows
    assert (
        "changed"
        in WordDocument(io.BytesIO(page.file("notes-docx", lang="en").content)).tables[0].rows[1].cells[1].text
    )


def test_fixing_all_is_noted_finding_by_finding(page):  # noqa: F811
    page.open()
    page.change("fix-all")
    done = [row.cells for row in WordDocument(io.BytesIO(page.file("notes-docx").content)).tables[0].rows]
    assert [c[3].text[:6] for c in done if c[1].text == "已改"] == ["PUN001", "NUM002"]


def next_version(page, content, name="第二稿.txt"):  # noqa: F811
    from urllib.parse import quote

    headers = {**page.own, "lawcheck-name": quote(name)}
    return page.client.post(f"/documents/{page.id}/next", content=content.encode(), headers=headers)


def test_the_next_version_shows_what_is_mended_open_and_new(page, service):  # noqa: F811
    opened = page.open()
    page.change("ignore", key=key_of(opened, "RSP004"), reason="名单如此")
    changed = (
        PLAN.replace("20242026", "2024—2026")
        + "4.整修步道。更换路面。。（牵头单位：区园林局；完成时限：2025年9月底前）\n"
    )
    answer = next_version(page, changed)
    assert "RSP004" not in [code for code, _, _ in cards(answer)]
    assert "已改好 1" in note(answer) or "换上新一稿" in words(parsed(answer.text))
    shown = parsed(answer.text)
    assert words(shown.xpath('//ul[@class="mended"]/li')[0]).startswith("NUM002")
    new = shown.xpath('//li[starts-with(@class, "card")][.//span[@class="new"]]/@data-rule')
    assert new == ["PUN012"]
    assert words(shown.xpath("//h2")[0]) == "第二稿.txt"
    draft = service.drafts.find(page.id)
    assert not draft.is_unsaved
    assert words(parsed(page.change("undo").text).xpath("//h2")[0]) == "方案.txt"
    assert words(parsed(page.change("redo").text).xpath("//h2")[0]) == "第二稿.txt"
    assert page.change("redo").status_code == 200


def test_what_is_ignored_is_shown_again_one_by_one(page):  # noqa: F811
    opened = page.open()
    after = page.change("ignore", key=key_of(opened, "RSP004"))
    page.change("ignore", key=key_of(after, "NUM002"))
    answer = page.change("restore", number="0")
    assert "RSP004" in [code for code, _, _ in cards(answer)]
    assert "NUM002" not in [code for code, _, _ in cards(answer)]
    assert page.change("restore", number="7").status_code == 422
    assert page.change("restore", number="x").status_code == 404


def test_a_single_place_is_fixed_or_ignored(page):  # noqa: F811
    opened = page.open()
    (card,) = parsed(opened.text).xpath('//li[@data-rule="PUN001"]')
    first, second = card.xpath(".//li/@data-place")
    answer = page.change("fix", key=card.get("id"), place=second)
    text = page.file("document").content.decode()
    assert "改善环境,根据" in text
    assert "补种花草树木，定期" in text
    answer = page.change("ignore", key=key_of(answer, "PUN001"), place=first)
    assert "PUN001" not in [code for code, _, _ in cards(answer)]
    assert page.change("fix", key=card.get("id"), place="x").status_code == 422


def test_the_safe_fixes_of_some_findings_alone(page):  # noqa: F811
    opened = page.open()
    page.change("fix-all", keys=key_of(opened, "NUM002"))
    assert page.file("document").content.decode() == PLAN.replace("20242026", "2024—2026")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_list_says_how_documents_stand(page, lang):  # noqa: F811

    opened = page.open(lang=lang)
    one = page.id
    page.open("一、总体要求\n", "空.txt", lang=lang)
    page.id = one
    page.change("fix", key=key_of(opened, "NUM002"))
    body = json.dumps({"ids": f"{one} gone", "current": one})
    shown = parsed(page.client.post("/list", params={"lang": lang}, content=body, headers=page.own).text)
    (entry,) = shown.xpath("//li")
    assert entry.get("data-unsaved") is not None
    page.file("document")
    shown = parsed(page.client.post("/list", params={"lang": lang}, content=body, headers=page.own).text)
    assert shown.xpath("//li/@data-unsaved") == []


def test_why_a_document_is_not_there(page):  # noqa: F811
    page.open()
    answer = page.client.get("/documents/other.0123456789")
    assert (answer.status_code, answer.text[:7]) == (404, "服务已重新启动")
    page.client.delete(f"/documents/{page.id}", headers=page.own)
    assert page.client.get(f"/documents/{page.id}").text == "文件已经从内存中清除，请重新打开。"
    wrong = {**page.own, "lawcheck-token": "x"}
    assert page.client.post("/list", content=b"{}", headers=wrong).text.startswith("服务已重新启动")


def house(page, **said):  # noqa: F811
    return page.client.post("/house", content=json.dumps(said), headers=page.own)


def test_a_rule_is_off_for_a_document_or_for_all(page):  # noqa: F811
    page.open()
    answer = page.change("off", code="NUM002")
    assert "NUM002" not in [code for code, _, _ in cards(answer)]
    assert note(answer).startswith("这份文件不再查 NUM002")
    assert "NUM002" in [code for code, _, _ in cards(page.change("on", code="NUM002"))]
    assert "NUM002" not in [code for code, _, _ in cards(page.change("undo"))]
    assert house(page, do="add", key="ignore", value="PUN001").status_code == 204
    assert "PUN001" not in [code for code, _, _ in cards(page.open())]
    house(page, do="remove", key="ignore", value="PUN001")
    assert "PUN001" in [code for code, _, _ in cards(page.open())]
    assert house(page, do="add", key="library", value="/etc").status_code == 422
    assert page.change("off").status_code == 404


def test_the_rules_of_the_house_are_taken_away_and_brought_back(page, tmp_path):  # noqa: F811
    house(page, do="add", key="ignore", value="PUN001")
    house(page, do="add", key="terms", value='其它"用语')
    file = page.client.get("/house/file")
    path = tmp_path / "lawcheck.toml"
    path.write_bytes(file.content)
    (tmp_path / "方案.txt").write_text(PLAN, encoding="utf-8")
    found = lawcheck("check", tmp_path / "方案.txt", "--config", path, "--output-format", "json").json
    assert "PUN001" not in [each["code"] for each in found["files"][0]["diagnostics"]]
    house(page, do="remove", key="ignore", value="PUN001")
    assert page.client.post("/house/file", content=path.read_bytes(), headers=page.own).status_code == 204
    assert page.client.get("/house/file").content == file.content
    wrong = page.client.post("/house/file", content=b'units = "names.txt"\n', headers=page.own)
    assert (wrong.status_code, wrong.text[:9]) == (422, "名录写成了文件名，")
    assert page.client.post("/house/file", content=b"nonsense = 1\n", headers=page.own).status_code == 422


def test_what_is_written_in_one_go_is_one_change(page):  # noqa: F811
    page.open()
    was = "（一）工作目标。按照20242026年工作安排推进。"
    start = str(PLAN.index(was))
    for text in (was + "一", was + "一二"):
        answer = page.change("type", start=start, was=was, text=text, session="a")
    assert words(parsed(answer.text).xpath('//section[@class="record"]/ol')[0]).startswith("改写为")
    assert len(parsed(answer.text).xpath('//section[@class="record"]/ol/li')) == 1
    assert page.file("document").content.decode() == PLAN.replace(was, was + "一二")
    answer = page.change("type", start=start, was="别的文字", text=was, session="b")
    assert (answer.status_code, answer.text[:6]) == (422, "这一段已经变")
    page.change("undo")
    assert page.file("document").content.decode() == PLAN
    assert page.change("type", start="x").status_code == 404


def test_what_cannot_be_written_into_is_said_to_be(page):  # noqa: F811
    body = p("示例区方案") + p("总体要求", 1, 0)
    page.open(docx(body, numbering=OFFICIAL + num(1, 1)), "方案.docx")
    answer = page.change("type", start="6", was="一、", text="二、", session="a")
    assert (answer.status_code, answer.text[:9]) == (422, "这一处不能在页面上")


def test_what_cannot_be_imported_is_said(page):  # noqa: F811
    wrong = page.client.post("/house/file", content=b"units = [", headers=page.own)
    assert wrong.status_code == 422
    assert page.client.get("/house/file").text == "# lawcheck\n"


def test_a_file_is_followed_as_it_is_saved(service, tmp_path):  # noqa: F811
    path = tmp_path / "方案.txt"
    path.write_text(PLAN, encoding="utf-8")
    id_ = service.follow(path)
    with TestClient(service.app(PORT), base_url=f"http://{HOST}") as client:
        follower = Page(client, service.token)
        follower.id = id_
        opened = client.get(f"/documents/{id_}")
        follower.change("ignore", key=key_of(opened, "RSP004"), reason="名单如此")
        draft = service.drafts.find(id_)
        for turn, text in enumerate((PLAN.replace("20242026", "2024—2026"), PLAN, PLAN + "，，\n"), 2):
            path.unlink()
            path.write_text(text, encoding="utf-8")
            wait_until(lambda turn=turn: draft.turn == turn)
            answer = client.get(f"/documents/{id_}")
            assert "换上新一稿“方案.txt”" in note(answer)
            assert "RSP004" not in [code for code, _, _ in cards(answer)]
        os.utime(path, (1, 1))
        path.chmod(0)
        body = json.dumps({"ids": id_})
        listed = parsed(client.post("/list", content=body, headers=follower.own).text)
        assert listed.xpath("//li/@data-followed") == [""]
        assert path.stat().st_size == len((PLAN + "，，\n").encode())


async def test_a_file_that_is_half_written_is_looked_at_again(tmp_path, monkeypatch):
    path = tmp_path / "方案.txt"
    path.write_text("甲", encoding="utf-8")
    file = FollowedFile(path, "id")
    monkeypatch.setattr(following, "_PAUSE", 0.01)
    told = []

    async def went_on(id_, version):
        told.append(version.data.decode())
        if len(told) == 1:
            raise SourceError("方案.txt", Words("坏", "bad"))

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(file.follow, went_on)
        await anyio.sleep(0.1)
        path.rename(tmp_path / "移走.txt")
        await anyio.sleep(0.05)
        path.write_text("甲乙", encoding="utf-8")
        while len(told) < 2:
            await anyio.sleep(0.01)
        tasks.cancel_scope.cancel()
    assert told == ["甲乙", "甲乙"]
