"""Fetches the packages whose icons are learned from: npm's icon sets, and Debian's icon themes.

Only a developer who trains fetches them. Nothing of them enters the repository or a release but what a small net has
learned from their looks. Their licences, as the packages state them: MIT (feather, bootstrap, ionicons, eva, phosphor,
iconoir, tabler, fluent, ant-design, coreui, css.gg, majesticons, teenyicons, gravity, heroicons, octicons, boxicons),
ISC (lucide), Apache-2.0 (material, mdi, carbon, unicons, remixicon), CC-BY (fontawesome, codicons, line-awesome),
CC-BY-SA (typicons, adwaita, tango, mate, suru), CC0 (simple-icons), GPL or LGPL (breeze, oxygen, elementary, numix,
paper, faenza, lxde, papirus, deepin, gnome).
"""

import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

FOLDER = Path("build/icons")

_NPM = (
    "feather-icons",
    "lucide-static",
    "bootstrap-icons",
    "@vscode/codicons",
    "ionicons",
    "@mdi/svg",
    "eva-icons",
    "remixicon",
    "iconoir",
    "@fortawesome/fontawesome-free",
    "@phosphor-icons/core",
    "@material-design-icons/svg",
    "@tabler/icons",
    "@fluentui/svg-icons",
    "@carbon/icons",
    "typicons.font",
    "@coreui/icons",
    "@ant-design/icons-svg",
    "@iconscout/unicons",
    "css.gg",
    "@gravity-ui/icons",
    "line-awesome",
    "majesticons",
    "teenyicons",
    "simple-icons",
    "heroicons",
    "@primer/octicons",
    "boxicons",
)
_DEBIAN = (
    "adwaita",
    "breeze",
    "oxygen",
    "numix",
    "tango",
    "gnome",
    "mate",
    "paper",
    "faenza",
    "lxde",
    "papirus",
    "deepin",
    "elementary-xfce",
    "suru",
)

UNSEEN = ("heroicons", "primer_octicons", "boxicons", "elementary-xfce", "suru")
"""Sets that no training sees: what is measured on them holds for icons that nobody has shown it."""


def fetch(folder: Path = FOLDER) -> None:
    """Fetch and unpack what is missing, by npm and apt. Raises `CalledProcessError` where one of them fails."""
    for package in _NPM:
        _once(folder / "npm" / package.strip("@").replace("/", "_"), partial(_from_npm, package))
    for theme in _DEBIAN:
        _once(folder / "deb" / theme, partial(_from_debian, f"{theme}-icon-theme"))


def _once(into: Path, unpack: Callable[[Path], None]) -> None:
    if into.exists():
        return
    unfinished = into.with_name(f"{into.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    unpack(unfinished)
    unfinished.rename(into)
    print(f"fetched {into.name}", file=sys.stderr)


def _from_npm(package: str, into: Path) -> None:
    subprocess.run(["npm", "pack", "--silent", package, "--pack-destination", str(into)], check=True)
    for archive in into.glob("*.tgz"):
        with tarfile.open(archive) as packed:
            packed.extractall(into, filter="data")
        archive.unlink()


def _from_debian(package: str, into: Path) -> None:
    subprocess.run(["apt-get", "download", package], cwd=into, check=True)
    for archive in into.glob("*.deb"):
        subprocess.run(["dpkg", "-x", str(archive), str(into)], check=True)
        archive.unlink()
