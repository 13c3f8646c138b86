"""How fast pages become articles by the package: what ``cargo xtask bench python`` sets beside the same in Rust.

    python articles.py PAGES PASSES

PAGES is a file of pages, each behind its length in eight bytes, the lowest first. The pages are gone through PASSES times, in turns by ``extract``, by ``extract_many`` on one thread and by
``extract_many`` on two; the fastest pass of each counts. What is timed is from ``bytes`` to ``Article``. Prints one JSON object, with the processor's seconds beside those of the clock: on a
machine that has other work they alone tell what the package itself took.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import dateline


def unframed(frames: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(frames):
        length = int.from_bytes(frames[at : at + 8], "little")
        yield frames[at + 8 : at + 8 + length]
        at += 8 + length


def one_by_one(pages: list[bytes]) -> int:
    return sum(1 for page in pages if not dateline.extract(page, media_type="text/html"))


def many(threads: int) -> Callable[[list[bytes]], int]:
    def run(pages: list[bytes]) -> int:
        return sum(isinstance(result, dateline.DatelineError) for result in dateline.extract_many(pages, media_type="text/html", threads=threads))

    return run


def main(frames: str, passes: str) -> None:
    pages = list(unframed(Path(frames).read_bytes()))
    works = {"extract": one_by_one, "one": many(1), "two": many(2)}
    fastest = {name: [float("inf"), float("inf")] for name in works}
    failed = 0
    for _ in range(int(passes)):
        for name, work in works.items():
            started = time.perf_counter(), time.process_time()
            failed += work(pages)
            took = time.perf_counter() - started[0], time.process_time() - started[1]
            fastest[name] = [min(pair) for pair in zip(fastest[name], took)]
    figures: dict[str, object] = {name: seconds for name, (seconds, _) in fastest.items()}
    figures["cpu"] = {name: seconds for name, (_, seconds) in fastest.items()}
    print(json.dumps({"pages": len(pages), "bytes": sum(map(len, pages)), "failed": failed, **figures}))


if __name__ == "__main__":
    main(*sys.argv[1:])
