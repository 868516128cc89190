import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { TrafficBar } from "@/components/ui/traffic-bar";
import type { CanaryStage, Plan, Text } from "@/lib/domain/plan/plan";
import { LineRef } from "../source/line-ref";
import { Group, Part, Row } from "./part";

function TextList({ title, rows }: { title: string; rows: Text[] }) {
  if (rows.length === 0) return null;
  return (
    <div>
      <h3 className="text-sm text-ink-3">{title}</h3>
      <ul>
        {rows.map((row) => (
          <Row key={row.lines.from} lines={row.lines}>
            {row.text}
          </Row>
        ))}
      </ul>
    </div>
  );
}

function Pods({ stage }: { stage: CanaryStage }) {
  const t = useTranslations("plans.canary");
  const { pods } = stage;
  if (pods.new === null && pods.old === null) return <span className="text-ink-3">{t("podsUnknown")}</span>;
  return (
    <>
      <span className="text-new">{t("pods", { count: pods.new ?? 0, version: stage.newVersion ?? t("new") })}</span>
      {pods.old === null ? null : (
        <span className="text-old"> · {t("pods", { count: pods.old, version: stage.oldVersion ?? t("old") })}</span>
      )}
    </>
  );
}

function CanaryRow({ stage }: { stage: CanaryStage }) {
  const t = useTranslations("plans.canary");
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line py-3 @lg:grid-cols-[7rem_minmax(0,1fr)]">
      <p className="text-3xl leading-none">
        {stage.share}
        <span className="ml-1 text-lg text-ink-2">%</span>
      </p>
      <div className="min-w-0 space-y-2.5">
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
          <span className="font-bold">{stage.name}</span>
          <span className="text-ink-2">
            {stage.soakMin === null ? t("soakUnknown") : t("soak", { minutes: stage.soakMin })}
          </span>
          <span>
            <Pods stage={stage} />
          </span>
          <LineRef lines={stage.lines} className="ml-auto" />
        </div>
        <TrafficBar wanted={stage.share} label={t("bar", { share: stage.share })} />
        <div className="grid gap-x-8 gap-y-2 @2xl:grid-cols-2">
          <TextList title={t("watch")} rows={stage.watch} />
          <TextList title={t("decisions")} rows={stage.decisions} />
        </div>
        {stage.diagram === null ? null : (
          <details>
            <summary className="w-fit text-sm leading-6 text-ink-3 hover:text-ink">{t("diagram")}</summary>
            <CodeBlock text={stage.diagram.text} name={stage.name} className="mt-1" />
          </details>
        )}
      </div>
    </li>
  );
}

export function CanaryPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans.part");
  if (plan.canary.length === 0) return null;
  return (
    <Part id="canary" title={t("canary")} count={plan.canary.length}>
      <ol>
        {plan.canary.map((stage) => (
          <CanaryRow key={stage.order} stage={stage} />
        ))}
      </ol>
    </Part>
  );
}

export function BlueGreenPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans");
  const { blueGreen } = plan;
  if (blueGreen === null) return null;
  const within = blueGreen.rollbackWithinMin;
  const blocks = [
    { key: "before", name: t("blueGreen.before"), block: blueGreen.before, note: undefined },
    { key: "switch", name: t("blueGreen.switch"), block: blueGreen.switch, note: undefined },
    {
      key: "rollback",
      name: t("blueGreen.rollback"),
      block: blueGreen.rollback,
      note: within === null ? undefined : t("blueGreen.within", { minutes: within }),
    },
  ];
  return (
    <Part id="blueGreen" title={t("part.blueGreen")} lines={blueGreen.lines}>
      <div className="space-y-5">
        {blocks.map(({ key, name, block, note }) =>
          block === null ? null : (
            <Group key={key} name={name} note={note} lines={block.lines}>
              <CodeBlock text={block.text} name={name} className="mt-2" />
            </Group>
          ),
        )}
      </div>
    </Part>
  );
}
