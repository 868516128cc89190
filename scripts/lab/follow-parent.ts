/** A part of the lab ends with it, however it ends: its standard input is a pipe that only the lab holds. */
export function followParent(): void {
  process.stdin.on("close", () => process.exit(0));
  process.stdin.resume();
}
