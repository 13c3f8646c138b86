"""What holds for any input."""

from __future__ import annotations

import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from parts import parts, shown

words = st.sampled_from(
    ["OSLO, May 4 (NTB) - ", "Ola Nordmann", "\u201cIt left,\u201d", '"Yes"', " said", "\n\n", " on Tuesday", "$5 million", "\U0001f42e", "e\u0301", "\u5317\u4eac", "<p>", "</p>", "<h2>", "&amp;", "\x00", "\u202e"]
)
anything = st.lists(words | st.text(max_size=12), max_size=30).map("".join)


@settings(max_examples=150, deadline=None)
@given(anything)
def test_spans_hold_for_any_text(source: str) -> None:
    article = dateline.extract(source)
    for part in shown(article):
        span = getattr(part, "span", None)
        if span is not None:
            assert article.text[span.start : span.stop] == part.text
    utf8 = source.encode()
    for span in (part for part in parts(article) if isinstance(part, dateline.Span)):
        found = article.source_spans(span)
        assert found is not None
        assert all(one.stop <= len(utf8) for one in found)
    assert dateline.Article.from_json(article.to_json(source_spans=True)) == article
    assert pickle.loads(pickle.dumps(article)) == article


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([None, "text/html", "text/plain"]))
def test_any_bytes_give_an_article(source: bytes, media_type: str | None) -> None:
    article = dateline.extract(source, media_type=media_type)
    assert article == dateline.extract(source, media_type=media_type)
    assert repr(article)
    assert article.input.length == len(source)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.data())
def test_offsets_are_converted_exactly(text: str, data: st.DataObject) -> None:
    """An annotator's spans go to bytes and come back as they were."""
    found: list[tuple[int, int]] = []

    def chosen(body: str) -> list[tuple[int, int, str]]:
        start = data.draw(st.integers(0, len(body)))
        stop = data.draw(st.integers(start, len(body)))
        found.append((start, stop))
        return [(start, stop, "chosen")]

    article = dateline.extract(text, media_type="text/plain", options=dateline.Options(annotators=[dateline.Annotator(chosen)]))
    (start, stop), annotation = found[0], article.annotations[0]
    assert tuple(annotation.span) == (start, stop)
    assert annotation.text == article.text[start:stop]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.binary(max_size=200))
def test_json_that_is_none_is_refused(text: str, raw: bytes) -> None:
    for json in (text, raw):
        try:
            dateline.Article.from_json(json)
        except dateline.JsonError:
            continue
        raise AssertionError(json)
