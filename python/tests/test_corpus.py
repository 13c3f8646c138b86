"""Every case of the Rust suite, through Python."""

from __future__ import annotations

import copy
import json
import pickle

import dateline
from conftest import Case
from parts import parts, shown


def test_the_json_is_that_of_rust(case: Case) -> None:
    article = case.extract()
    assert case.blessed is not None
    assert article.to_json(indent=True) == case.blessed
    assert json.loads(case.blessed) == article.to_dict()


def test_spans_are_pythons_own(case: Case) -> None:
    article = case.extract()
    for part in shown(article):
        span = getattr(part, "span", None)
        if span is not None:
            assert article.text[span.start : span.stop] == part.text, part
    for quote in article.quotes:
        assert quote.words == tuple(article.text[part.start : part.stop] for part in quote.parts)


def test_spans_are_those_of_the_json(case: Case) -> None:
    article = case.extract()
    utf8 = article.text.encode()
    found = article.to_dict()
    for kind in ("blocks", "quotes", "dates", "money"):
        for part, plain in zip(getattr(article, kind), found[kind], strict=True):
            start, end = plain["span"]
            assert utf8[start:end].decode() == part.text


def test_source_spans_lead_back(case: Case) -> None:
    article = case.extract()
    spans = [part for part in parts(article) if isinstance(part, dateline.Span)]
    for span in spans:
        sources = article.source_spans(span)
        assert sources is not None
        assert sources == article.source_spans((span.start, span.stop))
        assert all(source.stop <= len(case.source) for source in sources)
        words = article.text[span.start : span.stop]
        if article.input.encoding == "utf-8" and words.isascii() and len(sources) == 1:
            raw = case.source[sources[0].start : sources[0].stop]
            # a line break within a paragraph is a blank in it
            if len(raw) == len(words):
                assert raw.decode().split() == words.split()


def test_articles_and_parts_survive_what_python_does(case: Case) -> None:
    article = case.extract()
    for restored in (pickle.loads(pickle.dumps(article)), copy.copy(article), copy.deepcopy(article), case.extract()):
        assert restored == article
        assert hash(restored) == hash(article)
    again = pickle.loads(pickle.dumps(article))
    assert again.source_spans((0, 1)) == article.source_spans((0, 1))
    for part in shown(article):
        assert len(repr(part)) < 400, repr(part)
        assert "\n" not in repr(part)
    quotes, restored = article.quotes, pickle.loads(pickle.dumps(article.quotes))
    assert quotes == restored
    assert [quote.text for quote in quotes] == [quote.text for quote in restored]
    assert [quote.span for quote in quotes] == [quote.span for quote in restored]


def test_it_is_read_back_and_printed(case: Case) -> None:
    article = case.extract()
    back = dateline.Article.from_json(article.to_json())
    assert back.to_json() == article.to_json()
    assert back.source_spans((0, 0)) is None
    assert dateline.Article.from_json(article.to_json(source_spans=True)) == article
    for format in ("markdown", "json", "jsonl", "text", "html", "json-ld", "ninjs", "tei"):
        assert article.render(format)
    assert article.to_markdown() == article.render("markdown")
    assert article.to_text() == article.render("text")
    assert article.to_html() == article.render("html")
