"""Judges a workbook by rules and writes an answer as JSON: `python -m tasks.checks.files.workbook.reader QUESTION`.

Run as a program of its own, in little memory: what an application left there may be anything, a bomb among it.
"""

import resource
import sys
import warnings

from tasks.checks.files.workbook.rules import Answer, Question

_MOST_MEMORY = 3 << 30  # bytes


def main() -> None:
    """Answer the question of the command line."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    warnings.simplefilter("ignore")  # of what openpyxl leaves out, which no rule asks for
    question = Question.model_validate_json(sys.argv[1])
    print(_answer(question).model_dump_json())  # noqa: T201 - this is what it is for


def _answer(question: Question) -> Answer:
    try:
        from tasks.checks.files.workbook.judge import judge
    except ModuleNotFoundError as error:
        return Answer(fault=f"{error.name} is missing, which reads workbooks: pip install 'deskhand[osworld]'.")
    try:
        return judge(question)
    except MemoryError:
        return Answer(unread="which needs too much memory")


if __name__ == "__main__":
    main()
