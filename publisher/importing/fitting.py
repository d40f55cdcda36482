"""Only what our own models accept is written: one odd value must not hide a whole article."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ValidationError

from publisher.importing.notes import Notes, shown

# Longer is no title: the same bound as in the model of an article.
_LONGEST_TITLE = 300


def fitting(
    model: type[BaseModel], data: Mapping[str, object]
) -> tuple[dict[str, object], list[str]]:
    """What of `data` the model accepts, and a sentence about each thing that it does not."""
    fits = {key: value for key, value in data.items() if value}
    told: list[str] = []
    for _ in range(len(fits)):
        try:
            model.model_validate(fits)
        except ValidationError as problem:
            bad: dict[str, set[int]] = {}
            for error in problem.errors():
                key, *rest = error["loc"]
                bad.setdefault(str(key), set()).update(i for i in rest[:1] if isinstance(i, int))
            for key, places in bad.items():
                if key in fits:
                    told.append(_without(fits, key, places))
        else:
            break
    return fits, told


def _without(fits: dict[str, object], key: str, places: set[int]) -> str:
    """Take out of `fits` what is wrong with `key`: some of a list, the end of a title, or all."""
    value = fits.pop(key)
    if isinstance(value, list) and places:
        fits[key] = [one for index, one in enumerate(value) if index not in places]
        value = ", ".join(str(value[index]) for index in sorted(places) if index < len(value))
    elif key == "title" and len(str(value)) > _LONGEST_TITLE:
        fits[key] = str(value)[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"
        return f"the title has {len(str(value))} characters; it was cut after {_LONGEST_TITLE}"
    return f"kept nothing of `{key}: {shown(value)}`, which cannot stand here"


def fit(
    model: type[BaseModel], data: Mapping[str, object], notes: Notes, line: int
) -> dict[str, object]:
    """What of `data` the model accepts; the rest is told as of `line`."""
    fits, told = fitting(model, data)
    for said in told:
        notes.warning("value", line, said)
    return fits
