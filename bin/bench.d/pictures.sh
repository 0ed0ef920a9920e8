#!/usr/bin/env bash
# the darkroom against vipsthumbnail on the same photographs; an upload to all renditions; the desk during 200 uploads
bench_pictures() {
    local photographs=50 uploads=200
    while [ $# -gt 0 ]; do
        [[ $1 =~ ^--(photographs|uploads)$ && ${2:-} =~ ^[0-9]+$ ]] || {
            echo "usage: bin/bench pictures [--photographs NUMBER] [--uploads NUMBER]" >&2
            exit 2
        }
        if [ "$1" = --photographs ]; then photographs=$2; else uploads=$2; fi
        shift 2
    done
    [ -d "$root/diurna/target/lib" ] || { echo "bin/bench pictures: build first (mvn package -DskipTests)" >&2; exit 2; }
    if [ "$photographs" -gt 1 ]; then
        need vipsthumbnail "install it (Debian: libvips-tools)"
        # the photographs are drawn from a fixed seed and removed afterwards
        local work
        work=$(mktemp -d)
        "$(java_bin)" --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true \
            -cp "$root/diurna/target/classes:$root/diurna/target/lib/*" \
            "$here/bench.d/Pictures.java" "$work" "$photographs" || { rm -rf "$work"; return 1; }
        rm -rf "$work"
    fi
    [ "$uploads" -gt 0 ] || return 0
    need mvn "install Maven 3.8 or newer"
    # the measured program needs the class path of the tests, which the build knows
    (cd "$root" && mvn -q -B -o -pl diurna -am test -Dtest=UploadsBench -Dsurefire.failIfNoSpecifiedTests=false \
        -Dtest.groups.excluded= -Dtest.jvm="-Xmx1g --enable-native-access=ALL-UNNAMED -Djdk.virtualThreadScheduler.parallelism=16 -Djava.awt.headless=true -Ddiurna.bench.uploads=$uploads") 2>&1 |
        sed -n -e 's/.*\(uploads: .*\)/\1/p' -e '/ERROR/p'
    return "${PIPESTATUS[0]}"
}
