# Shared by the scripts of deploy/: messages, the tree, the cache. Sourced, never run.
# Every script says what it does on stderr; stdout is kept for answers that other scripts read.

SPR_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
SPR_CACHE=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/spr

say() { printf '· %s\n' "$*" >&2; }
warn() { printf 'warning: %s\n' "$*" >&2; }
die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# step MESSAGE COMMAND...: runs a long command with one line and a clock; its output is shown
# only when it fails.
step() {
    local message=$1 log status start=$SECONDS
    shift
    log=$(mktemp)
    if [ -t 2 ]; then
        ("$@") >"$log" 2>&1 &
        local pid=$!
        while kill -0 "$pid" 2>/dev/null; do
            printf '\r· %s … %ds' "$message" $((SECONDS - start)) >&2
            sleep 0.5
        done
        wait "$pid"
        status=$?
        printf '\r\033[K' >&2
    else
        say "$message …"
        ("$@") >"$log" 2>&1
        status=$?
    fi
    if [ "$status" -ne 0 ]; then
        cat "$log" >&2
        rm -f "$log"
        printf 'error: failed: %s\n' "$message" >&2
        return "$status"
    fi
    rm -f "$log"
    say "$message: done in $((SECONDS - start)) s"
}

# with_lock FILE COMMAND...: one at a time, also between two users of the same cache.
with_lock() {
    local file=$1
    shift
    mkdir -p "$(dirname "$file")"
    (
        flock -w 300 9 || die "another start is still busy ($file is locked)"
        "$@"
    ) 9>"$file"
}
