import { badRequest } from './api-error.ts'

export interface Upload {
  name: string
  mimeType: string
  bytes: Uint8Array
}

/** What came with one call, read the way Telegram reads it: query, form, JSON and multipart look alike. */
export interface Input {
  readonly method: string
  readonly values: Readonly<Record<string, unknown>>
  readonly uploads: ReadonlyMap<string, Upload>
  readonly signal: AbortSignal | undefined
  has(name: string): boolean
  text(name: string): string
  /** Anything that is no integer counts as absent. */
  integer(name: string): number | undefined
  number(name: string): number | undefined
  flag(name: string): boolean
  /** An object or list, or its JSON text. `label` is what Telegram calls it in "can't parse … JSON object". */
  json(name: string, label: string): unknown
}

export interface Call {
  method: string
  values: Readonly<Record<string, unknown>>
  uploads?: ReadonlyMap<string, Upload>
  signal?: AbortSignal | undefined
}

const noUploads: ReadonlyMap<string, Upload> = new Map()

export function readInput({ method, values, uploads = noUploads, signal }: Call): Input {
  return {
    method,
    values,
    uploads,
    signal,
    has: (name) => isPresent(values[name]),
    text: (name) => asText(values[name]),
    integer(name) {
      const number = asNumber(values[name])
      return Number.isSafeInteger(number) ? number : undefined
    },
    number: (name) => asNumber(values[name]),
    flag: (name) => ['true', 'yes', '1', 'y', 't'].includes(asText(values[name]).toLowerCase()),
    json: (name, label) => asJson(values[name], label),
  }
}

const isPresent = (value: unknown) => value !== undefined && value !== null && value !== ''

export function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return `${value}`
  return value === undefined || value === null ? '' : JSON.stringify(value)
}

export function asNumber(value: unknown): number | undefined {
  const text = asText(value).trim()
  return /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined
}

function asJson(value: unknown, label: string): unknown {
  if (typeof value !== 'string') return value ?? undefined
  if (value === '') return undefined
  try {
    return JSON.parse(value) as unknown
  } catch {
    throw badRequest(`can't parse ${label} JSON object`)
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
