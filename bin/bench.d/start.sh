#!/usr/bin/env bash
# from the start of java until the first public byte, and the memory of the whole demo
bench_start() {
    local rounds=7 folder pid public desk begun answered
    [ $# -eq 0 ] || { echo "usage: bin/bench start" >&2; exit 2; }
    need curl "install curl"
    folder=$(mktemp -d)
    public=$(free_port)
    desk=$(free_port)
    # the process is the bench's own: exec leaves java under this very id
    launch() {
        "$root/bin/diurna" demo --data "$folder/demo" --port "$public" --desk-port "$desk" >"$folder/log" 2>&1 &
        pid=$!
    }
    finish() { # asks it to end, and says how long that took if it took long
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    }
    await_line() { # await_line TEXT SECONDS
        for _ in $(seq $(($2 * 10))); do
            grep -q "$1" "$folder/log" && return 0
            kill -0 "$pid" 2>/dev/null || break
            sleep 0.1
        done
        echo "bin/bench start: the demo did not say “$1”:" >&2
        tail -n 5 "$folder/log" >&2
        finish
        exit 1
    }
    # the first start furnishes the demo and writes the archive of classes
    launch
    await_line "signs in at once" 300
    finish
    for _ in $(seq "$rounds"); do
        begun=$(date +%s%N)
        launch
        # waits for the door with hardly any work of its own, then asks once
        until (exec 3<>"/dev/tcp/127.0.0.1/$public") 2>/dev/null; do
            kill -0 "$pid" 2>/dev/null || { tail -n 5 "$folder/log" >&2; exit 1; }
            sleep 0.01
        done
        curl -s -o /dev/null "http://127.0.0.1:$public/"
        answered=$(date +%s%N)
        echo $(((answered - begun) / 1000000)) >>"$folder/took"
        await_line "signs in at once" 120
        pss_mb "$pid" >>"$folder/memory"
        finish
    done
    echo "start: first public byte after $(median <"$folder/took") ms (median of $rounds), slowest $(sort -g "$folder/took" | tail -n 1) ms"
    echo "start: the whole demo takes $(sort -g "$folder/memory" | tail -n 1) MB with -Xmx${DIURNA_MEMORY:-384m}"
    rm -rf "$folder"
}
