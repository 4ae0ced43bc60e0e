# Completion of rpc-call for bash.
_rpc_call() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local options="--anonymous --describe --dump --encode --extra-arg= --help --in= --interactive --level= --list --mechanism= --object=
    --out= --password-file= --syntax= --target= --template --timeout= --user="
  case $word in
    -*)
      mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
      [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace ;;
    *)
      case $before in
        *.h | *.hpp | *.idl | *.json)
          # Colons end words of bash, so names without their interface.
          mapfile -t COMPREPLY < <(compgen -W "$(rpc-call --list "$before" 2> /dev/null | sed 's/.*:://')" -- "$word") ;;
        *) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
      esac ;;
  esac
}
complete -F _rpc_call rpc-call
