#!/bin/sh
# Bundles the desk's script: editor.sh <bundler> <folder of sources> <folder with webjars> <file to write>
set -e
chmod +x "$1"
mkdir -p "$(dirname "$4")"
# the bundler looks for packages in node_modules, from the sources upwards: the jars' folders without their versions
rm -rf "$3/src" "$3/node_modules"
cp -r "$2" "$3/src"
mkdir "$3/node_modules"
for package in "$3"/webjars/META-INF/resources/webjars/*/*; do
    ln -s "$package" "$3/node_modules/$(basename "$(dirname "$package")")"
done
exec "$1" "$3/src/desk.js" --bundle --minify --format=iife --charset=utf8 --target=es2022 --legal-comments=none \
    --log-level=warning --outfile="$4"
