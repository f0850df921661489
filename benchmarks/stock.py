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
COMPUTED = "I entered on 3 July 2026, no stamp. When must I leave?"
_ENTRY = {"text": "3 July 2026", "start": 13, "end": 24, "form": "calendar"}
_ENTRY |= {"role": "entry_date", "year": 2026, "month": 7, "day": 3}
_FACTS = json.dumps({"entry_date": _ENTRY, "officer_wrote_date": False})
UNDERSTOOD = {
    COMPUTED: f"/ask_expiry_date{_FACTS}",
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
