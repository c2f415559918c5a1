"""How many images a request shows: servers bound their number, and a context holds only so many."""

from dataclasses import replace

from PIL import Image

from model.base import Message, Part, Request

_LEFT_OUT = "(This screenshot is left out.)"


def image_count(request: Request) -> int:
    """Return how many images the request shows."""
    turns = (request.content, *(message.content for message in request.earlier))
    return sum(isinstance(part, Image.Image) for parts in turns for part in parts)


def with_images(request: Request, most: int) -> Request:
    """Return the request with so many images at the most: the current screenshot, and of the others the latest."""
    spare = image_count(request) - max(most, 1)
    if spare <= 0:
        return request
    others = [part for message in request.earlier for part in message.content if isinstance(part, Image.Image)]
    others += [part for part in request.content if isinstance(part, Image.Image) and part is not request.screenshot]
    dropped = {id(image) for image in others[:spare]}

    def kept(parts: tuple[Part, ...], stand_in: str) -> tuple[Part, ...]:
        shown = tuple(stand_in if id(part) in dropped else part for part in parts)
        return tuple(part for part in shown if part)

    earlier = tuple(Message(turn.role, kept(turn.content, _LEFT_OUT)) for turn in request.earlier)
    return replace(request, content=kept(request.content, ""), earlier=earlier)
