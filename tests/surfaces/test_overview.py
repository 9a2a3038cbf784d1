"""The overview: one page about many documents, whose figures are those of `check` and `tasks`."""

import base64
import hashlib
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from command import lawcheck
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from lawcheck.checks import engine
from lawcheck.errors import SourceError, Words
from lawcheck.surfaces.overview.overview_page import overview_page
from lawcheck.surfaces.overview.plots import MOST_BARS, bars, time_line
from lawcheck.surfaces.overview.totals import Totals, TotalsRow

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parents[2] / "examples"
ROLES = ("lead", "participants", "responsible")
SVG = "{http://www.w3.org/2000/svg}"
LINKS = ("src", "href", "srcset", "data", "action", "poster", "background", "formaction")


class Page:
    """A page as its reader finds it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = html.document_fromstring(text)

    def table(self, key: str) -> list[list[str]]:
        """The cells of the table beneath a plot, its header left out."""
        rows = self.root.xpath(f"//section[@aria-labelledby='{key}']//tbody/tr")
        return [[cell.text_content() for cell in row] for row in rows]

    def picture(self, key: str) -> etree._Element:
        """The plot itself."""
        (source,) = self.root.xpath(f"//section[@aria-labelledby='{key}']//img/@src")
        head, _, data = source.partition(",")
        assert head == "data:image/svg+xml;base64"
        return etree.fromstring(base64.b64decode(data))

    def words(self, key: str) -> list[str]:
        """The words and numbers in a plot."""
        return [found.text for found in self.picture(key).iter(f"{SVG}text")]

    def heading(self, key: str) -> str:
        """What a plot is called."""
        return self.root.get_element_by_id(key).text

    @property
    def numbers(self) -> dict[str, int]:
        """The figures at the top."""
        return {div.findtext("dt"): int(div.findtext("dd")) for div in self.root.xpath("//header/dl/div")}


def overview(*arguments: object, target: Path) -> Page:
    done = lawcheck("overview", *arguments, "-o", target)
    assert (done.status, done.err) == (0, "")
    return Page(target.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Page:
    return overview(EXAMPLES, target=tmp_path_factory.mktemp("overview") / "总览.html")


@pytest.fixture(scope="module")
def found() -> list[dict]:
    """What `check` says of the examples, file by file."""
    return lawcheck("check", EXAMPLES, "--output-format", "json").json["files"]


@pytest.fixture(scope="module")
def tasks() -> list[dict]:
    files = lawcheck("tasks", EXAMPLES, "--output-format", "json").json["files"]
    return [task for file in files for task in file["tasks"]]


def by_severity(diagnostics: list[dict]) -> list[str]:
    counts = Counter(diagnostic["severity"] for diagnostic in diagnostics)
    return [str(counts[severity]) for severity in ("error", "warning", "info")] + [str(len(diagnostics))]


def test_findings_by_rule_are_those_of_check(page, found):
    codes: dict[str, list[dict]] = {}
    for file in found:
        for diagnostic in file["diagnostics"]:
            codes.setdefault(diagnostic["code"], []).append(diagnostic)
    rows = page.table("by-rule")
    assert {row[0]: row[2:] for row in rows} == {code: by_severity(some) for code, some in codes.items()}
    assert [int(row[-1]) for row in rows] == sorted((len(some) for some in codes.values()), reverse=True)
    listed = {rule["code"]: rule["summary"] for rule in lawcheck("rules", "--output-format", "json").json["rules"]}
    assert all(row[1] == listed[row[0]] for row in rows)


def test_findings_by_document_are_those_of_check(page, found):
    rows = page.table("by-document")
    assert {row[0]: row[1:] for row in rows} == {file["path"]: by_severity(file["diagnostics"]) for file in found}


def test_tasks_by_unit_are_those_of_tasks(page, tasks):
    counts: dict[str, Counter[str]] = {}
    for task in tasks:
        for role in ROLES:
            for unit in set(task[role]):
                counts.setdefault(unit, Counter())[role] += 1
        for unit in {unit for role in ROLES for unit in task[role]}:
            counts[unit]["all"] += 1
    expected = {unit: [str(count[key]) for key in (*ROLES, "all")] for unit, count in counts.items()}
    assert {row[0]: row[1:] for row in page.table("by-unit")} == expected
    totals = [int(row[-1]) for row in page.table("by-unit")]
    assert totals == sorted(totals, reverse=True)


def test_time_limits_are_those_of_tasks(page, tasks):
    limits = [limit for task in tasks for limit in task["deadlines"]]
    months = Counter(limit["date"][:7] for limit in limits if limit["date"])
    assert page.table("by-month") == [[month, str(months[month])] for month in sorted(months)]
    undated = sum(limit["date"] is None for limit in limits)
    assert undated
    assert f"另有 {undated} 个时限没有确定的日期" in page.root.get_element_by_id("by-month-about").text


def test_time_limits_that_all_have_a_date(tmp_path):
    page = overview(EXAMPLES / "plan.md", target=tmp_path / "a.html")
    assert page.table("by-month")
    assert page.root.get_element_by_id("by-month-about").text == "每个月有多少时限到期，按最后一天计。"


def test_the_figures_at_the_top(page, found, tasks):
    severities = Counter(diagnostic["severity"] for file in found for diagnostic in file["diagnostics"])
    assert page.numbers == {
        "文件": len(found),
        "问题": severities.total(),
        "错误": severities["error"],
        "警告": severities["warning"],
        "提示": severities["info"],
        "任务": len(tasks),
        "单位": len({unit for task in tasks for role in ROLES for unit in task[role]}),
        "时限": sum(len(task["deadlines"]) for task in tasks),
    }


@pytest.mark.parametrize("key", ["by-rule", "by-document", "by-unit"])
def test_plots_have_the_first_rows_of_their_tables(page, key):
    rows = page.table(key)
    words = page.words(key)
    assert len(words) == 3 + 2 * min(len(rows), MOST_BARS)
    for index, row in enumerate(rows[:MOST_BARS]):
        label, number = words[3 + 2 * index : 5 + 2 * index]
        # Of a path that is too long, its end is shown.
        assert label.startswith(row[0]) or (label[0] == "…" and row[0].endswith(label[1:]))
        assert number == row[-1]
    about = page.root.get_element_by_id(f"{key}-about").text
    rest = rows[MOST_BARS:]
    assert (f"其余 {len(rest)} 行共 {sum(int(row[-1]) for row in rest)}" in about) == bool(rest)


def test_pieces_of_bars_are_as_long_as_their_figures():
    rows = [TotalsRow("甲", (3, 1, 0), 4), TotalsRow("乙", (0, 0, 2), 2), TotalsRow("丙", (0, 0, 0), 0)]
    picture = etree.fromstring(bars(rows, [("a", "#a8201a"), ("b", "#8a5a00"), ("c", "#2b6299")]))
    widths = []
    for path in picture.iter(f"{SVG}path"):
        if path.get("clip-path"):
            xs = [float(number) for number in re.findall(r"[ML] (\S+)", path.get("d"))]
            widths.append(max(xs) - min(xs))
    pieces = [width for width in widths[3:] if width]
    assert [round(width / pieces[1], 2) for width in pieces] == [3, 1, 2]


def test_bars_of_the_time_line_stand_at_their_months():
    rows = [TotalsRow("2024-06", (), 2), TotalsRow("2024-07", (), 1), TotalsRow("2025-06", (), 4)]
    picture = etree.fromstring(time_line(rows))
    boxes = []
    for path in picture.iter(f"{SVG}path"):
        if path.get("clip-path"):
            numbers = re.findall(r"[ML] (\S+) (\S+)", path.get("d"))
            xs, ys = zip(*((float(x), float(y)) for x, y in numbers), strict=True)
            boxes.append((min(xs), max(ys) - min(ys)))
    starts, heights = zip(*boxes, strict=True)
    assert round((starts[2] - starts[0]) / (starts[1] - starts[0])) == 12
    assert [round(height / heights[1], 2) for height in heights] == [2, 1, 4]


@pytest.mark.parametrize(("first", "last"), [("2000-01", "2099-12"), ("2024-12", "2024-12"), ("2024-01", "2026-06")])
def test_marks_of_the_time_line_can_be_read(first, last):
    words = [
        found.text
        for found in etree.fromstring(time_line([TotalsRow(first, (), 1), TotalsRow(last, (), 1)])).iter(f"{SVG}text")
    ]
    marks = [word for word in words if "-" in word]
    assert 2 <= len(marks) <= 7
    assert marks == sorted(marks)


def assert_self_contained(page: Page, keys: tuple[str, ...]) -> None:
    """Nothing on the page or in its pictures comes from elsewhere, and nothing runs."""
    assert not page.root.xpath("//script | //iframe | //object | //embed | //link | //base | //form")
    for element in page.root.iter(etree.Element):
        for name, value in element.attrib.items():
            assert not name.startswith("on") and name != "style"
            assert name not in LINKS or value.startswith(("#", "data:image/svg+xml;base64,"))
    style = page.root.findtext(".//style")
    assert not re.search(r"@import|url\(|expression", style)
    for key in keys:
        for element in page.picture(key).iter(etree.Element):
            assert element.tag != f"{SVG}script"
            for name, value in element.attrib.items():
                assert not name.startswith("on")
                assert "href" not in name or value.startswith("#")
                assert "url(" not in value or "url(#" in value
            assert "@import" not in (element.text or "")


@pytest.mark.parametrize(("months", "numbered"), [(12, True), (13, False)])
def test_a_few_months_have_their_numbers(months, numbered):
    rows = [TotalsRow(f"{2020 + month // 12}-{month % 12 + 1:02}", (), 7777) for month in range(months)]
    words = [found.text for found in etree.fromstring(time_line(rows)).iter(f"{SVG}text")]
    assert words.count("7777") == (months if numbered else 0)


def test_nothing_comes_from_elsewhere_and_nothing_runs(page):
    assert_self_contained(page, ("by-rule", "by-document", "by-unit", "by-month"))
    style = page.root.findtext(".//style")
    (policy,) = page.root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.split("; ")[:3] == ["default-src 'none'", f"style-src 'sha256-{digest}'", "img-src data:"]


def test_each_plot_has_a_name_a_description_and_a_table(page):
    assert page.root.get("lang") == "zh-CN"
    assert [heading.tag for heading in page.root.iter("h1", "h2", "h3")] == ["h1"] + ["h2"] * 4
    keys = page.root.xpath("//nav//a/@href")
    assert keys == ["#by-rule", "#by-document", "#by-unit", "#by-month"]
    identifiers = page.root.xpath("//@id")
    assert len(set(identifiers)) == len(identifiers)
    for key in (key.removeprefix("#") for key in keys):
        (section,) = page.root.xpath(f"//section[@aria-labelledby='{key}']")
        assert section.xpath(".//img/@alt") == [page.heading(key)]
        assert section.xpath(".//img/@aria-describedby") == [f"{key}-about"]
        assert section.xpath(".//details/summary")
        assert section.xpath(".//details//table/caption")
        header = section.xpath(".//thead//th[@scope='col']")
        assert all(len(row) == len(header) for row in page.table(key))
        assert section.xpath("count(.//tbody/tr) = count(.//tbody/tr/th[@scope='row'])")
        # What may be wider than the window can be scrolled with the keyboard.
        assert section.xpath(".//div[@role='region'][@tabindex='0']/@aria-label") == [f"{page.heading(key)}：全部数字"]


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast(page):
    colours = dict(re.findall(r"--(\w+): (#\w{6})", page.root.findtext(".//style")))
    for name in ("text", "quiet", "link"):
        assert contrast(colours[name], colours["back"]) >= 4.5
    pictures = b"".join(etree.tostring(page.picture(key)) for key in ("by-rule", "by-unit", "by-month"))
    fills = set(re.findall(rb"fill: (#\w{6})", pictures)) - {b"#ffffff"}
    assert len(fills) > 5
    assert all(contrast(fill.decode(), "#ffffff") >= 4.5 for fill in fills)


def test_in_english(tmp_path):
    page = overview(EXAMPLES, "--lang", "en", target=tmp_path / "a.html")
    assert page.root.get("lang") == "en"
    assert page.root.findtext(".//h1") == "Overview"
    assert not re.search(
        "[\u4e00-\u9fff]", "".join(page.root.xpath("//h2/text() | //p/text() | //th[@scope='col']/text()"))
    )
    assert "the other" in page.root.get_element_by_id("by-rule-about").text


def test_hostile_names_of_files_are_only_text(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    names = ["<script>alert(1)<", "\"onerror='x'&amp;", "$\\frac{a}{b}$", "{{ 7 * 7 }}", "\u202e\x1b[31m", "x" * 200]
    for name in names:
        (folder / f"{name}.txt").write_text("实施方案（20212025年）已经印发。\n", encoding="utf-8")
    bad = folder / "<img src=x onerror=alert(1)>.txt"
    bad.write_bytes(b"\x00\x01\x02")
    done = lawcheck("overview", folder, "-o", tmp_path / "a.html")
    assert done.status == 2
    page = Page((tmp_path / "a.html").read_text(encoding="utf-8"))
    assert_self_contained(page, ("by-document",))
    shown = {row[0].removeprefix(f"{folder}/") for row in page.table("by-document")}
    assert shown == {f"{name}.txt" for name in names if "\x1b" not in name} | {"\ufffd␛[31m.txt"}
    (error,) = page.root.xpath("//section[@class='errors']//li/text()")
    assert error.startswith(f"{bad}：")
    assert len(page.words("by-document")) == 3 + 2 * len(names)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(st.characters(codec=None), max_size=30), min_size=1, max_size=3, unique=True))
def test_any_label_can_be_drawn_and_read(labels):
    totals = Totals(documents=[TotalsRow(label, (1, 0, 0), 1) for label in labels])
    page = Page(overview_page(totals, [SourceError(labels[0], Words("x", "x"))], "zh"))
    assert len(page.table("by-document")) == len(labels)
    assert page.root.xpath("count(//script | //*[@onload])") == 0
    page.text.encode()


def test_nothing_to_draw(tmp_path):
    document = tmp_path / "a.txt"
    document.write_text("正文。\n", encoding="utf-8")
    page = overview(document, "--isolated", target=tmp_path / "b.html")
    assert page.numbers["任务"] == 0
    assert page.table("by-unit") == page.table("by-month") == []
    assert page.text.count("没有可以画出的内容。") == 3
    assert page.table("by-document") == [[str(document), "0", "0", "0", "0"]]


def test_the_same_documents_make_the_same_page(tmp_path):
    for name in ("a.html", "b.html"):
        overview(EXAMPLES, "--no-cache", "--jobs", "1" if name[0] == "a" else "2", target=tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_many_documents_keep_the_page_small(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(120):
        words = "，".join(f"（{number}.{part}）ok" for part in range(number % 7))
        (folder / f"{number:03}.txt").write_text(f"示例市方案\n\n正文，{words},完。\n", encoding="utf-8")
    target = tmp_path / "a.html"
    page = overview(folder, target=target)
    assert len(page.table("by-document")) == 120
    assert len(page.words("by-document")) == 3 + 2 * MOST_BARS
    assert target.stat().st_size < 200_000


def test_an_earlier_page_is_written_anew_and_is_no_document(tmp_path):
    (tmp_path / "a.txt").write_text("正文。\n", encoding="utf-8")
    target = tmp_path / "总览.html"
    first = overview(tmp_path, target=target)
    assert overview(tmp_path, target=target).text == first.text
    assert first.numbers["文件"] == 1


def test_a_document_is_never_overwritten(tmp_path):
    document = tmp_path / "a.html"
    document.write_text("<p>正文。</p>", encoding="utf-8")
    done = lawcheck("overview", tmp_path, "-o", document)
    assert done.status == 2
    assert "是要读的文件，不能写入" in done.err
    assert document.read_text(encoding="utf-8") == "<p>正文。</p>"


def test_a_rule_that_fails_is_a_finding_and_exit_2(tmp_path, monkeypatch):
    def explode(code, rule):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(engine, "check_of", explode)
    target = tmp_path / "a.html"
    assert lawcheck("overview", EXAMPLES / "plan.md", "-o", target, "--no-cache").status == 2
    (row,) = Page(target.read_text(encoding="utf-8")).table("by-rule")
    assert row[:2] == ["LAW000", "rule-crash"]


def test_without_the_extra_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    for name in ("overview_page", "plots"):
        monkeypatch.delitem(sys.modules, f"lawcheck.surfaces.overview.{name}", raising=False)
    done = lawcheck("overview", EXAMPLES, "-o", tmp_path / "a.html")
    assert (done.status, done.err) == (2, "lawcheck: 缺少 matplotlib，请安装：pip install 'lawcheck[plots]'\n")
    assert not (tmp_path / "a.html").exists()


def test_settings_of_matplotlib_in_the_folder_are_not_read(tmp_path):
    # Such a file stops matplotlib when it is read.
    (tmp_path / "matplotlibrc").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "a.txt").write_text("正文。\n", encoding="utf-8")
    command = [sys.executable, "-m", "lawcheck", "overview", "a.txt", "-o", "b.html"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "b.html").is_file()
