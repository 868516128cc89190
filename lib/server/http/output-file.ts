type ReadRange = (range: { from: number; limit: number }) => Promise<Uint8Array>;

const PIECE_BYTES = 1_048_576;

/** The first `size` bytes, read as fast as they are taken: a file of any length costs one piece of memory. */
export function wholeOutput(read: ReadRange, size: number): ReadableStream<Uint8Array> {
  let from = 0;
  return new ReadableStream(
    {
      pull: async (controller) => {
        const piece = from < size ? await read({ from, limit: Math.min(PIECE_BYTES, size - from) }) : new Uint8Array();
        from += piece.length;
        if (piece.length > 0) controller.enqueue(piece);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
