# Completion of rpc-dump for bash.
_rpc_dump() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local options="--big-endian --description= --extra-arg= --format= --header= --help --hex --interface= --opnum= --request
    --request-file= --response --syntax= --version"
  [ "$before" = = ] && before=${COMP_WORDS[COMP_CWORD - 2]}
  [ "$word" = = ] && word=
  case $before in
    --format) mapfile -t COMPREPLY < <(compgen -W "text json html" -- "$word") ;;
    --syntax) mapfile -t COMPREPLY < <(compgen -W "ndr20 ndr64" -- "$word") ;;
    *)
      case $word in
        -*)
          mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
          [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace ;;
        *) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
      esac ;;
  esac
}
complete -F _rpc_dump rpc-dump
