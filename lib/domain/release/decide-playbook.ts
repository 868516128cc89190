import type { PlaybookId } from "../plan/ids";
import { indexOf } from "../plan/plan-index";
import type { Thing } from "../policy/relations";
import type { Circumstances } from "./decision";
import { playbooksRaised } from "./playbook-match";
import type { Refusal } from "./refusal";
import { accepted, refuse, refuseBy, refused } from "./refuse";
import { releaseIs } from "./release-standing";
import { fact, type RuleTable } from "./rule";
import type { PlaybookRun, ReleaseState } from "./state";
import { TERMINAL_RELEASE } from "./transitions";

type RunAsked = { playbook: PlaybookId; run: number };

function findRun(state: ReleaseState, { playbook, run }: RunAsked): PlaybookRun | undefined {
  return state.playbooks.find((one) => one.playbook === playbook && one.run === run);
}

function playbookThing({ plan }: Circumstances, { playbook }: { playbook: PlaybookId }): Thing | Refusal {
  return indexOf(plan).playbooks.has(playbook) ? {} : refuse("unknown_id", "unknown-playbook", { id: playbook });
}

function runThing(circumstances: Circumstances, asked: RunAsked): Thing | Refusal {
  const thing = playbookThing(circumstances, asked);
  if ("kind" in thing || findRun(circumstances.state, asked) !== undefined) return thing;
  return refuse("unknown_id", "unknown-playbook-run", { id: asked.playbook, run: asked.run });
}

function runClosed({ state }: { state: ReleaseState }, asked: RunAsked): Refusal | null {
  const closed = findRun(state, asked)?.closed ?? null;
  if (closed === null) return null;
  const refusal = refuse("already", "playbook-already-closed", { playbook: asked.playbook, run: asked.run });
  return refuseBy(refusal, closed, "playbook.closed");
}

type PlaybookCommands = "playbook.open" | "playbook.step" | "playbook.close" | "playbook.dismiss" | "playbook.match";

/** How emergency playbooks rise, are opened, ticked, closed and put away. */
export const playbookRules = {
  "playbook.open": {
    thing: playbookThing,
    already: ({ state }, { playbook }) => {
      const open = state.playbooks.find((run) => run.playbook === playbook && run.closed === null);
      if (open === undefined) return null;
      const refusal = refuse("already", "playbook-already-open", { playbook, run: open.run });
      return refuseBy(refusal, open.opened, "playbook.opened");
    },
    carryOut: (situation, { playbook }) => {
      const run = situation.state.playbooks.filter((one) => one.playbook === playbook).length + 1;
      return accepted(fact(situation, { type: "playbook.opened", payload: { playbook, run } }));
    },
  },
  "playbook.step": {
    thing: (circumstances, command) => {
      const thing = runThing(circumstances, command);
      if ("kind" in thing) return thing;
      const steps = indexOf(circumstances.plan).playbooks.get(command.playbook)?.steps ?? [];
      if (steps.some((step) => step.id === command.step)) return thing;
      return refuse("unknown_id", "unknown-playbook-step", { id: command.step });
    },
    already: (situation, command) => {
      const closed = runClosed(situation, command);
      const done = findRun(situation.state, command)?.steps[command.step];
      if (closed !== null || done === undefined) return closed;
      return refuseBy(refuse("already", "playbook-step-already", { step: command.step }), done, "playbook.step_done");
    },
    carryOut: (situation, { playbook, run, step }) =>
      accepted(fact(situation, { type: "playbook.step_done", payload: { playbook, run, step } })),
  },
  "playbook.close": {
    thing: runThing,
    already: runClosed,
    text: ({ outcome }) => outcome,
    carryOut: (situation, { playbook, run, outcome }) => {
      const payload = { playbook, run, outcome: outcome.trim() };
      return accepted(fact(situation, { type: "playbook.closed", payload }));
    },
  },
  "playbook.dismiss": {
    thing: playbookThing,
    now: ({ state }, { playbook }) => {
      const own = state.matches[playbook];
      return own === undefined || own.ended !== null
        ? refuse("not_allowed_now", "playbook-not-risen", { playbook })
        : null;
    },
    text: ({ reason }) => reason,
    carryOut: (situation, { playbook, reason }) =>
      accepted(fact(situation, { type: "playbook.dismissed", payload: { playbook, reason: reason.trim() } })),
  },
  "playbook.match": {
    thing: ({ state }, { job }) =>
      state.jobs[job] === undefined ? refuse("unknown_id", "unknown-job", { id: job }) : {},
    now: ({ state }) => (TERMINAL_RELEASE.has(state.status) ? releaseIs(state) : null),
    carryOut: (situation, { job, pattern }) => {
      const raised = playbooksRaised(situation, { kind: "output", job, pattern });
      return raised.length > 0 ? accepted(...raised) : refused(refuse("already", "playbook-already-risen"));
    },
  },
} satisfies Pick<RuleTable, PlaybookCommands>;
