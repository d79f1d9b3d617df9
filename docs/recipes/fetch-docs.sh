#!/bin/sh
# Take the vendor's pages as they stand now: fetch-docs.sh REPOSITORY FOLDER TARGET
#
# REPOSITORY  where the docs are kept (a git URL or a path)
# FOLDER      the pages in it, such as api-ref/source
# TARGET      the service's folder here, such as spec/boxes
#
# Only .rst pages are replaced; errata, lock, licence and changelog in TARGET stay.
set -eu
repository=$1 folder=$2 target=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone -q --depth 1 -- "$repository" "$work/docs"
test -d "$work/docs/$folder" || { echo "$repository has no folder $folder" >&2; exit 2; }
mkdir -p "$target"
find "$target" -name '*.rst' -type f -exec rm {} +
(cd "$work/docs/$folder" && find . -name '*.rst' -type f -print) | while IFS= read -r page; do
  mkdir -p "$target/$(dirname "$page")"
  cp "$work/docs/$folder/$page" "$target/$page"
done
find "$target" -type d -empty -delete
echo "pages of $repository at $(git -C "$work/docs" rev-parse HEAD)" >&2
