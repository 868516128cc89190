import type { TrafficProbe } from "@/lib/contracts/traffic";
import { askMark } from "./ask-proxy";
import { type Change, refuse, sampleTwice } from "./change";
import { readHeader } from "./read-header";
import { Tally } from "./sides";

/** Whether nginx runs what its file says, and serves so. Changes nothing. */
export async function lookAtProxy(change: Change, mended: boolean): Promise<TrafficProbe> {
  const { settings, file, watch } = change;
  const generation = readHeader((await file.read()) ?? "");
  if (generation === null) {
    return { kind: "standing", share: null, fence: null, mended, sampled: [], phases: watch.phases };
  }
  const { share, fence, mark } = generation;
  const looking = { ...change, order: { share, fence } };
  const running = await askMark(settings);
  if (running !== mark) {
    const what = running === null ? "nobody listens there" : "nginx runs another generation than the file";
    const detail = `127.0.0.1:${settings.probe.port}: ${what}`;
    return refuse(looking, { because: "not_as_set", detail }, { standing: "unknown" });
  }
  const tally = new Tally();
  const trouble = await watch.time("probe", () => sampleTwice(looking, generation, tally));
  if (trouble !== null) return refuse(looking, { ...trouble, because: "not_as_set" }, { standing: "unknown" });
  return { kind: "standing", share, fence, mended, sampled: tally.versions(), phases: watch.phases };
}
