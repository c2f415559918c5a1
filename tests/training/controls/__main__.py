"""Makes the detector of controls from nothing: renders screens, trains, exports, and measures on looks kept aside.

`python -m tests.training.controls`; everything but the net itself lands in `build/controls`, and what was rendered once
is used again.
"""

import argparse
import shutil
import subprocess
from pathlib import Path

from tests.training.controls.evaluate import report
from tests.training.controls.export import export
from tests.training.controls.render import render
from tests.training.controls.train import Course, train

_BUILD = Path("build/controls")
_PACKAGES = Path(__file__).parent / "web" / "package.json"
_TRAINED = {"web": 2000, "qt": 2000, "gtk3": 1500}
_HELD_OUT = {"web": 200, "qt": 200, "gtk3": 200, "gtk4": 200}
"""How many screens of each toolkit. GTK 4 is kept aside as a whole."""


def main() -> None:
    """Render, train, export, measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=100, help="of training")
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    modules = _modules()
    for kept_aside, numbers in ((False, _TRAINED), (True, _HELD_OUT)):
        for toolkit, wanted in numbers.items():
            folder = _folder(toolkit, kept_aside)
            if not folder.is_dir():
                unfinished = folder.with_name(f"{toolkit}.unfinished")
                shutil.rmtree(unfinished, ignore_errors=True)
                render(toolkit, wanted, unfinished, seed=99 if kept_aside else 1, modules=modules, held_out=kept_aside)
                unfinished.rename(folder)
    weights = _BUILD / "controls.pt"
    train(Course([_folder(toolkit, False) for toolkit in _TRAINED], asked.minutes, weights, processes=asked.processes))
    export(weights)
    report([_folder(toolkit, True) for toolkit in _HELD_OUT])


def _folder(toolkit: str, kept_aside: bool) -> Path:
    return _BUILD / ("held-out" if kept_aside else "trained") / toolkit


def _modules() -> Path:
    """Fetch the npm packages of looks and icons, and return their folder."""
    folder = _BUILD / "npm"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(_PACKAGES, folder)
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"]
    subprocess.run(["npm", "install", *options], cwd=folder, check=True)
    return (folder / "node_modules").resolve()


if __name__ == "__main__":
    main()
