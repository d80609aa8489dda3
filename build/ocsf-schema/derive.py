#!/usr/bin/env python3
"""Derives, from the metaschema of an OCSF release, the JSON schema that the tests of the OCSF rendering check records against.

    build/ocsf-schema/derive.py FOLDER_OF_THE_RELEASE > event-listeners/src/test/resources/dev/contactcenter/listeners/rendering/ocsf.schema.json

It is stricter than the release: nothing that is not declared or is deprecated may stand in a record, a name beside a number must be the
caption of that number, and of objects only those below are taken in, so that an attribute of another object's type is refused.
"""

import json
import pathlib
import sys

CLASSES = ["iam/authentication", "iam/authorize_session", "iam/entity_management", "application/api_activity"]
PROFILES = ["host", "security_control"]
OBJECTS = [
    "actor", "api", "auth_factor", "authorization", "device", "group", "idp", "key_value_object", "managed_entity", "metadata",
    "network_endpoint", "object", "os", "policy", "product", "reporter", "request", "resource_details", "response", "service",
    "session", "user",
]


def main(release: pathlib.Path) -> None:
    def read(path: str) -> dict:
        return json.loads((release / path).read_text(encoding="utf-8"))

    dictionary = read("dictionary.json")
    categories = read("categories.json")["attributes"]
    types = dictionary["types"]["attributes"]

    def find(kind: str, name: str) -> dict:
        if kind == "objects":
            return read(f"objects/{name}.json")
        if name == "base_event":
            return read("events/base_event.json")
        return next(json.loads(path.read_text(encoding="utf-8")) for path in (release / "events").rglob(f"{name}.json"))

    def attributes(kind: str, declared: dict) -> dict:
        told = {} if "extends" not in declared else attributes(kind, find(kind, declared["extends"]))
        merged = {name: dict(detail) for name, detail in told.items()}
        for name, detail in declared.get("attributes", {}).items():
            if name == "$include":
                for include in [detail] if isinstance(detail, str) else detail:
                    profile = read(include)
                    if profile["name"] in PROFILES:
                        for attribute, more in profile["attributes"].items():
                            merged[attribute] = {**more, **merged.get(attribute, {})}
                continue
            before = merged.get(name, {})
            enum = {**before.get("enum", {}), **detail.get("enum", {})}
            merged[name] = {**before, **detail, **({"enum": enum} if enum else {})}
        return merged

    def constraints(kind: str, declared: dict) -> dict:
        if "constraints" in declared:
            return declared["constraints"]
        return constraints(kind, find(kind, declared["extends"])) if "extends" in declared else {}

    def scalar(name: str) -> dict:
        declared = types[name]
        base = declared.get("type", name)
        if base == "json_t":
            return {}
        told: dict = {
            "type": {"boolean_t": "boolean", "float_t": "number", "integer_t": "integer", "long_t": "integer"}.get(base, "string")
        }
        if "regex" in declared:
            told["pattern"] = declared["regex"]
        if "max_len" in declared:
            told["maxLength"] = declared["max_len"]
        if "range" in declared:
            told["minimum"], told["maximum"] = declared["range"]
        return told

    def one(name: str, detail: dict) -> dict | None:
        known = dictionary["attributes"][name]
        kind = detail.get("type", known["type"])
        if kind in types:
            told = scalar(kind)
        elif kind in OBJECTS:
            told = {"$ref": f"#/$defs/{kind}"}
        else:
            return None
        enum = {**known.get("enum", {}), **detail.get("enum", {})}
        if enum:
            told["enum"] = sorted(int(value) for value in enum) if told["type"] == "integer" else sorted(enum)
        return {"type": "array", "items": told} if known.get("is_array") else told

    def shape(kind: str, declared: dict, profile: list) -> dict:
        told = attributes(kind, declared)
        properties, required, siblings = {}, [], []
        for name, detail in sorted(told.items()):
            if "@deprecated" in detail or detail.get("profile") not in (None, *profile):
                continue
            schema = one(name, detail)
            if schema is None:
                continue
            properties[name] = schema
            if detail.get("requirement") == "required":
                required.append(name)
            enum = {**dictionary["attributes"][name].get("enum", {}), **detail.get("enum", {})}
            sibling = dictionary["attributes"][name].get("sibling")
            if enum and sibling in told:
                siblings += [
                    {
                        "if": {"properties": {name: {"const": int(value)}}, "required": [name, sibling]},
                        "then": {"properties": {sibling: {"const": meaning["caption"]}}},
                    }
                    for value, meaning in enum.items()
                    if value != "99"
                ]
        schema = {"type": "object", "additionalProperties": False, "properties": properties}
        if required:
            schema["required"] = required
        demanded = constraints(kind, declared)
        if "at_least_one" in demanded:
            schema["anyOf"] = [{"required": [name]} for name in demanded["at_least_one"] if name in properties]
        if "just_one" in demanded:
            schema["oneOf"] = [{"required": [name]} for name in demanded["just_one"]]
        if siblings:
            schema["allOf"] = siblings
        return schema

    def event(path: str) -> dict:
        declared = read(f"events/{path}.json")
        category = categories[path.split("/")[0] if path.startswith("application") else "iam"]
        schema = shape("events", declared, PROFILES)
        uid = category["uid"] * 1000 + declared["uid"]
        schema["properties"] |= {
            "category_uid": {"const": category["uid"]},
            "category_name": {"const": category["caption"]},
            "class_uid": {"const": uid},
            "class_name": {"const": declared["caption"]},
            "type_uid": {"enum": [uid * 100 + activity for activity in schema["properties"]["activity_id"]["enum"]]},
        }
        schema["properties"]["metadata"] = {
            "allOf": [{"$ref": "#/$defs/metadata"}, {"properties": {"version": {"const": read("version.json")["version"]}}}]
        }
        return schema

    definitions = {name: shape("objects", find("objects", name), PROFILES) for name in OBJECTS}
    # An object of its own is the bag that an event keeps what the schema has no place for in.
    definitions["object"] = {"type": "object"}
    classes = {path.split("/")[1]: event(path) for path in CLASSES}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Derived from OCSF "
        + read("version.json")["version"]
        + " (https://schema.ocsf.io, Apache-2.0) by build/ocsf-schema/derive.py; not edited.",
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in classes],
        "$defs": definitions | classes,
    }
    # A definition a line, so that a later release is a readable difference.
    defs = ",\n".join(f"{json.dumps(name)}:{json.dumps(body, separators=(',', ':'))}" for name, body in schema.pop("$defs").items())
    sys.stdout.write(json.dumps(schema, separators=(",", ":"))[:-1] + ',"$defs":{\n' + defs + "\n}}\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
