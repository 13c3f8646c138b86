"""What is raised where there can be no article. Content that is merely absent is ``None`` and a diagnostic instead."""

from __future__ import annotations

__all__ = [
    "AnnotatorError",
    "DatelineError",
    "InputError",
    "InternalError",
    "JsonError",
    "LimitError",
    "OptionError",
]


class DatelineError(ValueError):
    """The base of all errors of this package."""

    __module__ = "dateline"


class InputError(DatelineError):
    """An input cannot be read: a file that is not there, a ``str`` that is not Unicode, something that is no source at all.

    Its ``__cause__`` is the error that says so.
    """

    __module__ = "dateline"


class LimitError(DatelineError):
    """An input exceeds a limit, and the options ask for an error then: ``Options(on_limit="error")``."""

    __module__ = "dateline"


class OptionError(DatelineError):
    """An option, or what is said of an input (media type, encoding, date), is none."""

    __module__ = "dateline"


class JsonError(DatelineError):
    """JSON that is no article of the schema ``dateline/1``."""

    __module__ = "dateline"


class AnnotatorError(DatelineError):
    """An annotator of one's own raised. Its ``__cause__`` is what it raised."""

    __module__ = "dateline"


class InternalError(DatelineError):
    """A bug in dateline."""

    __module__ = "dateline"
