"""Success on whole tasks: those of the suites in the box, and MiniWoB++ from pixels, scored by the pages' own reward.

MiniWoB++'s pages are those of a list, or all: `--pages FILE`, JSON with their names, or with a list of names for each
group. `--out` keeps results and recordings; with the same folder, what was broken off goes on.
"""

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from rich.console import Console

from tasks.live.miniwob.pages import MiniWobError, pages
from tasks.live.miniwob.runs import miniwob_tasks
from tasks.runner.records import Result, Status
from tasks.runner.results import Results
from tasks.runner.selection import SelectionError, read_seeds
from tasks.runner.suite import IN_SCRATCH, Suite, SuiteOptions
from tasks.task import Task, TaskFileError, read_tasks
from tests.benchmarks.output import print_json, print_table
from tests.benchmarks.success import Score, cause_of
from ui.cli.suite.run import Progress

SUITES = Path("tasks/suites")
PAGES = Path(os.environ.get("DESKHAND_DATA", "../shared/data"), "miniwob-tasks.json")
SUITE, MINIWOB = "suite", "MiniWoB++"
COLUMNS = ("tasks", "passed", "of", "rate", "95 % interval", "“done” refused", "errors")

Groups = Mapping[str, Sequence[str]]


def read_groups(path: Path | None) -> Groups:
    """Return the names of MiniWoB++'s pages by their groups."""
    if path is None and not PAGES.exists():
        return {"all pages": list(pages())}
    path = path or PAGES
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        sys.exit(f"The names of the pages cannot be read from {path}: {error}")
    return listed if isinstance(listed, dict) else {"listed": listed}


def play(tasks: Sequence[Task], out: Path, model: str, workers: int) -> list[Result]:
    """Run the tasks, each once, and return their results; those that lie in the folder already are not made again."""
    results = Results(out)
    results.make()
    options = SuiteOptions(model=model, policy=IN_SCRATCH, workers=workers, retries=0)
    suite = Suite(tasks, options, results, trusted=frozenset(task.run_id for task in tasks))
    progress = Progress(Console(stderr=True, highlight=False), len(tasks))
    with progress.shown():
        for result in suite.run(progress, Event()):
            progress.add(result)
    wanted = {task.run_id for task in tasks}
    return [result for result in results if result.id in wanted]


def print_rates(of_suite: Sequence[Result], of_pages: Sequence[Result], groups: Groups, title: str) -> None:
    """Print the rates, MiniWoB++'s for each group too."""
    rows = [Score(of_suite).row(SUITE), Score(of_pages).row(MINIWOB)]
    for group, names in groups.items() if len(groups) > 1 else ():
        inside = [result for result in of_pages if result.name in names]
        rows.append(Score(inside).row(f"  {group}"))
    print_table(title, COLUMNS, rows)


def print_causes(of_suite: Sequence[Result], of_pages: Sequence[Result], out: Path) -> None:
    """Print what failures and errors come from."""
    counted = [
        Counter(cause_of(result, out) for result in some if result.status not in (Status.PASSED, Status.SKIPPED))
        for some in (of_suite, of_pages)
    ]
    causes = sorted({*counted[0], *counted[1]}, key=lambda cause: -sum(count[cause] for count in counted))
    print_table("What failures come from", ("cause", SUITE, MINIWOB), [(c, *(n[c] for n in counted)) for c in causes])


def figures(of_suite: Sequence[Result], of_pages: Sequence[Result]) -> dict[str, object]:
    """Return the rates as shares of 1, or None where nothing was judged."""
    suite, miniwob, both = (Score(some) for some in (of_suite, of_pages, [*of_suite, *of_pages]))
    false_done = both.refused / len(both.claimed) if both.claimed else None
    counts = {"suite": suite.counts(), "miniwob": miniwob.counts()}
    return {"suite": suite.rate, "miniwob": miniwob.rate, "false_done": false_done, "counts": counts}


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object on the last line")
    parser.add_argument("--model", default="reader", help="as for `deskhand run`")
    parser.add_argument("--seeds", default="0-2", help="of MiniWoB++: the first and the last one")
    parser.add_argument("--pages", type=Path, help="the list of MiniWoB++'s pages")
    parser.add_argument("--limit", type=int, help="only the first tasks of the suite, and the first pages")
    parser.add_argument("--workers", type=int, default=1, help="how many at once")
    parser.add_argument("--out", type=Path, help="keep results and recordings in this folder")
    return parser.parse_args()


@contextmanager
def folder(kept: Path | None) -> Iterator[Path]:
    """Yield the folder that is to be kept, or one that is not."""
    if kept:
        yield kept
        return
    with tempfile.TemporaryDirectory() as scratch:
        yield Path(scratch)


def main() -> None:
    options = read_options()
    try:
        groups = read_groups(options.pages)
        names = [name for listed in groups.values() for name in listed][: options.limit]
        episodes = miniwob_tasks(names, read_seeds(options.seeds))
        suite = read_tasks(SUITES)[: options.limit] if SUITES.exists() else []
    except (MiniWobError, SelectionError, TaskFileError) as error:
        sys.exit(str(error))
    with folder(options.out) as out:
        results = play([*suite, *episodes], out, options.model, options.workers)
        ids = {task.run_id for task in suite}
        of_suite = [result for result in results if result.id in ids]
        of_pages = [result for result in results if result.id not in ids]
        title = f"{options.model}: every task once, MiniWoB++ with the seeds {options.seeds}"
        print_rates(of_suite, of_pages, groups, title)
        print_causes(of_suite, of_pages, out)
    if options.json:
        print_json(figures(of_suite, of_pages))


if __name__ == "__main__":
    main()
