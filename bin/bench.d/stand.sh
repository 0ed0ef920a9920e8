# The stand against nginx: the same 2,000 pages, one core each for server and load, in turns.
# Options: --rounds N (5), --seconds N a slice (4), --warm-up REQUESTS (250000), --connections "64 256", --java OPTIONS

bench_stand() {
    local rounds=5 seconds=4 warm=250000 connections="64 256" java_options="-Xmx256m"
    while [ $# -gt 0 ]; do
        case $1 in
            --rounds) rounds=$2 ;;
            --seconds) seconds=$2 ;;
            --warm-up) warm=$2 ;;
            --connections) connections=$2 ;;
            --java) java_options=$2 ;;
            *) echo "bin/bench stand: unknown option $1" >&2; return 2 ;;
        esac
        shift 2
    done
    need nginx "install Debian's package nginx"
    need wrk "install Debian's package wrk"
    need taskset "install Debian's package util-linux"
    need python3 "install Debian's package python3"
    local lib="$root/stand/target/lib" classes="$root/stand/target/classes" java
    java=$(java_bin)
    [ -d "$lib" ] && [ -d "$classes" ] || { echo "bin/bench: build first: mvn -q -B package -DskipTests" >&2; return 3; }

    work=$(mktemp -d "${TMPDIR:-/tmp}/diurna-bench.XXXXXX")
    started=()
    trap 'bench_stand_end' EXIT
    "$java" -Dslf4j.internal.verbosity=ERROR -cp "$classes:$lib/*" "$here/bench.d/Pages.java" "$work/shelf" "$work/tree" 2000

    local nginx_port stand_port
    nginx_port=$(free_port)
    stand_port=$(free_port)
    bench_stand_nginx "$nginx_port"
    # One loop on one core, as nginx has one worker.
    # shellcheck disable=SC2086
    taskset -c 0 "$java" $java_options --enable-native-access=ALL-UNNAMED -cp "$classes:$lib/*" \
        org.diurna.stand.StandMain --shelf "$work/shelf" --port "$stand_port" >"$work/stand.log" 2>&1 &
    local stand=$!
    started+=("$stand")
    await_port "$nginx_port"
    await_port "$stand_port"
    local nginx
    nginx=$(pgrep -P "$(cat "$work/nginx.pid")" | head -1)
    bench_stand_same "$nginx_port" "$stand_port"
    bench_stand_script

    echo "warming up"
    local c n
    for c in $connections; do
        bench_stand_warm_up "$stand_port" "$c" "$warm" "$stand"
        bench_stand_slice "$nginx_port" "$c" 2 "$nginx" >/dev/null
    done
    for c in $connections; do
        : >"$work/nginx.$c"
        : >"$work/stand.$c"
        for n in $(seq "$rounds"); do
            bench_stand_slice "$nginx_port" "$c" "$seconds" "$nginx" | tee -a "$work/nginx.$c" | sed "s/^/round $n, $c connections, nginx: /"
            bench_stand_slice "$stand_port" "$c" "$seconds" "$stand" | tee -a "$work/stand.$c" | sed "s/^/round $n, $c connections, stand: /"
        done
    done
    echo
    for c in $connections; do
        bench_stand_ratio "$c"
    done
    echo "memory (PSS): nginx $(pss_mb "$nginx" "$(cat "$work/nginx.pid")") MB, stand $(pss_mb "$stand") MB"
}

# Ends what was started here, by its id.
bench_stand_end() {
    local pid
    if [ -f "$work/nginx.pid" ]; then kill -QUIT "$(cat "$work/nginx.pid")" 2>/dev/null || true; fi
    for pid in "${started[@]}"; do
        kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}

bench_stand_nginx() { # port
    local module=/usr/lib/nginx/modules/ngx_http_brotli_static_module.so load="" user=""
    if [ "$(id -u)" = 0 ]; then user="user root;"; fi
    mkdir -p "$work/nginx"
    # Files coded with brotli are made only where a brotli is at hand; both servers are then asked for the same.
    if [ -f "$module" ] && [ -n "$(find "$work/tree" -name '*.br' -print -quit)" ]; then load="load_module $module;"; fi
    cat >"$work/nginx.conf" <<CONF
$load
$user
worker_processes 1;
worker_cpu_affinity 01;
pid $work/nginx.pid;
error_log $work/nginx.log error;
events { worker_connections 4096; multi_accept on; use epoll; }
http {
    types { text/html html; }
    charset utf-8;
    access_log off;
    sendfile on;
    tcp_nopush on;
    tcp_nodelay on;
    open_file_cache max=10000 inactive=600s;
    open_file_cache_valid 600s;
    keepalive_requests 100000000;
    keepalive_timeout 60s;
    server_tokens off;
    gzip_static on;
    gzip_vary on;
    ${load:+brotli_static on;}
    client_body_temp_path $work/nginx/body;
    proxy_temp_path $work/nginx/proxy;
    fastcgi_temp_path $work/nginx/fastcgi;
    uwsgi_temp_path $work/nginx/uwsgi;
    scgi_temp_path $work/nginx/scgi;
    server {
        listen 127.0.0.1:$1 backlog=4096;
        server_name bench.localhost;
        root $work/tree;
$(sed 's/^\([^:]*\): \(.*\)$/        add_header \1 "\2";/' "$work/tree.headers")
    }
}
CONF
    taskset -c 0 nginx -p "$work" -c "$work/nginx.conf"
}

# Both must send the same headers and the same bytes, or the comparison says nothing.
bench_stand_same() { # nginx-port stand-port
    local port path=/en/00000007/release.html
    for port in "$1" "$2"; do
        curl -sS -D "$work/head.$port" -o "$work/body.$port" -H 'Accept-Encoding: gzip' -H "Host: bench.localhost" "http://127.0.0.1:$port$path"
        tr -d '\r' <"$work/head.$port" | grep -Evi '^(server|date|etag|connection|accept-ranges|last-modified|$)' \
            | sed 's/ \+$//' | tr 'A-Z' 'a-z' | sort >"$work/same.$port"
    done
    diff "$work/same.$1" "$work/same.$2" || { echo "bin/bench: the two servers do not send the same headers" >&2; return 1; }
    cmp "$work/body.$1" "$work/body.$2"
}

bench_stand_script() {
    cat >"$work/paths.lua" <<'LUA'
local number = 0
request = function()
    number = (number + 7) % 2000
    return wrk.format("GET", string.format("/en/%08d/release.html", number))
end
wrk.headers["Accept-Encoding"] = "gzip"
wrk.headers["Host"] = "bench.localhost"
done = function(summary, latency)
    io.write(string.format("%.0f requests/s, p99 %.2f ms, %d requests, %d errors\n",
        summary.requests / summary.duration * 1e6, latency:percentile(99) / 1000, summary.requests, summary.errors.connect + summary.errors.read + summary.errors.write
        + summary.errors.status + summary.errors.timeout))
end
LUA
}

# By requests, not by time: a compiler that has not seen enough of them has not done its work.
bench_stand_warm_up() { # port connections requests pid
    local seen=0 line began=$SECONDS
    while [ "$seen" -lt "$3" ] && [ $((SECONDS - began)) -lt 120 ]; do
        line=$(bench_stand_slice "$1" "$2" 5 "$4")
        seen=$((seen + $(sed 's/.* \([0-9]*\) requests,.*/\1/' <<<"$line")))
    done
}

bench_stand_slice() { # port connections seconds pid
    local before after line requests
    before=$(bench_stand_ticks "$4")
    line=$(taskset -c 1 wrk -t1 -c "$2" -d "${3}s" --latency -s "$work/paths.lua" "http://127.0.0.1:$1" | grep 'requests/s,')
    after=$(bench_stand_ticks "$4")
    requests=$(sed 's/.* \([0-9]*\) requests,.*/\1/' <<<"$line")
    awk -v line="$line" -v ticks="$((after - before))" -v hz="$(getconf CLK_TCK)" -v requests="$requests" \
        'BEGIN { printf "%s, cpu %.1f µs\n", line, ticks / hz * 1e6 / requests }'
}

# What the server has computed, whatever else the machine had to do meanwhile.
bench_stand_ticks() { # pid
    awk '{print $14 + $15}' "/proc/$1/stat"
}

bench_stand_ratio() { # connections
    local nr sr np sp nc sc
    nr=$(sed 's/ .*//' "$work/nginx.$1" | median)
    sr=$(sed 's/ .*//' "$work/stand.$1" | median)
    np=$(sed 's/.*p99 \([0-9.]*\) .*/\1/' "$work/nginx.$1" | median)
    sp=$(sed 's/.*p99 \([0-9.]*\) .*/\1/' "$work/stand.$1" | median)
    nc=$(sed 's/.*cpu \([0-9.]*\) .*/\1/' "$work/nginx.$1" | median)
    sc=$(sed 's/.*cpu \([0-9.]*\) .*/\1/' "$work/stand.$1" | median)
    awk -v nc="$nc" -v sc="$sc" -v c="$1" -v nr="$nr" -v sr="$sr" -v np="$np" -v sp="$sp" 'BEGIN {
        printf "%d connections: requests/s %.2f × nginx (%d against %d), p99 %.2f × nginx (%.2f ms against %.2f ms), CPU a request %.2f × nginx (%.1f µs against %.1f µs)\n",
            c, sr / nr, sr, nr, sp / np, sp, np, sc / nc, sc, nc }'
}
