import type { HonoRequest } from 'hono'
import { ApiError, badRequest } from './api-error.ts'
import { isRecord, type Call, type Upload } from './input.ts'
import { readParts } from './multipart.ts'

const bodyAtMost = 51 * 1024 * 1024

/** The parameters of a request: its query, and a body as form, JSON or multipart. */
export async function readBody(request: HonoRequest, method: string): Promise<Call> {
  const values: Record<string, unknown> = request.query()
  const signal = method.toLowerCase() === 'getupdates' ? request.raw.signal : undefined
  if (request.method === 'GET') return { method, values, signal }
  if (Number(request.header('content-length') ?? 0) > bodyAtMost)
    throw new ApiError(413, 'Request Entity Too Large')
  const type = request.header('content-type') ?? ''
  if (type.startsWith('application/json'))
    return { method, values: { ...values, ...(await readJson(request)) }, signal }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    const form = Object.fromEntries(new URLSearchParams(await request.text()))
    return { method, values: { ...values, ...form }, signal }
  }
  if (type.startsWith('multipart/form-data')) return readMultipart(request, method, values)
  return { method, values, signal }
}

async function readJson(request: HonoRequest): Promise<Record<string, unknown>> {
  const text = await request.text()
  if (text === '') return {}
  try {
    const body: unknown = JSON.parse(text)
    if (isRecord(body)) return body
  } catch {
    // falls through to the refusal
  }
  throw badRequest("can't parse JSON object")
}

async function readMultipart(
  request: HonoRequest,
  method: string,
  query: Record<string, unknown>,
): Promise<Call> {
  const values: Record<string, unknown> = { ...query }
  const uploads = new Map<string, Upload>()
  const body = Buffer.from(await request.arrayBuffer())
  for (const part of readParts(body, request.header('content-type') ?? '')) {
    const { name, filename, mimeType, bytes } = part
    if (filename === undefined) values[name] = Buffer.from(bytes).toString()
    else uploads.set(name, { name: filename, mimeType, bytes })
  }
  return { method, values, uploads }
}
