import type { Lines, Text } from "./plan";

export type AgendaItem = { name: string; minutes: number | null; topics: Text[]; lines: Lines };
export type Review = {
  whenText: string | null;
  whoText: string | null;
  agenda: AgendaItem[];
  output: string | null;
  lines: Lines;
};
