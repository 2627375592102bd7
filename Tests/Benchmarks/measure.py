#!/usr/bin/env python3
"""Runs commands in turn and prints what they cost, as ratios to the second of each pair.

    measure.py RUNS [--instructions] NAME WRIT -- PLAIN [NAME WRIT -- PLAIN]...

Each WRIT and PLAIN is one argument with a command line. The two of a pair run one after the other, so that what else the
machine does hits both; of RUNS rounds the median and the best are told. CPU is user and system time of the process. With
--instructions each command also runs once under `perf stat`, whose count does not depend on the machine's load."""
import os
import re
import shlex
import statistics
import subprocess
import sys
import time


def once(command):
    """Wall and CPU seconds of one run."""
    arguments = shlex.split(command)
    with open(os.devnull, "wb") as nothing:
        start = time.perf_counter()
        child = os.posix_spawnp(arguments[0], arguments, os.environ, file_actions=[
            (os.POSIX_SPAWN_DUP2, nothing.fileno(), 1)])
        _, status, usage = os.wait4(child, 0)
        wall = time.perf_counter() - start
    if status:
        sys.exit(f"failed with {os.waitstatus_to_exitcode(status)}: {command}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def instructions(command):
    """Instructions in user mode, or nothing where the machine does not count them."""
    run = subprocess.run(
        ["perf", "stat", "-x,", "-e", "instructions:u", *shlex.split(command)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    count = re.search(r"^(\d+),", run.stderr, re.MULTILINE)
    return int(count.group(1)) if count else None


def main():
    arguments = sys.argv[1:]
    runs = int(arguments.pop(0))
    counting = arguments[0] == "--instructions"
    if counting:
        arguments.pop(0)
    print(f"{'':10} {'':6} {'writ':>10} {'plain C':>10} {'ratio':>7} {'best':>10} {'of C':>10} {'ratio':>7}")
    while arguments:
        name, writ, _, plain = arguments[:4]
        arguments = arguments[4:]
        rounds = []
        once(writ), once(plain)
        for _ in range(runs):
            rounds.append((once(writ), once(plain)))
        for index, what in enumerate(["wall", "cpu", "rss"]):
            scale, unit = (1, "MB") if what == "rss" else (1000, "ms")
            line = f"{name:10} {what:6}"
            for pick in (statistics.median, min):
                ours, theirs = (pick(r[side][index] for r in rounds) for side in (0, 1))
                line += f" {ours * scale:7.1f} {unit} {theirs * scale:7.1f} {unit} {ours / theirs:6.2f}x"
            print(line)
        if counting:
            ours, theirs = instructions(writ), instructions(plain)
            if ours and theirs:
                print(f"{name:10} {'instr':6} {ours / 1e6:8.1f} M {theirs / 1e6:8.1f} M {ours / theirs:6.2f}x")
            else:
                print(f"{name:10} {'instr':6} not counted on this machine")


main()
