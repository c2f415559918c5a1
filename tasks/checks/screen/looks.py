"""What stands on the screen, or in a region of it: a text as it is read, or a picture."""

from typing import Annotated, ClassVar, TypeAlias

from PIL import Image
from pydantic import Field, StringConstraints, field_validator
from rapidfuzz import fuzz

from model.sight.locate import find
from model.sight.text_line import PixelBox
from tasks.checks.base import BaseCheck, CheckFault, Finding, Unseen
from tasks.checks.fields import Path
from tasks.checks.files import paths
from tasks.checks.files.picture import open_picture
from tasks.checks.machine import Machine
from tasks.checks.screen.desktop import desktop_of
from tasks.checks.screen.template import Template
from tasks.checks.texts import shown

_Thousandth: TypeAlias = Annotated[float, Field(ge=0, le=1000)]
Region: TypeAlias = tuple[_Thousandth, _Thousandth, _Thousandth, _Thousandth]


class _ScreenCheck(BaseCheck):
    """Something stands on the screen, in a `region` of it: left, top, right, bottom in thousandths."""

    region: Region = (0, 0, 1000, 1000)

    @field_validator("region")
    @classmethod
    def _has_extent(cls, region: Region) -> Region:
        if region[0] >= region[2] or region[1] >= region[3]:
            raise ValueError("a region is [left, top, right, bottom], so the last two numbers are the larger ones")
        return region

    def area(self, screenshot: Image.Image) -> PixelBox:
        """Return the region in a screenshot's pixels."""
        width, height = (length / 1000 for length in screenshot.size)
        x1, y1, x2, y2 = self.region
        return PixelBox(x1 * width, y1 * height, x2 * width, y2 * height)


class ScreenTextCheck(_ScreenCheck):
    """A text is to be read on the screen. Spaces, case and the slips of reading do not matter."""

    kind: ClassVar[str] = "screen_text"

    screen_text: Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        return f"{shown(self.screen_text)} on the screen"

    def look(self, machine: Machine) -> Finding:
        """Read the screen, and look for the text in the region."""
        with desktop_of(machine) as desktop:
            screenshot = desktop.screenshot()
            lines = desktop.lines(screenshot)
        area = self.area(screenshot)
        lines = [line for line in lines if line.box.overlaps(area)]
        matches = [match for match in find(self.screen_text, lines) if area.has(match.box.centre)]
        if matches:
            return self.found(True, shown(min(matches, key=lambda match: match.rank).line.text), screenshot)
        if not lines:
            return self.found(False, "no text", screenshot)
        nearest = max(lines, key=lambda line: fuzz.ratio(line.text.casefold(), self.screen_text.casefold()))
        return self.found(False, f"{len(lines)} lines, the most alike {shown(nearest.text)}", screenshot)


class ScreenPictureCheck(_ScreenCheck):
    """A picture of the task's folder is to be seen on the screen, as large as it is or up to twice that."""

    kind: ClassVar[str] = "screen_picture"

    screen_picture: Path

    @property
    def wanted(self) -> str:
        """What holds when the check does."""
        return f"the picture {self.screen_picture} on the screen"

    def look(self, machine: Machine) -> Finding:
        """Look for the picture in the region."""
        template = self._template(machine)
        with desktop_of(machine) as desktop:
            screenshot = desktop.screenshot()
        area = self.area(screenshot)
        found = template.find(screenshot.crop((round(area.x1), round(area.y1), round(area.x2), round(area.y2))))
        if found.box is None:
            return self.found(False, f"nothing like it (the closest is {found.likeness:.0%} alike)", screenshot)
        place = found.box.moved(round(area.x1), round(area.y1))
        return self.found(True, f"it at {place.x1:.0f}, {place.y1:.0f}", screenshot)

    def _template(self, machine: Machine) -> Template:
        """Return the task's picture; it is the task's fault where there is none to look for."""
        path = paths.in_folder(machine, self.screen_picture)
        try:
            return Template(open_picture(paths.read(path), path.name))
        except Unseen as unseen:
            raise CheckFault(f"The picture to look for is missing or damaged: {unseen.saw}.") from unseen
        except ValueError as error:
            raise CheckFault(f"The picture {self.screen_picture} cannot be looked for: {error}.") from error
