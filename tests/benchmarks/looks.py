"""In which look a task's windows are shown: their place, the theme, the size of letters. Knows no goals."""

from dataclasses import dataclass
from random import Random

from tasks.task import Task
from tasks.task.set_up import Launch, SetUp, TextFile, Window
from tasks.task.task import Size

THEMES = ("Adwaita", "Orchis-Dark", "Yaru", "Adwaita:dark", "Arc")
SCALES = (1.0, 1.25, 1.1, 1.5, 1.0)
DISPLAYS = (Size(1280, 800), Size(1366, 768), Size(1440, 900), Size(1600, 1000), Size(1280, 1024))
_LEAST, _MOST = 640, 920
"""How wide and high a window can be, in thousandths of its room."""


@dataclass(frozen=True)
class Look:
    """A look, by the seed that chance begins with; GTK's themes are of Debian's packages."""

    seed: int
    theme: str
    scale: float
    display: Size

    @classmethod
    def of(cls, seed: int) -> "Look":
        """Return the look of a seed; any five that follow each other have all themes and sizes."""
        return cls(seed, THEMES[seed % 5], SCALES[seed % 5], DISPLAYS[seed % 5])

    def on(self, task: Task) -> Task:
        """Return the task with this look."""
        return task.model_copy(update={"display": self.display, "set_up": self._set_up(task.set_up)})

    def _set_up(self, set_up: SetUp) -> SetUp:
        chance = Random(self.seed)
        return set_up.model_copy(
            update={
                "environment": {**set_up.environment, **self._environment()},
                "files": {**set_up.files, ".gtkrc-2.0": TextFile(text=self._gtk_2())},
                "launch": tuple(_placed(launch, chance) for launch in set_up.launch),
            }
        )

    def _environment(self) -> dict[str, str]:
        scale = f"{self.scale:g}"
        return {"GTK_THEME": self.theme, "GDK_DPI_SCALE": scale, "QT_SCALE_FACTOR": scale}

    def _gtk_2(self) -> str:
        """Return the settings of applications that are still made with GTK 2, which know no such variables."""
        theme = self.theme.replace(":", "-")
        return f'gtk-theme-name="{theme}"\ngtk-font-name="Sans {round(10 * self.scale)}"\n'


def _placed(launch: Launch, chance: Random) -> Launch:
    """Return what is launched with its window somewhere in the room that its task leaves it, all of it in sight."""
    window = launch.window or Window(title="*")
    room = window.geometry if isinstance(window.geometry, tuple) else (0, 0, 1000, 1000)
    (left, right), (top, bottom) = (_within(room[side], room[side + 2], chance) for side in (0, 1))
    placed = window.model_copy(update={"geometry": (left, top, right, bottom)})
    return launch.model_copy(update={"window": placed})


def _within(start: float, end: float, chance: Random) -> tuple[float, float]:
    """Return where most of a stretch begins and ends."""
    length = (end - start) * chance.randint(_LEAST, _MOST) / 1000
    begin = chance.uniform(start, end - length)
    return begin, begin + length
