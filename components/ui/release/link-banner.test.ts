import { expect, test } from "vitest";
import type { LinkState } from "@/lib/queries/release/link-state";
import english from "@/messages/en/console.json";
import englishWall from "@/messages/en/wall.json";
import chinese from "@/messages/zh-CN/console.json";
import chineseWall from "@/messages/zh-CN/wall.json";

const REASONS: Record<NonNullable<LinkState["goodbye"]>, true> = {
  signed_out: true,
  revoked: true,
  expired: true,
  forbidden: true,
  too_many_screens: true,
};

test.each([
  ["console, en", english.link.goodbye],
  ["console, zh-CN", chinese.link.goodbye],
  ["wall, en", englishWall.link],
  ["wall, zh-CN", chineseWall.link],
])("a screen that was sent away says why, whatever the reason was (%s)", (_, sentences) => {
  const said: Record<string, string> = sentences;
  for (const reason of Object.keys(REASONS)) expect(said[reason] ?? "", reason).not.toBe("");
});
