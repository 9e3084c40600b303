#!/usr/bin/env bash
# Checks drafts before they are published; for a pre-commit hook, a cron job or any pipeline.
#
#   bash examples/check-drafts.sh drafts            a folder of .txt and .md files
#   TRUSTSCREEN=.build/release/trustscreen FAIL_ON=high bash examples/check-drafts.sh drafts
#
# Prints what is found and writes trustscreen.sarif. Ends with 1 if something is at or above FAIL_ON
# (default: medium), with 3 if a draft could not be screened whole, with 2 for a mistake in the use.
set -euo pipefail

program="${TRUSTSCREEN:-trustscreen}"
folder="${1:?which folder?}"
level="${FAIL_ON:-medium}"

files=()
while IFS= read -r -d '' file; do files+=("$file"); done \
  < <(find "$folder" -type f \( -name '*.txt' -o -name '*.md' \) -print0 | sort -z)
if [ "${#files[@]}" -eq 0 ]; then
  echo "There are no drafts in $folder." >&2
  exit 2
fi

# What is found is no failure here: it is to be written first. What goes wrong is one.
status=0
"$program" check --format sarif --exit-zero "${files[@]}" >trustscreen.sarif || status=$?
if [ "$status" -ne 0 ] && [ "$status" -ne 3 ]; then exit "$status"; fi

"$program" check --fail-on "$level" "${files[@]}"
