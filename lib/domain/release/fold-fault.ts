import type { FoldTable } from "./fold";
import { scriptAfterClearing, scriptAfterInjection, scriptGiven } from "./script-state";

/** Folds of what a rehearsal's shop suffers, and of the script that makes it. */
export const faultFolds = {
  "fault.injected": ({ state, mark }, { fault, percent, row }) => ({
    ...state,
    faults: { ...state.faults, [fault]: { ...mark, percent } },
    script: scriptAfterInjection(state.script, { fault, row: row ?? null, at: mark.releaseAt }),
  }),
  "fault.cleared": ({ state }, { fault }) => {
    const { [fault]: _cleared, ...faults } = state.faults;
    return { ...state, faults, script: scriptAfterClearing(state.script, fault) };
  },
  "fault.scripted": ({ state, mark }, given) => ({ ...state, script: scriptGiven(state, mark, given) }),
} satisfies Partial<FoldTable>;
