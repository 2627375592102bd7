#!/usr/bin/env python3
"""Policies and requests for Writ and for Cedar, and both measured on them in one run.

    policies.py decisions FOLDER COUNT...   write the cases of so many policies
    policies.py edits CORPUS FILE           write each managed policy of CORPUS with one random edit
    policies.py compare FOLDER WRIT_DEV [--requests N] COUNT...
                                            measure both engines on the cases, and check that their verdicts agree

A policy belongs to one of three groups, of which each of 1,000 users is in one. It allows actions that are like a pattern on
resources that are like another, one policy in four only with a second factor. Half of the requests are made to fit a
policy of the user's group, the others hit its action and somebody else's resource, or miss the second factor. The numbers
are the same each time."""
import json
import os
import random
import subprocess
import sys
import time

GROUPS = 3
USERS = 1000
SERVICES = 40
VERBS = ["Get", "List", "Put", "Delete", "Create", "Update"]
REQUESTS = 20_000
ACCOUNT = "123456789012"


def policy(index):
    """A policy's parts: its group, two patterns, and whether it wants a second factor."""
    service = f"service{index % SERVICES}"
    verb = VERBS[index // SERVICES % len(VERBS)]
    return {
        "group": f"group-{index % GROUPS}", "action": f"{service}:{verb}*",
        "resource": f"arn:aws:{service}:eu-1:{ACCOUNT}:team-{index}/*", "mfa": index % 4 == 0}


def requests(policies, count=REQUESTS):
    """Requests, in an order of their own."""
    chance = random.Random(7)
    by_group = {}
    for one in policies:
        by_group.setdefault(one["group"], []).append(one)
    result = []
    for _ in range(count):
        user = chance.randrange(USERS)
        group = f"group-{user % GROUPS}"
        meant = chance.choice(by_group[group])
        resource = meant["resource"]
        kind = chance.randrange(4)
        if kind == 2:
            resource = chance.choice(policies)["resource"]
        elif kind == 3 and not meant["mfa"]:
            resource = resource.replace("team-", "other-")
        result.append({
            "user": f"user-{user}", "set": group,
            "action": meant["action"].replace("*", f"Thing{chance.randrange(50)}"),
            "resource": resource.replace("*", f"folder/{chance.randrange(1000)}.txt"),
            "mfa": kind < 3 and chance.randrange(3) > 0})
    return result


def document(one):
    """The policy as a document of AWS's language."""
    statement = {"Effect": "Allow", "Action": one["action"], "Resource": one["resource"]}
    if one["mfa"]:
        statement["Condition"] = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
    return {"Version": "2012-10-17", "Statement": [statement]}


def cedar_policy(one):
    """The policy in Cedar's language."""
    mfa = " && context.mfa" if one["mfa"] else ""
    return (f'permit(principal in Group::"{one["group"]}", action, resource) when {{ '
            f'context.action like "{one["action"]}" && context.resource like "{one["resource"]}"{mfa} }};')


def write_decisions(folder, counts):
    os.makedirs(folder, exist_ok=True)
    for count in counts:
        policies = [policy(index) for index in range(count)]
        sets = {}
        for one in policies:
            sets.setdefault(one["group"], []).append(document(one))
        with open(f"{folder}/decisions-{count}.jsonl", "w") as file:
            print(json.dumps(sets), file=file)
            for one in requests(policies):
                line = {key: one[key] for key in ("set", "action", "resource")}
                line["context"] = {"aws:MultiFactorAuthPresent": str(one["mfa"]).lower()}
                print(json.dumps(line), file=file)


def listed(value):
    return value if isinstance(value, list) else [value]


def edited(document, chance):
    """The document with one random edit."""
    document = json.loads(json.dumps(document))
    statements = document["Statement"] = listed(document["Statement"])
    one = chance.choice(statements)
    actions = "Action" if "Action" in one else "NotAction"
    edits = ["add action", "remove action", "widen action", "narrow action", "resource", "effect", "remove", "deny"]
    if "Condition" in one:
        edits.append("condition")
    edit = chance.choice(edits)
    values = listed(one[actions])
    place = chance.randrange(len(values))
    if edit == "add action":
        one[actions] = values + [chance.choice(["s3:GetObject", "iam:PassRole", "ec2:Describe*"])]
    elif edit == "remove action" and len(values) > 1:
        one[actions] = values[:place] + values[place + 1:]
    elif edit == "widen action":
        one[actions] = values[:place] + [values[place].split(":")[0] + ":*"] + values[place + 1:]
    elif edit == "narrow action":
        one[actions] = values[:place] + [values[place].rstrip("*") + "Thing"] + values[place + 1:]
    elif edit == "effect":
        one["Effect"] = "Deny" if one["Effect"] == "Allow" else "Allow"
    elif edit == "remove" and len(statements) > 1:
        statements.remove(one)
    elif edit == "deny":
        statements.append({"Effect": "Deny", "Action": values[place], "Resource": "*"})
    elif edit == "condition":
        del one["Condition"]
    else:
        one.pop("NotResource", None)
        one["Resource"] = "arn:aws:s3:::some-bucket/*"
    return document


def write_edits(corpus, path):
    chance = random.Random(11)
    with open(corpus) as policies, open(path, "w") as file:
        for line in policies:
            old = json.loads(line)["policy"]
            print(json.dumps({"old": old, "new": edited(old, chance)}), file=file)


def measure_cedar(count, asked):
    """Decisions a second and verdicts of Cedar, with policies and entities that are read once."""
    import cedarpy

    policies = [policy(index) for index in range(count)]
    text = "\n".join(cedar_policy(one) for one in policies)
    start = time.perf_counter()
    handle = cedarpy.PolicySet.from_str(text)
    parsing = time.perf_counter() - start
    entities = [{"uid": {"type": "Group", "id": f"group-{index}"}, "attrs": {}, "parents": []}
                for index in range(GROUPS)]
    entities += [{"uid": {"type": "User", "id": f"user-{index}"}, "attrs": {},
                  "parents": [{"type": "Group", "id": f"group-{index % GROUPS}"}]} for index in range(USERS)]
    entities = cedarpy.Entities.from_json_str(json.dumps(entities))
    verdicts, engine, whole = [], [], []
    for one in requests(policies)[:asked]:
        start = time.perf_counter()
        result = cedarpy.is_authorized(
            {"principal": f'User::"{one["user"]}"', "action": 'Action::"use"', "resource": 'Thing::"one"',
             "context": {"action": one["action"], "resource": one["resource"], "mfa": one["mfa"]}},
            handle, entities)
        whole.append(time.perf_counter() - start)
        engine.append(result.metrics["authz_duration_micros"] / 1e6)
        verdicts.append("a" if result.allowed else "i")
    return {"parsing": parsing, "engine": best_rate(engine), "whole": best_rate(whole), "verdicts": "".join(verdicts)}


def best_rate(seconds, size=25):
    """Requests a second in the best stretch, as of Writ the best round counts: other work on the machine only adds."""
    stretches = [seconds[start:start + size] for start in range(0, max(len(seconds) - size + 1, 1), size)]
    return max(len(stretch) / sum(stretch) for stretch in stretches)


def compare(folder, writ_dev, asked, counts):
    print(f"{'policies':>8} {'engine: Writ':>14} {'Cedar':>9} {'ratio':>8} "
          f"{'whole: Writ':>14} {'Cedar':>9} {'ratio':>8} {'agree':>7}")
    ours = {}
    for count in counts:
        run = subprocess.run(
            [writ_dev, "measure", "decisions", f"{folder}/decisions-{count}.jsonl"],
            stdout=subprocess.PIPE, text=True, check=True)
        writ = json.loads(run.stdout)
        cedar = measure_cedar(count, asked)
        ours[count] = writ["decisionsPerSecond"]
        verdicts = writ["verdicts"][:asked]
        different = sum(a != b for a, b in zip(verdicts, cedar["verdicts"]))
        if different or len(verdicts) != len(cedar["verdicts"]):
            sys.exit(f"{different} of {len(verdicts)} verdicts differ at {count} policies")
        print(f"{count:8} {writ['decisionsPerSecond']:12,}/s {cedar['engine']:7,.0f}/s "
              f"{writ['decisionsPerSecond'] / cedar['engine']:7,.0f}x "
              f"{writ['wholeDecisionsPerSecond']:12,}/s {cedar['whole']:7,.0f}/s "
              f"{writ['wholeDecisionsPerSecond'] / cedar['whole']:7,.0f}x {len(verdicts):7}"
              f"  ({verdicts.count('a')} allowed)")
    print(f"Writ at {counts[-1]:,} policies decides {ours[counts[-1]] / ours[counts[0]]:.2f} times as many a second "
          f"as at {counts[0]:,}")


def main():
    arguments = sys.argv[1:]
    if len(arguments) < 3:
        sys.exit(__doc__)
    if arguments[0] == "decisions":
        write_decisions(arguments[1], [int(count) for count in arguments[2:]])
    elif arguments[0] == "edits":
        write_edits(arguments[1], arguments[2])
    elif arguments[0] == "compare":
        asked = 1000
        if arguments[3] == "--requests":
            asked = int(arguments[4])
            del arguments[3:5]
        compare(arguments[1], arguments[2], asked, [int(count) for count in arguments[3:]])
    else:
        sys.exit(__doc__)


main()
