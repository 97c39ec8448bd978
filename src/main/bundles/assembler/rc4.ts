/** RC4, which old PDF files are encrypted with and which Node's OpenSSL no longer offers. Only ever used to decipher. */
export class Rc4 {
  private readonly state = new Uint8Array(256);
  private i = 0;
  private j = 0;

  constructor(key: Uint8Array) {
    const { state } = this;
    for (let i = 0; i < 256; i++) state[i] = i;
    for (let i = 0, j = 0; i < 256; i++) {
      const held = state[i]!;
      j = (j + held + key[i % key.length]!) & 255;
      state[i] = state[j]!;
      state[j] = held;
    }
  }

  /** Deciphers in place; goes on where the last call ended. */
  apply(bytes: Buffer): Buffer {
    const { state } = this;
    let { i, j } = this;
    for (let at = 0; at < bytes.length; at++) {
      i = (i + 1) & 255;
      const held = state[i]!;
      j = (j + held) & 255;
      state[i] = state[j]!;
      state[j] = held;
      bytes[at]! ^= state[(state[i]! + held) & 255]!;
    }
    this.i = i;
    this.j = j;
    return bytes;
  }
}
