/**
 * Overwrites a piece of memory that nobody needs any more and gives it back at once. The engine counts small objects, and
 * would let hundreds of large ones pile up before it looks for them.
 */
export function release(bytes: Buffer) {
  bytes.fill(0);
  const { buffer } = bytes;
  // Small pieces share their memory with others.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.length) buffer.transfer(0);
}
