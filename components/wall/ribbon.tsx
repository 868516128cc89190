"use client";

import { Shape } from "@/components/ui/shape";
import type { Stage } from "@/lib/domain/plan/plan";
import { formatDay, formatHourMinute } from "@/lib/i18n/format-time";
import {
  actualBars,
  expectedBars,
  plannedBars,
  position,
  type RibbonGate,
  ribbonGates,
  ribbonSpan,
  ribbonTicks,
  type Span,
} from "./ribbon-geometry";
import { type Scene, useScene } from "./scene";

const GOING: ReadonlySet<string> = new Set(["preparing", "running", "held"]);

const percent = (value: number) => `${value.toFixed(3)}%`;

function place(span: Span, bar: Span) {
  const left = position(span, bar.from);
  return { left: percent(left), width: percent(position(span, bar.to) - left) };
}

/** About how many of its letters' heights a text is wide: a CJK character is one, others well under that. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 1 : letter === "%" ? 0.9 : 0.66),
    0,
  );
}

/** The ribbon is this many letters wide on a 16:9 screen; see `--u` in the style sheet. */
const RIBBON_EM = 85;

function firstThatFits(span: Span, bar: Span, texts: string[]): string | null {
  const room = ((bar.to - bar.from) / (span.to - span.from)) * RIBBON_EM - 0.3;
  return texts.find((text) => widthOf(text) <= room) ?? null;
}

/** The stage's name, or the shortest that still says it: what a shift shifts to, what an observation watches. */
function stageTexts({ say }: Scene, stage: Stage): string[] {
  const { share, kind, name, label } = stage;
  if (share !== null && kind === "shift") return [`${share}%`, String(share)];
  if (share !== null && kind === "observe") return [say("ribbon.observe", { share }), `${share}%`];
  return [name, label, label.replace(/阶段$/u, "")];
}

/** The zone's offset from UTC at an instant, in ms, so that ticks fall on its round hours. */
function zoneOffsetMs(at: number, timeZone: string): number {
  const local = Date.parse(`${formatDay(at, timeZone)}T${formatHourMinute(at, timeZone)}:00Z`);
  return local - Math.floor(at / 60_000) * 60_000;
}

const GATE_LOOK: Record<RibbonGate["look"], string> = {
  go: "w-gate go",
  no_go: "w-gate no-go",
  open: "w-gate open",
  shut: "w-gate",
};

/** Where the words of the last safe rollback stand, in percent: they end at its mark. */
function safeWords({ forecast, plan, state, say }: Scene, span: Span): Span | null {
  const { lastSafeRollback: at } = forecast;
  if (at === null || !GOING.has(state.status)) return null;
  const words = say("ribbon.lastSafe", { time: formatHourMinute(at, plan.timeZone) });
  const to = position(span, at);
  return { from: to - ((widthOf(words) + 2) / RIBBON_EM) * 100, to };
}

function Ticks({ span }: { span: Span }) {
  const scene = useScene();
  const { plan } = scene;
  const taken = safeWords(scene, span);
  // The time of the last safe rollback says more than a round hour under it.
  const isTaken = (at: number) => taken !== null && position(span, at) > taken.from && position(span, at) < taken.to;
  const zone = plan.timeZone;
  const ticks = ribbonTicks(span, zoneOffsetMs(span.from, zone));
  const overnight = formatDay(span.from, zone) !== formatDay(span.to, zone);
  return ticks.map((at, index) => {
    const time = formatHourMinute(at, zone);
    const dated = overnight && (index === 0 || time === "00:00");
    return (
      <span key={at} className="w-tick" style={{ left: percent(position(span, at)) }}>
        <i />
        <b hidden={isTaken(at)}>{dated ? `${formatDay(at, zone).slice(5)} ${time}` : time}</b>
      </span>
    );
  });
}

function Bars({ span }: { span: Span }) {
  const scene = useScene();
  const { forecast, state, now } = scene;
  const { started, completed } = state.rollback;
  const rolledBack =
    started === null ? null : { from: started.releaseAt, to: completed?.releaseAt ?? Math.max(now, started.releaseAt) };
  const expected = expectedBars(forecast, now);
  const widest = expected.toSorted((a, b) => b.span.to - b.span.from - (a.span.to - a.span.from))[0];
  return (
    <>
      {plannedBars(forecast).map((bar) => (
        <span key={bar.key} className="w-plan" style={place(span, bar.span)}>
          <b>{firstThatFits(span, bar.span, stageTexts(scene, bar.stage))}</b>
        </span>
      ))}
      {expected.map((bar) => (
        <span key={bar.key} className="w-expected" style={place(span, bar.span)}>
          {bar === widest ? <b>{firstThatFits(span, bar.span, [scene.say("ribbon.expected")])}</b> : null}
        </span>
      ))}
      {actualBars(forecast, state, now).map((bar) => (
        <span key={bar.key} data-status={bar.status} className="w-actual" style={place(span, bar.span)} />
      ))}
      {rolledBack === null ? null : (
        <span data-status="rollback" className="w-actual" style={place(span, rolledBack)}>
          <b>{firstThatFits(span, rolledBack, [scene.say("ribbon.rollback")])}</b>
        </span>
      )}
    </>
  );
}

function Lines({ span }: { span: Span }) {
  const { forecast, state, now, plan, say } = useScene();
  const shown = now >= span.from && now <= span.to;
  const nowAt = position(span, now);
  return (
    <>
      {forecast.windowEnd === null ? null : (
        <span className="w-line end" style={{ left: percent(position(span, forecast.windowEnd)) }}>
          {shown && Math.abs(position(span, forecast.windowEnd) - nowAt) < 14 ? null : <b>{say("ribbon.windowEnd")}</b>}
        </span>
      )}
      {GOING.has(state.status) && forecast.lastSafeRollback !== null ? (
        <span className="w-safe" style={{ left: percent(position(span, forecast.lastSafeRollback)) }}>
          <Shape name="triangle" />
          <b>{say("ribbon.lastSafe", { time: formatHourMinute(forecast.lastSafeRollback, plan.timeZone) })}</b>
        </span>
      ) : null}
      {shown ? (
        <span className={nowAt > 88 ? "w-line now left" : "w-line now"} style={{ left: percent(nowAt) }}>
          <b>{formatHourMinute(now, plan.timeZone)}</b>
        </span>
      ) : null}
    </>
  );
}

/** Plan against reality: planned above, actual below, forecast dashed, now a line. */
export function Ribbon() {
  const { plan, state, forecast, now, say } = useScene();
  const span = ribbonSpan(forecast, now);
  return (
    <section className="w-ribbon" aria-label={say("ribbon.label")}>
      <span className="w-row-name plan">{say("ribbon.planned")}</span>
      <span className="w-row-name actual">{say("ribbon.actual")}</span>
      <Ticks span={span} />
      <Bars span={span} />
      {ribbonGates(plan.gates, state, forecast).map(({ gate, at, look }) => (
        <span key={gate.id} className={GATE_LOOK[look]} style={{ left: percent(position(span, at)) }}>
          <i />
        </span>
      ))}
      <Lines span={span} />
    </section>
  );
}
