import { expect, it } from "vitest";
import { SourceWish } from "@/lib/contracts/sources";
import type { Actor } from "@/lib/domain/release/actor";
import type { SourceRecord, SourceStore } from "@/lib/ports/source-store";
import { defineSource, type SourcePorts } from "./administer-sources";

const actor: Actor = { kind: "person", person: "a", name: "a", permissions: ["administrator"] };

function withOneSource(): { ports: SourcePorts; stored: () => SourceRecord | null } {
  let record: SourceRecord | null = null;
  const sources: SourceStore = {
    list: async () => (record === null ? [] : [record]),
    find: async () => record,
    put: async (next) => {
      record = next;
      return true;
    },
    remove: async () => true,
    makeDefault: async () => true,
  };
  const secrets = { seal: (secret: string) => `sealed ${secret}`, open: () => null };
  return { ports: { sources, secrets, ids: { next: () => "id" } }, stored: () => record };
}

it.each([
  ["stays with another path", "https://prometheus.example/other", "sealed hush"],
  ["goes with another host", "https://elsewhere.example", null],
  ["goes with another port", "https://prometheus.example:9090", null],
  ["goes where it would travel in the clear", "http://prometheus.example", null],
])("a secret that is not given again %s", async (_, url, left) => {
  const { ports, stored } = withOneSource();
  const wish = { name: "p", kind: "prometheus" };
  const first = SourceWish.parse({ ...wish, url: "https://prometheus.example", secret: "hush" });
  await defineSource(ports, { actor, wish: first });
  await defineSource(ports, { actor, wish: SourceWish.parse({ ...wish, id: "id", url }) });
  expect(stored()?.sealedSecret).toBe(left);
});
