/** Makes a field say `next` as if somebody had typed it, so that Ctrl-Z takes it back. False when the browser cannot. */
export function insertText(area: HTMLTextAreaElement, next: string): boolean {
  const { value } = area;
  let start = 0;
  while (start < value.length && start < next.length && value[start] === next[start]) start += 1;
  let tail = 0;
  const most = Math.min(value.length, next.length) - start;
  while (tail < most && value[value.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1;
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, value.length - tail);
  const text = next.slice(start, next.length - tail);
  // Nothing else reaches the browser's own undo list; where it is gone, the caller sets the value.
  return text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
}
