"""A call that is ended from outside leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PATIENCE = 60
# Takes the place of LibreOffice: tells that it runs, and never ends.
ENDLESS = '#!/bin/sh\necho words > "$TMPDIR/own"\necho $$ > "$STARTED"\nexec sleep 600\n'


def waited_for(condition):
    end = time.monotonic() + PATIENCE
    while not (found := condition()) and time.monotonic() < end:
        time.sleep(0.02)
    return found


def runs(pid):
    """Whether a process runs; one that has ended may wait for whoever looks after orphans."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _usual_signals():
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)


ENDED = {signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGINT: 130, signal.SIGKILL: -9}


@pytest.mark.slow
@pytest.mark.parametrize(("number", "status"), ENDED.items(), ids=lambda value: getattr(value, "name", ""))
def test_a_conversion_ends_with_the_call(number, status, tmp_path):
    programs, temporary, started = tmp_path / "programs", tmp_path / "temporary", tmp_path / "started"
    programs.mkdir()
    temporary.mkdir()
    (programs / "soffice").write_text(ENDLESS, "utf-8")
    (programs / "soffice").chmod(0o755)
    document = tmp_path / "plan.rtf"
    document.write_text("{\\rtf1 plan}", "utf-8")
    path = os.pathsep.join([str(programs), os.environ["PATH"]])
    call = subprocess.Popen(
        [sys.executable, "-m", "lawcheck", "check", str(document)],
        env={**os.environ, "PATH": path, "TMPDIR": str(temporary), "STARTED": str(started)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # What started the tests may ignore some of them.
        preexec_fn=_usual_signals,
    )
    pid = int(waited_for(lambda: started.is_file() and started.read_text("utf-8").strip()))
    assert list(temporary.iterdir())
    call.send_signal(number)
    assert call.communicate(timeout=PATIENCE) == (b"", b"")
    assert call.returncode == status
    assert waited_for(lambda: not runs(pid))
    assert waited_for(lambda: not list(temporary.iterdir()))


def test_who_ignores_a_signal_goes_on():
    program = (
        "import signal, sys; from lawcheck.surfaces.cli.main import main;"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN); sys.argv = ['lawcheck', '--version']; main();"
        "assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN;"
        "assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=False).returncode == 0
