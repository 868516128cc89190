import { describe, expect, it } from "vitest";
import { consoleMarkup, readable } from "@/components/ui/release/fixtures/console-markup";
import { started } from "@/lib/domain/release/fixtures/small-night";
import { OutputTools } from "./output-tools";
import { followsAfter } from "./use-scrolled-rows";

function toolsOf(given: { isFollowing: boolean; words?: string; hits?: number; hit?: number }): string {
  const { words = "", hits = 0, hit = -1, isFollowing } = given;
  const tools = (
    <OutputTools
      {...{ job: "job:3", words, hits, hit, isFollowing }}
      onWords={() => undefined}
      onGo={() => undefined}
      setFollowing={() => undefined}
    />
  );
  return consoleMarkup(tools, started());
}

describe("over the output", () => {
  it("is one button to stand still or to follow, pressed while it follows", () => {
    expect(toolsOf({ isFollowing: true })).toMatch(/aria-pressed="true"[^>]*>(?:(?!<\/button>).)*Pause/su);
    expect(toolsOf({ isFollowing: false })).toMatch(/aria-pressed="false"[^>]*>(?:(?!<\/button>).)*Follow/su);
  });

  it("a download has the whole of this job", () => {
    expect(toolsOf({ isFollowing: true })).toMatch(/href="[^"]*release-1[^"]*3[^"]*\?as=file" download/u);
  });

  it("what is searched for is counted, and where one stands in it", () => {
    expect(readable(toolsOf({ isFollowing: false, words: "FATAL" }))).toContain("not found");
    expect(readable(toolsOf({ isFollowing: false, words: "FATAL", hits: 7 }))).toContain("7 lines");
    expect(readable(toolsOf({ isFollowing: false, words: "FATAL", hits: 7, hit: 2 }))).toContain("3 of 7");
  });
});

describe("the end of the output", () => {
  const box = { height: 400, whole: 2_000 };

  it("is left by who scrolls up, and followed again by who comes back to it", () => {
    expect(followsAfter(true, { ...box, before: 1_600, top: 1_500 })).toBe(false);
    expect(followsAfter(false, { ...box, before: 1_500, top: 1_560 })).toBe(false);
    expect(followsAfter(false, { ...box, before: 1_560, top: 1_600 })).toBe(true);
  });

  it("stays left by who has paused there: what the page had scrolled itself is told late and changes nothing", () => {
    expect(followsAfter(false, { ...box, before: 1_600, top: 1_600 })).toBe(false);
    expect(followsAfter(true, { ...box, before: 1_600, top: 1_600 })).toBe(true);
  });

  it("is not left because there is less to see of it", () => {
    expect(followsAfter(true, { height: 600, whole: 2_000, before: 1_600, top: 1_400 })).toBe(true);
  });
});
