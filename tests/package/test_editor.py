"""What an editor shows of the packages: words of the docs, keywords, allowed values."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.package.conftest import NAMES
from tests.package.language_server import LanguageServer

pytestmark = pytest.mark.slow

TEXT = """\
from otc_vpn import VpnClient, VpnConnectionInput
from tide_gauge import TideGaugeClient, UNSET
vpn = VpnClient("https://a.example")
tide = TideGaugeClient("https://a.example")
vpn.create_vpn_connection()
vpn.create_vpn_connection(style="")
made = vpn.create_vpn_connection(vgw_id="", vgw_ip="", cgw_id="").vpn_connection
assert made is not None
made.created_at
sent = VpnConnectionInput(psk="")
sent.psk
sent.style = ""
tide.restart_gauge(station_id="", mode="")
tide.restart_gauge(station_id="", )
pager = tide.list_stations(status="")
pager = tide.list_stations()
station = pager.first()
assert station is not None
station.status
if station.status == "":
    station.status = "elsewhere"
"""


@pytest.fixture(scope="module")
def editor(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    command = shutil.which("pyright-langserver", path=str(Path(sys.executable).parent))
    if command is None:
        pytest.skip("pyright is not installed beside this Python")
    folder = tmp_path_factory.mktemp("editor")
    for name in NAMES:
        shutil.copytree(made / name, folder / name)
    with LanguageServer(command, folder, TEXT) as server:
        yield server


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def test_a_call_shows_the_docs(editor: LanguageServer) -> None:
    shown = in_one_line(editor.hover("vpn.create_vpn_connection()", "create_vpn_connection"))
    for words in (
        "This API is used to create a VPN connection that connects a VPN gateway",
        "style: Specifies the connection mode. Default: `static`.",
        "vgw_ip: When `network_type` of the VPN gateway is set to `public`",
        "vgw_id: str,",
        "Literal['policy', 'static', 'bgp']",
        "-> CreateVpnConnectionResponse",
        "creating_a_vpn_connection.rst",
    ):
        assert words in shown


def test_a_call_offers_its_keywords_and_allowed_values(editor: LanguageServer) -> None:
    offered = editor.completions("vpn.create_vpn_connection()", "(")
    assert {"vgw_id=", "psk=", "ikepolicy=", "body=", "options="} <= set(offered)
    offered = editor.completions('vpn.create_vpn_connection(style="")', 'style="')
    assert offered == ['"policy"', '"static"', '"bgp"']


def test_fields_show_their_sentences(editor: LanguageServer) -> None:
    shown = in_one_line(editor.hover("sent.psk", "psk"))
    assert "Specifies a pre-shared key." in shown
    assert "8 to 128 characters" in shown
    shown = in_one_line(editor.hover('sent.style = ""', "style"))
    assert "`bgp`: BGP routing mode" in shown
    assert "default value is `static`" in shown
    shown = in_one_line(editor.hover("made.created_at", "created_at"))
    assert "created_at: str | None" in shown


def test_an_action_offers_its_keywords_and_allowed_values(editor: LanguageServer) -> None:
    offered = editor.completions('tide.restart_gauge(station_id="", mode="")', 'mode="')
    assert offered == ['"soft"', '"hard"']
    line = 'tide.restart_gauge(station_id="", )'
    assert {"mode=", "project_id="} <= set(editor.completions(line, ", "))
    shown = in_one_line(editor.hover(line, "restart_gauge"))
    assert "mode: Specifies how the gauge is restarted. Default: `soft`." in shown


def test_a_list_knows_its_items(editor: LanguageServer) -> None:
    shown = in_one_line(editor.hover("pager = tide.list_stations()", "pager"))
    assert "Pager[Station, ListStationsResponse]" in shown
    shown = in_one_line(editor.hover("station = pager.first()", "station"))
    assert "station: Station | None" in shown
    offered = editor.completions('pager = tide.list_stations(status="")', 'status="')
    assert offered == ['"online"', '"silent"', '"retired"']
    shown = in_one_line(editor.hover("station.status", "status"))
    assert (
        "Specifies the state of the station. Enumeration values: `online` `silent` `retired`"
        in shown
    )


def test_an_answers_field_offers_its_documented_values(editor: LanguageServer) -> None:
    # The type has room for other values, as the next line of the text shows; pyright names such
    # a field ``str`` for short, and still offers what is documented.
    shown = in_one_line(editor.hover("station.status", "status"))
    assert "status: str | None" in shown
    offered = editor.completions('if station.status == "":', '== "')
    assert offered == ['"online"', '"silent"', '"retired"']
