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
OPSET = 20
FORMAT = 9

MOST = 127
"""Steps of a rounded number on either side of zero, which is written as 128. Unsigned on both
sides of a product: signed weights can overflow on processors without VNNI, unseen."""

LEAST_AFTER_GELU = 0.17
"""Gelu is nowhere below minus this, so that the largest above tells the largest size."""

VECTORS = "vectors"
INPUTS = {
    "tokens": (TensorProto.INT64, ["tokens"]),
    "positions": (TensorProto.INT64, ["tokens"]),
    "padded": (TensorProto.INT64, ["texts", "longest"]),
    "places": (TensorProto.INT64, ["tokens"]),
    "lengths": (TensorProto.INT32, ["texts"]),
    "shares": (TensorProto.FLOAT, ["texts", "tokens"]),
}
STANDARD, OF_RUNTIME = "", "com.microsoft"
"""Operators of ONNX, and those that ONNX Runtime adds: several of the others in one."""


def compose(weights: Path) -> bytes:
    """A serialised ONNX model over the tensors in ``weights`` (a safetensors file).

    Texts of any lengths share a pass, their tokens one after another in ``tokens``, and in
    ``positions`` where in its text each stands. Only where tokens look at each other is there
    a row a text: ``padded`` has the token of each place (any, after a text's end), ``places``
    the place of each token, ``lengths`` those of the texts. ``shares`` is what each token has
    in the mean of each text. Output ``vectors``: float32, shape (texts, 384), the means, of
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
        mean = self._apply("MatMul", "shares", x)
        self._apply("LpNormalization", mean, output=VECTORS, axis=-1, p=2)
        graph = helper.make_graph(
            self._nodes,
            "sentence_encoder",
            [helper.make_tensor_value_info(name, *of) for name, of in INPUTS.items()],
            [helper.make_tensor_value_info(VECTORS, TensorProto.FLOAT, ["texts", DIMENSIONS])],
            list(self._tensors.values()),
        )
        operators = [helper.make_opsetid(STANDARD, OPSET), helper.make_opsetid(OF_RUNTIME, 1)]
        model = helper.make_model(graph, opset_imports=operators, ir_version=FORMAT)
        return bytes(model.SerializeToString())

    def _embedded_tokens(self) -> str:
        words, positions = (
            self._apply("Gather", self._weight(f"embeddings.{name}_embeddings.weight"), places)
            for name, places in (("word", "tokens"), ("position", "positions"))
        )
        # A single text is wholly of the first of BERT's two segments.
        segment = self._read("embeddings.token_type_embeddings.weight")[0]
        count = self._apply("Shape", "tokens")
        self._zeros = self._apply("Expand", self._zero(), count)
        return self._norm(words, positions, self._constant("segment", segment), "embeddings")

    def _layer(self, x: str, name: str) -> str:
        attended = self._rounded(self._attention(x, name), f"{name}.attention.output.dense")
        bias = self._weight(f"{name}.attention.output.dense.bias")
        x = self._norm(attended, x, bias, f"{name}.attention.output")
        bias = self._weight(f"{name}.intermediate.dense.bias")
        wide = self._rounded(x, f"{name}.intermediate.dense")
        wide = self._apply("BiasGelu", wide, bias, domain=OF_RUNTIME)
        narrow = self._rounded(wide, f"{name}.output.dense", is_after_gelu=True)
        return self._norm(narrow, x, self._weight(f"{name}.output.dense.bias"), f"{name}.output")

    def _attention(self, x: str, name: str) -> str:
        def part(which: str) -> tuple[str, str]:
            return f"{name}.attention.self.{which}", f"{name}.attention.self.{which}.bias"

        query, key = (
            self._apply("Add", self._rounded(x, of), self._weight(bias))
            for of, bias in map(part, ("query", "key"))
        )
        of, bias = part("value")  # rounded, it costs more than all others
        # The file keeps matrices (out, in), which Gemm reads as they are: no second copy.
        weights = self._weight(f"{of}.weight"), self._weight(bias)
        value = self._apply("Gemm", x, *weights, transB=1)
        by_text = [self._apply("Gather", each, "padded") for each in (query, key, value)]
        mixed = self._apply(
            "MultiHeadAttention", *by_text, "", "lengths", domain=OF_RUNTIME, num_heads=HEADS
        )
        rows = self._apply("Reshape", mixed, self._integers(-1, DIMENSIONS))
        return self._apply("Gather", rows, "places")

    def _rounded(self, x: str, name: str, is_after_gelu: bool = False) -> str:
        """`x` times a matrix, both in whole numbers: each token has a scale of its own, so that
        its vector does not depend on its neighbours, and so has each column of the matrix."""
        matrix = self._read(f"{name}.weight").T  # the file keeps them (out, in)
        scales = np.abs(matrix).max(axis=0) / MOST
        whole = np.round(matrix / scales + MOST + 1).astype(np.uint8)
        tokens, scale_of_tokens = self._in_whole(x, is_after_gelu)
        product = self._apply(
            "MatMulIntegerToFloat",
            tokens,
            self._constant(f"{name}.whole", whole),
            self._constant("one", np.float32(1)),
            self._constant(f"{name}.scales", scales),
            self._zero(),
            self._zero(),
            domain=OF_RUNTIME,
        )
        return self._apply("Mul", product, scale_of_tokens)

    def _in_whole(self, x: str, is_after_gelu: bool) -> tuple[str, str]:
        """Rows in whole numbers, and what one step of each row's is."""
        if x not in self._whole:
            sizes = x if is_after_gelu else self._apply("Abs", x)
            size = self._apply("ReduceMax", sizes, self._integers(1), keepdims=0)
            if is_after_gelu:
                least = self._constant("least", np.float32(LEAST_AFTER_GELU))
                size = self._apply("Max", size, least)
            step = self._apply("Mul", size, self._constant("step", np.float32(1 / MOST)))
            whole = self._apply("QuantizeLinear", x, step, self._zeros, axis=0)
            self._whole[x] = whole, self._apply("Unsqueeze", step, self._integers(1))
        return self._whole[x]

    def _norm(self, x: str, y: str, bias: str, name: str) -> str:
        """Their sum and the bias's, with mean 0 and deviation 1 before it is weighed."""
        weights = self._weight(f"{name}.LayerNorm.weight"), self._weight(f"{name}.LayerNorm.bias")
        inputs, epsilon = (x, y, *weights, bias), NORM_EPSILON
        return self._apply("SkipLayerNormalization", *inputs, domain=OF_RUNTIME, epsilon=epsilon)

    def _zero(self) -> str:
        return self._constant("zero", np.uint8(MOST + 1))

    def _apply(self, kind: str, *inputs: str, output: str = "", **attributes: Any) -> str:
        output = output or f"{kind}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def _integers(self, *values: int) -> str:
        name = "integers_" + "_".join(map(str, values))
        return self._constant(name, np.array(values, dtype=np.int64))

    def _constant(self, name: str, value: npt.ArrayLike) -> str:
        self._tensors.setdefault(name, numpy_helper.from_array(np.array(value), name))
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
