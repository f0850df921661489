"""Graph component: the facts and dates a person says, from our own grammar."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from language.dates import DateRole, find_dates
from language.facts import find_facts

OTHER_DATE = "other_date"
UNNAMED_DATE = "date"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class FactExtractor(GraphComponent, EntityExtractorMixin):
    """Adds an entity per date and fact said; what it finds needs no training.

    A date's entity is its role, ``other_date`` when it is none of the facts, ``date``
    when the words do not say; its value is ``SaidDate.to_json()``. Rasa's own roles say
    more: ``restoration`` of an application, ``earlier`` of an entry that a later return
    replaced, ``stamped`` of a date on a stamp. Of another person than the message is about
    the entity is what the date is to them (``SaidDate.tells``), which the talk tells apart.
    A fact's entity is its kind, its value plain.
    """

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FactExtractor:
        """A new component; it has nothing to configure or store."""
        return cls()

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> FactExtractor:
        """The same as ``create``: nothing was stored. It is made ready for the first message."""
        entities("I entered on 3 May 2026.")
        return cls()

    @staticmethod
    def required_packages() -> List[str]:
        """The packages that must be installed."""
        return ["spacy", "dateutil"]

    def process(self, messages: List[Message]) -> List[Message]:
        """The same messages, with what was found appended to their entities."""
        for message in messages:
            text = message.get(TEXT)
            if isinstance(text, str) and text:
                found = self.add_extractor_name(entities(text))
                message.set(ENTITIES, [*message.get(ENTITIES, []), *found], add_to_output=True)
        return messages


def entities(text: str) -> List[Dict[str, Any]]:
    """The entities of one message, dates first."""
    dates = [
        {
            **_entity(date.tells or date.role),
            "start": date.start,
            "end": date.end,
            "value": date.to_json(),
        }
        for date in find_dates(text)
    ]
    facts = [
        {"entity": fact.kind, "start": fact.start, "end": fact.end, "value": fact.value}
        for fact in find_facts(text)
    ]
    return dates + facts


_SAID_MORE_OF = {
    DateRole.RESTORATION_DATE: (DateRole.APPLICATION_DATE.value, "restoration"),
    DateRole.EARLIER_ENTRY: (DateRole.ENTRY_DATE.value, "earlier"),
    DateRole.STAMPED: (UNNAMED_DATE, "stamped"),
}


def _entity(role: DateRole | None) -> Dict[str, str]:
    if role is None:
        return {"entity": UNNAMED_DATE}
    if role in _SAID_MORE_OF:
        kind, more = _SAID_MORE_OF[role]
        return {"entity": kind, "role": more}
    return {"entity": OTHER_DATE if role is DateRole.OTHER else role.value}
