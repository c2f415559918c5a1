"""What a server says it serves (`GET /models`), and by that which engine it is."""

import asyncio
from dataclasses import dataclass

import httpx
from pydantic import BaseModel, ValidationError

from model.base import ModelError
from model.server.address import Address
from model.server.responses import check_kind, error_text, read_bounded, refusal


@dataclass(frozen=True)
class ServedModel:
    """The model to ask for. `engine` is what the server calls itself ("vllm", "sglang", …), or empty."""

    name: str
    engine: str = ""


class _Entry(BaseModel):
    id: str
    owned_by: str = ""


class _Listing(BaseModel):
    data: list[_Entry]


async def find_served_model(client: httpx.AsyncClient, address: Address, seconds: float) -> ServedModel:
    """Return the named model, or the only one there is. Raises `ModelError`, also after `seconds`.

    A server that is there but keeps no list will do where the user has named the model.
    """
    try:
        async with asyncio.timeout(seconds):
            entries = await _list(client, needed=not address.model)
    except TimeoutError as error:
        raise ModelError(f"{address.base} did not answer within {seconds:g} s: is the server still loading?") from error
    except httpx.RequestError as error:
        reason = str(error) or type(error).__name__
        raise ModelError(f"Nothing answers at {address.base} ({reason}): start it, or check the address.") from error
    if address.model:
        return next((served for served in entries if served.name == address.model), ServedModel(address.model))
    return _only(entries, address)


async def _list(client: httpx.AsyncClient, *, needed: bool) -> list[ServedModel]:
    async with client.stream("GET", "models") as response:
        body = await read_bounded(response)
    if response.is_success:
        check_kind(response)
        return _read(body, response)
    if needed or response.status_code in (401, 403):
        raise refusal(response, error_text(body))
    return []


def _read(body: bytes, response: httpx.Response) -> list[ServedModel]:
    try:
        entries = _Listing.model_validate_json(body).data
    except ValidationError as error:
        raise ModelError(f"What {response.url} answers is no list of models: check the address.") from error
    return [ServedModel(entry.id, entry.owned_by) for entry in entries]


def _only(entries: list[ServedModel], address: Address) -> ServedModel:
    match entries:
        case [served]:
            return served
        case []:
            raise ModelError(f"{address.base} serves no model yet: load one there, or wait until it has.")
        case _:
            names = ", ".join(served.name for served in entries[:20])
            raise ModelError(f"{address.base} serves several models: choose with #NAME one of {names}.")
