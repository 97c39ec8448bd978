/**
 * The belt between the thread that binds and the thread that writes: slots of shared memory that go round, filled by the
 * one and emptied by the other. Each side waits for the other only when the belt is full or empty, and memory is the
 * belt's, whatever the size of the bundle.
 */
const SLOTS = 16;
/** Small enough to stay in the cache of a core between filling and hashing. */
const SLOT_BYTES = 256 * 1024;

/** Words of the control block; the lengths of the slots follow. */
const FILLED = 0;
const EMPTIED = 1;
const END = 2;
const FAILED = 3;
/** Counts what the filling side has told, so that nothing is told between a look and a wait. */
const TOLD = 4;
const LENGTHS = 5;
const CONTROL_BYTES = 4 * (LENGTHS + SLOTS);

/** How the filling side ended; 0 while it goes on. */
const WHOLE = 1;
const ABANDONED = 2;

/** The other side has failed and says itself why. */
export class RingFailure extends Error {}

export type RingMemory = SharedArrayBuffer;

export function newRing(): RingMemory {
  return new SharedArrayBuffer(CONTROL_BYTES + SLOTS * SLOT_BYTES);
}

function partsOf(memory: RingMemory) {
  const control = new Int32Array(memory, 0, CONTROL_BYTES / 4);
  const slots = Array.from({ length: SLOTS }, (_, i) =>
    Buffer.from(memory as unknown as ArrayBuffer, CONTROL_BYTES + i * SLOT_BYTES, SLOT_BYTES),
  );
  return { control, slots };
}

/** The side that fills: blocks its thread while there is no empty slot. */
export class RingWriter {
  private readonly control: Int32Array;
  private readonly slots: Buffer[];

  constructor(memory: RingMemory) {
    ({ control: this.control, slots: this.slots } = partsOf(memory));
  }

  /** The next empty slot. @throws RingFailure when the other side has failed */
  take(): Buffer {
    const { control, slots } = this;
    const filled = Atomics.load(control, FILLED);
    this.waitUntilEmptied(filled - SLOTS + 1);
    return slots[filled % SLOTS]!;
  }

  /** Hands over the slot that was taken, holding so many bytes. */
  give(length: number): void {
    const { control } = this;
    const filled = Atomics.load(control, FILLED);
    control[LENGTHS + (filled % SLOTS)] = length;
    Atomics.store(control, FILLED, filled + 1);
    this.tell();
  }

  /** Says that nothing follows, and waits until all is written. @throws RingFailure */
  end(): void {
    this.close(WHOLE);
    this.waitUntilEmptied(Atomics.load(this.control, FILLED));
  }

  /** Says that nothing follows and that what there was is not wanted. */
  abandon(): void {
    this.close(ABANDONED);
  }

  private close(how: number): void {
    Atomics.store(this.control, END, how);
    this.tell();
  }

  private tell(): void {
    Atomics.add(this.control, TOLD, 1);
    Atomics.notify(this.control, TOLD);
  }

  private waitUntilEmptied(wanted: number): void {
    const { control } = this;
    for (;;) {
      if (Atomics.load(control, FAILED) !== 0) throw new RingFailure('the writing side has failed');
      const emptied = Atomics.load(control, EMPTIED);
      if (emptied >= wanted) return;
      Atomics.wait(control, EMPTIED, emptied);
    }
  }
}

/**
 * Empties a ring, blocking its thread while nothing is there: `use` gets each slot's bytes in turn.
 * @returns false where the filling side gave up
 */
export function emptyRing(memory: RingMemory, use: (bytes: Buffer) => void): boolean {
  const { control, slots } = partsOf(memory);
  try {
    for (let emptied = 0; ; ) {
      const told = Atomics.load(control, TOLD);
      const end = Atomics.load(control, END);
      if (end === ABANDONED) return false;
      if (Atomics.load(control, FILLED) === emptied) {
        if (end === WHOLE) return true;
        Atomics.wait(control, TOLD, told);
        continue;
      }
      use(slots[emptied % SLOTS]!.subarray(0, control[LENGTHS + (emptied % SLOTS)]!));
      Atomics.store(control, EMPTIED, ++emptied);
      Atomics.notify(control, EMPTIED);
    }
  } catch (error) {
    Atomics.store(control, FAILED, 1);
    Atomics.notify(control, EMPTIED);
    throw error;
  }
}
