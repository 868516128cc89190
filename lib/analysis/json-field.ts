const STEP = /^(?:\.?([^.[\]"]+)|\[(\d+)\]|\["([^"]*)"\])/u;

/** The steps of a path such as `$.checks[0].lag`, `checks[0]["lag.ms"]` or `lag`; null where it is none. */
export function fieldSteps(path: string): (string | number)[] | null {
  let rest = path.trim().replace(/^\$\.?/u, "");
  const steps: (string | number)[] = [];
  while (rest !== "") {
    const found = STEP.exec(rest);
    if (found === null) return null;
    const [whole, name, index, quoted] = found;
    steps.push(index === undefined ? (name ?? quoted ?? "") : Number(index));
    rest = rest.slice(whole.length);
  }
  return steps.length === 0 ? null : steps;
}

/** What stands at a path of a JSON document; undefined where nothing does. Only what the document itself has is found. */
export function fieldAt(document: unknown, steps: readonly (string | number)[]): unknown {
  let found = document;
  for (const step of steps) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, step)) return undefined;
    found = Reflect.get(found, step);
  }
  return found;
}
