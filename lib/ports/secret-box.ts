/** Seals secrets for the database. What is sealed names its key, so that keys can be changed. */
export interface SecretBox {
  seal(secret: string): string;
  /** Null when it was sealed with a key that is not there, or was changed. */
  open(sealed: string): string | null;
}
