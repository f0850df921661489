"""Made-up identifiers and harmless messages, drawn from a fixed seed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from language.identifiers import Identifier

DATA = Path(__file__).parents[2] / "data" / "nlu"


def _fill(shape: str, chance: random.Random) -> str:
    """``#`` becomes a digit, ``@`` a capital letter."""
    made = [
        str(chance.randrange(10)) if c == "#" else chr(65 + chance.randrange(26)) if c == "@" else c
        for c in shape
    ]
    return "".join(made)


SHAPES = {
    Identifier.UCI: ["####-####", "##-####-####", "UCI ########", "UCI: ##########",
                     "UCI number is #### ####", "client ID ##-####-####", "T####-####"],
    Identifier.APPLICATION: ["@#########", "W#########", "S30#######", "E#########", "V#########",
                             "EP########", "@### ### ###"],
    Identifier.PASSPORT: ["@@######", "@#######", "@########", "passport number #########",
                          "passport no. ########", "passport no: @@ ######", "passport @@#######",
                          "my passport is @@@######"],
    Identifier.SIN: ["###-###-###", "### ### ###", "SIN #########", "social insurance ### ### ###",
                     "###.###.###"],
    Identifier.PHONE: ["416-555-####", "(647) 555-####", "+1 604 555 ####", "1-819-555-####",
                       "514.555.####", "+91 9#### #####", "+44 7### ######", "06 ## ## ## ##",
                       "9#### #####", "+52 55 #### ####", "phone 555-####", "604555####",
                       "+86 138 #### ####", "+33 6 ## ## ## ##"],
    Identifier.EMAIL: ["@@#@gmail.com".replace("@gmail", "%gmail"), "a.b@%mail.example.co.uk",
                       "visa+@@%example.org", "@_@##%uni-x.edu"],
}  # fmt: skip
CARRIERS = [
    "{}", "my number is {}", "Hello, {} is mine. I entered on 3 June 2026, when must I leave?",
    "{} entered 2026-06-03", "here you go: {}.", "I am Ana ({}), what is my last day?",
    "file {}, when does my stay end", "it's {}!", "When do I leave?\n{}\nthanks",
    "reach me: {}, I came 03/06/2026",
]  # fmt: skip


def identifiers(count: int, seed: int = 9) -> Iterator[tuple[Identifier, str, str]]:
    """(kind, the identifier without its name, a message with it)."""
    chance = random.Random(seed)
    kinds = list(SHAPES)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        said = _fill(chance.choice(SHAPES[kind]), chance)
        said = said.replace("@", "a").replace("%", "@") if kind is Identifier.EMAIL else said
        bare = said if kind is Identifier.EMAIL else _bare(said)
        yield kind, bare, chance.choice(CARRIERS).format(said)


def _bare(said: str) -> str:
    """The digits at the end, with what stands between them."""
    first = next(at for at, char in enumerate(said) if char.isdigit())
    return said[first:]


def _day(chance: random.Random) -> dt.date:
    return dt.date(2015, 1, 1) + dt.timedelta(chance.randrange(6000))


WRITTEN: list[Callable[[dt.date], str]] = [
    lambda d: d.isoformat(),
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: f"{d:%m/%d/%Y}",
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: f"{d:%d-%m-%y}",
    lambda d: f"{d:%d %m %Y}",
    lambda d: f"{d:%Y%m%d}",
    lambda d: f"{d:%d%m%Y}",
    lambda d: f"{d:%Y/%m/%d}",
    lambda d: f"{d:%d.%m.%y}",
    lambda d: f"{d:%B} {d.day}, {d.year}",
    lambda d: f"{d.day} {d:%b} {d.year}",
    lambda d: f"{d:%Y %m %d}",
    lambda d: f"{d.day}-{d.month}-{d.year}",
    lambda d: f"{d:%d%b%Y}",
]
WITH_DAYS = [
    "I entered on {0} and my passport expires {1}. When must I leave?",
    "entered {0}, stamp {1}",
    "{0} - {1}",
    "{0} {1}",
    "from {0} to {1}",
    "passport expiry {0}",
    "my passport is valid until {0}",
    "I applied on {0}; refused {1}",
    "can I call it {0}?",
    "my visa 2024-2029, I came {0}",
    "visitor record to {0}, passport {1}",
    "file by {0}?",
]
WITHOUT_DAYS = [
    "How much is the $246.25 restoration fee, or is it $229.77?", "6 months or 180 days?",
    "do I fill IMM 5708 or IMM 5257E", "form IMM1295 and IMM 5710", "IRPR s. 183(1)(a) and 183(5)",
    "section 44 report, A41(a)", "SOR/2002-227", "S.C. 2001, c. 27, s. 29(2)", "R182 and R183.3",
    "I have 15,000 CAD", "between 15000-20000 in my account", "CAD 1200000", "$100 000 for 2 years",
    "2024-2025 school year", "flight AC1234 at 12:30", "my B1/B2 visa 10 years", "IMM-1234-23",
    "2019 FC 1234", "unit 1204, 55 Main St", "V5K 0A1", "90 days after 30 days", "1 year 6 months",
    "I am 34, my kids are 2, 4 and 7", "H-1B or TN, I-94", "18 months ago, on the 3rd",
    "It cost 100 dollars + 85 biometrics = 185", "C11, R205(a)", "1,000,000 rupees",
    "super visa 5 years, 2022-07-04", "within 15 days or 60 days", "gate 24 at 18:45 on 3.6.2026",
    "2026", "in 2025 or 2026", "12 000 pesos", "NOC 21231", "call 911?", "passport 10 years old",
    "I entered twice: 3/6/26 and 4/7/26",
]  # fmt: skip


def harmless(count: int, seed: int = 9) -> Iterator[str]:
    """Messages with dates, fees, forms and sections, and those the assistant learns from."""
    chance = random.Random(seed)
    learnt = [
        line.strip(" -")
        for file in sorted(DATA.rglob("*.yml"))
        for item in yaml.safe_load(file.read_text(encoding="utf-8")).get("nlu", [])
        if item.get("intent") != "restart"  # who asks to be forgotten means it
        for line in item.get("examples", "").splitlines()
        if line.strip()
    ]
    for number in range(count):
        if number % 4 == 3:
            yield chance.choice(learnt)
        elif number % 4 == 2:
            yield chance.choice(WITHOUT_DAYS)
        else:
            written = chance.choice(WRITTEN)
            yield chance.choice(WITH_DAYS).format(written(_day(chance)), written(_day(chance)))
