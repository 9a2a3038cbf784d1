"""How long an editor waits after a keystroke until it is told what is found: `python -m benchmarks.lsp`.

The language server runs as editors start it. The time is from the change to the findings in that version, the delay in
which changes are collected taken in. Exit status 1 when a plan of 30 pages takes longer than 0.1 s.
"""

import asyncio
import os
import statistics
import sys
import time
from typing import Any

from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

from benchmarks.documents import plan

CHARACTERS = {"plan of 30 pages": 15_000, "plan of 300 pages": 150_000}
CHANGES = 20
LIMIT = 0.1
URI = "untitled:plan.txt"


async def told(client: LanguageClient, version: int) -> None:
    """Waits for the findings of a version."""
    while True:
        params = await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        if params.version == version:
            return


async def measure(text: str) -> list[float]:
    """Seconds from each change, in the middle of the document, to its findings; first those of opening it."""
    client = make_test_lsp_client()
    await client.start_io(sys.executable, "-m", "lawcheck", "lsp")
    await client.initialize_session(types.InitializeParams(client_capabilities("neovim")))
    start = time.perf_counter()
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(URI, "plaintext", 0, text)),
    )
    await told(client, 0)
    seconds = [time.perf_counter() - start]
    place = types.Position(text.count("\n") // 2, 10)
    for version in range(1, CHANGES + 1):
        change = types.TextDocumentContentChangePartial(types.Range(place, place), "新")
        document = types.VersionedTextDocumentIdentifier(version, URI)
        start = time.perf_counter()
        client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        await told(client, version)
        seconds.append(time.perf_counter() - start)
    await client.shutdown_session()
    await client.stop()
    return seconds


def measured() -> dict[str, Any]:
    """Medians and worst times for each document."""
    rows: list[dict[str, Any]] = []
    for name, characters in CHARACTERS.items():
        text = plan(characters * 3)[:characters]
        first, *seconds = asyncio.run(measure(text))
        rows.append(
            {
                "document": name,
                "characters": len(text),
                "opened_seconds": round(first, 3),
                "changed_seconds_median": round(statistics.median(seconds), 3),
                "changed_seconds_worst": round(max(seconds), 3),
            }
        )
    return {"changes": CHANGES, "results": rows}


def main() -> int:
    """Prints the times."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    rows = measured()["results"]
    for row in rows:
        print("  ".join(f"{key} {value}" for key, value in row.items()))
    return int(rows[0]["changed_seconds_median"] > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
