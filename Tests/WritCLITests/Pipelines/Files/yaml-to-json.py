"""Prints a YAML file as JSON, every scalar as its text: yaml-to-json.py FILE"""

import json
import sys

import yaml


class Loader(yaml.BaseLoader):
    """Every scalar as its text; GitLab's `!reference` as a list that says so."""


Loader.add_constructor("!reference", lambda loader, node: {"reference": loader.construct_sequence(node)})

with open(sys.argv[1], encoding="utf-8") as file:
    json.dump(yaml.load(file, Loader=Loader), sys.stdout)
