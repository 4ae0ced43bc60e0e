# Completion of rpc-check for bash.
_rpc_check() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  [ "$before" = = ] && before=${COMP_WORDS[COMP_CWORD - 2]}
  [ "$word" = = ] && word=
  local options="-p -j --against= --allow-none --baseline= --cache= --checks= --config-file= --dump-config --explain= --export-fixes= --extra-arg=
    --extra-arg-before= --fix --format= --header-filter= --help --line-filter= --list-checks --lock= --quiet --remarks --shard= --use-color
    --verify-config     --warnings-as-errors= --write-baseline="
  case $before in
    --explain | --checks | --warnings-as-errors)
      mapfile -t COMPREPLY < <(compgen -W "$(rpc-check --list-checks --checks='*' 2>/dev/null)" -- "$word") ;;
    --against) mapfile -t COMPREPLY < <(compgen -W "$(git for-each-ref --format='%(refname:short)' 2>/dev/null)" -- "$word") ;;
    --format) mapfile -t COMPREPLY < <(compgen -W "text html json sarif github gitlab junit checkstyle" -- "$word") ;;
    -p | --cache) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
    *)
      case $word in
        -*)
          mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
          [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace ;;
        *) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
      esac ;;
  esac
}
complete -F _rpc_check rpc-check
