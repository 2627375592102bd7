"""Holds documents against JSON Schemas with a validator that is not ours (python3-jsonschema).

usage: validate.py JOB

JOB is a JSON file: {"schemas": {NAME: PATH}, "documents": [{"id", "schema", "text", "isJSON"}]}. A text is a
YAML stream, or one JSON value. The answer on standard output is one JSON value:
{"schemas": {NAME: PROBLEM | null}, "documents": [{"id", "unreadable": PROBLEM | null, "errors": [TEXT]}]}.

Scalars are typed as the YAML 1.2 core schema types them, which is what editors with yaml-language-server read: `no`
is a text, a day is a text, `1e3` and `null` are not. PyYAML by itself follows YAML 1.1, and would
report dates and booleans that no editor sees.
"""

import json
import re
import sys

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError, ValidationError
from jsonschema.validators import extend

Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CoreLoader(Base):
    """YAML with the types of the 1.2 core schema (YAML 1.2.2 §10.3.2), unique keys, no merge keys."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key that is no text", key.start_mark)
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, "duplicate key", key.start_mark)
            seen.add(key.value)
        return {str(key.value): self.construct_object(value, deep=True) for key, value in node.value}


def number(loader, node):
    text = node.value
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"0o[0-7]+|0x[0-9a-fA-F]+", text):
        return int(text, 0)
    return float(text.replace(".inf", "inf").replace(".Inf", "inf").replace(".INF", "inf").lower().lstrip("."))


def mapping(loader, node):
    return loader.construct_mapping(node, deep=True)


core = [
    ("tag:yaml.org,2002:null", r"|~|null|Null|NULL", None),
    ("tag:yaml.org,2002:bool", r"true|True|TRUE|false|False|FALSE", None),
    ("tag:yaml.org,2002:int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", number),
    (
        "tag:yaml.org,2002:float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        number,
    ),
]
for tag, pattern, constructor in core:
    CoreLoader.add_implicit_resolver(tag, re.compile("^(?:" + pattern + r")\Z"), None)
    if constructor:
        CoreLoader.add_constructor(tag, constructor)
CoreLoader.add_constructor("tag:yaml.org,2002:map", mapping)


def pattern(validator, expression, instance, schema):
    """`pattern` as ECMA-262 has it, where `$` is the end of the text; in Python it is also before a last line end."""
    if validator.is_type(instance, "string") and not search(expression, instance):
        yield ValidationError(f"{instance!r} does not match {expression!r}")


compiled = {}


def search(expression, text):
    if expression not in compiled:
        compiled[expression] = re.compile(re.sub(r"\$(?=\)|$)", r"\\Z", expression))
    return compiled[expression].search(text)


def pattern_properties(validator, patterns, instance, schema):
    if validator.is_type(instance, "object"):
        for expression, subschema in patterns.items():
            for key, value in instance.items():
                if search(expression, key):
                    yield from validator.descend(value, subschema, path=key, schema_path=expression)


Validator = extend(Draft202012Validator, {"pattern": pattern, "patternProperties": pattern_properties})


def check(validator, document):
    text = document["text"]
    try:
        values = [json.loads(text)] if document["isJSON"] else list(yaml.load_all(text, Loader=CoreLoader))
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        return {"id": document["id"], "unreadable": str(problem), "errors": []}
    errors = []
    for value in values:
        for error in validator.iter_errors(value):
            place = "/".join(str(step) for step in error.absolute_path)
            errors.append(f"{place}: {error.message}"[:300])
    return {"id": document["id"], "unreadable": None, "errors": errors}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        job = json.load(file)
    problems, validators = {}, {}
    for name, path in job["schemas"].items():
        with open(path, encoding="utf-8") as file:
            schema = json.load(file)
        try:
            Draft202012Validator.check_schema(schema)
            problems[name] = None
        except SchemaError as problem:
            problems[name] = problem.message
        validators[name] = Validator(schema)
    documents = [check(validators[document["schema"]], document) for document in job["documents"]]
    json.dump({"schemas": problems, "documents": documents}, sys.stdout)


main()
