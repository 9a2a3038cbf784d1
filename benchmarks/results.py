"""Where measured figures are kept, and on which machine they were measured."""

import json
import os
import platform
from datetime import date
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results.json"


def circumstances() -> dict[str, str]:
    """When, where and beside how many processes: on a busy machine CPU seconds are longer too."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    load = f"{os.getloadavg()[2]:.1f} in the 15 minutes before"
    return {"date": date.today().isoformat(), "machine": machine, "load": load}


def enter(figures: dict[str, Any]) -> None:
    """Puts figures into results.json; what else stands there stays."""
    known = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    RESULTS.write_text(json.dumps({**known, **figures}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
