"""Fetches the packages whose icons are learned from: npm's icon sets, some in Iconify's form, and Debian's themes.

Only a developer who trains fetches them. Nothing of them enters the repository or a release but what a small net has
learned from their looks. Their licences, as the packages state them: MIT (feather, bootstrap, ionicons, eva, phosphor,
iconoir, tabler, fluent, ant-design, coreui, css.gg, majesticons, teenyicons, gravity, heroicons, octicons, boxicons,
akar, clarity, ep, f7, flat-color, hugeicons, icons8, jam, prime, qlementine, radix, tdesign), ISC (lucide), Apache-2.0
(material, mdi, carbon, unicons, remixicon, icon-park, mingcute, vaadin), CC-BY (fontawesome, codicons, line-awesome,
basil, ci, solar), CC-BY-SA (typicons, adwaita, tango, mate, suru, moka), CC0 (simple-icons), Unlicense (system-uicons),
GPL or LGPL (breeze, oxygen, elementary, numix, paper, faenza, lxde, papirus, deepin, gnome, faba, obsidian, mint-y,
yaru, dashicons).
"""

import json
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
_ICONIFY = (
    "akar-icons",
    "basil",
    "ci",
    "clarity",
    "dashicons",
    "ep",
    "f7",
    "flat-color-icons",
    "fluent-color",
    "fluent-mdl2",
    "hugeicons",
    "icon-park",
    "icons8",
    "jam",
    "material-symbols",
    "mingcute",
    "prime",
    "qlementine-icons",
    "radix-icons",
    "solar",
    "system-uicons",
    "tdesign",
    "vaadin",
)
_DEBIAN = (
    "adwaita-icon-theme",
    "breeze-icon-theme",
    "oxygen-icon-theme",
    "numix-icon-theme",
    "tango-icon-theme",
    "gnome-icon-theme",
    "mate-icon-theme",
    "paper-icon-theme",
    "faenza-icon-theme",
    "lxde-icon-theme",
    "papirus-icon-theme",
    "deepin-icon-theme",
    "faba-icon-theme",
    "moka-icon-theme",
    "obsidian-icon-theme",
    "gnome-colors-common",
    "gnome-icon-theme-gartoon",
    "gnome-icon-theme-nuovo",
    "gnome-icon-theme-suede",
    "gnome-icon-theme-yasis",
    "mint-y-icons",
    "yaru-theme-icon",
    "elementary-xfce-icon-theme",
    "suru-icon-theme",
)

THEMES = frozenset(package.removesuffix("-icon-theme") for package in _DEBIAN)
"""The sets of desktops, many of them in colours; all others are for pages."""

UNSEEN = ("heroicons", "primer_octicons", "boxicons", "elementary-xfce", "suru")
"""Sets that no training sees: what is measured on them holds for icons that nobody has shown it."""


def fetch(folder: Path = FOLDER) -> None:
    """Fetch and unpack what is missing, by npm and apt. Raises `CalledProcessError` where one of them fails."""
    for package in _NPM:
        _once(folder / "npm" / package.strip("@").replace("/", "_"), partial(_from_npm, package))
    for collection in _ICONIFY:
        _once(folder / "npm" / collection, partial(_from_iconify, f"@iconify-json/{collection}"))
    for package in _DEBIAN:
        _once(folder / "deb" / package.removesuffix("-icon-theme"), partial(_from_debian, package))


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


def _from_iconify(package: str, into: Path) -> None:
    """Unpack a collection, which is one file of JSON, to a picture file an icon."""
    _from_npm(package, into)
    collection = json.loads((into / "package/icons.json").read_text("utf-8"))
    usual = {"left": 0, "top": 0, "width": collection.get("width", 16), "height": collection.get("height", 16)}
    for name, icon in collection["icons"].items():
        left, top, width, height = (icon.get(side, usual[side]) for side in ("left", "top", "width", "height"))
        view = f'xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}"'
        (into / f"{name}.svg").write_text(f"<svg {view}>{icon['body']}</svg>", "utf-8")


def _from_debian(package: str, into: Path) -> None:
    subprocess.run(["apt-get", "download", package], cwd=into, check=True)
    for archive in into.glob("*.deb"):
        subprocess.run(["dpkg", "-x", str(archive), str(into)], check=True)
        archive.unlink()
