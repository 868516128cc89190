import type { Threshold } from "./figure";
import { type SparkPoint, sparkPath, sparkScale, sparkY } from "./spark-geometry";

/** Finer than any screen draws it: whole units are enough. */
const BOX = { width: 2_400, height: 640 };
/** A line higher than this part of the drawing carries its label below it. */
const LABEL_ABOVE = 0.35;

export type SparkSeries = { key: string; className: string; points: readonly SparkPoint[] };

/**
 * The last while of a check as lines: hand-set paths, because six of these move on every screen all night. The old version is
 * dashed, so that the two are told apart without their colours; beside it stand the same figures in words.
 */
export function SparkLine({ series, threshold }: { series: readonly SparkSeries[]; threshold: Threshold | null }) {
  const scale = sparkScale(
    series.map(({ points }) => points),
    threshold?.value ?? null,
  );
  const y = scale === null || threshold === null ? null : sparkY(threshold.value, scale, BOX);
  return (
    <>
      <svg
        className="spark"
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {y === null ? null : <path className="spark-threshold" d={`M0 ${y}H${BOX.width}`} />}
        {scale === null
          ? null
          : series.map(({ key, className, points }) => (
              <path key={key} className={className} d={sparkPath(points, scale, BOX)} />
            ))}
      </svg>
      {y === null || threshold === null ? null : (
        <span
          className="spark-limit"
          data-below={y < BOX.height * LABEL_ABOVE}
          style={{ top: `${(100 * y) / BOX.height}%` }}
        >
          {threshold.text}
        </span>
      )}
    </>
  );
}
