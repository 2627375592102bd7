// Generated from examples/pipelines/github/writ-comment.yml by `writ-dev generate pipelines`.
// swift-format-ignore-file

let githubCommentPipeline = ##"""
# Comments on a pull request with its plan, and keeps that one comment up to date.
#
# Runs from the default branch, whatever the pull request contains, in two jobs:
# - `plan` reads the pull request as data. It holds no secret and can write nothing.
# - `comment` can write comments and reads nothing but the text that `plan` has made.
name: Writ comment

on: # zizmor: ignore[dangerous-triggers] the pull request is fetched as git objects, and nothing in it is run
  workflow_run:
    workflows: [Writ review]
    types: [completed]

permissions: {}

concurrency:
  group: writ-comment-${{ github.event.workflow_run.head_sha }}
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
  plan:
    name: Plan
    if: github.event.workflow_run.event == 'pull_request'
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
      pull-requests: read # to find the pull request of a commit
    outputs:
      number: ${{ steps.find.outputs.number }}
    steps:
      - name: Find the pull request
        id: find
        env:
          GH_TOKEN: ${{ github.token }}
          HEAD_SHA: ${{ github.event.workflow_run.head_sha }}
          HEAD: ${{ github.event.workflow_run.head_repository.owner.login }}:${{ github.event.workflow_run.head_branch }}
        run: |
          # Only the newest commit of an open pull request is of interest.
          gh api --method GET "repos/$GITHUB_REPOSITORY/pulls" -f state=open -f "head=$HEAD" > "$RUNNER_TEMP/pulls.json"
          jq -r --arg sha "$HEAD_SHA" \
            'map(select(.head.sha == $sha)) | .[0] // empty | "number=\(.number)\nbase=\(.base.sha)"' \
            "$RUNNER_TEMP/pulls.json" >> "$GITHUB_OUTPUT"

      - name: Fetch the manifests as data
        if: steps.find.outputs.number
        id: fetch
        env:
          GH_TOKEN: ${{ github.token }}
          HEAD_SHA: ${{ github.event.workflow_run.head_sha }}
          NUMBER: ${{ steps.find.outputs.number }}
          BASE: ${{ steps.find.outputs.base }}
        run: |
          # Git objects only: no working tree, so no hook, filter or script of the pull request can run.
          GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.$GITHUB_SERVER_URL/.extraheader"
          GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $(printf 'x-access-token:%s' "$GH_TOKEN" | base64 --wrap=0)"
          export GIT_CONFIG_COUNT GIT_CONFIG_KEY_0 GIT_CONFIG_VALUE_0
          git init --quiet --bare "$RUNNER_TEMP/manifests.git"
          cd "$RUNNER_TEMP/manifests.git"
          git fetch --quiet --no-tags "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY" \
            "+refs/pull/$NUMBER/merge:refs/heads/merge" "+$BASE:refs/heads/base" \
            '+refs/heads/writ-snapshot:refs/heads/snapshot'
          if [[ "$(git rev-parse 'merge^2')" != "$HEAD_SHA" ]]; then
            echo "::notice title=Writ::the pull request has moved on; its next run comments"
            exit 0
          fi
          git show "snapshot:$TARGET.json" > "$RUNNER_TEMP/snapshot.json"
          echo "merge=$(git rev-parse merge)" >> "$GITHUB_OUTPUT"

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

      - name: Plan
        if: steps.fetch.outputs.merge
        env:
          MERGE: ${{ steps.fetch.outputs.merge }}
          DETAILS: ${{ github.event.workflow_run.html_url }}
        run: |
          code=0
          mkdir "$RUNNER_TEMP/text"
          "$RUNNER_TEMP/writ" plan --repo "$RUNNER_TEMP/manifests.git" --rev "$MERGE" --base base --target "$TARGET" \
            --observed "$RUNNER_TEMP/snapshot.json" --format markdown --details "$DETAILS" \
            > "$RUNNER_TEMP/text/comment.md" || code=$?
          case $code in
            0 | 5) ;;
            *)
              # An old plan must not stand above commits that it does not show.
              printf '<!-- writ:plan:%s -->\n### Writ plan for %s\n\n⛔ **There is no plan**: %s\n' \
                "$TARGET" "$TARGET" "writ ended with code $code; the check of this pull request says why." \
                > "$RUNNER_TEMP/text/comment.md"
              ;;
          esac

      - name: Hand the text on
        if: steps.fetch.outputs.merge
        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with:
          name: writ-comment
          path: ${{ runner.temp }}/text
          retention-days: 7

  comment:
    name: Comment
    needs: plan
    if: needs.plan.outputs.number
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      pull-requests: write # to comment
    steps:
      - name: Take the text
        uses: actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1
        with:
          name: writ-comment
          path: ${{ runner.temp }}/text

      - name: Post or update the comment
        env:
          GH_TOKEN: ${{ github.token }}
          NUMBER: ${{ needs.plan.outputs.number }}
        run: |
          # The bot's own comment with the target's mark: anybody can write the mark.
          id="$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" | jq -rs --arg mark "<!-- writ:plan:$TARGET -->" \
            'add | map(select(.user.login == "github-actions[bot]" and (.body | startswith($mark)))) | .[0].id // empty')"
          if [[ -n "$id" ]]; then
            gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F "body=@$RUNNER_TEMP/text/comment.md" > /dev/null
          else
            gh api --method POST "repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments" -F "body=@$RUNNER_TEMP/text/comment.md" > /dev/null
          fi

"""##
