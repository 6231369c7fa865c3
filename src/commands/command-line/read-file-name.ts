import { resolve } from 'node:path'
import { CannotStart } from '../../platform/cannot-start.ts'
import { readFlags } from './read-options.ts'

/** Reads one name of a file, from where the person stands, and `--name` without a value; nothing else. */
export function readFileName<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
  usage: string,
): { file: string } & Partial<Record<Name, boolean>> {
  const words = args.filter((word) => !word.startsWith('-'))
  const flags = readFlags(
    args.filter((word) => word.startsWith('-')),
    names,
    usage,
  )
  const [file, ...more] = words
  if (!file?.trim()) throw new CannotStart(`Which file? Write: ${usage}`)
  if (more.length > 0) throw new CannotStart(`One file at a time. Write: ${usage}`)
  // npm runs everything in the project's folder and says where it was called.
  return { ...flags, file: resolve(process.env['INIT_CWD'] ?? '.', file) }
}
