"""Reads task files: finds them, puts the values in, and makes a task of each run. Every mistake is told at once."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tasks.task.nearest import nearest
from tasks.task.reading.errors import FileMistake, TaskFileError, one_mistake, read_text
from tasks.task.reading.placeholders import FOLDER, HOME, SERVER, fill, names_in
from tasks.task.reading.table import Row, rows_here, rows_in_file
from tasks.task.reading.tree import START, Items, Leaf, Mapping, Mistake, Tree, plain, unquoted
from tasks.task.reading.validation import validated
from tasks.task.reading.yaml_tree import read_yaml
from tasks.task.task import MOST_RUNS, Expansion, Task, TaskFile

_IS_A_TASK = re.compile(r"^(?:---\s*)?[\"']?(?:goal|steps)[\"']?[ \t]*:", re.MULTILINE)
_SEED, _ROW = "seed", "row"
_OWN_NAMES = frozenset((_SEED, _ROW, HOME, FOLDER, SERVER))


def read_tasks(paths: Path | Iterable[Path]) -> list[Task]:
    """Return every run of the task files, and of those in the folders, in the order of their names.

    Raises `TaskFileError` with all mistakes of all files.
    """
    tasks: list[Task] = []
    mistakes: list[FileMistake] = []
    for path in find_task_files([paths] if isinstance(paths, Path) else paths):
        try:
            tasks += read_task_file(path)
        except TaskFileError as error:
            mistakes += error.mistakes
    mistakes += _same_names(tasks)
    if mistakes:
        raise TaskFileError(mistakes)
    return tasks


def find_task_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files, and those in the folders that are tasks, each once. Raises `TaskFileError` where there is none.

    In a folder, hidden folders left out, tasks are `*.task.yaml` and each other `*.yaml` that has a goal or steps.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        files = sorted(_in_folder(path)) if path.is_dir() else [path]
        if not files:
            raise one_mistake(
                path, "There is no task in this folder: no *.task.yaml and no *.yaml with a goal or steps."
            )
        for file in files:
            found.setdefault(file.resolve(), file)
    return list(found.values())


def _in_folder(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*.y*ml"):
        inside = path.relative_to(folder).parts
        if path.suffix not in (".yaml", ".yml") or any(part.startswith(".") for part in inside) or not path.is_file():
            continue
        if Path(path.stem).suffix == ".task" or _IS_A_TASK.search(path.read_text(encoding="utf-8", errors="replace")):
            yield path


def read_task_file(path: Path) -> list[Task]:
    """Return every run of a task file: one for each row of its table and each of its seeds. Raises `TaskFileError`."""
    tree, mistakes = read_yaml(read_text(path))
    if not isinstance(tree, Mapping):
        mistakes = mistakes or [Mistake(tree.place if tree else START, "A task is keys like `goal: …`, one a line.")]
        raise TaskFileError(FileMistake.at(path, mistake) for mistake in mistakes)
    reading = _Reading(path.absolute(), tree)
    tasks = reading.tasks()
    mistakes += reading.mistakes
    if mistakes:
        raise TaskFileError(FileMistake.at(path, mistake) for mistake in mistakes)
    return tasks


class _Run(NamedTuple):
    row: int | None
    seed: int
    values: dict[str, Tree]


class _Reading:
    """One file being read."""

    def __init__(self, path: Path, tree: Mapping) -> None:
        self._path, self._tree = path, tree
        self._context = {"folder": path.parent}
        self._asked = _asked(tree.entries.get("steps"))
        self.mistakes: list[Mistake] = []

    def tasks(self) -> list[Task]:
        """Return the runs; what is wrong with them is in `mistakes`."""
        self._judge_names()
        runs = self._runs()
        wrong: dict[Mistake, list[_Run]] = {}
        tasks = [task for run in runs if (task := self._task(run, wrong))]
        for mistake, where in wrong.items():
            of_row = f" (In row {where[0].row}.)" if len(where) < len(runs) and where[0].row is not None else ""
            self.mistakes.append(Mistake(mistake.place, mistake.sentence + of_row))
        return tasks

    def _runs(self) -> list[_Run]:
        repeated = {name: self._tree.entries[name] for name in Expansion.model_fields if name in self._tree.entries}
        expansion = validated(Expansion, Mapping(repeated, self._tree.place, self._tree.keys), self._context).model
        rows, seeds = self._rows(expansion), expansion.seeds if expansion else (0,)
        if len(rows) * len(seeds) > MOST_RUNS:
            self.mistakes.append(Mistake(self._tree.place, f"These are more than {MOST_RUNS} runs."))
            return []
        parameters = self._tree.entries.get("parameters")
        common = parameters.entries if isinstance(parameters, Mapping) else {}
        return [_run(common, number, row, seed) for number, row in rows for seed in seeds]

    def _rows(self, expansion: Expansion | None) -> list[tuple[int | None, Row]]:
        table = self._tree.entries.get("table")
        rows = rows_here(table) if table else []
        if expansion and isinstance(expansion.table, str) and table:
            rows = rows_in_file(self._path.parent / expansion.table, self._path.parent, table.place)
        return list(enumerate(rows, 1)) or [(None, {})]

    def _task(self, run: _Run, wrong: dict[Mistake, list[_Run]]) -> Task | None:
        filled, mistakes = self._filled(run)
        content = validated(TaskFile, filled, self._context)
        unfilled = {mistake.place for mistake in mistakes}
        rest = [mistake for mistake in content.mistakes if mistake.place not in unfilled]
        for mistake in dict.fromkeys(mistakes + rest):
            wrong.setdefault(mistake, []).append(run)
        if content.model is None or mistakes:
            return None
        said = content.model.model_dump(mode="json", exclude=set(Expansion.model_fields))
        return Task.model_validate(
            said
            | {
                "name": content.model.name
                or self._path.name.removesuffix(".yaml").removesuffix(".yml").removesuffix(".task"),
                "file": str(self._path),
                "row": run.row,
                "seed": run.seed,
                "values": {name: plain(value) for name, value in run.values.items() if name not in _OWN_NAMES},
            }
        )

    def _filled(self, run: _Run) -> tuple[Mapping, list[Mistake]]:
        """Put the run's values into all but what they come from."""
        entries: dict[str, Tree] = {}
        mistakes: list[Mistake] = []
        for key, part in self._tree.entries.items():
            if key in Expansion.model_fields:
                entries[key] = part
            elif key == "steps" and isinstance(part, Items):
                steps = [fill(step, run.values, self._later(part.items[:n])) for n, step in enumerate(part.items)]
                entries[key] = Items(tuple(step.tree for step in steps), part.place)
                mistakes += [mistake for step in steps for mistake in step.mistakes]
            else:
                entries[key], found = fill(part, run.values, self._later())
                mistakes += found
        return Mapping(entries, self._tree.place, self._tree.keys), mistakes

    def _later(self, before: tuple[Tree, ...] | None = None) -> frozenset[str]:
        """Return the names that get their values when the task runs, after some steps or all."""
        asked = self._asked if before is None else _asked(Items(before, self._tree.place))
        set_up = self._tree.entries.get("set_up")
        served = {SERVER} if isinstance(set_up, Mapping) and "server" in set_up.entries else set()
        return frozenset({HOME, FOLDER} | served | asked)

    def _judge_names(self) -> None:
        """Find the names that are taken, and the values here that nothing uses: there, a name is mistyped."""
        used = set(
            names_in(
                Mapping(
                    {k: v for k, v in self._tree.entries.items() if k not in Expansion.model_fields}, self._tree.place
                )
            )
        )
        for given in self._given():
            for name, place in given.keys.items():
                if name in _OWN_NAMES or name in self._asked:
                    self.mistakes.append(Mistake(place, f"`{name}` has a value of its own: choose another name."))
                elif name not in used:
                    alike = nearest(name, used)
                    meant = f"is `{alike}` meant?" if alike else f"write {{{{{name}}}}} where it belongs."
                    self.mistakes.append(Mistake(place, f"Nothing uses `{name}`; {meant}"))

    def _given(self) -> Iterator[Mapping]:
        table = self._tree.entries.get("table")
        for tree in (self._tree.entries.get("parameters"), *(table.items if isinstance(table, Items) else ())):
            if isinstance(tree, Mapping):
                yield tree


def _asked(steps: Tree | None) -> set[str]:
    """Return the names of the answers that steps ask for."""
    items = steps.items if isinstance(steps, Items) else ()
    names = [step.entries["as"] for step in items if isinstance(step, Mapping) and {"ask", "as"} <= step.entries.keys()]
    return {name.text for name in names if isinstance(name, Leaf)}


def _run(common: Row, number: int | None, row: Row, seed: int) -> _Run:
    own = {_SEED: unquoted(str(seed), START)} | ({_ROW: unquoted(str(number), START)} if number is not None else {})
    return _Run(number, seed, {**common, **row, **own})


def _same_names(tasks: list[Task]) -> Iterator[FileMistake]:
    files: dict[str, str] = {}
    for task in tasks:
        first = files.setdefault(task.run_id, task.file)
        if first != task.file:
            yield FileMistake(
                Path(task.file), 1, 1, f"{first} is called {task.id} too: give one of them another `name`."
            )
