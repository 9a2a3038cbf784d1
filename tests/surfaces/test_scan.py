"""`lawcheck scan`: every sort of input, one row a document, the same dataset from both engines and after a kill."""

import csv
import gzip
import io
import json
import os
import signal
import subprocess
import sys
import tarfile
import time
import zipfile
from pathlib import Path
from unittest import mock

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from command import lawcheck
from docx import Document as WordDocument

from lawcheck.errors import SourceError, UsageError
from lawcheck.running.time_limit import TooLong, time_limit
from lawcheck.surfaces.scan import engines, scan_partition
from lawcheck.surfaces.scan.dataset import TABLES
from lawcheck.surfaces.scan.partition import InputPiece, Partition, partitions_of, restored
from lawcheck.surfaces.scan.planning import Columns, pieces_of

pytestmark = pytest.mark.slow

PLAN = (
    "示例区绿化实施方案\n\n一、重点任务\n1.栽种行道树{number}棵。牵头单位：区园林局\n2.修补绿道,10月底前完成。牵头单位：区水务局\n"
    "依据《中华人民共和国森林法》实施。\n"
)


def texts(count):
    return {f"{number:02}.txt": PLAN.format(number=number) for number in range(1, count + 1)}


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "documents"
    made.mkdir()
    for name, text in texts(6).items():
        (made / name).write_text(text, encoding="utf-8")
    return made


def scanned(*words):
    """A call whose partitions are done in this process, which knows what a test has replaced in it."""
    with mock.patch.object(engines, "run_local", lambda partitions, job, processes: each_here(partitions, job)):
        return lawcheck("scan", *map(str, words), "--isolated")


def each_here(partitions, job):
    for partition in partitions:
        yield partition, scan_partition.scan_partition(partition, job)


def rows(dataset, table):
    files = sorted(Path(dataset, table).glob("*.parquet"))
    return [row for file in files for row in pq.read_table(file).to_pylist()]


def contents(dataset):
    return {str(path.relative_to(dataset)): path.read_bytes() for path in sorted(Path(dataset).rglob("part-*.parquet"))}


def test_a_folder_becomes_a_row_a_document_and_tables_that_join(folder, tmp_path):
    done = scanned(folder, "-o", tmp_path / "out")
    assert (done.status, done.err) == (0, "")
    assert "文件 6 个，其中未能检查 0 个" in done.out
    documents = rows(tmp_path / "out", "documents")
    assert [Path(row["document"]).name for row in documents] == sorted(texts(6))
    first = documents[0]
    assert (first["title"], first["genre"], first["kind"]) == ("示例区绿化实施方案", "方案", "plan")
    assert (first["tasks"], first["citations"], first["error"]) == (2, 1, None)
    assert first["characters"] == len(PLAN.format(number=1))
    tasks = [row for row in rows(tmp_path / "out", "tasks") if row["document"] == first["document"]]
    assert [row["lead"] for row in tasks] == [["区园林局"], ["区水务局"]]
    assert tasks[1]["due"] is None or tasks[1]["due"].endswith("10-31")
    comma = next(row for row in rows(tmp_path / "out", "findings") if row["code"] == "PUN001")
    assert (comma["found"], comma["before"][-2:], comma["after"][:2]) == (",", "绿道", "10")
    assert {row["title"] for row in rows(tmp_path / "out", "citations")} == {"中华人民共和国森林法"}
    assert len(rows(tmp_path / "out", "sections")) == 6 * 3


def archive_of(form, path):
    if form == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in texts(3).items():
                archive.writestr(f"folder/{name}", text)
            archive.writestr("folder/photo.gif", b"\x89PNG")
    else:
        with tarfile.open(path, "w:gz" if form == "tar.gz" else "w") as archive:
            for name, text in {**texts(3), "photo.gif": "no document"}.items():
                data = text.encode()
                info = tarfile.TarInfo(f"folder/{name}")
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))


@pytest.mark.parametrize("form", ["zip", "tar", "tar.gz"])
def test_archives_are_read_member_by_member(form, tmp_path):
    path = tmp_path / f"all.{form}"
    archive_of(form, path)
    assert scanned(path, "-o", tmp_path / "out").status == 0
    documents = rows(tmp_path / "out", "documents")
    assert [row["document"] for row in documents] == [f"{path}!folder/{name}" for name in texts(3)]
    assert all(row["error"] is None for row in documents)


def test_names_that_chinese_windows_wrote_into_a_zip_are_read(tmp_path):
    path = tmp_path / "old.zip"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("placeholder.txt")
        archive.writestr(info, PLAN)
    data = path.read_bytes().replace(b"placeholder.txt", "绿化方案123.txt".encode("gbk"))
    path.write_bytes(data)
    assert scanned(path, "-o", tmp_path / "out").status == 0
    assert rows(tmp_path / "out", "documents")[0]["name"] == "绿化方案123.txt"


def word_file(*paragraphs):
    document = WordDocument()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def table_of(form, path):
    records = [{"编号": f"d{number}", "正文": text} for number, text in enumerate(texts(5).values(), 1)]
    if form == "jsonl":
        path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    elif form == "csv":
        with path.open("w", encoding="gb18030", newline="") as file:
            writer = csv.DictWriter(file, ["编号", "正文"])
            writer.writeheader()
            writer.writerows(records)
    else:
        pq.write_table(pa.Table.from_pylist(records), path, row_group_size=2)


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_tables_are_read_row_by_row_and_divided(form, tmp_path):
    path = tmp_path / f"all.{form}"
    table_of(form, path)
    assert scanned(path, "-o", tmp_path / "out").status == 0
    documents = rows(tmp_path / "out", "documents")
    assert [row["document"] for row in documents] == [f"{path}#{number}" for number in range(1, 6)]
    assert {row["title"] for row in documents} == {"示例区绿化实施方案"}
    named = scanned(path, "-o", tmp_path / "named", "--name-column", "编号", "--text-column", "正文")
    assert named.status == 0
    assert [row["name"] for row in rows(tmp_path / "named", "documents")] == [f"d{number}" for number in range(1, 6)]
    # However small the pieces are, each row is read once.
    pieces = list(pieces_of([str(path)], 300))
    assert len(pieces) > 1
    assert sum(len(list(scan_partition.documents_of(piece, Columns("正文")))) for piece in pieces) == 5


def test_bytes_in_a_table_are_files(tmp_path):
    path = tmp_path / "files.parquet"
    files = [
        {"name": "a.docx", "bytes": word_file("示例区绿化方案", "一、总则")},
        {"name": "b.txt", "bytes": PLAN.encode("gb18030")},
    ]
    pq.write_table(pa.Table.from_pylist(files), path)
    assert scanned(path, "-o", tmp_path / "out", "--text-column", "bytes", "--name-column", "name").status == 0
    assert [(row["name"], row["error"]) for row in rows(tmp_path / "out", "documents")] == [
        ("a.docx", None),
        ("b.txt", None),
    ]


def test_an_address_is_read_as_a_path_is(folder, tmp_path):
    assert scanned(folder, "-o", tmp_path / "a").status == 0
    assert scanned(f"file://{folder}", "-o", tmp_path / "b").status == 0
    titles = [[row["sha256"] for row in rows(tmp_path / name, "documents")] for name in "ab"]
    assert titles[0] == titles[1]
    missing = scanned("file:///no/such/folder", "-o", tmp_path / "c")
    assert missing.status == 2 and "文件不存在" in missing.err


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"\x00\x01\x02\x03" * 100, "不是文本"),
        ("a.docx", b"PK\x03\x04 broken", ""),
        ("a.jsonl", b'{"text": "x"}\nnot json\n', "JSON"),
        ("a.csv", b"title,other\n1,2\n", "正文"),
        ("a.zip", b"PK\x03\x04 broken", "损坏"),
        ("a.parquet", b"PAR1 broken", "损坏"),
    ],
)
def test_what_cannot_be_read_is_a_row_or_a_line_and_costs_nothing_else(name, data, why, folder, tmp_path):
    path = tmp_path / name
    path.write_bytes(data)
    done = scanned(path, folder, "-o", tmp_path / "out")
    documents = rows(tmp_path / "out", "documents")
    told = done.out + done.err + "".join(row["error"] or "" for row in documents)
    assert why in told
    assert sum(row["error"] is None for row in documents) >= 6
    assert done.status == (2 if name in ("a.zip", "a.parquet") else 0)


def test_damaged_members_and_locked_ones_are_rows(tmp_path):
    path = tmp_path / "some.zip"
    archive_of("zip", path)
    data = bytearray(path.read_bytes())
    second = data.find(b"02.txt") + len(b"02.txt") + 20
    data[second : second + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    assert scanned(path, "-o", tmp_path / "out").status == 0
    assert [bool(row["error"]) for row in rows(tmp_path / "out", "documents")] == [False, True, False]


def test_a_document_that_takes_too_long_is_a_row_with_its_error(folder, tmp_path, monkeypatch):
    checked = scan_partition.pipeline.check

    def slow(source, options):
        if "03" in source.path:
            time.sleep(60)
        return checked(source, options)

    partition = Partition(0, tuple(pieces_of([str(folder)])))
    # What is made once is made before the clock runs.
    scan_partition.scan_partition(partition, scan_job(tmp_path / "before"))
    monkeypatch.setattr(scan_partition.pipeline, "check", slow)
    # Room for the others on a busy machine: one of these documents takes a hundredth of it.
    job = scan_job(tmp_path / "out", seconds=3)
    counts = scan_partition.scan_partition(partition, job)
    assert (counts.documents, counts.unchecked) == (6, 1)
    (late,) = [row for row in rows(tmp_path / "out", "documents") if row["error"]]
    assert late["document"].endswith("03.txt") and "3 秒" in late["error"]


def test_a_fault_of_lawcheck_costs_its_document_alone(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(scan_partition.pipeline, "check", lambda source, options: 1 / 0)
    job = scan_job(tmp_path / "out")
    assert scan_partition.scan_partition(Partition(0, tuple(pieces_of([str(folder)]))), job).unchecked == 6


def scan_job(output, **more):
    from lawcheck.surfaces.cli.configured import finder_for

    for table in ("_scan", *TABLES):
        (output / table).mkdir(parents=True)
    return scan_partition.ScanJob(str(output), finder_for(isolated=True).resolved("."), **more)


def test_the_limit_of_time_ends_what_is_within_and_nothing_after_it():
    with pytest.raises(TooLong), time_limit(0.05):
        time.sleep(5)
    with time_limit(0.05):
        pass
    time.sleep(0.1)
    with time_limit(0):
        assert True


def test_what_is_done_is_not_done_again(folder, tmp_path):
    out = tmp_path / "out"
    words = (folder, "-o", out, "--partition-size", "0")
    assert scanned(*words).status == 0
    before = contents(out)
    lost = next((out / "_scan").glob("part-*.json"))
    lost.unlink()
    (out / "findings" / f"{lost.stem}.parquet").write_bytes(b"half a file")
    again = scanned(*words)
    assert again.status == 0
    assert contents(out) == before
    assert "以前已完成的分区 5 个" in again.out


def test_another_scan_does_not_write_into_a_dataset_and_nothing_else_is_written_over(folder, tmp_path):
    assert scanned(folder, "-o", tmp_path / "out").status == 0
    other = scanned(folder / "01.txt", "-o", tmp_path / "out")
    assert other.status == 2 and "另一次扫描" in other.err
    taken = scanned(folder, "-o", folder)
    assert taken.status == 2 and "不是空的" in taken.err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "请指明要检查的"),
        (("x",), "-o"),
        (("x", "-o", "out", "--engine", "spark"), "spark"),
        (("no-such-file.txt", "-o", "out"), "不存在"),
    ],
)
def test_a_wrong_call_is_told(words, why, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = lawcheck("scan", *words, "--isolated")
    assert done.status == 2 and why in done.err


def test_a_missing_extra_is_named(folder, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for name in [name for name in sys.modules if name.startswith("lawcheck.surfaces.scan")]:
        monkeypatch.delitem(sys.modules, name)
    done = scanned(folder, "-o", tmp_path / "out")
    assert done.status == 2 and "lawcheck[scan]" in done.err


def test_partitions_have_about_as_many_bytes_as_they_may_and_are_plain_data():
    pieces = [InputPiece("file", f"{number}.txt", 40) for number in range(5)]
    made = list(partitions_of(pieces, 100))
    assert [len(each.pieces) for each in made] == [2, 2, 1]
    assert [each.size for each in made] == [80, 80, 40]
    assert restored(json.loads(json.dumps(made[1].plain()))) == made[1]


def dies(partition, job, deadly=frozenset()):
    """The work of a partition in which the third document is the end of the process."""
    place = job.place_file(partition)
    for number in range(6):
        place.write_bytes(b"%d\n" % number)
        if number == 2 and number not in deadly:
            os.kill(os.getpid(), signal.SIGKILL)
    place.unlink()
    return scan_partition.PartitionCounts(6, len(deadly), 0)


def test_a_document_that_kills_its_process_twice_is_passed_over(folder, tmp_path, monkeypatch):
    fork = engines.multiprocessing.get_context("fork")
    monkeypatch.setattr(engines.multiprocessing, "get_context", lambda name: fork)
    monkeypatch.setattr(engines, "scan_partition", dies)
    job = scan_job(tmp_path / "out")
    (piece, *_) = pieces_of([str(folder)])
    ((partition, counts),) = engines.run_local([Partition(0, (piece,))], job, 1)
    assert (partition.number, counts.unchecked) == (0, 1)


def test_a_process_that_dies_again_and_again_before_any_document_ends_the_scan():
    task = engines._Task(Partition(0, ()))
    with pytest.raises(UsageError):
        for _ in range(9):
            task = task.after_death(None)


def test_what_cannot_be_written_is_told(folder, tmp_path, monkeypatch):
    def full(path, data):
        raise OSError(28, "No space left", str(path))

    monkeypatch.setattr(scan_partition, "replace_file", full)
    monkeypatch.setattr(
        engines.multiprocessing, "get_context", lambda name: __import__("multiprocessing").get_context("fork")
    )
    done = scanned(folder, "-o", tmp_path / "out")
    assert done.status == 2 and "磁盘已满" in done.err


def test_a_scan_that_was_killed_goes_on_and_ends_the_same(tmp_path):
    source = tmp_path / "many.jsonl"
    lines = [json.dumps({"text": PLAN.format(number=number)}, ensure_ascii=False) for number in range(60)]
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    words = [
        sys.executable,
        "-m",
        "lawcheck",
        "scan",
        str(source),
        "--isolated",
        "--partition-size",
        "1",
        "--jobs",
        "2",
    ]
    killed = subprocess.Popen([*words, "-o", str(tmp_path / "a")], start_new_session=True, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not list((tmp_path / "a").glob("_scan/part-*.json")) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    for output in "ab":
        subprocess.run([*words, "-o", str(tmp_path / output)], check=True, capture_output=True)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")
    assert len(rows(tmp_path / "a", "documents")) == 60


def test_a_ray_cluster_writes_the_same_bytes(folder, tmp_path):
    words = (folder, "--partition-size", "0")
    assert scanned(*words, "-o", tmp_path / "local").status == 0
    assert scanned(*words, "-o", tmp_path / "ray", "--engine", "ray").status == 0
    assert contents(tmp_path / "local") == contents(tmp_path / "ray")


def test_unreadable_folders_and_packed_files_are_told(tmp_path):
    packed = tmp_path / "a.tar.gz"
    packed.write_bytes(gzip.compress(b"no tar"))
    done = scanned(packed, "-o", tmp_path / "out")
    assert any("损坏" in (row["error"] or "") for row in rows(tmp_path / "out", "documents"))
    assert done.status == 0
    assert [type(each) for each in pieces_of([str(tmp_path / "none")])] == [SourceError]
