import { describe, expect, it } from "vitest";
import { trafficPermit } from "./traffic-permit";

type Wish = { lane?: "ordinary" | "rollback"; answers?: boolean[]; clocks?: number[][]; isCancelled?: boolean };

function asking({ lane = "ordinary", answers = [], clocks = [], isCancelled = false }: Wish) {
  const stop = new AbortController();
  let asked = 0;
  const ask = async () => {
    asked += 1;
    const answer = answers.shift();
    if (answer === undefined) throw new Error("nobody answers");
    return answer;
  };
  const parts = { lane, withdrawn: stop.signal, isCancelled: () => isCancelled, ask };
  const permit = trafficPermit(parts, () => clocks.shift() ?? [0, 0]);
  return { permit, stop, may: () => permit.mayStill(permit.withdrawn), asked: () => asked };
}

describe("the leave to move traffic", () => {
  it("is the server's answer, asked for anew each time", async () => {
    const { may, asked } = asking({ answers: [true, false] });
    expect([await may(), await may(), asked()]).toEqual([true, false, 2]);
  });

  it("is not there while nobody answers", async () => {
    expect(await asking({}).may()).toBe(false);
  });

  it.each([
    ["the machine slept, which one clock does not count", [4000, 10]],
    ["the time of day was set back while the process stood still", [-90_000, 4000]],
  ])("is asked for once more when the answer has grown old: %s", async (_, later) => {
    const gone = asking({ answers: [true, false], clocks: [[0, 0], later] });
    expect([await gone.may(), gone.asked()]).toEqual([false, 2]);
    const still = asking({ answers: [true, true], clocks: [[0, 0], later] });
    expect([await still.may(), still.asked()]).toEqual([true, 2]);
  });

  it("is gone without asking once the job must end, also where the word comes while it is asked", async () => {
    const known = asking({ answers: [true] });
    known.stop.abort();
    expect([await known.may(), known.asked()]).toEqual([false, 0]);
    const meanwhile = asking({ answers: [true] });
    const may = meanwhile.may();
    meanwhile.stop.abort();
    expect(await may).toBe(false);
  });

  it("of a rollback was given with its start: it waits for nobody, and ends only when somebody cancels it", async () => {
    const rollback = asking({ lane: "rollback" });
    rollback.stop.abort();
    expect([await rollback.may(), rollback.asked(), rollback.permit.withdrawn.aborted]).toEqual([true, 0, false]);
    expect(await asking({ lane: "rollback", isCancelled: true }).may()).toBe(false);
  });
});
