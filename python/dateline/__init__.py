"""News articles in, as web pages or plain text; data one can trace out.

>>> import dateline
>>> article = dateline.extract("OSLO, May 4 (NTB) - A cow left its meadow on Tuesday, a farmer said.")
>>> article.dateline
Dateline('OSLO, May 4 (NTB) -', country='NO', date='XXXX-05-04', agency='NTB')
>>> date = article.dates[-1]
>>> article.text[date.span.start : date.span.stop]
'Tuesday'

``extract`` reads one page or text, ``extract_many`` many on all cores, ``extract_batch`` a column of an Arrow table.
"""

from dateline import _core
from dateline._core import (
    SCHEMA_VERSION,
    Annotation,
    Annotator,
    Article,
    Author,
    BatchSchema,
    Block,
    Cell,
    Comment,
    Comments,
    Crumb,
    Cue,
    Dateline,
    DatelinePlace,
    DateStamp,
    Diagnostic,
    Evidence,
    Image,
    Input,
    InputInfo,
    ListItem,
    Mark,
    Mention,
    Money,
    Options,
    Organisation,
    Person,
    Place,
    Publisher,
    Quote,
    RecordBatch,
    Removal,
    Section,
    Source,
    SourceSpan,
    Span,
    Speaker,
    TimeExpression,
    Via,
    __version__,
    extract,
    extract_batch,
    json_schema,
)
from dateline._errors import (
    AnnotatorError,
    DatelineError,
    InputError,
    InternalError,
    JsonError,
    LimitError,
    OptionError,
)
from dateline._many import extract_many

#: The schema of the batches that ``extract_batch`` gives: ``pyarrow.schema(dateline.SCHEMA)``.
SCHEMA = _core.batch_schema()

__all__ = [
    "SCHEMA",
    "SCHEMA_VERSION",
    "Annotation",
    "Annotator",
    "AnnotatorError",
    "Article",
    "Author",
    "BatchSchema",
    "Block",
    "Cell",
    "Comment",
    "Comments",
    "Crumb",
    "Cue",
    "DateStamp",
    "Dateline",
    "DatelineError",
    "DatelinePlace",
    "Diagnostic",
    "Evidence",
    "Image",
    "Input",
    "InputError",
    "InputInfo",
    "InternalError",
    "JsonError",
    "LimitError",
    "ListItem",
    "Mark",
    "Mention",
    "Money",
    "OptionError",
    "Options",
    "Organisation",
    "Person",
    "Place",
    "Publisher",
    "Quote",
    "RecordBatch",
    "Removal",
    "Section",
    "Source",
    "SourceSpan",
    "Span",
    "Speaker",
    "TimeExpression",
    "Via",
    "__version__",
    "extract",
    "extract_batch",
    "extract_many",
    "json_schema",
]
