"""YAML as a person would write it: lists indented, dates without quotes, no line broken."""

from __future__ import annotations

import yaml


def as_yaml(data: dict[str, object]) -> str:
    """`data` as one document, its keys in their order."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)


class _Dumper(yaml.SafeDumper):
    """YAML as a person would write it: lists indented, dates without quotes."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 - PyYAML's signature
        super().increase_indent(flow, indentless=False)


class Date(str):
    """A date or date-time, which YAML knows without quotes."""

    __slots__ = ()


def _represent(dumper: _Dumper, date: Date) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:timestamp", str(date))


_Dumper.add_representer(Date, _represent)
