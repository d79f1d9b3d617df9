#!/bin/sh
# Commit what regenerate.sh wrote and open (or renew) the pull request: open-pull-request.sh REPORT.md
#
# Needs gh, logged in by GH_TOKEN. Does nothing where nothing changed.
set -eu
report=$1
branch=${BRANCH:-docs-update}
if [ -z "$(git status --porcelain)" ]; then
  echo "nothing has changed" >&2
  exit 0
fi
base=$(git rev-parse --abbrev-ref HEAD)
git checkout -q -B "$branch"
git add -A
git -c user.name="${GIT_NAME:-docs-update}" -c user.email="${GIT_EMAIL:-docs-update@localhost}" \
  commit -q -m "Follow the docs"
git push -q --force origin "$branch"
if gh pr view "$branch" >/dev/null 2>&1; then
  gh pr edit "$branch" --body-file "$report"
else
  gh pr create --base "$base" --head "$branch" --title "Follow the docs" --body-file "$report"
fi
