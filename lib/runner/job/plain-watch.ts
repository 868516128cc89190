/**
 * `watch` as a function that bash takes from its environment: the program draws on a terminal, there is none, and what it then writes
 * nobody can read. It repeats what it is asked to repeat, ten times a second at most, and lets the output come line by line; asked for
 * more, it is the program itself.
 */
export const PLAIN_WATCH: Readonly<Record<string, string>> = {
  "BASH_FUNC_watch%%": `() {
  local every=2 asked=("$@")
  while [ $# -gt 0 ]; do
    case $1 in
      -n | --interval) every=\${2-}; shift $(( $# < 2 ? 1 : 2 )) ;;
      -n*) every=\${1#-n}; shift ;;
      --interval=*) every=\${1#*=}; shift ;;
      -d | --differences | -t | --no-title | -c | --color) shift ;;
      --) shift; break ;;
      -*) command watch "\${asked[@]}"; return ;;
      *) break ;;
    esac
  done
  if [ $# -eq 0 ]; then command watch "\${asked[@]}"; return; fi
  case $every in 0 | 00 | 0. | 0.0* | .0*) every=0.1 ;; esac
  while :; do
    printf '%(%H:%M:%S)T  %s\\n' -1 "$*"
    sh -c "$*" || :
    sleep "$every"
  done
}`,
};
