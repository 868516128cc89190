/** The rows with one more after a place (-1 = in front of all). */
export function insertAfter<Row>(rows: readonly Row[], index: number, row: Row): Row[] {
  return rows.toSpliced(index + 1, 0, row);
}

export function removeAt<Row>(rows: readonly Row[], index: number): Row[] {
  return rows.toSpliced(index, 1);
}

export function replaceAt<Row>(rows: readonly Row[], index: number, row: Row): Row[] {
  return rows.map((one, at) => (at === index ? row : one));
}

/** The rows with one of them moved so many places down (negative: up); beyond either end it stays where it is. */
export function moveBy<Row>(rows: readonly Row[], index: number, places: number): Row[] {
  const to = index + places;
  const row = rows[index];
  if (row === undefined || to < 0 || to >= rows.length) return [...rows];
  return rows.toSpliced(index, 1).toSpliced(to, 0, row);
}

/** An id of its kind that none of these has: names a new part until it is saved, when its place gives it one. */
export function freshId<Kind extends string>(kind: Kind, taken: readonly string[]): `${Kind}:${string}` {
  let number = 1;
  while (taken.includes(`${kind}:new-${number}`)) number += 1;
  return `${kind}:new-${number}`;
}
