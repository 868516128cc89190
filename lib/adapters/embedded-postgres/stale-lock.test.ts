import { expect, test } from "vitest";
import { isPostgresOn } from "./stale-lock";

test.each([
  ["/opt/native/bin/postgres -D /srv/data/postgres -p 15432", true],
  ["/opt/native/bin/postgres -D /home/other/postgres -p 15432", false],
  ["node scripts/start.mjs /srv/data", false],
  ["", false],
  [undefined, false],
])("%s: a server on our folder is %s", (commandLine, expected) => {
  expect(isPostgresOn("/srv/data/postgres", commandLine)).toBe(expected);
});
