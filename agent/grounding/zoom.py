"""A closer look: the model is asked again about the part of the screen around its first answer, shown larger.

With half of each side, what it errs by on the image that it is shown is half as much on the screen. Only the place is
taken from the second look: what is to be done was decided on the whole screen.
"""

from actions.schema import Box
from actions.targets import targets
from agent.grounding.asking import Asking, Revision
from agent.grounding.crop import Crop
from agent.grounding.places import agree, distance, placed
from agent.grounding.reply import Heard

SIDE = 0.5
"""Of the screenshot's sides: small enough to tell, and large enough that the target is in it after a fair miss."""


def zoom(asking: Asking, first: Heard) -> Revision | None:
    """Look closer at what the first answer aims at. None where it aims at nothing, or at more than the crop holds."""
    return _look_closer(asking, first, targets(first.parsed.action)) if first.parsed else None


def zoom_if_unsure(asking: Asking, first: Heard) -> Revision | None:
    """Ask a second time as it stands, and look closer only where the two answers disagree."""
    if not first.parsed or not targets(first.parsed.action):
        return None
    again = asking.ask()
    second = again.parsed.action if again.parsed else None
    if second and agree(first.parsed.action, second):
        return Revision(first, first.parsed.action, "A second answer agreed with the first.")
    ours = targets(first.parsed.action)
    both = (*ours, *targets(second))
    around = both if Crop.around(both, SIDE) else ours
    return _look_closer(asking, first, around)


def _look_closer(asking: Asking, first: Heard, around: tuple[Box, ...]) -> Revision | None:
    crop = Crop.around(around, SIDE) if around else None
    if crop is None or first.parsed is None:
        return None
    closer = asking.ask_closer(crop.shown(asking.screenshot)).parsed
    action = first.parsed.action
    if closer is None:
        return Revision(first, action, "The closer look could not be read; the first answer stands.")
    before, seen = targets(action), targets(closer.action)
    if closer.action.action_type != action.action_type or len(seen) != len(before):
        what = closer.action.action_type
        return Revision(first, action, f"The closer look said {what} instead; the first answer stands.")
    after = tuple(crop.to_whole(box) for box in seen)
    moved = f"The closer look moved it by {distance(before, after):.1f} thousandths."
    return Revision(first, placed(action, after), moved)
