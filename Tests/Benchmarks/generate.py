#!/usr/bin/env python3
"""Writes a realistic manifest repository: generate.py FOLDER [OBJECTS]

Five objects a file; of a hundred objects 80 are users, 8 groups of ten members, 8 policies with a document of three
statements and 4 agencies. One object is the account's password policy. The same count always gives the same bytes."""
import pathlib
import random
import sys

GIVEN = "ada bela chen dora emil fatima grace hana ingrid jonas ken laura marta nadia omar priya rafael sofia tomas wei".split()
FAMILY = "berg costa dubois fischer garcia haddad ito jensen kim lopez martin nowak osei petrova raman silva tanaka weber zhang".split()
SERVICES = {
    "obs": ["bucket:ListBucket", "bucket:HeadBucket", "object:GetObject", "object:PutObject", "object:DeleteObject"],
    "ecs": ["cloudServers:list", "cloudServers:get", "cloudServers:start", "cloudServers:stop", "cloudServers:create"],
    "vpc": ["vpcs:list", "subnets:get", "subnets:create", "securityGroups:*", "ports:get"],
    "kms": ["cmk:get", "cmk:list", "cmk:crypto", "dek:create", "dek:crypto"],
    "rds": ["instance:list", "instance:get", "instance:restart", "database:list", "backup:create"],
}
PROJECTS = ["cn-north-4", "eu-west-101", "ap-southeast-3"]
SYSTEM = ["IAM ReadOnlyAccess", "Tenant Guest"]


def head(kind, name, owner):
    return (f"apiVersion: writ/v1\nkind: {kind}\nmetadata:\n  name: {name}\n"
            f"  labels: {{owner: {owner}}}\nspec:\n")


class Estate:
    def __init__(self, count):
        self.random = random.Random(20261122)
        rest = count - 1
        self.groups, self.policies, self.agencies = rest * 8 // 100, rest * 8 // 100, rest * 4 // 100
        self.users = rest - self.groups - self.policies - self.agencies
        self.user_names = [self.user_name(n) for n in range(self.users)]

    def user_name(self, n):
        return f"{GIVEN[n % len(GIVEN)]}.{FAMILY[n // len(GIVEN) % len(FAMILY)]}.{n}"

    def team(self, n):
        return f"team-{n % max(1, self.groups):05}"

    def user(self, n):
        name = self.user_names[n]
        given, family, _ = name.split(".")
        text = head("User", name, self.team(n // 10))
        text += f"  displayName: {given.capitalize()} {family.capitalize()}\n"
        if n % 4 == 0:
            text += f"  description: Works on {self.random.choice(list(SERVICES))} for {self.team(n // 10)}, since {2015 + n % 11}\n"
        text += f"  email: {name}@meridian.example\n"
        if n % 5 == 0:
            text += f'  phone: "+353 1 555 {n % 10000:04}"\n'
        text += f"  console: {{enabled: true, protection: [{'vmfa' if n % 3 else 'sms'}]}}\n"
        text += f"  programmatic: {'true' if n % 7 == 0 else 'false'}\n"
        if n % 7 == 0:
            text += "  accessKeys: {max: 1, maxAgeDays: 90}\n"
        other = n // 100 * 10 + 9
        if n % 10 == 3 and other < self.groups and other != n // 10:
            text += f"  groups: {{atLeast: [{self.team(other)}]}}\n"
        if n % 20 == 1:
            text += ("  policies:\n    # Ends with the contract.\n"
                     f"    - {{name: {self.policy_name(n)}, scope: {{project: {PROJECTS[n % 3]}}}, expires: 2031-0{1 + n % 9}-15}}\n")
        return text

    def policy_name(self, n):
        return f"policy-{n % max(1, self.policies):05}"

    def group(self, n):
        text = head("Group", self.team(n), self.team(n))
        text += f"  description: Team {n}, which looks after {self.random.choice(list(SERVICES))}\n"
        members = f"[{', '.join(self.user_names[n * 10:n * 10 + 10])}]"
        # Every tenth group has members from other teams, who say so themselves.
        text += f"  members: {{atLeast: {members}}}\n" if n % 10 == 9 else f"  members: {members}\n"
        text += (f"  policies:\n    - {self.policy_name(n)}\n"
                 f"    - {{name: {self.policy_name(n + 7)}, scope: {{project: {PROJECTS[n % 3]}}}}}\n"
                 f"    - {{system: {SYSTEM[n % 2]}}}\n")
        return text

    def policy(self, n):
        text = head("Policy", self.policy_name(n), self.team(n))
        text += f"  description: What team {n} may do\n  document:\n    Version: \"1.1\"\n    Statement:\n"
        for service in self.random.sample(sorted(SERVICES), 3):
            actions = self.random.sample(SERVICES[service], 3)
            text += "      - Effect: Allow\n        Action:\n"
            text += "".join(f"          - {service}:{action}\n" for action in actions)
            text += f"        Resource: [\"{service}:*:*:*:{self.team(n)}-data/*\"]\n"
        return text

    def agency(self, n):
        text = head("Agency", f"agency-{n:05}", self.team(n))
        text += (f"  description: Partner {n} fetches its files\n  trust: [{{account: partner-{n}}}]\n"
                 f"  duration: {30 * (1 + n % 12)}d\n  policies:\n"
                 f"    - {{name: {self.policy_name(n)}, scope: {{enterpriseProject: partners}}}}\n")
        return text

    def password_policy(self):
        return head("PasswordPolicy", "default", "security") + (
            "  minimumLength: 14\n  minimumCharacterClasses: 3\n  validityDays: 180\n  history: 5\n")

    def objects(self):
        yield "account", self.password_policy()
        for folder, count, one in [("people", self.users, self.user), ("teams", self.groups, self.group),
                                   ("policies", self.policies, self.policy), ("agencies", self.agencies, self.agency)]:
            for n in range(count):
                yield folder, one(n)


def main():
    top = pathlib.Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    top.mkdir(parents=True, exist_ok=True)
    (top / "writ.yaml").write_text(
        "apiVersion: writ/v1\nkind: Configuration\ntargets:\n  production:\n    account: bench\n    store: sqlite\n    paths: [iam]\n")
    # A file is five objects of one kind; what is left over at the end of a kind goes on in the next kind's first file.
    pending, files = [], {}
    objects = list(Estate(count).objects())
    for number, (folder, text) in enumerate(objects):
        pending.append(text)
        if len(pending) == 5 or number == len(objects) - 1:
            index = number // 5
            files[f"iam/{folder}/{index // 100:03}/part-{index:05}.yaml"] = "---\n".join(pending)
            pending = []
    for path, text in files.items():
        file = top / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    print(f"{len(objects)} objects in {len(files)} files, {sum(map(len, files.values()))} bytes")


main()
