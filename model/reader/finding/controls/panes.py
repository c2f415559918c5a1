"""What can be scrolled on a screen: what stands beside a vertical scrollbar, or beside the two arrows of one."""

from model.reader.scene import Scene
from model.sight.element import Kind
from model.sight.text_line import PixelBox, enclosing

_IN_LINE = 6  # pixels between the middles of a scrollbar's two arrows
_APART = 2.0  # heights of an arrow between the two
_REACH = 6.0  # widths of a scrollbar to its left: there is what it moves


def scrolled_panes(scene: Scene) -> list[PixelBox]:
    """Return a place in each thing that can be scrolled, that of the tallest scrollbar first."""
    seen = [e for e in scene.elements if e.kind is Kind.SCROLLBAR and e.box.height > e.box.width]
    bars = [(bar.box, bar.part_of) for bar in seen] or [(bar, None) for bar in _between_arrows(scene)]
    in_order = sorted(bars, key=lambda bar: (-bar[0].height, bar[0].x1))
    return [pane or _beside(bar) for bar, pane in in_order]


def _between_arrows(scene: Scene) -> list[PixelBox]:
    """Return the scrollbars whose arrows alone were seen: one up, and one down below it."""
    ups, downs = ([e.box for e in scene.elements if e.kind is Kind.ICON and e.name == name] for name in ("up", "down"))
    return [
        enclosing([up, down])
        for up in ups
        for down in downs
        if abs(up.centre[0] - down.centre[0]) <= _IN_LINE and down.y1 - up.y2 >= _APART * up.height
    ]


def _beside(bar: PixelBox) -> PixelBox:
    return PixelBox(max(bar.x1 - _REACH * bar.width, 0), bar.y1, bar.x1, bar.y2)
