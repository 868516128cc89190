import { expect, test } from "vitest";
import { maskUrl, reachableHost, readSettings } from "./settings";

test("without any setting it serves this machine alone on 3000 and keeps its data beside the project", () => {
  expect(readSettings({}, "/srv/holdpoint")).toEqual({
    port: 3000,
    host: "127.0.0.1",
    publicUrl: "http://127.0.0.1:3000",
    dataDir: "/srv/holdpoint/data",
    databaseUrl: undefined,
    migrationUrl: undefined,
  });
});

test("an empty setting is no setting", () => {
  expect(readSettings({ PORT: "", HOST: " ", DATABASE_URL: "" }, "/srv")).toEqual(readSettings({}, "/srv"));
});

test.each(["0", "65536", "http", "80.5", "-1"])("refuses %s as a port", (PORT) => {
  expect(() => readSettings({ PORT }, "/srv")).toThrow(`PORT is "${PORT}"`);
});

test("the public address is an origin and nothing more", () => {
  expect(readSettings({ PUBLIC_URL: "https://go.example.com/" }, "/").publicUrl).toBe("https://go.example.com");
  expect(() => readSettings({ PUBLIC_URL: "https://go.example.com/app" }, "/")).toThrow("PUBLIC_URL");
  expect(() => readSettings({ PUBLIC_URL: "go.example.com" }, "/")).toThrow("PUBLIC_URL");
});

test("the application's database is migrated by its own role unless an owner is named", () => {
  const app = "postgresql://app@db/holdpoint";
  const owner = "postgres://owner@db/holdpoint";
  expect(readSettings({ DATABASE_URL: app }, "/").migrationUrl).toBe(app);
  expect(readSettings({ DATABASE_URL: app, DATABASE_MIGRATION_URL: owner }, "/").migrationUrl).toBe(owner);
  expect(() => readSettings({ DATABASE_URL: "mysql://db/holdpoint" }, "/")).toThrow("DATABASE_URL");
});

test("a listener on every address is reached through this machine's own", () => {
  expect(["0.0.0.0", "::", "::1", "10.0.0.7"].map(reachableHost)).toEqual(["127.0.0.1", "[::1]", "[::1]", "10.0.0.7"]);
});

test("no password is ever shown", () => {
  expect(maskUrl("postgresql://app:s3cret@db:5432/holdpoint?sslpassword=t0p")).toBe(
    "postgresql://app:***@db:5432/holdpoint?sslpassword=***",
  );
});
