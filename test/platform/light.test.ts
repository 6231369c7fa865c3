import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const { keepsOld, withYoungFunctions } = require('../../src/light.cjs') as {
  keepsOld: RegExp
  withYoungFunctions(source: string): string
}

/** A function written where a property is set: V8 puts it into the old heap. */
const oldFunction = /\.\w+ = (async )?(\([^()]*\)|\w+) => /g

test.each([
  ['postgres/src/query.js', 5],
  ['grammy/out/core/client.js', 1],
  ['@grammyjs/conversations/out/resolve.js', 3],
])('%s makes no function old from birth', async (file, places) => {
  const source = await readFile(new URL(`../../node_modules/${file}`, import.meta.url), 'utf8')

  expect(`/node_modules/${file}`).toMatch(keepsOld)
  expect(source.match(oldFunction)).toHaveLength(places)
  expect(withYoungFunctions(source)).not.toMatch(oldFunction)
})

test('a function that has become young does the same', () => {
  const made = withYoungFunctions('const box = {}; box.twice = (x) => x * 2; box.later = async (x) => x; box')
  const box = (0, eval)(`(() => { ${made.replace(/box$/, 'return box')} })()`) as {
    twice(x: number): number
    later(x: number): Promise<number>
  }

  expect(box.twice(4)).toBe(8)
  expect(box.later(1)).toBeInstanceOf(Promise)
})
