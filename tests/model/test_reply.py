import pytest

from model.reply import Reply, split_thought


def test_thought_and_answer_are_parted() -> None:
    reply = Reply.parse("<think>it is there</think><answer>Action: DONE()</answer>", tokens=7, seconds=1.5)
    assert (reply.thought, reply.answer) == ("it is there", "Action: DONE()")
    assert (reply.tokens, reply.seconds) == (7, 1.5)


def test_the_raw_text_is_kept() -> None:
    text = "<think>a</think>\n<answer>b</answer><|user|>"
    assert Reply.parse(text).text == text


def test_the_template_may_have_opened_the_thought() -> None:
    assert split_thought("it is there</think><answer>b") == ("it is there", "b")


def test_the_end_of_the_answer_may_be_missing() -> None:
    assert split_thought("<think>a</think><answer>Action: {") == ("a", "Action: {")


@pytest.mark.parametrize("end", ["</answer>", "</answer>\n", "</answer><|user|>", "</answer><|endoftext|>\n", "\n"])
def test_what_follows_the_answer_is_dropped(end: str) -> None:
    assert split_thought(f"<think>a</think><answer>b{end}") == ("a", "b")


def test_a_model_without_answer_tags() -> None:
    assert split_thought("<think>a</think>\nAction: DONE()") == ("a", "Action: DONE()")


def test_a_model_that_does_not_think() -> None:
    assert split_thought("Action: DONE()") == ("", "Action: DONE()")


def test_a_thought_that_never_ended_leaves_no_answer() -> None:
    assert split_thought("<think>on and on: DONE()") == ("on and on: DONE()", "")
    assert split_thought("on and on: DONE()", opened=True) == ("on and on: DONE()", "")


def test_only_the_first_end_of_a_thought_counts() -> None:
    assert split_thought("a</think>type </think> there") == ("a", "type </think> there")


def test_an_answer_that_speaks_of_tags_keeps_them() -> None:
    assert split_thought("a</think><answer>write <answer> and </answer> there</answer>") == (
        "a",
        "write <answer> and </answer> there",
    )


def test_nothing_at_all() -> None:
    assert Reply.parse("") == Reply("", "", "")
