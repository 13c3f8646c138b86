"""Many inputs in, an iterator over their articles out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from importlib import import_module
from os import PathLike
from typing import Literal, Union, cast, overload

from dateline import _core
from dateline._errors import DatelineError

Source = Union[bytes, bytearray, memoryview, str, "PathLike[str]", _core.Input]


@overload
def extract_many(
    sources: Iterable[Source],
    *,
    media_type: str | None = None,
    encoding: str | None = None,
    published: str | None = None,
    options: _core.Options | None = None,
    threads: int | None = None,
    progress: bool = False,
    errors: Literal["raise"],
) -> Iterator[_core.Article]: ...


@overload
def extract_many(
    sources: Iterable[Source],
    *,
    media_type: str | None = None,
    encoding: str | None = None,
    published: str | None = None,
    options: _core.Options | None = None,
    threads: int | None = None,
    progress: bool = False,
    errors: Literal["keep"] = "keep",
) -> Iterator[_core.Article | DatelineError]: ...


def extract_many(
    sources: Iterable[Source],
    *,
    media_type: str | None = None,
    encoding: str | None = None,
    published: str | None = None,
    options: _core.Options | None = None,
    threads: int | None = None,
    progress: bool = False,
    errors: Literal["keep", "raise"] = "keep",
) -> Iterator[_core.Article | DatelineError]:
    """The articles of many pages or texts, in the order of the inputs, worked on by threads that do not hold the interpreter's lock.

    Each source is what ``extract`` takes; an ``Input`` says what is known of it alone. The iterable is read as the articles are taken, a few
    inputs ahead, so that memory stays flat however long it is. ``threads`` is as many as the machine runs at once where it is ``None``. With ``errors="keep"`` what failed
    stands in its place as a ``DatelineError``, with ``errors="raise"`` it is raised, and the next article can still be asked for. With ``progress`` and
    where ``tqdm`` is installed, a bar shows how far it is. Ctrl-C works at any time.

    >>> texts = ["OSLO, May 4 - Snow fell.", None, "ROME, May 4 - The sun shone."]
    >>> for article in dateline.extract_many(texts, threads=2):
    ...     match article:
    ...         case dateline.Article(dateline=dateline.Dateline(places=[place])):
    ...             print(place.name, place.country)
    ...         case error:
    ...             print(type(error).__name__)
    OSLO NO
    InputError
    ROME IT
    """
    results = _core.extract_many(
        sources,
        media_type=media_type,
        encoding=encoding,
        published=published,
        options=options,
        threads=threads,
        errors=errors,
    )
    articles = cast("Iterator[_core.Article | DatelineError]", results)
    return _with_bar(articles, sources) if progress else articles


def _with_bar(
    articles: Iterator[_core.Article | DatelineError], sources: Iterable[Source]
) -> Iterator[_core.Article | DatelineError]:
    try:
        tqdm = import_module("tqdm.auto").tqdm
    except ImportError:
        return articles
    total = len(sources) if isinstance(sources, Sized) else None
    return iter(tqdm(articles, total=total, unit=" articles"))
