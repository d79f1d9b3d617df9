"""Secret: which names are those of secrets."""

from __future__ import annotations

import pytest

from gen.rules.secret import is_secret


@pytest.mark.parametrize(
    "wire",
    ["password", "adminPass", "userpwd", "dbRtPd_pwd", "psk", "private_key", "privateKey", "secret_key", "sk", "ak_sk",
     "X-Auth-Token", "client_secret", "pre_shared_key", "new_password", "securitytoken", "key_data", "keyData"],
)  # fmt: skip
def test_secrets_by_name(wire):
    assert is_secret(wire, "string")


@pytest.mark.parametrize(
    ("wire", "kind"),
    [("disk", "string"), ("task", "string"), ("next_token", "string"), ("page_token", "string"), ("password_expires_at", "string"),
     ("password_length", "string"), ("token_id", "string"), ("password", "boolean"), ("psk", "integer"), ("bypass", "string"),
     ("secretary", "string"), ("marker", "string"), ("key", "string"), ("public_key", "string"), ("password_regex", "string"),
     ("public_key_data", "string"), ("key_database", "string")],
)  # fmt: skip
def test_no_secrets(wire, kind):
    assert not is_secret(wire, kind)
