"""What a command or a Python function of the task says. Both run code that the task brings, so it has to be trusted."""

import json
import re
import sys
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from actions.processes.environment import child_environment
from tasks.checks import python_function
from tasks.checks.base import BaseCheck, CheckFault, Finding, Unseen
from tasks.checks.fields import Regex
from tasks.checks.files import paths
from tasks.checks.machine import Machine
from tasks.checks.process import Ended, run
from tasks.checks.texts import difference, search, shown

_FUNCTION = re.compile(r"(?P<file>[^:]+\.py):(?P<function>[A-Za-z_]\w*)")
_SECONDS = 10.0

Seconds = Annotated[float, Field(gt=0, le=600)]
Word = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]


class CommandCheck(BaseCheck):
    """A command ends with an exit code, or with any (null), and writes what is asked for. Trusted tasks only.

    It is a list of words, run without a shell in the home, with `TASK_FOLDER` in its environment. A newline at the
    end of its output does not matter. After `seconds` it is ended, with all of its process group.
    """

    kind: ClassVar[str] = "command"
    runs: ClassVar[bool] = True

    command: Annotated[tuple[Word, ...], Field(min_length=1)]
    exit_code: Annotated[int, Field(ge=0, le=255)] | None = 0
    output: str | None = None
    regex: Regex | None = None
    seconds: Seconds = _SECONDS

    @model_validator(mode="after")
    def _asks_one_thing(self) -> "CommandCheck":
        if self.output is not None and self.regex is not None:
            raise ValueError("a check asks for one of them: `output` or `regex`")
        return self

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        if self.output is not None:
            return f"{shown(self.output)} from {self._name}"
        if self.regex is not None:
            return f"text that fits {self.regex} from {self._name}"
        return f"{'an end' if self.exit_code is None else f'exit code {self.exit_code}'} of {self._name}"

    def look(self, machine: Machine) -> Finding:
        """Run the command, and judge how it ended."""
        environment = {**child_environment(machine.environment), "TASK_FOLDER": str(machine.folder)}
        try:
            ended = run(self.command, machine.home, environment, self.seconds)
        except OSError as error:
            raise Unseen(f"{self.command[0]} cannot be started: {error.strerror}", certain=False) from error
        if ended.code is None:
            raise Unseen(f"{self._name} had not ended after {self.seconds:g} seconds", certain=False)
        if self.exit_code not in (None, ended.code):
            return self.found(False, f"{_end(ended.code)}{_said(ended)}")
        return self._judge_output(ended)

    def _judge_output(self, ended: Ended) -> Finding:
        seen = ended.output.removesuffix("\n")
        if self.output is not None:
            wanted = self.output.removesuffix("\n")
            return self.found(seen == wanted, shown(seen) if seen == wanted else difference(wanted, seen))
        if self.regex is not None:
            return self.found(search(self.regex, ended.output) is not None, shown(seen))
        assert ended.code is not None, "it ended in time"
        return self.found(True, _end(ended.code))

    @property
    def _name(self) -> str:
        return f"`{' '.join(self.command)}`"


def _names_function(text: str) -> str:
    if not _FUNCTION.fullmatch(text):
        raise ValueError(f"{text!r} is no function: write it like checks.py:is_saved")
    return text


class PythonCheck(BaseCheck):
    """A function `file.py:function` of the task's folder says that it is so. Trusted tasks only.

    It is given `run` with `home`, `folder` and `answer`, in a process of its own. It returns True or False, or what it
    saw instead of what it wanted, as a text; or raises `AssertionError`.
    """

    kind: ClassVar[str] = "python"
    runs: ClassVar[bool] = True

    python: Annotated[str, AfterValidator(_names_function)]
    seconds: Seconds = _SECONDS

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        return f"{self.python} to hold"

    def look(self, machine: Machine) -> Finding:
        """Call the function; whatever else it does than to answer is a fault of the check."""
        file, function = self.python.rsplit(":", 1)
        told = {"home": str(machine.home), "folder": str(machine.folder), "answer": machine.answer}
        path = str(paths.in_folder(machine, file))
        command = [sys.executable, "-P", python_function.__file__, path, function, json.dumps(told)]
        ended = run(command, machine.home, child_environment(machine.environment), self.seconds)
        if ended.code is None:
            raise CheckFault(f"{self.python} had not returned after {self.seconds:g} seconds.")
        answer = _answer(ended)
        if fault := answer.get("fault"):
            raise CheckFault(f"{self.python} failed: {fault}")
        if "held" not in answer:
            raise CheckFault(f"{self.python} broke off with {_end(ended.code)}{_said(ended)}.")
        return self.found(answer["held"], answer["saw"])


def _answer(ended: Ended) -> dict[str, Any]:
    """Return what the child process wrote; nothing where it broke off before."""
    try:
        answer = json.loads(ended.output)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _end(code: int) -> str:
    return f"exit code {code}" if code >= 0 else f"an end by signal {-code}"


def _said(ended: Ended) -> str:
    """Return the last that a program said of what went wrong."""
    said = (ended.errors.strip() or ended.output.strip()).splitlines()
    return f": {shown(said[-1])}" if said else ""
