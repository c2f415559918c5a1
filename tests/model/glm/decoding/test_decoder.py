"""The decoder beside transformers' own network: whole prompts, chunks, single tokens, several at once."""

from collections.abc import Sequence

import pytest
import torch
from PIL import Image

from model.glm.decoding.attention import CACHE_BLOCK, Reach, cached_attention, chunk_attention
from model.glm.decoding.decoder import Chunk, Decoder
from model.glm.decoding.kernels import Kernels
from model.glm.foreign import Network
from model.glm.prompt.embeddings import embed_prompt, keys_of, places_of
from model.glm.settings import GlmSettings, no_progress
from model.glm.vision.input import PatchShape, vision_input
from model.glm.weights.loader import place
from tests.model.glm.tiny_checkpoint import byte_tokenizer, random_network, tiny_config
from tests.model.glm.vision.test_tower import PROCESSOR, as_processed

TOKENIZER = byte_tokenizer()
SHAPE = PatchShape.of(PROCESSOR, 1000)
CPU = torch.device("cpu")
REPLY = [70, 80, 90, 70, 60]


def network() -> Network:
    return random_network(tiny_config(TOKENIZER), TOKENIZER)


def decoder(capacity: int = 300, kernels: Kernels | None = None) -> tuple[Decoder, Network]:
    placed = network()
    place(placed, GlmSettings(device="cpu"), "none", CPU, no_progress)
    return Decoder(placed, capacity, kernels or Kernels()), placed


def text(placed: Network, ids: Sequence[int]) -> Chunk:
    return embed_prompt(placed, ids, {}, [], list(ids))


@torch.no_grad()
@pytest.mark.parametrize("chunk", [1000, 7], ids=["whole", "in chunks"])
@pytest.mark.parametrize("split", [[1, 1, 1, 1, 1], [2, 3], [5]], ids=["one by one", "two and three", "all at once"])
def test_logits_equal_those_of_transformers_over_images_and_text(
    screens: list[Image.Image], chunk: int, split: list[int]
) -> None:
    stock, (ours, placed) = network(), decoder()
    inputs = [vision_input(screen, SHAPE) for screen in screens[:2]]
    grid = torch.tensor([[1, image.rows, image.columns] for image in inputs])
    sizes = (grid.prod(1) // 4).tolist()
    image_id = stock.config.image_token_id
    prompt = [1, *[image_id] * sizes[0], 2, 3, *[image_id] * sizes[1], 4, 5]

    ids = torch.tensor([prompt + REPLY])
    pixels = torch.cat([as_processed(image) for image in inputs])
    types = (ids == image_id).int()
    expected = stock(input_ids=ids, pixel_values=pixels, image_grid_thw=grid, mm_token_type_ids=types).logits[0]

    features = stock.model.visual(pixels, grid_thw=grid).pooler_output.split(sizes)
    places = places_of(prompt, image_id, zip(sizes, (b"one", b"other"), strict=True))
    seen = dict(zip(places, features, strict=True))
    whole = embed_prompt(
        placed, prompt, seen, [(image.rows, image.columns) for image in inputs], keys_of(prompt, places)
    )
    for begin in range(0, len(prompt), chunk):
        logits = [ours.extend(whole.part(begin, begin + chunk), at=begin).clone()]
    for tokens in [REPLY[sum(split[:n]) : sum(split[: n + 1])] for n in range(len(split))]:
        logits.append(ours.extend(tokens, at=len(prompt) + sum(map(len, logits)) - 1).clone())
    torch.testing.assert_close(torch.cat(logits), expected[-len(REPLY) - 1 :], rtol=1e-3, atol=1e-3)


@torch.no_grad()
def test_more_tokens_than_a_pass_takes_are_read_in_several() -> None:
    ours, placed = decoder()
    tokens = [40 + n for n in range(37)]
    ours.extend(text(placed, [5, 6]), at=0)
    at_once = ours.extend(tokens, at=2).clone()
    assert ours.passes == 3
    one_by_one = torch.cat([ours.extend([token], at=2 + n).clone() for n, token in enumerate(tokens)])
    torch.testing.assert_close(at_once, one_by_one, rtol=1e-3, atol=1e-3)


@torch.no_grad()
def test_what_was_wrong_is_overwritten() -> None:
    ours, placed = decoder()
    ours.extend(text(placed, [5, 6, 7]), at=0)
    ours.extend([8, 1, 2, 3], at=3)
    corrected = ours.extend([9], at=4).clone()
    fresh, placed = decoder()
    fresh.extend(text(placed, [5, 6, 7]), at=0)
    torch.testing.assert_close(corrected, fresh.extend([8, 9], at=3)[1:], rtol=1e-3, atol=1e-3)


@torch.no_grad()
def test_a_new_prompt_forgets_the_old_one() -> None:
    ours, placed = decoder()
    short, long = (text(placed, ids) for ids in ([5, 6, 7], [9] * 40))
    fresh = [ours.extend(short, at=0).clone(), ours.extend([8], at=3).clone()]
    ours.extend(long, at=0)
    again = [ours.extend(short, at=0).clone(), ours.extend([8], at=3).clone()]
    torch.testing.assert_close(torch.stack(again), torch.stack(fresh))


@torch.no_grad()
def test_it_knows_what_it_holds() -> None:
    ours, placed = decoder()
    ours.extend(text(placed, [5, 6, 7]), at=0)
    ours.extend([8, 9], at=3)
    assert ours.held([5, 6, 7, 8, 9, 10]) == 5
    assert ours.held([5, 6, 0, 8]) == 2
    ours.extend([1], at=3)
    assert ours.held([5, 6, 7, 8]) == 3
    ours.forget()
    assert ours.held([5]) == 0


@torch.no_grad()
def test_it_can_be_filled_to_its_last_slot() -> None:
    ours, placed = decoder(capacity=100)
    ours.extend(text(placed, [5] * (ours.capacity - 5)), at=0)
    assert ours.extend(REPLY, at=ours.capacity - 5).isfinite().all()


@torch.no_grad()
def test_embeddings_on_the_host_give_the_same() -> None:
    logits = []
    for host in (False, True):
        ours, placed = decoder()
        if host:
            # A window takes its embeddings from the host where they lie on another device than the layers.
            for window in ours._windows:
                window.embedded = ours.like.new_zeros(1, window.size, len(ours.like))
        ours.extend(text(placed, [5, 6, 7]), at=0)
        logits.append(ours.extend(REPLY, at=3).clone())
    torch.testing.assert_close(*logits)


def test_the_cache_is_made_of_whole_blocks() -> None:
    assert (decoder(capacity=CACHE_BLOCK + 1)[0].capacity + 16) % CACHE_BLOCK == 0


def test_tokens_attend_as_the_last_of_a_prompt_do() -> None:
    torch.manual_seed(0)
    query, keys, values = torch.randn(1, 8, 20, 16), torch.randn(1, 2, 32, 16), torch.randn(1, 2, 32, 16)
    expected = chunk_attention(query, keys[:, :, :20], values[:, :, :20])
    few = cached_attention(query[:, :, 17:], keys, values, Reach.of(torch.tensor([17]), 3, 32))
    torch.testing.assert_close(few, expected[:, :, 17:])
    chunk = chunk_attention(query[:, :, 4:], keys[:, :, :20], values[:, :, :20])
    torch.testing.assert_close(chunk, expected[:, :, 4:])


@pytest.mark.parametrize(("first", "tokens", "full", "partial"), [(0, 1, 0, 1), (127, 1, 0, 1), (126, 4, 0, 2)])
def test_the_reach_says_which_blocks_are_read(first: int, tokens: int, full: int, partial: int) -> None:
    reach = Reach.of(torch.tensor([first]), tokens, 4 * CACHE_BLOCK)
    assert (int(reach.full), int(reach.partial)) == (full, partial)
    assert reach.last.flatten()[:partial].tolist() == list(range(full, full + partial))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # torch warns of its own ways while it compiles
@torch.no_grad()
def test_compiled_kernels_compute_the_same() -> None:
    """Compiles for the CPU what CUDA compiles too, flash-decoding included: a minute, and a C++ compiler."""
    logits: list[torch.Tensor] = []
    for kernels in (Kernels(), Kernels.compiled()):
        ours, placed = decoder(kernels=kernels)
        for length in (40, 47, 126):
            whole = text(placed, list(range(20, 20 + length)))
            for begin in range(0, length, 30):
                logits += ours.extend(whole.part(begin, begin + 30), at=begin).clone()
            logits += ours.extend([7], at=length).clone()
            logits += ours.extend([8, 9, 10], at=length + 1).clone()
            logits += ours.extend([8, 9, 10, 11, 12], at=length + 4).clone()
    plain, compiled = torch.stack(logits).chunk(2)
    torch.testing.assert_close(compiled, plain, rtol=1e-3, atol=1e-3)
