// Generated from examples/pipelines/github/writ-apply.yml by `writ-dev generate pipelines`.
// swift-format-ignore-file

let githubApplyPipeline = ##"""
# Applies what was reviewed when a pull request is merged: the same effects, or nothing.
#
# `plan` shows the plan of the merged commit and stops where it is not what the comment on the pull request
# showed. `apply` waits for the environment's reviewers and applies that very plan. A refused guard takes an
# approval: put what the refusal names, such as removed-objects=sha256:…, into the environment's variable
# WRIT_APPROVE and run the failed job again; it holds for that one plan.
name: Writ apply

on:
  push:
    branches: [main]

permissions: {}

concurrency:
  group: writ-production
  cancel-in-progress: false

defaults:
  run:
    shell: bash

env:
  TARGET: production
  # Your build of Writ for these runners, and its checksum.
  WRIT_URL: https://downloads.example/writ/0.1.0/writ-ubuntu-24.04-x86_64
  WRIT_SHA256: "0000000000000000000000000000000000000000000000000000000000000000"
  # Where the store is: a path on your own runner.
  WRIT_STORE: sqlite:/srv/writ/production.db

jobs:
  plan:
    name: Plan the merged commit
    runs-on: [self-hosted, writ]
    timeout-minutes: 10
    permissions:
      contents: read
      pull-requests: read # to find what was reviewed
    outputs:
      reviewed: ${{ steps.find.outputs.reviewed }}
    steps:
      - name: Find what was reviewed
        id: find
        env:
          GH_TOKEN: ${{ github.token }}
        run: |
          number="$(gh api "repos/$GITHUB_REPOSITORY/commits/$GITHUB_SHA/pulls" \
            | jq -r --arg sha "$GITHUB_SHA" 'map(select(.merge_commit_sha == $sha and .merged_at != null)) | .[0].number // empty')"
          if [[ -z "$number" ]]; then
            echo "::error title=Writ::no pull request was merged as $GITHUB_SHA, so nothing was reviewed"
            exit 5
          fi
          reviewed="$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$number/comments" | jq -rs --arg mark "<!-- writ:plan:$TARGET -->" \
            'add | map(select(.user.login == "github-actions[bot]" and (.body | startswith($mark)))) | .[0].body // ""' \
            | sed -n 's/^<!-- writ:effect:\(sha256:[0-9a-f]\{64\}\) .*/\1/p' | head -n 1)"
          if [[ -z "$reviewed" ]]; then
            echo "::error title=Writ::pull request $number has no comment with a plan for $TARGET"
            exit 5
          fi
          echo "reviewed=$reviewed" >> "$GITHUB_OUTPUT"

      - name: Check out the merged commit
        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 0
          persist-credentials: false

      - name: Install Writ
        run: |
          curl --fail --silent --show-error --location --output "$RUNNER_TEMP/writ" "$WRIT_URL"
          echo "$WRIT_SHA256  $RUNNER_TEMP/writ" | sha256sum --check --quiet
          chmod +x "$RUNNER_TEMP/writ"

      - name: Plan
        env:
          REVIEWED: ${{ steps.find.outputs.reviewed }}
        run: |
          mkdir "$RUNNER_TEMP/plan"
          code=0
          "$RUNNER_TEMP/writ" plan --target "$TARGET" --out "$RUNNER_TEMP/plan/plan.json" --valid-for 1440 \
            --format markdown --max-bytes 1000000 >> "$GITHUB_STEP_SUMMARY" || code=$?
          case $code in
            0) ;;
            5) echo "::warning title=Writ::a guard refuses this plan; put the approvals it names into WRIT_APPROVE" ;;
            *) exit "$code" ;;
          esac
          effect="$(jq -r .effectDigest "$RUNNER_TEMP/plan/plan.json")"
          if [[ "$effect" != "$REVIEWED" && "$(jq '.changes | length' "$RUNNER_TEMP/plan/plan.json")" != 0 ]]; then
            echo "::error title=Writ::this is not the plan that was reviewed: the store or the branch has changed since"
            exit 5
          fi

      - name: Keep the plan
        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with:
          name: writ-plan
          path: ${{ runner.temp }}/plan
          retention-days: 7

  apply:
    name: Apply
    needs: plan
    runs-on: [self-hosted, writ]
    timeout-minutes: 30
    environment: production
    permissions:
      contents: read
    steps:
      - name: Check out the merged commit
        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 0
          persist-credentials: false

      - name: Take the plan
        uses: actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1
        with:
          name: writ-plan
          path: ${{ runner.temp }}/plan

      - name: Install Writ
        run: |
          curl --fail --silent --show-error --location --output "$RUNNER_TEMP/writ" "$WRIT_URL"
          echo "$WRIT_SHA256  $RUNNER_TEMP/writ" | sha256sum --check --quiet
          chmod +x "$RUNNER_TEMP/writ"

      - name: Apply
        env:
          REVIEWED: ${{ needs.plan.outputs.reviewed }}
          WRIT_ACTOR: ${{ github.actor }}
          WRIT_APPROVE: ${{ vars.WRIT_APPROVE }}
        run: |
          approvals=()
          for approval in $WRIT_APPROVE; do approvals+=(--approve "$approval"); done
          if [[ "$(jq '.changes | length' "$RUNNER_TEMP/plan/plan.json")" == 0 ]]; then
            # Done already, by hand or by an earlier run: only the commit is taken down.
            "$RUNNER_TEMP/writ" apply "$RUNNER_TEMP/plan/plan.json"
          else
            "$RUNNER_TEMP/writ" apply "$RUNNER_TEMP/plan/plan.json" --reviewed "$REVIEWED" "${approvals[@]}"
          fi

      - name: Take a snapshot
        run: |
          mkdir "$RUNNER_TEMP/snapshot"
          "$RUNNER_TEMP/writ" observe --target "$TARGET" --out "$RUNNER_TEMP/snapshot/$TARGET.json"

      - name: Hand the snapshot on
        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with:
          name: writ-snapshot
          path: ${{ runner.temp }}/snapshot
          retention-days: 1

  snapshot:
    name: Publish the snapshot
    needs: apply
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: write # to replace the branch writ-snapshot
    steps:
      - name: Take the snapshot
        uses: actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1
        with:
          name: writ-snapshot
          path: ${{ runner.temp }}/snapshot

      - name: Replace the branch
        env:
          GH_TOKEN: ${{ github.token }}
        run: |
          # One commit without a past: old states are of no use to anybody.
          GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.$GITHUB_SERVER_URL/.extraheader"
          GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $(printf 'x-access-token:%s' "$GH_TOKEN" | base64 --wrap=0)"
          export GIT_CONFIG_COUNT GIT_CONFIG_KEY_0 GIT_CONFIG_VALUE_0
          cd "$RUNNER_TEMP/snapshot"
          git init --quiet --initial-branch=writ-snapshot
          git add -- "$TARGET.json"
          git -c user.name=writ -c user.email=writ@noreply.example commit --quiet --message "Snapshot of $TARGET"
          git push --quiet --force "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY" writ-snapshot

"""##
