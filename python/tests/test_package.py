"""The package as it is installed: names, examples, metadata, interpreters."""

from __future__ import annotations

import doctest
import importlib.metadata
import subprocess
import sys
from pathlib import Path

import pytest

import dateline

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "python.md"
MIGRATING = GUIDE.with_name("migrating.md")
README = Path(__file__).resolve().parents[1] / "README.md"


def test_every_public_name_is_there_and_told_of() -> None:
    for name in set(dateline.__all__) - {"SCHEMA_VERSION"}:
        assert getattr(dateline, name).__doc__, name
    hidden = {name for name in vars(dateline) if not name.startswith("_")} - set(dateline.__all__)
    assert not hidden


def examples(path: Path) -> list[doctest.Example]:
    return doctest.DocTestParser().get_examples(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [GUIDE, MIGRATING, README], ids=["guide", "migrating", "readme"])
def test_examples_are_true(path: Path) -> None:
    found = doctest.testfile(str(path), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    assert found.attempted
    assert not found.failed


def test_every_public_name_has_an_example() -> None:
    shown = "".join(example.source + example.want for example in examples(GUIDE))
    assert not [name for name in dateline.__all__ if name not in shown]


def test_docstrings_are_true() -> None:
    from dateline import _many

    for module in (dateline, _many):
        found = doctest.testmod(module, extraglobs={"dateline": dateline})
        assert found.attempted
        assert not found.failed


def test_metadata() -> None:
    found = importlib.metadata.metadata("dateline")
    assert found["Version"] == dateline.__version__
    assert found["License-Expression"] == "MIT OR Apache-2.0"
    assert found["Requires-Python"] == ">=3.10"
    assert not [need for need in importlib.metadata.requires("dateline") or [] if "extra" not in need]
    files = {path.name for path in importlib.metadata.files("dateline") or []}
    assert {"LICENSE-MIT", "LICENSE-APACHE", "py.typed", "_core.pyi"} <= files


SUB_INTERPRETER = """
import sys
try:
    import _interpreters as interpreters
    run = lambda id, code: interpreters.exec(id, code)
except ImportError:
    import _xxsubinterpreters as interpreters
    run = lambda id, code: interpreters.run_string(id, code)
import dateline
id = interpreters.create()
code = '''
try:
    import dateline
except ImportError as error:
    print("refused:", error)
else:
    print("imported")
'''
try:
    failed = run(id, code)
    if failed is not None:
        print("failed", failed)
except Exception as error:
    print("failed", error)
print(dateline.extract("OSLO, May 4 - Snow fell.").dateline.agency)
"""


def test_a_sub_interpreter_is_refused() -> None:
    run = subprocess.run([sys.executable, "-W", "ignore", "-c", SUB_INTERPRETER], capture_output=True, text=True, check=True)
    lines = run.stdout.splitlines()
    assert any(line.startswith("refused:") for line in lines), (run.stdout, run.stderr)
    assert lines[-1] == "None"


def test_it_needs_nothing_else() -> None:
    code = "import sys, dateline; dateline.extract('<p>Rain fell.')._repr_html_(); print([name for name in ('numpy', 'pandas', 'polars', 'pyarrow', 'tqdm') if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
