"""How fast the assistant answers, against a stock Rasa of the same data, in one run.

    make bench                  (half an hour: it trains both)
    .venv/bin/python -m benchmarks.answers --built FOLDER --model MODEL     (ten minutes)

Each figure of the two is taken in turns, so that a busy machine slows both alike: the ratio
is what counts. One table, and docs/images/speed.png (`--picture`).
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import stock as stock_project
from benchmarks.assistants import Assistant, ours, stock
from benchmarks.slow_actions import SECONDS, SLOW
from scripts.parts.process import free_port
from tests.faults.people import p95
from tests.live.servers import ROOT

COMPUTED = stock_project.COMPUTED
RULE = "thanks"
SAID = (COMPUTED, "How much does an extension cost?", "why?", "can i study english", RULE)
LONGEST = COMPUTED + " Newfoundland accommodation correspondence." * 21
"""Near the limit of 1,000 characters, and below that of 200 words."""
TURNS, FAR, ROUNDS, STARTS = 300, 10_000, 60, 3
BLOCKS, BLOCK = 5, 20
"""The kernel counts a process's time in hundredths of a second: twenty messages a count."""
USERS, SECONDS_OF_LOAD = (1, 8, 32), 6.0
Pair = tuple[Assistant, Assistant]


@dataclass
class Figure:
    """One measurement of both, in its unit; `better` says which way."""

    name: str
    unit: str
    found: dict[str, list[float]] = field(default_factory=lambda: {"ours": [], "stock": []})
    of: Callable[[list[float]], float] = statistics.median

    def add(self, who: Assistant, value: float) -> None:
        """One more value."""
        self.found[who.name].append(value)

    def value(self, name: str) -> float | None:
        """The figure of one, if it was measured."""
        return self.of(self.found[name]) if self.found[name] else None

    @property
    def ratio(self) -> float | None:
        """Ours by stock's."""
        mine, theirs = self.value("ours"), self.value("stock")
        return mine / theirs if mine is not None and theirs else None


def of_messages(pair: Pair) -> list[Figure]:
    """Single messages, each of a new conversation."""
    parse, rule = Figure("understanding one message", "ms"), Figure("answer without rules", "ms")
    answer = Figure("computed answer, first turn", "ms")
    longest = Figure(f"message of {len(LONGEST)} characters", "ms")
    for number in range(ROUNDS):
        for who in pair if number % 2 else pair[::-1]:
            parse.add(who, who.parse(COMPUTED))
            rule.add(who, who.ask(RULE)[0])
            answer.add(who, who.ask(COMPUTED)[0])
            if number < ROUNDS // 4:
                longest.add(who, who.ask(LONGEST)[0])
    tail = Figure("computed answer, p95", "ms", answer.found, p95)
    return [parse, rule, answer, tail, longest, *of_the_processor(pair)]


def of_the_processor(pair: Pair) -> list[Figure]:
    """What a message costs of a core's time, whoever else uses the machine."""
    parse = Figure("understanding, processor time", "ms")
    answer = Figure("computed answer, processor time", "ms")
    for _ in range(BLOCKS):
        for who in pair:
            asked: tuple[tuple[Figure, Callable[[str], object]], ...] = (
                (parse, who.parse),
                (answer, who.ask),
            )
            for figure, ask in asked:
                before = who.processor_seconds()
                for _ in range(BLOCK):
                    ask(COMPUTED)
                figure.add(who, (who.processor_seconds() - before) / BLOCK * 1000)
    return [parse, answer]


def of_a_talk(pair: Pair, far: bool) -> list[Figure]:
    """One long conversation with each."""
    early, late = Figure("turn 5", "ms"), Figure(f"turn {TURNS}", "ms")
    farthest = Figure(f"turn {FAR:,}", "ms")
    talks = {who.name: f"bench-{uuid.uuid4().hex}" for who in pair}
    last = FAR if far else TURNS
    for turn in range(1, last + 1):
        for who in pair if turn <= TURNS else pair[:1]:
            passed, replies = who.ask(SAID[turn % len(SAID)], talks[who.name])
            assert replies or who is not pair[0], f"nothing was said at turn {turn}"
            for figure, end in ((early, 5 + 10), (late, TURNS), (farthest, FAR)):
                if end - 10 < turn <= end:
                    figure.add(who, passed)
    return [early, late, *([farthest] if far else [])]


def of_load(pair: Pair) -> list[Figure]:
    """Computed answers a second, of many at once. Every message is a new conversation and one
    of hundreds, of different days and lengths: nothing is understood before it is read."""
    figures = []
    for users in USERS:
        figure = Figure(f"{users} at once", "answers a second")
        for _ in range(2):
            for who in pair:
                figure.add(who, _rate(who, users))
        figures.append(figure)
    return figures


def _rate(who: Assistant, users: int) -> float:
    until, counts = time.perf_counter() + SECONDS_OF_LOAD, []

    def talk(chance: random.Random) -> None:
        count = 0
        while time.perf_counter() < until:
            _, replies = who.ask(chance.choice(stock_project.CROWD))
            assert any(" 202" in reply.get("text", "") for reply in replies), "an answer was lost"
            count += 1
        counts.append(count)

    threads = [threading.Thread(target=talk, args=(random.Random(n),)) for n in range(users)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(counts) == users, "a user was not answered"
    return sum(counts) / (time.perf_counter() - began)


def of_a_slow_action(pair: Pair) -> list[Figure]:
    """What others wait while an action of somebody's blocks for three seconds."""
    others = Figure("others, while an action blocks", "ms")
    for who in pair:
        for _ in range(2):
            slow = threading.Thread(target=who.ask, args=(f"What {SLOW} about?",))
            slow.start()
            time.sleep(0.3)
            began = time.perf_counter()
            while time.perf_counter() - began < SECONDS - 1.0:
                others.add(who, who.ask(COMPUTED)[0])
            slow.join()
    return [others]


def table(figures: list[Figure]) -> str:
    """The figures as Markdown."""
    lines = ["| | ours | stock | ratio |", "|---|---|---|---|"]
    for figure in figures:
        mine, theirs = figure.value("ours"), figure.value("stock")
        cells = [
            "-" if value is None else f"{value:,.1f} {figure.unit}" for value in (mine, theirs)
        ]
        ratio = "-" if figure.ratio is None else f"{figure.ratio:.2f}"
        lines.append(f"| {figure.name} | {' | '.join(cells)} | {ratio} |")
    return "\n".join(lines)


def draw(figures: list[Figure], file: Path) -> None:
    """The ratios as bars, shorter than stock's line where ours takes less."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    shown = [figure for figure in figures if figure.ratio is not None]
    names = [figure.name for figure in shown][::-1]
    ratios = [figure.ratio or 0.0 for figure in shown][::-1]
    _, axes = pyplot.subplots(figsize=(8, 0.36 * len(shown) + 1.2))
    colours = ["#1d6f42" if "second" in figure.unit else "#24527a" for figure in shown][::-1]
    axes.barh(names, ratios, color=colours)
    axes.axvline(1.0, color="#555555", linewidth=1)
    axes.set_xscale("log")
    axes.set_xlabel("ours / stock Rasa (blue: less is better, green: more)")
    for place, ratio in enumerate(ratios):
        axes.text(ratio, place, f" {ratio:.2f}", va="center", fontsize=8)
    axes.margins(x=0.15)
    pyplot.tight_layout()
    pyplot.savefig(file, dpi=110)


def main() -> None:
    """Build what is missing, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--built", type=Path, help="folder of a stock project with its model")
    options.add_argument("--every", type=int, default=1, help="train stock on each n-th example")
    options.add_argument("--model", type=Path, help="our trained model")
    options.add_argument("--far", action="store_true", help=f"go on to turn {FAR:,} (ours alone)")
    options.add_argument("--picture", type=Path, help="file to draw the ratios into")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        here = Path(temporary)
        training = Figure(f"training (stock: {stock_project.EPOCHS} epochs of 300)", "s")
        log, actions_port = here / "log", free_port()
        folder, model = chosen.built or here / "stock", chosen.model or here / "ours.tar.gz"
        address = f"http://127.0.0.1:{actions_port}/webhook"
        stock_project.build(folder, address, chosen.every)
        pair = ours(model, here), stock(folder / "stock.tar.gz", folder, actions_port)
        if chosen.model is None:
            training.add(pair[0], stock_project.train(ROOT / "config.yml", model, log))
        if chosen.built is None:
            built = folder / "stock.tar.gz"
            training.add(pair[1], stock_project.train(folder / "config.yml", built, log))
        start, memory = Figure("start to first answer", "s"), Figure("memory after that", "MB")
        try:
            for number in range(STARTS):
                for who in pair:
                    start.add(who, who.start(here / f"{who.name}.log"))
                    memory.add(who, who.megabytes())
                    if number < STARTS - 1:
                        who.stop()
            figures = [*of_messages(pair), *of_a_talk(pair, chosen.far), *of_load(pair)]
            figures += [*of_a_slow_action(pair), start, memory, training]
        finally:
            for who in pair:
                who.stop()
    print(table(figures))
    if chosen.picture:
        draw(figures, chosen.picture)


if __name__ == "__main__":
    main()
