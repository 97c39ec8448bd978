/**
 * The paths of files that come into the page. A page of Electron learns a path at once, but here the driver has to ask
 * Chromium for it; so an event that brings files is held until their paths are known, and then sent on to where it was
 * going. Runs in the preload's world of the page: refers to nothing outside itself.
 */
export function watchFiles(ask: (batch: number, count: number) => void) {
  const paths = new Map<File, string>();
  /** The files whose paths the driver is looking up, and how to go on afterwards. */
  const held = new Map<number, { files: File[]; resend: () => void }>();
  let last = 0;

  function hold(event: Event) {
    const target = event.target as EventTarget;
    const input = event.type !== 'drop' && target instanceof HTMLInputElement ? target : null;
    const files = [...((event as DragEvent).dataTransfer?.files ?? input?.files ?? [])];
    if (files.every((file) => paths.has(file))) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    last += 1;
    held.set(last, {
      files,
      resend: input ? resendInput(input, event) : resendDrop(target, event as DragEvent, files),
    });
    ask(last, files.length);
  }

  const resendInput =
    (input: HTMLInputElement, { type }: Event) =>
    () =>
      void input.dispatchEvent(new Event(type, { bubbles: true }));

  function resendDrop(target: EventTarget, event: DragEvent, files: File[]) {
    const { clientX, clientY, ctrlKey, shiftKey, altKey, metaKey } = event;
    const place = { clientX, clientY, ctrlKey, shiftKey, altKey, metaKey };
    return () => {
      const dataTransfer = new DataTransfer();
      for (const file of files) dataTransfer.items.add(file);
      const whole = { bubbles: true, cancelable: true, composed: true };
      target.dispatchEvent(new DragEvent('drop', { dataTransfer, ...place, ...whole }));
    };
  }

  for (const type of ['drop', 'input', 'change']) window.addEventListener(type, hold, true);

  return {
    pathOf: (file: File) => paths.get(file) ?? '',
    held,
    release(batch: number, found: string[]) {
      const { files, resend } = held.get(batch)!;
      held.delete(batch);
      for (const [index, file] of files.entries()) paths.set(file, found[index]!);
      resend();
    },
  };
}
