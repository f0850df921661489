"""The training examples nearest to a text: what they ask, and how near they are."""

from __future__ import annotations

from typing import Any, Tuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Vectors = NDArray[np.float32]
NEAREST, SHARPNESS, FLOOR = 8, 12.0, 1e-3
SCOPE_NEAREST = 5
DIRECTIONS = 192
"""Of 384, those in which the examples differ most: nine tenths of all that they differ in."""
CANDIDATES = 96
"""Examples compared in full, inside the scope and outside it; of those eight are sought."""
COLUMNS = 5
"""Columns a candidate, of whose highest numbers the candidates are told."""
BATCH = 16
"""Texts compared at a time: a million whole numbers."""


class Neighbours:
    """The embeddings of all examples with their labels, as positions among the classes."""

    def __init__(
        self,
        vectors: Vectors | NDArray[np.float16],
        labels: NDArray[np.int64],
        classes: int,
        outside: int,
    ) -> None:
        """`outside` is the class of what no topic fits."""
        # Those inside the scope first, so that each side is in one piece; in half precision,
        # which moves no vote.
        order = np.argsort(labels == outside, kind="stable")
        self.vectors = vectors[order].astype(np.float16, copy=False)
        self.labels = labels[order]
        inside = int(np.count_nonzero(labels != outside))
        self._sides = (slice(0, inside), slice(inside, len(labels)))
        self._classes = classes
        self._rough = _Rough(self.vectors)

    def of(self, vectors: Vectors) -> Tuple[Floats, Floats]:
        """For each of `vectors`: shares of its nearest examples' labels, by class; and the
        mean likeness (cosine) of the nearest ones inside the scope and outside it."""
        votes, nearness = [], []
        for start in range(0, len(vectors), BATCH):
            some = vectors[start : start + BATCH]
            for vector, rough in zip(some, self._rough.likeness(some), strict=True):
                sides = [side.start + _likely(rough[side], CANDIDATES) for side in self._sides]
                near = np.concatenate(sides)
                likeness = _in_full(self.vectors[near]) @ vector
                votes.append(self._votes(likeness, self.labels[near]))
                each = likeness[: len(sides[0])], likeness[len(sides[0]) :]
                nearness.append([side[_highest(side, SCOPE_NEAREST)].mean() for side in each])
        return np.array(votes), np.array(nearness, dtype=np.float64)

    def _votes(self, likeness: Vectors, labels: NDArray[np.int64]) -> Floats:
        shares = np.full(self._classes, FLOOR)
        nearest = _highest(likeness, NEAREST)
        weights = np.exp(SHARPNESS * (likeness[nearest] - 1.0))
        np.add.at(shares, labels[nearest], weights)
        voted: Floats = shares / shares.sum()
        return voted


class _Rough:
    """Likeness to every example in whole numbers of eight bits and half of the directions: an
    eighth of the memory to read, and exact enough to tell which are worth comparing in full."""

    def __init__(self, vectors: NDArray[np.float16]) -> None:
        # Here and not above, so that this module loads without them.
        import onnxruntime
        from onnx import TensorProto, helper, numpy_helper

        from addons.nlu.embedding.graph import FORMAT, MOST, OPSET

        self._most = MOST
        # One scale for all, so that they can be compared; no number of a unit vector is above 1.
        apart = vectors.astype(np.float32)
        # From their middle, which is as like a text whichever example one asks about.
        apart -= apart.mean(axis=0) if len(apart) else 0.0
        _, directions = np.linalg.eigh(apart.T @ apart)  # those of the least differences first
        self._directions = np.ascontiguousarray(directions[:, -DIRECTIONS:])
        apart = apart @ self._directions
        self._largest = float(np.abs(apart).max(initial=1e-3))
        whole = self._in_whole(apart, self._largest)
        of_texts = helper.make_tensor_value_info("texts", TensorProto.UINT8, ["n", whole.shape[1]])
        found = helper.make_tensor_value_info("likeness", TensorProto.INT32, ["n", len(whole)])
        inputs = ["texts", "examples", "zero", "zero"]
        constants = [
            numpy_helper.from_array(np.ascontiguousarray(whole.T), "examples"),
            numpy_helper.from_array(np.asarray(MOST + 1, np.uint8), "zero"),
        ]
        product = helper.make_node("MatMulInteger", inputs, ["likeness"])
        graph = helper.make_graph([product], "rough", [of_texts], [found], constants)
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=FORMAT
        )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )

    def likeness(self, vectors: Vectors) -> NDArray[np.int32]:
        """Of each of `vectors` to each example; comparable within one of `vectors`."""
        texts = vectors @ self._directions
        texts = self._in_whole(texts, max(self._largest, float(np.abs(texts).max(initial=0.0))))
        found: NDArray[np.int32] = self._session.run(None, {"texts": texts})[0]
        return found

    def _in_whole(self, vectors: Vectors, largest: float) -> NDArray[np.uint8]:
        """Numbers between -`largest` and `largest`, rounded as in the encoder's graph."""
        steps = vectors * (self._most / largest) + (self._most + 1.5)
        return steps.astype(np.uint8)


def _highest(values: NDArray[Any], count: int) -> NDArray[np.int64]:
    """Where the highest `count` of `values` are, in no order."""
    if len(values) <= count:
        return np.arange(len(values))
    return np.argpartition(values, -count)[-count:]


def _likely(values: NDArray[np.int32], count: int) -> NDArray[np.int64]:
    """Where at least the highest `count` of many `values` are, seven times as fast: none of
    them is below the `count` highest of some columns' highest."""
    columns = CANDIDATES * COLUMNS
    if count > columns or len(values) < 2 * columns:
        return _highest(values, count)
    rows = len(values) // columns
    tops = values[: rows * columns].reshape(rows, columns).max(axis=0)
    return np.flatnonzero(values >= np.partition(tops, -count)[-count])


def _in_full(half: NDArray[np.float16]) -> Vectors:
    """The same numbers in single precision; NumPy asks of each of them what kind it is."""
    bits = half.view(np.uint16).astype(np.uint32)
    # Exponent and fraction stand thirteen places lower, and exponents count from 112 less.
    whole = ((bits & 0x8000) << 16) | ((bits & 0x7FFF) << 13)
    full: Vectors = whole.view(np.float32) * np.float32(2.0**112)
    return full
