"""Documents that are kept on this computer, so that a new start of the service goes on with them.

It is off until the reader asks for it: the folder itself is the switch, and with it goes all that was kept.
"""

import os
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter

from lawcheck.records import dataclass
from lawcheck.surfaces.web.drafts import Draft, DraftVersion, FindingTotals

# No other name leads to a file: those that `Drafts` gives are like this.
_NAME = re.compile(r"[\w-]{6}\.[\w-]{24}", re.ASCII)
_STATE, _HOUSE = "state.json", "lawcheck.toml"


def data_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where programs keep what is the user's own."""
    home = Path.home()
    if platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "lawcheck" / "kept"


@dataclass(frozen=True, slots=True)
class _SavedDraft:
    """A document as it stands; the contents of its files are files of their own, called by their hashes."""

    name: str
    kind: str
    stage: str
    scanned: str
    version: DraftVersion
    data: str
    original: str
    totals: FindingTotals
    turn: int
    is_unsaved: bool


_SAVED = TypeAdapter(_SavedDraft)


class RecoveryStore:
    """The documents in a folder, each with a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._turns: dict[str, int] = {}

    @property
    def is_on(self) -> bool:
        """Whether documents are kept."""
        return self.folder.is_dir()

    def switch(self, on: bool) -> None:
        """Keeps documents from now on, or forgets all that was kept."""
        if on:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        else:
            self._turns.clear()
            shutil.rmtree(self.folder, ignore_errors=True)

    def names(self) -> list[str]:
        """The names of the documents, the last one that was changed first."""
        if not self.is_on:
            return []
        found = [path for path in self.folder.glob(f"*/{_STATE}") if _NAME.fullmatch(path.parent.name)]
        return [path.parent.name for path in sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)]

    def has(self, name: str, draft: Draft) -> bool:
        """Whether a document is kept as it stands."""
        return self._turns.get(name) == draft.turn

    def save(self, name: str, draft: Draft) -> None:
        """Keeps a document as it stands; where the disk does not take it, `has` says so."""
        version, folder = draft.now, self.folder / name
        files = {sha256(data).hexdigest(): data for data in (version.data, version.original)}
        data, original = (sha256(content).hexdigest() for content in (version.data, version.original))
        choices = (draft.name, draft.kind, draft.stage, draft.scanned)
        saved = _SavedDraft(*choices, version, data, original, draft.totals, draft.turn, draft.is_unsaved)
        state = _SAVED.dump_json(saved, exclude={"version": {"data", "original"}})
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            for called, content in files.items():
                if not (folder / called).exists():
                    _write(folder / called, content)
            _write(folder / _STATE, state)
            for path in folder.iterdir():
                if path.name not in (*files, _STATE):
                    path.unlink()
        except OSError:
            return
        self._turns[name] = draft.turn

    def load(self, name: str) -> Draft | None:
        """A document that was kept; None where there is none that can be read."""
        folder = self.folder / name
        if not _NAME.fullmatch(name) or not self.is_on:
            return None
        try:
            # The contents of the files stand apart.
            state = (folder / _STATE).read_bytes().replace(b'"version":{', b'"version":{"data":"",', 1)
            saved = _SAVED.validate_json(state)
            data, original = ((folder / called).read_bytes() for called in (saved.data, saved.original))
        except (OSError, ValueError):
            return None
        draft = Draft(saved.name, saved.kind, saved.stage, saved.scanned, [], totals=saved.totals, turn=saved.turn)
        version = replace(saved.version, data=data, original=data if saved.data == saved.original else original)
        draft.open(version)
        if saved.is_unsaved:
            draft.kept = None
        self._turns[name] = draft.turn
        return draft

    def delete(self, name: str) -> None:
        """Forgets a document."""
        self._turns.pop(name, None)
        if _NAME.fullmatch(name):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def save_house(self, toml: str) -> None:
        """Keeps the rules of the house."""
        if self.is_on:
            _write(self.folder / _HOUSE, toml.encode())

    def load_house(self) -> bytes:
        """The rules of the house that were kept, as a configuration file."""
        path = self.folder / _HOUSE
        return path.read_bytes() if path.is_file() else b""


def _write(path: Path, data: bytes) -> None:
    """The file is there in whole or as it was before."""
    half = path.with_name(f"{path.name}.half")
    half.write_bytes(data)
    half.replace(path)
