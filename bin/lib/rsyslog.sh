# shellcheck shell=bash
# Sourced by the commands in bin/.
#
# ensure_rsyslog  sees to an rsyslog with TLS for the tests of the syslog sink. Installs Debian's packages when run as root on Debian
#                 or Ubuntu; elsewhere, without it, those tests say that they were not run.

ensure_rsyslog() {
    if compgen -G '/usr/lib*/rsyslog/lmnsd_ossl.so' >/dev/null || compgen -G '/usr/lib/*/rsyslog/lmnsd_ossl.so' >/dev/null; then
        return 0
    fi
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        echo "No rsyslog was found: the tests of the syslog sink are not run. Install rsyslog and its OpenSSL driver." >&2
        return 0
    fi
    echo "No rsyslog was found: installing Debian's packages." >&2
    local log
    log=$(mktemp)
    if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends rsyslog rsyslog-openssl; } \
        >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        echo "rsyslog could not be installed (see above)." >&2
        return 1
    fi
    rm -f "$log"
}
