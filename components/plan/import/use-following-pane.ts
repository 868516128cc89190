"use client";

import { useEffect, useRef } from "react";
import type { Lines } from "@/lib/domain/plan/plan";
import { useSourceFocus } from "../source/source-focus";

type PlacedElement = { element: HTMLElement; lines: Lines };

function placed(element: HTMLElement): PlacedElement {
  const [from = 0, to = 0] = (element.dataset["lines"] ?? element.dataset["finding"] ?? "").split("-").map(Number);
  return { element, lines: { from, to } };
}

/** The element whose place in the document is nearest to these lines: around them and as small as possible, else touching them. */
function nearest(pane: HTMLElement, wanted: Lines): HTMLElement | null {
  const all = [...pane.querySelectorAll<HTMLElement>("[data-lines], [data-finding]")].map(placed);
  const around = all.filter(({ lines }) => lines.from <= wanted.from && wanted.to <= lines.to);
  const touching = all.filter(({ lines }) => lines.from <= wanted.to && wanted.from <= lines.to);
  const size = ({ lines }: PlacedElement) => lines.to - lines.from;
  const [best] = (around.length > 0 ? around : touching).sort((one, other) => size(one) - size(other));
  return best?.element ?? null;
}

/** A scrolling pane that brings into sight what the other panes are pressed for. */
export function useFollowingPane(own: "finding" | "plan") {
  const pane = useRef<HTMLDivElement>(null);
  const { lines, origin } = useSourceFocus();
  useEffect(() => {
    const box = pane.current;
    if (box === null || lines === null || origin === own) return;
    const row = nearest(box, lines);
    if (row === null) return;
    const frame = box.getBoundingClientRect();
    const { top, bottom } = row.getBoundingClientRect();
    // The pane alone scrolls, and only when it has to: what is in sight already stays where the eye found it.
    if (top < frame.top || bottom > frame.bottom) box.scrollTop += top - frame.top - box.clientHeight / 4;
  }, [lines, origin, own]);
  return pane;
}
