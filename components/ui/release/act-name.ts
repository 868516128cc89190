/** The act that an opener names: the ellipsis says that a question follows, and the question's own button asks nothing more. */
export function actName(label: string): string {
  return label.replace(/\s*(?:…|\.\.\.)$/u, "");
}
