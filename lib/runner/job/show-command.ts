/** One element of a command as a shell would take it; for eyes only, nothing is run from it. */
function showElement(element: string): string {
  if (/^[A-Za-z0-9_./:=@%+,-]+$/u.test(element)) return element;
  if (!/\p{Cc}/u.test(element)) return `'${element.replaceAll("'", "'\\''")}'`;
  const escaped = element
    .replaceAll("\\", "\\\\")
    .replaceAll("'", "\\'")
    .replace(/\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
  return `$'${escaped}'`;
}

/** The exact words of a command, in one line. */
export function showCommand(command: readonly string[]): string {
  return command.map(showElement).join(" ");
}
