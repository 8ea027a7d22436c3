"""What the completion scripts need beside what shtab writes: the package that the line names, and words as typed.

A shell gives a word with its quotes, bash also in pieces; nothing in it is ever run.
"""

from __future__ import annotations

from typing import Any, Final

from hrss_tui import lazy_re as re
from hrss_tui.cli.names import PROGRAM

_ROOT: Final = PROGRAM.replace("-", "_")
_BASH: Final = r"""
# $1=a word as typed; without its quotes
_ROOT_plain() {
  local word="$1"
  case "$word" in
    \'*) word="${word#\'}"; word="${word%\'}" ;;
    \"*) word="${word#\"}"; word="${word%\"}"; IFS= read word <<< "$word" ;;
    \~/*) IFS= read word <<< "$HOME/${word#??}" ;;
    *) IFS= read word <<< "$word" ;;
  esac
  printf '%s\n' "$word"
}

# the package that the line names
_ROOT_given() {
  local at
  given=()
  for ((at = 1; at < COMP_CWORD - 1; at++)); do
    [[ "${COMP_WORDS[at]}" == --pack ]] && given=(--pack "${COMP_WORDS[at + 1]}")
  done
  return 0
}

# complete, with the words put together that bash took apart at ":" and "="
_ROOT_complete() {
  local at word glued="" cut="" current=0
  local -a words=()
  for ((at = 0; at < ${#COMP_WORDS[@]}; at++)); do
    word="${COMP_WORDS[at]}"
    local last=$(( ${#words[@]} - 1 ))
    if [[ $last -gt 0 && "$word" == = && "${words[last]}" == --* && "$COMP_LINE" == *"${words[last]}="* ]]; then
      [[ $at -eq $COMP_CWORD ]] && words+=("")
    elif [[ $last -gt 0 && ( "$glued" == : || "$word" == :* ) && "$COMP_LINE" == *"${words[last]}$word"* ]]; then
      words[last]+="$word"
      [[ "$word" == :* ]] && glued=: || glued=""
    else
      words+=("$word")
      glued=""
    fi
    if [[ $at -eq $COMP_CWORD ]]; then
      current=$(( ${#words[@]} - 1 ))
      [[ "${words[current]}" == *:"${word#:}" && "${words[current]}" != "$word" ]] && cut="${words[current]%:*}:"
    fi
  done
  for at in "${!words[@]}"; do
    words[at]="$(_ROOT_plain "${words[at]}")"
  done
  local -a COMP_WORDS=("${words[@]}")
  local COMP_CWORD=$current
  _shtab_ROOT "$@"
  [[ -n "$cut" ]] && COMPREPLY=("${COMPREPLY[@]#"$cut"}")
  return 0
}
"""
_ZSH: Final = r"""
# the package that the line names
_ROOT_given() {
  local -a typed
  typed=("${(@Q)${(z)LBUFFER}}")
  given=()
  local -i at=${typed[(I)--pack]} joined=${typed[(I)--pack=*]}
  (( at )) && given=(--pack "${typed[at + 1]/#\~\//$HOME/}")
  (( joined > at )) && given=("${typed[joined]/#--pack=\~\//--pack=$HOME/}")
  return 0
}
"""
_FISH: Final = r"""
# the package that the line names
function _ROOT_given
  set -l next 0
  for typed in (commandline -opc)
    if test $next -eq 1
      printf '%s\n' --pack (string replace -r -- '^~/' "$HOME/" $typed)
    end
    set next 0
    if test "x$typed" = x--pack
      set next 1
    else if string match -q -- '--pack=*' $typed
      printf '%s\n' (string replace -r -- '^--pack=~/' "--pack=$HOME/" $typed)
    end
  end
end
"""
PREAMBLE: Final = {
    shell: text.replace("_ROOT", f"_{_ROOT}")
    for shell, text in (("bash", _BASH), ("zsh", _ZSH), ("fish", _FISH))
}
"""Shell → functions that its script begins with."""
_MENDED: Final = {
    "bash": (
        (f"-F _shtab_{_ROOT} {PROGRAM}", f"-F _{_ROOT}_complete {PROGRAM}"),
        ("compgen -f -- $1 ", 'compgen -f -- "$1" '),
        ("compgen -d -- $1 ", 'compgen -d -- "$1" '),
    ),
    "zsh": (("$zsh_eval_context[-1] == eval ]]", "$zsh_eval_context[-1] == (eval|file) ]]"),),
}
"""Shell → what stands in a script of shtab, and what must: each word as one, and `source` as good as `eval`."""
_VALUED: Final = re.compile(r'^( *"(?:\([^)"]*\))?\*?--[a-z-]+)(?=\[.*\]:)', re.MULTILINE)
"""An option of zsh that takes a value, which may stand behind `=` too."""


def mended(shell: str, script: str) -> str:
    """The script that shtab wrote, as it must be."""
    for written, wanted in _MENDED.get(shell, ()):
        script = script.replace(written, wanted)
    return _VALUED.sub(r"\1=", script) if shell == "zsh" else script


def asking(kind: str) -> dict[str, Any]:
    """How each shell asks for a list: a function of its own, or the command itself."""
    name, given = f"_{_ROOT}_{kind}", f"_{_ROOT}_given"
    command = f"{PROGRAM} completion --list {kind}"
    return {
        "bash": name,
        "zsh": name,
        "fish": f"({command} ({given}) 2>/dev/null)",
        "powershell": name,
        "preamble": {
            "bash": f"{name}() {{\n  local -a given\n  {given}\n"
            f'  compgen -W "$({command} ${{given[@]+"${{given[@]}}"}} 2>/dev/null)" -- "$1"\n}}',
            "zsh": f"{name}() {{\n  local -a found given\n  {given}\n"
            f'  found=(${{(f)"$({command} "${{given[@]}}" 2>/dev/null)"}})\n  compadd -a found\n}}',
            "powershell": f"function {name} {{\n  param([string]$WordToComplete)\n"
            f'  {command} 2>$null | Where-Object {{ $_ -like "$WordToComplete*" }}\n}}',
        },
    }
