/** "0.3 s", "12 s", "2 min 5 s". */
export function formatDuration(ms: number): string {
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** One calm line of progress: what, and how it stands. */
export function say(what: string, how: string): void {
  process.stdout.write(`  ${what.padEnd(12)} ${how}\n`);
}

/** Does a step that may take a while, and says at its beginning and at its end where it stands. */
export async function sayWhile<T>(
  what: string,
  { doing, done }: { doing: string; done: string },
  act: () => Promise<T>,
) {
  const started = performance.now();
  say(what, `${doing} …`);
  const result = await act();
  say(what, `${done} (${formatDuration(performance.now() - started)})`);
  return result;
}
