import pytest
import torch
from PIL import Image

from model.glm.decoding.attention import CACHE_BLOCK, Reach, cached_attention, prompt_attention
from model.glm.decoding.decoder import Decoder
from model.glm.decoding.kernels import Kernels
from model.glm.foreign import Network
from model.glm.prompt.embeddings import embed_prompt
from model.glm.settings import GlmSettings, no_progress
from model.glm.vision.input import PatchShape, vision_input
from model.glm.weights.loader import place
from tests.model.glm.tiny_checkpoint import byte_tokenizer, random_network, tiny_config
from tests.model.glm.vision.test_tower import PROCESSOR, as_processed

TOKENIZER = byte_tokenizer()
SHAPE = PatchShape.of(PROCESSOR, 1000)


def network() -> Network:
    return random_network(tiny_config(TOKENIZER), TOKENIZER)


def decoder(capacity: int = 300, kernels: Kernels | None = None) -> tuple[Decoder, Network]:
    placed = network()
    place(placed, GlmSettings(device="cpu"), torch.device("cpu"), no_progress)
    return Decoder(placed, capacity, kernels or Kernels()), placed


@torch.no_grad()
def test_logits_equal_those_of_transformers_over_images_and_text(screens: list[Image.Image]) -> None:
    stock, (ours, placed) = network(), decoder()
    inputs = [vision_input(screen, SHAPE) for screen in screens[:2]]
    grid = torch.tensor([[1, image.rows, image.columns] for image in inputs])
    image_id = stock.config.image_token_id
    prompt = [1, *[image_id] * int(grid[0].prod() // 4), 2, 3, *[image_id] * int(grid[1].prod() // 4), 4, 5]
    reply = [70, 80, 90, 70, 60]

    ids = torch.tensor([prompt + reply])
    pixels = torch.cat([as_processed(image) for image in inputs])
    types = (ids == image_id).int()
    expected = stock(input_ids=ids, pixel_values=pixels, image_grid_thw=grid, mm_token_type_ids=types).logits[0]

    embedded = torch.cat([as_processed(image) for image in inputs])
    features = stock.model.visual(embedded, grid_thw=grid).pooler_output.split((grid.prod(1) // 4).tolist())
    read = embed_prompt(placed, prompt, features, [(image.rows, image.columns) for image in inputs])
    logits = [ours.read(read.embeddings, read.positions, read.shift).clone()]
    logits += [ours.step(token).clone() for token in reply]
    torch.testing.assert_close(torch.stack(logits), expected[-len(logits) :], rtol=1e-3, atol=1e-3)


@torch.no_grad()
def test_a_new_prompt_forgets_the_old_one() -> None:
    ours, placed = decoder()
    short, long = (embed_prompt(placed, ids, [], []) for ids in ([5, 6, 7], [9] * 40))
    fresh = [ours.read(short.embeddings, short.positions, short.shift).clone(), ours.step(8).clone()]
    ours.read(long.embeddings, long.positions, long.shift)
    again = [ours.read(short.embeddings, short.positions, short.shift).clone(), ours.step(8).clone()]
    torch.testing.assert_close(torch.stack(again), torch.stack(fresh))


def test_the_cache_is_made_of_whole_blocks() -> None:
    assert decoder(capacity=CACHE_BLOCK + 1)[0].capacity == 2 * CACHE_BLOCK


def test_a_token_attends_as_the_last_of_a_prompt_does() -> None:
    torch.manual_seed(0)
    query, keys, values = torch.randn(1, 8, 20, 16), torch.randn(1, 2, 32, 16), torch.randn(1, 2, 32, 16)
    expected = prompt_attention(query, keys[:, :, :20], values[:, :, :20])[:, :, -1:]
    torch.testing.assert_close(
        cached_attention(query[:, :, -1:], keys, values, Reach.of(torch.tensor([19]), 32)), expected
    )


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # torch warns of its own ways while it compiles
@torch.no_grad()
def test_compiled_kernels_compute_the_same() -> None:
    """Compiles for the CPU what CUDA compiles too, flash-decoding included: a minute, and a C++ compiler."""
    torch.manual_seed(0)
    prompts = [torch.randn(1, length, 64) for length in (40, 47)]
    logits = []
    for kernels in (Kernels(), Kernels.compiled()):
        ours, _ = decoder(kernels=kernels)
        for prompt in prompts:
            positions = torch.arange(prompt.shape[1]).expand(3, 1, -1)
            logits += [ours.read(prompt, positions, 0).clone(), *(ours.step(token).clone() for token in range(3))]
    plain, compiled = torch.stack(logits).chunk(2)
    torch.testing.assert_close(compiled, plain, rtol=1e-3, atol=1e-3)
