"""What the docs of every generated method show can be pasted and run: offline, with all checks on."""

from __future__ import annotations

import json
import re

import pytest

from tests.corpus.conftest import SERVICES, Generated, package_of

pytestmark = [pytest.mark.corpus, pytest.mark.slow]

# Gives a line of JSON: how many calls were made, and what went wrong by method.
CALL_ALL = """
import ast, importlib, inspect, json, sys, textwrap
name, kind = sys.argv[1:]
package = importlib.import_module(name)
testing = importlib.import_module(name + ".testing")
offline = testing.OfflineTransport()
client = getattr(package, kind)("https://offline.test", auth=package.TokenAuth("t"), project_id="0123456789abcdef" * 2, transport=offline)
wrong, made = {}, 0

def example(doc):
    lines = inspect.cleandoc(doc).split("Example::\\n")[-1].split("\\n")
    shown = []
    for line in lines[1:]:
        if line.strip() and not line.startswith(" "):
            break
        shown.append(line)
    return textwrap.dedent("\\n".join(shown)).strip()

def run(owner, prefix):
    global made
    for attribute, method in inspect.getmembers(type(owner)):
        if attribute.startswith("_"):
            continue
        doc = inspect.getdoc(method) or ""
        if not inspect.isfunction(method):
            group = getattr(owner, attribute, None)
            if type(group).__module__.startswith(name + "."):
                run(group, attribute + ".")
        elif "Example::" in doc and method.__module__.startswith(name) and "_runtime" not in method.__module__:
            made += 1
            offline.reset()
            called = prefix + attribute
            try:
                code = example(doc)
                exec(compile(ast.parse(code), called, "exec"), {"client": client, **vars(package)})
                if f"client.{called}(" not in code:
                    wrong[called] = code
                elif [one.operation for one in offline.requests][:1] not in ([called], []):
                    wrong[called] = str(offline.requests)
                elif not offline.requests and "for " in code:
                    wrong[called] = "nothing was asked"
            except Exception as error:
                wrong[called] = f"{type(error).__name__}: {error}"

run(client, "")
print(json.dumps({"made": made, "wrong": wrong}))
"""


@pytest.mark.parametrize("service", SERVICES)
def test_every_example_call_runs(generated: Generated, service: str) -> None:
    package = package_of(service)
    line = generated.lines[package]
    told = json.loads(generated.python(CALL_ALL, package, line["client"]))
    assert told["wrong"] == {}
    # A body without an example that can be read, or a very long one, is not shown.
    assert told["made"] >= 0.85 * line["operations"]


@pytest.mark.parametrize("service", SERVICES)
def test_the_readme_s_program_runs(generated: Generated, service: str) -> None:
    text = (generated.out / package_of(service) / "README.md").read_text("utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", text, re.S)[:1]
    generated.python(program)
