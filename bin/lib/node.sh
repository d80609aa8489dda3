# shellcheck shell=bash
# Sourced by the commands in bin/.
#
# ensure_node  sees to Node.js and npm, in which one of the relying parties of the tests runs. Installs Debian's packages when run as
#              root on Debian or Ubuntu; elsewhere it says what is missing, and the test that needs them fails.

ensure_node() {
    command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 && return 0
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        echo "No Node.js with npm was found: the tests with openid-client need Node.js 20 or newer." >&2
        return 0
    fi
    echo "No Node.js with npm was found: installing Debian's packages." >&2
    local log
    log=$(mktemp)
    if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends nodejs npm; } \
        >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        echo "Node.js could not be installed (see above): the tests with openid-client need Node.js 20 or newer." >&2
        return 1
    fi
    rm -f "$log"
}
