"""Places as models write them: in whole thousandths, where other people's records have fractions of them."""

from actions.schema import Action, Box

_BOXES = ("box_2d", "to_box_2d")
_GREATEST = 999


def in_whole_numbers(action: Action, *, as_points: bool = False) -> Action:
    """Return the action with its places in whole thousandths from 0 to 999, as prompts ask for them."""
    boxes = {name: box for name in _BOXES if isinstance(box := getattr(action, name, None), Box)}
    return action.model_copy(update={name: _whole(box, as_point=as_points) for name, box in boxes.items()})


def _whole(box: Box, *, as_point: bool) -> Box:
    edges = (*box.centre, *box.centre) if as_point else box
    return Box(*(float(min(_GREATEST, max(0, round(edge)))) for edge in edges))
