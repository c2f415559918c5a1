"""A GLM-4.1V checkpoint of random weights, two layers deep, that goes through the real classes in a second.

Its tokenizer writes single bytes and knows GLM's special tokens. Also the parts for other sizes: the GPU benchmark
makes the 9B shape of them.
"""

from collections.abc import Sequence
from itertools import islice, product
from pathlib import Path
from typing import Any

import tokenizers
import torch
from tokenizers import AddedToken, decoders, models, pre_tokenizers
from transformers import Glm4vConfig, Glm4vForConditionalGeneration, PreTrainedTokenizerFast
from transformers.models.glm4v.image_processing_pil_glm4v import Glm4vImageProcessorPil

from model.glm.foreign import Network, Tokenizer

CONTROL = (
    *("<|endoftext|>", "[gMASK]", "<sop>", "<|system|>", "<|user|>", "<|assistant|>", "<|observation|>"),
    *("<|begin_of_image|>", "<|end_of_image|>", "<|begin_of_video|>", "<|end_of_video|>", "<|image|>", "<|video|>"),
)
TAGS = ("<think>", "</think>", "<answer>", "</answer>", "<|begin_of_box|>", "<|end_of_box|>")
STOPS = ("<|endoftext|>", "<|user|>", "<|observation|>")

TEMPLATE = """[gMASK]<sop>{% for message in messages %}<|user|>
{% for part in message.content -%}
{% if part.type == "image" %}<|begin_of_image|><|image|><|end_of_image|>{% else %}{{ part.text }}{% endif %}
{%- endfor %}{% endfor %}{% if add_generation_prompt %}<|assistant|>
{% endif %}"""
OPENING_TEMPLATE = TEMPLATE.removesuffix("{% endif %}") + "<think>{% endif %}"


def byte_tokenizer(words: Sequence[str] = (), template: str = TEMPLATE) -> Tokenizer:
    """Return a tokenizer of single bytes and of `words`, with the beginnings that they are merged from."""
    byte_level = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    written = [byte_level.pre_tokenize_str(word)[0][0] for word in words]
    beginnings = list(dict.fromkeys(word[:end] for word in written for end in range(2, len(word) + 1)))
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {text: index for index, text in enumerate([*alphabet, *beginnings])}
    backend = tokenizers.Tokenizer(models.BPE(vocab=vocabulary, merges=[(text[:-1], text[-1]) for text in beginnings]))
    backend.pre_tokenizer = byte_level
    backend.decoder = decoders.ByteLevel()
    tokenizer = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=backend, eos_token="<|endoftext|>", pad_token="<|endoftext|>", chat_template=template
    )
    tokenizer.add_tokens([AddedToken(text, special=True, normalized=False) for text in CONTROL])
    tokenizer.add_tokens([AddedToken(text, special=False, normalized=False) for text in TAGS])
    return tokenizer


def made_up_words(count: int) -> list[str]:
    """Return words of three syllables: bababa, bababe and so on."""
    syllables = [consonant + vowel for consonant in "bcdfghjklmnpqrstvwxyz" for vowel in "aeiou"]
    return ["".join(word) for word in islice(product(syllables, repeat=3), count)]


def tiny_config(tokenizer: Tokenizer, layers: int = 2) -> Glm4vConfig:
    """Return the shape of a network that a CPU runs at thousands of tokens a second."""
    return Glm4vConfig(
        text_config={
            "vocab_size": len(tokenizer),
            "hidden_size": 64,
            "intermediate_size": 128,
            "num_hidden_layers": layers,
            "num_attention_heads": 4,
            "num_key_value_heads": 2,
            "rope_parameters": rope(sections=[1, 1, 2]),
            "initializer_range": 0.2,
            "pad_token_id": tokenizer.pad_token_id,
        },
        vision_config={
            "depth": 2,
            "hidden_size": 32,
            "num_heads": 2,
            "out_hidden_size": 64,
            "intermediate_size": 64,
            "image_size": 56,
            "initializer_range": 0.2,
        },
        **special_ids(tokenizer),
    )


def rope(sections: list[int]) -> dict[str, Any]:
    """Return GLM-4.1V's rotary settings, which `Glm4vConfig` does not have by itself."""
    return {
        "rope_type": "default",
        "rope_theta": 10_000.0,
        "partial_rotary_factor": 0.5,
        "mrope_section": sections,
    }


def special_ids(tokenizer: Tokenizer) -> dict[str, Any]:
    """Return the ids of the tokens that a configuration names."""
    names = {
        "image_token_id": "<|image|>",
        "video_token_id": "<|video|>",
        "image_start_token_id": "<|begin_of_image|>",
        "image_end_token_id": "<|end_of_image|>",
        "video_start_token_id": "<|begin_of_video|>",
        "video_end_token_id": "<|end_of_video|>",
    }
    return {key: tokenizer.convert_tokens_to_ids(token) for key, token in names.items()}


def random_network(config: Glm4vConfig, tokenizer: Tokenizer) -> Network:
    """Return a network of random weights on torch's current device, in its current type."""
    torch.manual_seed(0)
    network: Network = Glm4vForConditionalGeneration(config)
    network.eval()
    stops = tokenizer.convert_tokens_to_ids(list(STOPS))
    network.generation_config.eos_token_id = stops
    # Chance would end replies early: these are never the likeliest.
    network.lm_head.weight.data[stops] = 0
    network.generation_config.pad_token_id = tokenizer.pad_token_id
    return network


def save_checkpoint(
    folder: Path, template: str = TEMPLATE, words: Sequence[str] = ("Action", ":\n"), layers: int = 2
) -> Path:
    """Write a checkpoint in several shards; return its folder."""
    tokenizer = byte_tokenizer(words, template)
    random_network(tiny_config(tokenizer, layers), tokenizer).save_pretrained(folder, max_shard_size="200KB")
    tokenizer.save_pretrained(folder)
    Glm4vImageProcessorPil().save_pretrained(folder)
    return folder
