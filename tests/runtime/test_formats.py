"""The runtime's forms and the generator's own are one, word for word."""

from __future__ import annotations

import importlib
from types import SimpleNamespace
from typing import Any, get_args

import pytest

from gen.model import CharSet, Charset, Form, FormName, Source
from gen.patterns import regex
from gen.phrases import messages
from gen.views.guards import form_name, letters

ROW = Source(file="page.rst", line=1)


@pytest.fixture(scope="session")
def formats(api: SimpleNamespace) -> Any:
    return importlib.import_module(f"{api.package}._runtime.formats")


def form(*names: FormName) -> Form:
    return Form(sentence="", source=ROW, forms=names)


@pytest.mark.parametrize("name", get_args(FormName))
def test_each_form_is_the_generators(formats: Any, name: FormName) -> None:
    rule = form(name)
    there = getattr(formats, form_name(name))
    assert there.text == regex(rule).python
    assert there.rule == "format"
    assert there.message == messages(rule)["format"]


def test_a_choice_of_forms_is_the_generators(formats: Any) -> None:
    rule = form("uuid", "ipv4", "ipv6-cidr")
    made = formats.either("m", formats.UUID, formats.IPV4, formats.IPV6_CIDR)
    assert made.text == regex(rule).python
    assert made.message == "m"


def test_letters_are_the_generators(formats: Any) -> None:
    assert letters() == formats.LETTERS
    allowed = CharSet(classes=("any-letter", "digit"))
    rule = Charset(sentence="", source=ROW, allowed=allowed)
    assert formats.LETTERS in regex(rule).python
