"""Has LibreOffice make .docx files of what only it can read: .doc, .wps, .odt, .rtf."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from lawcheck.errors import SourceError, Words
from lawcheck.reading.binary import office_format
from lawcheck.reading.storage import limit_size, printable, read_bytes

_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_MISSING = Words(
    "要有 LibreOffice 才能读取：请安装它（Debian、Ubuntu：apt install libreoffice-writer-nogui），"
    "或者用 Word、WPS 另存为 .docx",
    "can be read only with LibreOffice: please install it (Debian, Ubuntu: apt install libreoffice-writer-nogui), "
    "or save the file as .docx with Word or WPS",
)
# Starting takes seconds, a document a tenth of one; what takes this long never ends.
START_SECONDS = 40.0
SECONDS_EACH = 5.0
# Runs a program until whoever holds the other end of standard input is gone, be it killed: then the folder and the
# whole session go too.
_WATCHED = """folder=$1
shift
exec 3<&0
"$@" 3<&- </dev/null &
program=$!
(read -r _ <&3; rm -rf "$folder"; kill -9 0) &
exec 3<&-
wait "$program"
"""
_TO_DOCX = "docx:MS Word 2007 XML"
# Named, because LibreOffice would take a damaged file for a text.
_FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format", "odt": "writer8"}
# No macros, no links to other files or the network.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" \
oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" \
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" \
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" \
oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def to_docx(documents: Sequence[tuple[str, bytes]]) -> list[bytes | SourceError]:
    """The .docx for each of these documents (name, content), or why there is none; one call for all of a format."""
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        return [SourceError(printable(name), _MISSING) for name, _ in documents]
    with tempfile.TemporaryDirectory(prefix="lawcheck-", ignore_cleanup_errors=True) as folder:
        profile = Path(folder, "profile", "user")
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        inputs: dict[str, list[Path]] = {}
        for index, (_, data) in enumerate(documents):
            content = office_format(data) or ""
            path = Path(folder, f"{index}.{content}")
            path.write_bytes(data)
            inputs.setdefault(_FILTERS[content], []).append(path)
        for filter_name, paths in inputs.items():
            _convert([program, f"--infilter={filter_name}"], Path(folder), paths)
        return [_result(name, Path(folder, "out", f"{index}.docx")) for index, (name, _) in enumerate(documents)]


def _convert(program: list[str], folder: Path, inputs: list[Path]) -> None:
    """Converts the files in as few calls as can be: one that LibreOffice does not survive costs only itself."""
    waiting = inputs
    while waiting:
        finished = _call(program, folder, waiting)
        left = [path for path in waiting if not Path(folder, "out", f"{path.stem}.docx").exists()]
        if finished or not left:
            return
        waiting = left[1:]


def _call(program: list[str], folder: Path, inputs: list[Path]) -> bool:
    """Runs LibreOffice once, in a session of its own that ends with it; whether it came to its end in time."""
    command = [*program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", _TO_DOCX, "--outdir", str(folder / "out"), *map(str, inputs)]
    if os.name == "posix":
        command = ["/bin/sh", "-c", _WATCHED, "sh", str(folder), *command]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, "HOME": str(folder), "TMPDIR": str(folder)},  # what it leaves when it is ended goes too
        start_new_session=True,
    )
    try:
        return process.wait(START_SECONDS + SECONDS_EACH * len(inputs)) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a call with all the processes that it began."""
    with contextlib.suppress(ProcessLookupError, PermissionError):  # they have all ended by themselves
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdin:
        process.stdin.close()


def _result(name: str, path: Path) -> bytes | SourceError:
    if not path.exists():
        return SourceError(
            printable(name),
            Words(
                "LibreOffice 不能转换此文件，它可能已损坏或者已加密",
                "LibreOffice cannot convert it; it may be damaged or encrypted",
            ),
        )
    try:
        data = read_bytes(path)
        limit_size(data, name)
    except SourceError as error:
        return SourceError(printable(name), error.reason)
    return data
