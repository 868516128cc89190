"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Finding } from "@/lib/domain/plan/finding";
import { linesAt } from "@/lib/domain/plan/lines-at";
import type { Plan } from "@/lib/domain/plan/plan";
import { useSourceFocus } from "../source/source-focus";
import { FocusedLines, Gutter, marksOf } from "./source-marks";
import { useFileDrop } from "./use-file-drop";
import { lineHeightOf, useSight } from "./use-sight";

type SourceEditorProps = {
  value: string;
  plan: Plan | null;
  findings: readonly Finding[];
  onChange: (text: string) => void;
  onFile: (file: File) => void;
};

const lineOf = (area: HTMLTextAreaElement) => area.value.slice(0, area.selectionStart).split("\n").length;

/** The document, as it can be corrected: numbered, with what was noticed beside the lines and the looked-at lines marked. */
export function SourceEditor({ value, plan, findings, onChange, onFile }: SourceEditorProps) {
  const t = useTranslations("plans.import");
  const { lines, origin, show } = useSourceFocus();
  const area = useRef<HTMLTextAreaElement>(null);
  const { sight, visible, look } = useSight(area, value);
  const { isOver, drop } = useFileDrop(onFile);
  const marks = useMemo(() => marksOf(findings), [findings]);
  useEffect(() => {
    const box = area.current;
    if (box === null || lines === null || origin === "source") return;
    box.scrollTop = (lines.from - 1) * lineHeightOf(box) - box.clientHeight / 4;
  }, [lines, origin]);
  const pick = () => {
    if (area.current === null) return;
    const line = lineOf(area.current);
    show(linesAt(plan, findings, line) ?? { from: line, to: line }, "source");
  };
  return (
    <div
      className={classNames(
        "flex min-h-0 flex-1 bg-code font-mono text-xs leading-5 focus-within:outline-2 focus-within:-outline-offset-2 focus-within:outline-accent",
        isOver && "outline-2 -outline-offset-2 outline-accent outline-dashed",
      )}
    >
      <Gutter visible={visible} scrollTop={sight.scrollTop} marks={marks} focused={lines} />
      <div className="relative min-w-0 flex-1">
        <FocusedLines visible={visible} scrollTop={sight.scrollTop} focused={lines} />
        <textarea
          ref={area}
          id="plan-source"
          aria-label={t("field")}
          value={value}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          placeholder={t("placeholder")}
          onChange={(event) => onChange(event.target.value)}
          onScroll={look}
          onClick={pick}
          onKeyUp={(event) => {
            if (/^(Arrow|Page|Home|End)/.test(event.key)) pick();
          }}
          {...drop}
          className="relative size-full resize-none overflow-auto bg-transparent py-2 pr-3 pl-2 leading-5 text-code-ink outline-none"
        />
      </div>
    </div>
  );
}
