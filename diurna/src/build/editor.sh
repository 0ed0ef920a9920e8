#!/bin/sh
# Bundles the desk's script: editor.sh <bundler> <folder of sources> <folder with node_modules> <file to write>
set -e
chmod +x "$1"
mkdir -p "$(dirname "$4")"
# the bundler looks for packages from the sources upwards, so these are laid beside them
rm -rf "$3/src"
cp -r "$2" "$3/src"
exec "$1" "$3/src/desk.js" --bundle --minify --format=iife --charset=utf8 --target=es2022 --legal-comments=none \
    --log-level=warning --outfile="$4"
