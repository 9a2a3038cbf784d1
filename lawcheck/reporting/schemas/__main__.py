"""Writes the JSON Schemas; to be run after a change of the report models."""

from lawcheck.reporting.schemas import FOLDER, generate


def main() -> None:
    """Writes every schema into the package."""
    for name, text in generate().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
