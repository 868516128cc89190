/** Traffic between old and new version: one bar, the words beside it are the place's own. */
export function TrafficBar({ wanted, label }: { wanted: number; label: string }) {
  return (
    <div role="img" aria-label={label} className="flex h-2 w-full gap-0.5">
      {wanted <= 0 ? null : <div className="bg-new" style={{ width: `${wanted}%` }} />}
      {wanted >= 100 ? null : <div className="flex-1 bg-old opacity-55" />}
    </div>
  );
}
