"""The notebooks run from the first cell to the last, in a kernel of their own, as a reader runs them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
for needed in ("ipykernel", "matplotlib", "pyarrow", "trafilatura"):
    pytest.importorskip(needed)

NOTEBOOKS = sorted((Path(__file__).resolve().parents[1] / "notebooks").glob("*.ipynb"))

#: How many articles and pictures each of them shows at least.
SHOWN = {"1-first-steps": (1, 0), "2-who-said-what": (1, 2), "3-beside-trafilatura": (0, 1)}


def outputs(book: Any) -> list[Any]:
    return [output for cell in book.cells if cell.cell_type == "code" for output in cell.outputs]


def test_there_are_three() -> None:
    assert [path.stem for path in NOTEBOOKS] == list(SHOWN)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_they_are_stored_without_outputs(path: Path) -> None:
    """What a cell prints follows from the code, so it is made when somebody looks, and a change of the code is no change of these files."""
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    assert outputs(book) == []
    assert all(cell.get("execution_count") is None for cell in book.cells)


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_they_run(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(book, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}).execute()
    found = outputs(book)
    assert [output.text for output in found if output.output_type == "stream" and output.name == "stderr"] == []
    shown = [output.data for output in found if "data" in output]
    articles = sum("dl-article" in data.get("text/html", "") for data in shown)
    pictures = sum("image/png" in data for data in shown)
    assert (articles, pictures) >= SHOWN[path.stem] and pictures >= SHOWN[path.stem][1]
