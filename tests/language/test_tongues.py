"""The line in a person's own language, where what they write is not English."""

from __future__ import annotations

import pytest

from language.lexicon import words
from language.tongues import line_in_tongue


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        ("Combien de temps puis-je rester au Canada avec mon visa ?", "fr"),
        ("je suis arrivée le 3 mai, quand dois-je partir", "fr"),
        ("¿Cuánto tiempo puedo quedarme en Canadá?", "es"),
        ("Quanto tempo posso ficar no Canadá com meu visto?", "pt"),
        ("gaano po katagal ako pwede sa Canada", "tl"),
        ("ਮੈਂ ਕੈਨੇਡਾ ਵਿੱਚ ਕਿੰਨਾ ਚਿਰ ਰਹਿ ਸਕਦਾ ਹਾਂ?", "pa"),
        ("मैं कनाडा में कितने दिन रह सकता हूँ?", "hi"),
        ("我可以在加拿大待多久？", "zh"),
        ("كم يمكنني البقاء في كندا؟", "ar"),
        ("Скільки я можу бути в Канаді?", "uk"),
        ("Сколько можно быть в Канаде?", "ru"),
    ],
)
def test_other_languages_get_their_line(text: str, tongue: str) -> None:
    assert line_in_tongue(text) == words("tongues")[tongue]["line"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?!",
        "how long can I stay in Canada",
        "my visa is from La Paz and mi amigo says six months",
        "I flew Air France from Les Abymes on 3 May",
        "is the ETA for a visa-exempt traveller enough",
        "me and my wife entered on 3 May",
        "ok",
        "la la la",
        "qwerty asdf",
        "Wie lange darf ich bleiben?",
    ],
)
def test_english_and_unknown_languages_get_none(text: str) -> None:
    assert line_in_tongue(text) is None
