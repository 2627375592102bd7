// Generated from examples/pipelines/github/writ-drift.yml by `writ-dev generate pipelines`.
// swift-format-ignore-file

let githubDriftPipeline = ##"""
# Looks for changes by hand every hour and keeps one issue about them: opened, updated, and closed when the store is
# as last applied again. A run that cannot read the store fails and leaves the issue as it is.
name: Writ drift

on:
  schedule:
    - cron: "17 * * * *"
  workflow_dispatch:

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
  drift:
    name: Compare
    runs-on: [self-hosted, writ]
    timeout-minutes: 10
    permissions:
      contents: read
    outputs:
      state: ${{ steps.drift.outputs.state }}
    steps:
      - name: Check out the branch
        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 0
          persist-credentials: false

      - name: Install Writ
        run: |
          curl --fail --silent --show-error --location --output "$RUNNER_TEMP/writ" "$WRIT_URL"
          echo "$WRIT_SHA256  $RUNNER_TEMP/writ" | sha256sum --check --quiet
          chmod +x "$RUNNER_TEMP/writ"

      - name: Compare the store with what was applied
        id: drift
        env:
          DETAILS: ${{ github.server_url }}/${{ github.repository }}/actions/runs/${{ github.run_id }}
        run: |
          mkdir "$RUNNER_TEMP/text" "$RUNNER_TEMP/snapshot"
          code=0
          "$RUNNER_TEMP/writ" drift --target "$TARGET" --format markdown --details "$DETAILS" \
            > "$RUNNER_TEMP/text/drift.md" || code=$?
          case $code in
            0) echo "state=clean" >> "$GITHUB_OUTPUT" ;;
            3) echo "state=drift" >> "$GITHUB_OUTPUT" ;;
            *) exit "$code" ;;
          esac
          cat "$RUNNER_TEMP/text/drift.md" >> "$GITHUB_STEP_SUMMARY"
          "$RUNNER_TEMP/writ" observe --target "$TARGET" --out "$RUNNER_TEMP/snapshot/$TARGET.json"

      - name: Hand the text on
        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with:
          name: writ-drift
          path: ${{ runner.temp }}/text
          retention-days: 7

      - name: Hand the snapshot on
        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with:
          name: writ-snapshot
          path: ${{ runner.temp }}/snapshot
          retention-days: 1

  report:
    name: Keep the issue
    needs: drift
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      issues: write # to keep the issue
    steps:
      - name: Take the text
        uses: actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1
        with:
          name: writ-drift
          path: ${{ runner.temp }}/text

      - name: Open, update or close the issue
        env:
          GH_TOKEN: ${{ github.token }}
          STATE: ${{ needs.drift.outputs.state }}
        run: |
          issue="$(gh api --paginate --method GET "repos/$GITHUB_REPOSITORY/issues" -f state=open -f labels=writ-drift \
            | jq -rs --arg mark "<!-- writ:drift:$TARGET -->" \
            'add | map(select(.user.login == "github-actions[bot]" and (.body // "" | startswith($mark)))) | .[0].number // empty')"
          case "$STATE:$issue" in
            drift:)
              gh api --method POST "repos/$GITHUB_REPOSITORY/issues" -f "title=Drift in $TARGET" \
                -f 'labels[]=writ-drift' -F "body=@$RUNNER_TEMP/text/drift.md" > /dev/null
              ;;
            drift:*)
              gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/$issue" -F "body=@$RUNNER_TEMP/text/drift.md" > /dev/null
              ;;
            clean:) ;;
            clean:*)
              gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/$issue" -F "body=@$RUNNER_TEMP/text/drift.md" \
                -f state=closed -f state_reason=completed > /dev/null
              ;;
            *) exit 1 ;;
          esac

  snapshot:
    name: Publish the snapshot
    needs: drift
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
