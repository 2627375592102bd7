// Generated from examples/pipelines/github/writ-review.yml by `writ-dev generate pipelines`.
// swift-format-ignore-file

let githubReviewPipeline = ##"""
# Checks a pull request, also one from a fork: no secret, no store, nothing from the pull request is run.
# The comment is made by writ-comment.yml, which a pull request cannot change.
name: Writ review

on:
  pull_request:

permissions: {}

concurrency:
  group: writ-review-${{ github.event.pull_request.number }}
  cancel-in-progress: true

defaults:
  run:
    shell: bash

env:
  TARGET: production
  # Your build of Writ for these runners, and its checksum.
  WRIT_URL: https://downloads.example/writ/0.1.0/writ-ubuntu-24.04-x86_64
  WRIT_SHA256: "0000000000000000000000000000000000000000000000000000000000000000"

jobs:
  check:
    name: Validate, plan and lint
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
      - name: Check out the merge result
        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 0
          persist-credentials: false

      - name: Install Writ's libraries
        if: runner.environment == 'github-hosted'
        run: |
          sudo apt-get update
          sudo apt-get install --yes --no-install-recommends libgit2-1.7 libyaml-0-2

      - name: Install Writ
        run: |
          curl --fail --silent --show-error --location --output "$RUNNER_TEMP/writ" "$WRIT_URL"
          echo "$WRIT_SHA256  $RUNNER_TEMP/writ" | sha256sum --check --quiet
          chmod +x "$RUNNER_TEMP/writ"

      - name: Validate
        run: |
          "$RUNNER_TEMP/writ" validate

      - name: Plan against the snapshot
        env:
          BASE: ${{ github.event.pull_request.base.sha }}
          DETAILS: ${{ github.server_url }}/${{ github.repository }}/actions/runs/${{ github.run_id }}
        run: |
          git fetch --quiet --no-tags --depth=1 origin writ-snapshot
          git show "FETCH_HEAD:$TARGET.json" > "$RUNNER_TEMP/snapshot.json"
          code=0
          "$RUNNER_TEMP/writ" plan --target "$TARGET" --observed "$RUNNER_TEMP/snapshot.json" --base "$BASE" \
            --format markdown --max-bytes 1000000 --details "$DETAILS" >> "$GITHUB_STEP_SUMMARY" || code=$?
          case $code in
            0) ;;
            5) echo "::warning title=Writ::a guard refuses this plan; applying it would take an approval" ;;
            *) exit "$code" ;;
          esac

      - name: Lint what the change brings
        env:
          BASE: ${{ github.event.pull_request.base.sha }}
        run: |
          "$RUNNER_TEMP/writ" lint --changed "$BASE" --format github

"""##
