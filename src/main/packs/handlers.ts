import { command, type Handlers, host, query, undoable } from '#main/handlers.ts';
import type { Query } from '#main/services.ts';
import type { Given, Result } from '#shared/contract/index.ts';
import type { packCalls } from '#shared/contract/packs.ts';
import { definitionFor } from '#shared/domain/filing-check/definitions.ts';
import { getPack } from '#shared/packs/library.ts';
import * as own from './own.ts';

function list({ services }: Query): Result<'packs.list'> {
  return [...services.packs.packs.values()].map(({ id, title, country, region, currency, forums, types, grounds }) => ({
    id,
    title,
    country,
    region,
    currency,
    forums: forums.map((forum) => ({ id: forum.id, title: forum.title, names: forum.names ?? [] })),
    types: types.map((type) => ({ id: type.id, title: type.title, forums: [...type.forums] })),
    grounds: grounds.map((ground) => ({ code: ground.code, title: ground.title, technical: ground.technical })),
  }));
}

function definition({ services }: Query, { pack, on }: Given<'packs.definition'>): Result<'packs.definition'> {
  return definitionFor(getPack(services.packs, pack), on);
}

export const packHandlers: Handlers<keyof typeof packCalls> = {
  'packs.list': query(list),
  'packs.definition': query(definition),
  'packs.own': query(own.own),
  'packs.choose': host(own.choose),
  'packs.preview': query(own.preview),
  'packs.install': command(undoable(own.install)),
  'packs.moves': query(own.moves),
  'packs.enable': command(undoable(own.enable)),
  'packs.remove': command(undoable(own.remove)),
};
