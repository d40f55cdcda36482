"""Which bill a text speaks of: by its number, by its name, or as "the bill"."""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"(?<![\w.])(?:H\.\s?R\.\s?|H\.?R\.?\s(?=\d{2})|HR(?=\d{3})|S\.\s?(?=\d{2,4}\b)|"
    r"[HSA]\.?B\.?[\s-]?|[HS]\.\s?(?:J\.\s?)?Res\.\s?|"
    r"(?:House|Senate|Assembly)\s(?:Bill|File|Resolution)\s|LD\s|L\.D\.\s)(?:No\.\s?)?\d{1,5}\b"
)
# "The Safe Staffing Act", unless its year says that it has long been law.
_NAMED = re.compile(
    r"\b(?:(?:\(?[A-Z][\w’'&-]{1,30}\)?|of|for|and|the|in|to|from|on|with),?\s+){1,9}"
    r"(?:Act|Bill)\b(?!\s+of\s+(?:1|20[01]))"
)
# A bill without a name; beside it something must say that it is none from a hospital.
_SOME_BILL = re.compile(
    r"\b(?:this|the|these|that|a|pending|proposed)\s+(?:\w+\s+){0,2}(?:bill|bills|legislation)\b",
    re.IGNORECASE,
)
_LEGISLATIVE = re.compile(
    r"\b(?:congress|senat|legislat|lawmaker|parliament|capitol)|\bMPs?\b", re.IGNORECASE
)
# Laws that are in force: to speak of them is to speak of no bill.
_IN_FORCE = re.compile(
    r"\b(?:Affordable\sCare|Americans\swith\sDisabilities|Social\sSecurity|Civil\sRights|Clean\sAir|"
    r"Rehabilitation|Medicare\sModernization|Public\sHealth\sService|Cures|CARES|Family\sand\sMedical\s"
    r"Leave|Health\sInsurance\sPortability\sand\sAccountability|Mental\sHealth|Equality|Ryan\sWhite\s"
    r"CARE|Older\sAmericans|No\sSurprises|Emergency\sMedical\sTreatment\sand\sLabor|Inflation\s"
    r"Reduction|American\sRescue\sPlan|Freedom\sof\sInformation|Paperwork\sReduction)\s+Act\b"
)


def is_of_laws(text: str) -> bool:
    """Whether something in `text` says that a bill would be none from a hospital."""
    return bool(_LEGISLATIVE.search(text))


def names_a_bill(text: str, *, of_laws: bool) -> bool:
    """Whether `text` names a bill; with `of_laws`, "the bill" is one, too."""
    bare = _IN_FORCE.sub(" ", text) if "Act" in text else text
    if _NUMBER.search(bare) or (("Act" in bare or "Bill" in bare) and _NAMED.search(bare)):
        return True
    return of_laws and bool(_SOME_BILL.search(bare))
