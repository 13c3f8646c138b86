"""An annotator of one's own: ticker symbols, as agencies write them, with their way back to the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

import dateline

SYMBOL = re.compile(r"<([A-Z]+\.[A-Z]+)>")


@dateline.Annotator
def tickers(text: str) -> Iterator[tuple[int, int, str, str]]:
    for match in SYMBOL.finditer(text):
        yield (*match.span(1), "ticker", match[1])


def main() -> None:
    options = dateline.Options(annotators=[tickers])
    source = b"AMSTERDAM, May 4 (ANP) - Akzo NV <AKZO.AS> said on Monday that it would close a plant."
    article = dateline.extract(source, media_type="text/plain", options=options)
    for found in article.annotations:
        where = article.source_spans(found.span) or ()
        print(found.kind, found.value, [source[span.start : span.stop] for span in where])


if __name__ == "__main__":
    main()
