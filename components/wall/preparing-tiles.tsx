"use client";

import { StateMark } from "@/components/ui/state-mark";
import { VERDICT_TONE } from "@/components/ui/watch/check-rows";
import type { Check } from "@/lib/domain/plan/plan";
import { useScene } from "./scene";
import { LogLines, RollbackLines } from "./tiles";

/** What stands below while nothing is measured: the checklist, what the plan wants watched, the way back, the log. */
export function PreparingTiles() {
  return (
    <div className="w-tiles">
      <ChecklistTile />
      <WatchTile />
      <RollbackTile />
      <LogTile />
    </div>
  );
}

/** The checklist's sections as seven strips: what was signed, waived, has expired, is open. */
function ChecklistTile() {
  const { plan, state, say } = useScene();
  const items = plan.sections.flatMap((section) => section.items).map((item) => state.items[item.id]);
  const closed = items.filter((item) => item !== undefined && item.status !== "open").length;
  const waived = items.filter((item) => item?.status === "waived").length;
  const expired = items.filter((item) => item?.status === "open" && item.expired !== null).length;
  return (
    <section className="w-tile">
      <h3>{say("checklist.title")}</h3>
      <p className="w-figure">
        {closed}
        <small> / {items.length}</small>
      </p>
      <ul className="w-strips">
        {plan.sections.map((section) => (
          <li key={section.id}>
            {section.items.map((item) => {
              const own = state.items[item.id];
              const status = own?.status === "open" && own.expired !== null ? "expired" : (own?.status ?? "open");
              return <i key={item.id} data-status={status} />;
            })}
          </li>
        ))}
      </ul>
      <p className="w-verdict">
        {expired > 0 ? <StateMark tone="warning">{say("checklist.expired", { count: expired })}</StateMark> : null}
        {waived > 0 ? <StateMark tone="caution">{say("checklist.waived", { count: waived })}</StateMark> : null}
        {expired === 0 && waived === 0 ? (
          <StateMark tone={closed === items.length ? "done" : "waiting"}>
            {closed === items.length
              ? say("checklist.allDone")
              : say("checklist.open", { count: items.length - closed })}
          </StateMark>
        ) : null}
      </p>
    </section>
  );
}

/** What the plan asks to measure. Without a watch each is hatched and says so: no data is never green. */
function WatchTile() {
  const { plan, state, round, say } = useScene();
  const read = new Map(round?.readings.map(({ check, verdict }) => [check, verdict]));
  const named = plan.checks.length > 0 ? plan.checks : null;
  const texts =
    named === null ? [...new Set(plan.canary.flatMap((stage) => stage.watch.map((watch) => watch.text)))] : [];
  const rows =
    named?.map((check: Check) => ({
      key: check.id,
      name: check.name,
      own: read.get(check.id) ?? state.checks[check.id]?.verdict,
    })) ?? texts.map((text) => ({ key: text, name: text, own: undefined }));
  const shown = rows.slice(0, 4);
  return (
    <section className="w-tile">
      <h3>
        {say("watch.title")}
        {rows.length > shown.length ? <span>{say("more", { count: rows.length - shown.length })}</span> : null}
      </h3>
      {rows.length === 0 ? <p className="w-dim">{say("watch.none")}</p> : null}
      <ul className="w-watch">
        {shown.map(({ key, name, own }) => (
          <li key={key} className={own === undefined ? "hatch" : undefined}>
            <span className="name">{name}</span>
            {own === undefined ? (
              <span className="none">{say("watch.unwatched")}</span>
            ) : (
              <StateMark tone={VERDICT_TONE[own]}>{say(`verdict.${own}`)}</StateMark>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Could we go back now: against which target, and how ready the way is. */
function RollbackTile() {
  const { plan, say } = useScene();
  const target = plan.rollback?.targetMin ?? null;
  return (
    <section className="w-tile">
      <h3>{say("rollback.title")}</h3>
      <p className="w-figure">
        {target === null ? "–" : `< ${target}`}
        <small> {say("rollback.minutes")}</small>
      </p>
      <ul className="w-lines">
        <RollbackLines isWide />
      </ul>
    </section>
  );
}

/** The log as a tile of its own. */
function LogTile() {
  const { say } = useScene();
  return (
    <section className="w-tile w-log">
      <h3>{say("log.title")}</h3>
      <LogLines count={5} />
    </section>
  );
}
