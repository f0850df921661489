"""Whether a message asks for what is kept of the person: to have it removed, or to see it.

A right that must not depend on how well a message is understood: whole messages of a few
known forms, in both official languages, and nothing longer.
"""

from __future__ import annotations

import re
from enum import Enum


class OwnData(Enum):
    """What can be asked; the values name sentences of the catalogue."""

    DELETE = "data_deleted"
    EXPORT = "data_exported"


_POLITE = r"(?:(?:please|can you|could you|i want (?:you )?to|i would like (?:you )?to|kindly) )*"
_THINGS = r"(?:data|info|information|conversation|chat|history|messages|details)"
_HAVE = r"you (?:have|keep|store|know)(?: (?:about|on|of) me)?"
_MINE = (
    rf"(?:(?:all )?(?:of )?my (?:own |personal )?{_THINGS}(?: {_HAVE})?|"
    rf"(?:the |our |this )(?:conversation|chat)|(?:all |any )?(?:the )?{_THINGS} {_HAVE})"
)
_ABOUT_ME = r"(?:everything|all) (?:about me|you (?:know|have|keep|store)(?: (?:about|on|of) me)?)"
_FORMS = {
    OwnData.DELETE: (
        rf"{_POLITE}(?:delete|erase|remove|wipe|destroy|forget) (?:{_MINE}|{_ABOUT_ME}|me)",
        r"(?:veuillez |merci de )?(?:supprimez|supprimer|supprime|effacez|effacer|efface|oubliez|"
        r"oublier|oublie) (?:toutes )?(?:mes (?:données|donnees|messages|informations)|"
        r"tout|moi|notre conversation)",
        r"oubliez-moi",
    ),
    OwnData.EXPORT: (
        rf"{_POLITE}(?:export|download|show me|show|send me|give me|get)"
        rf" (?:a copy of )?(?:{_MINE}|{_ABOUT_ME})",
        r"what do you (?:know|have|keep|store|remember) (?:about|on|of) me",
        r"(?:exportez|exporter|exporte|montrez-moi|envoyez-moi|téléchargez|telechargez) "
        r"(?:toutes )?mes (?:données|donnees|informations|messages)",
        r"que savez-vous (?:de|sur) moi",
    ),
}
_READ = {
    wish: re.compile(rf"(?:{'|'.join(forms)})(?: please| now| svp| s'il vous plaît)?")
    for wish, forms in _FORMS.items()
}
LONGEST = 100
"""Characters; whoever writes more says something else besides."""


def own_data(text: str) -> OwnData | None:
    """What a whole message asks of the person's own data, if that is what it asks."""
    said = " ".join(text.casefold().replace("\u2019", "'").split()).strip(" .!?")
    if len(said) > LONGEST:
        return None
    return next((wish for wish, form in _READ.items() if form.fullmatch(said)), None)
