"""No output takes the place of a file that the call reads or is configured by, and every file is replaced whole."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from command import lawcheck
from docx_documents import docx, p, run

from lawcheck.errors import SourceError
from lawcheck.reading import storage, write_file

BAD = "示例区便民行动方案\n\n一、总体要求\n健全制度,明确责任。\n"
GOOD = BAD.replace(",", "，")
RULE = """code = "XAA001"
name = "own-word"
severity = "warning"
summary = "甲"
reason = "乙"
sources = [{ title = "示例规定", level = "convention" }]
messages = { default = "丙" }
check = { kind = "lexicon", data = "words.tsv" }
examples = [{ bad = "⟦坏⟧" }, { good = "好" }]
"""
ONLY = ["--select", "PUN001"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with documents, and all that can configure a check of them."""
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "文/a.txt": BAD,
        "文/b.md": BAD,
        "lawcheck.toml": 'extends = "家/base.toml"\nrules = ["家/规则"]\nunits = "家/units.txt"\n',
        "家/base.toml": 'terms = "家/terms.txt"\n'.replace("家/", ""),
        "家/terms.txt": "词\n",
        "家/units.txt": "示例区档案馆\n",
        "家/规则/XAA001-own-word.toml": RULE,
        "家/规则/words.tsv": "坏\n",
        ".lawcheckignore": "略\n",
        "基线.json": '{"schema": "lawcheck-baseline/1", "files": {}}',
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    return tmp_path


def names(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def contents() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(Path().rglob("*")) if path.is_file()}


READ = [
    *("文/a.txt", "文/b.md", "lawcheck.toml", "家/base.toml", "家/terms.txt", "家/units.txt"),
    *("家/规则/XAA001-own-word.toml", "家/规则/words.tsv", ".lawcheckignore"),
]
CALLS = [
    ("check", "文", "--output-file"),
    ("check", "文", "--fix", "--output-file"),
    ("check", "文", "--diff", "--output-file"),
    ("tasks", "文", "--output-format", "json", "-o"),
    ("overview", "文", "-o"),
]


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
@pytest.mark.parametrize("target", READ)
def test_a_file_that_is_read_or_configures_is_never_written(folder, call, target):
    before = contents()
    result = lawcheck(*call, target)
    assert (result.status, result.out) == (2, "")
    assert result.err.endswith(f"{target}：是要读的文件，不能写入；请用别的文件名\n")
    assert contents() == before


@pytest.mark.parametrize("target", READ)
def test_each_of_several_reports_is_held_to_it(folder, target):
    before = contents()
    result = lawcheck("check", "文", "--fix", "--output-format", "json=r.json", "--output-format", f"sarif={target}")
    assert (result.status, "是要读的文件" in result.err) == (2, True)
    assert contents() == before


def test_the_configuration_and_the_baseline_of_the_call_are_read_too(folder):
    before = contents()
    for option, target in (("--config", "家/base.toml"), ("--baseline", "基线.json")):
        result = lawcheck("check", "文", option, target, "--output-file", target)
        assert (result.status, "是要读的文件" in result.err) == (2, True)
    assert contents() == before


def test_no_spelling_and_no_link_hides_a_file(folder):
    Path("链.txt").symlink_to("文/a.txt")
    os.link("文/a.txt", "硬.txt")
    Path("夹").symlink_to("文", target_is_directory=True)
    before = contents()
    for target in ("./文/../文/a.txt", folder / "文/a.txt", "链.txt", "硬.txt", "夹/a.txt"):
        result = lawcheck("check", "文", "--fix", "--output-file", target)
        assert (result.status, "是要读的文件" in result.err) == (2, True), target
    result = lawcheck("check", "文", "--output-format", "json=r", "--output-format", "sarif=./家/../r")
    assert (result.status, "几种报告不能写到同一处" in result.err) == (2, True)
    assert contents() == before


def test_the_other_commands_are_held_to_it(folder):
    Path("c.docx").write_bytes(docx(p(run("健全制度,明确责任。"))))
    before = contents()
    for call in (
        ("compare", "文/a.txt", "文/b.md", "--output-format", "json", "-o", "文/b.md"),
        ("compare", "文/a.txt", "文/b.md", "--output-format", "json", "-o", "家/units.txt"),
        ("annotate", "c.docx", "-o", "lawcheck.toml"),
        ("annotate", "c.docx", "-o", "家/terms.txt"),
        ("baseline", "文", "-o", "文/a.txt"),
        ("baseline", "基线.json", "-o", "基线.json"),
    ):
        result = lawcheck(*call)
        assert (result.status, result.out) == (2, ""), call
    assert contents() == before


def test_what_a_command_is_made_to_replace_it_replaces(folder):
    Path("c.docx").write_bytes(docx(p(run("健全制度,明确责任。"))))
    before = contents()
    assert lawcheck("annotate", "c.docx", "-o", "./c.docx").status == 0
    assert lawcheck("baseline", "文", "-o", "基线.json").status == 0
    after = contents()
    assert {name for name in before if after[name] != before[name]} == {"c.docx", "基线.json"}


def test_a_word_file_is_not_written_under_the_name_of_another_format(folder):
    Path("文/w.docx").write_bytes(docx(p(run("健全制度,明确责任。"))))
    result = lawcheck("annotate", "文/w.docx", "-o", "文/new.txt")
    assert (result.status, result.err) == (2, "lawcheck: 文/new.txt：扩展名应是 .docx，与原文件相同\n")
    assert not Path("文/new.txt").exists()
    assert lawcheck("annotate", "文/w.docx", "-o", "文/new.DOCX").status == 0


@pytest.mark.parametrize("name", ["报告.html", "报告.md"])
def test_a_report_may_take_the_place_of_an_earlier_one(folder, name):
    kind = {"报告.html": "html", "报告.md": "markdown"}[name]
    for _ in range(2):
        result = lawcheck("check", ".", *ONLY, "--output-format", f"{kind}={name}", "--exit-zero")
        assert (result.status, result.err) == (0, "")
    Path("空.txt").touch()
    assert lawcheck("check", ".", *ONLY, "--output-file", "空.txt", "--exit-zero").status == 0


@pytest.mark.slow
def test_standard_input_that_is_a_file_is_read_too(folder):
    command = [sys.executable, "-m", "lawcheck", "check", "-", "--output-file", "文/a.txt"]
    with Path("文/a.txt").open("rb") as file:
        done = subprocess.run(command, stdin=file, capture_output=True, text=True, check=False)
    assert (done.returncode, "是要读的文件" in done.stderr) == (2, True)
    assert Path("文/a.txt").read_text(encoding="utf-8") == BAD


# How files are written


def test_mode_and_attributes_stay(folder):
    path = Path("文/a.txt")
    path.chmod(0o640)
    try:
        os.setxattr(path, "user.origin", "示例区".encode())
    except OSError:
        attributes = {}
    else:
        attributes = {"user.origin": "示例区".encode()}
    assert lawcheck("check", path, "--fix", *ONLY).status == 0
    assert path.read_text(encoding="utf-8") == GOOD
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert {name: os.getxattr(path, name) for name in attributes} == attributes
    assert names("文") == ["a.txt", "b.md"]


def test_owner_and_access_list_stay(folder):
    path = Path("文/a.txt")
    if os.geteuid() == 0:
        os.chown(path, 1234, 2345)
    if shutil.which("setfacl"):
        subprocess.run(["setfacl", "-m", "u:7:r", path], check=True)
    attributes = os.listxattr(path)
    before = path.stat()
    assert lawcheck("check", path, "--fix", *ONLY).status == 0
    after = path.stat()
    assert (after.st_uid, after.st_gid, after.st_mode) == (before.st_uid, before.st_gid, before.st_mode)
    assert (os.listxattr(path), after.st_ino != before.st_ino) == (attributes, True)


def test_where_the_owner_cannot_stay_no_right_of_the_owner_does(folder, monkeypatch):
    def refuse(path, user, group):
        raise PermissionError(1, "Operation not permitted")

    path = Path("文/a.txt")
    path.chmod(0o4755)
    if os.geteuid() == 0:
        os.chown(path, 1234, 2345)
        path.chmod(0o4755)
    monkeypatch.setattr(os, "chown", refuse)
    assert lawcheck("check", path, "--fix", *ONLY).status == 0
    expected = 0o755 if os.geteuid() == 0 else 0o4755
    assert stat.S_IMODE(path.stat().st_mode) == expected


def test_the_bytes_are_on_the_disk_before_the_name_is(folder, monkeypatch):
    steps = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (steps.append("fsync"), fsync(handle)))
    monkeypatch.setattr(Path, "replace", lambda self, target: (steps.append("replace"), replace(self, target))[1])
    write_file("新.txt", b"new")
    assert steps == ["fsync", "replace"]


def test_temporary_names_cannot_be_foreseen_and_nothing_is_left(folder, monkeypatch):
    temporary = set()
    monkeypatch.setattr(Path, "replace", lambda self, target: temporary.add(self.name) or 1 / 0)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            write_file("新.txt", b"new")
    assert len(temporary) == 3
    assert not any(name.endswith(".tmp") for name in names("."))


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", "有 1 个没有写完的临时文件，如 文/"), ("en", "1 unfinished temporary file(s), such as 文/")],
)
def test_what_a_killed_run_has_left_is_told_by_the_next_that_writes(folder, lang, words):
    killed = (
        "import os, pathlib, signal\n"
        "from lawcheck.surfaces.cli import main\n"
        "replace = pathlib.Path.replace\n"
        "def kill(file, target):\n"
        "    return os.kill(os.getpid(), signal.SIGKILL) if target.name == 'a.txt' else replace(file, target)\n"
        "pathlib.Path.replace = kill\n"
        "main(['check', '--fix', '文/a.txt', '--select=PUN001'])\n"
    )
    subprocess.run([sys.executable, "-c", killed], check=False, capture_output=True)
    assert Path("文/a.txt").read_text(encoding="utf-8") == BAD
    again = lawcheck("check", "文", *ONLY, "--fix", "--lang", lang)
    assert Path("文/a.txt").read_text(encoding="utf-8") == GOOD
    assert words in again.err
    (left,) = set(names("文")) - {"a.txt", "b.md"}
    assert left in again.err
    Path("文", left).unlink()
    assert "tmp" not in lawcheck("check", "文", *ONLY, "--fix", "--lang", lang).err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_orderly_end_while_a_file_is_written_leaves_nothing(folder, number):
    ended = (
        "import os, signal, sys, tempfile\n"
        "from lawcheck.surfaces.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "number, make = int(sys.argv.pop()), tempfile.mkstemp\n"
        "def made(**named):\n"
        "    new = make(**named)\n"
        "    if 'a.txt' in named['prefix']:\n"
        "        os.kill(os.getpid(), number)\n"
        "    return new\n"
        "tempfile.mkstemp = made\n"
        "sys.exit(main())\n"
    )
    call = [sys.executable, "-c", ended, "check", "--fix", "文/a.txt", *ONLY, str(int(number))]
    assert subprocess.run(call, check=False, capture_output=True).returncode == 128 + number
    assert Path("文/a.txt").read_text(encoding="utf-8") == GOOD
    assert names("文") == ["a.txt", "b.md"]


def test_files_that_others_call_temporary_are_not_told_of(folder):
    for name in (".a.tmp", "a.txt.tmp", ".~lock.a.txt#", ".a.txt.swp", ".a.txt.KLMNOPQR.tmp", "a.txt.abcdefgh.tmp"):
        Path("文", name).write_text("", encoding="utf-8")
    assert "tmp" not in lawcheck("check", "文", *ONLY, "--fix").err


def test_a_link_is_followed_where_the_call_names_it(folder):
    Path("处").mkdir()
    Path("r.txt").symlink_to("处/r.txt")
    assert lawcheck("check", "文", *ONLY, "--exit-zero", "--output-file", "r.txt").status == 0
    assert Path("r.txt").is_symlink() and "PUN001" in Path("处/r.txt").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_link_in_a_folder_is_followed_only_inside_the_folders_of_the_call(folder):
    Path("外.txt").write_text(BAD, encoding="utf-8")
    Path("文/出.txt").symlink_to("../外.txt")
    Path("文/内.txt").symlink_to("a.txt")
    result = lawcheck("check", "文", "--fix", *ONLY)
    assert result.status == 2
    told = "是指向所给目录之外的链接，未修改；要改就请直接给出文件"
    assert result.err.splitlines()[0] == f"lawcheck: 文/出.txt：{told}"
    assert (Path("外.txt").read_text(encoding="utf-8"), Path("文/a.txt").read_text(encoding="utf-8")) == (BAD, GOOD)
    assert lawcheck("check", "文/出.txt", "--fix", *ONLY).status == 0
    assert Path("外.txt").read_text(encoding="utf-8") == GOOD


def test_devices_and_pipes_are_written_into(folder):
    assert lawcheck("check", "文", *ONLY, "--exit-zero", "--output-file", "/dev/null").status == 0
    os.mkfifo("管")
    found = []
    reader = threading.Thread(target=lambda: found.append(Path("管").read_text(encoding="utf-8")), daemon=True)
    reader.start()
    while lawcheck("check", "文", *ONLY, "--exit-zero", "--output-file", "管").status:
        pass  # the other thread has not opened it yet
    reader.join()
    assert "PUN001" in found[0] and stat.S_ISFIFO(Path("管").stat().st_mode)


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("管", "没有这个设备"),
        ("圈", "链接绕回了自己"),
        ("文", "是目录"),
        ("无/r.txt", "文件或目录不存在"),
        ("\0", "文件名无效"),
    ],
)
def test_what_cannot_be_written_is_one_line(folder, target, why):
    os.mkfifo("管")
    Path("圈").symlink_to("圈")
    before = names(".")
    with pytest.raises(SourceError) as caught:
        write_file(target, b"x")
    assert caught.value.reason.zh == f"无法写入（{why}）"
    assert names(".") == before


def test_new_files_have_the_usual_mode(folder):
    mask = os.umask(0o027)
    try:
        write_file("新.txt", b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE(Path("新.txt").stat().st_mode) == 0o640


def test_a_library_call_remembers_nothing(folder):
    storage.read_bytes("文/a.txt")
    write_file("文/a.txt", b"x")
    assert Path("文/a.txt").read_bytes() == b"x"
