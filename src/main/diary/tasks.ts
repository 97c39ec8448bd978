import type { Command } from '#main/services.ts';
import { bin, change, create, find } from '#main/store/rows.ts';
import type { Given } from '#shared/contract/index.ts';

/** Tasks, and money paid: fees and costs. */

export async function addTask(context: Command, fields: Given<'tasks.add'>) {
  await find(context.db, 'matter', fields.matterId);
  return { id: await create(context, 'task', fields) };
}

export async function editTask(context: Command, { id, ...fields }: Given<'tasks.edit'>) {
  await change(context, 'task', id, fields);
  return null;
}

export async function removeTask(context: Command, { id }: Given<'tasks.remove'>) {
  await bin(context, 'task', id);
  return null;
}

export async function addPayment(context: Command, fields: Given<'payments.add'>) {
  await find(context.db, 'matter', fields.matterId);
  return { id: await create(context, 'payment', fields) };
}

export async function editPayment(context: Command, { id, ...fields }: Given<'payments.edit'>) {
  await change(context, 'payment', id, fields);
  return null;
}

export async function removePayment(context: Command, { id }: Given<'payments.remove'>) {
  await bin(context, 'payment', id);
  return null;
}
