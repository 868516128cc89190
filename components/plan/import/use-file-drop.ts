"use client";

import { type DragEvent, useState } from "react";

/** What takes a dropped file; a dropped text goes where it was dropped. */
export function useFileDrop(onFile: (file: File) => void) {
  const [isOver, setIsOver] = useState(false);
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      const [file] = event.dataTransfer.files;
      setIsOver(false);
      if (file === undefined) return;
      event.preventDefault();
      onFile(file);
    },
  };
  return { isOver, drop };
}
