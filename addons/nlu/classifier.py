"""Graph component: which topic a message asks about, or that it cannot be told."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple, Type

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, METADATA, METADATA_INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from addons.nlu.calibration import Costs
from addons.nlu.topic_model import Reading, TopicModel
from language.catalogue import catalogue, languages
from language.ellipsis import STANDS_OUT, elided_in
from language.guard_table import ACT_SOONER, INTENTS, OUTSIDE, UNSURE, Guard, intents_before
from language.guards import first_guard, guards_of, hinted_at, is_honest, sentences
from language.questions import numbered, questions
from language.retractions import blames_slip

RANKING = "intent_ranking"
QUESTIONS = "questions"
"""The topics that a list of numbered questions asks about, in its order."""
BEFORE_SCOPE = intents_before(Guard.SCOPE)
POSSIBLE = 0.05
"""Less likely than this, a guard's words stand in a message about something else. What only
hints is said by a quarter of those who ask for help to deceive, and by one in 250 others."""
HONEST = 0.97
"""What a guard must be likelier than where the words tell of an honest question."""
SURE_OF_A_WORD = 0.9
"""What one word must be likelier than to be acted on: "stay" is no goodbye."""
SURE_OF_A_PART = 0.9
"""What the topic of a part must be likelier than, for the rest may give it another sense."""
LIKELIEST = 3
"""Topics of the whole message among which that of a part must be."""
TOPICS = ("ask_", "report_")
"""What the intents of a question begin with."""
PLEASANTRIES = ("greet", "thank", "goodbye")
"""Often said in one breath; the one answered instead of another misleads nobody."""
ABOUT_THE_TALK = ("ask_why", "ask_sources", "ask_reminder", "ask_capabilities", "ask_referral")
"""Questions that one word can ask: "why?", "sources?", "help"."""
Guess = Dict[str, Any]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(IntentClassifier, GraphComponent):
    """Sets the intent and its ranking; unsure of it, the intent is `nlu_fallback`.

    What a button says is known by heart and needs no model. A guard's phrase makes the
    message the guard's, where the model thinks it possible at all of the message or of the
    sentence that says it; of two guards, the first in the table. A message outside the
    scope is `out_of_scope` whatever topic it resembles.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """The settings with their defaults; config.yml says why each number is what it is."""
        return {
            "cost_of_wrong": 5.0,
            "cost_of_missed_guard": 10.0,
            "ranking_length": 10,
            "penalty": 0.7,
        }

    @staticmethod
    def required_packages() -> List[str]:
        """The packages that must be installed."""
        return ["sklearn"]

    def __init__(
        self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._model: TopicModel | None = None
        self._said_by_buttons = {
            payload: intent
            for language in languages()
            for payload, intent in catalogue(language).intents_by_payload().items()
        }

    @classmethod
    def create(
        cls: Type[TopicClassifier],
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TopicClassifier:
        """A new, untrained component."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on every example that has a text and an intent."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT) and m.get(INTENT)]
        texts = [example.get(TEXT) for example in examples]
        labels = [example.get(INTENT) for example in examples]
        as_written = [_is_as_written(example) for example in examples]
        config = self._config
        costs = Costs(config["cost_of_wrong"], config["cost_of_missed_guard"])
        self._model = TopicModel.fit(
            texts, labels, as_written, config["penalty"], ACT_SOONER, costs
        )
        with self._model_storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    @classmethod
    def load(
        cls: Type[TopicClassifier],
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TopicClassifier:
        """The trained component, made ready for the first message."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._model = TopicModel.load(folder)
        component.process([Message({TEXT: "I entered on 3 May 2026."})])
        return component

    def process(self, messages: List[Message]) -> List[Message]:
        """Set intent and ranking on each message that has a text."""
        assert self._model is not None, "the classifier is used before it was trained or loaded"
        unknown = []
        for message in messages:
            text = message.get(TEXT)
            if not isinstance(text, str):
                continue
            known = self._said_by_buttons.get(text.strip())
            if known:
                intent = {"name": known, "confidence": 1.0}
                _set(message, intent, [intent])
            else:
                unknown.append((message, text))
        if unknown:
            readings = self._model.read_all([text for _, text in unknown])
            for (message, text), reading in zip(unknown, readings, strict=True):
                intent, ranking = self._understood(text, reading)
                parts, listed = questions(text), numbered(text)
                unread = intent["name"] == UNSURE and ranking[0]["name"] not in INTENTS
                asked = self._asked(parts) if parts and (unread or listed) else {}
                likely = [guess["name"] for guess in ranking[:LIKELIEST]]
                if unread and len(asked) == 1 and likely.count(*asked):
                    intent, ranking = next(iter(asked.values()))
                if listed:
                    message.set(QUESTIONS, list(asked), add_to_output=True)
                _set(message, intent, ranking)
        return messages

    def _asked(self, parts: Tuple[str, ...]) -> Dict[str, Tuple[Guess, List[Guess]]]:
        """What the parts of a message surely ask about, each read alone, by the topic's name."""
        assert self._model is not None
        found: Dict[str, Tuple[Guess, List[Guess]]] = {}
        for part, reading in zip(parts, self._model.read_all(list(parts)), strict=True):
            intent, ranking = self._understood(part, reading)
            if intent["name"].startswith(TOPICS) and intent["confidence"] >= SURE_OF_A_PART:
                found.setdefault(intent["name"], (intent, ranking))
        return found

    def _understood(self, text: str, reading: Reading) -> Tuple[Guess, List[Guess]]:
        """The intent to act on, and every likely one."""
        assert self._model is not None
        chances = dict(zip(reading.names.tolist(), reading.chances.tolist(), strict=True))
        if blames_slip(text):
            chances["abuse"] = 0.0  # "brain fart, it was the 4th" scolds nobody
        calibration = self._model.calibration
        in_words = guards_of(text)
        said, acting = self._guard_said(text, in_words, chances), None
        likeliest = max(ACT_SOONER, key=lambda name: chances.get(name, 0.0))
        chance = chances.get(likeliest, 0.0)
        guard_from = self._guard_from(text, likeliest, chance)
        if said is None and chance >= guard_from:
            # Urgency and evasion come before the scope.
            acting = None if reading.outside and likeliest not in BEFORE_SCOPE else likeliest
        if said is not None:
            chances[said] += 1.0  # its own words outweigh the model
        elif reading.outside and acting is None:
            chances[OUTSIDE] += 1.0
        else:
            chances[OUTSIDE] = 0.0
        total = sum(chances.values())
        likely = sorted(chances.items(), key=lambda item: (item[0] != acting, -item[1]))[
            : self._config["ranking_length"]
        ]
        ranking: List[Guess] = [
            {"name": name, "confidence": chance / total} for name, chance in likely
        ]
        first = ranking[0]
        is_guard = first["name"] in INTENTS
        needed = calibration.answer_from
        if is_guard:
            of_words = said is None and first["name"] == likeliest
            needed = guard_from if of_words else calibration.guard_from
        # One word names a subject and asks nothing about it: the topics are offered.
        about_law = first["name"].startswith(TOPICS) and first["name"] not in ABOUT_THE_TALK
        alone = len(text.split()) == 1
        if alone and not in_words:
            needed = max(needed, SURE_OF_A_WORD)
        # What this asks about, only the talk so far can tell.
        of_the_talk = not is_guard and elided_in(text) in STANDS_OUT
        sure = first["confidence"]
        if first["name"] in PLEASANTRIES:
            sure = sum(chances[name] for name in PLEASANTRIES if name in chances) / total
        if sure >= needed and not (alone and about_law) and not of_the_talk:
            return first, ranking
        return {"name": UNSURE, "confidence": 1.0 - first["confidence"]}, ranking

    def _guard_from(self, text: str, guard: str, chance: float) -> float:
        """From which chance a guard acts, by what the words themselves tell of it."""
        assert self._model is not None
        usual = self._model.calibration.guard_from
        if chance < POSSIBLE:  # nothing that the words may tell lets it act
            return usual
        if hinted_at(text, guard):
            return min(POSSIBLE, usual)
        return max(HONEST, usual) if is_honest(text, guard) else usual

    def _guard_said(
        self, text: str, in_words: Tuple[str, ...], chances: Dict[str, float]
    ) -> str | None:
        """The first of the guards `in_words` that is possible at all."""
        assert self._model is not None
        likely = {name: chances[name] for name in in_words}
        parts = sentences(text) if likely and min(likely.values()) < POSSIBLE else ()
        for part in parts if len(parts) > 1 else ():
            for name in guards_of(part):
                reading = self._model.read(part)
                alone = float(reading.chances[reading.names == name][0])
                likely[name] = max(likely.get(name, 0.0), alone)
        return first_guard(likely, POSSIBLE)


def _set(message: Message, intent: Guess, ranking: List[Guess]) -> None:
    message.set(INTENT, intent, add_to_output=True)
    message.set(RANKING, ranking, add_to_output=True)


def _is_as_written(example: Message) -> bool:
    """Whether an example is marked, by its intent's metadata, as like what people send."""
    metadata = example.get(METADATA) or {}
    return bool((metadata.get(METADATA_INTENT) or {}).get("as_written"))
