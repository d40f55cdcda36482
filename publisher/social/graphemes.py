r"""What a reader takes for one character: extended grapheme clusters (Unicode UAX #29, 17.0).

Not `regex`'s own `\X`, which joins a consonant to any virama before it, also where rule GB9c
asks for a consonant in front, and so counts fewer than the networks do.
"""

from __future__ import annotations

import regex

_PARTS = r"""
    \r\n
  | \p{GCB=Prepend}*
    (?: \p{GCB=L}* (?: \p{GCB=LVT} | \p{GCB=LV} \p{GCB=V}* | \p{GCB=V}+ ) \p{GCB=T}*
      | \p{GCB=L}+ | \p{GCB=T}+
      | \p{GCB=RI}{2}
      | \p{ExtPict} (?: \p{GCB=Extend}* \p{GCB=ZWJ} \p{ExtPict} )*
      | CONJUNCT
      | [^\p{GCB=Control}\p{GCB=CR}\p{GCB=LF}\p{GCB=Prepend}]
    )
    [\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*
  | \p{GCB=Prepend}+ [\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*
  | .
"""
_JOINED = r"""
    \p{InCB=Consonant}
    (?: [\p{InCB=Extend}\p{InCB=Linker}]* \p{InCB=Linker} [\p{InCB=Extend}\p{InCB=Linker}]*
        \p{InCB=Consonant} )*
"""
_CLUSTER = regex.compile(_PARTS.replace("CONJUNCT", _JOINED), regex.VERBOSE | regex.DOTALL)
_PARTED = regex.compile(_PARTS.replace("CONJUNCT", "(?!)"), regex.VERBOSE | regex.DOTALL)


def clusters(text: str) -> list[str]:
    """Return the grapheme clusters of `text`, in order; joined they are the text."""
    return _CLUSTER.findall(text)


def count(text: str, *, conjuncts: bool = True) -> int:
    """Return the number of grapheme clusters in `text`.

    Without `conjuncts` Indic consonants joined by a virama count each, as before Unicode 15.1.
    """
    if text.isascii():
        return len(text) - text.count("\r\n")
    return len((_CLUSTER if conjuncts else _PARTED).findall(text))
