"""The networks that a publication uses, and its account on each, as far as the secrets allow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from publisher.settings.networks import Channels
from publisher.social.account import Account, Credentials, CredentialsError
from publisher.social.channels import account, channels
from publisher.social.roster import Standing, standings


@dataclass(frozen=True)
class Used:
    """What mkdocs.yml says of the networks, and the secrets `given` by the environment."""

    settings: Channels
    given: Credentials

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Those that are used, by API or by hand."""
        return tuple(key for key in channels() if getattr(self.settings, key).send != "never")

    @cached_property
    def known(self) -> Mapping[str, Account | str]:
        """Account by network that has an API, or in words what is wrong with its secret."""
        found = ((key, self._account(key)) for key in self.names)
        return {key: one for key, one in found if one is not None}

    @property
    def accounts(self) -> dict[str, Account]:
        """The networks that we post to ourselves."""
        return {key: one for key, one in self.known.items() if not isinstance(one, str)}

    def standings(self, today: date) -> list[Standing]:
        """How each of them stands with us."""
        listed = standings(self.given, self.settings, today)
        return [one for one in listed if one.key in self.names]

    def _account(self, key: str) -> Account | str | None:
        try:
            return account(key, self.given, self.settings)
        except CredentialsError as problem:
            return str(problem)
