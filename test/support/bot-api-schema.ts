import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ReceivedCall } from '../../src/sandbox/sandbox-events.ts'

interface Field {
  t: string[]
  r: boolean
  /** Its description. */
  d?: string
  enum?: string[]
}

interface Schema {
  methods: Record<string, { params: Record<string, Field>; returns: string[] }>
  types: Record<string, { fields?: Record<string, Field>; union?: string[] }>
}

const path = fileURLToPath(new URL('../../../shared/botapi/botapi.json', import.meta.url))

/** The specification of the Bot API lies beside the project, not in it; where it is absent these tests are skipped. */
export const hasBotApiSchema = existsSync(path)
if (!hasBotApiSchema) console.warn(`Skipped: calls are not held against the Bot API, ${path} is absent.`)

const schema: Schema = hasBotApiSchema
  ? (JSON.parse(readFileSync(path, 'utf8')) as Schema)
  : { methods: {}, types: {} }

export const schemaMethods = schema.methods

/** The fields of a type whose description looks so. */
export const fieldsDescribedAs = (type: string, pattern: RegExp): string[] =>
  Object.entries(schema.types[type]?.fields ?? {}).flatMap(([name, { d = '' }]) =>
    pattern.test(d) ? [name] : [],
  )

/** What is wrong with the parameters of a call, one sentence each; `uploads` names the files of a multipart body. */
export function checkCall(method: string, payload: object, uploads: string[] = []): string[] {
  if (!hasBotApiSchema) return []
  const params = schema.methods[method]?.params
  if (!params) return [`${method}: there is no such method`]
  const given = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined))
  const files = Object.fromEntries(
    uploads.filter((name) => name in params).map((name) => [name, 'attach://file']),
  )
  return checkFields({ ...given, ...files }, params, method, true)
}

/** What is wrong with a call as an emulated Telegram has received it: `subscribe`, events of the kind `received`. */
export const checkReceived = (call: ReceivedCall): string[] =>
  checkCall(call.method, call.payload, call.uploads)

/** What is wrong with the result of a call. */
export function checkResult(method: string, result: unknown): string[] {
  if (!hasBotApiSchema) return []
  const returns = schema.methods[method]?.returns
  return returns ? checkValue(result, { t: returns, r: true }, `${method}()`, false) : [`${method}: unknown`]
}

/** What is wrong with a thing of a named type, an `Update` for instance. */
export const checkType = (type: string, value: unknown): string[] =>
  hasBotApiSchema ? checkValue(value, { t: [type], r: true }, type, false) : []

function checkFields(given: object, fields: Record<string, Field>, place: string, isCall: boolean): string[] {
  const values = new Map<string, unknown>(Object.entries(given))
  const unknown = [...values.keys()]
    .filter((name) => !(name in fields))
    .map((name) => `${place}.${name}: unknown`)
  const known = Object.entries(fields).flatMap(([name, field]) => {
    const value = values.get(name)
    if (value === undefined || value === null) return field.r ? [`${place}.${name}: missing`] : []
    return checkValue(value, field, `${place}.${name}`, isCall)
  })
  return [...unknown, ...known]
}

/** The complaints of the type that fits best; none when one fits. */
function checkValue(value: unknown, field: Field, place: string, isCall: boolean): string[] {
  const complaints = field.t.map((type) => checkAs(value, type, place, isCall))
  const best = complaints.reduce((least, next) => (next.length < least.length ? next : least))
  if (best.length > 0 || !field.enum || typeof value !== 'string') return best
  const isListed = field.enum.some((listed) => listed.toLowerCase() === value.toLowerCase())
  return isListed ? [] : [`${place}: "${value}" is none of ${field.enum.join(', ')}`]
}

const scalars: Record<string, (value: unknown) => boolean> = {
  Integer: (value) => Number.isInteger(value),
  Float: (value) => typeof value === 'number',
  Number: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
  InputFile: (value) => typeof value === 'string' || (typeof value === 'object' && value !== null),
}

function checkAs(written: unknown, type: string, place: string, isCall: boolean): string[] {
  const isFits = scalars[type]
  const value = isCall && type !== 'String' && type !== 'InputFile' ? parsed(written) : written
  if (isFits) return isFits(value) ? [] : [`${place}: expected ${type}, found ${JSON.stringify(value)}`]
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return [`${place}: expected a list, found ${JSON.stringify(value)}`]
    const item: Field = { t: [type.slice('Array of '.length)], r: true }
    return value.flatMap((each, index) => checkValue(each, item, `${place}[${index}]`, false))
  }
  const described = schema.types[type]
  if (!described) return [`${place}: the specification has no type ${type}`]
  if (described.union) return checkValue(value, { t: described.union, r: true }, place, false)
  if (typeof value !== 'object' || value === null) return [`${place}: expected ${type}`]
  return checkFields(value, described.fields ?? {}, place, false)
}

/** Parameters of a form are texts; numbers, flags, objects and lists are read from them as Telegram does. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}
