"""The plainest way to ask, with no facts and no story: never put aside, never out of scope."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

PLAIN = {
    "how long may I stay in Canada?": "ask_stay_length",
    "how long could a visitor stay": "ask_stay_length",
    "when must we leave Canada": "ask_expiry_date",
    "by what date do I have to leave": "ask_expiry_date",
    "how do we apply for an extension": "ask_extension_how",
    "how can we extend our stay": "ask_extension_how",
    "how much does it cost to extend": "ask_extension_fee",
    "what is the last day to apply for an extension": "ask_extension_deadline",
    "we overstayed our visa": "report_overstay",
    "I have overstayed": "report_overstay",
    "what happens if we overstay": "ask_overstay_consequences",
    "how can we restore our status": "ask_restoration",
    "what is restoring status": "ask_restoration",
    "can we go to the US and come back for six months": "ask_flagpole_reset",
    "what does it mean to flagpole": "ask_flagpole_meaning",
    "can we stay while our extension is pending": "ask_maintained_status",
    "how often may I visit": "ask_time_between_visits",
    "we don't remember when we entered": "ask_entry_record",
    "can visitors work": "ask_work_study",
    "what does the stamp mean": "ask_stamp_meaning",
    "we have no stamp": "ask_no_stamp",
    "how much money does a visitor need": "ask_funds",
    "how long can we stay in the USA": "out_of_scope",
    "we overstayed our US visa": "out_of_scope",
}


Read = Callable[[Iterable[str]], dict[str, dict[str, Any]]]


@pytest.mark.parametrize(("text", "intent"), PLAIN.items())
def test_a_plain_question_is_understood_or_offered_first(
    readings: Read, text: str, intent: str
) -> None:
    reading = readings(PLAIN)[text]
    assert reading["alternatives"][0]["name"] == intent
    assert reading["intent"] in (intent, "nlu_fallback")


def test_hardly_a_plain_question_is_asked_back(readings: Read) -> None:
    read = readings(PLAIN)
    asked_back = [text for text in PLAIN if read[text]["decision"] == "clarify"]
    assert len(asked_back) <= len(PLAIN) // 12
