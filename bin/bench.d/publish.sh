#!/usr/bin/env bash
# from Publish until the page is answered over HTTP, with 100 and with 20,000 releases
bench_publish() {
    local releases=20000
    while [ $# -gt 0 ]; do
        case $1 in
            --releases)
                [[ ${2:-} =~ ^[0-9]+$ ]] || { echo "bin/bench publish: --releases needs a number" >&2; exit 2; }
                releases=$2
                shift 2
                ;;
            *)
                echo "usage: bin/bench publish [--releases NUMBER]" >&2
                exit 2
                ;;
        esac
    done
    need mvn "install Maven 3.8 or newer"
    # the measured program needs the class path of the tests, which the build knows
    (cd "$root" && mvn -q -B -pl diurna -am test -Dtest=PublishBench -Dsurefire.failIfNoSpecifiedTests=false \
        -Dtest.groups.excluded= -Dtest.jvm="-Xmx1g --enable-native-access=ALL-UNNAMED -Djdk.virtualThreadScheduler.parallelism=16 -Djava.awt.headless=true -Ddiurna.bench.releases=$releases") 2>&1 |
        sed -n -e '/^publish:/p' -e '/ERROR/p'
    return "${PIPESTATUS[0]}"
}
