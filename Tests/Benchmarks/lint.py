"""Lints the AWS managed policies with Writ and with parliament in one run, and compares what they report.

usage: lint.py rate WRIT CORPUS [--rounds N]     policies a second, Writ beside parliament in N rounds
       lint.py start WRIT [--rounds N]           processor time of `writ policy lint` on one small file
       lint.py table WRIT CORPUS                 how many findings each rule has, and each of parliament's
"""

import argparse
import collections
import json
import os
import resource
import subprocess
import tempfile
import time
from statistics import median

FAMILIES = ["SYN", "SEC", "RED"]


def documents(corpus):
    with open(corpus) as file:
        return [json.loads(line) for line in file]


def lint(writ, path, families, form="json"):
    arguments = [writ, "policy", "lint", path, "--jsonl", "--dialect", "aws", "--format", form]
    for family in families:
        arguments += ["--select", family]
    start = time.perf_counter()
    result = subprocess.run(arguments, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    if result.returncode not in (0, 4):
        raise SystemExit(f"writ ended with {result.returncode}: {result.stderr[:2000]}")
    return seconds, result.stdout


def parliament_findings(rows):
    from parliament import analyze_policy_string

    counts = collections.Counter()
    start = time.perf_counter()
    for row in rows:
        # It gives up on a few: such a policy counts as done.
        try:
            findings = analyze_policy_string(json.dumps(row["policy"])).findings
        except Exception as error:  # noqa: BLE001
            counts[f"(raised {type(error).__name__})"] += 1
            continue
        for finding in findings:
            counts[finding.issue] += 1
    return time.perf_counter() - start, counts


def rate(writ, corpus, rounds):
    rows = documents(corpus)
    # The program's start is part of every round: so many policies that it does not decide the figure.
    copies = 10
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False) as file:
        for _ in range(copies):
            for row in rows:
                file.write(json.dumps(row["policy"]) + "\n")
    # It reads its data at the first policy.
    parliament_findings(rows[:20])
    ours, theirs = [], []
    # In turn, so that a busy machine is busy for both.
    for _ in range(rounds):
        ours.append(copies * len(rows) / lint(writ, file.name, FAMILIES)[0])
        theirs.append(len(rows) / parliament_findings(rows)[0])
    os.unlink(file.name)
    print(f"policies: {len(rows)}, rules of {', '.join(FAMILIES)}, {rounds} rounds in turn")
    print(f"writ: best {max(ours):,.0f}/s, median {median(ours):,.0f}/s (start-up and report among it)")
    print(f"parliament: best {max(theirs):,.0f}/s, median {median(theirs):,.0f}/s")
    ratios = [a / b for a, b in zip(ours, theirs)]
    print(f"ratio: best {max(ours) / max(theirs):.0f}, median of the rounds {median(ratios):.0f}")


def start(writ, rounds):
    policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}]}
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump(policy, file)
    times = []
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([writ, "policy", "lint", file.name, "--dialect", "aws"], capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    os.unlink(file.name)
    times.sort()
    print(f"one small file: {times[len(times) // 2] * 1000:.1f} ms of processor time (best {times[0] * 1000:.1f})")


def table(writ, corpus):
    rows = documents(corpus)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False) as file:
        for row in rows:
            file.write(json.dumps(row["policy"]) + "\n")
    _, text = lint(writ, file.name, [])
    os.unlink(file.name)
    findings = json.loads(text)["findings"]
    ours = collections.Counter((finding["rule"], finding["name"]) for finding in findings)
    policies = collections.defaultdict(set)
    for finding in findings:
        policies[finding["rule"]].add(finding["subject"].split(" ")[0])
    print(f"{'rule':<8}{'name':<42}{'findings':>9}{'policies':>9}")
    for (code, name), count in sorted(ours.items()):
        print(f"{code:<8}{name:<42}{count:>9}{len(policies[code]):>9}")
    _, theirs = parliament_findings(rows)
    print("\nparliament")
    for issue, count in sorted(theirs.items()):
        print(f"{issue:<50}{count:>9}")


parser = argparse.ArgumentParser(usage=__doc__)
parser.add_argument("what", choices=["rate", "start", "table"])
parser.add_argument("writ")
parser.add_argument("corpus", nargs="?")
parser.add_argument("--rounds", type=int, default=5)
chosen = parser.parse_args()
if chosen.what == "rate":
    rate(chosen.writ, chosen.corpus, chosen.rounds)
elif chosen.what == "start":
    start(chosen.writ, chosen.rounds)
else:
    table(chosen.writ, chosen.corpus)
