#!/bin/sh
# Regenerate after a docs update and say what changed: regenerate.sh DOCS REPORT [BASE]
#
# DOCS    the service's folder, such as spec/boxes
# REPORT  the folder for report.md, review.html and changelog.md
# BASE    the revision to compare with; default HEAD
#
# Ends with 0 whether or not anything changed; what changed is in REPORT/report.md.
set -eu
docs=$1 report=$2 base=${3:-HEAD}
mkdir -p "$report"

# 1 means "something breaks": that is for the reviewer to judge, not for this job.
told() { "$@" || [ $? -eq 1 ]; }

told tablewright diff "$base" "$docs" --format markdown -o "$report/report.md"
told tablewright diff "$base" "$docs" --format html -o "$report/review.html"
told tablewright diff "$base" "$docs" --changelog -o "$report/changelog.md"
tablewright generate >/dev/null
