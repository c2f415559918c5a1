"""Chunks add up to one raw text, whichever way a server parts thought and answer."""

import json
from typing import Any

import pytest

from model.base import ModelError
from model.server.chunk import Chunk, Transcript
from model.server.errors import TransientError


def transcript_of(*deltas: dict[str, Any], finish: str = "stop") -> Transcript:
    transcript = Transcript()
    for delta in deltas:
        transcript.add(Chunk.read(json.dumps({"choices": [{"delta": delta}]})))
    transcript.add(Chunk.read(json.dumps({"choices": [{"delta": {}, "finish_reason": finish}]})))
    return transcript


INLINE = ({"content": "<think>Look"}, {"content": " there.</think>"}, {"content": "<answer>Go</answer>"})
FIELDS = [
    ({field: "Look", "content": None}, {field: " there."}, {"content": "<answer>Go"}, {"content": "</answer>"})
    for field in ("reasoning_content", "reasoning")
]


@pytest.mark.parametrize("deltas", [INLINE, *FIELDS])
def test_thoughts_inline_and_in_a_field_end_as_the_same_reply(deltas: tuple[dict[str, Any], ...]) -> None:
    reply = transcript_of(*deltas).reply(1.5, thinks=True)
    assert (reply.text, reply.thought, reply.answer, reply.seconds) == (
        "<think>Look there.</think><answer>Go</answer>",
        "Look there.",
        "Go",
        1.5,
    )


def test_both_fields_with_the_same_thought_are_taken_once() -> None:
    reply = transcript_of({"reasoning_content": "Hm", "reasoning": "Hm"}, {"content": "Go"}).reply(0, thinks=True)
    assert reply.thought == "Hm"


def test_a_thought_cut_at_the_token_limit_is_no_answer() -> None:
    reply = transcript_of({"content": 'I might do Action: {"action_type": "done"}'}, finish="length").reply(
        0, thinks=True
    )
    assert (reply.answer, reply.thought[:7]) == ("", "I might")


def test_a_model_that_does_not_think_may_be_cut_in_its_answer() -> None:
    assert transcript_of({"content": "Go th"}, finish="length").reply(0, thinks=False).answer == "Go th"


def test_a_thought_in_a_field_that_never_ends_leaves_the_answer_empty() -> None:
    assert transcript_of({"reasoning": "Action: click"}).reply(0, thinks=True).answer == ""


def test_tokens_are_the_servers_count_or_else_the_pieces() -> None:
    transcript = transcript_of({"content": "a"}, {"content": "b"})
    counted = transcript.reply(0, thinks=False).tokens
    transcript.add(Chunk.read('{"choices": [], "usage": {"completion_tokens": 41}}'))
    assert (counted, transcript.reply(0, thinks=False).tokens) == (2, 41)


@pytest.mark.parametrize(
    "data", ["", "{", "[]", "null", '{"choices": "x"}', '{"choices": [{"delta": {"content": 3}}]}']
)
def test_an_event_that_cannot_be_read_is_not_skipped(data: str) -> None:
    with pytest.raises(TransientError):
        Chunk.read(data)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ({"message": "out of memory", "code": 500}, TransientError),
        ({"message": "slow down", "code": "429"}, TransientError),
        ({"message": "too long", "code": 400}, ModelError),
        ("upset", TransientError),
    ],
)
def test_an_error_in_mid_stream_says_whether_asking_again_helps(error: Any, kind: type[Exception]) -> None:
    with pytest.raises(kind, match=error["message"] if isinstance(error, dict) else error):
        Chunk.read(json.dumps({"error": error}))
