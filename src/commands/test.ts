// Vitest reads its orders from the command line, where the word `test` stands in the place of its `run`.
process.argv.splice(2, 1, 'run')
await import(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url).href)

export {}
