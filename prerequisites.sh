# Read by `watchword` and `verify`, which bring `fail`: what both need and neither installs.

is25() { [ -x "$1/bin/javac" ] && [ "$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true)" -ge 25 ] 2>/dev/null; }

find_jdk() {
  local candidate
  for candidate in "${WATCHWORD_JDK:-}" "${JAVA_HOME:-}" \
      "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/bin/javac)")")")" \
      /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is25 "$candidate"; then printf '%s' "$candidate"; return 0; fi
  done
  return 1
}

require_jdk() {
  jdk=$(find_jdk) || fail "no JDK 25 found: install one (Debian: temurin-25-jdk or openjdk-25-jdk) or name its folder in WATCHWORD_JDK"
}

require_build_tools() {
  command -v mvn >/dev/null || fail "Maven is missing: install it (Debian: apt-get install maven)"
  local node
  node=$(node --version 2>/dev/null) || fail "Node 20 or newer is missing: install it, the pages are built with it"
  node=${node#v}
  [ "${node%%.*}" -ge 20 ] 2>/dev/null || fail "Node $node is too old: install Node 20 or newer, the pages are built with it"
}
