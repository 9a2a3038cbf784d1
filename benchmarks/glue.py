"""How much of a frame is found where its lines are glued: `python -m benchmarks.glue PATH… [--show] [--seed N]`.

Documents are drawn with a seed, and of each the parts are glued in six ways; what was found of these parts before is to
be found again, with the same words.
"""

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lawcheck import Document, parse, parse_path
from lawcheck.structure.frame import Frame

MOST = 60
Parts = dict[str, object]
Glued = tuple[str, tuple[str, ...]]


def main() -> None:
    """Prints the share of each way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    paths = sorted(p for path in options.paths for p in ([path] if path.is_file() else path.rglob("*.txt")))
    random.Random(options.seed).shuffle(paths)
    found: Counter[str] = Counter()
    all_parts: Counter[str] = Counter()
    for document in drawn(paths):
        before = parts_of(document.frame)
        for way, glue in WAYS.items():
            glued = glue(document)
            if glued is None:
                continue
            text, names = glued
            after = parts_of(parse(text).frame)
            for name in names:
                same = before[name] == after[name]
                found[way] += same
                all_parts[way] += 1
                if options.show and not same:
                    print(way, name, before[name], after[name], text[:60].replace("\n", "/"), sep="\n    ")
    for way in WAYS:
        print(f"{way:<40} {found[way]:>4} of {all_parts[way]}")
    print(
        f"{'together':<40} {found.total():>4} of {all_parts.total()}  {found.total() / max(1, all_parts.total()):.3f}"
    )


def drawn(paths: Sequence[Path]) -> Iterator[Document]:
    """The first documents that have the parts of a signed document."""
    count = 0
    for path in paths:
        document = parse_path(path)
        frame = document.frame
        if count < MOST and frame.addressee and frame.signers and frame.date and frame.body and not document.run_on:
            count += 1
            yield document


def parts_of(frame: Frame) -> Parts:
    """What is compared."""
    return {
        "title": frame.title.text if frame.title else None,
        "number": getattr(frame.letterhead.number, "written", None),
        "addressee": [name.name for name in frame.addressee.names] if frame.addressee else None,
        "signers": [name.name for name in frame.signers],
        "date": frame.date.iso if frame.date else None,
        "annex": [annex.title.text for annex in frame.annexes if annex.title][:1],
    }


def head(document: Document) -> tuple[str, str, str] | None:
    """The words of title, number and addressee; None where one is missing or glued already."""
    frame = document.frame
    number = frame.letterhead.number
    if frame.title is None or number is None or frame.addressee is None:
        return None
    if not frame.title.end < number.start < number.end < frame.addressee.start:
        return None
    return frame.title.text, document.text[number.start : number.end], document.text_of(frame.addressee)


def rest(document: Document) -> str:
    """The text from the body on."""
    return document.text[document.frame.body.start :]


def all_of_the_head(document: Document) -> Glued | None:
    """标题、文号、主送机关 on one line."""
    found = head(document)
    return ("".join(found) + "\n" + rest(document), ("title", "number", "addressee")) if found else None


def number_and_addressee(document: Document) -> Glued | None:
    """文号、主送机关 on one line."""
    found = head(document)
    return (f"{found[0]}\n{found[1]}{found[2]}\n{rest(document)}", ("number", "addressee")) if found else None


def title_behind_number(document: Document) -> Glued | None:
    """标题 behind 文号, as in letters."""
    found = head(document)
    return (f"{found[1]}{found[0]}\n{found[2]}\n{rest(document)}", ("title", "number")) if found else None


def closing_behind_sentence(document: Document) -> Glued | None:
    """署名 and 日期 behind the last sentence."""
    frame, text = document.frame, document.text
    if frame.note or frame.remarks or not frame.date:
        return None
    joined = "".join(text[frame.body.end : frame.date.end].split())
    return text[: frame.body.end].rstrip() + joined + text[frame.date.end :], ("signers", "date")


def closing_before_annex(document: Document) -> Glued | None:
    """署名 and 日期 before the title of what is attached."""
    frame, text = document.frame, document.text
    annex = next(iter(frame.annexes), None)
    if annex is None or annex.title is None or annex.label or not frame.date or frame.remarks:
        return None
    joined = "".join(text[frame.body.end : frame.date.end].split()) + annex.title.text
    return text[: frame.body.end] + joined + "\n" + text[annex.title.end :].lstrip(), ("signers", "date", "annex")


def all_on_one_line(document: Document) -> Glued:
    """No line break at all."""
    return "".join(line.strip() for line in document.text.splitlines()), tuple(parts_of(document.frame))


WAYS: dict[str, Callable[[Document], Glued | None]] = {
    "title, number and addressee": all_of_the_head,
    "number and addressee": number_and_addressee,
    "title behind the number": title_behind_number,
    "signature behind the last sentence": closing_behind_sentence,
    "signature before an annex": closing_before_annex,
    "everything on one line": all_on_one_line,
}

if __name__ == "__main__":
    main()
