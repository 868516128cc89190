import type { PlaybookId } from "../plan/ids";
import type { FoldTable } from "./fold";
import { withoutCall } from "./fold-watch";
import { withoutJobCalls } from "./job-calls-over";
import { risen } from "./playbook-standing";
import type { Mark, PlaybookMatch, PlaybookRun, ReleaseState } from "./state";

type RunKey = { playbook: PlaybookRun["playbook"]; run: number };

function withRun(state: ReleaseState, key: RunKey, change: (run: PlaybookRun) => PlaybookRun): ReleaseState {
  return {
    ...state,
    playbooks: state.playbooks.map((run) => (run.playbook === key.playbook && run.run === key.run ? change(run) : run)),
  };
}

/** Who has worked through a playbook, or put its card away, has ended what it rose for. */
function withoutCard(state: ReleaseState, playbook: PlaybookId, ended: PlaybookMatch["ended"]): ReleaseState {
  const own = state.matches[playbook];
  if (own === undefined || own.ended !== null) return state;
  return { ...state, matches: { ...state.matches, [playbook]: { ...own, ended } } };
}

function trafficAfter(traffic: ReleaseState["traffic"], share: number, mark: Mark): ReleaseState["traffic"] {
  // Nobody has seen the new share yet: what was observed of the old one says nothing about it.
  return { wanted: share, observed: null, inBand: null, takenBack: share < traffic.wanted ? mark : null };
}

/** What failed under another share is news when it fails under this one: a trigger must not be silent because it was seen before. */
function checksAfter({ checks, traffic }: ReleaseState, share: number): ReleaseState["checks"] {
  if (share === traffic.wanted) return checks;
  return Object.fromEntries(Object.entries(checks).filter(([, { verdict }]) => verdict !== "failed"));
}

/** Folds of what people see to: traffic, proposals, playbooks, and what follows a release. */
export const observationFolds = {
  "traffic.set": ({ state, mark }, { share }) => ({
    ...withoutJobCalls(state, ({ purpose }) => purpose.kind === "traffic"),
    checks: checksAfter(state, share),
    dismissed: share === state.traffic.wanted ? state.dismissed : {},
    traffic: trafficAfter(state.traffic, share, mark),
  }),
  "trigger.proposed": ({ state, mark }, { trigger, evidence }) => ({
    ...state,
    proposals: { ...state.proposals, [trigger]: { ...mark, evidence } },
  }),
  "trigger.dismissed": ({ state, mark }, { trigger, reason }) => {
    const { [trigger]: _dismissed, ...proposals } = state.proposals;
    const dismissed = { ...state.dismissed, [trigger]: { ...mark, reason } };
    return withoutCall({ ...state, proposals, dismissed }, { kind: "trigger", trigger });
  },
  "observation.completed": ({ state, mark }, { window, ...told }) => ({
    ...state,
    windows: { ...state.windows, [window]: { ...mark, ...told } },
  }),
  "criterion.judged": ({ state, mark }, { criterion, ...told }) => ({
    ...state,
    criteria: { ...state.criteria, [criterion]: { ...mark, ...told } },
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
    withRun(withoutCard(state, playbook, { ...mark, reason: outcome }), { playbook, run }, (own) => ({
      ...own,
      closed: { ...mark, outcome },
    })),
  "playbook.matched": ({ state, mark }, { playbook, cause }) => ({
    ...state,
    matches: { ...state.matches, [playbook]: risen(state.matches[playbook], mark, cause) },
  }),
  "playbook.dismissed": ({ state, mark }, { playbook, reason }) => withoutCard(state, playbook, { ...mark, reason }),
} satisfies Partial<FoldTable>;
