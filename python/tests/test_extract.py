"""One input in, one article out: kinds of input, errors, options, annotators."""

from __future__ import annotations

import inspect
import pickle
import re
from pathlib import Path
from typing import Literal

import pytest

import dateline
from conftest import CASES, PAGE, TEXT


def test_kinds_of_source(tmp_path: Path) -> None:
    path = tmp_path / "cow.html"
    path.write_text(PAGE, encoding="utf-8")
    expected = dateline.extract(PAGE)
    page = PAGE.encode()
    for source in (page, bytearray(page), memoryview(page), path, dateline.Input(page)):
        article = dateline.extract(source)
        assert article.text == expected.text
        assert article.input.length == len(page)
    assert dateline.extract(path).id == str(path)
    assert dateline.extract(path, id="mine").id == "mine"
    # a str is content, never a file's name
    assert dateline.extract(str(path)).text == str(path)


def test_what_the_caller_knows() -> None:
    article = dateline.extract("It rained on Tuesday.", url="https://a.example/b", published="2021-05-05", media_type="text", id="x")
    assert article.input.media_type == "text/plain"
    assert (article.id, article.input.url) == ("x", "https://a.example/b")
    assert article.dates[0].value == "2021-05-04"
    page = "<p>Caf\u00e9s were closed."
    assert dateline.extract(page.encode("iso-8859-1"), encoding="iso-8859-1").text == "Caf\u00e9s were closed."
    given = dateline.Input(page, url="https://a.example/b", encoding="utf-8", published="2021-05-05", media_type="text/html", id="y")
    assert (given.source, given.url, given.encoding, given.published, given.media_type, given.id) == (
        page,
        "https://a.example/b",
        "utf-8",
        "2021-05-05",
        "text/html",
        "y",
    )
    assert repr(given) == f"Input(str of {len(page)}, url='https://a.example/b', id='y')"
    assert dateline.extract(given, id="z").id == "y"


def test_sources_that_are_none() -> None:
    for source in (None, 1, ["<p>x"], object()):
        with pytest.raises(TypeError, match="a source is bytes, str"):
            dateline.extract(source)  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            dateline.Input(source)  # type: ignore[arg-type]


def test_inputs_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(dateline.InputError, match="absent.html") as raised:
        dateline.extract(tmp_path / "absent.html")
    assert isinstance(raised.value.__cause__, FileNotFoundError)
    with pytest.raises(dateline.InputError, match="UTF-8") as raised:
        dateline.extract("a lone \ud800 surrogate")
    assert isinstance(raised.value.__cause__, UnicodeEncodeError)


def test_descriptions_that_are_none() -> None:
    for known in ({"published": "soon"}, {"encoding": "utf-99"}, {"media_type": "image/png"}):
        with pytest.raises(dateline.OptionError, match=re.escape(next(iter(known.values())))):
            dateline.extract(b"Rain.", **known)
    assert issubclass(dateline.OptionError, dateline.DatelineError)
    assert issubclass(dateline.DatelineError, ValueError)


def test_empty_and_absent_content() -> None:
    for source in (b"", "", b"\x00\xff\xfe", "<html>", b"\xff" * 100):
        article = dateline.extract(source)
        assert article.quotes == ()
        assert article.headline is None


def test_options() -> None:
    options = dateline.Options(quotes=False, evidence=False, max_bytes=1000)
    assert repr(options) == "Options(max_bytes=1000, evidence=False, quotes=False)"
    assert options == pickle.loads(pickle.dumps(options)) == dateline.Options.from_json(options.to_json())
    assert hash(options) == hash(pickle.loads(pickle.dumps(options)))
    assert options != dateline.Options()
    assert options.to_dict()["limits"]["bytes"] == 1000
    article = dateline.extract(TEXT, options=options)
    assert article.quotes == ()
    assert article.evidence == {}
    assert dateline.extract(TEXT, options=dateline.Options()) == dateline.extract(TEXT)
    switches = {"dates": "dates", "money": "money", "people": "people", "organisations": "organisations", "places": "places", "sources": "sources"}
    for switch, field in switches.items():
        assert getattr(dateline.extract(TEXT, options=dateline.Options(**{switch: False})), field) == ()  # type: ignore[arg-type]
    assert dateline.extract(PAGE, options=dateline.Options(removals=False)).removed == ()


def test_every_switch_of_the_library_is_a_keyword() -> None:
    options = dateline.Options().to_dict()
    annotate = options["annotate"]
    switches = {f"max_{name}" if name != "on_limit" else name for name in options["limits"]} | set(options["extract"])
    # what is none holds lists of words, which `from_json` takes
    switches |= {name for name, value in (annotate | annotate["names"]).items() if not isinstance(value, dict)} | {"quotes"}
    keywords = set(inspect.signature(dateline.Options).parameters)
    assert keywords - {"annotators"} == switches


def test_comments_are_read_where_they_are_asked_for() -> None:
    page = next(case for case in CASES if case.name == "comments-longer-than-the-article")
    counted = dateline.extract(page.source).comments
    read = dateline.extract(page.source, options=dateline.Options(comments=True)).comments
    assert counted.items == ()
    assert read.items
    assert read.count == counted.count


def test_how_far_times_reach() -> None:
    def times(extent: Literal["auto", "expression", "phrase"], text: str = "The ferry sails from Monday to Friday.") -> list[str]:
        return [date.text for date in dateline.extract(text, options=dateline.Options(dates_extent=extent)).dates]

    assert times("expression") == ["Monday", "Friday"]
    assert times("phrase") == times("auto") == ["from Monday to Friday"]
    assert times("auto", "OSLO, May 4 - The ferry sails from Monday to Friday.") == ["May 4", "Monday", "Friday"]
    assert repr(dateline.Options(dates_extent="phrase", comments=True)) == "Options(comments=True, dates_extent='phrase')"


def test_options_that_are_none() -> None:
    with pytest.raises(dateline.OptionError, match="never"):
        dateline.Options(on_limit="never")  # type: ignore[arg-type]
    with pytest.raises(dateline.OptionError, match="sentence"):
        dateline.Options(dates_extent="sentence")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        dateline.Options(quotse=False)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        dateline.Options(annotators=[len])  # type: ignore[list-item]
    for json in ("", "7", '{"limtis": {}}'):
        with pytest.raises(dateline.OptionError):
            dateline.Options.from_json(json)


def test_limits() -> None:
    partial = dateline.extract("Rain f\u00e9\u00e9ll.", options=dateline.Options(max_bytes=9))
    assert partial.text == "Rain f\u00e9"
    assert partial.diagnostics[0].code == "byte-limit"
    with pytest.raises(dateline.LimitError, match="9"):
        dateline.extract("Rain f\u00e9\u00e9ll.", options=dateline.Options(max_bytes=9, on_limit="error"))


@dateline.Annotator
def animals(text: str) -> list[tuple[int, int, str, str]]:
    return [(*match.span(), "animal", match[0].lower()) for match in re.finditer("(?i)cows?|\U0001f42e", text)]


def test_annotators_of_ones_own() -> None:
    article = dateline.extract(TEXT, options=dateline.Options(annotators=[animals]))
    assert [(found.text, found.kind, found.value, found.by) for found in article.annotations] == [
        ("cow", "animal", "cow", "animals"),
        ("\U0001f42e", "animal", "\U0001f42e", "animals"),
        ("cows", "animal", "cows", "animals"),
    ]
    assert all(article.text[found.span.start : found.span.stop] == found.text for found in article.annotations)
    plain = dateline.extract(TEXT)
    assert (plain.quotes, plain.text) == (article.quotes, article.text)
    assert animals("A cow")[0][:2] == (2, 5)
    again = pickle.loads(pickle.dumps(dateline.Options(annotators=[animals])))
    assert [annotator.name for annotator in again.annotators] == ["animals"]


def test_annotators_that_go_wrong() -> None:
    def run(function: object) -> dateline.Article:
        options = dateline.Options(annotators=[dateline.Annotator(function, name="mine")])  # type: ignore[arg-type]
        return dateline.extract(TEXT, options=options)

    with pytest.raises(dateline.AnnotatorError, match="mine.*division") as raised:
        run(lambda _: 1 / 0)
    assert isinstance(raised.value.__cause__, ZeroDivisionError)
    for finds in ([1], [(1, 2)], ["abc"], 7, [(1, 2, 3)]):
        with pytest.raises(dateline.AnnotatorError):
            run(lambda _, finds=finds: finds)
    article = run(lambda text: [(0, 4, "town"), (-1, 2, "x"), (3, 1, "x"), (0, len(text) + 1, "x"), (0, 2**40, "x")])
    assert [found.text for found in article.annotations] == ["OSLO"]
    assert "4 finds of mine" in article.diagnostics[-1].message
    assert run(lambda _: None).annotations == ()

    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(interrupted)


def test_the_schema() -> None:
    assert '"dateline/1"' in dateline.json_schema()
