"""The start of the one file that `make launcher` builds: a double click opens the local page in the browser.

Libraries with parts in C cannot be loaded from inside an archive: at the first start they are unpacked into the user's
cache, once for each build.
"""

import os
import shutil
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

NEEDED = (3, 11)


def cache() -> Path:
    """Where programs of this user may keep what can be made again."""
    for name in ("LOCALAPPDATA", "XDG_CACHE_HOME"):
        if os.environ.get(name):
            return Path(os.environ[name])
    return Path.home() / ".cache"


def unpacked(archive: Path) -> Path:
    """The folder with the libraries of the archive; it is there in whole or not at all."""
    place = cache() / "lawcheck" / sha256(archive.read_bytes()).hexdigest()[:16]
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        half = Path(tempfile.mkdtemp(dir=place.parent))
        with ZipFile(archive) as zipped:
            zipped.extractall(half)
        try:
            half.rename(place)
        except OSError:  # another start was quicker
            shutil.rmtree(half)
    return place / "site"


def main() -> int:
    """Serves the page, or runs the command that is given."""
    if sys.version_info < NEEDED:
        print(f"需要 Python {NEEDED[0]}.{NEEDED[1]} 或更新的版本 / Python {NEEDED[0]}.{NEEDED[1]} or later is needed")
        return 2
    site = str(unpacked(Path(sys.argv[0]).resolve()))
    sys.path.insert(0, site)
    os.environ["PYTHONPATH"] = site  # for the processes that are started
    sys.argv = ["lawcheck", *(sys.argv[1:] or ["serve", "--open"])]
    from lawcheck.surfaces.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
