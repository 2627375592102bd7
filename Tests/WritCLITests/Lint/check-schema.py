"""Holds one JSON document, or each item of a list, against a JSON Schema with a validator that is not ours.

usage: check-schema.py SCHEMA DOCUMENT [--items]

Prints one line for each thing the schema refuses; nothing for a good document.
"""

import json
import sys

from jsonschema.validators import validator_for

with open(sys.argv[1]) as file:
    schema = json.load(file)
with open(sys.argv[2]) as file:
    document = json.load(file)
checker = validator_for(schema)(schema)
for item in document if "--items" in sys.argv else [document]:
    for error in checker.iter_errors(item):
        print("/".join(map(str, error.absolute_path)), error.message[:300])
