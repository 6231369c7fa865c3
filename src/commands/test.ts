import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'

// What start.cjs keeps is kept for the processes and threads of the tests, too: a bot starts in half the CPU, a thread that
// reads a file in a third.
const kept = getCompileCacheDir()
if (kept) process.env['NODE_COMPILE_CACHE'] ??= dirname(kept)

// Vitest reads its orders from the command line, where the word `test` stands in the place of its `run`.
process.argv.splice(2, 1, 'run')
await import(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url).href)
