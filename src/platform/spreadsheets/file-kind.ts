import { notXlsx, type SpreadsheetRefused } from './refusal.ts'

/** Why these bytes are no `.xlsx` at first sight, or `undefined` when they look like one. */
export function notEvenZipped(bytes: Uint8Array): SpreadsheetRefused | undefined {
  if (bytes.length === 0) return notXlsx('empty')
  if (startsWith(bytes, [0x50, 0x4b])) return undefined
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return notXlsx(isEncrypted(bytes) ? 'encrypted' : 'oldExcel')
  return notXlsx(looksLikeText(bytes) ? 'text' : 'other')
}

/** A zip without a workbook inside: a text document, an OpenDocument sheet, a binary workbook or plain files. */
export function notAWorkbook(names: readonly string[]): SpreadsheetRefused {
  const otherProgram = names.some((name) =>
    /^(word\/|ppt\/|mimetype$|content\.xml$|Index\/|xl\/workbook\.bin$)/.test(name),
  )
  return notXlsx(otherProgram ? 'otherProgram' : 'other')
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte)

/** Office keeps a workbook with a password in a compound file, whose directory names the stream in UTF-16. */
const isEncrypted = (bytes: Uint8Array) =>
  Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))

function looksLikeText(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true
  return bytes.subarray(0, 1024).every((byte) => byte >= 0x20 || [0x09, 0x0a, 0x0c, 0x0d].includes(byte))
}
