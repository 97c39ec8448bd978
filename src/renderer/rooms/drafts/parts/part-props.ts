import type { Output } from '#shared/contract/index.ts';
import type { FormState } from '../use-form.ts';

/** What every part of a draft's form is given. */
export interface PartProps {
  matter: Output<'matters.get'>;
  data: Output<'drafts.get'>;
  template: Output<'drafts.templates'>[number];
  writing: FormState;
  preview: Output<'drafts.preview'> | null;
  /** Opens the place where a blank is filled in. */
  onFill(where: string): void;
}
