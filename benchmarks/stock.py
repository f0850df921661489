"""The same assistant as a stock Rasa project: what the speed of ours is compared with.

Same domain, data and actions; spaCy and DIET understand, RulePolicy routes, an action server
answers over HTTP, everything else is Rasa's default. The dates come from our own extractor,
for DIET would need every date of the data marked, and the answers should be the same.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import spacy
import yaml

ROOT = Path(__file__).resolve().parents[1]
EPOCHS = 2
"""Of DIET's 300: how long a message takes does not depend on it, how long training takes does."""
ASKED = (
    "I entered on {day}, no stamp. When must I leave?",
    "entered {day}, no stamp, when must i leave",
    "Until when can I stay in Canada if I arrived on {day} and got no stamp?",
    "I came to Canada as a visitor on {day}. There is no stamp in my passport. "
    "What is my last day here?",
    "Hello, I flew to Toronto on {day} to see my sister. The officer at the airport let me in and "
    "did not stamp my passport. Could you please tell me on which day I have to leave Canada?",
    "My passport was not stamped when I entered Canada on {day}, and nobody gave me any paper with "
    "a date on it. I would like to know how long I am allowed to stay before I must go home, "
    "because I have to book my flight soon.",
)
"""One question in many words, of 15 to 57 tokens; the answer is computed from its day."""
DAYS = {
    f"{day} {name} 2026": (month, day)
    for month, name in ((7, "July"), (8, "August"), (9, "September"), (10, "October"))
    for day in range(1, 29)
}


def _payload(text: str, said: str) -> str:
    start, (month, day) = text.index(said), DAYS[said]
    entry = {"text": said, "start": start, "end": start + len(said), "form": "calendar"}
    entry |= {"role": "entry_date", "year": 2026, "month": month, "day": day}
    return f"/ask_expiry_date{json.dumps({'entry_date': entry, 'officer_wrote_date': False})}"


_CROWD = {text: _payload(text, day) for day in DAYS for text in (s.format(day=day) for s in ASKED)}
CROWD = tuple(_CROWD)
COMPUTED = ASKED[0].format(day="3 July 2026")
UNDERSTOOD = _CROWD | {
    "How much does an extension cost?": "/ask_extension_fee",
    "why?": "/ask_why",
    "can i study english": "/ask_work_study",
    "thanks": "/thank",
}
"""What a stock assistant is sent instead: two epochs teach it too little to understand. Rasa
reads such a payload after its whole pipeline has run, so that a message costs what it does."""
PIPELINE = [
    {"name": "SpacyTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    {"name": "DIETClassifier", "epochs": EPOCHS, "entity_recognition": False},
    {"name": "FallbackClassifier", "threshold": 0.05},
    {"name": "addons.nlu.facts.FactExtractor"},
]


def build(folder: Path, actions: str, every: int) -> None:
    """Write the project into `folder`, with each `every`-th example of the data.

    `actions` is the address of its action server.
    """
    shutil.copytree(ROOT / "data", folder / "data", dirs_exist_ok=True)
    for file in (folder / "data" / "nlu").rglob("*.yml") if every > 1 else ():
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
        for entry in said["nlu"]:
            entry["examples"] = "".join(entry["examples"].splitlines(keepends=True)[::every])
        file.write_text(yaml.safe_dump(said, allow_unicode=True), encoding="utf-8")
    spacy.blank("en").to_disk(folder / "blank")  # no model is installed, nor fetched
    pipeline = [{"name": "SpacyNLP", "model": str(folder / "blank")}, *PIPELINE]
    config = {
        "recipe": "default.v1",
        "language": "en",
        "assistant_id": "stock",
        "pipeline": pipeline,
        "policies": [
            {
                "name": "RulePolicy",
                "core_fallback_action_name": "action_fallback",
                "core_fallback_threshold": 0.3,
            }
        ],
    }
    (folder / "config.yml").write_text(yaml.safe_dump(config, sort_keys=False))
    (folder / "endpoints.yml").write_text(f"action_endpoint:\n  url: {actions}\n")
    (folder / "credentials.yml").write_text("rest:\n")
    shutil.copy(ROOT / "domain.yml", folder / "domain.yml")


def train(config: Path, model: Path, log: Path) -> float:
    """Seconds to train the model `model` from the project that `config` is of."""
    command = [sys.executable, "-m", "rasa", "train", "--force", "--config", str(config)]
    command += [
        "--data",
        str(config.parent / "data"),
        "--out",
        str(model.parent),
        "--fixed-model-name",
        model.name.partition(".")[0],
    ]
    began = time.perf_counter()
    with log.open("wb") as output:
        subprocess.run(command, cwd=ROOT, check=True, stdout=output, stderr=output)
    return time.perf_counter() - began
