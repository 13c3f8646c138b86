"""What a notebook shows of an article."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from conftest import CASES, Case

VOID = {"br"}
ALLOWED = set("div style span p b i strong em s sub sup code br ul ol li table caption thead tbody tr th td pre blockquote details summary".split())
ATTRIBUTES = {"class", "dir", "lang", "role", "aria-level", "aria-label", "title", "style", "colspan", "rowspan"}


class Reader(HTMLParser):
    """Reads the HTML, holds that it is whole and has nothing in it but what is allowed, and gathers its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []
        self.titles: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        for name, value in attrs:
            assert name in ATTRIBUTES, name
            if name == "title":
                self.titles.append(value or "")
            if name == "style":
                assert re.fullmatch(r"margin-inline-start:[0-9.]+em", value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)


def test_every_case_is_shown_whole(case: Case) -> None:
    article = case.extract()
    read = Reader(article._repr_html_())
    shown = re.sub(r"\s+", "", "".join(read.words))
    for block in article.blocks:
        if block.kind in ("paragraph", "heading", "quote"):
            assert re.sub(r"[\s\x00-\x1f]+", "", block.text) in shown
    if article.headline:
        assert re.sub(r"\s+", "", article.headline) in shown


def test_what_is_marked(article: dateline.Article) -> None:
    html = article._repr_html_()
    read = Reader(html)
    assert any(title.startswith("Ola Nordmann: direct quote") for title in read.titles)
    assert any(title.startswith("person: Ola Nordmann") for title in read.titles)
    assert any(title.startswith("date: 2021-05-04") for title in read.titles)
    for kind, count in (("quote", len(article.quotes)), ("person", len(article.people)), ("date", len(article.dates))):
        assert re.search(rf'class="dl-{kind}">[a-z ]+</span><b>{count}</b>', html)
    assert '<details class="dl-ui" dir="ltr"><summary>Evidence' in html
    assert "<details open" not in html
    assert "Village Gazette" in html


def test_the_words_around_are_english_whatever_the_article_is() -> None:
    arabic = next(case for case in CASES if case.name == "right-to-left-page").extract()._repr_html_()
    assert arabic.startswith('<div class="dl-article" dir="rtl"')
    assert '<details class="dl-ui" dir="ltr">' in arabic
    # one note for what several annotators say alike
    assert arabic.count("dl-note\" dir") == 1
    japanese = next(case for case in CASES if case.name == "plain-japanese-bracket-dateline").extract()
    assert re.search(r">[0-9]+ characters<", japanese._repr_html_())


HOSTILE = '</style><script>alert(1)</script><img src=x onerror=alert(1)>"\' onmouseover="alert(1)\x00\u202e&lt;'


def test_a_hostile_page_injects_nothing() -> None:
    body = HOSTILE + " said."
    size = len(body.encode())
    article = dateline.Article.from_json(
        json.dumps(
            {
                "schema": "dateline/1",
                **dict.fromkeys(["headline", "kicker", "deck", "byline", "language", "direction"], HOSTILE),
                "published": {"value": HOSTILE, "precision": HOSTILE, "raw": HOSTILE},
                "publisher": {"name": HOSTILE},
                "images": [{"url": HOSTILE, "caption": HOSTILE, "credit": HOSTILE, "lead": True}],
                "text": body,
                "blocks": [
                    {"kind": kind, "span": [0, size], "level": 2, "caption": HOSTILE, "url": HOSTILE, "credit": HOSTILE, "image": 9}
                    for kind in ("paragraph", "heading", "code", "quote", "figure", "embed", HOSTILE)
                ],
                "quotes": [
                    {"kind": HOSTILE, "span": [0, 9], "parts": [[0, 9]], "confidence": 1, "speaker": {"name": HOSTILE}, "cue": {"text": HOSTILE, "span": [0, 1]}, "via": {"name": HOSTILE, "span": [0, 1]}}
                ],
                "people": [{"name": HOSTILE, "role": HOSTILE, "mentions": [{"span": [2, 30], "as": "name"}, {"span": [4, 40], "as": "name"}]}],
                "places": [{"name": HOSTILE, "country": HOSTILE, "mentions": [{"span": [0, size], "as": HOSTILE}]}],
                "annotations": [{"kind": HOSTILE, "span": [1, 5], "value": HOSTILE, "by": HOSTILE}],
                "evidence": {HOSTILE: [{"value": HOSTILE, "from": HOSTILE, "confidence": 1, "chosen": True, "source": []}]},
                "removed": [{"reason": HOSTILE, "source": []}],
                "diagnostics": [{"code": HOSTILE, "message": HOSTILE}],
            }
        )
    )
    Reader(article._repr_html_())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=40))
def test_any_words_are_shown_as_words(text: str, headline: str) -> None:
    article = dateline.Article.from_json(
        json.dumps({"schema": "dateline/1", "headline": headline, "text": text, "blocks": [{"kind": "paragraph", "span": [0, len(text.encode())]}]})
    )
    Reader(article._repr_html_())


def test_a_long_article_is_cut() -> None:
    html = dateline.extract("\n\n".join(f"Paragraph {number} of a very long text that goes on." for number in range(500)))._repr_html_()
    assert "100 more blocks" in html
    assert "Paragraph 450" not in html
