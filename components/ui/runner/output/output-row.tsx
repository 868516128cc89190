"use client";

import { memo } from "react";
import { type Span, spansOf } from "@/lib/domain/output/row-spans";
import type { TextStyle } from "@/lib/domain/output/text-style";
import { spanStyle } from "./span-style";

type Props = { text: string; from: TextStyle; needle: string; isHere: boolean };

function OneSpan({ span }: { span: Span }) {
  const { className, style } = spanStyle(span);
  if (span.hit) return <mark className="output-hit">{span.text}</mark>;
  if (className === "" && Object.keys(style).length === 0) return span.text;
  return (
    <span className={className} style={style}>
      {span.text}
    </span>
  );
}

/** One row of output, its colours as elements: nothing that a command writes is ever taken for markup. */
export const OutputRowView = memo(function OutputRowView({ text, from, needle, isHere }: Props) {
  const spans = spansOf({ text, style: from }, needle);
  return (
    <div className="output-row" data-here={isHere}>
      {spans.map((span, index) => (
        <OneSpan key={String(index)} span={span} />
      ))}
    </div>
  );
});
