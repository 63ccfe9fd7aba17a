#!/bin/sh
# What a person would write by hand: fetch a page, append its records one per line, follow its next-page key.
# curlJq.sh BASE KEY OUT
set -eu
base=$1
key=$2
out=$3
page=$out.page
next=
while :; do
  curl -sSf -H "x-api-key: $key" -o "$page" "$base/faceauth?count=2000$next"
  jq -c '.[].data[]' "$page" >>"$out"
  next=$(jq -r '.[-1].nextPage_key // empty | "&nextKey_id=\(.authId | @uri)&nextKey_date=\(.createTime | @uri)"' "$page")
  [ -n "$next" ] || break
done
rm "$page"
