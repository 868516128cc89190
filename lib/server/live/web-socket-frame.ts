const text = 0x81;

/** One unmasked, final WebSocket text frame (RFC 6455, 5.2) in one buffer: the same bytes for every reader. */
export function textFrame(message: string): Buffer {
  const length = Buffer.byteLength(message);
  const start = headerLength(length);
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = text;
  if (start === 2) frame[1] = length;
  if (start === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  }
  if (start === 10) {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(message, start);
  return frame;
}

function headerLength(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}
