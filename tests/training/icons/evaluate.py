"""Measures the net that the package keeps on sets that no training saw.

    python -m tests.training.icons.evaluate [--worst]

Each picture is shown once, in a size and colours drawn with a fixed seed. `hit` counts the icons of ours that are given
their name, `precision` how many of all names given are right, among them those given to glyphs that are no icon of
ours; `common` is `hit` for what most windows show, and `among` counts those whose name is among the likeliest few.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.sight.icons.classifier import Icons, Names
from tests.training.icons.compose import compose
from tests.training.icons.packages import FOLDER, UNSEEN
from tests.training.icons.samples import Gallery

_SEED = 7
_RARE = frozenset(
    {
        "align center",
        "align left",
        "align right",
        "archive",
        "attach",
        "battery",
        "bluetooth",
        "book",
        "bookmark",
        "bulleted list",
        "calculator",
        "camera",
        "cart",
        "chart",
        "chat",
        "clock",
        "cloud",
        "code",
        "computer",
        "database",
        "exit full screen",
        "external link",
        "filter",
        "flag",
        "gift",
        "globe",
        "grid",
        "headphones",
        "hide",
        "history",
        "inbox",
        "italic",
        "key",
        "keyboard",
        "lightbulb",
        "location",
        "log in",
        "log out",
        "maximize",
        "moon",
        "music",
        "mute",
        "new file",
        "new folder",
        "next track",
        "numbered list",
        "open",
        "palette",
        "phone",
        "pin",
        "power",
        "previous track",
        "shield",
        "show",
        "strikethrough",
        "sun",
        "tag",
        "terminal",
        "thumbs down",
        "thumbs up",
        "underline",
        "unlock",
        "video",
        "wifi",
    }
)
"""What few windows show."""


@dataclass(frozen=True)
class Judged:
    """A picture's set, its name ("" for none of ours) and the names that it may have."""

    icon_set: str
    name: str
    names: Names

    @property
    def given(self) -> str:
        """The name that it was given, if any is sure."""
        return self.names[0].name if self.names and self.names[0].is_sure else ""

    @property
    def among(self) -> bool:
        """Whether its own is among the names that it may have."""
        return any(one.name == self.name for one in self.names)

    @property
    def right(self) -> bool:
        """Whether the name given is the picture's."""
        return self.name == self.given


def judge(gallery: Gallery) -> list[Judged]:
    """Have every picture named by the package's net."""
    random, icons = np.random.default_rng(_SEED), Icons()
    scenes = [compose(picture, random) for picture in gallery.pictures]
    given = [icons.names(scene.pixels, [scene.box])[0] for scene in scenes]
    return [
        Judged(str(icon_set), str(name), found)
        for icon_set, name, found in zip(gallery.sets, gallery.names, given, strict=True)
    ]


def report(gallery: Gallery, worst: bool = False) -> None:
    """Print the measures, set by set."""
    judged = judge(gallery)
    for icon_set in [*sorted({one.icon_set for one in judged}), "all"]:
        _print(icon_set, [one for one in judged if icon_set in (one.icon_set, "all")])
    if worst:
        wrong = Counter((one.name or "(other)", one.given or "(none)") for one in judged if not one.right)
        print(*(f"{count:4} {name} taken for {given}" for (name, given), count in wrong.most_common(60)), sep="\n")


def _print(icon_set: str, judged: Sequence[Judged]) -> None:
    ours = [one for one in judged if one.name]
    common = [one for one in ours if one.name not in _RARE]
    named = [one for one in judged if one.given]
    print(
        f"{icon_set:20} icons {len(ours):5} hit {_part(ours):.3f} common {_part(common):.3f} "
        f"among {sum(one.among for one in ours) / max(1, len(ours)):.3f} "
        f"precision {_part(named):.3f} others named {len([one for one in named if not one.name]):4} "
        f"of {len(judged) - len(ours)}"
    )


def _part(judged: Sequence[Judged]) -> float:
    return sum(one.right for one in judged) / max(1, len(judged))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worst", action="store_true", help="print what is mistaken for what")
    report(Gallery.load(FOLDER / "icons.npz").of(UNSEEN), parser.parse_args().worst)
