type Options =
  | { kind: "run"; path: string }
  | { kind: "check"; path: string }
  | { kind: "keep" }
  | { kind: "misuse"; sentence: string };

const USAGE = "Say which file describes this host: npm run runner -- --config runner.yaml [--check]";

/** What the runner was called with. */
export function readOptions(words: readonly string[]): Options {
  if (words.length === 1 && words[0] === "keep") return { kind: "keep" };
  const rest = words.filter((word) => word !== "--check");
  const [flag, path, ...more] = rest;
  if (flag !== "--config" || path === undefined || more.length > 0) return { kind: "misuse", sentence: USAGE };
  return { kind: words.length === rest.length ? "run" : "check", path };
}
