"""What a package of rules uses beside its own files: the modules of others that it imports, and those that they do."""

import ast
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import ModuleType

# What comes with Python and with lawcheck is in the key of outcomes already.
_KNOWN = sys.stdlib_module_names | {"lawcheck"}
# What lies there is installed as a whole: where a module of it stays, so does what that imports.
_INSTALLED = ("site-packages", "dist-packages")


def helper_states(package: str) -> str:
    """What tells one state of those modules from another; "" where there are none.

    Data that a check reads is not seen.
    """
    waiting = [module for name, module in sys.modules.items() if _is_in(name, package)]
    seen = {module.__name__ for module in waiting}
    states: list[tuple[str, int, int]] = []
    while waiting:
        for module in _imported_by(waiting.pop()):
            if module.__name__ not in seen:
                seen.add(module.__name__)
                file = Path(module.__file__ or "")
                with suppress(OSError):  # of a module that lies in an archive
                    status = file.stat()
                    states.append((str(file), status.st_mtime_ns, status.st_size))
                if not any(part in _INSTALLED for part in file.parts):
                    waiting.append(module)
    return repr(sorted(states)) if states else ""


def _imported_by(module: ModuleType) -> Iterator[ModuleType]:
    """The modules that the text of a module names in its imports, as far as they are loaded."""
    try:
        tree = ast.parse(Path(module.__file__ or "").read_bytes())
    except (OSError, ValueError, SyntaxError):  # a module without a text
        return
    for node in ast.walk(tree):
        for name in _names(node, module):
            found = sys.modules.get(name)
            if found is not None and name.partition(".")[0] not in _KNOWN and getattr(found, "__file__", None):
                yield found


def _names(node: ast.AST, module: ModuleType) -> Iterator[str]:
    """The full names of what an import names, which may be modules or what stands in one."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        parents = (module.__package__ or "").split(".")
        base = ".".join([*parents[: len(parents) - node.level + 1], node.module or ""]) if node.level else node.module
        yield (base or "").rstrip(".")
        yield from (f"{base}.{alias.name}" for alias in node.names)


def _is_in(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")
