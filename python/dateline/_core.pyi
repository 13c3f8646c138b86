"""
The native module of dateline.
"""

import collections.abc
import os
import typing
from collections.abc import Iterator
from os import PathLike
from typing import Any, Final, Literal, SupportsIndex, final

__all__ = ["SCHEMA_VERSION", "__version__", "Annotation", "Annotator", "Article", "Author", "BatchSchema", "Block", "Cell", "Comment", "Comments", "Crumb", "Cue", "DateStamp", "Dateline", "DatelinePlace", "Diagnostic", "Evidence", "Image", "Input", "InputInfo", "ListItem", "Mark", "Mention", "Money", "Options", "Organisation", "Person", "Place", "Publisher", "Quote", "RecordBatch", "Removal", "Results", "Section", "Source", "SourceSpan", "Span", "Speaker", "TimeExpression", "Via", "batch_schema", "extract", "extract_batch", "extract_many", "json_schema"]

SCHEMA_VERSION: Final[int]
"""
The version of the schema of batches.
"""

__version__: Final[str]

@final
class Annotation:
    """
    What an annotator of somebody else's found.
    """
    __match_args__: Final[tuple[Literal["kind"], Literal["value"], Literal["span"], Literal["text"], Literal["by"]]]
    def __copy__(self, /) -> Annotation: ...
    def __deepcopy__(self, /, _memo: Any) -> Annotation: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Annotation: ...
    @property
    def by(self, /) -> str:
        """
        Which annotator found it.
        """
    @property
    def kind(self, /) -> str:
        """
        What it is, in the annotator's own words.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands.
        """
    @property
    def text(self, /) -> str:
        """
        The words there.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """
    @property
    def value(self, /) -> str | None:
        """
        What it says, where it says more than its words.
        """

@final
class Annotator:
    """
    A function of one's own that finds things in the words of an article: handed the text, it gives its finds, which stand in `Article.annotations`.

    A find is `(start, stop, kind)` or `(start, stop, kind, value)`, in code points of the text; one that does not lie on the text is dropped, with a diagnostic. The function runs once an article, behind the
    library's own annotators, and holds the interpreter's lock meanwhile, on the thread that asks for the article: it is slower than what is built in, and `extract_many` runs it on one thread. What it
    raises is raised as an `AnnotatorError`. `Annotator` can stand above the function as a decorator; the name, the function's own where none is given, is the finds' `by`.
    """
    def __call__(self, /, text: str) -> "typing.Any":
        """
        The function itself.
        """
    def __new__(cls, /, function: "collections.abc.Callable[[str], collections.abc.Iterable[tuple[int, int, str] | tuple[int, int, str, str | None]] | None]", *, name: str | None = None) -> Annotator: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]":
        """
        By its function, or, where it stands above it as a decorator and so has taken its name, by that name, as functions are.
        """
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_name(module: "str", name: str) -> Any: ...
    @staticmethod
    def _from_state(function: "collections.abc.Callable[[str], typing.Any]", name: str) -> Annotator: ...
    @property
    def name(self, /) -> str:
        """
        What the finds' `by` says.
        """

@final
class Article:
    """
    One news article, whatever it was read from: schema `dateline/1`.

    Spans are code points of `text`, so that `article.text[x.span.start:x.span.stop]` are the words of `x`. `to_dict()` and `to_json()` have the
    offsets of the schema: UTF-8 bytes. Articles are frozen, compare by value, can be hashed, copied and pickled.
    """
    __match_args__: Final[tuple[Literal["headline"], Literal["text"]]]
    def __copy__(self, /) -> Article: ...
    def __deepcopy__(self, /, _memo: Any) -> Article: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]":
        """
        With the source map, so that an article that was pickled still leads back to its source.
        """
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str:
        """
        What a notebook shows: the article as one reads it, with all that was found in it marked.
        """
    @property
    def annotations(self, /) -> tuple[Annotation, ...]:
        """
        What annotators of others found.
        """
    def annotations_frame(self, /) -> RecordBatch:
        """
        An Arrow table of the finds of annotators of others: `kind`, `value`, `by`, and their words and place.
        """
    @property
    def authors(self, /) -> tuple[Author, ...]:
        """
        Who wrote it, one by one.
        """
    @property
    def blocks(self, /) -> tuple[Block, ...]:
        """
        The body's blocks.
        """
    def blocks_frame(self, /) -> RecordBatch:
        """
        An Arrow table of the blocks of the body: `kind`, `level`, and their words and place.
        """
    @property
    def breadcrumbs(self, /) -> tuple[Crumb, ...]:
        """
        The way to it from the front page.
        """
    @property
    def byline(self, /) -> str | None:
        """
        Who wrote it, as printed.
        """
    @property
    def canonical_url(self, /) -> str | None:
        """
        The address that the page calls its own.
        """
    @property
    def comments(self, /) -> Comments:
        """
        Readers' comments.
        """
    @property
    def confidence(self, /) -> float:
        """
        How sure it is that the text is the article, whole and alone: 0 to 1.
        """
    @property
    def dateline(self, /) -> Dateline | None:
        """
        Where and when it was written, by its own opening.
        """
    @property
    def dates(self, /) -> tuple[TimeExpression, ...]:
        """
        Times in running text.
        """
    def dates_frame(self, /) -> RecordBatch:
        """
        An Arrow table of the times in the words: `kind`, `value`, `mod`, `precision`, `anchor`, and their words and place.
        """
    @property
    def deck(self, /) -> str | None:
        """
        The standfirst: the lines below the headline.
        """
    @property
    def description(self, /) -> str | None:
        """
        What the page says it is about, for search engines.
        """
    @property
    def diagnostics(self, /) -> tuple[Diagnostic, ...]:
        """
        What went wrong or was given up.
        """
    @property
    def direction(self, /) -> str | None:
        """
        Which way its text runs: `ltr` or `rtl`.
        """
    @property
    def evidence(self, /) -> dict[str, tuple[Evidence, ...]]:
        """
        The evidence for each metadata field, by the field's name.
        """
    def evidence_frame(self, /) -> RecordBatch:
        """
        An Arrow table of the evidence for the metadata: `field`, `value`, `from`, `confidence`, `chosen`.
        """
    @property
    def free_access(self, /) -> bool | None:
        """
        Whether the publisher claims that it can be read for free.
        """
    @staticmethod
    def from_json(json: "str | bytes") -> Article:
        """
        Reads an article from JSON of the schema `dateline/1`; keys that this version does not know are passed over.

        Raises `JsonError` for what is no such JSON, or has spans that do not lie on its text.
        """
    @property
    def headline(self, /) -> str | None:
        """
        What it is called.
        """
    @property
    def id(self, /) -> str | None:
        """
        What the caller named the input, or its path.
        """
    @property
    def images(self, /) -> tuple[Image, ...]:
        """
        Its pictures.
        """
    @property
    def input(self, /) -> InputInfo:
        """
        What it was made from.
        """
    @property
    def kicker(self, /) -> str | None:
        """
        The line above the headline.
        """
    @property
    def language(self, /) -> str | None:
        """
        BCP 47 tag of its language.
        """
    @property
    def license(self, /) -> str | None:
        """
        The licence that the page names.
        """
    def mentions_frame(self, /) -> RecordBatch:
        """
        An Arrow table of the mentions of people, organisations, places and sources: `of`, `name`, `as`, and their words and place.
        """
    @property
    def modified(self, /) -> DateStamp | None:
        """
        When it was last changed.
        """
    @property
    def money(self, /) -> tuple[Money, ...]:
        """
        Amounts of money.
        """
    def money_frame(self, /) -> RecordBatch:
        """
        An Arrow table of the amounts of money: `amount`, `amount_max`, `currency`, `per`, `assumed`, and their words and place.
        """
    @property
    def organisations(self, /) -> tuple[Organisation, ...]:
        """
        Which organisations are named.
        """
    def organisations_frame(self, /) -> RecordBatch:
        """
        An Arrow table of the organisations: `name`, `kind`, and how many times they are mentioned.
        """
    @property
    def page_kind(self, /) -> str | None:
        """
        What kind of page it is: `article`, `live`, `forum`, `listing`, `error` and others.
        """
    @property
    def paragraphs(self, /) -> tuple[str, ...]:
        """
        The words of the paragraphs, in order.
        """
    @property
    def people(self, /) -> tuple[Person, ...]:
        """
        Who is named.
        """
    def people_frame(self, /) -> RecordBatch:
        """
        An Arrow table of the people: `name`, `role`, `organisation`, and how many times they are mentioned.
        """
    @property
    def places(self, /) -> tuple[Place, ...]:
        """
        Which places are named.
        """
    def places_frame(self, /) -> RecordBatch:
        """
        An Arrow table of the places: `name`, `country`, and how many times they are mentioned.
        """
    @property
    def published(self, /) -> DateStamp | None:
        """
        When it was published.
        """
    @property
    def publisher(self, /) -> Publisher:
        """
        Who published it.
        """
    @property
    def quotes(self, /) -> tuple[Quote, ...]:
        """
        What was said.
        """
    def quotes_by(self, /, person: "Person | int") -> tuple[Quote, ...]:
        """
        What a person said: one of `people`, or its position there.
        """
    def quotes_frame(self, /) -> RecordBatch:
        """
        An Arrow table of the quotes: `kind`, `speaker`, `person`, `cue`, `via`, `confidence`, and their words and place.
        """
    @property
    def removed(self, /) -> tuple[Removal, ...]:
        """
        What was left out of the text, and why.
        """
    def render(self, /, format: str) -> str:
        """
        The article in any format of the library: `markdown`, `json`, `jsonl`, `text`, `html`, `json-ld`, `ninjs`, `tei`.

        Raises `OptionError` for another name.
        """
    @property
    def section(self, /) -> str | None:
        """
        The section of the paper.
        """
    @property
    def sections(self, /) -> tuple[Section, ...]:
        """
        The body cut at its headings.
        """
    def source_spans(self, /, span: "Span | tuple[int, int]") -> tuple[SourceSpan, ...] | None:
        """
        The bytes of what was handed in that a span of the text came from, in the order of the text: of a `str` those of its UTF-8, of a file its own.

        The span is a `Span` or its two ends, in code points. `None` for an article that was read from JSON without its source map.
        """
    @property
    def sources(self, /) -> tuple[Source, ...]:
        """
        Who is cited.
        """
    def sources_frame(self, /) -> RecordBatch:
        """
        An Arrow table of the cited sources: `name`, `kind`, and how many times they are mentioned.
        """
    @property
    def tags(self, /) -> tuple[str, ...]:
        """
        Tags and topics.
        """
    @property
    def text(self, /) -> str:
        """
        The body as one reads it: blocks in order, joined by blank lines.
        """
    def to_dict(self, /, *, source_spans: bool = False) -> "dict[str, typing.Any]":
        """
        The JSON of the schema `dateline/1`, parsed: its offsets are UTF-8 bytes of the text, not code points.

        With `source_spans` every object with a span has its `source`, too, and the article its `source_map`.
        """
    def to_html(self, /, *, document: bool = True) -> str:
        """
        A page of HTML, or with `document=False` its body alone, to be put into another page.
        """
    def to_json(self, /, *, indent: bool = False, source_spans: bool = False) -> str:
        """
        JSON of the schema `dateline/1`, on one line or with a key a line: its offsets are UTF-8 bytes of the text, not code points.

        With `source_spans` every object with a span has its `source`, too, and the article its `source_map`.
        """
    def to_markdown(self, /, *, front_matter: bool = True) -> str:
        """
        Markdown: YAML front matter, unless left out, and CommonMark.
        """
    def to_text(self, /, *, head: bool = True) -> str:
        """
        Plain text, with the headline and what belongs to it, or with `head=False` the body alone.
        """
    @property
    def truncated(self, /) -> bool | None:
        """
        Whether the text looks cut (a paywall, "read more"); `None` where nothing tells.
        """

@final
class Author:
    """
    Somebody who wrote the article; `str()` of them is their name.
    """
    __match_args__: Final[tuple[Literal["name"], Literal["role"], Literal["affiliation"], Literal["url"], Literal["email"]]]
    def __copy__(self, /) -> Author: ...
    def __deepcopy__(self, /, _memo: Any) -> Author: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Author: ...
    @property
    def affiliation(self, /) -> str | None:
        """
        Whom they write for.
        """
    @property
    def email(self, /) -> str | None:
        """
        Their address.
        """
    @property
    def name(self, /) -> str:
        """
        The name as it is printed.
        """
    @property
    def role(self, /) -> str | None:
        """
        What they are: "Associated Press Writer".
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """
    @property
    def url(self, /) -> str | None:
        """
        Their page.
        """

@final
class BatchSchema:
    """
    The schema of a record batch: `pyarrow.schema` and others read it by the PyCapsule interface.
    """
    def __arrow_c_schema__(self, /) -> Any: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def names(self, /) -> tuple[str, ...]:
        """
        The names of its columns, in order.
        """

@final
class Block:
    """
    One block of the body: a paragraph, a subhead, a list, a table, a picture. What its kind does not have is `None`.
    """
    __match_args__: Final[tuple[Literal["kind"], Literal["span"], Literal["text"], Literal["marks"], Literal["level"], Literal["ordered"], Literal["items"], Literal["language"], Literal["rows"], Literal["image"], Literal["caption"], Literal["credit"], Literal["url"]]]
    def __copy__(self, /) -> Block: ...
    def __deepcopy__(self, /, _memo: Any) -> Block: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Block: ...
    @property
    def caption(self, /) -> str | None:
        """
        Of a figure or a table: what is said of it.
        """
    @property
    def credit(self, /) -> str | None:
        """
        Of a figure: who took or owns it.
        """
    @property
    def image(self, /) -> int | None:
        """
        Of a figure: which of `Article.images` it shows.
        """
    @property
    def items(self, /) -> tuple[ListItem, ...] | None:
        """
        Of a list: its items, those of nested lists included, in the order of the text.
        """
    @property
    def kind(self, /) -> str:
        """
        What it is: `paragraph`, `heading`, `list`, `quote`, `code`, `table`, `figure`, `embed`, `separator` or another word.
        """
    @property
    def language(self, /) -> str | None:
        """
        Of code: its language, where the page says so.
        """
    @property
    def level(self, /) -> int | None:
        """
        Of a heading: 1 to 6, as in HTML.
        """
    @property
    def marks(self, /) -> tuple[Mark, ...]:
        """
        Links, emphasis and the like within its words, in order.
        """
    @property
    def ordered(self, /) -> bool | None:
        """
        Of a list: whether its items are numbered.
        """
    @property
    def rows(self, /) -> tuple[tuple[Cell, ...], ...] | None:
        """
        Of a table: its rows of cells.
        """
    @property
    def span(self, /) -> Span:
        """
        Its words in the text; empty, at its place, where it has none.
        """
    @property
    def text(self, /) -> str:
        """
        Its words.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """
    @property
    def url(self, /) -> str | None:
        """
        Of an embed: its address.
        """

@final
class Cell:
    """
    One cell of a table.
    """
    __match_args__: Final[tuple[Literal["span"], Literal["header"], Literal["colspan"], Literal["rowspan"], Literal["text"]]]
    def __copy__(self, /) -> Cell: ...
    def __deepcopy__(self, /, _memo: Any) -> Cell: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Cell: ...
    @property
    def colspan(self, /) -> int:
        """
        How many columns it spans.
        """
    @property
    def header(self, /) -> bool:
        """
        Whether it heads a row or a column.
        """
    @property
    def rowspan(self, /) -> int:
        """
        How many rows it spans.
        """
    @property
    def span(self, /) -> Span:
        """
        Its words' place.
        """
    @property
    def text(self, /) -> str:
        """
        Its words.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class Comment:
    """
    One reader's comment.
    """
    __match_args__: Final[tuple[Literal["author"], Literal["date"], Literal["text"]]]
    def __copy__(self, /) -> Comment: ...
    def __deepcopy__(self, /, _memo: Any) -> Comment: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Comment: ...
    @property
    def author(self, /) -> str | None:
        """
        Who wrote it.
        """
    @property
    def date(self, /) -> str | None:
        """
        When.
        """
    @property
    def text(self, /) -> str:
        """
        What.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class Comments:
    """
    Readers' comments, kept apart from the body.
    """
    __match_args__: Final[tuple[Literal["count"], Literal["items"]]]
    def __copy__(self, /) -> Comments: ...
    def __deepcopy__(self, /, _memo: Any) -> Comments: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Comments: ...
    @property
    def count(self, /) -> int:
        """
        How many there are, by the page's own count or by counting.
        """
    @property
    def items(self, /) -> tuple[Comment, ...]:
        """
        Those on the page.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class Crumb:
    """
    One step of the way from the site's front page to the article.
    """
    __match_args__: Final[tuple[Literal["name"], Literal["url"]]]
    def __copy__(self, /) -> Crumb: ...
    def __deepcopy__(self, /, _memo: Any) -> Crumb: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Crumb: ...
    @property
    def name(self, /) -> str:
        """
        What it is called.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """
    @property
    def url(self, /) -> str | None:
        """
        Where it leads.
        """

@final
class Cue:
    """
    The words that attribute a quote: "said", "according to".
    """
    __match_args__: Final[tuple[Literal["text"], Literal["span"]]]
    def __copy__(self, /) -> Cue: ...
    def __deepcopy__(self, /, _memo: Any) -> Cue: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Cue: ...
    @property
    def span(self, /) -> Span:
        """
        Where they stand.
        """
    @property
    def text(self, /) -> str:
        """
        The words.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class DateStamp:
    """
    A date or a time as the words or the markup give it; `str()` of it is its value.
    """
    __match_args__: Final[tuple[Literal["value"], Literal["precision"], Literal["raw"]]]
    def __copy__(self, /) -> DateStamp: ...
    def __deepcopy__(self, /, _memo: Any) -> DateStamp: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> DateStamp: ...
    @property
    def precision(self, /) -> str:
        """
        How exact it is: `year`, `month`, `day`, `minute` and others.
        """
    @property
    def raw(self, /) -> str:
        """
        The words or the attribute that it was read from.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """
    @property
    def value(self, /) -> str:
        """
        ISO 8601 in the precision that was given: `2009-02-26`, `2009-02`, `2009-02-26T10:15+01:00`; `XXXX-02-26` where the year is open.
        """

@final
class Dateline:
    """
    The line that opens a report and says where and when it was written.
    """
    __match_args__: Final[tuple[Literal["raw"], Literal["span"], Literal["text"], Literal["places"], Literal["date"], Literal["agency"]]]
    def __copy__(self, /) -> Dateline: ...
    def __deepcopy__(self, /, _memo: Any) -> Dateline: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Dateline: ...
    @property
    def agency(self, /) -> str | None:
        """
        The agency it names.
        """
    @property
    def date(self, /) -> DateStamp | None:
        """
        Its date, where it has one.
        """
    @property
    def places(self, /) -> tuple[DatelinePlace, ...]:
        """
        The places it names.
        """
    @property
    def raw(self, /) -> str:
        """
        Its words, with the dash that ends it.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands in the text.
        """
    @property
    def text(self, /) -> str:
        """
        Its words in the text.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class DatelinePlace:
    """
    A place as a dateline names it.
    """
    __match_args__: Final[tuple[Literal["name"], Literal["country"]]]
    def __copy__(self, /) -> DatelinePlace: ...
    def __deepcopy__(self, /, _memo: Any) -> DatelinePlace: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> DatelinePlace: ...
    @property
    def country(self, /) -> str | None:
        """
        ISO 3166-1 alpha-2 code of the country, where it is named or beyond doubt.
        """
    @property
    def name(self, /) -> str:
        """
        Its name as written.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class Diagnostic:
    """
    Something that went wrong or was given up, without stopping the rest.
    """
    __match_args__: Final[tuple[Literal["code"], Literal["message"]]]
    def __copy__(self, /) -> Diagnostic: ...
    def __deepcopy__(self, /, _memo: Any) -> Diagnostic: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Diagnostic: ...
    @property
    def code(self, /) -> str:
        """
        What it is about: `byte-limit`, `no-body`, `charset` and others.
        """
    @property
    def message(self, /) -> str:
        """
        The same in words.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class Evidence:
    """
    One piece of evidence for a metadata field, whether it was chosen or not.
    """
    __match_args__: Final[tuple[Literal["value"], Literal["origin"], Literal["source"], Literal["confidence"], Literal["chosen"]]]
    def __copy__(self, /) -> Evidence: ...
    def __deepcopy__(self, /, _memo: Any) -> Evidence: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Evidence: ...
    @property
    def chosen(self, /) -> bool:
        """
        Whether the article's field was taken from it.
        """
    @property
    def confidence(self, /) -> float:
        """
        How far it is trusted, 0 to 1.
        """
    @property
    def origin(self, /) -> str:
        """
        The kind of evidence, `from` in JSON: `json-ld`, `open-graph`, `meta`, `microdata`, `markup`, `text`, `url`, `caller` or another.
        """
    @property
    def source(self, /) -> tuple[SourceSpan, ...]:
        """
        Where it stands in the input, in bytes of what was handed in.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """
    @property
    def value(self, /) -> str:
        """
        The value as this evidence has it.
        """

@final
class Image:
    """
    A picture of the article.
    """
    __match_args__: Final[tuple[Literal["url"], Literal["caption"], Literal["credit"], Literal["alt"], Literal["width"], Literal["height"], Literal["lead"]]]
    def __copy__(self, /) -> Image: ...
    def __deepcopy__(self, /, _memo: Any) -> Image: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Image: ...
    @property
    def alt(self, /) -> str | None:
        """
        The words that stand for it where it cannot be shown.
        """
    @property
    def caption(self, /) -> str | None:
        """
        What is said of it below.
        """
    @property
    def credit(self, /) -> str | None:
        """
        Who took or owns it.
        """
    @property
    def height(self, /) -> int | None:
        """
        Pixels down.
        """
    @property
    def lead(self, /) -> bool:
        """
        Whether it is the article's first picture.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """
    @property
    def url(self, /) -> str:
        """
        Its address, resolved against the page's.
        """
    @property
    def width(self, /) -> int | None:
        """
        Pixels across.
        """

@final
class Input:
    """
    A source together with what is known of it, for `extract_many`.

    The source is `bytes`, a `str`, which is the content itself, or a path such as `pathlib.Path`.
    """
    def __new__(cls, /, source: "bytes | bytearray | memoryview | str | os.PathLike[str]", *, url: str | None = None, media_type: str | None = None, encoding: str | None = None, published: str | None = None, id: str | None = None) -> Input: ...
    def __repr__(self, /) -> str: ...
    @property
    def encoding(self, /) -> str | None:
        """
        The charset that the transport named.
        """
    @property
    def id(self, /) -> str | None:
        """
        What the caller calls it.
        """
    @property
    def media_type(self, /) -> str | None:
        """
        `text/html` or `text/plain`.
        """
    @property
    def published(self, /) -> str | None:
        """
        When it was published: an ISO 8601 date.
        """
    @property
    def source(self, /) -> bytes | bytearray | memoryview | str | PathLike[str]:
        """
        The bytes, the words or the path.
        """
    @property
    def url(self, /) -> str | None:
        """
        The page's address.
        """

@final
class InputInfo:
    """
    What an article was made from.
    """
    __match_args__: Final[tuple[Literal["media_type"], Literal["encoding"], Literal["length"], Literal["url"]]]
    def __copy__(self, /) -> InputInfo: ...
    def __deepcopy__(self, /, _memo: Any) -> InputInfo: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> InputInfo: ...
    @property
    def encoding(self, /) -> str:
        """
        The charset's name in the WHATWG Encoding Standard, in lower case.
        """
    @property
    def length(self, /) -> int:
        """
        How many bytes were handed in.
        """
    @property
    def media_type(self, /) -> str:
        """
        `text/html` or `text/plain`, as told or as sniffed.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """
    @property
    def url(self, /) -> str | None:
        """
        The page's address, where the caller knew it.
        """

@final
class ListItem:
    """
    One item of a list.
    """
    __match_args__: Final[tuple[Literal["span"], Literal["level"], Literal["text"]]]
    def __copy__(self, /) -> ListItem: ...
    def __deepcopy__(self, /, _memo: Any) -> ListItem: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> ListItem: ...
    @property
    def level(self, /) -> int:
        """
        How deep it is nested, 0 for the outermost list.
        """
    @property
    def span(self, /) -> Span:
        """
        Its words' place, those of lists nested in it left out.
        """
    @property
    def text(self, /) -> str:
        """
        Its words.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class Mark:
    """
    A stretch of words within a block that is linked or set apart.
    """
    __match_args__: Final[tuple[Literal["kind"], Literal["span"], Literal["text"], Literal["href"]]]
    def __copy__(self, /) -> Mark: ...
    def __deepcopy__(self, /, _memo: Any) -> Mark: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Mark: ...
    @property
    def href(self, /) -> str | None:
        """
        Where a link leads, resolved against the page's address.
        """
    @property
    def kind(self, /) -> str:
        """
        What it says: `link`, `emphasis`, `strong`, `code`, `strike`, `subscript`, `superscript` or another word.
        """
    @property
    def span(self, /) -> Span:
        """
        Of which words.
        """
    @property
    def text(self, /) -> str:
        """
        The words.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class Mention:
    """
    One place in the text where somebody or something is named.
    """
    __match_args__: Final[tuple[Literal["span"], Literal["kind"], Literal["text"]]]
    def __copy__(self, /) -> Mention: ...
    def __deepcopy__(self, /, _memo: Any) -> Mention: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Mention: ...
    @property
    def kind(self, /) -> str:
        """
        In what way, `as` in JSON: `name`, `surname`, `acronym`, `description`, `pronoun` or another word.
        """
    @property
    def span(self, /) -> Span:
        """
        Where.
        """
    @property
    def text(self, /) -> str:
        """
        The words there.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class Money:
    """
    An amount of money.
    """
    __match_args__: Final[tuple[Literal["amount"], Literal["currency"], Literal["span"], Literal["text"], Literal["raw"], Literal["amount_max"], Literal["per"], Literal["assumed"]]]
    def __copy__(self, /) -> Money: ...
    def __deepcopy__(self, /, _memo: Any) -> Money: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Money: ...
    @property
    def amount(self, /) -> str:
        """
        The amount, or a range's lower end, as an exact decimal: what `decimal.Decimal` takes.
        """
    @property
    def amount_max(self, /) -> str | None:
        """
        A range's upper end.
        """
    @property
    def assumed(self, /) -> bool:
        """
        Whether the words leave the currency open.
        """
    @property
    def currency(self, /) -> str | None:
        """
        ISO 4217 code.
        """
    @property
    def per(self, /) -> str | None:
        """
        What a price is per: "barrel".
        """
    @property
    def raw(self, /) -> str:
        """
        Its words as the annotator read them.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands.
        """
    @property
    def text(self, /) -> str:
        """
        The words there.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class Options:
    """
    What can be asked of an extraction. What is not named is as the library has it by itself.

    `max_bytes`, `max_nodes`, `max_attributes`, `max_depth`, `max_work` are how much one document may cost; `on_limit` is `"partial"`, an article of what was read until then, or `"error"`, a
    `LimitError`. `evidence` and `removals` say whether these are kept, `comments` whether readers' comments are read and not only counted; `dates`, `money`, `people`, `organisations`, `places`, `quotes`,
    `sources` whether they are looked for. `dates_extent` is how far an expression of time reaches: `"expression"` as TimeML marks times in reports, without prepositions; `"phrase"` as assistants take requests,
    "from 4 to 5pm tomorrow" in one; `"auto"` the latter for a note of one short paragraph alone.
    `annotators` are own ones, which run behind the library's. Build it once and share it: the first extraction prepares what the later ones use.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, max_bytes: SupportsIndex | None = None, max_nodes: SupportsIndex | None = None, max_attributes: SupportsIndex | None = None, max_depth: SupportsIndex | None = None, max_work: SupportsIndex | None = None, on_limit: "typing.Literal['partial', 'error'] | None" = None, evidence: bool | None = None, removals: bool | None = None, comments: bool | None = None, dates: bool | None = None, dates_extent: "typing.Literal['auto', 'expression', 'phrase'] | None" = None, money: bool | None = None, people: bool | None = None, organisations: bool | None = None, places: bool | None = None, quotes: bool | None = None, sources: bool | None = None, annotators: "collections.abc.Iterable[Annotator] | None" = None) -> Options: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(json: str, annotators: "tuple[Annotator, ...]") -> Options: ...
    @property
    def annotators(self, /) -> tuple[Annotator, ...]:
        """
        Its own annotators.
        """
    @staticmethod
    def from_json(json: str, *, annotators: "collections.abc.Iterable[Annotator] | None" = None) -> Options:
        """
        Options from JSON, as the command and C take them: an object with `limits`, `extract` and `annotate`, where own words for names and quotes can be added, too.

        Raises `OptionError` for what is not such an object.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        All options but the annotators.
        """
    def to_json(self, /) -> str:
        """
        All options but the annotators, as JSON that `from_json` reads.
        """

@final
class Organisation:
    """
    An organisation of the article; `str()` of it is its name.
    """
    __match_args__: Final[tuple[Literal["name"], Literal["kind"], Literal["mentions"]]]
    def __copy__(self, /) -> Organisation: ...
    def __deepcopy__(self, /, _memo: Any) -> Organisation: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Organisation: ...
    @property
    def kind(self, /) -> str | None:
        """
        What it is.
        """
    @property
    def mentions(self, /) -> tuple[Mention, ...]:
        """
        Every place that names it.
        """
    @property
    def name(self, /) -> str:
        """
        Its fullest name.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class Person:
    """
    A person of the article; `str()` of them is their name.
    """
    __match_args__: Final[tuple[Literal["name"], Literal["role"], Literal["role_span"], Literal["organisation"], Literal["mentions"]]]
    def __copy__(self, /) -> Person: ...
    def __deepcopy__(self, /, _memo: Any) -> Person: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Person: ...
    @property
    def mentions(self, /) -> tuple[Mention, ...]:
        """
        Every place that names them.
        """
    @property
    def name(self, /) -> str:
        """
        The fullest name that the article gives.
        """
    @property
    def organisation(self, /) -> str | None:
        """
        Of what.
        """
    @property
    def role(self, /) -> str | None:
        """
        What they are: "Foreign Minister".
        """
    @property
    def role_span(self, /) -> Span | None:
        """
        Where that stands.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class Place:
    """
    A place of the article; `str()` of it is its name.
    """
    __match_args__: Final[tuple[Literal["name"], Literal["country"], Literal["mentions"]]]
    def __copy__(self, /) -> Place: ...
    def __deepcopy__(self, /, _memo: Any) -> Place: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Place: ...
    @property
    def country(self, /) -> str | None:
        """
        ISO 3166-1 alpha-2 code of its country.
        """
    @property
    def mentions(self, /) -> tuple[Mention, ...]:
        """
        Every place in the text that names it.
        """
    @property
    def name(self, /) -> str:
        """
        Its name.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class Publisher:
    """
    Who published the article.
    """
    __match_args__: Final[tuple[Literal["name"], Literal["url"], Literal["logo"]]]
    def __copy__(self, /) -> Publisher: ...
    def __deepcopy__(self, /, _memo: Any) -> Publisher: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Publisher: ...
    @property
    def logo(self, /) -> str | None:
        """
        Its logo.
        """
    @property
    def name(self, /) -> str | None:
        """
        Its name.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """
    @property
    def url(self, /) -> str | None:
        """
        Its site.
        """

@final
class Quote:
    """
    Something that somebody said.
    """
    __match_args__: Final[tuple[Literal["kind"], Literal["span"], Literal["text"], Literal["parts"], Literal["speaker"], Literal["cue"], Literal["via"], Literal["confidence"]]]
    def __copy__(self, /) -> Quote: ...
    def __deepcopy__(self, /, _memo: Any) -> Quote: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Quote: ...
    @property
    def confidence(self, /) -> float:
        """
        How sure the reading is, 0 to 1.
        """
    @property
    def cue(self, /) -> Cue | None:
        """
        The words that attribute it.
        """
    @property
    def kind(self, /) -> str:
        """
        How it is given: `direct`, `mixed`, `indirect` or another word.
        """
    @property
    def parts(self, /) -> tuple[Span, ...]:
        """
        The stretches of words between the marks (the marks left out), one a paragraph or a side of an interposed attribution.
        """
    @property
    def span(self, /) -> Span:
        """
        The hull of its parts; of a mixed quote the clause that holds them.
        """
    @property
    def speaker(self, /) -> Speaker | None:
        """
        Who said it.
        """
    @property
    def text(self, /) -> str:
        """
        The words of the span.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """
    @property
    def via(self, /) -> Via | None:
        """
        By way of whom it was reported.
        """
    @property
    def words(self, /) -> tuple[str, ...]:
        """
        The words of its parts, without the quote marks and what stands between the parts.
        """

@final
class RecordBatch:
    """
    An Arrow record batch: `pyarrow.record_batch`, `polars.DataFrame`, `pandas.DataFrame.from_arrow`, DuckDB and others read it by the PyCapsule interface, without a copy.

    Offsets in it are UTF-8 bytes of the text, as in the JSON of an article, and its schema's metadata says so.
    """
    def __arrow_c_array__(self, /, requested_schema: "typing.Any" = None) -> "tuple[typing.Any, typing.Any]":
        """
        The batch as a struct array; a schema that is asked for is not cast to, as the interface allows.
        """
    def __arrow_c_schema__(self, /) -> Any: ...
    def __arrow_c_stream__(self, /, requested_schema: "typing.Any" = None) -> Any:
        """
        The batch as a stream of itself; a schema that is asked for is not cast to, as the interface allows.
        """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    @property
    def column_names(self, /) -> tuple[str, ...]:
        """
        The names of its columns, in order.
        """
    @property
    def num_rows(self, /) -> int:
        """
        How many rows it has.
        """
    @property
    def schema(self, /) -> BatchSchema:
        """
        Its schema.
        """

@final
class Removal:
    """
    A part of the input that was left out of the text, and why.
    """
    __match_args__: Final[tuple[Literal["reason"], Literal["source"]]]
    def __copy__(self, /) -> Removal: ...
    def __deepcopy__(self, /, _memo: Any) -> Removal: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Removal: ...
    @property
    def reason(self, /) -> str:
        """
        Why: `navigation`, `related`, `advertising`, `comments` and others.
        """
    @property
    def source(self, /) -> tuple[SourceSpan, ...]:
        """
        Where it stands in the input, in bytes of what was handed in.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class Results:
    """
    The articles of many inputs, in the order of the inputs: an iterator, which works ahead on threads.
    """
    def __iter__(self, /) -> Results: ...
    def __next__(self, /) -> Article | BaseException: ...
    def close(self, /) -> None:
        """
        Ends the work: the threads stop behind the documents that they are at, and there are no more articles.
        """

@final
class Section:
    """
    A heading and what stands below it.
    """
    __match_args__: Final[tuple[Literal["heading"], Literal["blocks"]]]
    def __copy__(self, /) -> Section: ...
    def __deepcopy__(self, /, _memo: Any) -> Section: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Section: ...
    @property
    def blocks(self, /) -> tuple[Block, ...]:
        """
        The blocks below it, up to the next heading.
        """
    @property
    def heading(self, /) -> Block | None:
        """
        The heading; `None` for what stands before the first one.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class Source:
    """
    Somebody or something that the article cites; `str()` of it is its name.
    """
    __match_args__: Final[tuple[Literal["name"], Literal["kind"], Literal["mentions"]]]
    def __copy__(self, /) -> Source: ...
    def __deepcopy__(self, /, _memo: Any) -> Source: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Source: ...
    @property
    def kind(self, /) -> str:
        """
        What it is: `agency`, `media`, `official`, `document`, `unnamed` or another word.
        """
    @property
    def mentions(self, /) -> tuple[Mention, ...]:
        """
        Every place that names it.
        """
    @property
    def name(self, /) -> str:
        """
        Its name or the words that stand for it.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class SourceSpan:
    """
    A stretch of what was handed in, in bytes; of a `str` those of its UTF-8, of a file its own.
    """
    __match_args__: Final[tuple[Literal["start"], Literal["stop"]]]
    def __bool__(self, /) -> bool:
        """
        A span is true, an empty one included: whether there is one is what is asked.
        """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[int]: ...
    def __le__(self, value: object, /) -> bool: ...
    def __len__(self, /) -> int: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, start: SupportsIndex, stop: SupportsIndex) -> SourceSpan: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @property
    def start(self, /) -> int:
        """
        Where it begins.
        """
    @property
    def stop(self, /) -> int:
        """
        Where it ends: the first place behind it.
        """

@final
class Span:
    """
    A stretch of `Article.text` in code points: `article.text[span.start:span.stop]`.
    """
    __match_args__: Final[tuple[Literal["start"], Literal["stop"]]]
    def __bool__(self, /) -> bool:
        """
        A span is true, an empty one included: whether there is one is what is asked.
        """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[int]: ...
    def __le__(self, value: object, /) -> bool: ...
    def __len__(self, /) -> int: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, start: SupportsIndex, stop: SupportsIndex) -> Span: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @property
    def start(self, /) -> int:
        """
        Where it begins.
        """
    @property
    def stop(self, /) -> int:
        """
        Where it ends: the first place behind it.
        """

@final
class Speaker:
    """
    Who said a quote; `str()` of them is their name.
    """
    __match_args__: Final[tuple[Literal["name"], Literal["span"], Literal["text"], Literal["person"], Literal["resolved_by"]]]
    def __copy__(self, /) -> Speaker: ...
    def __deepcopy__(self, /, _memo: Any) -> Speaker: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Speaker: ...
    @property
    def name(self, /) -> str:
        """
        Their fullest name in the article, or the words that stand for them.
        """
    @property
    def person(self, /) -> int | None:
        """
        Which of `Article.people` they are.
        """
    @property
    def resolved_by(self, /) -> str | None:
        """
        How the words were resolved to the person.
        """
    @property
    def span(self, /) -> Span | None:
        """
        The words of the attribution that name them.
        """
    @property
    def text(self, /) -> str | None:
        """
        The words there.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

@final
class TimeExpression:
    """
    A date, time, duration or set in running text, with its TIMEX3 value.
    """
    __match_args__: Final[tuple[Literal["kind"], Literal["value"], Literal["span"], Literal["text"], Literal["raw"], Literal["modifier"], Literal["precision"], Literal["anchor"]]]
    def __copy__(self, /) -> TimeExpression: ...
    def __deepcopy__(self, /, _memo: Any) -> TimeExpression: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> TimeExpression: ...
    @property
    def anchor(self, /) -> str | None:
        """
        What a relative expression was resolved against.
        """
    @property
    def kind(self, /) -> str:
        """
        Its TIMEX3 kind: `date`, `time`, `duration`, `set`.
        """
    @property
    def modifier(self, /) -> str | None:
        """
        The TIMEX3 modifier, `mod` in JSON: `START`, `APPROX`, `BEFORE`.
        """
    @property
    def precision(self, /) -> str | None:
        """
        How exact it is.
        """
    @property
    def raw(self, /) -> str:
        """
        Its words as the annotator read them.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands.
        """
    @property
    def text(self, /) -> str:
        """
        The words there.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """
    @property
    def value(self, /) -> str | None:
        """
        Its TIMEX3 value, ISO 8601 in the precision that the words give; of a range that is one expression `(first moment,moment behind the last,length)`.
        """

@final
class Via:
    """
    By way of whom a quote was reported.
    """
    __match_args__: Final[tuple[Literal["name"], Literal["span"], Literal["text"]]]
    def __copy__(self, /) -> Via: ...
    def __deepcopy__(self, /, _memo: Any) -> Via: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[typing.Any, ...]": ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def _from_state(text: str, json: str) -> Via: ...
    @property
    def name(self, /) -> str:
        """
        Their name.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands.
        """
    @property
    def text(self, /) -> str:
        """
        The words there.
        """
    def to_dict(self, /) -> "dict[str, typing.Any]":
        """
        As the JSON of the article has it: offsets are UTF-8 bytes of the text.
        """
    def to_json(self, /) -> str:
        """
        As the JSON of the article has it, on one line: offsets are UTF-8 bytes of the text.
        """

def batch_schema() -> BatchSchema:
    """
    The schema of the batches that `extract_batch` gives.
    """

def extract(source: "bytes | bytearray | memoryview | str | os.PathLike[str] | Input", *, url: str | None = None, media_type: str | None = None, encoding: str | None = None, published: str | None = None, id: str | None = None, options: Options | None = None) -> Article:
    """
    Reads a page or a text and finds the article in it.

    The source is `bytes`, a `str`, which is the content itself, a path such as `pathlib.Path`, or an `Input`. What is known of it goes with it: the page's `url`; its `media_type`, `text/html` or
    `text/plain`, which is sniffed otherwise; the `encoding` that HTTP named; the ISO 8601 date when it was `published`, which relative dates are resolved against where the article itself has none.

    Raises `InputError` where a file cannot be read, `OptionError` for a charset, date or media type that is none, `LimitError` where the options ask for it. Content that is merely absent is
    `None` and a diagnostic of the article. Other threads run meanwhile.
    """

def extract_batch(data: "typing.Any", urls: "typing.Any" = None, options: Options | None = None, *, threads: SupportsIndex | None = ...) -> RecordBatch:
    """
    The articles of a column of pages or texts, as a record batch of the schema `SCHEMA` with a row for each row: what engines run.

    The column is an array, a chunked array, a series, or a table of one column, of any library that has the Arrow PyCapsule interface: binary or strings, nulls too. `urls`, where given, is a column or
    list of as many addresses. A document that fails is a row whose `status` is `failed` and whose `error` says why, a null one whose `status` is `null`. Engines bring their own processes, so
    `threads` is 1 where nothing is said; `None` is as many as the machine runs at once. Other threads run meanwhile, and Ctrl-C works between documents.
    """

def extract_many(sources: "collections.abc.Iterable[bytes | bytearray | memoryview | str | os.PathLike[str] | Input]", *, media_type: str | None = None, encoding: str | None = None, published: str | None = None, options: Options | None = None, threads: SupportsIndex | None = None, errors: "str" = "keep") -> Results:
    """
    What `dateline.extract_many` is made of: the same without a progress bar.
    """

def json_schema() -> str:
    """
    The JSON Schema of `dateline/1`, which `Article.to_json` prints.
    """
