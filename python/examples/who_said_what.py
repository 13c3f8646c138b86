"""Who said what, across many articles: a line for each quote, the busiest speakers in the end."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import dateline

SAMPLES = [
    "OSLO, May 4 (NTB) - \"The cow left its meadow,\" the farmer Ola Nordmann said on Tuesday. \"It will be back,\" Nordmann added.",
    "BERGEN, May 5 (NTB) - Mayor Kari Holm said the road would stay closed. \"We are waiting for the cow,\" Holm told reporters.",
]


def main(paths: list[str]) -> None:
    sources: list[str | Path] = [Path(path) for path in paths] or list(SAMPLES)
    speakers: Counter[str] = Counter()
    for article in dateline.extract_many(sources):
        match article:
            case dateline.Article(quotes=quotes):
                for quote in quotes:
                    speaker = quote.speaker.name if quote.speaker else "somebody"
                    speakers[speaker] += 1
                    print(f"{speaker}: {' '.join(quote.words)}")
            case dateline.DatelineError() as error:
                print(f"not read: {error}", file=sys.stderr)
    for name, count in speakers.most_common(5):
        print(f"{count:3} {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
