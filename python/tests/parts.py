"""Everything that an article holds, for tests that hold for all of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import dateline

FIELDS = {
    cls: [name for name in dir(cls) if not name.startswith("_") and not callable(getattr(cls, name))]
    for cls in vars(dateline).values()
    if isinstance(cls, type) and cls.__module__ == "dateline" and not issubclass(cls, BaseException)
}


def parts(whole: Any) -> Iterator[Any]:
    """An object of the package, and all that it is made of, down to words and numbers."""
    if isinstance(whole, tuple):
        for one in whole:
            yield from parts(one)
    elif isinstance(whole, dict):
        yield from parts(tuple(whole.values()))
    elif type(whole) in FIELDS:
        yield whole
        for field in FIELDS[type(whole)]:
            yield from parts(getattr(whole, field))


def shown(article: dateline.Article) -> Iterator[Any]:
    """All parts of an article but its ranges."""
    return (part for part in parts(article) if not isinstance(part, (dateline.Span, dateline.SourceSpan)))
