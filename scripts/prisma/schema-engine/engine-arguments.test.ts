import { expect, test } from "vitest";
import { parseEngineArguments } from "./engine-arguments";

test("reads the schema's files and the database out of the CLI's command line", () => {
  const datasource = JSON.stringify({ url: "postgresql://db/main", shadowDatabaseUrl: "postgresql://db/shadow" });
  const argv = ["--datamodels", "a.prisma", "--datamodels", "b.prisma", "--datasource", datasource];
  expect(parseEngineArguments(argv, "postgresql://elsewhere/x")).toEqual({
    datamodels: ["a.prisma", "b.prisma"],
    url: "postgresql://db/main",
    shadowUrl: "postgresql://db/shadow",
    words: [],
    wantsVersion: false,
  });
});

test("commands are words, an option takes its value with it, and the environment's database is the fallback", () => {
  const parsed = parseEngineArguments(["--unknown", "value", "cli", "create-database"], "postgresql://env/x");
  expect(parsed.words).toEqual(["cli", "create-database"]);
  expect(parsed.url).toBe("postgresql://env/x");
  expect(parseEngineArguments(["--datasource", "{}"], "postgresql://env/x").url).toBe("postgresql://env/x");
});
