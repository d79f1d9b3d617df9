"""TW290: which sentences contradict a Mandatory cell, and which only seem to."""

from __future__ import annotations

import pytest

from gen.linker import link
from gen.lint.mandatory import mandatory_text
from gen.pages import read_page
from gen.rst import read

_PAGE = """\
Registering a Boat
==================

URI
---

POST /v1/boats

Request Parameters
------------------

.. table:: **Table 1** Request body parameters

   +-----------+-----------+-----------------------+-----------------------------------------+
   | Parameter | Mandatory | Type                  | Description                             |
   +===========+===========+=======================+=========================================+
   | boat      | Yes       | :ref:`boat <fb_boat>` | Specifies the boat.                     |
   +-----------+-----------+-----------------------+-----------------------------------------+

.. _fb_boat:

.. table:: **Table 2** boat

   +-----------+-----------+---------+-----------------------------------------+
   | Parameter | Mandatory | Type    | Description                             |
   +===========+===========+=========+=========================================+
{rows}
   +-----------+-----------+---------+-----------------------------------------+
"""


def found(cell: str, *lines: str) -> list[str]:
    """The messages for a row ``berth`` with that cell and these lines of description."""
    texts = [f"   | {'berth':9} | {cell:9} | Integer | {lines[0]:39} |"]
    texts += [f"   | {'':9} | {'':9} | {'':7} | {line:39} |" for line in lines[1:]]
    page = read_page(read(_PAGE.replace("{rows}", "\n".join(texts)), "registering_a_boat.rst"))
    service, _ = link([page], "harbour")
    return [one.message for one in mandatory_text(service)]


@pytest.mark.parametrize(
    "text",
    [
        "This parameter is mandatory.",
        "The berth. It is required.",
        "The berth, which is mandatory.",
        "Berth (mandatory)",
        "Mandatory.",
        "The parameter berth is required.",
    ],
)
def test_mandatory_under_no(text: str) -> None:
    (message,) = found("No", text)
    assert message == "the text of `berth` says that it is mandatory, its Mandatory cell says `No`"
    assert found("Yes", text) == []


@pytest.mark.parametrize(
    "text", ["This parameter is optional.", "It is not required.", "The berth (optional)"]
)
def test_optional_under_yes(text: str) -> None:
    (message,) = found("Yes", text)
    assert message == "the text of `berth` says that it is optional, its Mandatory cell says `Yes`"
    assert found("No", text) == []


@pytest.mark.parametrize(
    "text",
    ["Mandatory when mast is 1.", "It is required only if it rains.", "Mandatory for yawls."],
)
def test_mandatory_in_some_cases_under_yes(text: str) -> None:
    (message,) = found("Yes", text)
    assert "mandatory only in some cases" in message
    assert found("No", text) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("If it rains, set it. It is mandatory.",),
        ("In this case:", "", "-  This parameter is mandatory."),
        ("Checks all mandatory parameters.",),
        ("The space required by the boat.",),
        ("The key cannot be left blank.",),
        ("It is mandatory unless moored.",),
    ],
)
def test_what_only_seems_to_say_so(lines: tuple[str, ...]) -> None:
    assert found("No", *lines) == []


def test_a_condition_on_the_object_itself_agrees_with_the_cell() -> None:
    assert found("Yes", "It is mandatory when boat is given.") == []


def test_a_text_about_the_rows_of_its_object() -> None:
    rows = "   | mast      | No        | Integer | Specifies the mast.                     |"
    text = _PAGE.replace("{rows}", rows)
    said = "Parameter mast is mandatory."
    text = text.replace("Specifies the boat.".ljust(len(said)), said)
    page = read_page(read(text, "registering_a_boat.rst"))
    service, _ = link([page], "harbour")
    (one,) = mandatory_text(service)
    assert (
        one.message
        == "the text of `boat` says that `mast` is mandatory, its Mandatory cell says `No`"
    )
