# shellcheck shell=bash
# Sourced by the commands in bin/. Runs on bash 3.2 as well, which macOS ships.
#
# find_jdk   sets and exports JAVA_HOME to a JDK 21 or newer: JAVA_HOME itself if it is one, else the PATH's, else one of
#            the usual folders. Says what is missing and how to get it, and fails, when there is none.
# need_maven says what is missing and how to get it, and fails, when there is no mvn on the PATH.

MINIMUM_JDK=21

# The feature version of the JDK in folder $1, 0 when there is no whole JDK (a JRE has no compiler).
jdk_version() {
    local version
    [ -x "$1/bin/javac" ] || { echo 0; return; }
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p' | head -n 1)
    echo "${version:-0}"
}

# The JDK that the PATH's javac belongs to. The java launcher says it itself: symbolic links and stubs mislead.
jdk_of_path() {
    command -v javac >/dev/null 2>&1 || return 0
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p' | head -n 1
}

jdk_candidates() {
    [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
    jdk_of_path
    local folder
    for folder in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        [ ! -d "$folder" ] || echo "$folder"
    done
}

find_jdk() {
    local candidate seen=''
    while IFS= read -r candidate; do
        if [ "$(jdk_version "$candidate")" -ge "$MINIMUM_JDK" ]; then
            export JAVA_HOME=$candidate
            return 0
        fi
        seen="$seen $candidate"
    done <<CANDIDATES
$(jdk_candidates)
CANDIDATES
    {
        echo "A JDK $MINIMUM_JDK or newer is needed and none was found."
        echo "  Looked at JAVA_HOME, the PATH, /usr/lib/jvm, /Library/Java/JavaVirtualMachines, ~/.sdkman and ~/.jdks."
        [ -z "${seen// /}" ] || echo "  Too old, or without a compiler:$seen"
        echo "  Get one from https://adoptium.net, or with one of"
        echo "    Debian 13, Ubuntu 24.04: apt-get install openjdk-21-jdk-headless    macOS: brew install openjdk@21"
        echo "    anywhere: sdk install java 21-tem (https://sdkman.io)"
        echo "  Installed elsewhere? Say where: JAVA_HOME=/path/to/jdk"
    } >&2
    return 1
}

need_maven() {
    command -v mvn >/dev/null 2>&1 && return 0
    {
        echo "Maven 3.8 or newer is needed and mvn is not on the PATH."
        echo "  Get it from https://maven.apache.org/download.cgi, or with one of"
        echo "    Debian, Ubuntu: apt-get install maven    macOS: brew install maven    anywhere: sdk install maven"
    } >&2
    return 1
}
