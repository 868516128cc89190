"use client";

import { useSyncExternalStore } from "react";

const KEY = "holdpoint.sound";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function isOn(): boolean {
  try {
    return localStorage.getItem(KEY) === "on";
  } catch {
    return false;
  }
}

/** Whether this device may sound: off until somebody at this device switches it on. */
export function useSoundPreference(): boolean {
  return useSyncExternalStore(subscribe, isOn, () => false);
}

/** Called by a press, which is what lets the browser sound from then on; sounds once, so that one knows. */
export function setSoundPreference(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    // Without storage the choice lasts no longer than it is heard.
  }
  for (const listener of listeners) listener();
  if (on) void import("./play-earcon").then(({ playEarcon }) => playEarcon("gate"));
}
