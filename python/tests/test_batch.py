"""A column in, a record batch out, and the tables of an article: read by other libraries."""

from __future__ import annotations

import json
from typing import Any

import pytest

import dateline
from conftest import CASES, TEXT, Case

pa = pytest.importorskip("pyarrow")

FRAMES = ["blocks", "quotes", "people", "organisations", "places", "sources", "mentions", "dates", "money", "annotations", "evidence"]


def rows(batch: dateline.RecordBatch) -> list[dict[str, Any]]:
    return pa.record_batch(batch).to_pylist()  # type: ignore[no-any-return]


def test_the_schema_is_fixed() -> None:
    schema = pa.schema(dateline.SCHEMA)
    assert schema.metadata[b"dateline.schema_version"] == str(dateline.SCHEMA_VERSION).encode()
    assert schema.metadata[b"dateline.offsets"] == b"utf-8"
    assert schema.names[:4] == ["schema_version", "status", "error", "id"]
    assert dateline.SCHEMA.names == tuple(schema.names)
    assert "uint" not in str(schema)
    for column in ([], [None], [b"<p>Rain fell."]):
        assert pa.record_batch(dateline.extract_batch(pa.array(column, pa.binary()))).schema.equals(schema, check_metadata=True)


def test_a_row_is_the_json(case: Case) -> None:
    [row] = rows(dateline.extract_batch(pa.array([case.source]), pa.array([case.known.get("url")], pa.string())))
    known = {"url": case.known["url"]} if "url" in case.known else {}
    whole = dateline.extract(case.source, **known).to_dict()  # type: ignore[arg-type]
    assert (row.pop("schema_version"), row.pop("status"), row.pop("error")) == (dateline.SCHEMA_VERSION, "ok", None)
    evidence: dict[str, list[Any]] = {}
    for one in row.pop("evidence"):
        evidence.setdefault(one.pop("field"), []).append(one)
    assert evidence == whole.pop("evidence")
    assert (whole.pop("schema"), whole.pop("offsets")) == ("dateline/1", "utf-8")
    assert _filled(row) == _filled(whole)


def _filled(value: Any) -> Any:
    """Without what is null or empty: the columns of other kinds of block, in the JSON not there at all."""
    if isinstance(value, dict):
        return {key: _filled(one) for key, one in value.items() if one is not None and one != []}
    return [_filled(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", ["binary", "large_binary", "binary_view", "string", "large_string", "string_view"])
def test_columns_of_every_kind(kind: str) -> None:
    texts = [TEXT, None, "OSLO, May 4 - Snow fell.", ""]
    column = pa.array([text.encode() if text is not None and "binary" in kind else text for text in texts], getattr(pa, kind)())
    chunked = pa.chunked_array([column.slice(0, 1), column.slice(1)])
    for data in (column, chunked, pa.table({"page": chunked}), pa.record_batch({"page": column}), column.slice(0)):
        found = rows(dateline.extract_batch(data))
        assert [row["status"] for row in found] == ["ok", "null", "ok", "ok"]
        assert found[0]["text"] == dateline.extract(TEXT).text
        assert found[1]["text"] is None
    assert [row["status"] for row in rows(dateline.extract_batch(column.slice(2)))] == ["ok", "ok"]


def test_threads_keep_the_order() -> None:
    column = pa.array([case.source for case in CASES])
    one, many = dateline.extract_batch(column), dateline.extract_batch(column, threads=4)
    assert pa.record_batch(one) == pa.record_batch(many) == pa.record_batch(dateline.extract_batch(column, threads=None))
    assert len(many) == many.num_rows == len(CASES)


def test_a_document_that_fails_is_a_row() -> None:
    options = dateline.Options(max_bytes=30, on_limit="error")
    found = rows(dateline.extract_batch(pa.array(["Rain fell.", "Rain fell. " * 9, None]), options=options))
    assert [row["status"] for row in found] == ["ok", "failed", "null"]
    assert "limit of 30 bytes" in found[1]["error"]

    @dateline.Annotator
    def fussy(text: str) -> list[tuple[int, int, str]]:
        if "Snow" in text:
            raise RuntimeError("too cold")
        return [(0, 4, "weather")]

    found = rows(dateline.extract_batch(pa.array(["Rain fell.", "Snow fell."]), options=dateline.Options(annotators=[fussy])))
    assert found[0]["annotations"][0]["by"] == "fussy"
    assert "too cold" in found[1]["error"]


def test_what_is_no_column() -> None:
    for data in (pa.array([1, 2]), pa.table({"a": ["x"], "b": ["y"]}), pa.array([["x"]])):
        with pytest.raises(dateline.OptionError, match="holds no pages or texts"):
            dateline.extract_batch(data)
    for data in (None, ["<p>x"], "x"):
        with pytest.raises(TypeError, match="Arrow"):
            dateline.extract_batch(data)
    with pytest.raises(dateline.OptionError, match="1 urls for 2 rows"):
        dateline.extract_batch(pa.array(["x", "y"]), ["https://a.example/"])
    with pytest.raises(dateline.OptionError):
        dateline.extract_batch(pa.array(["x"]), threads=0)


def test_urls() -> None:
    column = pa.array(["<p>Rain.", "<p>Snow."])
    for urls in (["https://a.example/", None], pa.array(["https://a.example/", None])):
        found = rows(dateline.extract_batch(column, urls))
        assert [row["input"]["url"] for row in found] == ["https://a.example/", None]


def test_frames(wire: dateline.Article) -> None:
    for name in FRAMES:
        frame = getattr(wire, f"{name}_frame")()
        table = pa.table(frame)
        assert tuple(table.column_names) == frame.column_names
        assert len(table) == len(frame)
        assert table.schema.metadata[b"dateline.offsets"] == b"utf-8"
        empty = pa.table(getattr(dateline.extract(""), f"{name}_frame")())
        assert empty.schema == table.schema
        utf8 = wire.text.encode()
        for row in table.to_pylist():
            if "start" in row:
                assert utf8[row["start"] : row["stop"]].decode() == row["text"]
    quotes = pa.table(wire.quotes_frame()).to_pylist()
    assert [quote["speaker"] for quote in quotes] == [quote.speaker and quote.speaker.name for quote in wire.quotes]
    assert [person["name"] for person in pa.table(wire.people_frame()).to_pylist()] == [person.name for person in wire.people]
    assert len(pa.table(wire.mentions_frame())) == sum(
        len(one.mentions) for some in (wire.people, wire.organisations, wire.places, wire.sources) for one in some
    )


def test_other_libraries_read_them(wire: dateline.Article) -> None:
    batch = dateline.extract_batch(pa.array([TEXT, None]))
    expected = json.loads(wire.to_json())["text"]
    polars = pytest.importorskip("polars")
    assert polars.DataFrame(batch)["text"][0] == expected
    assert polars.DataFrame(wire.quotes_frame()).height == len(wire.quotes)
    assert rows(dateline.extract_batch(polars.Series(["Rain fell."])))[0]["text"] == "Rain fell."
    pandas = pytest.importorskip("pandas")
    assert list(pandas.DataFrame.from_arrow(batch)["status"]) == ["ok", "null"]
    assert list(pandas.DataFrame.from_arrow(wire.people_frame())["name"]) == [person.name for person in wire.people]
    duckdb = pytest.importorskip("duckdb")
    assert duckdb.sql("select count(*) from batch where status = 'ok'").fetchall() == [(1,)]
    assert duckdb.sql("select quotes[1].speaker.name from batch").fetchall()[0] == ("Ola Nordmann",)
    relation = duckdb.sql("select 'Snow fell.' as page union all select null")
    assert sorted(row["status"] for row in rows(dateline.extract_batch(relation))) == ["null", "ok"]


def test_streams_of_no_or_empty_chunks() -> None:
    for data in (
        pa.chunked_array([], pa.binary()),
        pa.chunked_array([[], ["Rain fell."], []], pa.string()),
        pa.RecordBatchReader.from_batches(pa.schema({"page": pa.string()}), []),
    ):
        found = rows(dateline.extract_batch(data))
        assert [row["text"] for row in found] == ["Rain fell."] * (1 if len(found) else 0)
    assert len(dateline.extract_batch(pa.chunked_array([[], ["Rain fell."], []], pa.string()))) == 1


def test_a_column_that_breaks_its_promise_is_refused() -> None:
    """Strings that are not UTF-8, or offsets beyond the data, would be read as if they were sound."""
    words = pa.array(["Rain"]).buffers()
    broken = [
        pa.Array.from_buffers(pa.string(), 1, [None, words[1], pa.py_buffer(b"\xff\xfe\xfd\xfc")]),
        pa.Array.from_buffers(pa.binary(), 2, [None, pa.py_buffer(b"".join(at.to_bytes(4, "little") for at in (0, 9, 4))), words[2]]),
    ]
    for column in broken:
        for data in (column, pa.chunked_array([column])):
            with pytest.raises(dateline.InputError, match="cannot be read"):
                dateline.extract_batch(data)
