"""Error codes of the service: status, message, meaning, advice."""

ERRORS = {
    "TH.0001": (400, "bad thing", "The thing is not good.", "Send a good one."),
    "TH.0002": (409, "busy", "", "Try again later."),
    "TH.0003": (500, "broken", "", "Try again later or contact support."),
    "TH.0404": (404, "no such thing", "The thing does not exist.", "Check its ID."),
}
