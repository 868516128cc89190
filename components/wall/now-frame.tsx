"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Shape } from "@/components/ui/shape";
import { type StateTone, TONE_COLOUR, TONE_SHAPE } from "@/components/ui/state-mark";

type NowFrameProps = {
  /** What is the matter, in one line. */
  title: ReactNode;
  /** Given where the state itself is the news: held, rolling back. */
  tone?: StateTone;
  who: ReactNode;
  /** The one figure that matters now, and a unit or total beside it. */
  figure: string;
  figureTone?: StateTone;
  /** Seen from the door: the whole panel takes the colour of its state. */
  ground?: "serious" | "critical";
  unit?: ReactNode;
  side: ReactNode[];
  /** What a runner is at. */
  work?: ReactNode;
  foot?: ReactNode;
};

/** The panel that says what is happening now: the same place and the same hand in every state. */
export function NowFrame({ title, tone, who, figure, figureTone, ground, unit, side, work, foot }: NowFrameProps) {
  const shown = side.filter((line) => line !== null && line !== undefined && line !== "");
  return (
    <section className="w-now" data-ground={ground}>
      <div className="w-now-head">
        <h2 className={tone === undefined ? undefined : TONE_COLOUR[tone]}>
          {tone === undefined ? null : <Shape name={TONE_SHAPE[tone]} />}
          {title}
        </h2>
        <p>{who}</p>
      </div>
      <div className="w-count" data-long={figure.length > 5}>
        <b className={clsx(figureTone !== undefined && TONE_COLOUR[figureTone])}>
          {figure}
          {unit === undefined ? null : <small>{unit}</small>}
        </b>
        <ul>
          {shown.map((line, index) => (
            <li key={String(index)}>{line}</li>
          ))}
        </ul>
      </div>
      {work}
      <div className="w-foot">{foot}</div>
    </section>
  );
}
