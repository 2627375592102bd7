"""Holds a YAML file against a JSON Schema: check-schema.py SCHEMA FILE"""

import json
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML as pipelines read it: `on` is a word, and GitLab's `!reference` is a list."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_constructor("!reference", lambda loader, node: loader.construct_sequence(node))

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    instance = json.loads(json.dumps(yaml.load(file, Loader=Loader)))

validator = jsonschema.validators.validator_for(schema)(schema)
problems = sorted(validator.iter_errors(instance), key=lambda problem: list(map(str, problem.path)))
for problem in problems:
    print(f"{'/'.join(map(str, problem.path))}: {problem.message[:500]}")
sys.exit(bool(problems))
