"""The secret that a server asks for: from the address, the environment or the system's keyring; never shown.

A key belongs to one server: the keyring files it under service "deskhand" and the server's `HOST[:PORT]`
(`keyring set deskhand HOST:PORT`), and it is never sent over a connection that others can read unless told to.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field

from model.base import ModelError
from model.server.address import Address
from model.server.settings import variable

VARIABLE = "DESKHAND_API_KEY"
SERVICE = "deskhand"


@dataclass(frozen=True)
class Credential:
    """The `Authorization` header's value, and the texts that must not be shown to anybody."""

    header: str = field(repr=False)
    secrets: tuple[str, ...] = field(repr=False)

    def hidden_in(self, text: str) -> str:
        """Return a server's or library's text with every secret taken out: some servers echo the key."""
        for secret in self.secrets:
            text = text.replace(secret, "[hidden]")
        return text


NO_CREDENTIAL = Credential("", ())


def find_credential(address: Address, environ: Mapping[str, str], *, over_plain_http: bool) -> Credential:
    """Return what to show to the server. Raises `ModelError` where the way there is not private."""
    credential = _from_address(address) or _from_key(environ.get(VARIABLE) or _from_keyring(address.host))
    if credential.header and not address.is_private and not over_plain_http:
        raise ModelError(
            f"The key for {address.host} would travel unencrypted. Use https, or an SSH tunnel to localhost, "
            f"or allow it with {variable('key_over_plain_http')}=true."
        )
    return credential


def _from_address(address: Address) -> Credential | None:
    if address.userinfo is None:
        return None
    user, password = address.userinfo
    token = base64.b64encode(f"{user}:{password}".encode()).decode()
    return Credential(f"Basic {token}", tuple(filter(None, (token, password))))


def _from_key(key: str | None) -> Credential:
    key = (key or "").strip()
    if not key:
        return NO_CREDENTIAL
    if not (key.isascii() and key.isprintable()):
        raise ModelError(f"The key in {VARIABLE} or the keyring holds characters that no key has: copy it again.")
    return Credential(f"Bearer {key}", (key,))


def _from_keyring(host: str) -> str | None:
    try:
        import keyring
        from keyring.errors import KeyringError, NoKeyringError
    except ModuleNotFoundError:  # the extra is not installed
        return None
    try:
        return keyring.get_password(SERVICE, host)
    except NoKeyringError:
        return None
    except KeyringError as error:
        raise ModelError(f"The keyring cannot be read ({error}): unlock it, or set {VARIABLE}.") from error
