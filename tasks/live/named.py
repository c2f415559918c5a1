"""The tasks that a command line names: our own files, and other people's by `osworld:PATH` and `miniwob:NAME`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tasks.live.miniwob.runs import miniwob_tasks
from tasks.live.osworld import read_each_osworld
from tasks.task import ReadFile, read_each
from tasks.task.reading.files import with_names_of_their_own

MINIWOB, OSWORLD = "miniwob:", "osworld:"


def read_named(paths: Iterable[Path], seeds: range = range(1), *, timed: bool = False) -> list[ReadFile]:
    """Return what paths name: our own, `osworld:PATH`, a `*.json` file alone, which is OSWorld's, and `miniwob:NAME`.

    `seeds` and `timed`, the page's own time limit, are for the last. Raises `TaskFileError` where there is nothing, and
    `MiniWobError`.
    """
    paths = list(paths)
    own = [path for path in paths if not str(path).startswith((MINIWOB, OSWORLD)) and path.suffix != ".json"]
    read = read_each(own) if own else []
    return list(with_names_of_their_own([*read, *_of_others(paths, seeds, timed=timed)]))


def _of_others(paths: Iterable[Path], seeds: range, *, timed: bool) -> Iterator[ReadFile]:
    pages: list[str] = []
    for path in paths:
        name = str(path)
        if name.startswith(MINIWOB):
            pages.append(name.removeprefix(MINIWOB))
        elif name.startswith(OSWORLD):
            yield from read_each_osworld(Path(name.removeprefix(OSWORLD)).expanduser())
        elif path.suffix == ".json":
            yield from read_each_osworld(path)
    if pages:  # together, since several patterns may name one page
        yield ReadFile(Path(MINIWOB), tuple(miniwob_tasks(pages, seeds, timed=timed)))
