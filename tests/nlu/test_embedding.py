"""The sentence encoder gives the vectors of its weights, for any text, or says it cannot."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.special import erf

from addons.nlu.embedding import SentenceEmbedder, available, embedder, load

pytestmark = pytest.mark.bot

SENTENCES = (
    "How long can I stay in Canada as a visitor?",
    "my stamp says 15 July, is that the last day",
    "and cost?",
    "came in march from mexico, no idea whether the six months began when i landed or later",
)


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    load.cache_clear()
    yield
    load.cache_clear()


@pytest.fixture
def encoder() -> SentenceEmbedder:
    found = load()
    if found is None:
        pytest.skip("the weights are not installed")
    return found


def rounded(rows: Any) -> Any:
    """Each row in 127 steps of its own on either side of zero."""
    step = np.abs(rows).max(axis=1, keepdims=True) / 127
    return np.round(rows / step) * step


class Plain:
    """The forward pass once more, in NumPy, on weights read by the safetensors library:
    as they are, or with both sides of most products `rounded` to eight bits."""

    def __init__(self, folder: Path, rounded: bool) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        self.weights: dict[str, Any] = load_file(folder / "model.safetensors")
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.rounded = rounded

    def linear(self, x: Any, name: str) -> Any:
        rows = self.weights[f"{name}.weight"]
        if self.rounded and ".self." not in name:
            x, rows = rounded(x), rounded(rows)
        return x @ rows.T + self.weights[f"{name}.bias"]

    def norm(self, x: Any, name: str) -> Any:
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x**2).mean(-1, keepdims=True) + 1e-12)
        return x * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def attention(self, x: Any, name: str) -> Any:
        query, key, value = (
            self.linear(x, f"{name}.self.{part}").reshape(-1, 12, 32).swapaxes(0, 1)
            for part in ("query", "key", "value")
        )
        scores = np.exp(query @ key.swapaxes(1, 2) / np.sqrt(32))
        mixed = scores / scores.sum(-1, keepdims=True) @ value
        return self.linear(mixed.swapaxes(0, 1).reshape(-1, 384), f"{name}.output.dense")

    def vector(self, text: str) -> Any:
        ids = self.tokenizer.encode(text).ids
        words, positions, segments = (
            self.weights[f"embeddings.{kind}_embeddings.weight"]
            for kind in ("word", "position", "token_type")
        )
        x = self.norm(words[ids] + positions[: len(ids)] + segments[0], "embeddings.LayerNorm")
        for layer in range(6):
            name = f"encoder.layer.{layer}"
            attended = self.attention(x, f"{name}.attention")
            x = self.norm(x + attended, f"{name}.attention.output.LayerNorm")
            wide = self.linear(x, f"{name}.intermediate.dense")
            narrow = self.linear(wide * (1 + erf(wide / np.sqrt(2))) / 2, f"{name}.output.dense")
            x = self.norm(x + narrow, f"{name}.output.LayerNorm")
        mean = x.mean(0)
        return mean / np.linalg.norm(mean)


@pytest.mark.parametrize(("in_eight_bits", "least"), [(True, 0.99), (False, 0.99)])
def test_the_vectors_are_those_of_a_plain_forward_pass(
    encoder: SentenceEmbedder, in_eight_bits: bool, least: float
) -> None:
    # Not nearer: of two sums that differ in the last digit one may be rounded up, one down.
    plain = Plain(embedder._weights_folder(), in_eight_bits)
    for text, vector in zip(SENTENCES, encoder.embed(SENTENCES), strict=True):
        assert float(vector @ plain.vector(text)) > least


def test_a_vector_is_float32_and_of_length_one(encoder: SentenceEmbedder) -> None:
    vectors = encoder.embed(SENTENCES)
    assert vectors.shape == (len(SENTENCES), 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_vector_does_not_depend_on_its_neighbours_or_place(encoder: SentenceEmbedder) -> None:
    many = [f"{text} {number}" for number in range(20) for text in SENTENCES]
    alone = np.concatenate([encoder.embed([text]) for text in many])
    assert np.allclose(encoder.embed(many), alone, atol=1e-5)


def test_many_equal_characters_say_no_more_than_three(encoder: SentenceEmbedder) -> None:
    many, few, brackets = encoder.embed(["heeeeeeelp me!!!!!!!", "heeelp me!!!", "[" * 1000])
    assert np.array_equal(many, few)
    assert np.allclose(brackets, encoder.embed(["[[["])[0], atol=1e-6)


def test_digits_are_read_as_they_are(encoder: SentenceEmbedder) -> None:
    more, less = encoder.embed(["the fee is 1000000 dollars", "the fee is 1000 dollars"])
    assert not np.allclose(more, less, atol=1e-3)


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("how long may I remain", "what is the maximum length of my visit", "how do I pay the fee"),
        ("I overstayed my visa", "my visa time ran out weeks ago", "hello, good morning"),
        ("can I get a job", "am I allowed to work", "when does my passport expire"),
        ("thanks a lot", "that was helpful, cheers", "may I drive to the border and back"),
    ],
)
def test_what_means_the_same_is_closer(
    encoder: SentenceEmbedder, text: str, near: str, far: str
) -> None:
    this, same, other = encoder.embed([text, near, far])
    assert this @ same > this @ other + 0.1


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "x" * 10_000,
        "six months " * 1_000,
        "🇨🇦🛂😭",
        "\x00\ud800\u202e",
        "你好",
        "[CLS] [PAD]",
    ],
    ids=["empty", "blank", "one word", "many words", "emoji", "controls", "chinese", "special"],
)
def test_any_text_has_a_vector(encoder: SentenceEmbedder, text: str) -> None:
    (vector,) = encoder.embed([text])
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_what_follows_the_first_tokens_is_not_read(encoder: SentenceEmbedder) -> None:
    long = "six months " * 100
    first, second = encoder.embed([long, long + "hello"])
    assert np.array_equal(first, second)


def test_no_texts_give_no_vectors(encoder: SentenceEmbedder) -> None:
    assert encoder.embed([]).shape == (0, 384)


def test_one_embedder_serves_the_process(encoder: SentenceEmbedder) -> None:
    assert available()
    assert load() is encoder


@pytest.mark.parametrize(
    ("constant", "value", "named"),
    [
        ("WEIGHTS_PACKAGE", "weights_not_there", "weights-not-there"),
        ("RUNTIME_PACKAGES", ("runtime_not_there",), "runtime_not_there"),
    ],
)
def test_what_is_missing_is_said_once(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    constant: str,
    value: Any,
    named: str,
) -> None:
    monkeypatch.setattr(embedder, constant, value)
    with caplog.at_level(logging.WARNING):
        assert load() is None
        assert load() is None
    assert not available()
    (record,) = caplog.records
    assert named in record.getMessage()


@pytest.mark.parametrize(
    ("header", "data", "reason"),
    [
        (b"", b"", "Expecting value"),
        (b"{}", b"", "no float32 tensor"),
        (b'{"some": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}}', b"1234", "cut short"),
    ],
    ids=["empty", "other tensors", "cut short"],
)
def test_broken_weights_are_refused(
    tmp_path: Path, header: bytes, data: bytes, reason: str
) -> None:
    pytest.importorskip("onnxruntime")
    content = len(header).to_bytes(8, "little") + header + data
    (tmp_path / "model.safetensors").write_bytes(content)
    with pytest.raises(ValueError, match=reason):
        SentenceEmbedder(tmp_path)
