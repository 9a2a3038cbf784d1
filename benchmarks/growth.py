"""Whether time grows no faster than the text: the tests of growth by the clock, which need a quiet machine.

The tests themselves count calls; this also sees what one call does inside, such as the search of an expression.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main() -> int:
    """Runs them one after another and returns the exit status."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "growth", str(ROOT / "tests")]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, "LAWCHECK_GROWTH_BY_THE_CLOCK": "1"}, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
