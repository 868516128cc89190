import type { RootContent } from "mdast";
import type { EmergencyChannel, Text } from "@/lib/domain/plan/plan";
import { splitLabel } from "../markdown/labels";
import { isList, itemTexts, paragraphLines } from "../markdown/node-text";
import type { Section } from "../markdown/outline";
import { type ReadTable, readTable } from "../markdown/tables";
import { findMeaning } from "../match-word";
import { claim, type Reading } from "../reading";
import { CHANNEL_KINDS, type ChannelKind } from "../words/channels";

/** What a label says of how people meet; "on-call" is somebody and no call. */
export function channelKind(label: string): ChannelKind | null {
  return findMeaning(label.replace(/on[- ]?call/gi, " "), CHANNEL_KINDS);
}

/** "Slack: #release", "Zoom bridge https://…": what it is and where. */
export function channelOf({ text, lines }: Text): EmergencyChannel | null {
  const label = splitLabel(text);
  if (label !== null && label.text !== "") {
    const kind = channelKind(label.label) ?? channelKind(label.text);
    const isChat = kind === "call" && label.text.startsWith("#");
    return { kind: isChat ? "chat" : (kind ?? "other"), name: label.label, address: label.text, lines };
  }
  const found = /^(.*?)\s*[\s(（]((?:#|https?:\/\/|@|\+?\d)[^\s()（）]+.*?)[)）]?$/.exec(text);
  const kind = findMeaning(text, CHANNEL_KINDS);
  if (found === null || kind === null || (found[1] ?? "") === "") return null;
  return { kind, name: found[1] ?? "", address: found[2] ?? "", lines };
}

function ofTable(table: ReadTable): EmergencyChannel[] {
  return table.rows.flatMap((row) => {
    const [name = "", address = ""] = row.cells.filter((cell) => cell !== "");
    return address === ""
      ? []
      : [{ kind: findMeaning(name, CHANNEL_KINDS) ?? "other", name, address, lines: row.lines }];
  });
}

/** A line such as "Bridge: +49 …, PIN 7712": its label says that people meet there. */
export function channelOfLine(entry: Text): EmergencyChannel | null {
  const label = splitLabel(entry.text);
  if (label === null || label.text === "" || channelKind(label.label) === null) return null;
  return channelOf(entry);
}

/** Several ways to meet in one line: "群：…；电话：…", "Chat is #x, call is https://…". */
function piecesOf(text: string): string[] {
  const pieces = text.split(/\s+[·|｜]\s+|\s*[；;]\s*|[，,]\s+/);
  const reaching = pieces.every((piece) => /[#@]|https?:|\d{5}|[:：]/.test(piece) && channelKind(piece) !== null);
  return reaching
    ? pieces.map((piece) => piece.replace(/^(\p{L}[\p{L} ]{1,20}) is (?=[#@]|https?:)/u, "$1: "))
    : [text];
}

function ofParagraph(block: RootContent): (EmergencyChannel | null)[] {
  if (block.type !== "paragraph") return [];
  return paragraphLines(block)
    .flatMap(({ text, line }) => piecesOf(text).map((piece) => ({ text: piece, lines: { from: line, to: line } })))
    .map(channelOfLine);
}

function ofBlock(reading: Reading, block: RootContent): EmergencyChannel[] {
  if (block.type === "table") {
    claim(reading, [block]);
    return ofTable(readTable(block));
  }
  const channels = isList(block) ? itemTexts([block]).map(channelOf) : ofParagraph(block);
  if (channels.length === 0 || channels.some((channel) => channel === null)) return [];
  claim(reading, [block]);
  return channels.flatMap((channel) => channel ?? []);
}

/** Emergency channels from "name: address" items, lines and tables. Lists with other items are left for a finding. */
export function readChannels(
  reading: Reading,
  sections: readonly Section[],
  others: readonly Section[],
): EmergencyChannel[] {
  const named = sections.flatMap((section) =>
    section.blocks
      .filter((block) => !reading.claimed.has(block))
      .flatMap((block) => {
        const channels = ofBlock(reading, block);
        if (channels.length > 0) reading.namedSections.add(section);
        return channels;
      }),
  );
  const lines = others.flatMap(({ blocks }) =>
    blocks
      .filter((block) => block.type === "paragraph" && !reading.claimed.has(block))
      .flatMap((block) => ofBlock(reading, block)),
  );
  return [...named, ...lines];
}
