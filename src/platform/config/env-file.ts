import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { CannotStart } from '../cannot-start.ts'

/** Reads `.env` where there is one; what the environment says already wins. */
export function readEnvFile(file = '.env'): void {
  if (!existsSync(file)) return
  try {
    process.loadEnvFile(file)
  } catch {
    // Whatever keeps it from being read, Node says that it is not there.
    const path = resolve(file)
    throw new CannotStart(
      `${path} is there, but the user who runs this may not read it. As root: chgrp GROUP ${path} && chmod 640 ${path}, ` +
        'with the group of that user in place of GROUP.',
    )
  }
}
