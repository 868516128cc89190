type ProgressBarProps = {
  label: string;
  done: number;
  total: number;
  /** What a screen reader says instead of a percentage: "37 / 41". */
  text?: string | undefined;
};

/** How far something is, as a hairline that fills. */
export function ProgressBar({ label, done, total, text }: ProgressBarProps) {
  const share = total <= 0 ? 0 : Math.min(1, Math.max(0, done / total));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={text ?? `${done} / ${total}`}
      className="h-1 w-full bg-line"
    >
      <div className={share >= 1 ? "h-full bg-normal" : "h-full bg-accent"} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
