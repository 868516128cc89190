/**
 * A hold point as it is drawn on a procedure: the line of work, the bar across it beyond which nobody goes without a
 * signature, and the way on, still open.
 */
export function BrandMark({ className }: { className?: string | undefined }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={className} fill="none" stroke="currentColor">
      <path d="M1 16h10" strokeWidth="3" />
      <path d="M12.5 5v22" strokeWidth="4" />
      <path d="M19.5 9.5 26 16l-6.5 6.5" strokeWidth="3" stroke="var(--accent)" />
      <path d="M26 16h5" strokeWidth="3" stroke="var(--accent)" />
    </svg>
  );
}
