import { choices } from '#renderer/forms/choices.ts';
import type { FormSection } from '#renderer/forms/fields.ts';
import { PAYMENT_KINDS } from '#shared/contract/diary.ts';

type Translate = (key: string) => string;

/** The fields of a task. */
export function taskForm(t: Translate): FormSection[] {
  return [
    {
      fields: [
        { name: 'title', kind: 'text', label: t('task.name'), required: true },
        { name: 'dueOn', kind: 'date', label: t('task.dueOn'), half: true },
        { name: 'notes', kind: 'text', lines: 2, label: t('notes') },
      ],
    },
  ];
}

const CURRENCIES = ['PKR', 'INR', 'GBP', 'USD'];

/** A fee or cost, paid or received. */
export function paymentForm(t: Translate, term: Translate): FormSection[] {
  return [
    {
      fields: [
        { name: 'title', kind: 'text', label: t('payment.name'), required: true },
        {
          name: 'kind',
          kind: 'choice',
          label: t('payment.kind'),
          items: choices(term, 'payment', PAYMENT_KINDS),
          required: true,
          half: true,
        },
        { name: 'paidOn', kind: 'date', label: t('payment.paidOn'), half: true },
        { name: 'amountMinor', kind: 'money', label: t('payment.amount'), required: true, half: true },
        {
          name: 'currency',
          kind: 'choice',
          label: t('payment.currency'),
          items: CURRENCIES.map((id) => ({ id, label: id })),
          required: true,
          half: true,
        },
        { name: 'receipt', kind: 'text', label: t('payment.receipt') },
        { name: 'notes', kind: 'text', lines: 2, label: t('notes') },
      ],
    },
  ];
}

/** What of a deadline is words: its days come from its rule. */
export function deadlineWordsForm(t: Translate): FormSection[] {
  return [
    {
      fields: [
        { name: 'title', kind: 'text', label: t('deadline.name'), required: true },
        { name: 'notes', kind: 'text', lines: 3, label: t('notes') },
      ],
    },
  ];
}
