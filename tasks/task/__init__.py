"""What a task is: validated data, read from YAML with the places of all mistakes. Knows no agent and no display."""

from tasks.task.errors import FileMistake, TaskFileError
from tasks.task.placeholders import PlaceholderError, with_values
from tasks.task.reading import find_task_files, read_task_file, read_tasks
from tasks.task.task import Task, TaskFile

__all__ = [
    "FileMistake",
    "PlaceholderError",
    "Task",
    "TaskFile",
    "TaskFileError",
    "find_task_files",
    "read_task_file",
    "read_tasks",
    "with_values",
]
