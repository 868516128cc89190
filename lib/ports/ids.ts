/** Makes ids that nobody guesses and no two instances share. */
export interface Ids {
  next(): string;
}
