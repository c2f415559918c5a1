"""Where on the screenshot an action aims."""

from actions.schema import Action, Box, Click, Drag, Hover, LongPress, Scroll, TypeText


def targets(action: Action | None) -> tuple[Box, ...]:
    """Return the boxes that the action aims at, in order; none where it acts on what has the focus."""
    match action:
        case Click(box_2d=box) | LongPress(box_2d=box) | Hover(box_2d=box):
            return (box,)
        case Drag(box_2d=start, to_box_2d=end):
            return start, end
        case TypeText(box_2d=Box() as box) | Scroll(box_2d=Box() as box):
            return (box,)
    return ()
