"""Puts one question to a model in some way, and answers as GLM writes them."""

from collections.abc import Callable
from threading import Event

from PIL import Image

from actions.dialects.base import Dialect
from actions.dialects.glm_json import GLM_JSON
from actions.schema import Action, Box, Click
from agent.grounding.grounded import grounded
from agent.grounding.reply import GroundedReply
from agent.grounding.way import Way
from agent.history import History
from agent.prompt.builder import PromptBuilder
from model.base import Model
from model.sight.ocr import Ocr


def said(action: Action, thought: str = "I see it.", reason: str = "It is there.", dialect: Dialect = GLM_JSON) -> str:
    return f"<think>{thought}</think><answer>Memory: None\nReason: {reason}\nAction: {dialect.write(action)}</answer>"


def click_at(x: float, y: float) -> Click:
    return Click(box_2d=Box.at(x, y))


def answer(
    model: Model,
    way: str,
    image: Image.Image,
    *,
    goal: str = "press it",
    dialect: Dialect = GLM_JSON,
    ocr: Ocr | None = None,
    stop: Event | None = None,
    on_text: Callable[[str], None] = lambda _text: None,
) -> GroundedReply:
    request = PromptBuilder(dialect).build(goal, History(), image)
    with grounded(model, Way.parse(way), lambda _image: dialect, ocr) as asked:
        reply = asked.generate(request, on_text, stop or Event())
    assert isinstance(reply, GroundedReply)
    return reply


def action_of(reply: GroundedReply) -> Action:
    assert reply.parsed is not None
    return reply.parsed.action
