/** SHA-256 in hex over RFC 8785 JSON. */
export interface Hasher {
  hash(value: unknown): string;
  /** Over the UTF-8 bytes of a text. */
  hashText(text: string): string;
  /** Over the previous hash and the value: one link of a chain. */
  chain(previous: string, value: unknown): string;
}
