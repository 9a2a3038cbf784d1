"""The local page, request by request: who is answered, what becomes of documents, and what it survives."""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote

import httpx2 as httpx
import pytest
from command import lawcheck
from docx import Document as WordDocument
from docx_documents import docx, p, signed, zipped
from html_pages import faults, parsed, shown_text, words
from openpyxl import load_workbook
from pdf_files import pdf, text
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from timing import PATIENCE, wait_until

from lawcheck.errors import SourceError, Words
from lawcheck.reading.formats import endings
from lawcheck.reading.word.package import Package
from lawcheck.structure.settings import Scanned, Stage
from lawcheck.surfaces.cli.configured import finder_for
from lawcheck.surfaces.web import drafts, uploads
from lawcheck.surfaces.web.app import Service
from lawcheck.surfaces.web.drafts import MINUTES, MOST_DRAFTS, Draft, Drafts, DraftVersion
from lawcheck.surfaces.web.form_choices import FormChoices
from lawcheck.surfaces.web.processes import Processes
from lawcheck.surfaces.web.refusals import FaultError, RefusedError, StoppedError

PORT = 8765
HOST = f"127.0.0.1:{PORT}"
PLAN = """示例区社区花园实施方案

为改善环境,根据工作安排，制定本方案。

一、总体要求

（一）工作目标。按照20242026年工作安排推进。

二、重点任务

（二）清理场地

1.清理杂物。清理楼道杂物。（牵头单位：区住房城乡建设局；参加单位：区财政局、区财政局；完成时限：2025年6月底前）

3.补种花木。补种花草树木,定期养护。（牵头单位：区园林局；完成时限：2025年9月底前）
"""


@pytest.fixture(autouse=True)
def no_safe_path(monkeypatch):
    """What the server sets for its processes ends with the test."""
    monkeypatch.setenv("PYTHONSAFEPATH", "")


@cache
def options(choices):
    stage = Stage(choices.stage) if choices.stage else None
    scanned = Scanned(choices.scanned) if choices.scanned else None
    kind, lang = choices.kind or None, choices.language
    return finder_for(None, True, kind=kind, lang=lang, stage=stage, scanned=scanned).resolved(".")


class Here(Processes):
    """Does everything in this process, which is quicker, and has been begun already."""

    async def prepare(self, seconds, function, *arguments):
        pass

    async def run(self, seconds, function, *arguments):
        return function(*arguments)


class Page:
    """What the page does, by its requests."""

    def __init__(self, client, token):
        self.client = client
        self.own = {"origin": f"http://{HOST}", "lawcheck-token": token}
        self.id = ""

    def open(self, content=PLAN, name="方案.txt", lang="zh", **choices):
        data = content.encode() if isinstance(content, str) else content
        headers = {**self.own, "lawcheck-name": quote(name)}
        answer = self.client.post("/documents", params={"lang": lang, **choices}, content=data, headers=headers)
        if answer.status_code == 201:
            self.id = parsed(answer.text).xpath("//@data-id")[0]
        return answer

    def change(self, what, lang="zh", **said):
        path = f"/documents/{self.id}/{what}"
        return self.client.post(path, params={"lang": lang}, content=json.dumps(said), headers=self.own)

    def file(self, what, lang="zh"):
        return self.client.get(f"/documents/{self.id}/files/{what}", params={"lang": lang})


@pytest.fixture
def service():
    return Service(options, processes=Here())


@pytest.fixture
def page(service):
    with TestClient(service.app(PORT), base_url=f"http://{HOST}") as client:
        yield Page(client, service.token)


def cards(answer):
    """The findings that are listed, by their names: code, message, key, and whether there is a fix."""
    assert answer.status_code in (200, 201), answer.text
    found = parsed(answer.text)
    assert faults(found) == []
    listed = found.xpath('//li[starts-with(@class, "card")]')
    return [(card.get("data-rule"), card.get("id"), bool(card.xpath('.//button[@data-do="fix"]'))) for card in listed]


def key_of(answer, code):
    return next(key for own, key, _ in cards(answer) if own == code)


def note(answer):
    return parsed(answer.text).xpath("//@data-note")[0]


# Who is answered.


REQUESTS = [("GET", "/"), ("GET", "/static/page.js"), ("POST", "/documents"), ("DELETE", "/documents/x")]


@pytest.mark.parametrize(("method", "path"), REQUESTS)
@pytest.mark.parametrize(
    "host", ["example.invalid", f"example.invalid:{PORT}", "127.0.0.1", "127.0.0.1:80", "[::1]", ""]
)
def test_another_host_is_refused(page, method, path, host):
    answer = page.client.request(method, path, headers={**page.own, "host": host})
    assert (answer.status_code, answer.text) == (403, "请求被拒绝。")


def test_both_names_of_this_machine_are_known(page):
    for name in ("127.0.0.1", "localhost"):
        assert page.client.get("/", headers={"host": f"{name}:{PORT}"}).status_code == 200
    with TestClient(Service(options, processes=Here()).app(80), base_url="http://localhost") as client:
        assert client.get("/").status_code == 200


def test_two_hosts_are_refused(page):
    assert page.client.get("/", headers=[("host", HOST), ("host", HOST)]).status_code == 403


@pytest.mark.parametrize("origin", ["http://example.invalid", "null", f"https://{HOST}", "http://127.0.0.1:1", None])
@pytest.mark.parametrize(("method", "path"), REQUESTS[2:])
def test_a_change_from_another_origin_is_refused(page, service, method, path, origin):
    headers = {name: value for name, value in {**page.own, "origin": origin}.items() if value}
    assert page.client.request(method, path, headers=headers, content=b"1").status_code == 403
    assert len(service.drafts) == 0


@pytest.mark.parametrize("token", [None, "", "x", "示例".encode()])
def test_a_change_without_the_token_is_refused(page, service, token):
    headers = {name: value for name, value in {**page.own, "lawcheck-token": token}.items() if value is not None}
    assert page.client.post("/documents", headers=headers, content=b"1").status_code == 403
    assert len(service.drafts) == 0


def test_other_sites_may_lead_here_but_take_nothing_into_themselves(page):
    other = {"sec-fetch-site": "cross-site"}
    assert page.client.get("/", headers=other).status_code == 200
    assert page.client.get("/static/page.js", headers=other).status_code == 403
    assert page.client.get("/static/page.js", headers={"sec-fetch-site": "same-origin"}).status_code == 200


def test_each_start_has_a_token_of_its_own(page, service):
    assert f'content="{service.token}"' in page.client.get("/").text
    assert len(service.token) > 30
    assert Service(options).token != service.token


def test_every_answer_says_what_browsers_may_do(page):
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
    for answer in (
        page.client.get("/"),
        page.open(),
        page.file("document"),
        page.client.get("/", headers={"host": "a"}),
    ):
        assert answer.headers["content-security-policy"] == policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in answer.headers


def test_nothing_comes_from_anywhere_else(page):
    start = page.client.get("/")
    links = parsed(start.text).xpath("//@src|//@href")
    assert all(link.startswith(("/", "#", "data:,")) and not link.startswith("//") for link in links)
    for link in links:
        if link.startswith("/static/"):
            text = page.client.get(link).text
            assert not re.search(r"https?:|url\(|@import|eval\(|Function\(|\.cookie|localStorage|sessionStorage", text)


@pytest.mark.parametrize(
    "path", ["/static/app.py", "/static/../app.py", "/static/%2e%2e%2fapp.py", "/x", "/documents/a/b"]
)
def test_nothing_else_is_served(page, path):
    assert page.client.get(path).status_code in (404, 405)


def test_a_web_socket_is_refused(page):
    with pytest.raises(WebSocketDisconnect), page.client.websocket_connect("/"):
        pass


# What becomes of documents.


def test_the_start_page_in_both_languages(page):
    zh, en = (parsed(page.client.get("/", params={"lang": lang}).text) for lang in ("zh", "en"))
    assert (zh.get("lang"), en.get("lang")) == ("zh-CN", "en")
    assert faults(zh) == faults(en) == []
    assert "不上传、不写盘" in words(zh)
    assert "nothing is sent or written" in words(en)


def test_a_document_is_shown_with_what_is_found(page, tmp_path):
    answer = page.open()
    path = tmp_path / "方案.txt"
    path.write_text(PLAN, encoding="utf-8")
    found = lawcheck("check", path, "--isolated", "--output-format", "json").json["files"][0]["diagnostics"]
    assert [code for code, _, _ in cards(answer)] == [each["code"] for each in found]
    assert note(answer) == f"检查完毕，{len(found)} 个问题。"
    shown = parsed(answer.text)
    assert shown_text(shown) == [line for line in PLAN.split("\n") if line]
    assert words(shown.xpath("//h2")[0]) == "方案.txt"


def test_choices_hold_for_the_document(page):
    plain = cards(page.open())
    draft = PLAN.replace("方案\n", "方案（送审稿）\n", 1)
    found = [{code for code, _, _ in cards(page.open(draft, stage=stage))} for stage in ("draft", "final")]
    assert found[1] - found[0] == {"DOC011"}
    assert "法规" in words(parsed(page.open(kind="statute").text))
    assert "statute" in words(parsed(page.open(kind="statute", lang="en").text))
    assert cards(page.open(stage="x", kind="../x")) == plain


def test_a_document_stays_open_in_the_other_language(page):
    page.open()
    answer = page.client.get(f"/documents/{page.id}", params={"lang": "en"})
    assert "Half-width" in words(parsed(answer.text))


def test_a_fix_is_applied_and_undone(page):
    opened = page.open()
    answer = page.change("fix", key=key_of(opened, "NUM002"))
    assert "2024—2026年" in "".join(shown_text(parsed(answer.text)))
    assert "NUM002" not in [code for code, _, _ in cards(answer)]
    assert note(answer) == f"NUM002：在两个年份之间补一字线（1 处）。还有 {len(cards(opened)) - 1} 个问题。"
    assert page.file("document").content.decode() == PLAN.replace("20242026", "2024—2026")
    record = parsed(answer.text).xpath('//section[@class="record"]/ol/li')
    assert [words(entry) for entry in record] == ["NUM002：在两个年份之间补一字线（1 处）"]
    answer = page.change("undo")
    assert cards(answer) == cards(opened)
    assert note(answer) == "已撤销：NUM002：在两个年份之间补一字线（1 处）"
    assert page.file("document").content.decode() == PLAN
    assert cards(page.change("undo")) == cards(opened)


def test_what_is_ignored_stays_so_and_is_neither_fixed_nor_reported(page):
    opened = page.open()
    answer = page.change("ignore", key=key_of(opened, "NUM002"), reason="  示例<b>理由</b> ")
    assert "NUM002" not in [code for code, _, _ in cards(answer)]
    (entry,) = parsed(answer.text).xpath('//section[@class="record"]/ul/li')
    assert words(entry).endswith("示例<b>理由</b> 恢复")
    answer = page.change("fix-all")
    assert "NUM002" not in [code for code, _, _ in cards(answer)]
    text = page.file("document").content.decode()
    assert "改善环境，根据" in text
    assert "20242026年" in text
    assert "NUM002" not in page.file("report-json").text
    answer = page.change("undo")
    assert [code for code, _, _ in cards(answer)] == [code for code, _, _ in cards(opened) if code != "NUM002"]
    assert cards(page.change("undo")) == cards(opened)


def test_what_was_done_is_said_in_the_language_of_the_page(page):
    opened = page.open()
    chinese = page.change("ignore", key=key_of(opened, "NUM002"))
    english = page.change("fix", key=key_of(chinese, "PUN001"), lang="en")
    for answer, done, said in (
        (chinese, "忽略 NUM002：年份区间丢失连接号", "NUM002 年份区间丢失连接号"),
        (english, "ignored NUM002: The dash between", "NUM002 The dash between"),
    ):
        (record,) = parsed(answer.text).xpath('//section[@class="record"]')
        assert words(record.xpath("./ol/li")[0]).startswith(done)
        assert words(record.xpath("./ul/li")[0]).startswith(said)
    undone = page.change("undo")
    assert note(undone).startswith("已撤销：PUN001：")
    assert note(page.change("undo", lang="en")).startswith("undone: ignored NUM002: The dash")


def test_every_format_that_is_read_can_be_picked(page):
    found = parsed(page.client.get("/").text)
    assert found.xpath("//input[@name='file']/@accept") == [",".join(endings())]
    about = words(found.xpath("//*[@class='about']")[0])
    assert all(ending in about for ending in endings())


def test_all_safe_fixes_are_those_of_the_command(page, tmp_path):
    page.open()
    page.change("fix-all")
    path = tmp_path / "方案.txt"
    path.write_text(PLAN, encoding="utf-8")
    lawcheck("check", path, "--isolated", "--fix")
    assert page.file("document").content.decode() == path.read_text(encoding="utf-8")
    answer = page.change("fix-all")
    assert (answer.status_code, answer.text[:7]) == (422, "这一处不能改：")


def test_a_finding_that_is_gone_is_said_to_be(page):
    opened = page.open()
    key = key_of(opened, "NUM002")
    page.change("fix", key=key)
    for what in ("fix", "ignore"):
        answer = page.change(what, key=key)
        assert (answer.status_code, answer.text) == (422, "这个问题已经没有了。")
    assert page.change("ignore").status_code == 422
    assert page.change("fix").status_code == 404
    assert page.change("no-such-thing").status_code == 404


@pytest.mark.parametrize("content", [b"", b"[1]", b"{", b"\xff", b"[" * 9000, b'{"key": 1}'])
def test_what_is_no_request_changes_nothing(page, content):
    page.open()
    answer = page.client.post(f"/documents/{page.id}/ignore", content=content, headers=page.own)
    assert answer.status_code == 422
    assert page.file("document").content.decode() == PLAN


def test_encoding_and_line_ends_stay(page):
    data = PLAN.replace("\n", "\r\n").encode("gb18030")
    page.open(data)
    page.change("fix-all")
    assert page.file("document").content.decode("gb18030") == PLAN.replace("\n", "\r\n").replace(
        "20242026", "2024—2026"
    ).replace(",", "，").replace("，\r\n", "，\r\n")


def test_reports_and_ledgers_are_those_of_the_commands(page, tmp_path):
    page.open()
    path = tmp_path / "方案.txt"
    path.write_text(PLAN, encoding="utf-8")

    def same(answer, call):
        return answer.text.replace("方案.txt", str(path)) == call.out

    check = ("check", path, "--isolated", "--output-format")
    assert same(page.file("report-json"), lawcheck(*check, "json"))
    assert words(parsed(page.file("report-html").text).xpath("//article")[0]) == words(
        parsed(lawcheck(*check, "html").out).xpath("//article")[0]
    )
    assert "| 3:6 | 警告 | PUN001 |" in page.file("report-md").text
    assert same(page.file("tasks-json"), lawcheck("tasks", path, "--isolated", "--output-format", "json"))
    assert page.file("tasks-csv").text.count("\n") == 3
    book = tmp_path / "台账.xlsx"
    book.write_bytes(page.file("tasks-xlsx").content)
    rows = list(load_workbook(book)["任务"].values)
    assert [row[1] for row in rows[1:]] == [1, 3]


@pytest.mark.parametrize(
    ("what", "lang", "name"),
    [
        ("document", "zh", "方案-修改后.txt"),
        ("report-html", "zh", "方案-报告.html"),
        ("tasks-xlsx", "zh", "方案-台账.xlsx"),
        ("tasks-json", "en", "方案-ledger.json"),
    ],
)
def test_files_have_names(page, what, lang, name):
    page.open(lang=lang)
    disposition = page.file(what, lang).headers["content-disposition"]
    assert unquote(disposition) == f"attachment; filename*=UTF-8''{name}"


def test_there_are_no_other_files(page):
    page.open()
    assert page.file("x").status_code == 404


def test_a_word_file_is_fixed_in_place_and_annotated(page, tmp_path):
    answer = page.open(docx(p("示例区方案") + p("改善环境,20242026年推进,逐步见效。")), "方案.docx")
    page.change("fix", key=key_of(answer, "PUN001"))
    page.change("ignore", key=key_of(answer, "NUM002"), reason="")
    path = tmp_path / "方案.docx"
    path.write_bytes(page.file("document").content)
    assert [each.text for each in WordDocument(path).paragraphs] == [
        "示例区方案",
        "改善环境，20242026年推进，逐步见效。",
    ]
    path.write_bytes(page.file("annotated").content)
    package = Package(path.read_bytes(), path.name)
    (comments,) = package.related(package.main, "comments")
    assert b"NUM002" not in package.read(comments)
    page.change("undo")
    path.write_bytes(page.file("annotated").content)
    package = Package(path.read_bytes(), path.name)
    (comments,) = package.related(package.main, "comments")
    assert b"NUM002" in package.read(comments)


def test_that_a_word_file_is_signed_is_shown(page):
    data = docx(p("示例区方案") + p("改善环境,逐步见效。"))
    assert "数字签名" not in words(parsed(page.open(data, "方案.docx").text))
    answer = page.open(signed(data), "方案.docx")
    assert "文件有数字签名，改动后签名失效" in words(parsed(answer.text))
    answer = page.change("fix", lang="en", key=key_of(answer, "PUN001"))
    assert "the file has a digital signature, which is void after a change" in words(parsed(answer.text))


def test_what_cannot_be_changed_in_a_word_file_is_said_to_be(page):
    field = '<w:fldSimple w:instr="X"><w:r><w:t>改善环境,逐步见效。</w:t></w:r></w:fldSimple>'
    answer = page.open(docx(p("示例区方案") + f"<w:p>{field}</w:p>"), "方案.docx")
    answer = page.change("fix", key=key_of(answer, "PUN001"))
    assert answer.status_code == 422
    assert answer.text.startswith("这一处不能改：在 Word 的自动编号、域")
    answer = page.change("fix-all", lang="en")
    assert answer.text.startswith("This cannot be changed")


@pytest.mark.slow
def test_a_document_of_an_older_program_becomes_a_word_file(page, tmp_path):
    rtf = r"{\rtf1\ansi\ansicpg936 \u25913?\u21892?\u29615?\u22659?,\u36880?\u27493?\u35265?\u25928?\u12290?}"
    answer = page.open(rtf.encode(), "甲.rtf")
    assert words(parsed(answer.text).xpath("//h2")[0]) == "甲.docx"
    page.change("fix", key=key_of(answer, "PUN001"))
    path = tmp_path / "甲.docx"
    path.write_bytes(page.file("document").content)
    assert [each.text for each in WordDocument(path).paragraphs] == ["改善环境，逐步见效。"]


def test_a_document_is_compared_with_an_older_revision(page):
    page.open()
    path = f"/documents/{page.id}/comparison"
    headers = {**page.own, "lawcheck-name": quote("<旧>.txt")}
    assert page.client.get(path).text.startswith("还没有比较")
    assert page.client.post(path, content=b"PK", headers={**headers, "lawcheck-name": "a.docx"}).status_code == 422
    old = PLAN.replace("区园林局", "区水务局").encode()
    assert page.client.post(path, content=old, headers=headers).text == "改动 1 处"
    answer = page.client.get(path)
    assert [each.text for each in parsed(answer.text).xpath("//del")] == ["区水务局"]
    assert "script" not in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert page.client.post(path, content=PLAN.encode(), headers=headers).text == "两稿文字没有改动"
    for change in ("fix-all", "undo"):
        page.change(change)
        assert page.client.get(path).status_code == 404
        assert page.client.post(path, content=old, headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("方案.txt", "方案.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\甲\\乙.md", "乙.md"),
        ("<b>\r\n\x00.txt", "_b____.txt"),
        ("", "粘贴的文字.txt"),
        ("/", "粘贴的文字.txt"),
        ("长" * 500 + ".docx", "长" * 100 + ".docx"),
        ("\udc80", None),
    ],
)
def test_names_are_only_names(sent, name):
    found = uploads.file_name(quote(sent, errors="surrogatepass"), "zh")
    assert found == name or (name is None and found.isprintable())


# What it survives.


BOMB = zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"0" * 30_000_000})
HOSTILE = {
    "bomb.docx": BOMB,
    "binary.txt": bytes(range(256)) * 99,
    "broken.docx": b"PK\x03\x04" + b"\x00" * 99,
    "entities.docx": zipped({"[Content_Types].xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
    "empty.docx": b"",
    "false.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_refused_in_one_line(page, service, name):
    answer = page.open(HOSTILE[name], name)
    assert answer.status_code == 422
    assert answer.text.startswith(f"{name}：")
    assert "\n" not in answer.text
    assert "/" not in answer.text.replace("ODF/", "")
    assert len(service.drafts) == 0
    assert page.open().status_code == 201


@pytest.mark.slow
def test_odd_texts_are_checked(page):
    for content in ("", "\x00\x01", "<script>alert(1)</script>,", "甲" * 60_000, "\u202e\ud83d\ude00,中文"):
        answer = page.open(content.encode("utf-16", "surrogatepass"), "<script>.html")
        assert answer.status_code in (201, 422)
        if answer.status_code == 201:
            assert faults(parsed(answer.text)) == []


def test_what_is_too_large_is_not_taken(page, service, monkeypatch):
    monkeypatch.setattr(uploads, "MAX_BYTES", 1000)
    assert page.open("甲" * 400).status_code == 413

    def pieces():
        yield from [b"0" * 600] * 9

    headers = {**page.own, "lawcheck-name": "a.txt"}
    answer = page.client.post("/documents", content=pieces(), headers=headers)
    assert (answer.status_code, answer.text) == (413, "文件超过 64 MiB，不能检查。")
    assert len(service.drafts) == 0
    assert page.open("甲").status_code == 201
    answer = page.change("ignore", reason="甲" * 9000)
    assert (answer.status_code, answer.text) == (413, "文字超过 16 KiB。")


def nap():
    time.sleep(60)


def die():
    os._exit(3)


def fail():
    raise ValueError("words of the document")


def refuse():
    raise SourceError("甲.txt", Words("文件不存在", "no such file"))


@pytest.mark.slow
async def test_what_takes_too_long_or_dies_is_ended():
    processes = Processes(1)
    with pytest.raises(StoppedError, match="检查超过 1 秒，已停止"):
        await processes.run(1, nap)
    with pytest.raises(StoppedError) as stopped:
        await processes.run(30, die)
    assert "died" in stopped.value.in_language("en")
    with pytest.raises(FaultError) as caught:
        await processes.run(30, fail)
    assert str(caught.value) == "出错了（ValueError），请报告此问题。"
    with pytest.raises(SourceError, match=r"甲\.txt：文件不存在"):
        await processes.run(30, refuse)
    assert await processes.run(30, os.getpid) != os.getpid()


def test_a_fault_is_answered(service):
    service.seconds = 0.0
    service.processes = Processes(1)
    with TestClient(service.app(PORT), base_url=f"http://{HOST}") as client:
        answer = Page(client, service.token).open()
    assert answer.status_code == 503
    assert len(service.drafts) == 0


@pytest.mark.slow
async def test_of_fifty_checks_at_once_none_is_lost():
    service = Service(options)
    transport = httpx.ASGITransport(service.app(PORT))
    own = {"origin": f"http://{HOST}", "lawcheck-token": service.token}
    async with httpx.AsyncClient(
        transport=transport, base_url=f"http://{HOST}", headers=own, timeout=PATIENCE
    ) as client:

        async def one(number):
            headers = {"lawcheck-name": quote(f"第{number}份.txt")}
            text = PLAN.replace("社区", f"社区{number}")
            answer = await client.post("/documents", content=text.encode(), headers=headers)
            id_ = parsed(answer.text).xpath("//@data-id")[0]
            # What is opened and changed at the same time is not mixed up, whether or not each is changed.
            fixed = await client.post(f"/documents/{id_}/fix-all") if number % 5 == 0 else None
            document = await client.get(f"/documents/{id_}/files/document")
            return answer, fixed, document.content.decode()

        for number, (answer, fixed, text) in enumerate(await asyncio.gather(*map(one, range(50)))):
            assert f"第{number}份.txt" in words(parsed(answer.text))
            assert fixed is None or len(cards(answer)) > len(cards(fixed))
            assert f"示例区社区{number}花园" in text
            assert ("2024—2026" in text) == (fixed is not None)
    assert len(service.drafts) == 50


# What is forgotten.


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def draft(data=b"1"):
    return Draft("甲.txt", "", "", "", [DraftVersion(data)])


def test_a_document_that_is_not_used_is_forgotten():
    clock = Clock()
    kept = Drafts(clock)
    first, second = kept.add(draft()), kept.add(draft())
    clock.now = MINUTES * 60.0
    assert kept.find(first)
    clock.now += 1
    assert kept.find(second) is None
    assert kept.find(first)
    assert len(kept) == 1


def test_none_is_forgotten_for_one_too_many_but_for_too_many_bytes(monkeypatch):
    clock = Clock()
    kept = Drafts(clock)
    names = []
    for clock.now in range(MOST_DRAFTS):
        names.append(kept.add(draft()))
    with pytest.raises(RefusedError, match="已经打开 100 份文件"):
        kept.add(draft())
    assert all(kept.find(name) for name in names)
    kept.close(names[0])
    kept.add(draft())
    kept.close(names[1])
    monkeypatch.setattr(drafts, "MOST_BYTES", 1000)
    large = kept.add(draft(b"0" * 2000))
    assert len(kept) == 1
    assert kept.find(large)


def test_old_versions_are_forgotten(monkeypatch):
    monkeypatch.setattr(drafts, "MOST_VERSIONS", 3)
    one = draft()
    for number in range(5):
        one.add(DraftVersion(bytes([number]), label=Words(str(number), "")))
    assert [label.zh for label in one.labels] == ["3", "4"]
    monkeypatch.setattr(drafts, "MOST_VERSION_BYTES", 1000)
    one.add(DraftVersion(b"0" * 2000, label=Words("5", "")))
    assert [label.zh for label in one.labels] == ["5"]


def test_a_closed_document_is_forgotten(page, service):
    page.open()
    for _ in range(2):
        assert page.client.delete(f"/documents/{page.id}", headers=page.own).status_code == 204
    for answer in (page.change("fix-all"), page.file("document"), page.client.get(f"/documents/{page.id}")):
        assert (answer.status_code, answer.text) == (404, "文件已经从内存中清除，请重新打开。")


def test_it_is_forgotten_though_nobody_asks(service, monkeypatch):
    monkeypatch.setattr("lawcheck.surfaces.web.app._TIDY_SECONDS", 0.01)
    clock = Clock()
    service.drafts = Drafts(clock)
    with TestClient(service.app(PORT), base_url=f"http://{HOST}") as client:
        Page(client, service.token).open()
        assert len(service.drafts) == 1
        clock.now = MINUTES * 60.0 + 1
        wait_until(lambda: not len(service.drafts))


# The command.


@contextmanager
def serving(command, **options):
    """A server, which ends with the test whatever comes of that."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options) as server:
        try:
            yield server
        finally:
            server.kill()


@pytest.mark.slow
def test_it_serves_until_it_is_ended(tmp_path):
    command = [sys.executable, "-m", "lawcheck", "serve", "--port", "0"]
    with serving(command, cwd=tmp_path, stderr=subprocess.PIPE) as server:
        address = server.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        start = httpx.get(address, timeout=PATIENCE)
        token = parsed(start.text).xpath('//meta[@name="lawcheck-token"]/@content')[0]
        own = {"origin": address.rstrip("/"), "lawcheck-token": token, "lawcheck-name": "a.txt"}
        for content, status in ((PLAN.encode(), 201), (BOMB[:-9] + BOMB, 422), (PLAN.encode(), 201)):
            answer = httpx.post(f"{address}documents", content=content, headers=own, timeout=PATIENCE)
            assert answer.status_code == status
        assert "server" not in answer.headers
        taken = lawcheck("serve", "--port", address.rpartition(":")[2].rstrip("/"))
        assert (taken.status, taken.out) == (2, "")
        assert taken.err.endswith("（已被占用），请用 --port 换一个\n")
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=PATIENCE)
    assert (out, err) == ("", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_it_ends_in_silence_with_its_terminal(number, tmp_path):
    command = [sys.executable, "-m", "lawcheck", "serve", "--port", "0"]
    with serving(command, cwd=tmp_path, stderr=subprocess.PIPE) as server:
        assert httpx.get(server.stdout.readline().strip(), timeout=PATIENCE).status_code == 200
        server.send_signal(number)
        assert server.communicate(timeout=PATIENCE) == ("", "")
    assert server.returncode == 128 + signal.SIGTERM


@pytest.mark.slow
def test_nothing_in_the_folder_is_run(tmp_path):
    for name in ("anyio", "lxml", "lawcheck", "random", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("open('was-run', 'w')\nraise SystemExit", encoding="utf-8")
    command = [str(Path(sys.executable).with_name("lawcheck")), "serve", "--port", "0"]
    with serving(command, cwd=tmp_path) as server:
        address = server.stdout.readline().strip()
        token = parsed(httpx.get(address, timeout=PATIENCE).text).xpath('//meta[@name="lawcheck-token"]/@content')[0]
        own = {"origin": address.rstrip("/"), "lawcheck-token": token, "lawcheck-name": "a.docx"}
        answer = httpx.post(
            f"{address}documents", content=docx(p("改善环境,逐步见效。")), headers=own, timeout=PATIENCE
        )
    assert "PUN001" in [code for code, _, _ in cards(answer)]
    assert not (tmp_path / "was-run").exists()


def test_a_port_that_may_not_be_used(monkeypatch):
    def refused(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refused)
    done = lawcheck("serve", "--port", "80")
    assert done.err == "lawcheck: 端口 80 不能使用（没有权限），请用 --port 换一个\n"


def test_without_the_libraries_one_line_says_what_to_install(monkeypatch):
    for name in ("lawcheck.surfaces.web.app", "lawcheck.surfaces.web.web_server"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "starlette.applications", None)
    done = lawcheck("serve")
    assert (done.status, done.out) == (2, "")
    assert done.err == "lawcheck: 缺少 starlette.applications，请安装：pip install 'lawcheck[web]'\n"


def test_a_wrong_configuration_is_told_at_once(tmp_path):
    path = tmp_path / "lawcheck.toml"
    path.write_text("x = 1", encoding="utf-8")
    done = lawcheck("serve", "--config", path)
    assert done.status == 2
    assert "lawcheck.toml" in done.err


@pytest.mark.slow
def test_the_configuration_holds_for_every_document(tmp_path):
    config = tmp_path / "lawcheck.toml"
    config.write_text('ignore = ["PUN001"]', encoding="utf-8")
    command = [sys.executable, "-m", "lawcheck", "serve", "--port", "0", "--config", str(config)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        address = server.stdout.readline().strip()
        token = parsed(httpx.get(address, timeout=PATIENCE).text).xpath('//meta[@name="lawcheck-token"]/@content')[0]
        own = {"origin": address.rstrip("/"), "lawcheck-token": token, "lawcheck-name": "a.txt"}
        answer = httpx.post(f"{address}documents", content=PLAN.encode(), headers=own, timeout=PATIENCE)
        codes = {code for code, _, _ in cards(answer)}
        server.terminate()
    assert "NUM002" in codes
    assert "PUN001" not in codes


def test_whether_a_document_is_a_scan_can_be_said(page):
    assert "按扫描识别" not in page.open().text
    assert "按扫描识别的文字检查，依据：指定" in page.open(scanned="yes").text


def test_it_can_open_the_browser(monkeypatch):
    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    monkeypatch.setattr("uvicorn.Server.run", lambda self, sockets: None)
    done = lawcheck("serve", "--port", "0", "--open")
    assert done.status == 0
    assert opened == [done.out.strip()]
    opened.clear()
    assert lawcheck("serve", "--port", "0").status == 0
    assert opened == []


@pytest.mark.parametrize("answer", [b'<meta name="lawcheck-token" content="x">', b"else", None])
def test_a_second_start_opens_the_page_of_the_first(monkeypatch, answer):
    opened = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]

        def serve():
            connection, _ = listening.accept()
            with connection:
                connection.recv(4096)
                if answer is not None:
                    connection.sendall(b"HTTP/1.0 200 OK\r\n\r\n" + answer)

        served = threading.Thread(target=serve)
        served.start()
        done = lawcheck("serve", "--port", str(port), "--open")
        served.join()
    is_own = answer is not None and b"token" in answer
    assert opened == ([f"http://127.0.0.1:{port}/"] if is_own else [])
    assert done.status == (0 if is_own else 2)


def test_choices_are_known_by_their_values():
    assert options(FormChoices("plan", "draft", "", "en")).language == "en"


@pytest.mark.slow
def test_a_pdf_is_shown_and_not_edited(page):
    rows = ("示例区实施方案", "一、总体要求", "清理河道,推进工作。")
    answer = page.open(pdf("".join(text(90, 100 + 30 * n, row) for n, row in enumerate(rows))), "方案.pdf")
    assert answer.status_code == 201, answer.text
    found = parsed(answer.text)
    assert found.xpath("//section[@data-reading]")
    assert "只能检查" in words(found)
    assert faults(found) == []
    assert len(found.xpath("//li[starts-with(@class, 'card')]//svg[@role='img']")) >= 1
    assert not found.xpath("//*[@data-do='fix' or @data-do='fix-all' or @data-do='edit']|//form[@class='words']")
    assert "总体要求" in page.file("text").text


EMPTY = """示例区河道整治方案

一、主要任务

1.清理淤泥。每月巡查。（牵头单位：区水务局；完成时限：2025年6月底前）

2.修建步道。建成步道。（牵头单位：  ；完成时限：）

3.补种花木。（牵头单位：XX局）
"""


def forms(answer):
    """The fields by the rules of their findings: what stands there, what stays, what is seen and what is proposed."""
    found = {}
    for form in parsed(answer.text).xpath("//form[@class='words']"):
        (card,) = form.xpath("ancestor::li[starts-with(@class, 'card')]/@data-rule")
        (put,) = form.xpath(".//input")
        found[card] = (form.get("data-was"), form.get("data-kept"), put.get("value"), put.get("list"))
    return found


def test_what_is_missing_can_be_written(page):
    answer = page.open(EMPTY)
    assert forms(answer) == {
        "RSP002": ("牵头单位：  ", "牵头单位：", "", "words-units"),
        "TGT009": ("完成时限：", "完成时限：", "", "words-limits"),
        "DOC026": ("XX局", "", "XX局", "words-units"),
    }
    lists = {each.get("id"): each.xpath("./option/@value") for each in parsed(answer.text).xpath("//datalist")}
    assert "区水务局" in lists["words-units"]
    assert lists["words-limits"] == ["2025年6月底前"]
    (start,) = parsed(answer.text).xpath("//li[@data-rule='RSP002']//form/@data-start")
    after = page.change("type", start=start, was="牵头单位：  ", text="牵头单位：区园林局", session="甲")
    assert "RSP002" not in forms(after)
    assert "（牵头单位：区园林局；完成时限：）" in page.file("text").text


def compared(page, data=b"", **asked):
    path = f"/documents/{page.id}/comparison"
    headers = {**page.own, "lawcheck-name": quote("旧.txt")}
    return page.client.post(path, params={"lang": "zh", **asked}, content=data, headers=headers)


def test_a_document_is_held_against_what_is_known(page):
    page.open(PLAN.replace("区园林局", "区水务局"), "上级.txt")
    other = page.id
    page.open()
    assert compared(page, **{"with": "original"}).text == "两稿文字没有改动"
    assert compared(page, **{"with": "before"}).status_code == 404
    assert compared(page, **{"with": "other.0123456789"}).status_code == 404
    assert compared(page, way="else", **{"with": other}).status_code == 404
    assert compared(page, **{"with": other}).text == "改动 1 处"
    docx_ = page.client.get(f"/documents/{page.id}/comparison/docx")
    assert unquote(docx_.headers["content-disposition"]).endswith("方案-比较.docx")
    assert compared(page, way="cover", **{"with": other}).text.startswith("上级任务")
    assert page.client.get(f"/documents/{page.id}/comparison/docx").status_code == 404
    held = page.client.get(f"/documents/{page.id}/comparison/xlsx")
    assert unquote(held.headers["content-disposition"]).endswith("方案-对照.xlsx")
    # The version before is the one whose place another file has taken.
    headers = {**page.own, "lawcheck-name": quote("方案二.txt")}
    next_ = PLAN.replace("区园林局", "区城管局").encode()
    answer = page.client.post(f"/documents/{page.id}/next", params={"lang": "zh"}, content=next_, headers=headers)
    assert parsed(answer.text).xpath("//select[@name='with']/option[@selected]/@value") == ["before"]
    page.change("fix-all")
    assert compared(page, **{"with": "before"}).text.startswith("改动")
    page.change("undo")
    page.change("undo")
    assert compared(page, **{"with": "before"}).status_code == 404


def test_files_about_all_that_are_open(page):
    page.open()
    first = page.id
    page.open(PLAN, "另一份.txt")
    ids = f"{first} {page.id} gone"
    report = page.client.get("/together/report-html", params={"ids": ids})
    assert len(parsed(report.text).xpath("//section[@class='desk']")) == 2
    ledger = page.client.get("/together/tasks-xlsx", params={"ids": ids})
    assert unquote(ledger.headers["content-disposition"]).endswith("全部文件-台账.xlsx")
    assert page.client.get("/together/tasks-xlsx", params={"ids": "gone"}).status_code == 404
    assert page.client.get("/together/else", params={"ids": ids}).status_code == 404


def test_what_a_document_is_can_be_said_later(page):
    opened = page.open()
    assert "按扫描识别" not in opened.text
    answer = page.change("choose", kind="statute", stage="else", scanned="yes")
    assert note(answer).startswith("已按所选")
    assert "按扫描识别" in answer.text
    assert "法规，" in words(parsed(answer.text).xpath("//p[@class='about']")[0])
    selected = parsed(answer.text).xpath("//form[contains(@class, 'chosen')]//option[@selected]/@value")
    assert selected == ["statute", "yes"]
    assert "按扫描识别" not in page.change("choose").text


def test_layout_need_not_be_checked(page):
    opened = page.open(docx(p("示例区方案") + p("一、总体要求") + p("改善环境。" * 20) * 9), "方案.docx")
    assert any(code.startswith("FMT") for code, *_ in cards(opened))
    said = json.dumps({"do": "add", "key": "ignore", "value": "FMT"})
    page.client.post("/house", content=said, headers=page.own)
    shown = page.client.get(f"/documents/{page.id}")
    assert not any(code.startswith("FMT") for code, *_ in cards(shown))
    assert parsed(shown.text).xpath("//input[@name='layout' and not(@checked)]")
    assert not parsed(shown.text).xpath("//ul[@class='house']/li")
