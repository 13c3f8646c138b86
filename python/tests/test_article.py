"""The classes as values: shown, compared, matched, kept."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

import dateline
from parts import FIELDS, parts, shown


def test_an_article_reads_as_it_should(article: dateline.Article) -> None:
    assert article.headline == "Cow leaves meadow"
    assert article.id == "cow"
    assert article.input.url == "https://gazette.example/cow"
    assert article.language == "en"
    assert str(article.published) == "2021-05-04T09:30:00+02:00"
    assert [author.name for author in article.authors] == ["Kari Holm"]
    assert article.paragraphs[0].startswith("OSLO, May 4 (NTB) - A cow left its meadow on Tuesday & walked")
    assert [block.text for block in article.blocks if block.kind == "paragraph"] == list(article.paragraphs)
    assert article.evidence["headline"]


def test_blocks_have_what_their_kind_has() -> None:
    text = "A\n\nB\n\nC\n\nD\n\nE"
    blocks = [
        {"kind": "paragraph", "span": [0, 1], "marks": [{"kind": "link", "span": [0, 1], "href": "https://a.example/"}]},
        {"kind": "heading", "span": [3, 4], "level": 3},
        {"kind": "list", "span": [6, 7], "ordered": True, "items": [{"span": [6, 7], "level": 1}]},
        {"kind": "table", "span": [9, 10], "caption": "c", "rows": [[{"span": [9, 10], "header": True, "colspan": 2, "rowspan": 1}]]},
        {"kind": "code", "span": [12, 13], "language": "rust"},
        {"kind": "figure", "span": [13, 13], "image": 0, "caption": "a cow", "credit": "Per Lund"},
        {"kind": "embed", "span": [13, 13], "url": "https://a.example/"},
        {"kind": "novelty", "span": [13, 13]},
    ]
    article = dateline.Article.from_json(json.dumps({"schema": "dateline/1", "text": text, "blocks": blocks}))
    paragraph, heading, items, table, code, figure, embed, novelty = article.blocks
    assert (paragraph.marks[0].kind, paragraph.marks[0].text, paragraph.marks[0].href) == ("link", "A", "https://a.example/")
    assert (heading.level, heading.text, heading.rows, heading.items) == (3, "B", None, None)
    assert items.ordered is True
    assert items.items is not None
    assert (items.items[0].text, items.items[0].level) == ("C", 1)
    assert table.rows is not None
    cell = table.rows[0][0]
    assert (table.caption, cell.text, cell.header, cell.colspan, cell.rowspan) == ("c", "D", True, 2, 1)
    assert code.language == "rust"
    assert (figure.image, figure.caption, figure.credit) == (0, "a cow", "Per Lund")
    assert embed.url == "https://a.example/"
    assert novelty.kind == "novelty"
    assert [section.heading and section.heading.text for section in article.sections] == [None, "B"]
    assert [block.kind for block in article.sections[1].blocks][:2] == ["list", "table"]


def test_what_was_said_and_by_whom(article: dateline.Article) -> None:
    speaker = next(index for index, person in enumerate(article.people) if person.name == "Ola Nordmann")
    said = article.quotes_by(speaker)
    assert said == article.quotes_by(article.people[speaker])
    assert any("never done that before" in quote.text for quote in said)
    assert article.quotes_by(4_000_000) == ()
    with pytest.raises(TypeError):
        article.quotes_by("Ola")  # type: ignore[arg-type]


def test_repr_tells(article: dateline.Article, wire: dateline.Article) -> None:
    assert repr(article).startswith("Article('Cow leaves meadow', published='2021-05-04T09:30:00+02:00', language='en', ")
    for part in (*shown(article), *shown(wire)):
        name = type(part).__name__
        assert repr(part).startswith(f"{name}("), repr(part)
        assert repr(part).endswith(")")
    assert repr(article.blocks[0].span) == f"Span(0, {len(article.blocks[0].text)})"


def test_repr_keeps_to_one_line() -> None:
    article = dateline.Article.from_json('{"schema": "dateline/1", "headline": "a\\n\\u202e\'b\\u0000\\\\"}')
    assert repr(article) == 'Article("a\\n\\u202e\'b\\u0000\\\\")'


def test_parts_are_frozen(article: dateline.Article) -> None:
    for part in parts(article):
        for field in FIELDS[type(part)]:
            with pytest.raises(AttributeError):
                setattr(part, field, None)


def test_only_what_a_caller_makes_can_be_made() -> None:
    for cls in FIELDS:
        if cls not in (dateline.Span, dateline.SourceSpan, dateline.Options):
            with pytest.raises(TypeError):
                cls()


def test_equality_and_hash(article: dateline.Article) -> None:
    again = dateline.extract(article_source(), url="https://gazette.example/cow", id="cow")
    other = dateline.extract("OSLO, May 4 - Nothing happened.")
    assert article == again
    assert article != other
    assert article != 1
    assert len({article, again, other}) == 2
    for one, two in zip(shown(article), shown(again), strict=True):
        assert one == two
        assert hash(one) == hash(two)
    assert article.quotes[0] != article.quotes[-1]
    # the same words at the same place of another text are another find
    first, second = (dateline.extract(f"OSLO, May 4 - Snow fell. {end}") for end in ("Rain, too.", "Sun, too."))
    assert first.dateline is not None
    assert first.dateline != second.dateline


def article_source() -> str:
    from conftest import PAGE

    return PAGE


def test_patterns_match(article: dateline.Article) -> None:
    match article:
        case dateline.Article(headline=str(headline), quotes=[dateline.Quote(speaker=dateline.Speaker(name=name)), *_]):
            assert headline == article.headline
            assert name
        case _:
            pytest.fail("no match")
    match article.blocks[0].span:
        case dateline.Span(start, stop):
            assert article.text[start:stop] == article.blocks[0].text
    for cls in FIELDS:
        if cls not in (dateline.Options, dateline.Annotator, dateline.Input, dateline.RecordBatch, dateline.BatchSchema):
            assert set(cls.__match_args__) <= set(FIELDS[cls])


def test_every_part_can_be_kept(article: dateline.Article, wire: dateline.Article) -> None:
    for whole in (article, wire):
        for part in parts(whole):
            for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
                again = pickle.loads(pickle.dumps(part, protocol))
                assert again == part
                assert hash(again) == hash(part)
                assert all(getattr(again, field) == getattr(part, field) for field in FIELDS[type(part)])
            assert copy.copy(part) == part
            assert copy.deepcopy(part) == part


def test_parts_share_their_text_in_a_pickle(wire: dateline.Article) -> None:
    many = pickle.dumps([mention for person in wire.people for mention in person.mentions] * 20)
    assert many.count(b"It was the caf") == 1


def test_parts_as_json(article: dateline.Article) -> None:
    whole = article.to_dict()
    assert [quote.to_dict() for quote in article.quotes] == whole["quotes"]
    assert [person.to_dict() for person in article.people] == whole["people"]
    assert [block.to_dict() for block in article.blocks] == whole["blocks"]
    assert article.input.to_dict() == whole["input"]
    for part in shown(article):
        assert isinstance(part.to_json(), str)


def test_json_that_is_no_article() -> None:
    bad: list[Any] = ["", "[]", "{}", '{"schema": "dateline/2"}', '{"schema": "dateline/1", "text": "a", "blocks": [{"kind": "x", "span": [0, 9]}]}', b"\xff"]
    for one in bad:
        with pytest.raises(dateline.JsonError):
            dateline.Article.from_json(one)
    with pytest.raises(TypeError):
        dateline.Article.from_json(7)  # type: ignore[arg-type]


def test_unknown_formats_are_named(article: dateline.Article) -> None:
    with pytest.raises(dateline.OptionError, match='"pdf".*markdown'):
        article.render("pdf")


def test_spans() -> None:
    span = dateline.Span(2, 5)
    start, stop = span
    assert (start, stop, len(span)) == (2, 5, 3)
    assert dateline.Span(0, 0)
    assert dateline.Span(1, 2) < dateline.Span(1, 3) < dateline.Span(2, 2)
    assert dateline.Span(2, 5) != dateline.SourceSpan(2, 5)
    with pytest.raises(dateline.OptionError):
        dateline.Span(5, 2)
    with pytest.raises(OverflowError):
        dateline.Span(-1, 2)


def test_source_spans_are_bytes_of_what_was_handed_in() -> None:
    text = "OSLO, May 4 - A cow \U0001f42e left.\n\nCaf\u00e9s were closed in Bergen."
    for source in (text, text.encode()):
        article = dateline.extract(source)
        where = article.text.index("Bergen")
        spans = article.source_spans(dateline.Span(where, where + 6))
        assert spans is not None
        assert text.encode()[spans[0].start : spans[0].stop] == b"Bergen"
    latin = dateline.extract("Caf\u00e9s were closed in Bergen on Tuesday.".encode("iso-8859-1"), encoding="iso-8859-1", media_type="text/plain")
    where = latin.text.index("were")
    assert latin.source_spans((where, where + 4)) == (dateline.SourceSpan(6, 10),)
    # as with slices, what lies behind the end is the end
    assert latin.source_spans((4_000_000, 4_000_000_000)) == ()
