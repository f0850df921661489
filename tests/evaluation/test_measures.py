"""The measures, on messages small enough to count by hand."""

from __future__ import annotations

import pytest

from scripts.evaluation.chances import calibration
from scripts.evaluation.date_measures import by_role, dates, differing, resolved_silently
from scripts.evaluation.groups import by_kind, by_length
from scripts.evaluation.measures import NOTHING, Pair, Share, by_intent, confusion, topics
from scripts.evaluation.samples import Entity, Guess, Message, Reading
from scripts.evaluation.worst import LOST, UNSURE, WRONG, worst
from tests.evaluation.samples import AMBIGUOUS, ENTRY, message, reading

YES, NO, NONE = Share(1, 1), Share(0, 1), Share(0, 0)


@pytest.mark.parametrize(
    ("said", "read", "expected"),
    [
        # One message each: what counts, and of whom it is counted at all.
        ("a", ("answer", "a"), {"first": YES, "found": YES, "wrong": NO, "accepted": YES}),
        ("a", ("answer", "b", "a"), {"first": NO, "top3": YES, "found": NO, "wrong": YES}),
        ("a", ("answer", "b", "c", "d", "a"), {"top3": NO, "wrong": YES, "accepted": YES}),
        ("a", ("clarify", "b", "a"), {"first": NO, "found": YES, "wrong": NO, "accepted": YES}),
        ("a", ("clarify", "b", "c"), {"found": NO, "wrong": NO, "accepted": YES}),
        ("a", ("fallback", "a", "b"), {"first": YES, "found": YES, "accepted": NO}),
        ("a", ("guard", "evasion", "a"), {"found": NO, "wrong": YES, "accepted": NO}),
        ("a", ("fallback",), {"first": NO, "top3": NO, "found": NO, "wrong": NO}),
        ("a", ("answer", "a"), {"unanswered": NONE, "recognised": NONE, "guards": NONE}),
        ("evasion", ("guard", "evasion"), {"guards": YES, "accepted": NONE, "wrong": NO}),
        ("evasion", ("clarify", "a", "evasion"), {"guards": NO, "found": YES, "wrong": NO}),
        ("evasion", ("answer", "a"), {"guards": NO, "wrong": YES}),
        ("abuse", ("guard", "abuse"), {"guards": YES}),
        (
            "out_of_scope",
            ("guard", "out_of_scope"),
            {"unanswered": YES, "recognised": YES, "wrong": NO, "accepted": NONE},
        ),
        ("out_of_scope", ("guard", "abuse"), {"unanswered": YES, "recognised": YES, "wrong": NO}),
        ("out_of_scope", ("fallback", "a"), {"unanswered": YES, "recognised": YES}),
        ("out_of_scope", ("clarify", "a", "b"), {"unanswered": YES, "recognised": NO, "wrong": NO}),
        ("out_of_scope", ("answer", "a"), {"unanswered": NO, "recognised": NO, "wrong": YES}),
    ],
)
def test_topics(said: str, read: tuple[str, ...], expected: dict[str, Share]) -> None:
    found = topics([(message(said), reading(*read))])
    assert {name: getattr(found, name) for name in expected} == expected


def test_what_is_right_as_well_is_right() -> None:
    found = topics([(message("a", "b"), reading("answer", "b"))])
    assert (found.first, found.found, found.wrong) == (YES, YES, NO)


def test_of_nothing_there_is_no_share() -> None:
    assert set(vars(topics([])).values()) == {NONE}
    assert NONE.rate is None and NONE.bounds is None
    assert by_intent([]) == by_kind([]) == worst([]) == differing([]) == ()
    assert confusion([]).names == ()
    assert calibration([]).error is None
    assert dates([]).recall == NONE


def test_a_share_has_the_range_of_wilson() -> None:
    assert Share(5, 10).bounds == pytest.approx((0.2366, 0.7634), abs=1e-4)
    assert YES.bounds == pytest.approx((0.2065, 1.0), abs=1e-4)
    low, high = NO.bounds or (1, 0)
    assert low == 0.0 and high < 1.0


PAIRS: list[Pair] = [
    (message("a"), reading("answer", "a")),
    (message("a"), reading("answer", "b", "a")),
    (message("a", "b"), reading("answer", "b")),
    (message("b"), reading("answer", "b")),
    (message("c"), reading("fallback")),
]


def test_precision_and_recall_of_each_intent() -> None:
    found = {one.name: (one.recall, one.precision) for one in by_intent(PAIRS)}
    assert found == {
        "a": (Share(2, 3), Share(1, 1)),
        "b": (Share(1, 1), Share(2, 3)),
        "c": (Share(0, 1), NONE),
        NOTHING: (NONE, Share(0, 1)),
    }


def test_confusion_counts_what_is_right_as_well_as_right() -> None:
    found = confusion(PAIRS)
    assert found.names == (NOTHING, "a", "b", "c")
    assert found.counts == {("a", "a"): 2, ("a", "b"): 1, ("b", "b"): 1, ("c", NOTHING): 1}
    assert found.confused == (("a", "b", 1), ("c", NOTHING, 1))


@pytest.mark.parametrize(("words", "place"), [(0, 0), (6, 0), (7, 1), (24, 1), (25, 2)])
def test_lengths(words: int, place: int) -> None:
    groups = by_length([(message("a", text="word " * words), reading("answer", "a"))])
    assert [group.count for group in groups] == [int(i == place) for i in range(3)]


def test_kinds() -> None:
    pairs = [
        (message("a", kind="in_scope"), reading("answer", "a")),
        (message("a", kind="in_scope"), reading("answer", "b")),
        (message("a"), reading("answer", "a")),
    ]
    found = {group.name: group.topics.first for group in by_kind(pairs)}
    assert found == {"(no kind)": YES, "in_scope": Share(1, 2)}


OTHER_DAY = Entity("entry_date", "2026-06-04")
OTHER_ROLE = Entity("stamp_date", "2026-06-03")
COUNTRY = Entity("nationality", "FR")


@pytest.mark.parametrize(
    ("wanted", "found", "precision", "recall"),
    [
        ((), (), NONE, NONE),
        ((ENTRY,), (ENTRY,), YES, YES),
        ((ENTRY,), (), NONE, NO),
        ((), (ENTRY,), NO, NONE),
        ((ENTRY,), (OTHER_DAY,), NO, NO),
        ((ENTRY,), (OTHER_ROLE,), NO, NO),
        ((ENTRY, OTHER_ROLE), (ENTRY,), YES, Share(1, 2)),
        ((ENTRY,), (ENTRY, ENTRY), Share(2, 2), YES),
        ((AMBIGUOUS,), (AMBIGUOUS,), YES, YES),
        ((COUNTRY,), (COUNTRY, Entity("other_date", "2026-06-03")), NONE, NONE),
    ],
)
def test_dates(
    wanted: tuple[Entity, ...], found: tuple[Entity, ...], precision: Share, recall: Share
) -> None:
    of = dates([(message("a", entities=wanted), reading("answer", "a", entities=found))])
    assert (of.precision, of.recall) == (precision, recall)


def test_dates_are_counted_by_role_and_named_where_they_differ() -> None:
    pairs = [
        (message("a", entities=(ENTRY,)), reading("answer", "a", entities=(OTHER_ROLE,))),
        (message("a", entities=(ENTRY,)), reading("answer", "a", entities=(ENTRY, COUNTRY))),
    ]
    roles = {one.name: (one.precision, one.recall) for one in by_role(pairs)}
    assert len(roles) == 6
    assert roles["entry_date"] == (YES, Share(1, 2)) and roles["stamp_date"] == (NO, NONE)
    (odd,) = differing(pairs)
    assert (odd.missed, odd.invented) == ((ENTRY,), (OTHER_ROLE,))


@pytest.mark.parametrize(
    ("found", "silent"),
    [
        ((AMBIGUOUS,), NO),
        ((), NO),
        ((ENTRY,), NO),
        ((Entity("entry_date", "2026-03-04"),), YES),
        ((Entity("other_date", "2026-04-03"),), YES),
    ],
)
def test_an_ambiguous_date_read_as_one_day_is_counted(
    found: tuple[Entity, ...], silent: Share
) -> None:
    pair = message("a", entities=(AMBIGUOUS,)), reading("answer", "a", entities=found)
    assert resolved_silently([pair]) == silent


def test_calibration_has_ten_bins_and_the_mean_gap() -> None:
    pairs = [
        (message("a"), reading("answer", "a", chance=1.0)),
        (message("a"), reading("answer", "a", chance=0.9)),
        (message("a"), reading("answer", "b", chance=0.2)),
        (message("a"), reading("fallback")),  # gave no chance
    ]
    found = calibration(pairs)
    assert len(found.bins) == 10
    held = {one.low: (one.chance, one.right) for one in found.bins if one.chance is not None}
    assert held == {0.9: (pytest.approx(0.95), Share(2, 2)), 0.2: (0.2, NO)}
    assert found.error == pytest.approx((2 * 0.05 + 0.2) / 3)


def unsure(label: str, *guesses: tuple[str, float]) -> tuple[Message, Reading]:
    return message(label), Reading("nlu_fallback", "clarify", tuple(Guess(*g) for g in guesses))


def test_the_worst_come_in_the_order_to_read_them() -> None:
    pairs: list[Pair] = [
        (message("a"), reading("answer", "a")),  # right
        (message("out_of_scope"), reading("clarify", "a", "b")),  # sent away, which is right
        unsure("a", ("a", 0.4), ("b", 0.3)),
        unsure("a", ("b", 0.4), ("a", 0.3)),
        unsure("a", ("b", 0.4), ("c", 0.3)),
        (message("a"), reading("answer", "b", chance=0.6)),
        (message("a"), reading("answer", "b", chance=0.8)),
        (message("a"), reading("fallback")),
    ]
    found = worst(pairs)
    order = [6, 5, 4, 7, 3, 2]
    assert [pairs.index((bad.message, bad.reading)) for bad in found] == order
    assert [bad.degree for bad in found] == [WRONG, WRONG, LOST, LOST, UNSURE, UNSURE]
    assert worst(pairs, limit=2) == found[:2]
