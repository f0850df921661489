"""Graph component: which topic a message asks about, or that it cannot be told."""

from __future__ import annotations

from typing import Any, Dict, List, Type

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from addons.nlu.topic_model import TopicModel
from language.catalogue import catalogue, languages

FALLBACK = "nlu_fallback"
RANKING = "intent_ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(IntentClassifier, GraphComponent):
    """Sets the intent and its ranking; below `answer_from` the intent is `nlu_fallback`.

    What a button says is known by heart and needs no model.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """The settings with their defaults; config.yml says why each number is what it is."""
        return {"answer_from": 0.55, "ranking_length": 10, "regularisation": 20.0}

    @staticmethod
    def required_packages() -> List[str]:
        """The packages that must be installed."""
        return ["sklearn", "skops"]

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
        self._model = TopicModel.fit(texts, labels, self._config["regularisation"])
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
        """The trained component."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._model = TopicModel.load(folder)
        return component

    def process(self, messages: List[Message]) -> List[Message]:
        """Set intent and ranking on each message that has a text."""
        for message in messages:
            text = message.get(TEXT)
            if isinstance(text, str):
                self._classify(message, text)
        return messages

    def _classify(self, message: Message, text: str) -> None:
        known = self._said_by_buttons.get(text.strip())
        ranking: List[Dict[str, Any]] = (
            [{"name": known, "confidence": 1.0}] if known else self._ranking(text)
        )
        intent = ranking[0]
        if intent["confidence"] < self._config["answer_from"]:
            intent = {"name": FALLBACK, "confidence": 1.0 - intent["confidence"]}
        message.set(INTENT, intent, add_to_output=True)
        message.set(RANKING, ranking, add_to_output=True)

    def _ranking(self, text: str) -> List[Dict[str, Any]]:
        assert self._model is not None, "the classifier is used before it was trained or loaded"
        names, chances = self._model.chances(text)
        best = np.argsort(chances)[::-1][: self._config["ranking_length"]]
        return [{"name": str(names[i]), "confidence": float(chances[i])} for i in best]
