"""Citations held against the office's library: what is wrong with them, and how the library is kept."""

import os
import sqlite3
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from checking import check

from lawcheck.checks.library import library_index
from lawcheck.checks.library.library_index import index_of, library_state
from lawcheck.errors import LawcheckWarning
from lawcheck.rulebook.registry import Selection
from lawcheck.structure.settings import LibrarySource, Settings
from lawcheck.text.source import Source

REGULATION = """示例市河道管护办法
（2022年3月5日示例市人民政府令第8号公布）
第一章 总则
第一条 为了加强河道管护，制定本办法。
第二条 河道管护坚持下列原则：
（一）分级负责；
（二）社会参与。
市人民政府统筹河道管护工作。
第三条 镇街应当每日巡查河道，及时打捞漂浮物。
第二章 附则
第四条 本办法自2022年5月1日起施行，《示例市河道保洁办法》同时废止。
"""
OLD = """示例市河道保洁办法
（2015年3月5日示例市人民政府令第2号公布）
第一条 为了加强河道保洁，制定本办法。
第二条 本办法自2015年5月1日起施行。
"""


def plan(year, number):
    return f"""示例市人民政府关于印发年度河道管护工作要点的通知
示政发〔{year}〕{number}号
各区人民政府：
现将工作要点印发给你们，镇街要每日巡查河道，发现问题当日处理。
示例市人民政府
{year}年2月3日
"""


TEXTS = (REGULATION, OLD, plan(2022, 6), plan(2023, 9))
RULES = Selection(select=["CIT02"]).rules()


def notice(body, day="2024年3月5日"):
    return f"示例区人民政府关于加强河道管护的通知\n各镇人民政府：\n{body}\n示例区人民政府\n{day}\n"


def found(body, library=None, day="2024年3月5日"):
    text = notice(body, day)
    settings = Settings(library=library or LibrarySource(texts=TEXTS))
    diagnostics = check(Source(text), RULES, settings=settings).diagnostics
    return [(d.code, text[start:end]) for d in diagnostics for start, end in d.spans]


TITLE = "《示例市河道管护办法》"
POINTS = "《示例市人民政府关于印发年度河道管护工作要点的通知》"


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        # A character replaced, lost, added, exchanged.
        ("依照《示例市河道管护方法》办理。", [("CIT020", "示例市河道管护方法")]),
        ("依照《示例市河道管办法》办理。", [("CIT020", "示例市河道管办法")]),
        ("依照《示例市河道管护护办法》办理。", [("CIT020", "示例市河道管护护办法")]),
        # The title of another document than the number is of.
        (
            "落实《示例市人民政府关于印发道路养护要点的通知》（示政发〔2023〕9号）。",
            [("CIT020", "示例市人民政府关于印发道路养护要点的通知")],
        ),
        (f"落实{POINTS}（示政发〔2023〕19号）。", [("CIT021", "示政发〔2023〕19号")]),
        (f"依照{TITLE}第五条办理。", [("CIT022", "第五条")]),
        (f"依照{TITLE}第三章办理。", [("CIT022", "第三章")]),
        (f"依照{TITLE}第三条之一办理。", [("CIT022", "第三条之一")]),
        (f"依照{TITLE}第二条第三款办理。", [("CIT022", "第二条第三款")]),
        (f"依照{TITLE}第二条第三项、第三条第一项办理。", [("CIT022", "第二条第三项"), ("CIT022", "第三条第一项")]),
        (
            f"{TITLE}第三条规定：“镇街应当每周巡查河道，及时打捞漂浮物”。",
            [("CIT023", "镇街应当每周巡查河道，及时打捞漂浮物")],
        ),
        (f"{TITLE}要求，“各单位要按时足额发放养护人员工资”。", [("CIT023", "各单位要按时足额发放养护人员工资")]),
        ("依照《示例市河道保洁办法》办理。", [("CIT024", "《示例市河道保洁办法》")]),
        (f"落实{POINTS}（示政发〔2022〕6号）。", [("CIT024", f"{POINTS}（示政发〔2022〕6号）")]),
        # All of it is right.
        (f"依照{TITLE}第二条第二款、第二条第二项和第四条办理。", []),
        (f"{TITLE}第三条规定：“镇街应当每日巡查河道,及时打捞漂浮物。”", []),
        (f"落实{POINTS}（示政发〔2023〕9号）和{POINTS}。", []),
        # Other documents.
        ("依照《示例省河道管护办法》《示例市道路管护办法》《河道管护办法》《示例市2022年河道管护办法》办理。", []),
        ("依照《中华人民共和国水法》第九条和示政发〔2021〕3号文件办理。", []),
        (f"学习贯彻{TITLE}，做到“早发现、早处理、早报告”。", []),
    ],
)
def test_what_is_wrong_with_a_citation(body, wrong):
    assert found(body) == wrong


NEWER = REGULATION.replace("2022年3月5日示例市人民政府令第8号", "2024年1月5日示例市人民政府令第15号").replace(
    "2022年5月1日", "2024年2月1日"
)
PASSED_ON = """示例市人民政府关于印发《示例市桥梁养护办法》的通知
示政发〔2021〕30号
各区人民政府：
现将《示例市桥梁养护办法》印发给你们。
示例市人民政府
2021年6月3日
示例市桥梁养护办法
第一条 为了养护桥梁，制定本办法。
第二条 桥梁由产权单位养护。
第三条 本办法自2021年7月1日起施行。
"""
DECISION = """示例市人民政府关于废止部分文件的决定
根据《示例市规章制定办法》，市人民政府决定废止下列文件：
一、《示例市集市管理办法》
二、《示例市井盖管理办法》
示例市人民政府
2023年6月3日
"""
SMALL = "{}\n（2010年3月5日示例市人民政府令第1号公布）\n第一条 制定本办法。\n第二条 本办法自2010年5月1日起施行。\n"
MARKET, RULE_MAKING = SMALL.format("示例市集市管理办法"), SMALL.format("示例市规章制定办法")
NAMING = """示例市河湖长制实施方案
落实《示例市水域岸线保护管理办法》（以下简称《岸线保护办法》）和《示例市乙文件》（以下简称《共同的简称》）。
"""
AMENDED = """示例市水井管护办法
（2010年3月5日示例市人民政府令第50号公布 根据2015年4月6日《示例市人民政府关于修改部分规章的决定》修正）
第一条 为了管护水井，制定本办法。
第二条 本办法自2010年5月1日起施行。
"""
HEADLINE = "示例市人民政府印发《示例市渡口管护方案》\n一、巡查渡口。\n二、维护设施。\n"
NAMING_TOO = "示例市护河方案\n落实《示例市丙文件》（以下简称《共同的简称》）。\n"
SHORE = "示例市水域岸线保护管理办法\n第一条 为了保护岸线，制定本办法。\n第二条 本办法自2020年5月1日起施行。\n"
MORE = LibrarySource(
    texts=(*TEXTS, NEWER, PASSED_ON, DECISION, MARKET, RULE_MAKING, NAMING, NAMING_TOO, SHORE, AMENDED, HEADLINE)
)


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        # The day and the order of publication.
        (f"依照{TITLE}（2021年3月5日公布）办理。", [("CIT021", f"{TITLE}（2021年3月5日公布）")]),
        (f"依照{TITLE}（示例市人民政府令第9号）办理。", [("CIT021", "示例市人民政府令第9号")]),
        (f"依照{TITLE}（示例省人民政府令第9号）、{TITLE}（2021年修正）、{TITLE}（2024年1月5日公布）办理。", []),
        # Where amendments have orders that the head does not give, and what is amended is published anew.
        ("依照《示例市水井管护办法》（示例市人民政府令第77号）、《示例市水井管护办法》（2015年4月6日公布）办理。", []),
        ("落实《示例市人民政府印发〈示例市渡口管护方案〉的通知》。", []),
        # The version that is named is no longer the newest.
        (f"依照{TITLE}（示例市人民政府令第8号）办理。", [("CIT024", f"{TITLE}（示例市人民政府令第8号）")]),
        (f"依照{TITLE}（2022年3月5日公布）办理。", [("CIT024", f"{TITLE}（2022年3月5日公布）")]),
        # The document that a notice passes on, and the notice without its office.
        ("依照《示例市桥梁养护办法》第九条办理。", [("CIT022", "第九条")]),
        ("落实《关于印发〈示例市桥梁养护办法〉的通知》（示政发〔2021〕31号）。", [("CIT021", "示政发〔2021〕31号")]),
        ("落实《关于印发〈示例市桥梁养护办法〉的通知》（示政发〔2021〕30号）和《示例市桥梁养护办法（试行）》。", []),
        ("依照《示例市桥梁养护方法》第一条办理。", [("CIT020", "示例市桥梁养护方法")]),
        # Short names: those of the document itself, and one that only one document of the library explains.
        (f"依照{TITLE}（以下简称《办法》）第一条、《办法》第九条办理。", [("CIT022", "第九条")]),
        ("依照《岸线保护办法》第九条、《共同的简称》第九条、《规定》第九条办理。", [("CIT022", "第九条")]),
        ("依照《示例市河道管护方法》（以下简称《方法》）和《方法》办理。", [("CIT020", "示例市河道管护方法")]),
        # What a decision repeals, but not what it rests on; and what is said of the past.
        ("依照《示例市集市管理办法》和《示例市规章制定办法》办理。", [("CIT024", "《示例市集市管理办法》")]),
        ("《示例市集市管理办法》废止以前受理的，仍由原机关办理。", []),
        # A quotation with an ellipsis, one of another article, and one behind a place.
        (f"{TITLE}第三条规定：“镇街应当每日巡查……打捞漂浮物”。", []),
        (f"{TITLE}第二条规定：“镇街应当每日巡查河道”。", [("CIT023", "镇街应当每日巡查河道")]),
        (f"{TITLE}第三条关于“镇街应当每月巡查河道”的规定。", [("CIT023", "镇街应当每月巡查河道")]),
        (f"{TITLE}第二条、第三条规定：“镇街应当每日巡查河道”。", []),
        (f"{TITLE}第三条规定：“每日巡查”。", []),
    ],
)
def test_versions_names_and_quotations(body, wrong):
    assert found(body, MORE, "2025年3月5日") == wrong


def test_it_is_said_which_title_and_day_the_library_has():
    text = notice("依照《示例市桥梁养护方法》和《示例市码头条例》（2021年8月2日通过）办理。", "2025年3月5日")
    wharf = """示例市码头条例
（2021年9月2日示例市人大通过 2021年11月2日示例省人大批准）
第一条 制定本条例。
第二条 本条例自公布之日起施行。
"""
    settings = Settings(library=LibrarySource(texts=(PASSED_ON, wharf)))
    said = [diagnostic.message for diagnostic in check(Source(text), RULES, settings=settings).diagnostics]
    assert "《示例市桥梁养护办法》" in said[0] and "印发" not in said[0]
    assert "所载的是2021-09-02" in said[1]


def test_titles_of_two_lives():
    # An undated document may speak of any time; a decision on the past may name everything.
    assert [code for code, _ in found("依照《示例市集市管理办法》办理。", MORE, "")] == ["CIT024"]
    text = "示例市人民政府关于清理文件的通知\n不再适用《示例市集市管理办法》。\n示例市人民政府\n2025年3月5日\n"
    assert not check(Source(text), RULES, settings=Settings(library=MORE)).diagnostics


SUPERIOR = """示例市护河行动方案
示政发〔2023〕40号
一、重点任务
（一）开展“碧水绕城”专项行动，推行“一河一策一长”，建设“智慧水务”。
（二）依托平台，河湖水质监测监管平台，按日通报。（责任单位：示例市河道管护中心，示例市水利局）
"""


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        # Characters that are like others, lost, added, exchanged.
        ("开展“碧水绕成”行动。", ["碧水绕成"]),
        ("推行“一一策一长”。", ["一一策一长"]),
        ("推行“一河一策一队长”。", ["一河一策一队长"]),
        ("推行“一河策一长”。", []),
        ("建设“智水慧务”。", ["智水慧务"]),
        ("建设“智慧务水”。", ["智慧务水"]),
        ("由示例市河道管户中心指导。", ["示例市河道管户中心"]),
        ("由示例市河道护管中心指导。", ["示例市河道护管中心"]),
        # Others of their own, on another level, with another number, with another verb.
        ("开展“碧水绕镇”“清水绕城”行动，推行“两河一策一长”和“智慧水利”。", []),
        ("由示例区河道管护中心、示例市河道管养中心指导，接入河湖水质监测监管平台，推行“一河一策一长”。", []),
    ],
)
def test_names_as_the_superior_document_writes_them(body, wrong):
    library = LibrarySource(texts=(SUPERIOR,))
    text = notice(f"落实《示例市护河行动方案》，{body}")
    rules = Selection(select=["CIT025"], preview=True).rules()
    said = check(Source(text), rules, settings=Settings(library=library)).diagnostics
    assert [text[start:end] for d in said for start, end in d.spans] == wrong
    uncited = notice(body)
    assert not check(Source(uncited), rules, settings=Settings(library=library)).diagnostics
    assert not check(Source(text), rules).diagnostics


def test_an_older_document_may_cite_what_was_in_force():
    assert found("依照《示例市河道保洁办法》办理。", day="2020年3月5日") == []
    assert found(f"落实{POINTS}（示政发〔2022〕6号）。", day="2022年5月5日") == []


def test_without_a_library_nothing_is_said():
    assert found("依照《示例市河道管护方法》第九十条办理。", LibrarySource(folders=())) != []
    text = notice("依照《示例市河道管护方法》第九十条办理。")
    assert check(Source(text), RULES).diagnostics == []


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "library"
    path.mkdir()
    (path / "regulation.txt").write_text(REGULATION, encoding="utf-8")
    return path


def source(folder):
    return LibrarySource((str(folder),), state=library_state((str(folder),)))


def touched(path, seconds):
    state = path.stat()
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + seconds * 10**9))


def test_only_what_has_changed_is_read_again(folder, monkeypatch):
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    assert len(index_of(source(folder)).documents) == 2
    read = []
    facts = library_index._facts
    monkeypatch.setattr(library_index, "_facts", lambda path, data: read.append(Path(path).name) or facts(path, data))
    (folder / "old.txt").write_text(OLD.replace("保洁", "清洁"), encoding="utf-8")
    touched(folder / "old.txt", 5)
    touched(folder / "regulation.txt", 5)
    titles = {known.title for known in index_of(source(folder)).documents}
    assert titles == {"示例市河道管护办法", "示例市河道清洁办法"}
    assert read == ["old.txt"]
    (folder / "old.txt").unlink()
    assert [known.title for known in index_of(source(folder)).documents] == ["示例市河道管护办法"]


def test_a_changed_library_changes_what_is_said(folder):
    body = f"依照{TITLE}第五条办理。"
    assert found(body, source(folder)) == [("CIT022", "第五条")]
    longer = REGULATION.replace("第四条 本办法自", "第四条 镇街建立台账。\n第五条 本办法自")
    (folder / "regulation.txt").write_text(longer, encoding="utf-8")
    touched(folder / "regulation.txt", 5)
    assert found(body, source(folder)) == []


def test_what_cannot_be_read_is_told_and_left_out(folder):
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 no package")
    os.mkfifo(folder / "pipe.txt")
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        index = index_of(source(folder))
    assert [known.title for known in index.documents] == ["示例市河道管护办法"]
    said = [str(warning.message) for warning in told if issubclass(warning.category, LawcheckWarning)]
    assert any("broken.docx" in line for line in said)


@pytest.mark.parametrize("damage", [b"no database", b"", None])
def test_a_damaged_index_is_made_anew(folder, damage):
    index_of(source(folder))
    (kept,) = (p for p in Path(os.environ["XDG_CACHE_HOME"], "lawcheck").glob("library-*.sqlite") if _holds(p, folder))
    if damage is None:
        with sqlite3.connect(kept) as connection:
            connection.execute("UPDATE documents SET facts = '{}'")
    else:
        kept.write_bytes(damage)
    index_of.cache_clear()
    assert [known.title for known in index_of(source(folder)).documents] == ["示例市河道管护办法"]


def _holds(path, folder):
    with sqlite3.connect(path) as connection:
        return any(str(folder) in row[0] for row in connection.execute("SELECT path FROM files"))


def test_without_a_cache_folder_the_library_is_read_each_time(folder, monkeypatch):
    monkeypatch.setattr(library_index, "cache_file", lambda name: None)
    index = index_of(source(folder))
    assert [known.title for known in index.documents] == ["示例市河道管护办法"]
    assert "每日巡查河道" in index.words_of(index.documents[0])


def test_several_may_read_one_library_at_once(folder):
    for number in range(20):
        (folder / f"{number}.txt").write_text(REGULATION.replace("河道", f"{number}号河道"), encoding="utf-8")
    made = source(folder)
    index_of.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: library_index.index_of.__wrapped__(made), range(4)))
    assert [len(index.documents) for index in found] == [21] * 4
