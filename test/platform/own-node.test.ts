import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const { findOwnNode, versionOf, whyItDoesNotRun } = require('../../src/own-node.cjs') as {
  findOwnNode(root: string): string | undefined
  versionOf(node: string): number
  whyItDoesNotRun(node: string): string
}

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'heyet-own-node-'))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

/** A program where npm puts the Node of a package. */
function brought(script: string, name = `node-${process.platform}-${process.arch}`): string {
  const file = join(root, 'node_modules', name, 'bin', 'node')
  mkdirSync(dirname(file), { recursive: true })
  mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true })
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}

test('a Node whose name npm has taken away is found, and has its name again', () => {
  const file = brought('echo v26.10.0')
  const named = join(root, 'node_modules', '.bin', 'node')
  expect(findOwnNode(root)).toBe(named)
  expect(realpathSync(named)).toBe(realpathSync(file))
  expect(findOwnNode(root)).toBe(named)
  expect(versionOf(named)).toBe(26)
})

test('where the name cannot be given, it is run where it lies', () => {
  const file = brought('echo v26.10.0')
  symlinkSync('nowhere', join(root, 'node_modules', '.bin', 'node'))
  expect(findOwnNode(root)).toBe(file)
})

test('none for this kind of computer is none', () => {
  brought('echo v26.10.0', 'node-another-kind')
  expect(findOwnNode(root)).toBeUndefined()
})

test('one that does not run says why, and what a small server lacks', () => {
  const file = brought('echo "node: libatomic.so.1: cannot open shared object file" >&2; exit 127')
  expect(versionOf(file)).toBe(0)
  expect(whyItDoesNotRun(file)).toBe(
    'The Node that Heyet brings does not run here: node: libatomic.so.1: cannot open shared object file. ' +
      'Run `apt-get install libatomic1` (Fedora: `dnf install libatomic`).',
  )
  expect(whyItDoesNotRun(join(root, 'nowhere'))).toContain('ENOENT')
})
