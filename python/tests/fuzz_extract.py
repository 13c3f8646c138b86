"""A fuzz target for atheris: any bytes, in any way in, come out as an article that holds what it promises, or as an error of the package's own."""

from __future__ import annotations

import pickle
import sys

import atheris

with atheris.instrument_imports(include=["dateline"]):
    import dateline


@atheris.instrument_func
def every_way(data: bytes) -> None:
    provider = atheris.FuzzedDataProvider(data)
    kind = provider.PickValueInList([None, "text/html", "text/plain"])
    encoding = provider.PickValueInList([None, "utf-8", "utf-16le", "windows-1252", "shift_jis", "utf-99"])
    as_text = provider.ConsumeBool()
    source = provider.ConsumeUnicode(4096) if as_text else provider.ConsumeBytes(4096)
    try:
        article = dateline.extract(source, media_type=kind, encoding=encoding)
    except (dateline.InputError, dateline.OptionError):
        return
    for part in (*article.blocks, *article.quotes, *article.dates, *article.money):
        if article.text[part.span.start : part.span.stop] != part.text:
            raise AssertionError(part)
    for person in article.people:
        for mention in person.mentions:
            article.source_spans(mention.span)
    if pickle.loads(pickle.dumps(article)) != article:
        raise AssertionError("another article came out of the pickle")
    shown = article._repr_html_()
    if "<script" in shown:
        raise AssertionError("a script came through")
    try:
        dateline.Article.from_json(source)
    except dateline.JsonError:
        pass


if __name__ == "__main__":
    atheris.Setup(sys.argv, every_way)
    atheris.Fuzz()
