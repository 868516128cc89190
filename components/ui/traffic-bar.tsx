type TrafficBarProps = {
  wanted: number;
  /** The share that a rollback found and that nobody has yet seen gone. */
  unconfirmed?: number | null;
  label: string;
};

/** Traffic between old and new version: one bar, the words beside it are the place's own. What is not confirmed is hatched. */
export function TrafficBar({ wanted, unconfirmed = null, label }: TrafficBarProps) {
  const share = unconfirmed ?? wanted;
  return (
    <div role="img" aria-label={label} className="flex h-2 w-full gap-0.5">
      {share <= 0 ? null : <div className={unconfirmed === null ? "bg-new" : "hatch"} style={{ width: `${share}%` }} />}
      {share >= 100 ? null : <div className="flex-1 bg-old opacity-55" />}
    </div>
  );
}
