import { readFileSync } from "node:fs";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { checkRows } from "@/components/ui/watch/check-rows";
import type { Round } from "@/lib/contracts/round";
import type { CheckId } from "@/lib/domain/plan/ids";
import { forecast } from "@/lib/domain/release/forecast";
import { releaseTime } from "@/lib/domain/release/time";
import { fill, flattenWords } from "@/lib/i18n/words";
import { withRound } from "@/lib/queries/release/history";
import { measuredSample, openNight } from "@/lib/rehearsal/fixtures/sample-night";
import { CheckTile } from "./check-tile";
import { Ribbon } from "./ribbon";
import { type Scene, SceneContext } from "./scene";
import { StandTile } from "./stand-tile";
import { WallFooter } from "./wall-footer";

const catalogue = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../messages/zh-CN/${name}.json`, import.meta.url), "utf8"));
const words = { ...flattenWords(catalogue("wall")), ...flattenWords(catalogue("phrases"), "phrases.") };
const plan = measuredSample();
let scene: Scene;

/** A wall at 5 %, ten minutes after the shift, one second after its last round. */
async function openScene(): Promise<Scene> {
  const night = openNight(plan, { seed: "wall", speed: 30 });
  night.play.happen({ type: "stage.started", payload: { stage: "stage:5", run: 1 } });
  night.play.happen({
    type: "gate.overridden",
    payload: { gate: "gate:1", round: 1, reason: "a test", unmet: [], evidence: null },
  });
  night.shift(5);
  const rounds: Round[] = [];
  await night.until(10, (round) => {
    rounds.push(round);
    return false;
  });
  const history = rounds.reduce<Scene["history"]>(withRound, {});
  const round = rounds.at(-1) ?? null;
  const realNow = (round?.evidence.roundAt ?? 0) + 1_000;
  const state = night.play.state();
  return {
    ...{ plan, state, events: night.play.events(), head: "9f2c0000a71e", approved: true, round, history, realNow },
    now: releaseTime(state.clock, realNow),
    forecast: forecast(plan, state, realNow),
    link: { status: "live", sinceMs: 0, heardMs: 300, databaseUp: true, goodbye: null },
    watchers: [],
    locale: "zh-CN",
    say: (key, values) => fill(words[key] ?? key, values ?? {}),
  };
}

beforeAll(async () => {
  scene = await openScene();
});

const markup = (node: ReactNode, at: Scene = scene) =>
  renderToStaticMarkup(<SceneContext value={at}>{node}</SceneContext>);
const rowOf = (id: CheckId, at: Scene = scene) => {
  const row = checkRows(plan, at.state, at.round).find(({ check }) => check.id === id);
  if (row === undefined) throw new Error("The sample plan measures this.");
  return row;
};
const text = (html: string) =>
  html
    .replaceAll(/<[^>]*>/gu, " ")
    .replaceAll("&lt;", "<")
    .replaceAll(/\s+/gu, " ");

describe("a tile", () => {
  it("sets the new version against the old one, by name, and draws a line of each", () => {
    const html = markup(<CheckTile row={rowOf("check:1.2")} />);
    expect(html).toMatch(/class="w-old">v0\.9 [\d.]+</u);
    expect(html).toMatch(/class="w-figure">[\d.]+<small>ms/u);
    expect(html).toMatch(/class="spark-old" d="M/u);
    expect(html).toMatch(/class="spark-new" d="M/u);
  });

  it("has the plan's threshold as a labelled line, the verdict's word, its sentence, and its age", () => {
    const html = markup(<CheckTile row={rowOf("check:1.1")} />);
    expect(html).toMatch(/class="spark-threshold" d="M0 [\d.]+H/u);
    expect(text(html)).toContain("< 0.1%");
    expect(html).toMatch(/data-verdict="passed"/u);
    expect(text(html)).toContain("通过");
    expect(text(html)).toMatch(/低于 0\.1 %：[\d,]+ 次请求中 \d+ 次/u);
    expect(text(html)).toMatch(/\d s 前/u);
  });

  it("grows old: amber, then hatched with words instead of its verdict", () => {
    const later = (seconds: number): Scene => ({ ...scene, realNow: scene.realNow + seconds * 1_000 });
    const row = rowOf("check:1.1");
    expect(markup(<CheckTile row={row} />)).toContain('data-age="fresh"');
    expect(markup(<CheckTile row={row} />, later(20))).toContain('data-age="old"');
    const gone = markup(<CheckTile row={row} />, later(70));
    expect(gone).toContain('data-age="gone"');
    expect(text(gone)).toContain("无数据");
    expect(text(gone)).not.toContain("通过");
  });
});

it("the footer has three lamps: the link, the metric source with its age, the traffic source with what it sees", () => {
  const html = markup(<WallFooter />);
  expect(html.match(/class="w-lamp[ "]/gu)).toHaveLength(3);
  expect(text(html)).toMatch(/大屏链路 .*指标源 simulated shop .*流量源/u);
});

it("what is measured in a rehearsal is marked as simulated beside the tiles", () => {
  expect(text(markup(<StandTile />))).toContain("模拟数据");
});

it("the time axis has the stage that runs, with its boundary, and what was decided at its gate", () => {
  const html = markup(<Ribbon />);
  expect(html).toContain("5%");
  expect(html).not.toBe(markup(<Ribbon />, { ...scene, state: openedOnly(scene) }));
});

/** The same release as if nothing had begun and nothing had been decided. */
function openedOnly({ state }: Scene): Scene["state"] {
  const { "gate:1": gate, ...gates } = state.gates;
  return gate === undefined
    ? state
    : { ...state, gates: { ...gates, "gate:1": { ...gate, status: "shut", decision: null, override: null } } };
}
