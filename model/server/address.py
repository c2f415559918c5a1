"""Where a served model is: `URL[#NAME]` as the user writes it, parted so that no secret in it is ever shown."""

import ipaddress
from dataclasses import dataclass, field

import httpx

from model.base import ModelError


@dataclass(frozen=True)
class Address:
    """`base` is the URL of the API without user info or slash at its end; `model` is empty where none was named."""

    base: str
    model: str = ""
    userinfo: tuple[str, str] | None = field(default=None, repr=False)

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read `URL[#NAME]`. A URL without a path gets `/v1`, where these servers answer."""
        location, _, model = text.strip().partition("#")
        try:
            url = httpx.URL(location)
        except httpx.InvalidURL as error:
            raise ModelError(f"The server's address cannot be read: {error}.") from error
        if url.scheme not in ("http", "https") or not url.host:
            raise ModelError("A server's address starts with http:// or https://, as in http://localhost:8000/v1.")
        if url.query:
            raise ModelError("A server's address has no options after a question mark: leave them out.")
        userinfo = (url.username, url.password) if url.userinfo else None
        path = url.path.rstrip("/") or "/v1"
        return cls(f"{url.scheme}://{url.netloc.decode()}{path}", model, userinfo)

    @property
    def host(self) -> str:
        """`HOST` or `HOST:PORT`: what a key in the keyring is filed under."""
        return httpx.URL(self.base).netloc.decode()

    @property
    def is_loopback(self) -> bool:
        """Whether what is sent never leaves this machine."""
        host = httpx.URL(self.base).host
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return host == "localhost" or host.endswith(".localhost")

    @property
    def is_private(self) -> bool:
        """Whether nobody on the way can read what is sent."""
        return self.is_loopback or self.base.startswith("https://")
