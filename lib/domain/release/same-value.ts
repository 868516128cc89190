/** Whether two values are the same as JSON: the order of keys and absent (undefined) fields do not matter. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = fields(a);
  const right = fields(b);
  if (left.size !== right.size) return false;
  for (const [name, value] of left) if (!right.has(name) || !sameValue(value, right.get(name))) return false;
  return true;
}

function fields(value: object): Map<string, unknown> {
  return new Map(Object.entries(value).filter(([, field]) => field !== undefined));
}
