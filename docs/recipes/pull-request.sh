#!/bin/sh
# Check a pull request: pull-request.sh DOCS REPORT BASE
#
# DOCS    the service's folder, such as spec/boxes
# REPORT  the folder for report.md, review.html and two SARIF files
# BASE    the revision the pull request goes into
#
# Prints GitHub annotations. Ends with 1 when generated code is stale or a change breaks the
# API; a breaking change that is meant goes into the file named by ACCEPTED (default
# accepted-changes.toml) with a reason and an end date.
set -eu
docs=$1 report=$2 base=$3
accepted=${ACCEPTED:-accepted-changes.toml}
mkdir -p "$report"
failed=0

set --
if [ -f "$accepted" ]; then set -- --accepted "$accepted"; fi

tablewright check || failed=1
tablewright lint "$docs" --format sarif --prefix "$docs" --fail-on never -o "$report/lint.sarif"
tablewright lint "$docs" --format github --prefix "$docs" || failed=1
tablewright diff "$base" "$docs" "$@" --format github --prefix "$docs" || failed=1
tablewright diff "$base" "$docs" "$@" --format sarif --prefix "$docs" -o "$report/diff.sarif" || failed=1
tablewright diff "$base" "$docs" "$@" --format markdown -o "$report/report.md" || failed=1
tablewright diff "$base" "$docs" "$@" --format html -o "$report/review.html" || failed=1
exit "$failed"
