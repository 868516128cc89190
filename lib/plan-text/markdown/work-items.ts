import type { List, ListItem } from "mdast";
import type { Lines } from "@/lib/domain/plan/plan";
import { flatItems, itemText, linesOf, spanning, textOf } from "./node-text";

export type WorkItem = { name: string; commands: string; language: string; lines: Lines };

function workItem(item: ListItem): WorkItem {
  const codes = item.children.filter((child) => child.type === "code");
  const words = item.children.filter((child) => child.type !== "code" && child.type !== "list");
  const name = words.map(textOf).join("\n").trim();
  return {
    name: name === "" ? itemText(item).text : name,
    commands: codes.map((code) => code.value).join("\n"),
    language: codes[0]?.lang ?? "",
    lines: spanning([itemText(item).lines, ...codes.map(linesOf)]),
  };
}

/** The pieces of work in a list, with the commands that stand inside its items. */
export function workItems(lists: readonly List[]): WorkItem[] {
  return lists.flatMap(flatItems).map(workItem);
}
