import { addDeadline } from '#main/diary/deadlines.ts';
import { nextReference, open } from '#main/matters/matters.ts';
import { addParty } from '#main/matters/parties.ts';
import { enterOrder } from '#main/proceedings/orders.ts';
import { addProceeding, linkProceedings, setParties } from '#main/proceedings/proceedings.ts';
import type { Command } from '#main/services.ts';
import { create } from '#main/store/rows.ts';
import { type MatterFile, matterFile } from '#shared/contract/matter-file.ts';
import { problem } from '#shared/problem.ts';

/** Ids of the records that a file names by its own keys. */
export interface LoadedKeys {
  matterId: string;
  party: Map<string, string>;
  proceeding: Map<string, string>;
  order: Map<string, string>;
  exhibit: Map<string, string>;
}

/**
 * Reads a matter file, whole or not at all.
 * @throws ProblemError `bad-matter-file` with the path of the first wrong field, or of a key that names nothing
 */
export function readMatterFile(value: unknown): MatterFile {
  const parsed = matterFile.safeParse(value);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw badFile(path.join('.') || '(the file)', message);
  }
  assertKeys(parsed.data);
  return parsed.data;
}

function badFile(field: string, message: string) {
  return problem('bad-matter-file', `${field}: ${message}. Nothing was loaded.`, {
    field,
    hint: 'See: misl matter load --schema',
  });
}

function assertKeys(file: MatterFile) {
  const parties = uniqueKeys('parties', file.parties);
  const proceedings = uniqueKeys('proceedings', file.proceedings);
  const exhibits = uniqueKeys('exhibits', file.exhibits);
  const orders = new Set<string>();
  for (const [i, { orders: made }] of file.proceedings.entries()) {
    for (const [j, { key }] of made.entries()) {
      if (key === undefined) continue;
      if (orders.has(key)) throw badFile(`proceedings.${i}.orders.${j}.key`, `the key ${key} is used twice`);
      orders.add(key);
    }
  }
  const must = (keys: ReadonlySet<string>, key: string | undefined, path: string) => {
    if (key !== undefined && !keys.has(key)) throw badFile(path, `nothing in this file has the key ${key}`);
  };
  for (const [i, each] of file.proceedings.entries()) {
    const at = `proceedings.${i}`;
    for (const [j, link] of each.links.entries()) {
      must(proceedings, link.to, `${at}.links.${j}.to`);
      must(orders, link.order, `${at}.links.${j}.order`);
    }
    for (const [j, { party }] of each.parties.entries()) must(parties, party, `${at}.parties.${j}.party`);
    for (const [j, { party }] of each.services.entries()) must(parties, party, `${at}.services.${j}.party`);
    for (const [j, { order }] of each.deadlines.entries()) must(orders, order, `${at}.deadlines.${j}.order`);
  }
  for (const [i, issue] of file.issues.entries()) {
    for (const [j, point] of issue.points.entries()) {
      for (const [k, { exhibit }] of point.evidence.entries())
        must(exhibits, exhibit, `issues.${i}.points.${j}.evidence.${k}.exhibit`);
    }
    for (const [j, finding] of issue.findings.entries()) {
      must(proceedings, finding.proceeding, `issues.${i}.findings.${j}.proceeding`);
      must(orders, finding.order, `issues.${i}.findings.${j}.order`);
    }
  }
  for (const [i, fact] of file.facts.entries()) {
    if (fact.issue !== undefined && fact.issue > file.issues.length)
      throw badFile(`facts.${i}.issue`, `there is no issue ${fact.issue}`);
    for (const [j, { exhibit, order }] of fact.sources.entries()) {
      must(exhibits, exhibit, `facts.${i}.sources.${j}.exhibit`);
      must(orders, order, `facts.${i}.sources.${j}.order`);
    }
  }
  for (const [i, { marks }] of file.exhibits.entries()) {
    for (const [j, { proceeding }] of marks.entries())
      must(proceedings, proceeding, `exhibits.${i}.marks.${j}.proceeding`);
  }
}

function uniqueKeys(list: string, records: { key: string }[]): Set<string> {
  const keys = new Set<string>();
  for (const [i, { key }] of records.entries()) {
    if (keys.has(key)) throw badFile(`${list}.${i}.key`, `the key ${key} is used twice`);
    keys.add(key);
  }
  return keys;
}

/** Loads the records of a matter file that need no other file, in one transaction. */
export async function loadMatter(
  context: Command,
  file: MatterFile,
  options: { sample?: boolean } = {},
): Promise<LoadedKeys> {
  const { matter } = file;
  const { id: matterId } = await open(context, {
    ...matter,
    reference: matter.reference ?? (await nextReference(context)),
    openedOn: matter.openedOn ?? context.clock.today(),
    parties: [],
  });
  if (options.sample) await context.db.updateTable('matter').set({ isSample: 1 }).where('id', '=', matterId).execute();
  const keys: LoadedKeys = { matterId, party: new Map(), proceeding: new Map(), order: new Map(), exhibit: new Map() };
  for (const { key, ...party } of file.parties)
    keys.party.set(key, (await addParty(context, { matterId, ...party })).id);
  for (const each of file.proceedings) await loadProceeding(context, each, keys);
  await linkAll(context, file, keys);
  for (const task of file.tasks) await create(context, 'task', { matterId, proceedingId: null, ...task });
  return keys;
}

type ProceedingInFile = MatterFile['proceedings'][number];

async function loadProceeding(context: Command, each: ProceedingInFile, keys: LoadedKeys) {
  const { matterId } = keys;
  const { key, links: _links, parties, hearings, orders, filings, services, deadlines, tasks, ...fields } = each;
  const { id: proceedingId } = await addProceeding(context, { matterId, ...fields, links: [] });
  keys.proceeding.set(key, proceedingId);
  const roles = parties.map(({ party, role }) => ({ partyId: keys.party.get(party)!, role }));
  await setParties(context, { proceedingId, parties: roles });
  for (const hearing of hearings) await create(context, 'hearing', { matterId, proceedingId, ...hearing });
  for (const { key: orderKey, copies, ...order } of orders) {
    const { id: orderId } = await enterOrder(context, { proceedingId, hearingId: null, exhibitId: null, ...order });
    if (orderKey !== undefined) keys.order.set(orderKey, orderId);
    for (const copy of copies) await create(context, 'certifiedCopy', { matterId, orderId, ...copy });
  }
  for (const { objections, ...filing } of filings) {
    const filingId = await create(context, 'filing', { matterId, proceedingId, draftId: null, ...filing });
    for (const objection of objections) await create(context, 'objection', { matterId, filingId, ...objection });
  }
  for (const { party, ...service } of services) {
    await create(context, 'service', {
      matterId,
      proceedingId,
      partyId: party === undefined ? null : keys.party.get(party)!,
      ...service,
    });
  }
  for (const task of tasks) await create(context, 'task', { matterId, proceedingId, ...task });
  for (const { pack, rule, triggerOn, exclusions, facts, order, doneOn, ...rest } of deadlines) {
    const count =
      pack !== undefined && rule !== undefined && triggerOn !== null
        ? { pack, rule, triggerOn, exclusions, facts }
        : null;
    const orderId = order === undefined ? null : keys.order.get(order)!;
    const { id } = await addDeadline(context, { matterId, proceedingId, orderId, remedy: null, count, ...rest });
    if (doneOn !== null)
      await context.db.updateTable('deadline').set({ state: 'done', doneOn }).where('id', '=', id).execute();
  }
}

async function linkAll(context: Command, file: MatterFile, keys: LoadedKeys) {
  for (const { key, links } of file.proceedings) {
    for (const { kind, to, order } of links) {
      const orderId = order === undefined ? null : keys.order.get(order)!;
      await linkProceedings(context, {
        fromId: keys.proceeding.get(key)!,
        toId: keys.proceeding.get(to)!,
        kind,
        orderId,
      });
    }
  }
}

/** Loads what refers to exhibits, once these are in the vault: issues with their evidence, facts with their sources. */
export async function loadAccounts(context: Command, file: MatterFile, keys: LoadedKeys) {
  const { matterId } = keys;
  const { db, newId } = context;
  const issueIds: string[] = [];
  for (const [number, { points, findings, ...issue }] of file.issues.entries()) {
    const issueId = await create(context, 'issue', { matterId, number: number + 1, position: number, ...issue });
    issueIds.push(issueId);
    for (const [position, { evidence, ...point }] of points.entries()) {
      const pointId = newId();
      await db
        .insertInto('issuePoint')
        .values({ id: pointId, matterId, issueId, position, ...point })
        .execute();
      for (const { exhibit, ...chip } of evidence) {
        await db
          .insertInto('pointEvidence')
          .values({ id: newId(), matterId, pointId, exhibitId: keys.exhibit.get(exhibit)!, ...chip })
          .execute();
      }
    }
    for (const { proceeding, order, ...finding } of findings) {
      const proceedingId = keys.proceeding.get(proceeding)!;
      const orderId = order === undefined ? null : keys.order.get(order)!;
      await db
        .insertInto('issueFinding')
        .values({ id: newId(), matterId, issueId, proceedingId, orderId, ...finding })
        .execute();
    }
  }
  for (const { sources, issue, ...fact } of file.facts) {
    const factId = await create(context, 'fact', {
      matterId,
      issueId: issue === undefined ? null : issueIds[issue - 1]!,
      ...fact,
      isIncident: Number(fact.isIncident),
    });
    for (const { exhibit, order, ...source } of sources) {
      const exhibitId = exhibit === undefined ? null : keys.exhibit.get(exhibit)!;
      const orderId = order === undefined ? null : keys.order.get(order)!;
      await db
        .insertInto('factSource')
        .values({ id: newId(), matterId, factId, exhibitId, orderId, ...source })
        .execute();
    }
  }
}
