"""Kinds of fields that several checks have: a regular expression, a SHA-256, a path."""

from typing import Annotated, TypeAlias

import regex
from pydantic import AfterValidator, Field, StringConstraints


def _compiles(pattern: str) -> str:
    try:
        regex.compile(pattern)
    except (regex.error, OverflowError, RecursionError) as error:
        raise ValueError(f"the regular expression {pattern!r} does not compile: {error}") from error
    return pattern


Regex: TypeAlias = Annotated[str, AfterValidator(_compiles), Field(json_schema_extra={"format": "regex"})]
"""A regular expression that is searched for; `^` and `$` are the text's ends, `(?m)` makes them those of lines."""

Sha256: TypeAlias = Annotated[
    str, StringConstraints(strip_whitespace=True, to_lower=True, pattern=r"^\s*[0-9a-fA-F]{64}\s*$")
]
"""A SHA-256 in hexadecimal."""

Path: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
"""A path; relative ones start at the run's home, and `~` is the home too."""

Whole: TypeAlias = Annotated[int, Field(ge=1, strict=True)]
"""A whole number from 1."""
