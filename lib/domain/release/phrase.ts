/**
 * A sentence without its language: the key of a template in `messages/…/phrases.json` and what fills it. Templates use plain
 * `{name}` placeholders only, so that the wall can fill them without a message library.
 */
export type Phrase = {
  key: string;
  values: Record<string, string | number>;
  /** Values that are words of ours: name → key below `word` in the same file. */
  words?: Record<string, string>;
};
