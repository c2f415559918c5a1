"""Calls a function of a task and writes what it answered as JSON. Run as a program of its own, which knows no package.

`python -P python_function.py FILE FUNCTION JSON`; what the function prints goes to the errors' stream.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import SimpleNamespace
from typing import Any


def main() -> None:
    """Call the function that the command line names."""
    path, name, told = sys.argv[1:]
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answer:
        os.dup2(2, 1)
        json.dump(_judge(Path(path), name, json.loads(told)), answer)


def _judge(path: Path, name: str, told: dict[str, Any]) -> dict[str, Any]:
    run = SimpleNamespace(home=Path(told["home"]), folder=Path(told["folder"]), answer=told["answer"])
    try:
        return _read(_load(path, name)(run))
    except AssertionError as error:
        return {"held": False, "saw": str(error) or _place(error)}
    except BaseException as error:  # noqa: BLE001 - the boundary to the task's code, `sys.exit` in it included
        return {"fault": f"{type(error).__name__}: {error} ({_place(error)})"}


def _load(path: Path, name: str) -> Callable[[SimpleNamespace], Any]:
    sys.path.insert(0, str(path.parent))
    spec = spec_from_file_location(path.stem, path)
    assert spec is not None, "its name ends in .py"
    assert spec.loader is not None, "its name ends in .py"
    module = module_from_spec(spec)
    sys.modules[path.stem] = module  # dataclasses and pickle look for it there
    spec.loader.exec_module(module)
    functions: dict[str, Callable[[SimpleNamespace], Any]] = vars(module)
    if name not in functions:
        raise LookupError(f"{path.name} has no function {name}")
    return functions[name]


def _read(answer: Any) -> dict[str, Any]:
    """Turn a function's answer into a finding; None is a `return` forgotten, and no answer."""
    if isinstance(answer, bool):
        return {"held": answer, "saw": str(answer)}
    if isinstance(answer, str) and answer:
        return {"held": False, "saw": answer}
    raise TypeError(f"it returned {answer!r} instead of True, False or a text that says what it saw")


def _place(error: BaseException) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"line {last.lineno} of {Path(last.filename).name}"


if __name__ == "__main__":
    main()
