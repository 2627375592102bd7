"""Asks Cedar's engine and `writ policy can` the same questions, and shows where they differ.

    python3 agree.py path/to/writ [--lists 400] [--seed 1]

Random AWS policies over two letters are translated to Cedar: Deny becomes forbid, `*` becomes `like`, a missing key becomes `has`.
Left out is what Cedar cannot say: `?`, wildcards over sets, fractions, comparisons of dates, variables and segments.
"""
import argparse
import json
import random
import subprocess
import sys

import cedarpy

REQUESTS_PER_LIST = 25
NUMBERS = {"Equals": "==", "NotEquals": "!=", "LessThan": "<", "LessThanEquals": "<=", "GreaterThan": ">", "GreaterThanEquals": ">="}


def text(draw, letters="ab*"):
    return "".join(draw.choice(letters) for _ in range(draw.randrange(4)))


def some(draw, make):
    return [make() for _ in range(draw.randint(1, 2))]


def condition(draw):
    """One operator with its key, as AWS writes it."""
    words = lambda: some(draw, lambda: draw.choice(["a", "b", "ab", "", "A"]))
    sort = draw.randrange(6)
    suffix = draw.choice(["", "", "IfExists"])
    if sort == 0:
        return draw.choice(["StringEquals", "StringNotEquals"]) + suffix, "s", words()
    if sort == 1:
        return draw.choice(["StringLike", "StringNotLike"]) + suffix, "s", some(draw, lambda: text(draw))
    if sort == 2:
        return "Numeric" + draw.choice(list(NUMBERS)) + suffix, "n", some(draw, lambda: str(draw.randrange(4)))
    if sort == 3:
        return draw.choice(["ForAnyValue:", "ForAllValues:"]) + draw.choice(["StringEquals", "StringNotEquals"]) + suffix, "t", words()
    if sort == 4:
        return draw.choice(["IpAddress", "NotIpAddress"]) + suffix, "i", some(draw, lambda: draw.choice(["10.0.0.0/8", "10.1.0.0/16", "10.1.2.3", "2001:db8::/32"]))
    if draw.random() < 0.5:
        return "Bool" + suffix, "f", [draw.choice(["true", "false"])]
    return "Null", draw.choice(["s", "n", "t"]), [draw.choice(["true", "false"])]


def statement(draw):
    result = {"Effect": "Deny" if draw.random() < 0.35 else "Allow"}
    result[draw.choice(["Action"] * 4 + ["NotAction"])] = some(draw, lambda: text(draw))
    result[draw.choice(["Resource"] * 4 + ["NotResource"])] = some(draw, lambda: text(draw))
    entries = {}
    for _ in range(draw.randrange(3)):
        operator, key, values = condition(draw)
        entries[operator] = {key: values}
    if entries:
        result["Condition"] = entries
    return result


def request(draw):
    context = {
        "s": lambda: [text(draw, "abA")],
        "n": lambda: [str(draw.randrange(5))],
        "t": lambda: [draw.choice(["a", "b", "ab", "A", "c"]) for _ in range(draw.randint(1, 3))],
        "i": lambda: [draw.choice(["10.1.2.3", "10.1.2.4", "10.2.0.0", "11.0.0.0", "2001:db8::1", "2001:db9::1"])],
        "f": lambda: [draw.choice(["true", "false"])],
    }
    return {
        "action": text(draw, "abAB"),
        "resource": text(draw, "ab"),
        "context": {key: make() for key, make in context.items() if draw.random() < 0.65},
    }


def quoted(value):
    return json.dumps(value)


def anyOf(parts):
    return "(" + (" || ".join(parts) or "false") + ")"


def translatedCondition(operator, key, values):
    held = f"context.{key}"
    has = f"context has {key}"
    if operator == "Null":
        return f"!({has})" if values == ["true"] else has
    ifExists = operator.endswith("IfExists")
    operator = operator.removesuffix("IfExists")
    qualifier, _, operator = operator.rpartition(":")
    isNegated = "Not" in operator
    if qualifier:
        listed = "[" + ", ".join(map(quoted, values)) + "]"
        if qualifier == "ForAnyValue":
            met = f"!({listed}.containsAll({held}))" if isNegated else f"{held}.containsAny({listed})"
            whenAbsent = ifExists
        else:
            met = f"!({held}.containsAny({listed}))" if isNegated else f"{listed}.containsAll({held})"
            whenAbsent = True
    else:
        if operator.startswith("Numeric"):
            sign = NUMBERS[operator.removeprefix("Numeric")].replace("!=", "==")
            matches = [f"{held} {sign} {value}" for value in values]
        elif "IpAddress" in operator:
            matches = [f"{held}.isInRange(ip({quoted(value)}))" for value in values]
        elif operator == "Bool":
            matches = [f"{held} == {value}" for value in values]
        elif "Like" in operator:
            matches = [f"{held} like {quoted(value)}" for value in values]
        else:
            matches = [f"{held} == {quoted(value)}" for value in values]
        met = ("!" if isNegated else "") + anyOf(matches)
        whenAbsent = ifExists or isNegated
    return f"(!({has}) || {met})" if whenAbsent else f"({has} && {met})"


def translated(statement):
    parts = []
    for element, name in [("Action", "a"), ("Resource", "r")]:
        for prefix in ["", "Not"]:
            if prefix + element in statement:
                patterns = [p.lower() if element == "Action" else p for p in statement[prefix + element]]
                matches = anyOf([f"context.{name} like {quoted(pattern)}" for pattern in patterns])
                parts.append(("!" if prefix else "") + matches)
    for operator, keys in statement.get("Condition", {}).items():
        parts += [translatedCondition(operator, key, values) for key, values in keys.items()]
    effect = "forbid" if statement["Effect"] == "Deny" else "permit"
    return f"{effect}(principal, action, resource) when {{ {' && '.join(parts)} }};"


def translatedRequest(request):
    context = {"a": request["action"].lower(), "r": request["resource"]}
    for key, values in request["context"].items():
        context[key] = {
            "s": lambda: values[0],
            "n": lambda: int(values[0]),
            "t": lambda: sorted(set(values)),
            "i": lambda: {"__extn": {"fn": "ip", "arg": values[0]}},
            "f": lambda: values[0] == "true",
        }[key]()
    return {"principal": 'U::"u"', "action": 'Action::"x"', "resource": 'R::"r"', "context": context}


def cedarVerdict(answer):
    if answer.diagnostics.errors:
        sys.exit(f"Cedar could not evaluate a translation: {answer.diagnostics.errors}")
    if answer.allowed:
        return "allowed"
    return "explicitDeny" if answer.diagnostics.reasons else "implicitDeny"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("writ")
    parser.add_argument("--lists", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draw = random.Random(given.seed)
    lines, expected = [], []
    for _ in range(given.lists):
        statements = [statement(draw) for _ in range(draw.randint(1, 4))]
        policy = {"Version": "2012-10-17", "Statement": statements}
        requests = [request(draw) for _ in range(REQUESTS_PER_LIST)]
        cedar = "\n".join(map(translated, statements))
        expected += map(cedarVerdict, cedarpy.is_authorized_batch([translatedRequest(r) for r in requests], cedar, []))
        lines += [json.dumps({"id": len(lines) + n, "policies": [policy], **r}) for n, r in enumerate(requests)]
    run = subprocess.run(
        [given.writ, "policy", "can", "--dialect", "aws", "--flat", "--jsonl"],
        input="\n".join(lines) + "\n", capture_output=True, text=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    if len(answers) != len(lines):
        sys.exit(f"{len(lines)} questions, {len(answers)} answers: {run.stderr}")
    wrong = [n for n, answer in enumerate(answers) if answer["decision"] != expected[n]]
    for n in wrong[:5]:
        print(f"writ says {answers[n]['decision']}, Cedar {expected[n]}: {lines[n]}")
    counts = {verdict: expected.count(verdict) for verdict in sorted(set(expected))}
    print(f"cedar: {len(lines)} decisions, {len(wrong)} differ ({counts})")
    sys.exit(1 if wrong else 0)


main()
