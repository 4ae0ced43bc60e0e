"""validate.py SCHEMA < DOCUMENT: as much of JSON Schema as sarif-excerpt.json uses."""

import json
import sys

TYPES = {"object": dict, "array": list, "string": str, "integer": int}
schema = json.load(open(sys.argv[1]))


def errors(value, rule, path="$"):
    if "$ref" in rule:
        rule = schema["definitions"][rule["$ref"].rsplit("/", 1)[1]]
    if "type" in rule and not isinstance(value, TYPES[rule["type"]]):
        yield f"{path} is not of type {rule['type']}"
        return
    if "enum" in rule and value not in rule["enum"]:
        yield f"{path} is {value!r}"
    if "minimum" in rule and value < rule["minimum"]:
        yield f"{path} is {value}"
    for name in rule.get("required", []):
        if name not in value:
            yield f"{path} has no {name}"
    for name, each in value.items() if isinstance(value, dict) else ():
        if name in rule.get("properties", {}):
            yield from errors(each, rule["properties"][name], f"{path}.{name}")
        elif rule.get("additionalProperties") is False:
            yield f"{path} has {name}"
    for index, each in enumerate(value if isinstance(value, list) else ()):
        yield from errors(each, rule.get("items", {}), f"{path}[{index}]")


document = json.load(sys.stdin)
found = list(errors(document, schema))
rules = {rule["id"] for rule in document["runs"][0]["tool"]["driver"]["rules"]}
found += [f"no rule {result['ruleId']}" for result in document["runs"][0]["results"] if result["ruleId"] not in rules]
print("\n".join(found))
sys.exit(bool(found))
