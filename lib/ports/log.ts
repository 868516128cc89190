type Facts = Record<string, unknown>;

/** The process's own log, not the release's. */
export interface Log {
  info(facts: Facts, sentence: string): void;
  warn(facts: Facts, sentence: string): void;
  error(facts: Facts, sentence: string): void;
}
