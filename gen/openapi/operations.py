"""Operations of the model as OpenAPI operation objects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gen.model import Array, Body, Operation, Parameter, Ref, Response, Rule, Service
from gen.openapi.keywords import JsonObject
from gen.openapi.shapes import body_schema, field_schema, x_doc
from gen.openapi.text import markdown
from gen.phrases import describe


def operation_id(one: Operation) -> str:
    """The client's dotted method: ``create_server``, or ``lifecycle.create_server``."""
    return f"{one.group}.{one.name}" if one.group else one.name


def parameter_object(one: Parameter, names: Mapping[str, str]) -> JsonObject:
    """A parameter; its schema carries the rules, it the words and the row."""
    schema = field_schema(one.field, "request", names)
    found: JsonObject = {
        "name": one.field.wire,
        "in": one.location,
        "required": one.location == "path" or one.field.required,
    }
    for key in ("description", "deprecated"):
        if key in schema:
            found[key] = schema.pop(key)
    doc, name = schema.pop("x-doc"), schema.pop("x-python-name")
    schema.pop("writeOnly", None)
    if one.location == "query" and isinstance(one.field.type, Array):
        found["style"] = "form"
        found["explode"] = one.explode
    found["schema"] = schema
    if one.client:
        found["x-client"] = True
    return {**found, "x-doc": doc, "x-python-name": name}


def header_object(one: Parameter, names: Mapping[str, str]) -> JsonObject:
    """A response header."""
    found = parameter_object(one, names)
    found.pop("name")
    found.pop("in")
    return found


def request_body(one: Operation, names: Mapping[str, str]) -> JsonObject | None:
    """The body with the page's request examples; None where there is none."""
    if one.request is None:
        return None
    media: JsonObject = {"schema": body_schema(one.request, "request", names)}
    examples = _examples(one, "request", None)
    if examples:
        media["examples"] = examples
    return {"required": one.request.required, "content": {_media_type(one.request): media}}


def _media_type(body: Body) -> str:
    return body.media_type or "application/json"


def _examples(one: Operation, direction: str, status: int | None) -> JsonObject:
    found: JsonObject = {}
    for example in one.examples:
        if example.direction != direction or not example.parsed or example.value is None:
            continue
        if direction == "response" and example.status not in (None, status):
            continue
        entry: JsonObject = {"value": example.value}
        if example.title:
            entry = {"summary": example.title[:200], **entry}
        found[f"example-{len(found) + 1}"] = entry
    return found


def responses(one: Operation, names: Mapping[str, str]) -> JsonObject:
    """All answers by status; what the page gives no status is ``default``. Examples stand with the first success."""
    found: JsonObject = {}
    first = next((part for part in one.responses if _good(part) and part.body is not None), None)
    for part in one.responses:
        code = str(part.status) if part.status is not None else "default"
        entry = _response(one, part, names, examples=part is first)
        if code in found:
            _add_body(found[code], entry)
        else:
            found[code] = entry
    return dict(sorted(found.items())) or {"default": {"description": "Any answer."}}


def _good(part: Response) -> bool:
    return part.status is None or 200 <= part.status < 400


def _response(
    one: Operation, part: Response, names: Mapping[str, str], *, examples: bool
) -> JsonObject:
    found: JsonObject = {"description": part.description or "Answer."}
    if part.headers:
        found["headers"] = {
            header.field.wire: header_object(header, names) for header in part.headers
        }
    if part.body is not None:
        media: JsonObject = {"schema": body_schema(part.body, "response", names)}
        vectors = _examples(one, "response", part.status) if examples else {}
        if vectors:
            media["examples"] = vectors
        found["content"] = {_media_type(part.body): media}
    return found


def _add_body(known: JsonObject, more: JsonObject) -> None:
    """A second table of one status: the answer is one or the other."""
    for kind, media in more.get("content", {}).items():
        content = known.setdefault("content", {})
        if kind not in content:
            content[kind] = media
        elif content[kind]["schema"] != media["schema"]:
            schema = content[kind]["schema"]
            others = schema["anyOf"] if list(schema) == ["anyOf"] else [schema]
            content[kind]["schema"] = {"anyOf": [*others, media["schema"]]}
            content[kind].setdefault("examples", {}).update(
                {f"more-{key}": value for key, value in media.get("examples", {}).items()}
            )
            if not content[kind]["examples"]:
                del content[kind]["examples"]
    headers = known.setdefault("headers", {})
    for name, header in more.get("headers", {}).items():
        mine = next((key for key in headers if key.lower() == name.lower()), None)
        if mine is None:
            headers[name] = header
        else:
            places = _places(headers[mine]["x-doc"], header["x-doc"])
            headers[mine] = {**headers[mine], "x-doc": places}
    if not headers:
        del known["headers"]


def operation_object(one: Operation, service: Service, names: Mapping[str, str]) -> JsonObject:
    """One page's operation, without its parameters that are no part of the path."""
    found: JsonObject = {"operationId": operation_id(one)}
    if tag(one):
        found["tags"] = [tag(one)]
    found["summary"] = one.title
    text = markdown(one.summary)
    if text:
        found["description"] = text
    if one.deprecated:
        found["deprecated"] = True
    found["parameters"] = [parameter_object(part, names) for part in one.parameters]
    body = request_body(one, names)
    if body is not None:
        found["requestBody"] = body
    found["responses"] = responses(one, names)
    found["x-python"] = {
        "module": f"operations.{one.module}",
        "request": _class(one.request, service),
        "response": _class(_answer(one), service),
    }
    found["x-page"] = one.page
    if one.host:
        found["x-host"] = one.host
    if one.remarks:
        found["x-remarks"] = [
            {"parameter": remark.parameter, "text": remark.text, "x-doc": x_doc([remark.source])}
            for remark in one.remarks
        ]
    if one.rules:
        found["x-rules"] = [_rule(rule) for rule in one.rules]
    return found


def _rule(rule: Rule) -> JsonObject:
    return {
        "rule": type(rule).__name__.lower(),
        "text": describe(rule),
        "certainty": rule.certainty,
    }


def tag(one: Operation) -> str:
    """The operation's group, or the docs' folder in words; '' at the top."""
    if one.group:
        return one.group
    return one.folder[-1].replace("_", " ") if one.folder else ""


def _answer(one: Operation) -> Body | None:
    return next(
        (part.body for part in one.responses if _good(part) and part.body is not None), None
    )


def _class(body: Body | None, service: Service) -> str | None:
    """The class of a body, None where it has none; of a root array the items' class in ``list[…]``."""
    if body is None:
        return None
    if isinstance(body.type, Ref):
        return service.schemas[body.type.schema].name
    if isinstance(body.type, Array) and isinstance(body.type.items, Ref):
        return f"list[{service.schemas[body.type.items.schema].name}]"
    return None


def merged(objects: list[tuple[Operation, JsonObject]]) -> JsonObject:
    """Several pages that share method and path as one operation, told apart by the branches of its body."""
    head = objects[0][1]
    if len(objects) == 1:
        return head
    found = {**head, "summary": " / ".join(dict.fromkeys(one.title for one, _ in objects))}
    texts = [f"**{one.title}**\n\n{part.get('description', '')}".strip() for one, part in objects]
    found["description"] = "\n\n".join(texts)
    found["parameters"] = _parameters(part["parameters"] for _, part in objects)
    found["responses"] = _answers(part["responses"] for _, part in objects)
    found.pop("requestBody", None)
    bodies = [(one, part["requestBody"]) for one, part in objects if "requestBody" in part]
    if bodies:
        found["requestBody"] = _bodies(bodies, len(objects))
    if not all(one.deprecated for one, _ in objects):
        found.pop("deprecated", None)
    for key in ("x-remarks", "x-rules"):
        rows = [row for _, part in objects for row in part.get(key, ())]
        if rows:
            found[key] = rows
    found["x-operations"] = [
        {"operationId": operation_id(one), "page": one.page, "x-python": part["x-python"]}
        for one, part in objects
    ]
    return found


def _bodies(bodies: list[tuple[Operation, JsonObject]], pages: int) -> JsonObject:
    content: JsonObject = {}
    for one, body in bodies:
        for kind, media in body["content"].items():
            mark = {"operationId": operation_id(one), "page": one.page}
            entry = content.setdefault(kind, {"schema": {"oneOf": []}, "examples": {}})
            entry["schema"]["oneOf"].append({**media["schema"], "x-operation": mark})
            for key, example in media.get("examples", {}).items():
                entry["examples"][f"{one.name}-{key}"] = example
    for entry in content.values():
        if not entry["examples"]:
            del entry["examples"]
    return {
        "required": len(bodies) == pages and all(b["required"] for _, b in bodies),
        "content": content,
    }


def _parameters(lists: Iterable[list[JsonObject]]) -> list[JsonObject]:
    """Every parameter once, with the rows of all pages; required only if it is everywhere."""
    rows = list(lists)
    found: dict[tuple[str, str], JsonObject] = {}
    count: dict[tuple[str, str], int] = {}
    for one in (part for parts in rows for part in parts):
        key = (one["in"], one["name"].lower() if one["in"] == "header" else one["name"])
        count[key] = count.get(key, 0) + 1
        if key not in found:
            found[key] = dict(one)
            continue
        known = found[key]
        known["x-doc"] = _places(known["x-doc"], one["x-doc"])
        known["required"] = known["required"] and one["required"]
    for key, one in found.items():
        one["required"] = one["in"] == "path" or (one["required"] and count[key] >= len(rows))
    return list(found.values())


def _places(one: Any, other: Any) -> Any:
    both = [
        *(one if isinstance(one, list) else [one]),
        *(other if isinstance(other, list) else [other]),
    ]
    unique = [place for index, place in enumerate(both) if place not in both[:index]]
    return unique[0] if len(unique) == 1 else unique


def _answers(parts: Iterable[JsonObject]) -> JsonObject:
    found: JsonObject = {}
    for answers in parts:
        for code, entry in answers.items():
            if code in found:
                _add_body(found[code], entry)
            else:
                found[code] = entry
    return dict(sorted(found.items()))
