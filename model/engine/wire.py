"""Requests as JSON and back: an OpenAI chat completion, and under `deskhand` what that form has no word for."""

import base64
import binascii
import io
from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import Annotated, Any, Literal

from PIL import Image
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from model.base import Grammar, ModelError, Part, Request, Turn
from model.glm.vision.cache import digest
from model.server.body import data_url

_IMAGE = "data:image/"
_MOST_PIXELS = 16384 * 16384
_KEPT = 8  # URLs of images


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Text(_Value):
    type: Literal["text"]
    text: str


class _Url(_Value):
    url: str


class _Image(_Value):
    type: Literal["image_url"]
    image_url: _Url


_Content = Annotated[_Text | _Image, Field(discriminator="type")]


class _Message(_Value):
    role: Literal["user", "system"]
    content: str | tuple[_Content, ...]


class _Turn(_Value):
    answer: str
    outcome: str = ""
    failed: bool = False
    changed: bool | None = None


class _Grammar(_Value):
    trigger: str
    lark: str
    slices: tuple[str, ...] = ()


class _Own(_Value):
    """What only Deskhand says: `id` names the request for `answer_now`."""

    id: str = ""
    goal: str = ""
    turns: tuple[_Turn, ...] = ()
    grammar: _Grammar | None = None
    thought_tokens: Annotated[int, Field(ge=0)] | None = None
    thought_seconds: Annotated[float, Field(ge=0)] | None = None


class Body(_Value):
    """A chat completion's body."""

    messages: Annotated[tuple[_Message, ...], Field(min_length=1)]
    stream: bool = False
    max_tokens: Annotated[int, Field(ge=1)] | None = None
    deskhand: _Own = _Own()

    @classmethod
    def read(cls, data: bytes) -> "Body":
        """Read JSON. Raises `ModelError` that names the first thing wrong with it."""
        try:
            return cls.model_validate_json(data)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(map(str, first["loc"])) or "the body"
            raise ModelError(f"{place}: {first['msg']}.") from error

    def request(self) -> Request:
        """Return the question. Raises `ModelError` for an image that cannot be read."""
        own = self.deskhand
        parts = tuple(_part(content) for message in self.messages for content in _contents(message))
        images = [part for part in parts if not isinstance(part, str)]
        return Request(
            parts,
            own.goal,
            tuple(Turn(**turn.model_dump()) for turn in own.turns),
            Grammar(**own.grammar.model_dump()) if own.grammar else None,
            images[0] if images else None,
            max_tokens=self.max_tokens,
            thought_tokens=own.thought_tokens,
            thought_seconds=own.thought_seconds,
        )


class Pictures:
    """Images as data: URLs; those written last are kept, since a screen is read ahead and earlier ones come again."""

    def __init__(self) -> None:
        self._urls: OrderedDict[bytes, str] = OrderedDict()
        self._lock = Lock()

    def url(self, image: Image.Image) -> str:
        """Return an image's URL; any thread may call, and waits for one that is at the same image."""
        key = digest(image)
        with self._lock:
            if key not in self._urls:
                self._urls[key] = data_url(image)
            self._urls.move_to_end(key)
            while len(self._urls) > _KEPT:
                self._urls.popitem(last=False)
            return self._urls[key]


def chat_body(request: Request, name: str, request_id: str, pictures: Pictures | None = None) -> dict[str, Any]:
    """Return the body that asks an engine."""
    pictures = pictures or Pictures()
    own = _Own(
        id=request_id,
        goal=request.goal,
        turns=tuple(_Turn(**vars(turn)) for turn in request.turns),
        grammar=_Grammar(**vars(request.grammar)) if request.grammar else None,
        thought_tokens=request.thought_tokens,
        thought_seconds=request.thought_seconds,
    )
    limit = {} if request.max_tokens is None else {"max_tokens": request.max_tokens}
    messages = _messages(request.content, pictures)
    return {"model": name, "messages": messages, "stream": True, **limit, "deskhand": own.model_dump(mode="json")}


def ahead_body(content: Sequence[Part], pictures: Pictures) -> dict[str, Any]:
    """Return the body that lets an engine read what the next request will probably begin with."""
    return {"messages": _messages(content, pictures)}


def _messages(content: Sequence[Part], pictures: Pictures) -> list[dict[str, Any]]:
    return [{"role": "user", "content": [_written(part, pictures) for part in content]}]


def _written(part: Part, pictures: Pictures) -> dict[str, Any]:
    if isinstance(part, str):
        return {"type": "text", "text": part}
    return {"type": "image_url", "image_url": {"url": pictures.url(part)}}


def _contents(message: _Message) -> tuple[_Text | _Image, ...]:
    if isinstance(message.content, str):
        return (_Text(type="text", text=message.content),)
    return message.content


def _part(content: _Text | _Image) -> Part:
    return content.text if isinstance(content, _Text) else _decoded(content.image_url.url)


def _decoded(url: str) -> Image.Image:
    """Return the image of a data: URL; nothing is fetched for anybody."""
    kind, comma, data = url.partition(",")
    if not kind.startswith(_IMAGE) or not kind.endswith(";base64") or not comma:
        raise ModelError("An image has to be a data: URL in base64; other addresses are not fetched.")
    try:
        image = Image.open(io.BytesIO(base64.b64decode(data, validate=True)))
        if image.width * image.height > _MOST_PIXELS:
            raise ModelError("An image is larger than any screen.")
        return image.convert("RGB")
    except (binascii.Error, OSError, ValueError, SyntaxError) as error:
        raise ModelError(f"An image cannot be read: {error}.") from error
