import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand to the right. */
  numeric?: boolean | undefined;
  className?: string | undefined;
};

type DataTableProps<Row> = {
  /** What the table shows, for screen readers. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  empty?: ReactNode | undefined;
};

/** What scrolls must be reachable by keyboard even where nothing in it can be pressed (WCAG 2.1.1). */
const KEYBOARD_SCROLLS = { tabIndex: 0 };

/** Rows between hairlines. On a narrow screen it scrolls by itself, never the page. */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const align = (column: Column<Row>) => classNames(column.numeric === true && "text-right", column.className);
  return (
    <section aria-label={caption} {...KEYBOARD_SCROLLS} className="overflow-x-auto focus-visible:-outline-offset-2">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classNames("py-2 pr-4 text-sm font-normal whitespace-nowrap text-ink-3", align(column))}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line">
              {columns.map((column) => (
                <td key={column.key} className={classNames("py-2 pr-4 align-baseline", align(column))}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
