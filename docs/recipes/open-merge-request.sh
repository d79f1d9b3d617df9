#!/bin/sh
# Commit what regenerate.sh wrote and push it with a merge request: open-merge-request.sh REPORT.md
#
# GitLab makes the merge request from push options; the report is the job's artifact and its
# beginning the description. Needs PUSH_URL, an address that may be pushed to.
set -eu
report=$1
branch=${BRANCH:-docs-update}
if [ -z "$(git status --porcelain -- . ':!report' ':!.cache')" ]; then
  echo "nothing has changed" >&2
  exit 0
fi
git checkout -q -B "$branch"
git add -A -- . ':!report' ':!.cache'
git -c user.name="${GIT_NAME:-docs-update}" -c user.email="${GIT_EMAIL:-docs-update@localhost}" \
  commit -q -m "Follow the docs"
# A push option is one line.
summary=$(sed -n '3p' "$report" | tr -d '*\n')
git push -q --force -o merge_request.create -o "merge_request.title=Follow the docs" \
  -o "merge_request.description=$summary" "${PUSH_URL:-origin}" "$branch"
