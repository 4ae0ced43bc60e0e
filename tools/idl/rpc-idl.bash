# Completion of rpc-idl for bash.
_rpc_idl() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  [ "$before" = = ] && before=${COMP_WORDS[COMP_CWORD - 2]}
  [ "$word" = = ] && word=
  local options="-I -D -o --acf= --dialect= --for= --help --namespace= --quiet"
  case $before in
    rpc-idl) mapfile -t COMPREPLY < <(compgen -W "import export equal extract" -- "$word") ;;
    --dialect) mapfile -t COMPREPLY < <(compgen -W "midl widl pidl dce" -- "$word") ;;
    --for) mapfile -t COMPREPLY < <(compgen -W "midl widl dce wireshark" -- "$word") ;;
    -I | -o) mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
    *)
      case $word in
        -*)
          mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
          [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace ;;
        *) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
      esac ;;
  esac
}
complete -F _rpc_idl rpc-idl
