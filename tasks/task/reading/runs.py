"""The runs of one task file: one for each row of its table and each of its seeds, with their values put in."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tasks.task.nearest import nearest
from tasks.task.reading.errors import FileMistake, TaskFileError
from tasks.task.reading.placeholders import FOLDER, HOME, MADE_BY, fill, names_in
from tasks.task.reading.table import Row, rows_here, rows_in_file
from tasks.task.reading.tree import START, Items, Leaf, Mapping, Mistake, Tree, plain, unquoted
from tasks.task.reading.validation import validated
from tasks.task.task import LONGEST_NAME, MOST_RUNS, NO_NAME, Expansion, Task, TaskFile

_SEED, _ROW = "seed", "row"
_OWN_NAMES = frozenset((_SEED, _ROW, HOME, FOLDER, *MADE_BY))
_USED_IN_RUN = frozenset(("goal", "set_up", "before_checks", "checks", "solution", "tear_down"))
_AFTER_STEPS = frozenset(("before_checks", "checks", "solution"))


def tasks_of(path: Path, tree: Mapping) -> tuple[list[Task], list[FileMistake]]:
    """Return the runs of a task file, and all that is wrong with them."""
    runs = _Runs(path, tree)
    tasks = runs.tasks()
    return tasks, [*(FileMistake.at(path, mistake) for mistake in runs.mistakes), *runs.mistakes_of_table]


class _Run(NamedTuple):
    row: int | None
    seed: int
    values: dict[str, Tree]


class _Runs:
    def __init__(self, path: Path, tree: Mapping) -> None:
        self._path, self._tree = path, tree
        self._context = {"folder": path.parent}
        said = {key: part for key, part in tree.entries.items() if key not in Expansion.model_fields}
        self._said = Mapping(said, tree.place)
        self._steps = tree.entries.get("steps")
        self._judged: frozenset[str] = frozenset()
        self.mistakes: list[Mistake] = []
        self.mistakes_of_table: tuple[FileMistake, ...] = ()

    def tasks(self) -> list[Task]:
        self._judge_names()
        runs = self._runs()
        wrong: dict[Mistake, list[_Run]] = {}
        tasks = [task for run in runs if (task := self._task(run, wrong))]
        for mistake, where in wrong.items():
            of_row = f" (In row {where[0].row}.)" if len(where) < len(runs) and where[0].row is not None else ""
            self.mistakes.append(Mistake(mistake.place, mistake.sentence + of_row))
        return tasks

    def _runs(self) -> list[_Run]:
        repeated = {key: part for key, part in self._tree.entries.items() if key in Expansion.model_fields}
        expansion = validated(Expansion, Mapping(repeated, self._tree.place, self._tree.keys), self._context).model
        if expansion:  # thousands of seeds are not to be judged again in each of thousands of runs
            self._judged = frozenset(Expansion.model_fields)
        rows, seeds = self._rows(expansion), expansion.seeds if expansion else (0,)
        if len(rows) * len(seeds) > MOST_RUNS:
            self.mistakes.append(Mistake(self._tree.place, f"These are more than {MOST_RUNS} runs."))
            return []
        parameters = repeated.get("parameters")
        common = parameters.entries if isinstance(parameters, Mapping) else {}
        return [_run(common, number, row, seed) for number, row in rows for seed in seeds]

    def _rows(self, expansion: Expansion | None) -> list[tuple[int | None, Row]]:
        table = self._tree.entries.get("table")
        rows = rows_here(table) if table else []
        if expansion and isinstance(expansion.table, str) and table:
            try:
                rows = rows_in_file(self._path.parent / expansion.table, self._path.parent, table.place)
            except TaskFileError as error:
                self.mistakes_of_table = error.mistakes
        return list(enumerate(rows, 1)) or [(None, {})]

    def _task(self, run: _Run, wrong: dict[Mistake, list[_Run]]) -> Task | None:
        filled, unknown = self._filled(run)
        content = validated(TaskFile, filled, self._context)
        unfilled = {mistake.place for mistake in unknown}
        mistakes = [mistake for mistake in content.mistakes if mistake.place not in unfilled]
        if not self.mistakes_of_table:  # the values that are missing stand there
            mistakes += unknown
        for mistake in dict.fromkeys(mistakes):
            wrong.setdefault(mistake, []).append(run)
        return None if unknown or content.model is None else self._made(content.model, run)

    def _made(self, content: TaskFile, run: _Run) -> Task:
        identity = {
            "name": content.name or _name_of(self._path),
            "file": str(self._path.absolute()),
            "row": run.row,
            "seed": run.seed,
            "values": {name: plain(value) for name, value in run.values.items() if name not in _OWN_NAMES},
        }
        said = content.model_dump(mode="json", exclude=set(Expansion.model_fields), exclude_unset=True)
        return Task.model_validate(said | identity)

    def _filled(self, run: _Run) -> tuple[Mapping, list[Mistake]]:
        """Put the run's values into all but what they come from."""
        entries = {key: part for key, part in self._tree.entries.items() if key not in self._judged}
        mistakes: list[Mistake] = []
        asked = _asked(self._all_steps)
        for key, part in self._said.entries.items():
            if key == "steps" and isinstance(part, Items):
                steps = [
                    fill(step, run.values, self._later(part.items[:n]), asked) for n, step in enumerate(part.items)
                ]
                entries[key] = Items(tuple(step.tree for step in steps), part.place)
                mistakes += [mistake for step in steps for mistake in step.mistakes]
            else:
                steps_before = self._all_steps if key in _AFTER_STEPS else ()
                later = self._later(steps_before) if key in _USED_IN_RUN else frozenset[str]()
                entries[key], found = fill(part, run.values, later, asked)
                mistakes += found
        return Mapping(entries, self._tree.place, self._tree.keys), mistakes

    @property
    def _all_steps(self) -> tuple[Tree, ...]:
        return self._steps.items if isinstance(self._steps, Items) else ()

    def _later(self, steps_before: tuple[Tree, ...]) -> frozenset[str]:
        """Return the names that get their values when the task runs, among them the answers asked for before."""
        set_up = self._tree.entries.get("set_up")
        keys = set_up.entries.keys() if isinstance(set_up, Mapping) else set()
        made = {name for name, key in MADE_BY.items() if key in keys}
        return frozenset({HOME, FOLDER} | made | _asked(steps_before))

    def _judge_names(self) -> None:
        """Find the names that are taken, and the values here that nothing uses: there, a name is mistyped."""
        used, taken = set(names_in(self._said)), _OWN_NAMES | _asked(self._all_steps)
        for given in self._given():
            for name, place in given.keys.items():
                if name in taken:
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


def _asked(steps: tuple[Tree, ...]) -> set[str]:
    """Return the names of the answers that steps ask for."""
    names = [step.entries["as"] for step in steps if isinstance(step, Mapping) and {"ask", "as"} <= step.entries.keys()]
    return {name.text for name in names if isinstance(name, Leaf)}


def _run(common: Row, number: int | None, row: Row, seed: int) -> _Run:
    own = {_SEED: unquoted(str(seed), START)} | ({_ROW: unquoted(str(number), START)} if number is not None else {})
    return _Run(number, seed, {**common, **row, **own})


def _name_of(path: Path) -> str:
    stem = path.stem.removesuffix(".task")
    return re.sub(NO_NAME, "-", stem)[:LONGEST_NAME].strip() or "task"
