"""Custom actions that run in Rasa's own process, without an action server.

Named in ``endpoints.yml``::

    action_endpoint:
      type: addons.own_actions.OwnActions
      package: actions
      events: 20

With a ``url`` in place of these, as in ``deploy/endpoints.yml``, a server there is asked.
"""

from __future__ import annotations

import asyncio
import json
import traceback
from typing import Any

from rasa.shared.exceptions import RasaException
from rasa.shared.utils.common import class_from_module_path
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

from addons.json_text import written
from addons.threads import Threads

MOST_AT_ONCE = 16
"""Actions that run, or hang, at one time; further ones wait their turn."""

Json = dict[str, Any]


class ActionFailed(RasaException):
    """An action gave no usable reply. The text quotes nothing of what a person said."""


class OwnActions(EndpointConfig):
    """The actions of a package, asked as Rasa asks an action server.

    Each runs in a thread of its own, so that one that hangs holds up nobody else. What
    goes in and out passes through JSON as on a wire: an action behaves here as it does there.
    """

    def __init__(self, package: str, events: int) -> None:
        """Load every action of `package` (a dotted name); it is told the last `events`.

        Raises:
            ImportError: a module of it cannot be imported.
        """
        super().__init__()
        self.events = events
        self._actions = ActionExecutor()
        try:
            self._actions.register_package(package)
        except SystemExit as error:  # how the SDK ends after logging the reason
            raise ImportError(f"The actions of '{package}' cannot be loaded.") from error
        self._threads: Threads[Json] = Threads(MOST_AT_ONCE)

    def is_well(self) -> bool:
        """Whether a further action could begin at once."""
        return self._threads.are_free()

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = None,
        compress: bool = False,
        **arguments: Any,
    ) -> Json:
        """The reply of the action that the argument ``json`` names, within ``timeout`` seconds.

        Raises:
            ClientResponseError: the action leaves the turn to others, said as a server does.
            ActionFailed: it raised, took too long, or its reply is not JSON.
        """
        call, limit = arguments["json"], arguments.get("timeout")
        name, said = call.get("next_action"), written(call)
        try:
            return await asyncio.wait_for(self._threads.run(lambda: self._reply(said)), limit)
        except ActionExecutionRejection as error:
            reason = json.dumps({"action_name": error.action_name, "error": error.message})
            raise ClientResponseError(400, "Bad Request", reason) from None
        except asyncio.TimeoutError:
            raise ActionFailed(f"Action '{name}' took longer than {limit} seconds.") from None
        except Exception as error:  # of any kind: the turn goes on without its action
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{type(error).__name__} at {place.filename}:{place.lineno}"
            raise ActionFailed(f"Action '{name}' failed: {where}.") from None

    async def _reply(self, said: str) -> Json:
        reply: Json = json.loads(json.dumps(await self._actions.run(json.loads(said))))
        return reply


def resolved(endpoint: EndpointConfig | None) -> EndpointConfig | None:
    """The endpoint that `endpoints.yml` means: a class it names as ``type``, made once.

    Raises:
        ImportError: what it names cannot be loaded.
    """
    if getattr(endpoint, "type", None) is None:
        return endpoint
    assert endpoint is not None
    made: EndpointConfig | None = getattr(endpoint, "made", None)
    if made is None:
        made = class_from_module_path(endpoint.type)(**endpoint.kwargs)
        endpoint.made = made
    return made
