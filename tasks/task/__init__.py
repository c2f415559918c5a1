"""What a task is: validated data, read from YAML with the places of all mistakes. Knows no agent and no display."""

from tasks.task.content import content_hash
from tasks.task.reading.errors import FileMistake, TaskFileError
from tasks.task.reading.files import ReadFile, find_task_files, read_each, read_task_file, read_tasks
from tasks.task.reading.placeholders import PlaceholderError, with_values
from tasks.task.task import Task, TaskFile, unrepeated
from tasks.task.trust import reasons_for_trust

__all__ = [
    "FileMistake",
    "PlaceholderError",
    "ReadFile",
    "Task",
    "TaskFile",
    "TaskFileError",
    "content_hash",
    "find_task_files",
    "read_each",
    "read_task_file",
    "read_tasks",
    "reasons_for_trust",
    "unrepeated",
    "with_values",
]
