import type { Finding } from "@/lib/domain/plan/finding";
import type { Stage, StageKind, StepGroup } from "@/lib/domain/plan/plan";
import { readPercent } from "./durations";
import { finding } from "./findings";
import { comparable } from "./match-word";
import { kindOfWork, shareOfWork } from "./stage-meaning";

/** What a group of steps is for, by its name. */
type Purpose = { kind: StageKind | null; share: number | null; words: Set<string> };

/** Pairs of Chinese characters and whole Latin words: what two names can have in common. */
function wordsOf(text: string): Set<string> {
  const plain = comparable(text);
  const latin = plain.match(/[a-z][a-z0-9-]+/g) ?? [];
  const han = (plain.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    [...run].slice(1).map((char, index) => `${[...run][index] ?? ""}${char}`),
  );
  return new Set([...latin, ...han]);
}

function purposeOf(group: StepGroup): Purpose {
  const kind = kindOfWork("", group.name);
  const share = kind === "shift" ? shareOfWork("", group.name) : readPercent(group.name);
  return { kind, share, words: wordsOf(group.name) };
}

function common(words: ReadonlySet<string>, stage: Stage): number {
  const theirs = wordsOf(`${stage.label} ${stage.name}`);
  return [...words].filter((word) => theirs.has(word)).length;
}

/** Of several stages of one kind those whose names have most in common with the group; none when nothing is. */
function closest(words: ReadonlySet<string>, stages: readonly Stage[]): Stage[] {
  if (stages.length < 2) return [...stages];
  const scores = stages.map((stage) => common(words, stage));
  const best = Math.max(...scores);
  return best === 0 ? [] : stages.filter((_, index) => scores[index] === best);
}

function stagesFor({ kind, share, words }: Purpose, stages: readonly Stage[]): Stage[] {
  const timed = stages.filter((stage) => stage.durationMin !== null);
  if (kind === null) {
    const related = timed.filter((stage) => common(words, stage) > 0);
    return closest(words, related);
  }
  const same = timed.filter((stage) => stage.kind === kind);
  if (kind === "shift") {
    const shifts = same.filter((stage) => stage.share === share);
    const near = closest(words, same);
    // "Move the traffic" with no share and no words of one stage is how every share is moved.
    return share !== null ? shifts : near.length > 0 ? near : same;
  }
  // Watching is the same work at every share, unless the steps name one.
  if (kind === "observe") return same.filter((stage) => share === null || stage.share === share);
  return closest(words, same);
}

/** "步骤 3 操作命令" has no purpose but its number: the third row of the timeline. */
function counted(group: StepGroup, stages: readonly Stage[]): Stage[] | null {
  const number = /^(?:step|步骤|第)\s*(\d{1,3})(?!\d)/i.exec(group.name)?.[1];
  const stage = number === undefined ? undefined : stages[Number(number) - 1];
  return stage === undefined ? null : [stage];
}

/** Stages with the step groups that stand inside them or serve them by meaning, and a finding for each group that serves none. */
export function bindSteps(
  stages: readonly Stage[],
  groups: readonly StepGroup[],
): { stages: Stage[]; findings: Finding[] } {
  const bound = groups.map((group) => {
    const around = stages.filter(({ lines }) => lines.from <= group.lines.from && group.lines.to <= lines.to);
    const serves = around.length > 0 ? around : (counted(group, stages) ?? stagesFor(purposeOf(group), stages));
    return { group, serves: serves.map((stage) => stage.id) };
  });
  return {
    stages: stages.map((stage) => ({
      ...stage,
      stepGroups: bound.filter(({ serves }) => serves.includes(stage.id)).map(({ group }) => group.number),
    })),
    findings: bound
      .filter(({ serves }) => serves.length === 0)
      .map(({ group }) => finding("steps-unbound", group.lines, { group: group.name })),
  };
}
