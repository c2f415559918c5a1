"""What a server is asked: everything in its place, nothing that only some servers know among the rest."""

import base64
import io

import pytest
from llguidance import LLMatcher, LLTokenizer, grammar_from
from PIL import Image

from actions.dialects import DIALECTS
from actions.dialects.base import Dialect
from actions.dialects.qwen import QWEN
from model.base import Grammar, Request
from model.families import OTHER, family_named
from model.server.body import answer_grammar, chat_body, extensions
from model.server.settings import ServerSettings

IMAGE = Image.effect_noise((61, 43), 80).convert("RGB")
GRAMMAR = Grammar("Action:", 'start: " {" /[a-z]+/ "}" ("\\n</answer>")?')
REQUEST = Request(content=(IMAGE, "Look."), goal="g", grammar=GRAMMAR)
AUTO = ServerSettings(grammar="auto")


def image_in(part: dict[str, dict[str, str]]) -> Image.Image:
    head, data = part["image_url"]["url"].split(",")
    assert head == "data:image/png;base64"
    return Image.open(io.BytesIO(base64.b64decode(data)))


def test_one_user_turn_holds_images_and_text_in_order() -> None:
    [message] = chat_body(REQUEST, "glm", OTHER, ServerSettings())["messages"]
    image, text = message["content"]
    assert message["role"] == "user"
    assert image_in(image).tobytes() == IMAGE.tobytes()
    assert text == {"type": "text", "text": "Look."}


def test_an_image_for_a_family_of_pixels_is_sent_at_the_size_it_is_seen_at() -> None:
    body = chat_body(REQUEST, "qwen", family_named("qwen2.5-vl"), ServerSettings())
    assert image_in(body["messages"][0]["content"][0]).size == (56, 56)


def test_transparency_is_not_sent() -> None:
    request = Request(content=(Image.new("RGBA", (8, 8)),), goal="g")
    assert image_in(chat_body(request, "glm", OTHER, AUTO)["messages"][0]["content"][0]).mode == "RGB"


def test_settings_arrive() -> None:
    body = chat_body(REQUEST, "glm", OTHER, ServerSettings(max_tokens=5, temperature=0.5))
    assert (body["model"], body["max_tokens"], body["temperature"], body["stream"]) == ("glm", 5, 0.5, True)


def test_special_tokens_are_kept() -> None:
    assert extensions(REQUEST, "", ServerSettings())["skip_special_tokens"] is False


@pytest.mark.parametrize(
    ("engine", "fields"),
    [
        ("vllm", {"structured_outputs": {"grammar": answer_grammar(GRAMMAR)}}),
        ("sglang", {"ebnf": answer_grammar(GRAMMAR)}),
        ("llamacpp", {}),
    ],
)
def test_the_grammar_goes_where_the_engine_looks_for_it(engine: str, fields: dict[str, object]) -> None:
    plain = extensions(REQUEST, engine, ServerSettings())
    assert extensions(REQUEST, engine, AUTO) == plain | fields


@pytest.mark.parametrize(
    ("answer", "fits", "ends"),
    [
        ("Memory: none\nReason: because\nAction: {click}", True, True),
        ("Action: {click}\n</answer>", True, True),
        ("Memory: none\n", True, False),
        ("Action: click it", False, False),
        ("Action: {click} Action: {wait}", False, False),
    ],
)
def test_both_engines_backend_holds_the_answer_to_the_grammar_from_its_trigger(
    answer: str, fits: bool, ends: bool
) -> None:
    # vLLM's guidance and SGLang's llguidance backends read grammars by this very call.
    grammar, tokenizer = grammar_from("grammar", answer_grammar(GRAMMAR)), LLTokenizer("byte")
    matcher = LLMatcher(tokenizer, grammar, log_level=0)
    assert matcher.consume_tokens(tokenizer.tokenize_str(answer)) is fits
    assert (fits and matcher.is_accepting()) is ends


@pytest.mark.parametrize("dialect", [*DIALECTS.values(), QWEN], ids=lambda dialect: dialect.name)
def test_every_dialects_grammar_can_be_sent(dialect: Dialect) -> None:
    grammar = grammar_from("ebnf", answer_grammar(Grammar(dialect.trigger, dialect.grammar())))
    assert LLMatcher.validate_grammar(grammar, LLTokenizer("byte")) == ""
