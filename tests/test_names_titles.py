"""Titles → method names, in words of our own."""

from __future__ import annotations

import pytest

from gen.names.titles import LONGEST, name_of
from gen.names.verbs import imperative
from gen.names.words import pascal, plural, singular, snake, title_words, words

CASES = [
    ("Creating a Berth", "POST", "/v1/berths", "create_berth"),
    ("Querying the Berth List", "GET", "/v1/berths", "list_berths"),
    ("Querying Berths", "GET", "/v1/berths", "list_berths"),
    ("Listing All Berths in a Specified Harbour", "GET", "/v1/berths", "list_berths_in_harbour"),
    ("Querying Details of a Berth", "GET", "/v1/berths/{id}", "get_berth"),
    ("Querying Details About Berths", "GET", "/v1/berths/detail", "list_berths"),
    ("Querying a Specified Berth", "GET", "/v1/berths/{id}", "get_berth"),
    ("Obtaining the Berth", "GET", "/v1/berths/{id}", "get_berth"),
    ("Querying Berth Details", "GET", "/v1/berths/{id}", "get_berth"),
    ("Viewing Information About a Berth", "GET", "/v1/berths/{id}", "get_berth"),
    ("Deleting a Berth", "DELETE", "/v1/berths/{id}", "delete_berth"),
    ("Modifying a Berth", "PUT", "/v1/berths/{id}", "update_berth"),
    ("Updating Berth Information", "PUT", "/v1/berths/{id}", "update_berth"),
    ("Deleting Berths in Batches", "POST", "/v1/berths/delete", "batch_delete_berths"),
    ("Batch Adding or Deleting Flags", "POST", "/v1/flags/action", "batch_add_or_delete_flags"),
    ("Binding a Crane to a Berth", "POST", "/v1/x", "bind_crane_to_berth"),
    ("Enabling, Pausing, or Disabling a Crane", "POST", "/v1/x", "enable_pause_or_disable_crane"),
    ("Backing Up a Logbook", "POST", "/v1/x", "back_up_logbook"),
    ("Changing the Password of a Captain", "PUT", "/v1/x", "change_captain_password"),
    ("Querying Flags of a Ship", "GET", "/v1/ships/{id}/flags", "list_ship_flags"),
    ("Querying the Number of Ships by Flag", "POST", "/v1/ships/count", "count_ships_by_flag"),
    ("Checking Whether a Ship Is Moored", "HEAD", "/v1/x", "check_ship_is_moored"),
    ("Querying Whether a Ship Is Moored", "HEAD", "/v1/x", "check_ship_is_moored"),
    ("Deleting One Piece of Cargo of a Ship", "DELETE", "/v1/x", "delete_cargo_item_of_ship"),
    ("Flag Management", "POST", "/v1/flags/action", "manage_flags"),
    ("Tag Management", "POST", "/v1/tags/action", "manage_tags"),
    ("Tag a Ship", "POST", "/v1/tags", "tag_ship"),
    ("Start Cranes", "POST", "/v1/cranes/start", "start_cranes"),
    ("Show Details of a Crane", "GET", "/v1/cranes/{id}", "get_crane"),
    ("API for Creating a Crane", "POST", "/v1/cranes", "create_crane"),
    ("Querying Mooring Information of Ships", "GET", "/v1/moorings", "list_ship_moorings"),
    ("Crane Version Queries", "GET", "/v1/versions", "get_crane_version"),
    ("Listing Add-on Cranes", "GET", "/v1/cranes", "list_add_on_cranes"),
    ("Querying ABSs", "GET", "/v1/abs", "list_abses"),
    ("Creating a Berth (V2)", "POST", "/v2/berths", "create_berth"),
    ("Creating an IPsec Tunnel", "POST", "/v1/x", "create_ipsec_tunnel"),
    ("Rewinding a Winch", "POST", "/v1/x", "rewind_winch"),
    ("Crew Changeover", "POST", "/v1/x/swap", "perform_crew_changeover"),
    ("Querying Ships in Batches", "GET", "/v1/ships-of-fleet", "list_ships"),
    ("Querying Crane Information", "POST", "/v1/crane-list", "list_cranes"),
    ("Attaching Ships to or", "POST", "/v1/x", "attach_ships"),
    (
        "Starting or Stopping a Harbour Pennant Winch or Stopping All Harbour Pennant Winches",
        "PUT", "/v1/x", "start_or_stop_harbour_pennant_winch",
    ),
    ("创建泊位", "POST", "/v1/{project_id}/berths", "create_berth"),
    ("", "GET", "/v1/{project_id}/berths", "list_berths"),
    ("😀", "DELETE", "/v1/berths/{id}", "delete_berth"),
    ("!!!", "PUT", "/{x}", "update_resource"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "method", "path", "name"), CASES)
def test_name(title: str, method: str, path: str, name: str) -> None:
    assert name_of(title, method, path).best() == name


def test_answer_decides_between_list_and_get() -> None:
    assert name_of("Querying Quotas", "GET", "/quotas", True).best() == "list_quotas"
    assert name_of("Querying a Crane", "GET", "/v1/cranes", True).best() == "list_cranes"
    assert name_of("Querying a Crane", "GET", "/v1/cranes", None).best() == "get_crane"
    assert name_of("Querying a Crane", "GET", "/v1/winches", True).best() == "get_crane"
    assert name_of("Obtaining a Token", "POST", "/v1/tokens", True).best() == "get_token"
    assert name_of("Crane Details", "GET", "/v1/cranes/detail", True).best() == "list_cranes"
    assert name_of("Querying Quotas", "GET", "/quotas", False).best() == "get_quotas"
    assert name_of("Querying Quotas", "GET", "/quotas/{id}", True).best() == "list_quotas"
    assert name_of("Querying Quotas", "GET", "/quotas/{id}").best() == "get_quotas"


def test_variants_grow_by_words() -> None:
    found = name_of("Querying Details About Berths That Are Free (V3)", "GET", "/x").variants()
    assert found[0] == "list_berths"
    assert all(name.startswith("list_berths_") for name in found[1:])
    assert any(name.endswith("_v3") for name in found)


def test_long_titles_are_cut_between_words() -> None:
    title = "Associating " + " and ".join(f"Crane{letter * 9}" for letter in "abcdefgh")
    name = name_of(title, "POST", "/x").best()
    assert len(name) <= LONGEST
    assert not name.endswith("_")


@pytest.mark.parametrize(
    ("gerund", "verb"),
    [("creating", "create"), ("setting", "set"), ("adding", "add"), ("stopping", "stop"), ("resizing", "resize"),
     ("applying", "apply"), ("freeing", "free"), ("debugging", "debug"), ("flavoring", "flavor"),
     ("delegating", "delegate"), ("string", None), ("tower", None)],
)  # fmt: skip
def test_imperative(gerund: str, verb: str | None) -> None:
    assert imperative(gerund) == verb


@pytest.mark.parametrize(
    ("text", "found"),
    [("OS-EXT-DOCK:host", "os ext dock host"), ("primaryNic", "primary nic"), ("IPv6Address", "ipv6 address"),
     ("volumeIDs", "volume ids"), ("ABSs", "abses"), ("vCPU", "vcpu"), ("k8sNode", "k8s node"), ("__init__", "init"),
     ("../../etc/passwd", "etc passwd"), ("é", "e"), ("北京", ""), ("10gb", "10gb")],
)  # fmt: skip
def test_words(text: str, found: str) -> None:
    assert " ".join(words(text)) == found


def test_title_words_keep_versions_together() -> None:
    assert title_words("Querying v2.0 Cranes (V3)") == ["querying", "v2_0", "cranes", "v3"]


@pytest.mark.parametrize(
    ("one", "many"),
    [("policy", "policies"), ("gateway", "gateways"), ("address", "addresses"), ("box", "boxes"), ("az", "azs"),
     ("status", "status"), ("metadata", "metadata"), ("cache", "caches"), ("analysis", "analyses")],
)  # fmt: skip
def test_plural_and_back(one: str, many: str) -> None:
    assert plural(one) == many
    assert plural(many) == many
    assert singular(many) == one


def test_shapes() -> None:
    assert snake(["a", "b_c"]) == "a_b_c"
    assert pascal(["a", "b_c"]) == "ABC"
