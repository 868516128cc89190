import pg from "pg";

// adapter-pg does not know the catalogue's own types; introspection reads them all the time. name, "char"[] and name[]
// pass as text. "char" must arrive as a character, a kind that no type of adapter-pg leads to: it travels as `timetz`,
// which no catalogue has, and `migrationAdapter` gives it its right kind.
const instead = new Map([
  [18, 1266],
  [19, 25],
  [1002, 1009],
  [1003, 1009],
]);

type Answer = { fields?: { dataTypeID: number }[] };

function relabel<T>(answers: T): T {
  for (const answer of [answers].flat() as Answer[]) {
    for (const field of answer?.fields ?? []) field.dataTypeID = instead.get(field.dataTypeID) ?? field.dataTypeID;
  }
  return answers;
}

/** A pg client whose answers show the catalogue's own types as ones that adapter-pg knows. */
export class CatalogueClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const query = this.query.bind(this);
    Object.assign(this, {
      // A pool passes a callback, everyone else awaits: both ways out are covered.
      query: (...parameters: unknown[]) => {
        const last = parameters.at(-1);
        if (typeof last === "function") {
          parameters[parameters.length - 1] = (error: unknown, answer: unknown) => last(error, relabel(answer));
          return Reflect.apply(query, undefined, parameters);
        }
        const pending: unknown = Reflect.apply(query, undefined, parameters);
        return pending instanceof Promise ? pending.then(relabel) : pending;
      },
    });
  }
}
