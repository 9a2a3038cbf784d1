"""Many documents: the same reports whatever the number of processes, and nothing left behind."""

import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from timing import PATIENCE, wait_until

from lawcheck.errors import ConfigError, SourceError, UsageError, Words
from lawcheck.reading import FileContent
from lawcheck.running import dispatch, workers
from lawcheck.running.configuration.finder import Finder
from lawcheck.running.configuration.layering import Configuration, Layer
from lawcheck.running.job import Chunk, Job, usable_processors
from lawcheck.running.record import unpack
from lawcheck.running.run import run
from tests.command import lawcheck

pytestmark = pytest.mark.slow

SENTENCES = "示例区工作方案\n一、总体要求\n按照20212025年工作安排,推进第{number}项。\n"
# More than is done without other processes.
MANY = 40


@pytest.fixture
def folder(tmp_path):
    """Many small documents, two larger ones and one that cannot be read."""
    for number in range(MANY):
        (tmp_path / f"{number:03}.txt").write_text(SENTENCES.format(number=number), encoding="utf-8")
    for name in ("012大.txt", "030大.txt"):
        (tmp_path / name).write_text("示例区服务办法。\n" * 1_500, encoding="utf-8")
    (tmp_path / "020坏.txt").write_bytes(b"%PDF-1.7\n")
    return tmp_path


def check(folder, *arguments):
    return lawcheck("check", "--isolated", "--no-cache", *arguments, folder)


@pytest.mark.parametrize("output_format", ["full", "json"])
def test_reports_do_not_depend_on_the_number_of_processes(folder, output_format):
    results = [check(folder, "--jobs", jobs, "--output-format", output_format) for jobs in (1, 2, 3, 0)]
    assert len({(result.status, result.out, result.err) for result in results}) == 1
    assert results[0].status == 2
    assert results[0].err.count("\n") == 1
    assert "020坏.txt" in results[0].err


def test_reports_come_in_the_order_of_the_paths(folder):
    files = check(folder, "--jobs", 2, "--output-format", "json").json["files"]
    names = [Path(file["path"]).name for file in files]
    assert names == sorted(names)
    assert len(names) == MANY + 2


def test_processes_that_cannot_be_forked_give_the_same(folder, monkeypatch):
    expected = check(folder, "--jobs", 1)
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert check(folder, "--jobs", 2) == expected


def test_no_other_process_is_started_for_one_document_however_large(tmp_path, monkeypatch):
    (tmp_path / "大.txt").write_text("示例区服务办法。\n" * 1_000, encoding="utf-8")
    monkeypatch.setattr(dispatch, "_FEW_BYTES", 1_000)
    monkeypatch.delattr(workers, "Workers")
    assert check(tmp_path, "--jobs", 2).status in (0, 1)


def test_a_process_that_dies_costs_one_document(folder, monkeypatch):
    real = workers.check_job

    def check_or_die(job):
        if Path(job.path).name in ("003.txt", "004.txt", "025.txt"):
            os.kill(os.getpid(), signal.SIGKILL)
        return real(job)

    monkeypatch.setattr(workers, "check_job", check_or_die)
    result = check(folder, "--jobs", 2, "--output-format", "json")
    assert result.status == 2
    failed = {Path(error["path"]).name: error["message"] for error in result.json["errors"]}
    assert set(failed) == {"003.txt", "004.txt", "020坏.txt", "025.txt"}
    assert "意外终止" in failed["004.txt"]
    assert len(result.json["files"]) == MANY + 2 - 3
    assert multiprocessing.active_children() == []


def test_a_process_that_dies_idle_costs_nothing(folder):
    pool = workers.Workers(1)
    jobs = [Job(str(folder / f"{n:03}.txt"), FileContent(SENTENCES.encode()), options()) for n in range(2)]
    first, second = Chunk([jobs[0]]), Chunk([jobs[1]])
    pool.send(first)
    pool.wait_for(first, 0)
    (child,) = multiprocessing.active_children()
    child.kill()
    child.join()
    pool.send(second)
    pool.wait_for(second, 0)
    pool.close()
    assert first.outcomes == second.outcomes


def test_a_process_that_does_not_end_is_killed(monkeypatch):
    monkeypatch.setattr(workers, "_PATIENCE", 0.1)
    process = multiprocessing.get_context("fork").Process(target=_ignore_everything, daemon=True)
    ours, theirs = multiprocessing.Pipe()
    process.start()
    theirs.close()
    workers._Worker(process, ours).end()
    assert not process.is_alive()


def _ignore_everything():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(600)


def test_no_process_can_be_started(folder, monkeypatch):
    def refuse(process):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(multiprocessing.process.BaseProcess, "start", refuse)
    result = check(folder, "--jobs", 2)
    assert result.status == 2
    assert "不能启动进程" in result.err
    assert "--jobs 1" in result.err


def test_what_is_wrong_with_the_configuration_is_said_once(folder):
    (folder / "lawcheck.toml").write_text("select = ['NIX']\n", encoding="utf-8")
    for jobs in (1, 2):
        result = lawcheck("check", "--no-cache", "--jobs", jobs, folder)
        assert result.status == 2
        assert result.err.count("NIX") == 1
        assert result.out == ""
    assert multiprocessing.active_children() == []


def options(*select):
    return Finder(Layer("", select), Configuration()).resolved("a.txt")


def wrong(name):
    raise UsageError(Words(name, name))


def test_what_a_process_does(monkeypatch):
    """The same function as in a process, called here."""
    jobs = [
        Job("甲.txt", FileContent(SENTENCES.encode()), options("NUM002")),
        Job("乙.txt", FileContent(b"%PDF-"), options()),
    ]
    jobs.append(Job("丙.txt", FileContent(b""), options()))
    real = workers.check_job
    monkeypatch.setattr(workers, "check_job", lambda job: real(job) if job.path != "丙.txt" else wrong("NIX"))
    ours, theirs = multiprocessing.Pipe()
    ours.send([(id(job.resolved), job) for job in jobs])
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    collects = threading.Thread(target=lambda: [answers.append(ours.recv()) for _ in jobs] and ours.close())
    answers = []
    collects.start()
    try:
        workers._work(theirs)
    finally:
        gc.unfreeze()
        for number, handler in before.items():
            signal.signal(number, handler)
    collects.join()
    first, second, third = answers
    assert [found.code for found in unpack(first, "甲.txt", jobs[0].content, False).diagnostics] == ["NUM002"]
    assert isinstance(second, SourceError)
    assert "NIX" in str(third)


def test_an_error_of_the_call_ends_the_run(folder, monkeypatch):
    monkeypatch.setattr(workers, "check_job", lambda job: wrong("规则包无法使用"))
    result = check(folder, "--jobs", 2)
    assert (result.status, result.out, result.err) == (2, "", "lawcheck: 规则包无法使用\n")
    assert multiprocessing.active_children() == []


def test_a_run_that_is_left_early_ends_its_processes(folder):
    paths = [str(folder / f"{number:03}.txt") for number in range(MANY)]
    outcomes = run(paths, Finder(Layer(""), Configuration()), jobs=2)
    assert next(outcomes).source.path == paths[0]
    outcomes.close()
    assert multiprocessing.active_children() == []


def test_a_fault_in_reading_costs_one_document(folder, monkeypatch):
    real = FileContent.source

    def fail(content, path, original=False):
        if path.endswith("005.txt"):
            raise RuntimeError("broken")
        return real(content, path, original)

    monkeypatch.setattr(FileContent, "source", fail)
    result = check(folder, "--jobs", 1)
    assert "005.txt：内部错误（RuntimeError: broken），请把这一行报告给" in result.err
    monkeypatch.setattr("lawcheck.reading.batch.read_bytes", lambda path: 1 / 0)
    result = check(folder, "--jobs", 1, "--output-format", "json")
    assert len(result.json["errors"]) == MANY + 3


def test_processors_are_those_that_may_be_used(monkeypatch):
    assert usable_processors() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert usable_processors() == 1


def test_errors_pass_between_processes():
    import pickle

    words = Words("文件不存在", "no such file")
    for error in (SourceError("甲.txt", words), ConfigError("lawcheck.toml", words), UsageError(words)):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again)) == (type(error), str(error))


@pytest.fixture
def long_run(tmp_path):
    """A call that takes minutes, in a session of its own, when its processes are at work."""
    documents = tmp_path / "documents"
    documents.mkdir()
    first = documents / "0000.txt"
    first.write_text(SENTENCES.format(number=0) * 700, encoding="utf-8")
    for number in range(1, 5000):
        os.link(first, documents / f"{number:04}.txt")
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "lawcheck", "check", "--isolated", "--jobs", "2", str(documents)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(temporary)},
        start_new_session=True,
    )
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    wait_until(lambda: len(children.read_text().split()) == 2)
    yield process, temporary
    process.kill()
    process.communicate()


def is_gone(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def test_ctrl_c_leaves_nothing_behind(long_run):
    process, temporary = long_run
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err.decode()) == (130, b"", "")
    wait_until(lambda: is_gone(process.pid))  # whoever takes over its children may be slow to let them go
    assert list(temporary.iterdir()) == []


# A process that is told to end at its birth, before it has done anything.
ENDED_AT_BIRTH = """
import os, signal, sys
from lawcheck.surfaces.cli.main import main
os.register_at_fork(after_in_child=lambda: os.kill(os.getpid(), getattr(signal, sys.argv.pop(1))))
sys.exit(main())
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_process_ended_at_its_birth_says_nothing_of_it(folder, name):
    words = ["check", "--isolated", "--no-cache", "--jobs", "2", str(folder)]
    done = subprocess.run([sys.executable, "-c", ENDED_AT_BIRTH, name, *words], capture_output=True, timeout=PATIENCE)
    assert "Traceback" not in done.stderr.decode()


def test_processes_end_with_the_first(long_run):
    process, _ = long_run
    process.kill()
    process.communicate(timeout=PATIENCE)
    wait_until(lambda: is_gone(process.pid))
