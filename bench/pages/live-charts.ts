// Runs in a browser: six live charts of four lines, drawn by our hand-set paths or by Recharts, one new point a line and frame.
import { createElement, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Line, LineChart, XAxis, YAxis } from "recharts";
import type { SparkPoint } from "@/components/ui/watch/spark-geometry";
import { SparkLine } from "@/components/ui/watch/spark-line";

const charts = 6;
const lines = ["a", "b", "c", "d"] as const;
const points = 120;
const size = { width: 320, height: 90 };

/** The value of a line at a moment: the same for whoever draws it. */
function valueAt(chart: number, line: number, at: number): number {
  return 50 + 20 * Math.sin((at + 17 * chart) / 9) + 6 * Math.sin((at * (line + 3)) / 5);
}

const moments = (at: number) => Array.from({ length: points }, (_, index) => at - points + 1 + index);

function ours(chart: number, at: number): ReactNode {
  const series = lines.map((key, line) => {
    const own: SparkPoint[] = moments(at).map((moment) => ({ at: moment, value: valueAt(chart, line, moment) }));
    return { key, className: "spark-new", points: own };
  });
  return createElement(SparkLine, { series, threshold: { value: 90, text: "< 90" } });
}

function recharts(chart: number, at: number): ReactNode {
  const data = moments(at).map((moment) => ({
    at: moment,
    ...Object.fromEntries(lines.map((key, line) => [key, valueAt(chart, line, moment)])),
  }));
  const drawn = lines.map((key) => createElement(Line, { key, dataKey: key, dot: false, isAnimationActive: false }));
  const axes = [
    createElement(XAxis, { key: "x", dataKey: "at", hide: true }),
    createElement(YAxis, { key: "y", hide: true, domain: [0, 100] }),
  ];
  return createElement(LineChart, { ...size, data, accessibilityLayer: false }, ...axes, ...drawn);
}

const DRAWERS = { ours, recharts };
const nextFrame = () => new Promise<number>((done) => requestAnimationFrame(done));

/** Draws `frames` frames and answers the milliseconds from each to the next, and how many lines there were in the end. */
async function run(name: keyof typeof DRAWERS, frames: number): Promise<{ gapsMs: number[]; paths: number }> {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const draw = (at: number) => {
    const boxes = Array.from({ length: charts }, (_, chart) =>
      createElement("div", { key: chart, style: { ...size, position: "relative" } }, DRAWERS[name](chart, at)),
    );
    flushSync(() => root.render(createElement("div", null, ...boxes)));
  };
  draw(points);
  let before = await nextFrame();
  const gapsMs: number[] = [];
  for (let frame = 1; frame <= frames; frame += 1) {
    draw(points + frame);
    const now = await nextFrame();
    gapsMs.push(now - before);
    before = now;
  }
  const paths = place.querySelectorAll("path.spark-new, path.recharts-line-curve").length;
  root.unmount();
  place.remove();
  return { gapsMs, paths };
}

Reflect.set(globalThis, "runCharts", run);
