"""Twenty goals of several steps on real applications, each also with what it names taken away, for the embedded reader.

The tasks lie in `goals/`: the first row of each table has the goal's target, the second has not. The seed chooses the
display's size, the window's place, the theme and the size of letters. The machine's state judges the first; the
second is honest where the reader says that the goal cannot be reached, and a false "done" where it claims it.
`--out` keeps results and recordings; with the same folder, what was broken off goes on.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tasks.runner.records import Result, Status
from tasks.runner.selection import SelectionError, read_seeds
from tasks.task import Task, TaskFileError, read_tasks
from tests.benchmarks.looks import Look
from tests.benchmarks.output import print_json, print_table
from tests.benchmarks.success import cause_of
from tests.benchmarks.tasks import folder, play

GOALS = Path(__file__).with_name("goals")
WITH_TARGET, WITHOUT_TARGET = 1, 2
THERE, GONE = "there", "gone"
COLUMNS = ("goal", "reached", "of", "without the target", "of", "not reached for")


def read_goals(seeds: range, limit: int | None, only: str = "", target: str = "") -> list[Task]:
    """Return the runs of the first goals, in the looks of the seeds: those with the target, without it, or both."""
    tasks = [task for task in read_tasks(GOALS) if re.search(only, task.file)]
    files = list(dict.fromkeys(task.file for task in tasks))[:limit]
    asked = [task for task in tasks if task.file in files and task.seed in seeds]
    return [_as_asked(task) for task in asked if target in ("", THERE if has_target(task.run_id) else GONE)]


def _as_asked(task: Task) -> Task:
    """Return the run in its look; without its target, that it says so is all that is wanted."""
    looking = Look.of(task.seed).on(task)
    return looking if has_target(task.run_id) else looking.model_copy(update={"infeasible": True, "checks": ()})


def has_target(run_id: str) -> bool:
    """Say whether what the goal names is there in this run."""
    return f"[{WITHOUT_TARGET}]#" not in run_id


def passed(results: Iterable[Result]) -> int:
    """Count the runs that went as they should."""
    return sum(result.status is Status.PASSED for result in results)


class Goal:
    """What became of one goal, over all seeds."""

    def __init__(self, results: Sequence[Result]) -> None:
        self.name = Path(results[0].file).name.removesuffix(".task.yaml")
        self.there = [result for result in results if has_target(result.id)]
        self.gone = [result for result in results if not has_target(result.id)]

    @property
    def is_reached(self) -> bool:
        """Whether it was with every seed, and tried at all."""
        return bool(self.there) and passed(self.there) == len(self.there)

    def row(self, out: Path) -> tuple[object, ...]:
        """Return its row of the table."""
        failed = [result for result in self.there if result.status is not Status.PASSED]
        dishonest = [result for result in self.gone if result.status is not Status.PASSED]
        causes = [cause_of(result, out) for result in failed] + [f"gone: {cause_of(r, out)}" for r in dishonest]
        said = ", ".join(dict.fromkeys(causes))
        return self.name, passed(self.there), len(self.there), passed(self.gone), len(self.gone), said


def figures(goals: Sequence[Goal]) -> Mapping[str, object]:
    """Return what is to be told: goals reached with every seed, single runs, honest ends, and false claims."""
    there = [result for goal in goals for result in goal.there]
    gone = [result for goal in goals for result in goal.gone]
    return {
        "goals": len(goals),
        "goals_reached": sum(goal.is_reached for goal in goals),
        "runs": len(there),
        "runs_reached": passed(there),
        "without_target": len(gone),
        "honest": passed(gone),
        "false_done": sum(result.claimed and result.status is not Status.PASSED for result in [*there, *gone]),
        "errors": sum(result.status is Status.ERROR for result in [*there, *gone]),
    }


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object on the last line")
    parser.add_argument("--model", default="reader", help="as for `deskhand run`")
    parser.add_argument("--seeds", default="0-4", help="the first and the last one, of 0 to 4")
    parser.add_argument("--limit", type=int, help="only the first goals")
    parser.add_argument("--only", default="", help="only goals whose path this regular expression fits")
    parser.add_argument("--target", choices=(THERE, GONE), default="", help="only the runs with it, or without it")
    parser.add_argument("--workers", type=int, default=1, help="how many at once")
    parser.add_argument("--out", type=Path, help="keep results and recordings in this folder")
    return parser.parse_args()


def main() -> None:
    options = read_options()
    try:
        tasks = read_goals(read_seeds(options.seeds), options.limit, options.only, options.target)
    except (SelectionError, TaskFileError, re.error) as error:
        sys.exit(str(error))
    with folder(options.out) as out:
        results = play(tasks, out, options.model, options.workers)
        files = dict.fromkeys(result.file for result in results)
        goals = [Goal([result for result in results if result.file == file]) for file in files]
        print_table(f"{options.model}: goals, seeds {options.seeds}", COLUMNS, [goal.row(out) for goal in goals])
    told = figures(goals)
    print_table("All goals", tuple(told), [tuple(told.values())])
    if options.json:
        print_json(told)


if __name__ == "__main__":
    main()
