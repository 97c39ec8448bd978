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
    throw problem('wrong-use', sentenceOf(error as NodeJS.ErrnoException), { hint: 'See: misl help' }, error);
  }
}

/** The one line that says what is wrong with an option; Node's own message is three lines of advice. */
function sentenceOf({ code, message }: NodeJS.ErrnoException): string {
  const option = /'(-[^'=\s]*)/.exec(message.replace(/^Option '-\w, /, "Option '"))?.[1] ?? 'this';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option}.`;
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message.split('\n')[0]!;
  if (message.includes('does not take an argument')) return `The option ${option} takes no value.`;
  if (message.includes('ambiguous'))
    return `The option ${option} takes a value; one with a hyphen first is written ${option}=-….`;
  return `The option ${option} takes a value.`;
}
