"""`python -m lawcheck`."""

import sys

from lawcheck.surfaces.cli import main

# Processes that it starts load it again, under another name.
if __name__ == "__main__":
    sys.exit(main())
