# Finds a JDK 25 or newer and sets JAVA_HOME and PATH to it. Read by the other scripts, not run by itself.
# Looks at $JAVA_HOME, at the java on the path, then at the folders where JDKs usually lie. A JDK says its version
# in its file "release", so none has to be started.

jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_fits() {
    v=$(jdk_version "$1") && [ -n "$v" ] && [ "$v" -ge 25 ]
}

find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && jdk_fits "$JAVA_HOME"; then
        return 0
    fi
    on_path=$(command -v java 2>/dev/null) || on_path=
    if [ -n "$on_path" ]; then
        on_path=$(readlink -f "$on_path")
        on_path=${on_path%/bin/java}
    fi
    for home in "$on_path" "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /usr/lib/jvm/* /usr/lib64/jvm/* \
        /usr/java/* /usr/local/java/* /opt/java/* /opt/jdk* /opt/hostedtoolcache/Java*/*/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if [ -n "$home" ] && jdk_fits "$home"; then
            JAVA_HOME=$home
            return 0
        fi
    done
    return 1
}

need_jdk() {
    if ! find_jdk; then
        echo "Diurna needs a JDK 25 or newer, and found none in JAVA_HOME, on the path or in the usual folders." >&2
        echo "Install one (for example Temurin 25), or set JAVA_HOME to the folder of one. Your default java may stay as it is." >&2
        exit 69
    fi
    export JAVA_HOME
    PATH=$JAVA_HOME/bin:$PATH
    export PATH
}
