"""From what a model wrote to what it meant: the real dialects and parsers, and for others' replies a bare place too."""

import re

from actions.dialects import dialect_for
from actions.dialects.base import Dialect
from actions.dialects.glm_json import GLM_JSON
from actions.dialects.qwen import QWEN
from actions.errors import UnreadableReplyError
from actions.schema import Action, Box, Click
from model.base import ModelError
from model.families import OTHER, Family, family_named
from model.reply import Reply
from tasks.recorded.predictions.prediction import Header, Predicted, Prediction
from tasks.recorded.steps import Screenshot

_NUMBERS = r"\s*(\d+(?:\.\d+)?)\s*,\s*(\d+(?:\.\d+)?)\s*(?:,\s*(\d+(?:\.\d+)?)\s*,\s*(\d+(?:\.\d+)?)\s*)?"
_BARE_PLACE = re.compile(rf"[\[(<]{_NUMBERS}[\])>]")
_LONGEST = 200_000  # characters


def read_prediction(prediction: Prediction, header: Header | None, screenshot: Screenshot) -> Predicted:
    """Return what a prediction means.

    Replies under a header that names a dialect are read in it, as in a run. Others may be in any, or name just a place
    `[x,y]` or a box `[x1,y1,x2,y2]` in thousandths. Raises `BadRecordError` where the screenshot's size is needed, for
    coordinates in pixels of the image as sent, and cannot be had.
    """
    if prediction.action is not None:
        return Predicted(prediction.action)
    if prediction.pixels is not None:
        return Predicted(pixels=prediction.pixels)
    if prediction.calls is not None:
        return Predicted(calls=prediction.calls)
    answer = Reply.parse(prediction.reply or "").answer
    try:
        if header and header.dialect:
            return Predicted((dialect_on(screenshot, header.dialect, _family(header.family)).read(answer).action,))
        return Predicted((_in_any_dialect(answer),))
    except UnreadableReplyError as error:
        return Predicted(complaint=str(error))


def dialect_on(screenshot: Screenshot, name: str, family: Family) -> Dialect:
    """Return the dialect for a screenshot, whose size matters where coordinates are pixels of it as it is sent."""
    return dialect_for(name, family.canvas(*screenshot.size) if family.grid else family.canvas_to)


def _family(name: str) -> Family:
    try:
        return family_named(name)
    except ModelError:
        return OTHER


def _in_any_dialect(answer: str) -> Action:
    try:
        return GLM_JSON.read(answer).action  # it reads all of GLM's
    except UnreadableReplyError as error:
        complaint = error
    try:
        return QWEN.read(answer).action
    except UnreadableReplyError:
        return _bare_place(answer, complaint)


def _bare_place(answer: str, complaint: UnreadableReplyError) -> Action:
    """Return a click on the one place that the answer names. Raises the complaint where it names none, or two."""
    places = {tuple(float(n) for n in found if n) for found in _BARE_PLACE.findall(answer[:_LONGEST])}
    if len(places) != 1:
        raise complaint
    numbers = places.pop()
    if max(numbers) > 1000:
        raise UnreadableReplyError(f"The place {list(numbers)} lies outside 0 to 1000: thousandths are meant.")
    x1, y1, x2, y2 = numbers if len(numbers) == 4 else numbers * 2
    return Click(box_2d=Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)))
