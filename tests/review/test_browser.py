"""The review page in a real browser: links both ways, filters, keys, safety, contrast."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gen.diff.compare import compare
from gen.model import ErrorCode, Source
from gen.review import diff_html, review_html
from tests.review.browser import chromium
from tests.review.sample import state
from tests.review.test_page_data import HOSTILE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    with chromium() as driver:
        yield driver


def diffed(copies: int = 1, hostile: str = "") -> str:
    old = state(90, copies=copies)
    new = state(60, colour=True, copies=copies, hostile=hostile)
    return diff_html(old, new, compare(old.service, new.service), "boxes: what changed")


@pytest.fixture
def show(driver: Any, tmp_path: Path) -> Any:
    """Open a page given as text; ``fragment`` follows the #."""

    def open_page(page: str, fragment: str = "") -> Any:
        file = tmp_path / "page.html"
        file.write_text(page, "utf-8")
        driver.get("about:blank")
        driver.get_log("browser")
        driver.get_log("performance")
        driver.get(file.as_uri() + (f"#{fragment}" if fragment else ""))
        return driver

    return open_page


def find(driver: Any, selector: str) -> list[Any]:
    return list(driver.find_elements("css selector", selector))


def press(driver: Any, *keys: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    for key in keys:
        ActionChains(driver).send_keys(key).perform()


def lit_code(driver: Any) -> str:
    return "\n".join(line.text for line in find(driver, "#code .line.lit .source"))


def test_a_row_lights_its_code(show: Any) -> None:
    page = show(diffed())
    find(page, "tr[data-row='litres'] td")[0].click()
    code = lit_code(page)
    assert "litres: int | Unset" in code
    assert "maximum(path" in code
    assert "name: str" not in code
    assert [tr.get_attribute("data-row") for tr in find(page, "tr.sel")] == ["litres"]
    assert page.current_url.endswith("#create_box/litres")


def test_a_line_of_code_lights_its_row(show: Any) -> None:
    page = show(diffed())
    line = next(item for item in find(page, "#code .line.linked") if "maximum(path" in item.text)
    page.execute_script("arguments[0].scrollIntoView()", line)
    line.click()
    assert [tr.get_attribute("data-row") for tr in find(page, "tr.lit")] == ["litres"]
    row = find(page, "tr.lit")[0]
    assert page.execute_script(
        "const r = arguments[0].getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight",
        row,
    )


def test_changed_words_are_marked(show: Any) -> None:
    page = show(diffed())
    row = find(page, "tr[data-row='litres']")[0]
    assert [item.text for item in row.find_elements("css selector", "del")] == ["90"]
    assert [item.text for item in row.find_elements("css selector", "ins")] == ["60"]
    assert "add" in find(page, "tr[data-row='colour']")[0].get_attribute("class")


def test_filters_by_level(show: Any) -> None:
    page = show(diffed())
    warning = find(page, ".chip[data-tag='warning']")[0]
    assert warning.get_attribute("aria-pressed") == "false"
    warning.click()
    shown = [
        item.get_attribute("data-tag") for item in find(page, ".remark") if item.is_displayed()
    ]
    assert shown == ["breaking", "compatible", "warning"]
    chips = {item.get_attribute("data-tag"): item for item in find(page, ".chip")}
    chips["breaking"].click()
    shown = [
        item.get_attribute("data-tag") for item in find(page, ".remark") if item.is_displayed()
    ]
    assert shown == ["compatible", "warning"]
    assert chips["breaking"].get_attribute("aria-pressed") == "false"
    for name in ("compatible", "warning", "docs only"):
        chips[name].click()
    assert find(page, "#list button") == []
    assert find(page, "#none")[0].is_displayed()
    chips["compatible"].click()
    assert len(find(page, "#list button")) == 1


def test_what_belongs_to_no_operation_is_counted_and_shown(show: Any) -> None:
    old, new = state(90), state(60)
    codes = tuple(
        ErrorCode(
            code=name,
            status=400,
            message="Too full.",
            meaning="",
            advice="",
            source=Source("codes.rst", 9, 1, name),
        )
        for name in ("Box.1", "Box.2")
    )
    new = replace(new, service=replace(new.service, errors=codes))
    page = show(diff_html(old, new, compare(old.service, new.service), "boxes"))
    button = find(page, "#general-open")[0]
    assert button.text == "Whole service 2"
    button.click()
    shown = [item.text for item in find(page, "#general-list .remark")]
    assert ["Box.1" in shown[0], "Box.2" in shown[1]] == [True, True]
    show(diffed())
    assert not find(page, "#general-open")[0].is_displayed()


def test_deep_links_open_the_row(show: Any) -> None:
    page = show(diffed(copies=3), "create_box_2/colour")
    assert find(page, "#code h2")[0].text == "create_box_2"
    assert [tr.get_attribute("data-row") for tr in find(page, "tr.sel")] == ["colour"]
    show(diffed(), "no-such-thing/%3Cb%3E")
    assert find(page, "#code h2")[0].text == "create_box"


def test_the_keyboard_is_enough(show: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    page = show(diffed(copies=3))
    press(page, "j")
    assert find(page, "#code h2")[0].text == "create_box_1"
    press(page, "k", "n")
    assert find(page, "tr.sel")[0].get_attribute("data-row") == "litres"
    press(page, Keys.ARROW_DOWN)
    assert page.switch_to.active_element.get_attribute("data-row") == "colour"
    press(page, Keys.ENTER)
    assert find(page, "tr.sel")[0].get_attribute("data-row") == "colour"
    press(page, Keys.TAB)
    focused = page.switch_to.active_element
    assert "linked" in focused.get_attribute("class")
    press(page, Keys.ENTER)
    assert find(page, ".line.sel")
    press(page, Keys.ESCAPE)
    assert not find(page, ".sel, .lit")
    press(page, "/")
    assert page.switch_to.active_element.get_attribute("id") == "search"
    press(page, "box_2")
    assert len(find(page, "#list button")) == 1


def test_what_is_said_of_rows_stands_first_and_leads_there(show: Any) -> None:
    page = show(diffed())
    entries = [item for item in find(page, ".contents button") if item.is_displayed()]
    assert entries[0].text.startswith("breaking litres may now be at most 60")
    assert "of POST" not in entries[0].text
    entries[0].click()
    assert find(page, "tr.sel")[0].get_attribute("data-row") == "litres"
    find(page, ".chip[data-tag='breaking']")[0].click()
    assert len([item for item in find(page, ".contents button") if item.is_displayed()]) == 1


def test_the_places_of_a_row_s_code_are_stepped_through(show: Any) -> None:
    page = show(diffed())
    assert not find(page, ".places")[0].is_displayed()
    press(page, "n")
    places = find(page, ".place")
    assert len(places) > 1
    assert places[0].get_attribute("aria-current") == "true"
    press(page, "c")
    assert places[1].get_attribute("aria-current") == "true"
    key = places[1].get_attribute("data-goto")
    line = find(page, f".line[data-line='{key}']")[0]
    assert "lit" in line.get_attribute("class")
    assert page.execute_script(
        "const r = arguments[0].getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight",
        line,
    )


def test_nothing_runs_out_of_the_window(show: Any, driver: Any) -> None:
    page = show(diffed())
    try:
        for width in (1280, 800):
            metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
            driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            over = page.execute_script(
                "return [document.documentElement, ...document.querySelectorAll('main > *')]"
                ".map((n) => n.scrollWidth - n.clientWidth)"
            )
            assert over == [0, 0, 0, 0]
    finally:
        driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_help_opens_and_closes(show: Any) -> None:
    page = show(diffed())
    press(page, "?")
    assert find(page, "#help[open]")
    find(page, "#help button")[0].click()
    assert not find(page, "#help[open]")


def test_nothing_is_requested_and_nothing_is_refused(show: Any) -> None:
    page = show(diffed(hostile=HOSTILE))
    press(page, "n", "j", "k", "t")
    sent = [
        message["params"]["request"]["url"]
        for entry in page.get_log("performance")
        for message in [json.loads(entry["message"])["message"]]
        if message["method"] == "Network.requestWillBeSent"
    ]
    assert sent, "the log holds at least the page itself"
    assert all(url.startswith(("file:", "about:")) for url in sent), sent
    assert page.get_log("browser") == []


def test_doc_text_does_not_run(show: Any) -> None:
    page = show(diffed(hostile=HOSTILE))
    assert page.execute_script("return window.pwned") is None
    assert find(page, "img, iframe, object, link, a") == []
    assert len(find(page, "script")) == 2
    assert "<img src=x onerror=alert(1)>" in find(page, "#doc")[0].text


def test_the_policy_stops_scripts_that_are_put_in(show: Any) -> None:
    page = show(diffed())
    page.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.late = 1';"
        " document.body.append(s)"
    )
    assert page.execute_script("return window.late") is None


CONTRAST = """
const parse = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
const linear = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const ground = (node) => {
  for (let at = node; at; at = at.parentElement) {
    const c = parse(getComputedStyle(at).backgroundColor);
    if (c.length === 3 || c[3] === 1) return c;
  }
  return [255, 255, 255];
};
const bad = [];
for (const node of document.querySelectorAll('body *')) {
  const own = [...node.childNodes].some((c) => c.nodeType === 3 && c.data.trim());
  if (!own || !node.checkVisibility() || node.closest('script, .visually-hidden')) continue;
  const [a, b] = [light(parse(getComputedStyle(node).color)), light(ground(node))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) bad.push([node.className, node.textContent.slice(0, 20), ratio.toFixed(2)]);
}
return bad;
"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contrast_is_enough_in_both_themes(show: Any, driver: Any, theme: str) -> None:
    feature = {"name": "prefers-color-scheme", "value": theme}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    page = show(diffed())
    dark = page.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert (dark == "rgb(13, 17, 23)") == (theme == "dark")
    press(page, "n")
    page.execute_script(
        "document.querySelectorAll('*').forEach((n) => n.style.transition = 'none')"
    )
    for chip in find(page, ".chip")[:1]:
        chip.click()
        assert page.execute_script(CONTRAST) == []
        chip.click()
    find(page, "#code .line.linked")[0].click()
    assert page.execute_script(CONTRAST) == []


def test_a_hundred_changed_operations(show: Any) -> None:
    page = show(diffed(copies=120))
    assert len(find(page, "#list button")) == 120
    took = page.execute_script(
        "const t = performance.now(); document.querySelectorAll('#list button')[90].click();"
        " return performance.now() - t"
    )
    assert find(page, "#code h2")[0].text
    assert took < 1000


def test_one_state_has_its_findings_beside_the_rows(show: Any) -> None:
    page = show(review_html(state(), "boxes"))
    remark = find(page, "tr[data-row='id'] + tr.remarks")[0]
    assert "<odd>" in remark.text
    assert "mend it" in remark.text
