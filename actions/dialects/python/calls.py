"""Python calls as models write them, read as data: names and literal values, by the parser of Python itself.

Nothing is run: what is no call with literal arguments is refused. Knows no function by name.
"""

import ast
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeGuard

from actions.errors import UnreadableReplyError

_LONGEST = 20_000  # characters
_MOST_CALLS = 64
_BROKEN = (SyntaxError, ValueError, TypeError, RecursionError, MemoryError)
"""What Python's parser raises for a text that it cannot read."""


@dataclass(frozen=True)
class Written:
    """One call: its name without what stands before its last point, its arguments (positional ones named ""), and the
    calls in an argument that is a list of calls."""

    name: str
    arguments: tuple[tuple[str, Any], ...]
    inner: tuple["Written", ...] = ()


def written_calls(code: str) -> list[Written]:
    """Return the calls of a piece of code, in order; imports say nothing. Raises `UnreadableReplyError`."""
    if len(code) > _LONGEST:
        raise UnreadableReplyError(f"The code is longer than {_LONGEST} characters.")
    try:
        body = _parsed(code.strip()).body
        calls = [_call(node) for node in _expressions(body)]
    except _BROKEN as error:
        raise UnreadableReplyError("The code cannot be read: write one call with plain values.") from error
    if len(calls) > _MOST_CALLS:
        raise UnreadableReplyError(f"The code has more than {_MOST_CALLS} calls: write one action.")
    return calls


def _parsed(code: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about backslashes, which are the model's
        return ast.parse(code)


def _expressions(body: list[ast.stmt]) -> Iterator[ast.expr]:
    for statement in body:
        if isinstance(statement, ast.Expr):
            yield statement.value
        elif not isinstance(statement, ast.Import | ast.ImportFrom):
            raise TypeError(type(statement).__name__)


def _call(node: ast.expr) -> Written:
    if not isinstance(node, ast.Call):
        raise TypeError(type(node).__name__)
    inner: tuple[Written, ...] = ()
    arguments: list[tuple[str, Any]] = [("", ast.literal_eval(value)) for value in node.args]
    for keyword in node.keywords:
        if _is_list_of_calls(keyword.value):
            inner += tuple(map(_call, keyword.value.elts))
        else:
            arguments.append((_name_of(keyword), ast.literal_eval(keyword.value)))
    return Written(_called(node.func), tuple(arguments), inner)


def _is_list_of_calls(node: ast.expr) -> TypeGuard[ast.List | ast.Tuple]:
    return isinstance(node, ast.List | ast.Tuple) and any(isinstance(item, ast.Call) for item in node.elts)


def _name_of(keyword: ast.keyword) -> str:
    if keyword.arg is None:
        raise TypeError("**")
    return keyword.arg


def _called(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            raise TypeError(type(function).__name__)
