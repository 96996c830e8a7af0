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

# step MESSAGE COMMAND...: runs a command that may take long. Past one second it says so, with a
# clock on a terminal; the command's output is shown only when it fails.
step() {
    local message=$1 log pid status start=$SECONDS spoke=no
    shift
    log=$(mktemp)
    ("$@") >"$log" 2>&1 &
    pid=$!
    while kill -0 "$pid" 2>/dev/null; do
        if [ $((SECONDS - start)) -ge 1 ]; then
            [ -t 2 ] && printf '\r· %s … %ds' "$message" $((SECONDS - start)) >&2
            [ -t 2 ] || [ "$spoke" = yes ] || say "$message …"
            spoke=yes
        fi
        sleep 0.1
    done
    wait "$pid"
    status=$?
    [ -t 2 ] && [ "$spoke" = yes ] && printf '\r\033[K' >&2
    if [ "$status" -ne 0 ]; then
        cat "$log" >&2
        printf 'error: failed: %s\n' "$message" >&2
    elif [ "$spoke" = yes ]; then
        say "$message: done in $((SECONDS - start)) s"
    fi
    rm -f "$log"
    return "$status"
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
