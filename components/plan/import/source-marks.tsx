"use client";

import { classNames } from "@/components/ui/class-names";
import { Shape } from "@/components/ui/shape";
import { TONE_COLOUR, TONE_SHAPE } from "@/components/ui/state-mark";
import type { Finding, Severity } from "@/lib/domain/plan/finding";
import type { Lines } from "@/lib/domain/plan/plan";
import { isUnread, SEVERITY_ORDER, SEVERITY_TONE } from "../findings/finding-kinds";

export type LineMark = { severity: Severity | null; unread: boolean };

/** What is to be seen beside each line that some finding is about. */
export function marksOf(findings: readonly Finding[]): Map<number, LineMark> {
  const marks = new Map<number, LineMark>();
  const graver = (one: Severity | null, other: Severity) =>
    one !== null && SEVERITY_ORDER.indexOf(one) < SEVERITY_ORDER.indexOf(other) ? one : other;
  for (const finding of findings) {
    const unread = isUnread(finding);
    for (let line = finding.lines.from; line <= finding.lines.to; line += 1) {
      const known = marks.get(line) ?? { severity: null, unread: false };
      const isFirst = line === finding.line && !unread;
      marks.set(line, {
        severity: isFirst ? graver(known.severity, finding.severity) : known.severity,
        unread: known.unread || unread,
      });
    }
  }
  return marks;
}

type MarksProps = {
  visible: Lines;
  scrollTop: number;
  marks: Map<number, LineMark>;
  focused: Lines | null;
};

const isIn = (line: number, lines: Lines | null) => lines !== null && line >= lines.from && line <= lines.to;

const place = (line: number, scrollTop: number) => ({
  transform: `translateY(calc(${line - 1} * 1.25rem + 0.5rem - ${scrollTop}px))`,
});

function linesIn({ from, to }: Lines): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/** Line numbers with what was noticed beside them; lines that nobody understood are hatched. */
export function Gutter({ visible, scrollTop, marks, focused }: MarksProps) {
  return (
    <div aria-hidden="true" className="relative w-16 flex-none overflow-hidden border-r border-line select-none">
      {linesIn(visible).map((line) => {
        const mark = marks.get(line);
        return (
          <div
            key={line}
            className={classNames(
              "absolute inset-x-0 top-0 flex h-5 items-center border-l-2 pr-2 pl-1",
              isIn(line, focused) ? "border-accent bg-active text-accent" : "border-transparent text-ink-3",
            )}
            style={place(line, scrollTop)}
          >
            {mark === undefined || mark.severity === null ? null : (
              <span className={classNames("text-[0.625rem]", TONE_COLOUR[SEVERITY_TONE[mark.severity]])}>
                <Shape name={TONE_SHAPE[SEVERITY_TONE[mark.severity]]} />
              </span>
            )}
            <span className="ml-auto">{line}</span>
            {mark?.unread === true ? <span className="hatch absolute inset-y-0 right-0 w-2" /> : null}
          </div>
        );
      })}
    </div>
  );
}

/** The lines that are looked at, marked behind the text. */
export function FocusedLines({ visible, scrollTop, focused }: Omit<MarksProps, "marks">) {
  if (focused === null) return null;
  const from = Math.max(visible.from, focused.from);
  const to = Math.min(visible.to, focused.to);
  return (
    <div aria-hidden="true" className="absolute inset-0 overflow-hidden">
      {linesIn({ from, to }).map((line) => (
        <div key={line} className="absolute inset-x-0 top-0 h-5 bg-active" style={place(line, scrollTop)} />
      ))}
    </div>
  );
}
