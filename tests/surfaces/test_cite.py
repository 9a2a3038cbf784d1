"""`lawcheck cite`: every reference with its state, against the library and national law."""

import json
from io import BytesIO
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from command import lawcheck

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "lawcheck" / "reporting" / "schemas" / "cite.json"
LIBRARY = ROOT / "examples" / "library"
TEXT = """示例区人民政府关于改进政务服务的通知
各镇人民政府：
依照《示例市政务服务条例》第三条第三项、《中华人民共和国行政处罚法》第九十条和《合同法》，落实《示例市优化政务服务三年行动计划（2024—2026年）》，参照《示例省服务规范》（示政发〔2023〕5号）办理。
示例区人民政府
2024年3月5日
"""


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "notice.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_each_reference_has_its_state(document):
    result = lawcheck("cite", document, "--library", LIBRARY, "--isolated")
    assert (result.status, result.err) == (1, "")
    assert result.out.splitlines() == [
        f"{document}：引用 5 处，相符 1，不符 2，已废止 1，有新版 0，库中没有 1，无从核对 0",
        "  不符  3:3  《示例市政务服务条例》第三条第三项",
        "      没有“第三条第三项”：《示例市政务服务条例》该处列到第2项",
        f"      《示例市政务服务条例》（{LIBRARY / '政务服务条例.txt'}）",
        "  不符  3:21  《中华人民共和国行政处罚法》第九十条",
        "      《中华人民共和国行政处罚法》至多有86条，请核对条号",
        "      《中华人民共和国行政处罚法》（国家法律法规数据表）",
        "  已废止  3:40  《合同法》",
        "      《合同法》已于2021-01-01废止，现为《中华人民共和国民法典》",
        "      《中华人民共和国合同法》（国家法律法规数据表）",
        "  相符  3:48  《示例市优化政务服务三年行动计划（2024—2026年）》",
        "  库中没有  3:80  《示例省服务规范》（示政发〔2023〕5号）",
    ]


def test_json_holds_places_of_the_source(document):
    result = lawcheck("cite", document, "--library", LIBRARY, "--output-format", "json", "--lang", "en")
    jsonschema.validate(result.json, json.loads(SCHEMA.read_text(encoding="utf-8")))
    (file,) = result.json["files"]
    for entry in file["references"]:
        assert TEXT[entry["offset"] : entry["end_offset"]] == entry["text"]
    first, *_, last = file["references"]
    target = {
        "title": "示例市政务服务条例",
        "number": "",
        "chapter": None,
        "article": "3",
        "paragraph": None,
        "item": 3,
    }
    assert first["target"] == target and first["state"] == "different"
    assert first["known"]["title"] == "示例市政务服务条例" and first["known"]["day"].startswith("2022-09")
    place = first["place"]
    kept = (LIBRARY / "政务服务条例.txt").read_text(encoding="utf-8")
    assert kept[place["offset"] : place["end_offset"]].startswith("第三条")
    assert last["target"]["number"] == "示政发〔2023〕5号" and last["known"] is None and last["place"] is None


def test_each_place_of_a_reference_has_a_state_of_its_own(tmp_path):
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "law.txt").write_text(
        "示例区档案管理办法\n（2021年3月5日示例区人民政府令第3号公布）\n第一条 为了保管档案，制定本办法。\n"
        "第二条 各单位每年清点档案，登记造册。\n第三条 本办法自2021年5月1日起施行。\n",
        encoding="utf-8",
    )
    (tmp_path / "library" / "unclear.txt").write_text(
        "示例区印章管理办法\n第一条 为了保管印章，制定本办法。\n第三条 本办法自2021年5月1日起施行。\n", encoding="utf-8"
    )
    text = (
        "《示例区档案管理办法》（以下简称《办法》）第二条规定：“各单位每月清点档案，登记造册”。\n"
        "依照《办法》第一条、第二条和第九条，《示例区印章管理办法》第二条办理。\n"
        "《示例区会议管理办法》规定：“会议由专人记录，不得录音”。\n"
    )
    (tmp_path / "notice.txt").write_text(text, encoding="utf-8")
    result = lawcheck("cite", tmp_path / "notice.txt", "--library", tmp_path / "library", "--output-format", "json")
    found = result.json["files"][0]["references"]
    assert [(entry["target"]["article"], entry["state"]) for entry in found] == [
        ("2", "different"),
        ("1", "right"),
        ("2", "right"),
        ("9", "different"),
        ("2", "unknown"),
        (None, "missing"),
    ]
    assert [entry["quotation"]["state"] for entry in found if entry["quotation"]] == ["different", "missing"]
    quoted = found[0]["quotation"]
    assert text[quoted["offset"] : quoted["end_offset"]] == quoted["text"] == "各单位每月清点档案，登记造册"
    assert {entry["target"]["title"] for entry in found[:4]} == {"示例区档案管理办法"}


def test_page_and_workbook(document, tmp_path):
    assert lawcheck("cite", document, "--library", LIBRARY, "-o", tmp_path / "cited.html").status == 1
    page = (tmp_path / "cited.html").read_text(encoding="utf-8")
    assert page.count("<tr class=") == 5 and "该处列到第2项" in page
    assert lawcheck("cite", document, "--library", LIBRARY, "-o", tmp_path / "cited.xlsx").status == 1
    rows = list(openpyxl.load_workbook(BytesIO((tmp_path / "cited.xlsx").read_bytes())).active.values)
    assert [row[3] for row in rows[1:]] == ["不符", "不符", "已废止", "相符", "库中没有"]


def test_the_configuration_names_the_library(document):
    (document.parent / "lawcheck.toml").write_text(f"library = ['{LIBRARY}']\n", encoding="utf-8")
    checked = lawcheck("check", document, "--select", "CIT022")
    assert "没有“第三条第三项”" in checked.out
    shown = lawcheck("config", document)
    assert str(LIBRARY) in shown.out
    (document.parent / "lawcheck.toml").write_text("library = ['nowhere']\n", encoding="utf-8")
    refused = lawcheck("check", document)
    assert refused.status == 2 and "nowhere" in refused.err


def test_a_right_document_and_wrong_calls(tmp_path):
    (tmp_path / "right.txt").write_text("依照《中华人民共和国行政处罚法》第九条办理。\n", encoding="utf-8")
    assert lawcheck("cite", tmp_path / "right.txt").status == 0
    assert lawcheck("cite", tmp_path / "right.txt", "--library", tmp_path / "no").status == 2
    assert lawcheck("cite", tmp_path / "no.txt").status == 2


@pytest.mark.parametrize(
    ("cited", "year", "state"),
    [
        ("《中华人民共和国行政处罚法》第八十条", 2024, "right"),
        ("《中华人民共和国行政处罚法》", 1999, "right"),
        # What the version of that day held is not known.
        ("《中华人民共和国行政处罚法》第六十条", 1999, "unknown"),
        ("《中华人民共和国行政处罚法》（1996年）第六十条", 2024, "unknown"),
        ("《中华人民共和国行政处罚法》第二章", 2024, "unknown"),
        ("《中华人民共和国行政处罚法》第八十七条", 2024, "different"),
        ("《中华人民共和国行政处罚法》第九条第七项", 2024, "different"),
    ],
)
def test_a_place_of_a_national_law_is_right_only_where_it_is_known(tmp_path, cited, year, state):
    text = f"示例区人民政府关于改进执法的通知\n各镇人民政府：\n依照{cited}办理。\n示例区人民政府\n{year}年3月5日\n"
    (tmp_path / "notice.txt").write_text(text, encoding="utf-8")
    result = lawcheck("cite", tmp_path / "notice.txt", "--isolated", "--output-format", "json")
    (entry,) = result.json["files"][0]["references"]
    assert entry["state"] == state
