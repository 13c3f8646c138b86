"""Many inputs in, their articles out: order, errors, threads, interrupts, memory."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Iterator

import pytest

import dateline
from conftest import CASES, PAGE, TEXT


def texts(count: int) -> list[str]:
    return [f"OSLO, May 4 - Snow fell {number} times, the mayor said. {'It fell. ' * (number % 7 * 40)}" for number in range(count)]


def made(results: Iterator[dateline.Article | dateline.DatelineError]) -> list[dateline.Article]:
    articles = list(results)
    assert all(isinstance(article, dateline.Article) for article in articles)
    return articles  # type: ignore[return-value]


def test_results_come_in_the_order_of_the_inputs() -> None:
    inputs = [dateline.Input(text, id=str(number)) for number, text in enumerate(texts(300))]
    for threads in (1, 2, 5):
        articles = made(dateline.extract_many(inputs, threads=threads))
        assert [article.id for article in articles] == [str(number) for number in range(300)]
    assert made(dateline.extract_many(inputs)) == [dateline.extract(one) for one in inputs]
    assert list(dateline.extract_many([])) == []


def test_the_corpus_is_the_same() -> None:
    cases = [case for case in CASES if case.options is None]
    inputs = [dateline.Input(case.source, id=case.name, **case.known) for case in cases]  # type: ignore[arg-type]
    for case, article in zip(cases, made(dateline.extract_many(inputs)), strict=True):
        assert article.to_json(indent=True) == case.blessed


def test_what_fails_is_kept_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "rain.txt"
    path.write_text("OSLO, May 4 - Rain fell.")
    sources = [path, tmp_path / "absent", None, "\ud800", b"OSLO, May 4 - Snow fell.", dateline.Input("x", encoding="utf-99")]
    kept = list(dateline.extract_many(sources))  # type: ignore[arg-type]
    assert [type(one).__name__ for one in kept] == ["Article", "InputError", "InputError", "InputError", "Article", "Article"]
    raising = dateline.extract_many(sources, errors="raise")  # type: ignore[arg-type]
    assert next(raising).id == str(path)
    for _ in range(3):
        with pytest.raises(dateline.InputError):
            next(raising)
    assert next(raising).text.endswith("Snow fell.")


def test_an_iterable_that_raises_does_so_in_its_place() -> None:
    def sources() -> Iterator[str]:
        yield from texts(3)
        raise LookupError("no more")

    results = dateline.extract_many(sources(), threads=2)
    assert all(isinstance(next(results), dateline.Article) for _ in range(3))
    with pytest.raises(LookupError):
        next(results)
    assert list(results) == []


def test_it_reads_only_a_little_ahead() -> None:
    taken = itertools.count()
    results = dateline.extract_many((f"Snow fell {next(taken)} times." for _ in range(10**9)), threads=2)
    for _ in range(5):
        next(results)
    assert next(taken) < 100
    results.close()  # type: ignore[attr-defined]
    assert list(results) == []


def test_bad_arguments() -> None:
    with pytest.raises(dateline.OptionError, match="ignore"):
        dateline.extract_many([], errors="ignore")  # type: ignore[call-overload]
    with pytest.raises(dateline.OptionError, match="threads 0"):
        dateline.extract_many([], threads=0)
    with pytest.raises(TypeError):
        dateline.extract_many(5)  # type: ignore[call-overload]


def test_annotators_run_and_fail_one_by_one() -> None:
    def third(text: str) -> list[tuple[int, int, str]]:
        if "fell 2" in text:
            raise RuntimeError("two")
        return [(0, 4, "town")]

    options = dateline.Options(annotators=[dateline.Annotator(third)])
    kept = list(dateline.extract_many(texts(5), options=options, threads=2))
    assert [type(one).__name__ for one in kept] == ["Article", "Article", "AnnotatorError", "Article", "Article"]


def test_progress(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm")
    assert len(made(dateline.extract_many(texts(20), progress=True))) == 20
    assert "20/20" in capsys.readouterr().err
    assert len(made(dateline.extract_many(iter(texts(20)), progress=True))) == 20


def test_eight_threads_of_pythons() -> None:
    options = dateline.Options(evidence=False)
    expected = [dateline.extract(case.source, options=options, **case.known) for case in CASES]  # type: ignore[arg-type]

    def hammer(start: int) -> None:
        for offset in range(len(CASES)):
            place = (start * 17 + offset) % len(CASES)
            case = CASES[place]
            article = dateline.extract(case.source, options=options, **case.known)  # type: ignore[arg-type]
            assert article == expected[place]
            assert [quote.span for quote in article.quotes] == [quote.span for quote in expected[place].quotes]
            assert expected[place].text is expected[place].text

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(hammer, range(8)))


def test_one_iterator_is_no_place_for_many_threads() -> None:
    results = dateline.extract_many(texts(400), threads=2)
    got: list[object] = []

    def take() -> None:
        while True:
            try:
                got.append(next(results))
            except StopIteration:
                return
            except RuntimeError:
                time.sleep(0.001)

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 400


def test_other_threads_run_meanwhile() -> None:
    """A ticker of Python's goes on while a large page is read, which it could not while the lock was held."""
    large = ("<p>" + TEXT) * 8000
    ticks = 0
    done = threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not done.is_set():
            ticks += 1
            time.sleep(0.001)

    ticker = threading.Thread(target=tick)
    ticker.start()
    try:
        before = ticks
        dateline.extract(large)
        after = ticks
    finally:
        done.set()
        ticker.join()
    # with the lock held it could tick once at most, whatever the machine does besides
    assert after - before >= 3


INTERRUPTED = """
import itertools, signal, sys, dateline
# what a shell starts in the background ignores the signal, and so do its children
signal.signal(signal.SIGINT, signal.default_int_handler)
page = ("<p>OSLO, May 4 - Snow fell, the mayor said on Tuesday." * 3000).encode()
print("started", flush=True)
try:
    for article in dateline.extract_many(itertools.repeat(page), threads=2):
        pass
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals are sent as on Unix")
def test_ctrl_c_ends_it() -> None:
    process = subprocess.Popen([sys.executable, "-c", INTERRUPTED], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "started\n"
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert out == "interrupted\n"
    assert process.returncode == 0


FLAT = """
import resource, sys, dateline
page, count = sys.stdin.read(), int(sys.argv[1])
def run(times):
    for article in dateline.extract_many((page for _ in range(times)), threads=1):
        assert article.quotes and article.to_dict() and article.blocks[0].span
    for _ in range(times // 4):
        article = dateline.extract(page)
        assert article.people[0].mentions
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(run(count // 4), run(count))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is counted in kilobytes as on Linux")
def test_memory_is_flat() -> None:
    count = os.environ.get("DATELINE_MANY", "1000")
    run = subprocess.run([sys.executable, "-c", FLAT, count], input=PAGE, capture_output=True, text=True, check=True)
    warm, end = map(int, run.stdout.split())
    assert end < warm + 4096, f"{warm} KB after a quarter, {end} KB in the end"
