"""Renders screens with their truth: `python -m tests.training.controls.render web 500 FOLDER --seed 1`."""

import argparse
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.training.controls.samples import Sample

TOOLKITS = ("web", "qt", "gtk3", "gtk4")


def screens(toolkit: str, seed: int, modules: Path, held_out: bool) -> Iterator[Sample]:
    """Yield a toolkit's screens without end, in the looks that are trained on or in those kept aside."""
    match toolkit:
        case "web":
            from tests.training.controls.web.screens import screens as pages

            yield from pages(seed, modules, held_out)
        case "qt":
            from tests.training.controls.qt.screens import screens as windows

            yield from windows(seed, held_out)
        case _:
            from tests.training.controls.gtk.screens import screens as gtk_windows

            yield from gtk_windows(toolkit, seed, held_out)


def render(toolkit: str, many: int, folder: Path, seed: int, modules: Path, held_out: bool) -> None:
    """Write samples into a folder, named by toolkit, seed and number."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, sample in enumerate(islice(screens(toolkit, seed, modules, held_out), many)):
        sample.save(folder / f"{toolkit}-{seed}-{number:05}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("toolkit", choices=TOOLKITS)
    parser.add_argument("many", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--modules", type=Path, default=Path("node_modules"), help="the folder of npm packages")
    parser.add_argument("--held-out", action="store_true", help="the looks that training never sees")
    return parser.parse_args()


if __name__ == "__main__":
    asked = _arguments()
    render(asked.toolkit, asked.many, asked.folder, asked.seed, asked.modules, asked.held_out)
