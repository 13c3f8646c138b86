"""The corpus of the Rust suite, and a page and a text written for these tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

import dateline

CORPUS = Path(__file__).resolve().parents[2] / "tests" / "corpus"

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Cow leaves meadow - Village Gazette</title>
<meta property="og:site_name" content="Village Gazette"><meta name="author" content="Kari Holm">
<meta property="article:published_time" content="2021-05-04T09:30:00+02:00"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Cow leaves meadow</h1><p class="byline">By Kari Holm</p>
<p>OSLO, May 4 (NTB) - A cow left its meadow on Tuesday &amp; walked to town, farmer Ola Nordmann said \U0001f42e.</p>
<h2>On the road</h2>
<p>\u201cShe had never done that before,\u201d Nordmann told the Village Gazette. \u201cI was caf\u00e9-bound when the phone rang.\u201d</p>
<p>The search by the Norwegian Road Authority cost 354 million kroner, the minister Liv Dahl said on Wednesday in Bergen.</p>
<ul><li>One cow</li><li>Two <a href="/roads">roads</a></li></ul>
<table><tr><th>Day</th><th>Cows</th></tr><tr><td>Tuesday</td><td>1</td></tr></table>
<figure><img src="cow.jpg" alt="A cow"><figcaption>The cow, seen from the bus. Photo: Per Lund</figcaption></figure>
</article></body></html>"""

TEXT = (
    'OSLO, May 4 (NTB) - "A cow \U0001f42e left its meadow on Tuesday," the farmer Ola Nordmann said, "and it cost $5 million." '
    "It was the caf\u00e9 owner Kari Holm who saw it in Bergen.\n\n"
    "\u5317\u4eac is far away, Nordmann told Reuters. He added that cows e\u0301lite and common were alike.\n"
)


@dataclass(frozen=True)
class Case:
    """A folder of the corpus: its source, what its caller knows of it, and the article that was blessed."""

    name: str
    source: bytes
    known: dict[str, str]
    options: dateline.Options | None
    blessed: str | None

    def extract(self) -> dateline.Article:
        return dateline.extract(self.source, id=self.name, options=self.options, **self.known)  # type: ignore[arg-type]


def _case(folder: Path) -> Case:
    page = folder / "source.html"
    source = page if page.exists() else folder / "source.txt"
    known = {"media_type": "text/html" if page.exists() else "text/plain"}
    asked: dict[str, bool] = {}
    described = folder / "options.toml"
    if described.exists():
        for line in described.read_text(encoding="utf-8").splitlines():
            name, found, value = line.partition(" = ")
            if found and isinstance(json.loads(value), bool):
                asked[name] = json.loads(value)
            elif found:
                known["encoding" if name == "charset" else name] = json.loads(value)
    blessed = folder / "article.json"
    options = dateline.Options.from_json(json.dumps({"extract": asked})) if asked else None
    return Case(folder.name, source.read_bytes(), known, options, blessed.read_text(encoding="utf-8") if blessed.exists() else None)


CASES = [_case(folder) for folder in sorted(CORPUS.iterdir()) if folder.is_dir()]


@pytest.fixture(scope="session", params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def article() -> dateline.Article:
    return dateline.extract(PAGE, url="https://gazette.example/cow", id="cow")


@pytest.fixture(scope="session")
def wire() -> dateline.Article:
    return dateline.extract(TEXT, published="2021-05-04")
