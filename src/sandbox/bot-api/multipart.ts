import { badRequest } from './api-error.ts'

export interface Part {
  name: string
  /** Only files have one. */
  filename: string | undefined
  mimeType: string
  bytes: Uint8Array
}

/**
 * The parts of a multipart body, read as leniently as Telegram reads them: a file name may stand without quotation marks,
 * with spaces and letters of any language in it, as grammY writes it.
 */
export function readParts(body: Buffer, contentType: string): Part[] {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw badRequest('boundary not found')
  const line = Buffer.from(`--${boundary}`)
  const parts: Part[] = []
  let start = body.indexOf(line)
  if (start === -1) throw badRequest("can't parse multipart body")
  while ((start += line.length) && body.toString('latin1', start, start + 2) !== '--') {
    const end = body.indexOf(Buffer.concat([Buffer.from('\r\n'), line]), start)
    const headEnd = body.indexOf('\r\n\r\n', start)
    if (end === -1 || headEnd === -1 || headEnd > end) throw badRequest("can't parse multipart body")
    parts.push(readPart(body.toString('utf8', start, headEnd), body.subarray(headEnd + 4, end)))
    start = end + 2
  }
  return parts
}

function readPart(head: string, bytes: Buffer): Part {
  const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? ''
  const name = readField(disposition, 'name')
  if (name === undefined) throw badRequest("can't parse multipart body")
  const mimeType = /^content-type:\s*([^\s;]+)/im.exec(head)?.[1] ?? 'application/octet-stream'
  return { name, filename: readField(disposition, 'filename'), mimeType, bytes: new Uint8Array(bytes) }
}

function readField(disposition: string, field: string): string | undefined {
  const [, quoted, plain] = new RegExp(`;\\s*${field}=(?:"([^"]*)"|([^;\\r]*))`, 'i').exec(disposition) ?? []
  return quoted ?? plain?.trim()
}
