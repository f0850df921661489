"""The topic model on a few examples: it learns, keeps what it learnt, and knows its limits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from addons.nlu import embedding
from addons.nlu.calibration import ACCEPTED_INSIDE, Costs, Scores, calibrated
from addons.nlu.features import Corpus, Counted, Described, Features, Terms, pieces, words
from addons.nlu.linear import Linear
from addons.nlu.neighbours import FLOOR, NEAREST, SCOPE_NEAREST, SHARPNESS, Neighbours
from addons.nlu.topic_model import TopicModel

pytestmark = pytest.mark.bot

_PLACES = "toronto montreal calgary vancouver ottawa halifax regina victoria banff gatineau"
PLACES = _PLACES.split()
EXAMPLES = {
    "ask_fee": "how much does it cost when i am in {}",
    "ask_stay": "how long may i remain in {} as a visitor",
    "ask_lost": "i overstayed and i am still in {} what now",
    "out_of_scope": "which restaurant serves good pizza in {}",
}
TEXTS = [frame.format(place) for frame in EXAMPLES.values() for place in PLACES]
LABELS = [name for name in EXAMPLES for _ in PLACES]


@pytest.fixture(scope="module", params=["with embeddings", "words alone"])
def model(request: pytest.FixtureRequest) -> TopicModel:
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "words alone":
            patch.setattr(embedding, "load", lambda: None)
        elif not embedding.available():
            pytest.skip("the weights are not installed")
        return TopicModel.fit(TEXTS, LABELS, [], 1.0, [], Costs(5.0, 10.0))


def test_a_text_like_the_examples_is_read_as_they_are(model: TopicModel) -> None:
    for name, frame in EXAMPLES.items():
        reading = model.read(frame.format("winnipeg"))
        assert reading.names[0] == name
        assert reading.outside == (name == "out_of_scope")


def test_chances_are_chances_the_likeliest_first(model: TopicModel) -> None:
    reading = model.read("how long may i remain")
    assert reading.chances.sum() == pytest.approx(1.0)
    assert list(reading.chances) == sorted(reading.chances, reverse=True)
    assert set(reading.names) == set(EXAMPLES)


def test_what_was_saved_reads_as_before(model: TopicModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    again = TopicModel.load(tmp_path)
    assert again.calibration == model.calibration
    for text in ("how much", "pizza?", "", "i am still in canada"):
        before, after = model.read(text), again.read(text)
        assert list(before.names) == list(after.names)
        assert after.chances == pytest.approx(before.chances, abs=1e-3)


def test_a_model_with_embeddings_says_when_their_weights_are_gone(
    model: TopicModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model.save(tmp_path)
    if not (tmp_path / "examples.npz").exists():
        pytest.skip("this model reads none")
    monkeypatch.setattr(embedding, "load", lambda: None)
    with pytest.raises(RuntimeError, match="requirements-weights"):
        TopicModel.load(tmp_path)


def test_without_vectors_their_columns_are_left_out() -> None:
    corpus = Corpus.of([Described.of(text) for text in TEXTS])
    features = Features.fit(corpus)
    vectors = np.ones((len(TEXTS), 7), dtype=np.float32)
    assert features.rows(corpus, vectors).shape[1] == features.rows(corpus, None).shape[1] + 7


def test_many_texts_are_read_as_one_is() -> None:
    texts = [Described.of(text) for text in [*TEXTS, "fee fee fee in banff on 3 May", "unheard-of"]]
    features = Features.fit(Corpus.of(texts[: len(TEXTS)]))
    corpus = Corpus.of(texts)
    chosen = np.array([len(TEXTS) + 1, 0, len(TEXTS)])
    for text, row in zip(
        (texts[i] for i in chosen), features.rows(corpus[chosen], None), strict=True
    ):
        places, values = features.row(text)
        expected = np.zeros(features.count)
        expected[places] = values
        assert row.toarray()[0] == pytest.approx(expected)


def test_what_is_learnt_from_some_directions_is_read_from_all() -> None:
    random = np.random.default_rng(1)
    corpus = Corpus.of([Described.of("when must I leave")] * 300)
    names = np.array(["a", "b", "out_of_scope"])
    labels = np.arange(300) % 3
    middles = random.normal(0, 1, (3, 384))
    vectors = (middles[labels] + random.normal(0, 0.3, (300, 384))).astype(np.float32)
    features = Features.fit(corpus)
    topics = Linear.fit(features, corpus, names[labels], vectors, 0.7)
    assert topics.weights.shape == (features.count + 384, 3)
    many = topics.margins_of_many(features.rows(corpus, vectors))
    assert topics.names[many.argmax(axis=1)].tolist() == names[labels].tolist()
    one = topics.margins(features.row(Described.of("when must I leave")), vectors[7])
    assert one == pytest.approx(many[7], abs=1e-4)


def test_the_nearest_examples_vote() -> None:
    vectors = np.eye(20, dtype=np.float32)
    labels = np.array([0] * 10 + [1] * 10)
    votes, nearness = Neighbours(vectors, labels, 2, outside=1).of(vectors[[3, 15]])
    assert votes.argmax(axis=1).tolist() == [0, 1]
    assert nearness[0, 0] > nearness[0, 1]
    assert nearness[1, 0] < nearness[1, 1]


def test_the_nearest_of_many_are_found_among_the_candidates() -> None:
    random = np.random.default_rng(3)
    # As sentences are: most of what tells them apart lies in few of the directions.
    spread = np.linspace(1.0, 0.02, 384) ** 2
    vectors = (random.normal(0, 1, (6000, 384)) * spread).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    labels = random.integers(0, 4, 6000)
    asked = vectors[:40] + random.normal(0, 0.01, (40, 384)).astype(np.float32)
    votes, nearness = Neighbours(vectors, labels, 4, outside=3).of(asked)
    for place, vector in enumerate(asked):
        likeness = vectors @ vector
        best = np.argsort(-likeness)[:NEAREST]
        expected = np.bincount(
            labels[best], np.exp(SHARPNESS * (likeness[best] - 1.0)), minlength=4
        )
        expected += FLOOR
        assert votes[place] == pytest.approx(expected / expected.sum(), abs=1e-4)
        for side, chosen in enumerate((labels != 3, labels == 3)):
            highest = np.sort(likeness[chosen])[-SCOPE_NEAREST:].mean()
            assert nearness[place, side] == pytest.approx(highest, abs=1e-4)


@pytest.mark.parametrize("text", ["", "a", "é ü  zwei", " tab\tand\n\nline ", "I entered on {d}!"])
def test_a_text_is_taken_apart_as_scikit_learn_does(text: str) -> None:
    for split, like in (
        (words, CountVectorizer(ngram_range=(1, 2))),
        (pieces, CountVectorizer(analyzer="char_wb", ngram_range=(2, 5))),
    ):
        assert sorted(split(text)) == sorted(like.build_analyzer()(text))


def test_a_row_weighs_as_scikit_learn_does() -> None:
    texts = [*TEXTS, "fee fee fee in banff", "nothing known"]
    learner = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True).fit(TEXTS)
    terms = Terms.fit(Counted.of(TEXTS, words), 2, weigh=True)
    assert terms.names == learner.get_feature_names_out().tolist()
    for text, expected in zip(texts, learner.transform(texts).toarray(), strict=True):
        places, values = terms.weighed(words(text))
        row = np.zeros(len(terms.names))
        row[places] = values
        assert row == pytest.approx(expected)


def test_the_scope_lets_its_share_of_inside_messages_through() -> None:
    random = np.random.default_rng(0)
    right = random.integers(0, 4, 2000)
    margins = random.normal(0, 0.5, (2000, 4))
    margins[np.arange(2000), right] += 1.0
    scores = Scores(margins, None, None, outside=3)
    names = np.array(["a", "b", "c", "out_of_scope"])
    found = calibrated(scores, right, names, [], Costs(5.0, 10.0))
    inside = found.scope(scores)[right != 3] <= found.outside_from
    assert inside.mean() == pytest.approx(ACCEPTED_INSIDE, abs=0.01)
    assert found.scope(scores)[right == 3].mean() > found.scope(scores)[right != 3].mean()


def test_a_dearer_mistake_raises_the_threshold() -> None:
    random = np.random.default_rng(1)
    right = random.integers(0, 4, 3000)
    margins = random.normal(0, 1.0, (3000, 4))
    margins[np.arange(3000), right] += 1.0
    scores, names = Scores(margins, None, None, outside=3), np.array(list("abcd"))
    cheap = calibrated(scores, right, names, [], Costs(1.5, 10.0))
    dear = calibrated(scores, right, names, [], Costs(20.0, 10.0))
    assert cheap.answer_from < dear.answer_from


def test_a_guard_acts_the_sooner_the_dearer_it_is_to_miss() -> None:
    random = np.random.default_rng(2)
    right = random.integers(0, 4, 3000)
    margins = random.normal(0, 0.4, (3000, 4))
    margins[np.arange(3000), right] += 0.3
    scores, names = Scores(margins, None, None, outside=3), np.array(list("abcd"))
    cheap = calibrated(scores, right, names, ["b"], Costs(5.0, 0.5))
    dear = calibrated(scores, right, names, ["b"], Costs(5.0, 50.0))
    assert dear.guard_from < cheap.guard_from


def test_thresholds_are_learnt_on_what_is_as_written() -> None:
    """Here the other examples are the harder ones, and would make it ask more."""
    noise = [f"{word} {place}" for word in ("how", "what", "and") for place in PLACES]
    labels = [list(EXAMPLES)[i % len(EXAMPLES)] for i in range(len(noise))]
    texts, names = [*TEXTS, *noise], [*LABELS, *labels]
    marked = [True] * len(TEXTS) + [False] * len(noise)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(embedding, "load", lambda: None)
        on_all = TopicModel.fit(texts, names, [], 1.0, [], Costs(5.0, 10.0))
        on_marked = TopicModel.fit(texts, names, marked, 1.0, [], Costs(5.0, 10.0))
    assert on_marked.calibration.answer_from <= on_all.calibration.answer_from
    assert on_marked.calibration != on_all.calibration
