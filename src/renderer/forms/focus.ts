/** Puts the focus into the first field that is not right; the next frame is when the page says which. */
export function focusInvalid(inside: Element | null) {
  const field = inside?.querySelector<HTMLElement>(
    '[aria-invalid="true"], [data-invalid] [role="spinbutton"], [data-invalid] button',
  );
  field?.focus();
}
