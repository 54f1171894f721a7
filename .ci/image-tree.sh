#!/bin/sh
# Makes what the image holds out of a checkout with all packages: the admin is built, and only what a
# running server needs goes into the folder given. The Dockerfile runs it, and npm run check:packaging.
set -eu
cd "$(dirname "$0")/.."
target=$1

npm run build:admin
npm prune --omit=dev --no-audit --no-fund
node .ci/slim-packages.mjs
rm -rf .next/cache .next/diagnostics .next/types
find .next -name '*.map' -delete

mkdir -p "$target/data" "$target/.cache"
cp -R .next collections docs node_modules package.json package-lock.json next.config.mjs seed src \
  tsconfig.json "$target/"
