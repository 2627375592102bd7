// Generated from examples/pipelines/gitlab/writ.gitlab-ci.yml by `writ-dev generate pipelines`.
// swift-format-ignore-file

let gitlabPipeline = ##"""
# Writ in GitLab: include this file from `.gitlab-ci.yml`, or copy it.
#
# - `review` runs on every merge request, also from a fork, without any secret: it validates, plans against
#   the snapshot, and lints what the change brings. The merge request links to its plan.
# - `notes` runs from a schedule with WRIT_TASK=notes, a few minutes apart. It reads open merge requests as git
#   objects and keeps one note with the plan on each. It runs from the default branch, as its token must be out of
#   reach of merge requests, and nothing in a merge request is run.
# - `plan` and `apply` run when a merge request is merged: the plan of the merged commit has to do what the note showed,
#   and waits for a person.
# - `drift` runs from a schedule with WRIT_TASK=drift and keeps one issue: opened, updated, and closed when the
#   store is as last applied. A run that cannot read the store fails and leaves the issue as it is.
#
# Needs a project access token with the scope `api` and the role Developer in the variable WRIT_TOKEN: masked, protected.

stages: [review, plan, apply, report]

variables:
  TARGET: production
  # Your build of Writ for these runners, and its checksum.
  WRIT_URL: https://downloads.example/writ/0.1.0/writ-debian-12-x86_64
  WRIT_SHA256: "0000000000000000000000000000000000000000000000000000000000000000"
  GIT_DEPTH: "0"

.writ:
  # An image of yours by digest: Debian 12 with bash, curl, git, jq, libgit2-1.5, libyaml-0-2 and libsqlite3-0.
  image: registry.example/writ/debian@sha256:0000000000000000000000000000000000000000000000000000000000000000
  timeout: 15 minutes
  before_script:
    - |
      set -euo pipefail
      temp="$(mktemp -d)"
      writ="$temp/writ"
      curl --fail --silent --show-error --location --output "$writ" "$WRIT_URL"
      echo "$WRIT_SHA256  $writ" | sha256sum --check --quiet
      chmod +x "$writ"

# GitLab's API with the token in a file, where no list of processes shows it: api METHOD PATH [CURL-ARGUMENT...]
.writ-api:
  extends: .writ
  before_script:
    - !reference [.writ, before_script]
    - |
      printf 'PRIVATE-TOKEN: %s' "$WRIT_TOKEN" > "$temp/token"
      project="projects/$CI_PROJECT_ID"
      api() {
        curl --fail --silent --show-error --header "@$temp/token" --request "$1" "$CI_API_V4_URL/$2" "${@:3}"
      }
      # The token's own note with the target's mark: anybody can write the mark.
      own_note() {
        api GET "$project/merge_requests/$1/notes?per_page=100&sort=asc&order_by=created_at" \
          | jq -r --argjson me "$(api GET user | jq .id)" --arg mark "<!-- writ:plan:$TARGET -->" --arg field "$2" \
            'map(select(.author.id == $me and (.body | startswith($mark)))) | .[0][$field] // empty'
      }

.on-branch: &on-branch
  if: $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

review:
  extends: .writ
  stage: review
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - |
      "$writ" validate
      git fetch --quiet --no-tags "$CI_MERGE_REQUEST_PROJECT_URL.git" \
        "+refs/heads/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME:refs/remotes/writ/base" \
        '+refs/heads/writ-snapshot:refs/remotes/writ/snapshot'
      git show "writ/snapshot:$TARGET.json" > "$temp/snapshot.json"
      # What the branch would be once merged.
      tree="$(git merge-tree --write-tree writ/base HEAD)"
      merge="$(git -c user.name=writ -c user.email=writ@noreply.example commit-tree "$tree" -p writ/base -p HEAD -m merge)"
      code=0
      "$writ" plan --rev "$merge" --base writ/base --target "$TARGET" --observed "$temp/snapshot.json" \
        --format markdown --max-bytes 900000 > writ-plan.md || code=$?
      case $code in
        0) ;;
        5) echo "a guard refuses this plan; applying it would take an approval" ;;
        *) exit "$code" ;;
      esac
      "$writ" lint --changed "writ/base..$merge" --format gitlab > writ-lint.json
  artifacts:
    when: always
    expose_as: Writ plan
    paths: [writ-plan.md]
    reports:
      codequality: writ-lint.json
    expire_in: 1 week

notes:
  extends: .writ-api
  stage: review
  resource_group: writ-notes
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule" && $WRIT_TASK == "notes"
  script:
    - |
      git fetch --quiet --no-tags origin '+refs/heads/writ-snapshot:refs/remotes/writ/snapshot'
      git show "writ/snapshot:$TARGET.json" > "$temp/snapshot.json"
      api GET "$project/merge_requests?state=opened&target_branch=$CI_DEFAULT_BRANCH&per_page=100" > "$temp/open.json"
      for iid in $(jq -r '.[].iid' "$temp/open.json"); do
        git fetch --quiet --no-tags origin "+refs/merge-requests/$iid/head:refs/remotes/writ/head"
        printf '<!-- writ:plan:%s -->\n**There is no plan**: the branch cannot be merged, or its manifests are wrong.\n' \
          "$TARGET" > "$temp/note.md"
        # Git objects only: no working tree, so no hook, filter or script of the merge request can run.
        if tree="$(git merge-tree --write-tree HEAD writ/head)"; then
          merge="$(git -c user.name=writ -c user.email=writ@noreply.example \
            -c core.hooksPath=/dev/null commit-tree "$tree" -p HEAD -p writ/head -m merge)"
          code=0
          "$writ" plan --rev "$merge" --base HEAD --target "$TARGET" --observed "$temp/snapshot.json" \
            --format markdown > "$temp/plan.md" || code=$?
          case $code in 0 | 5) mv "$temp/plan.md" "$temp/note.md" ;; esac
        fi
        id="$(own_note "$iid" id)"
        if [[ -n "$id" ]]; then
          api PUT "$project/merge_requests/$iid/notes/$id" --form "body=<$temp/note.md" > /dev/null
        else
          api POST "$project/merge_requests/$iid/notes" --form "body=<$temp/note.md" > /dev/null
        fi
      done

plan:
  extends: .writ-api
  stage: plan
  tags: [writ] # a runner of yours that reaches the store
  resource_group: writ-production
  variables:
    WRIT_STORE: sqlite:/srv/writ/production.db
  rules:
    - *on-branch
  script:
    - |
      iid="$(api GET "$project/repository/commits/$CI_COMMIT_SHA/merge_requests" \
        | jq -r --arg sha "$CI_COMMIT_SHA" 'map(select(.merge_commit_sha == $sha and .state == "merged")) | .[0].iid // empty')"
      if [[ -z "$iid" ]]; then
        echo "no merge request was merged as $CI_COMMIT_SHA, so nothing was reviewed" >&2
        exit 5
      fi
      reviewed="$(own_note "$iid" body | sed -n 's/^<!-- writ:effect:\(sha256:[0-9a-f]\{64\}\) .*/\1/p' | head -n 1)"
      if [[ -z "$reviewed" ]]; then
        echo "merge request $iid has no note with a plan for $TARGET" >&2
        exit 5
      fi
      code=0
      "$writ" plan --target "$TARGET" --out writ-plan.json --valid-for 1440 || code=$?
      case $code in
        0 | 5) ;; # what a guard refuses takes approvals in WRIT_APPROVE
        *) exit "$code" ;;
      esac
      effect="$(jq -r .effectDigest writ-plan.json)"
      if [[ "$effect" != "$reviewed" && "$(jq '.changes | length' writ-plan.json)" != 0 ]]; then
        echo "this is not the plan that was reviewed: the store or the branch has changed since" >&2
        exit 5
      fi
      echo "$effect" > writ-effect.txt
  artifacts:
    access: maintainer
    paths: [writ-plan.json, writ-effect.txt]
    expire_in: 1 week

apply:
  extends: .writ-api
  stage: apply
  tags: [writ]
  needs: [plan]
  environment:
    name: production
  resource_group: writ-production
  variables:
    WRIT_STORE: sqlite:/srv/writ/production.db
    # What a refused guard names, such as removed-objects=sha256:…, for that one plan; then run the job again.
    WRIT_APPROVE: ""
  rules:
    - if: $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      when: manual
      allow_failure: false
  script:
    - |
      approvals=()
      for approval in $WRIT_APPROVE; do approvals+=(--approve "$approval"); done
      WRIT_ACTOR="$GITLAB_USER_LOGIN" "$writ" apply writ-plan.json --reviewed "$(< writ-effect.txt)" "${approvals[@]}"
      mkdir "$temp/snapshot"
      "$writ" observe --target "$TARGET" --out "$temp/snapshot/$TARGET.json"
    - &publish |
      # One commit without a past: old states are of no use to anybody.
      cd "$temp/snapshot"
      git init --quiet --initial-branch=writ-snapshot
      git add -- "$TARGET.json"
      git -c user.name=writ -c user.email=writ@noreply.example commit --quiet --message "Snapshot of $TARGET"
      GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.$CI_SERVER_URL/.extraheader"
      GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $(printf 'writ:%s' "$WRIT_TOKEN" | base64 --wrap=0)"
      export GIT_CONFIG_COUNT GIT_CONFIG_KEY_0 GIT_CONFIG_VALUE_0
      git push --quiet --force "$CI_PROJECT_URL.git" writ-snapshot

drift:
  extends: .writ-api
  stage: report
  tags: [writ]
  resource_group: writ-production
  variables:
    WRIT_STORE: sqlite:/srv/writ/production.db
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule" && $WRIT_TASK == "drift"
  script:
    - |
      code=0
      "$writ" drift --target "$TARGET" --format markdown > "$temp/drift.md" || code=$?
      case $code in
        0 | 3) ;;
        *) exit "$code" ;;
      esac
      mkdir "$temp/snapshot"
      "$writ" observe --target "$TARGET" --out "$temp/snapshot/$TARGET.json"
      issue="$(api GET "$project/issues?state=opened&labels=writ-drift&scope=created_by_me&per_page=100" \
        | jq -r --arg mark "<!-- writ:drift:$TARGET -->" 'map(select(.description // "" | startswith($mark))) | .[0].iid // empty')"
      case "$code:$issue" in
        3:)
          api POST "$project/issues" --form "title=Drift in $TARGET" --form labels=writ-drift \
            --form "description=<$temp/drift.md" > /dev/null
          ;;
        3:*) api PUT "$project/issues/$issue" --form "description=<$temp/drift.md" > /dev/null ;;
        0:) ;;
        0:*) api PUT "$project/issues/$issue" --form "description=<$temp/drift.md" --form state_event=close > /dev/null ;;
      esac
    - *publish

"""##
