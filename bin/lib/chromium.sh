# shellcheck shell=bash
# Sourced by the commands in bin/.
#
# ensure_chromium  sees to a Chromium for the browser tests and puts its path into CHROMIUM. Installs Debian's package
#                  when run as root on Debian or Ubuntu; elsewhere Playwright downloads a browser of its own, and
#                  CHROMIUM stays unset. Fails only if an installation that should work does not.

find_chromium() {
    local candidate
    for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome \
        '/Applications/Chromium.app/Contents/MacOS/Chromium' \
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
        [ -n "$candidate" ] && command -v "$candidate" && return 0
    done
    return 1
}

ensure_chromium() {
    local found
    if ! found=$(find_chromium); then
        if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
            echo "No Chromium was found: Playwright downloads one when the first browser test starts." >&2
            echo "  To use one of your own, install it, or say where it is: CHROMIUM=/path/to/chromium" >&2
            return 0
        fi
        echo "No Chromium was found: installing Debian's package." >&2
        # Names what went wrong only if something did: the log of an installation says little to anybody else.
        local log
        log=$(mktemp)
        if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } \
            >"$log" 2>&1 </dev/null || ! found=$(find_chromium); then
            cat "$log" >&2
            echo "Chromium could not be installed (see above). Install it, or say where one is: CHROMIUM=/path/to/chromium" >&2
            return 1
        fi
        rm -f "$log"
    fi
    CHROMIUM=$found
    # Playwright need not fetch what is there.
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
    export CHROMIUM PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD
}
