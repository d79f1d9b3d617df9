"""What became of each sentence: read into a rule, harmless, or unread (DESIGN §2.1).

A sentence nobody read is *unread* only if it looks like a constraint; the rest is
description.
"""

from __future__ import annotations

import re
from typing import Literal

from gen.rules.marked import unmarked

Status = Literal["read", "harmless", "unread"]

_LOOKS = re.compile(
    r"\b(?:must|cannot|can not|can't|should not|may not|can only|only be|ranges?|value range|maximum|minimum|at least|at most|up to|no more than"
    r"|no less than|exceed|greater than|less than|characters|digits|letters|case[- ](?:in)?sensitive|(?:be|is|are) (?:globally )?unique|unique (?:in|within|among|for)|mandatory|required|either|at the same time"
    r"|mutually exclusive|co-?exist|options|the value can be|value can be|valid values?|enumerat\w+|regular expression|uuid format|default value"
    r"|left blank|empty|not supported|currently,? only|only .{1,60} (?:is|are) supported|multiple of|must not|deprecated|format)\b",
    re.I,
)
# These words look the part, but say what the service does or where to look.
_PLAIN = re.compile(
    r"^(?:for details|for more|see |you can obtain|you can call|to obtain|obtain |this parameter is returned|it is returned|returned|the system|an error|it takes|exercise caution"
    r"|this (?:parameter|field) is (?:not )?returned|specifies the (?:minimum|maximum)|indicates the (?:minimum|maximum)|minimum \w+ (?:of|required)|maximum \w+ (?:of|allowed)"
    r"|specifies (?:whether|the (?:unique|format|required))|indicates whether|whether|value of|the default value of|you are advised|time |requests for calling|unique (?:id|resource)|request id\b|(?:details: )?(?:the )?(?:message|request) body type|the maximum (?:quota|number of query results)|it takes effect|format: [yhd]|the (?:time )?format is (?:[yhd\"]|utc)|this parameter is left (?:blank|empty)|if you specify a component|this (?:parameter|field) is (?:mandatory|required|optional)(?=\.?$))",
    re.I,
)
# What time is spelt how is no rule, nor that something is not there yet, nor what is done where
# a value is left out.
_NO_DEMAND = re.compile(
    r"\b(?:UTC|ISO ?8601|UNIX timestamp|time zone)\b|\byyyy\b|\bhh:mm|^\W*format: "
    r"|^(?:currently, )?(?:this|the) (?:field|parameter|function|attribute|option) is (?:currently )?not supported\b(?!.*\b(?:when|if)\b)"
    r"|^(?:the )?(?:returned|response) (?:value|number|records?)\b|^if (?:this parameter|it|the (?:parameter|value)) is (?:not specified|left (?:blank|empty)|empty),"
    r"|^\w+ indicates? (?!.*\bvalues?\b)|\bcan be obtained\b|\bminimum increment\b",
    re.I,
)


def status(text: str, *, read: bool) -> Status:
    """The status of a sentence (marks allowed) of which a rule was or was not read."""
    if read:
        return "read"
    plain = unmarked(text)
    demands = re.search(r"\b(?:must|cannot|can only)\b", plain, re.I)
    if (
        _PLAIN.match(plain)
        or not _LOOKS.search(plain)
        or (_NO_DEMAND.search(plain) and not demands)
    ):
        return "harmless"
    return "unread"
