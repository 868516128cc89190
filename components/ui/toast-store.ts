export type ToastKind = "info" | "success" | "warning" | "error";
export type Toast = { id: number; kind: ToastKind; title: string; detail: string | undefined };

const listeners = new Set<() => void>();
let toasts: Toast[] = [];
let lastId = 0;

function change(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function show(kind: ToastKind, title: string, detail?: string): number {
  lastId += 1;
  // What says the same as the newest one is that one again: hammering a button must not bury the page.
  const kept = toasts.filter((toast) => toast.title !== title || toast.detail !== detail);
  change([...kept, { id: lastId, kind, title, detail }].slice(-4));
  return lastId;
}

/** Says something for a moment, from anywhere: `toast.error("…", "what is still possible")`. */
export const toast = {
  info: (title: string, detail?: string) => show("info", title, detail),
  success: (title: string, detail?: string) => show("success", title, detail),
  warning: (title: string, detail?: string) => show("warning", title, detail),
  error: (title: string, detail?: string) => show("error", title, detail),
  dismiss: (id: number) => change(toasts.filter((one) => one.id !== id)),
};

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentToasts = (): Toast[] => toasts;
