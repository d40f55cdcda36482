"""`publisher channels`: the networks there are, and how each of them stands with us."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from publisher.cli import as_document, as_of_option, channel_settings, config_option, format_option
from publisher.settings import as_of
from publisher.social.account import credentials
from publisher.social.roster import Standing, introduced, standings


@click.command()
@format_option("text", "json")
@click.option("--verify", is_flag=True, help="Ask each network that is on who we are.")
@as_of_option
@config_option
def command(form: str, verify: bool, config_file: str) -> None:  # noqa: FBT001 - as click calls it
    """List the networks: on or off, what is missing, how long a token holds, and the limits.

    Ends with 1 if --verify finds one that does not know us.

    Example: publisher channels --verify
    """
    given, settings = credentials(os.environ), channel_settings(config_file)
    listed = list(standings(given, settings, as_of().date()))
    asked = [one.key for one in listed if one.on and verify]
    names = {key: introduced(key, given, settings) for key in asked}
    if form == "json":
        told = {one.key: _as_json(one, *names.get(one.key, ("", ""))) for one in listed}
        click.echo(as_document({"channels": told}))
    else:
        for one in listed:
            click.echo(_as_text(one, *names.get(one.key, ("", ""))))
    if any(problem for _, problem in names.values()):
        sys.exit(1)


def _as_json(one: Standing, whoami: str, problem: str) -> dict[str, Any]:
    return {
        "name": one.name,
        "limit": one.limits[0].limit,
        "limits": [{"unit": measure.unit, "limit": measure.limit} for measure in one.limits],
        "hashtags": one.hashtags,
        "send": one.send,
        "on": one.on,
        "credentials": list(one.needed),
        "lacking": list(one.lacking),
        "token_days_left": one.days_left,
        "warnings": list(one.warnings),
        "whoami": whoami or None,
        "problem": problem or None,
    }


def _as_text(one: Standing, whoami: str, problem: str) -> str:
    limits = " and ".join(f"{measure.limit:,} {measure.unit}" for measure in one.limits)
    lines = [f"{one.key:<10} {one.name}: {_state(one)}"]
    lines.append(f"at most {limits}; hashtags: {one.hashtags}")
    if one.days_left is not None and one.days_left >= 0:
        lines.append(f"the token holds for {one.days_left} days")
    lines += one.warnings
    if whoami or problem:
        lines.append(f"knows us as {whoami}" if whoami else problem)
    return f"\n{'':<11}".join(lines)


def _state(one: Standing) -> str:
    if one.on:
        return "on"
    if one.send == "never":
        return "off"
    return f"by hand; missing: {' and '.join(one.lacking)}" if one.lacking else "by hand"
