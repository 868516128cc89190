import { weighPages } from "../../scripts/check/bundle-budget";
import type { Workload } from "../harness/bench";
import { spreadOf } from "../harness/figures";

const wall = /^wall\//;
/** Next's own page for a wrong address: a page of this build without anything live on it. */
const nearlyEmpty = /^_not-found\//;

export const wallWeight: Workload = {
  id: "B10",
  run: async ({ product }) => {
    await product();
    const [ours] = await weighPages(wall);
    const [empty] = await weighPages(nearlyEmpty);
    const weight = spreadOf([ours?.kb ?? Number.NaN]);
    const faults = ours === undefined ? ["no page of the wall was built"] : [];
    return {
      id: "B10",
      title: "JavaScript of the wall's route, gzipped",
      standings: [],
      figures: [
        {
          what: "the wall, with everything its layouts bring",
          unit: "kB",
          value: weight,
          must: { is: "at most", bound: 165 },
          moonshot: { is: "at most", bound: 150 },
        },
        {
          what: "the page for a wrong address, of the same build",
          unit: "kB",
          value: spreadOf([empty?.kb ?? Number.NaN]),
        },
      ],
      faults,
      notes: [],
    };
  },
};
