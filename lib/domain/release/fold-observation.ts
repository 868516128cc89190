import type { FoldTable } from "./fold";
import type { Mark, PlaybookRun, ReleaseState } from "./state";

type RunKey = { playbook: PlaybookRun["playbook"]; run: number };

function withRun(state: ReleaseState, key: RunKey, change: (run: PlaybookRun) => PlaybookRun): ReleaseState {
  return {
    ...state,
    playbooks: state.playbooks.map((run) => (run.playbook === key.playbook && run.run === key.run ? change(run) : run)),
  };
}

function trafficAfter(traffic: ReleaseState["traffic"], share: number, mark: Mark): ReleaseState["traffic"] {
  return { ...traffic, wanted: share, takenBack: share < traffic.wanted ? mark : null };
}

/** Folds of what is watched: traffic, checks, sources, playbooks, and what follows a release. */
export const observationFolds = {
  "traffic.set": ({ state, mark }, { share }) => ({ ...state, traffic: trafficAfter(state.traffic, share, mark) }),
  "check.verdict": ({ state, mark }, { check, verdict, sentence }) => ({
    ...state,
    checks: { ...state.checks, [check]: { verdict, sentence, since: mark.at } },
  }),
  "source.lost": ({ state, mark }, { source }) => ({ ...state, blind: state.blind ?? { since: mark.at, source } }),
  "source.found": ({ state }, { source }) => (state.blind?.source === source ? { ...state, blind: null } : state),
  "trigger.proposed": ({ state, mark }, { trigger, evidence }) => ({
    ...state,
    proposals: { ...state.proposals, [trigger]: { ...mark, evidence } },
  }),
  "trigger.dismissed": ({ state }, { trigger }) => {
    const { [trigger]: _dismissed, ...proposals } = state.proposals;
    return { ...state, proposals };
  },
  "observation.completed": ({ state, mark }, { window, note, early }) => ({
    ...state,
    windows: { ...state.windows, [window]: { ...mark, note, early } },
  }),
  "criterion.judged": ({ state, mark }, { criterion, met, evidence }) => ({
    ...state,
    criteria: { ...state.criteria, [criterion]: { ...mark, met, evidence } },
  }),
  "followup.completed": ({ state, mark }, { followup, note }) => ({
    ...state,
    followups: { ...state.followups, [followup]: { ...mark, note } },
  }),
  "playbook.opened": ({ state, mark }, { playbook, run }) => ({
    ...state,
    playbooks: [...state.playbooks, { playbook, run, opened: mark, steps: {}, closed: null }],
  }),
  "playbook.step_done": ({ state, mark }, { playbook, run, step }) =>
    withRun(state, { playbook, run }, (own) => ({ ...own, steps: { ...own.steps, [step]: mark } })),
  "playbook.closed": ({ state, mark }, { playbook, run, outcome }) =>
    withRun(state, { playbook, run }, (own) => ({ ...own, closed: { ...mark, outcome } })),
} satisfies Partial<FoldTable>;
