/** Whether a statement failed because a row of this table's primary key was there already (SQLSTATE 23505). */
export function isUniqueViolation(error: unknown, table: string): boolean {
  if (!(error instanceof Error)) return false;
  const text = `${error.message} ${JSON.stringify(Reflect.get(error, "meta") ?? {})}`;
  const code: unknown = Reflect.get(error, "code");
  const isUnique = code === "P2002" || text.includes("23505") || text.includes("UniqueConstraint");
  return isUnique && text.includes(table);
}
