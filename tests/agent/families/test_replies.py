"""Every family's recorded replies become the right actions at the right pixels, whatever the screen."""

from collections.abc import Sequence

import pytest
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import smart_resize

from actions.dialects import dialect_for
from actions.geometry import Rect, View
from actions.schema import Action
from actions.targets import targets
from agent.grounding.places import without_places
from model.families import FAMILIES, family_named
from model.reply import Reply
from tests.agent.families.replies import REPLIES
from tests.agent.families.replies.recorded import Recorded

SCREENS = ((1280, 800), (1920, 1080), (2560, 1440))
RESIZED = {
    "qwen2.5-vl": (4 * 28 * 28, 16384 * 28 * 28),
    "ui-tars-1.5": (100 * 28 * 28, 16384 * 28 * 28),
    "opencua": (3136, 12845056),
    "fara": (3136, 12845056),
}
"""The budgets of those that count in pixels of the resized image, as their own code has them."""
DIVIDED_BY_999 = ("qwen3-vl", "qwen3.5", "evocua", "ui-venus-2", "mai-ui")


def meant(recorded: Recorded, screen: tuple[int, int]) -> Action:
    family = family_named(recorded.family)
    answer = Reply.parse(recorded.reply).answer
    return dialect_for(family.dialect, family.canvas(*screen)).read(answer).action


def own_pixels(recorded: Recorded, screen: tuple[int, int]) -> list[tuple[float, float]]:
    """Return where the family's own code puts its places."""
    width, height = screen
    if budget := RESIZED.get(recorded.family):
        seen_height, seen_width = smart_resize(height, width, 28, *budget)
    else:
        seen_width = seen_height = 999 if recorded.family in DIVIDED_BY_999 else 1000
    shares = [(x, y) if x <= 1 and y <= 1 and budget else (x / seen_width, y / seen_height) for x, y in recorded.at]
    return [(x * width, y * height) for x, y in shares]


def pixels(action: Action, screen: tuple[int, int]) -> list[tuple[int, int]]:
    rect = Rect(0, 0, *screen)
    return [View(rect, (rect,)).pointer_at(box.centre) for box in targets(action)]


def near(found: Sequence[tuple[float, float]], wanted: Sequence[tuple[float, float]], screen: tuple[int, int]) -> bool:
    """Compare to the pixel; the outermost row is never clicked."""
    inside = [(min(max(x, 1), screen[0] - 2), min(max(y, 1), screen[1] - 2)) for x, y in wanted]
    pairs = zip(found, inside, strict=True)
    return all(abs(a[0] - b[0]) <= 1 and abs(a[1] - b[1]) <= 1 for a, b in pairs)


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize("recorded", REPLIES, ids=lambda recorded: f"{recorded.family}: {recorded.source}")
def test_a_reply_is_its_action_at_its_pixels(recorded: Recorded, screen: tuple[int, int]) -> None:
    action = meant(recorded, screen)
    assert without_places(action) == without_places(recorded.action)
    assert near(pixels(action, screen), own_pixels(recorded, screen), screen)


def test_every_family_has_replies_that_say_where_they_are_from() -> None:
    assert {recorded.family for recorded in REPLIES} | {"reader"} == {family.name for family in FAMILIES}
    assert all(recorded.source for recorded in REPLIES)


def test_fara_clicked_where_its_readme_says() -> None:
    recorded = next(recorded for recorded in REPLIES if recorded.family == "fara")
    assert near(pixels(meant(recorded, (1440, 900)), (1440, 900)), [(1083.025, 37.165)], (1440, 900))
