# Shell functions of tools/*. To be sourced.

# step TITLE COMMAND...
# Runs a command whose output matters only when it fails: then shows all of it and fails too. A command that takes
# long says every 20 seconds how far it is, by the last line of its output.
step() {
  local title=$1 log worker started=$SECONDS shown=$SECONDS
  shift
  log=$(mktemp)
  "$@" >"$log" 2>&1 &
  worker=$!
  while kill -0 "$worker" 2>/dev/null; do
    sleep 0.1
    if [ $((SECONDS - shown)) -ge 20 ]; then
      printf '  %s, %d s: %.100s\n' "$title" $((SECONDS - started)) "$(tail -n 1 "$log")"
      shown=$SECONDS
    fi
  done
  if ! wait "$worker"; then
    cat "$log"
    echo "failed: $title" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# build PRESET [TARGET...]
# Configures and builds a preset of CMakePresets.json, and notes in $took how long that took.
took=
build() {
  local preset=$1 targets=() started=$SECONDS
  shift
  [ $# -eq 0 ] || targets=(--target "$@")
  step "configuring $preset" cmake --preset "$preset"
  step "building $preset" cmake --build --preset "$preset" --parallel "$(nproc)" "${targets[@]}"
  took+="$preset $((SECONDS - started)) s, "
}
