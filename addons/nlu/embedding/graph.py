"""The ONNX graph of a BERT sentence encoder, made from its installed weights.

All matrices but the values' (one in twelve) are rounded to eight bits as the graph is
composed, in a tenth of a second (docs/decisions/0026); everything else names its place in the
safetensors file, which ONNX Runtime maps into memory. Nothing is written.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import TensorProto, helper, numpy_helper

LAYERS = 6
HEADS = 12
DIMENSIONS = 384
NORM_EPSILON = 1e-12
# Opset 20 has Gelu (with erf, as BERT was trained); format 9 is the one that goes with it.
OPSET = 20
FORMAT = 9

MOST = 127
"""Steps of a rounded number on either side of zero, which is written as 128. Unsigned on both
sides of a product: signed weights can overflow on processors without VNNI, unseen."""

TOKENS = "tokens"
VECTORS = "vectors"


def compose(weights: Path) -> bytes:
    """A serialised ONNX model over the tensors in ``weights`` (a safetensors file).

    Input ``tokens``: int64, shape (texts, length), with no padding, so that no mask is
    needed. Output ``vectors``: float32, shape (texts, 384), the mean over the tokens, of
    length 1. The session must be told the folder of ``weights``.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is not a whole safetensors file, or lacks a tensor of this encoder.
    """
    return _Composer(weights).model()


class _Composer:
    """Collects nodes and tensors; every operation answers the name of its output."""

    def __init__(self, weights: Path) -> None:
        self._path, self._file = weights, weights.name
        with weights.open("rb") as stream:
            size = int.from_bytes(stream.read(8), "little")
            self._start = 8 + size
            self._places: dict[str, dict[str, Any]] = json.loads(stream.read(size))
        self._places.pop("__metadata__", None)
        end = max((place["data_offsets"][1] for place in self._places.values()), default=0)
        if weights.stat().st_size != self._start + end:
            raise ValueError(f"{weights.name} is cut short or not a safetensors file")
        self._nodes: list[Any] = []
        self._tensors: dict[str, Any] = {}
        self._whole: dict[str, tuple[str, str]] = {}
        """What has been put in whole numbers already."""

    def model(self) -> bytes:
        x = self._embedded_tokens()
        for layer in range(LAYERS):
            x = self._layer(x, f"encoder.layer.{layer}")
        mean = self._apply("ReduceMean", self._by_text(x), self._integers(1), keepdims=0)
        self._apply("LpNormalization", mean, output=VECTORS, axis=-1, p=2)
        graph = helper.make_graph(
            self._nodes,
            "sentence_encoder",
            [helper.make_tensor_value_info(TOKENS, TensorProto.INT64, ["texts", "length"])],
            [helper.make_tensor_value_info(VECTORS, TensorProto.FLOAT, ["texts", DIMENSIONS])],
            list(self._tensors.values()),
        )
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=FORMAT
        )
        return bytes(model.SerializeToString())

    def _embedded_tokens(self) -> str:
        words = self._apply("Gather", self._weight("embeddings.word_embeddings.weight"), TOKENS)
        length = self._apply("Shape", TOKENS, start=1, end=2)
        positions = self._rows("embeddings.position_embeddings.weight", length)
        # A single text is wholly of the first of BERT's two segments.
        segment = self._rows("embeddings.token_type_embeddings.weight", self._integers(1))
        summed = self._apply("Add", self._apply("Add", words, positions), segment)
        # From here on a token a row: the products with the weights ask for no more.
        self._size = self._apply("Shape", TOKENS)
        rows = self._apply("Reshape", summed, self._integers(-1, DIMENSIONS))
        return self._norm(rows, "embeddings.LayerNorm")

    def _layer(self, x: str, name: str) -> str:
        attended = self._rounded(self._attention(x, name), f"{name}.attention.output.dense")
        x = self._norm(self._apply("Add", x, attended), f"{name}.attention.output.LayerNorm")
        wide = self._apply("Gelu", self._rounded(x, f"{name}.intermediate.dense"))
        narrow = self._rounded(wide, f"{name}.output.dense")
        return self._norm(self._apply("Add", x, narrow), f"{name}.output.LayerNorm")

    def _attention(self, x: str, name: str) -> str:
        per_head = DIMENSIONS // HEADS
        query, key, value = (
            self._apply(
                "Transpose",
                self._by_text(product(x, f"{name}.attention.self.{part}"), HEADS, per_head),
                perm=order,
            )
            for part, product, order in (
                ("query", self._rounded, [0, 2, 1, 3]),
                ("key", self._rounded, [0, 2, 3, 1]),
                ("value", self._linear, [0, 2, 1, 3]),  # rounded, it costs more than all others
            )
        )
        root = self._constant("root_of_head", np.float32(per_head**0.5))
        scores = self._apply("Div", self._apply("MatMul", query, key), root)
        mixed = self._apply("MatMul", self._apply("Softmax", scores, axis=-1), value)
        side_by_side = self._apply("Transpose", mixed, perm=[0, 2, 1, 3])
        return self._apply("Reshape", side_by_side, self._integers(-1, DIMENSIONS))

    def _by_text(self, rows: str, *shape: int) -> str:
        """Rows of tokens as (texts, length, ...)."""
        size = self._apply("Concat", self._size, self._integers(*(shape or (DIMENSIONS,))), axis=0)
        return self._apply("Reshape", rows, size)

    def _linear(self, x: str, name: str) -> str:
        # The file keeps them (out, in), which Gemm reads as they are: no second copy.
        weight, bias = self._weight(f"{name}.weight"), self._weight(f"{name}.bias")
        return self._apply("Gemm", x, weight, bias, transB=1)

    def _rounded(self, x: str, name: str) -> str:
        """`x` times a matrix, both in whole numbers: each token has a scale of its own, so that
        its vector does not depend on its neighbours, and so has each column of the matrix."""
        matrix = self._read(f"{name}.weight").T  # the file keeps them (out, in)
        scales = np.abs(matrix).max(axis=0) / MOST
        whole = np.round(matrix / scales + MOST + 1).astype(np.uint8)
        tokens, scale_of_tokens = self._in_whole(x)
        zero = self._constant("zero", np.uint8(MOST + 1))
        product = self._apply(
            "MatMulInteger", tokens, self._constant(f"{name}.whole", whole), zero, zero
        )
        product = self._apply("Cast", product, to=TensorProto.FLOAT)
        scaled = self._apply("Mul", product, self._constant(f"{name}.scales", scales / MOST))
        scaled = self._apply("Mul", scaled, scale_of_tokens)
        return self._apply("Add", scaled, self._weight(f"{name}.bias"))

    def _in_whole(self, x: str) -> tuple[str, str]:
        """Rows in whole numbers, and the size of each row's largest."""
        if x not in self._whole:
            size = self._apply("ReduceMax", self._apply("Abs", x), self._integers(1), keepdims=1)
            step = self._constant("step", np.float32(1 / MOST))
            zero = self._constant("zero", np.uint8(MOST + 1))
            whole = self._apply("QuantizeLinear", self._apply("Div", x, size), step, zero)
            self._whole[x] = whole, size
        return self._whole[x]

    def _norm(self, x: str, name: str) -> str:
        weight, bias = self._weight(f"{name}.weight"), self._weight(f"{name}.bias")
        return self._apply("LayerNormalization", x, weight, bias, axis=-1, epsilon=NORM_EPSILON)

    def _rows(self, name: str, count: str) -> str:
        first = self._integers(0)
        return self._apply("Slice", self._weight(name), first, count, first)

    def _apply(self, kind: str, *inputs: str, output: str = "", **attributes: Any) -> str:
        output = output or f"{kind}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def _integers(self, *values: int) -> str:
        name = "integers_" + "_".join(map(str, values))
        return self._constant(name, np.array(values, dtype=np.int64))

    def _constant(self, name: str, value: npt.ArrayLike) -> str:
        self._tensors.setdefault(name, numpy_helper.from_array(np.asarray(value), name))
        return name

    def _weight(self, name: str) -> str:
        begin, size, shape = self._place(name)
        tensor = TensorProto(
            name=name,
            data_type=TensorProto.FLOAT,
            dims=shape,
            data_location=TensorProto.EXTERNAL,
        )
        for key, value in (("location", self._file), ("offset", begin), ("length", size)):
            tensor.external_data.add(key=key, value=str(value))
        self._tensors[name] = tensor
        return name

    def _read(self, name: str) -> npt.NDArray[np.float32]:
        begin, _, shape = self._place(name)
        return np.memmap(self._path, np.float32, "r", begin, tuple(shape))

    def _place(self, name: str) -> tuple[int, int, list[int]]:
        """Where a tensor begins in the file, its length in bytes, and its shape."""
        place = self._places.get(name)
        if place is None or place["dtype"] != "F32":
            raise ValueError(f"{self._file} has no float32 tensor {name}")
        begin, end = place["data_offsets"]
        return self._start + begin, end - begin, place["shape"]
