"""How a thing can change: one line a kind, with the level it has in a request and in an answer.

A narrower request is breaking and a wider one is not; for answers the other way round,
except that a new enum value in an answer is risky. ``{old}`` and ``{new}`` in a sentence
stand for the old and the new value; the subject ("`limit` of GET …/things") comes before.
"""

from __future__ import annotations

from dataclasses import dataclass

from gen.diff.change import Level

B: Level = "breaking"
R: Level = "risky"
C: Level = "compatible"
D: Level = "docs only"


@dataclass(frozen=True, slots=True)
class Kind:
    """A way to change.

    ``request`` and ``response`` are its levels, None where it does not occur there;
    ``says`` is the sentence's rest for requests, ``answers`` for answers where it differs;
    ``parameters`` and ``bodies``: it occurs for path, query and header parameters, for properties.
    """

    name: str
    mirror: str
    request: Level | None
    response: Level | None
    title: str
    says: str
    answers: str = ""
    parameters: bool = True
    bodies: bool = True


def _bound(word: str, low: bool, verb: str) -> tuple[Kind, ...]:
    """The four changes of a lower (``low``) or upper bound; a value with a unit is had, another one is."""
    stricter, looser = ("increased", "decreased") if low else ("decreased", "increased")
    side = "at least" if low else "at most"
    beyond = ("fewer" if verb == "have" else "less") if low else "more"
    asking = "requests that ask for" if verb == "be" else "requests with"
    refused = f": {asking} {beyond} will be refused"
    may = "must" if low else "may"
    holds = "is now" if verb == "be" else "now has"
    title = f"the {'lower' if low else 'upper'} bound of {_TITLES[word]} was"
    fail = "programs that rely on the"
    return (
        Kind(
            f"{word}-{stricter}", f"{word}-{looser}", B, C, f"{title} {stricter}",
            f"{may} now {verb} {side} {{new}}, was {{old}}{refused}",
            f"{holds} {side} {{new}}, was {{old}}",
        ),
        Kind(
            f"{word}-{looser}", f"{word}-{stricter}", C, B, f"{title} {looser}",
            f"may now {verb} {side} {{new}}, was {{old}}",
            f"may now {verb} {side} {{new}}, was {{old}}: {fail} old bound may fail",
        ),
        Kind(
            f"{word}-added", f"{word}-removed", B, C, f"{title} set",
            f"must now {verb} {side} {{new}}{refused}",
            f"is now said to {verb} {side} {{new}}",
        ),
        Kind(
            f"{word}-removed", f"{word}-added", C, B, f"{title} lifted",
            f"is no longer limited to {side} {{old}}",
            f"is no longer said to {verb} {side} {{old}}: {fail} bound may fail",
        ),
    )  # fmt: skip


_TITLES = {
    "min": "a number",
    "max": "a number",
    "min-length": "a length",
    "max-length": "a length",
    "min-items": "a list's length",
    "max-items": "a list's length",
}


def _constraint(word: str, thing: str) -> tuple[Kind, ...]:
    """Added, removed and changed: a constraint that is told as a phrase."""
    return (
        Kind(
            f"{word}-added", f"{word}-removed", B, C, f"{thing} was added",
            "has a new rule ({new}): requests that break it will be refused",
            "has a new rule ({new})",
        ),
        Kind(
            f"{word}-removed", f"{word}-added", C, B, f"{thing} was removed",
            "no longer has the rule ({old})",
            "no longer has the rule ({old}): programs that rely on it may fail",
        ),
        Kind(
            f"{word}-changed", f"{word}-changed", B, B, f"{thing} became another one",
            "has another rule ({new}, was {old}): requests that met the old one may be refused",
            "has another rule ({new}, was {old}): programs that rely on the old one may fail",
        ),
    )  # fmt: skip


def _scale(word: str, thing: str) -> tuple[Kind, ...]:
    """Narrowed and widened: a constraint that allows less or more than before."""
    return (
        Kind(
            f"{word}-narrowed", f"{word}-widened", B, C, f"{thing} allows less",
            "allows less now ({new}, was {old}): requests that use the rest will be refused",
            "allows less now ({new}, was {old})",
        ),
        Kind(
            f"{word}-widened", f"{word}-narrowed", C, B, f"{thing} allows more",
            "allows more now ({new}, was {old})",
            "allows more now ({new}, was {old}): programs that rely on the old rule may fail",
        ),
    )  # fmt: skip


def _when(word: str, thing: str, does: str, undone: str) -> tuple[Kind, ...]:
    """A condition between fields of a request body: it came, went, holds more or less often, or differs."""
    refused = ": requests that do not follow will be refused"
    return (
        Kind(f"{word}-added", f"{word}-removed", B, None, f"{thing} was added",
             f"{does} {{new}}{refused}", parameters=False),
        Kind(f"{word}-removed", f"{word}-added", C, None, f"{thing} was removed",
             f"{undone} {{old}}", parameters=False),
        Kind(f"{word}-tightened", f"{word}-loosened", B, None, f"{thing} holds in more cases",
             f"{does} {{new}}, was: {{old}}{refused}", parameters=False),
        Kind(f"{word}-loosened", f"{word}-tightened", C, None, f"{thing} holds in fewer cases",
             f"{does} {{new}}, was: {{old}}", parameters=False),
        Kind(f"{word}-changed", f"{word}-changed", B, None, f"{thing} holds in other cases",
             f"{does} {{new}}, was: {{old}}{refused}", parameters=False),
    )  # fmt: skip


FIELD_KINDS: tuple[Kind, ...] = (
    Kind("added", "removed", C, C, "an optional one was added",
         "is new and optional", "is new"),
    Kind("removed", "added", B, B, "it is gone",
         "is no longer documented: requests that send it may be refused",
         "is no longer documented: programs that read it may find nothing"),
    Kind("added-required", "removed-required", B, None, "a mandatory one was added",
         "is new and mandatory: requests without it will be refused"),
    Kind("removed-required", "added-required", B, None, "a mandatory one is gone",
         "was mandatory and is no longer documented: requests that send it may be refused"),
    Kind("renamed", "renamed", B, B, "its name on the wire changed",
         "is called {new} now: requests with the old name may be refused",
         "is called {new} now: programs that read the old name may find nothing"),
    Kind("moved", "moved", B, None, "it is sent in another place (path, query, header)",
         "is sent in the {new} now, was in the {old}", bodies=False),
    Kind("became-required", "became-optional", B, C, "it became mandatory",
         "is mandatory now: requests without it will be refused", "is always there now"),
    Kind("became-optional", "became-required", C, B, "it became optional",
         "is optional now",
         "may be absent now: programs that rely on it may fail"),
    Kind("type-widened", "type-narrowed", C, B, "its type allows more",
         "is {new} now, was {old}", "is {new} now, was {old}: programs that expect the old type may fail"),
    Kind("type-narrowed", "type-widened", B, C, "its type allows less",
         "must be {new} now, was {old}: requests with other values will be refused",
         "is {new} now, was {old}"),
    Kind("type-changed", "type-changed", B, B, "its type is another one",
         "must be {new} now, was {old}: requests of the old type will be refused",
         "is {new} now, was {old}: programs that expect the old type may fail"),
    Kind("structure-documented", "structure-undocumented", C, R, "the fields of its object are documented now",
         "is {new} now, was {old}: its fields are documented",
         "is {new} now, was {old}: its fields are attributes now, no longer keys of a dict",
         parameters=False),
    Kind("structure-undocumented", "structure-documented", C, R, "the fields of its object are no longer documented",
         "is {new} now, was {old}: its fields are no longer documented",
         "is {new} now, was {old}: its fields are keys of a dict now, no longer attributes",
         parameters=False),
    Kind("enum-value-added", "enum-value-removed", C, R, "an allowed value was added",
         "may now be {new}", "may now be {new}: programs that know only the old values may fail"),
    Kind("enum-value-removed", "enum-value-added", B, C, "an allowed value was removed",
         "may no longer be {old}: requests that send it will be refused", "is no longer {old}"),
    Kind("enum-added", "enum-removed", B, C, "its values are listed now",
         "must now be one of {new}: other values will be refused", "is now one of {new}"),
    Kind("enum-removed", "enum-added", C, R, "its values are no longer listed",
         "is no longer limited to {old}",
         "is no longer limited to {old}: programs that know only these values may fail"),
    *_bound("min", True, "be"),
    *_bound("max", False, "be"),
    *_bound("min-length", True, "have"),
    *_bound("max-length", False, "have"),
    *_bound("min-items", True, "have"),
    *_bound("max-items", False, "have"),
    *_constraint("characters", "a rule about its characters"),
    *_scale("characters", "the rule about its characters"),
    *_constraint("variety", "a rule about kinds of characters"),
    *_scale("variety", "the rule about kinds of characters"),
    *_constraint("format", "a format"),
    *_scale("format", "the format"),
    *_constraint("pattern", "a regular expression"),
    *_constraint("network", "a rule about its network address"),
    *_constraint("unique", "a rule that its items differ"),
    Kind("nullable", "not-nullable", C, R, "null is allowed now",
         "may now be null", "may now be null: programs that do not expect it may fail",
         parameters=False),
    Kind("not-nullable", "nullable", B, C, "null is no longer allowed",
         "may no longer be null: requests that send it will be refused", "is no longer said to be null",
         parameters=False),
    Kind("default-added", "default-removed", C, D, "a default is documented now",
         "has the default {new} now"),
    Kind("default-removed", "default-added", R, D, "its default is no longer documented",
         "no longer has the default {old}: requests without it may be read otherwise",
         "no longer has the default {old}"),
    Kind("default-changed", "default-changed", R, D, "its default is another one",
         "has the default {new} now, was {old}: requests without it mean something else",
         "has the default {new} now, was {old}"),
    Kind("deprecated", "undeprecated", C, C, "it is deprecated", "is deprecated"),
    Kind("undeprecated", "deprecated", C, C, "it is no longer deprecated", "is no longer deprecated"),
    Kind("secret-added", "secret-removed", C, C, "it is treated as a secret",
         "is a secret now and no longer shown"),
    Kind("secret-removed", "secret-added", R, R, "it is no longer treated as a secret",
         "is no longer known as a secret: it may show in logs"),
    Kind("rule-hardened", "rule-softened", R, D, "a rule that was advice is checked now",
         "is checked now ({new}), it was advice before: requests that break it will be refused",
         "is now certain to follow a rule ({new}) that was advice before"),
    Kind("rule-softened", "rule-hardened", C, D, "a rule that was checked is only advice now",
         "is no longer checked ({old}), the rule is advice now",
         "is no longer certain to follow a rule ({old}) that is advice now"),
    Kind("description-changed", "description-changed", D, D, "a description reads otherwise",
         "is described in other words"),
    *_when("required-when", "a rule when it is mandatory",
           "is mandatory when", "is no longer said to be mandatory when"),
    *_when("forbidden-when", "a rule when it must be absent",
           "must be absent when", "need no longer be absent when"),
    *_when("value-when", "a rule for its value under a condition",
           "follows a rule:", "no longer follows the rule:"),
    *_when("either-or", "a rule about which fields go together",
           "follows a rule:", "no longer follows the rule:"),
    *_when("comparison", "a comparison with another field",
           "follows a rule:", "no longer follows the rule:"),
    Kind("table-renamed", "table-renamed", D, D, "the caption of its table changed",
         "is described in table {new} now, was {old}", parameters=False),
)  # fmt: skip

OPERATION_KINDS: tuple[Kind, ...] = (
    Kind("operation-added", "operation-removed", C, None, "an operation was added", "is new"),
    Kind("operation-removed", "operation-added", B, None, "an operation is gone",
         "is no longer documented: calls may be refused"),
    Kind("operation-path-changed", "operation-path-changed", B, None, "an operation has another path",
         "has the path {new} now, was {old}: calls to the old path may be refused"),
    Kind("operation-method-changed", "operation-method-changed", B, None, "an operation has another method",
         "has the method {new} now, was {old}: calls with the old one may be refused"),
    Kind("operation-discriminator-changed", "operation-discriminator-changed", B, None,
         "an action has another key in the body",
         "is told by the key {new} now, was {old}: calls with the old one may be refused"),
    Kind("operation-twin-path-added", "operation-twin-path-removed", C, None,
         "a page documents a further request line", "can also be reached at {new}"),
    Kind("operation-twin-path-removed", "operation-twin-path-added", B, None,
         "a page no longer documents a further request line",
         "can no longer be reached at {old}: calls to it may be refused"),
    Kind("operation-host-changed", "operation-host-changed", R, None, "an operation has another host",
         "has the host {new} now, was {old}"),
    Kind("operation-deprecated", "operation-undeprecated", C, None, "an operation is deprecated", "is deprecated"),
    Kind("operation-undeprecated", "operation-deprecated", C, None, "an operation is no longer deprecated",
         "is no longer deprecated"),
    Kind("operation-placeholder-renamed", "operation-placeholder-renamed", D, None,
         "a path's placeholder has another name", "calls a part of its path {new} now, was {old}"),
    Kind("operation-paging-added", "operation-paging-removed", R, None, "a list can be walked page by page now",
         "is read page by page now: its method gives a pager"),
    Kind("operation-paging-removed", "operation-paging-added", R, None, "a list can no longer be walked page by page",
         "is no longer read page by page: its method gives the whole answer"),
    Kind("operation-paging-changed", "operation-paging-changed", R, None, "a list is walked in another way",
         "is read page by page in another way ({new}, was {old})"),
    Kind("operation-moved", "operation-moved", D, None, "an operation's page has another file name",
         "is documented in {new} now, was {old}"),
    Kind("operation-retitled", "operation-retitled", D, None, "an operation's page has another title",
         "is titled {new} now, was {old}"),
    Kind("operation-description-changed", "operation-description-changed", D, None,
         "the text about an operation reads otherwise", "is described in other words"),
    Kind("operation-examples-changed", "operation-examples-changed", D, None, "an operation's examples changed",
         "has other examples"),
    Kind("request-body-added", "request-body-removed", C, None, "an optional request body is documented now",
         "may have a body now"),
    Kind("request-body-removed", "request-body-added", B, None, "the request body is no longer documented",
         "has no body any more: requests that send one may be refused"),
    Kind("request-body-added-required", "request-body-removed-required", B, None,
         "a request body with mandatory fields is documented now",
         "must have a body now: requests without it will be refused"),
    Kind("request-body-removed-required", "request-body-added-required", B, None,
         "a request body with mandatory fields is no longer documented",
         "has no body any more: requests that send one may be refused"),
    Kind("request-media-type-changed", "request-media-type-changed", B, None,
         "the request body has another media type",
         "takes {new} now, was {old}: requests of the old kind may be refused"),
    Kind("response-body-added", "response-body-removed", None, C, "an answer's body is documented now",
         "answers with a body now (status {new})"),
    Kind("response-body-removed", "response-body-added", None, B, "an answer's body is no longer documented",
         "no longer answers with a body (status {old}): programs that read it may find nothing"),
    Kind("response-media-type-changed", "response-media-type-changed", None, B, "an answer has another media type",
         "answers with {new} now, was {old}: programs that read the old kind may fail"),
    Kind("response-status-changed", "response-status-changed", None, R, "success has another status",
         "answers with status {new} now, was {old}"),
    Kind("response-status-added", "response-status-removed", None, R, "a success status was added",
         "may answer with status {new} now"),
    Kind("response-status-removed", "response-status-added", None, R, "a success status is gone",
         "no longer answers with status {old}"),
    Kind("response-error-status-added", "response-error-status-removed", None, C, "an error status was added",
         "may fail with status {new} now"),
    Kind("response-error-status-removed", "response-error-status-added", None, C, "an error status is gone",
         "no longer fails with status {old}"),
    Kind("response-status-documented", "response-status-undocumented", None, D, "the status of success is documented now",
         "is said to answer with status {new} now"),
    Kind("response-status-undocumented", "response-status-documented", None, D,
         "the status of success is no longer documented", "is no longer said to answer with status {old}"),
    Kind("error-code-added", "error-code-removed", None, C, "an error code was added", "is a new error code"),
    Kind("error-code-removed", "error-code-added", None, C, "an error code is gone",
         "is no longer documented as an error code"),
    Kind("error-code-changed", "error-code-changed", None, D, "an error code is described otherwise",
         "is described otherwise as an error code"),
)  # fmt: skip
