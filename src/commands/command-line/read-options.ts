import { parseArgs, type ParseArgsConfig } from 'node:util'
import { CannotStart } from '../../platform/cannot-start.ts'

/**
 * Reads `--name value` pairs, and nothing else: what is misspelt, missing its value or written twice is refused with a
 * sentence, because a command that guesses does something else than was meant.
 */
export function readOptions<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
  usage: string,
): Partial<Record<Name, string>> {
  const refuse = (said: string) => new CannotStart(`${said} Write: ${usage}`)
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string', multiple: true } as const]))
  const given = parse(args, options, refuse)
  const read: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const [value, ...more] = given[name] ?? []
    if (more.length > 0) throw refuse(`--${name} is written twice.`)
    if (value?.trim() === '') throw refuse(`--${name} has no value.`)
    if (value !== undefined) read[name] = value.trim()
  }
  return read
}

/** Reads `--name` without a value, and nothing else; what else is written is refused in the same way. */
export function readFlags<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
  usage: string,
): Partial<Record<Name, boolean>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'boolean' } as const]))
  return parse(args, options, (said) => new CannotStart(`${said} Write: ${usage}`)) as Partial<
    Record<Name, boolean>
  >
}

function parse<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  refuse: (said: string) => CannotStart,
) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('ERR_PARSE_ARGS_')) throw error
    const [sentence = ''] = message.split(/(?<=')[.,]|\. /)
    throw refuse(`${sentence}.`)
  }
}
