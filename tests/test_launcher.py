"""The one file that starts the page: unpacked once, then run."""

import os
import subprocess
import sys
import zipapp
from pathlib import Path

from timing import PATIENCE

START = Path(__file__).parent.parent / "launcher" / "start.py"
STUB = "import sys\n\ndef main():\n    print(sys.argv, __file__)\n    return 3\n"


def test_it_unpacks_itself_once_and_serves_the_page(tmp_path):
    folder = tmp_path / "built"
    package = folder / "site" / "lawcheck" / "surfaces"
    package.mkdir(parents=True)
    for level in (package, package.parent):
        (level / "__init__.py").write_text("", encoding="utf-8")
    (package / "cli.py").write_text(STUB, encoding="utf-8")
    (folder / "__main__.py").write_text(START.read_text(encoding="utf-8"), encoding="utf-8")
    archive = tmp_path / "lawcheck.pyz"
    zipapp.create_archive(folder, archive)
    cache = tmp_path / "cache"
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "LOCALAPPDATA": "", "PYTHONPATH": ""}
    for arguments, said in (([], ["serve", "--open"]), (["check", "a.txt"], ["check", "a.txt"])):
        done = subprocess.run(
            [sys.executable, archive, *arguments],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
            timeout=PATIENCE,
        )
        assert done.returncode == 3, done.stderr
        assert str(["lawcheck", *said]) in done.stdout
        assert str(cache) in done.stdout
    assert len(list((cache / "lawcheck").iterdir())) == 1
