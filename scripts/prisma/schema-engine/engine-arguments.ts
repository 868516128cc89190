export type EngineArguments = {
  datamodels: string[];
  url: string | undefined;
  shadowUrl: string | undefined;
  /** Words that are no option: `cli can-connect-to-database`, or none for the JSON-RPC mode. */
  words: string[];
  wantsVersion: boolean;
};

/** Reads the command line that Prisma's CLI gives to a schema engine; options it does not need are passed over. */
export function parseEngineArguments(argv: readonly string[], fallbackUrl: string | undefined): EngineArguments {
  const parsed: EngineArguments = {
    datamodels: [],
    url: fallbackUrl,
    shadowUrl: undefined,
    words: [],
    wantsVersion: argv.includes("--version") || argv.includes("-V"),
  };
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? "";
    if (!word.startsWith("--")) {
      parsed.words.push(word);
      continue;
    }
    index += 1;
    const value = argv[index];
    if (word === "--datamodels" && value !== undefined) parsed.datamodels.push(value);
    if (word === "--datasource" && value !== undefined) Object.assign(parsed, parseDatasource(value, fallbackUrl));
  }
  return parsed;
}

function parseDatasource(json: string, fallbackUrl: string | undefined) {
  const datasource: unknown = JSON.parse(json);
  return {
    url: stringField(datasource, "url") ?? fallbackUrl,
    shadowUrl: stringField(datasource, "shadowDatabaseUrl"),
  };
}

function stringField(value: unknown, name: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const field: unknown = Reflect.get(value, name);
  return typeof field === "string" && field !== "" ? field : undefined;
}
