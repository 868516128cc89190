/** A line that opens a block of a configuration file: words, then a brace; what a shell opens so is named `name() {` or begins a word of its own. */
const OPENS_BLOCK =
  /^[ \t]*(?!(?:function|if|then|else|elif|for|while|until|do|case|select|time)\b)[A-Za-z_][\w.-]*(?:[ \t]+[^\s(){}|;&<>$]+)*[ \t]*\{[ \t]*$/mu;
const CLOSES_BLOCK = /^[ \t]*\}[ \t]*$/mu;

/** Commands that go on until somebody ends them. */
const ENDLESS: readonly RegExp[] = [
  /\bkubectl\b[^\n|;&]*\blogs\b[^\n|;&]*[ \t](?:-[a-zA-Z]*f\b|--follow\b)/u,
  /\b(?:docker|docker-compose|podman|journalctl|stern)\b[^\n|;&]*[ \t](?:-[a-zA-Z]*f\b|--follow\b)/u,
  /\btail\b[^\n|;&]*[ \t](?:-[a-zA-Z0-9]*[fF]\b|--follow\b)/u,
  /\bkubectl\b[^\n|;&]*[ \t](?:-w\b|--watch\b)/u,
  /(?:^|[;&|(]|\bsudo\b)[ \t]*watch[ \t]/mu,
  /(?:^|[;&|(])[ \t]*(?:top|htop)\b(?![^\n]*[ \t]-[a-zA-Z]*b)/mu,
  /\bwhile[ \t]+(?:true|:)[ \t]*(?:;|\n)/u,
];

function withoutComments(commands: string): string {
  return commands.replaceAll(/^[ \t]*#.*$/gmu, "").replaceAll(/[ \t]#.*$/gmu, "");
}

/** Whether a text holds configuration to be put into a file, such as an `upstream … { … }`, and no commands alone: it is shown and never run. */
export function holdsConfiguration(commands: string): boolean {
  const text = withoutComments(commands);
  return OPENS_BLOCK.test(text) && CLOSES_BLOCK.test(text);
}

/** Whether a text has a command in it that does not end by itself: its output is followed, and it is given an end. */
export function isEndless(commands: string): boolean {
  const text = withoutComments(commands);
  return ENDLESS.some((pattern) => pattern.test(text));
}
