import { type ParseArgsConfig, parseArgs } from 'node:util';
import { problem } from '#shared/problem.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads a command's own options and positional arguments.
 * @throws ProblemError `wrong-use` for an unknown option, a missing value or a wrong number of arguments
 */
export function readArgs<const O extends Options>(
  args: string[],
  options: O,
  positionals: { min: number; max?: number },
) {
  const parsed = parse(args, options);
  const { min, max = min } = positionals;
  const count = parsed.positionals.length;
  if (count < min || count > max) {
    const wanted = min === max ? String(min) : max === Infinity ? `at least ${min}` : `${min} to ${max}`;
    throw problem('wrong-use', `This command takes ${wanted} argument${wanted === '1' ? '' : 's'}, and got ${count}.`, {
      hint: 'See: misl help',
    });
  }
  return parsed;
}

function parse<const O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw problem('wrong-use', (error as Error).message, { hint: 'See: misl help' }, error);
  }
}
